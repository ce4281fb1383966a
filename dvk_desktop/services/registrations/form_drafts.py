"""What is typed into a form and not stored yet, kept on the disk (phiếu gõ dở)."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from dvk_desktop.storage.kept_json import read_kept, write_kept
from dvk_desktop.storage.unit_of_work import Clock

FILE_NAME = "form-drafts.json"
_PLAIN = ("key", "campaign_id", "registration_id", "name")


@dataclass(frozen=True, slots=True)
class FormDraft:
    """The items that were typed, as they were typed, and what they were before (phiếu gõ dở).

    ``registration_id`` is empty for a new registration.
    """

    key: str
    campaign_id: str
    registration_id: str
    name: str
    texts: dict[str, str]
    before: dict[str, str]
    typed_at: datetime = datetime.min


class FormDrafts:
    """Keeps what is typed, for the next start, whatever happens to the program."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._path = folder / FILE_NAME
        self._clock = clock

    def kept(self, campaign_id: str) -> tuple[FormDraft, ...]:
        """Return what is kept for a campaign, the newest first."""
        found = [one for one in self._read() if one.campaign_id == campaign_id]
        return tuple(reversed(found))

    def keep(self, draft: FormDraft, *, lasting: bool = True) -> None:
        """Keep a draft instead of what was kept under its key.

        Without ``lasting`` the disk is not waited for: enough against a killed program, while
        typing.

        Raises:
            FileWriteError: The data folder can't be written.
        """
        others = [one for one in self._read() if one.key != draft.key]
        self._write([*others, replace(draft, typed_at=self._clock())], lasting=lasting)

    def drop(self, key: str) -> None:
        """Forget what was stored or given up.

        Raises:
            FileWriteError: The data folder can't be written.
        """
        found = self._read()
        left = [one for one in found if one.key != key]
        if len(left) < len(found):
            self._write(left, lasting=True)

    def _read(self) -> list[FormDraft]:
        found = read_kept(self._path)
        rows = found if isinstance(found, list) else []
        return [one for row in rows if (one := _draft(row)) is not None]

    def _write(self, drafts: list[FormDraft], *, lasting: bool) -> None:
        rows = [asdict(one) | {"typed_at": one.typed_at.isoformat()} for one in drafts]
        write_kept(self._path, rows, lasting=lasting)


def _draft(row: Any) -> FormDraft | None:
    if not isinstance(row, dict) or not all(isinstance(row.get(key), str) for key in _PLAIN):
        return None
    try:
        typed_at = datetime.fromisoformat(str(row.get("typed_at")))
    except ValueError:
        return None
    plain = {key: str(row[key]) for key in _PLAIN}
    texts, before = _texts(row.get("texts")), _texts(row.get("before"))
    return FormDraft(**plain, texts=texts, before=before, typed_at=typed_at)


def _texts(found: Any) -> dict[str, str]:
    if not isinstance(found, dict):
        return {}
    return {str(key): value for key, value in found.items() if isinstance(value, str)}
