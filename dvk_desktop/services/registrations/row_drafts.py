"""Rows of the entry grid that are typed and not stored yet, kept on the disk (dòng nhập dở)."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dvk_desktop.domain.vietnamese.normal import clean_text
from dvk_desktop.storage.kept_json import read_kept, write_kept

FILE_NAME = "row-drafts.json"


@dataclass(frozen=True, slots=True)
class UntakenCell:
    """A text that a cell of a stored registration did not take (ô chưa nhận được).

    ``before`` is what the cell showed while it was typed over, and nothing for a text that was
    finished and could not be read.
    """

    registration_id: str
    field: str
    text: str
    before: str | None = None


@dataclass(frozen=True, slots=True)
class KeptDrafts:
    """What one campaign has that is not stored (phần nhập dở).

    ``rows`` maps items to texts as they were typed.
    """

    rows: tuple[dict[str, str], ...] = ()
    cells: tuple[UntakenCell, ...] = ()


class RowDrafts:
    """Keeps what is typed, for the next start, whatever happens to the program."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._is_behind = self._path.exists()

    def kept(self, campaign_id: str) -> KeptDrafts:
        """Return what is kept for a campaign."""
        found = self._read().get(campaign_id)
        if not isinstance(found, dict):
            return KeptDrafts()
        rows = tuple(_texts(row) for row in _list(found.get("rows")) if isinstance(row, dict))
        cells = (_cell(cell) for cell in _list(found.get("cells")) if isinstance(cell, dict))
        return KeptDrafts(
            rows=tuple(row for row in rows if row),
            cells=tuple(cell for cell in cells if cell is not None),
        )

    def keep(self, campaign_id: str, drafts: KeptDrafts, *, lasting: bool = True) -> None:
        """Keep what a campaign has now instead of what was kept; nothing removes it.

        Without ``lasting`` the disk is not waited for: enough against a killed program, while
        typing.

        Raises:
            FileWriteError: The data folder can't be written.
        """
        found = self._read()
        before = dict(found)
        if drafts.rows or drafts.cells:
            found[campaign_id] = {
                "rows": [dict(row) for row in drafts.rows],
                "cells": [_written(cell) for cell in drafts.cells],
            }
        else:
            found.pop(campaign_id, None)
        # A row that was stored must not come back after a power cut; a text that was given up may.
        lasting = lasting and (_has_rows(before, campaign_id) or campaign_id in found)
        if found == before and not (lasting and self._is_behind):
            return
        write_kept(self._path, found, lasting=lasting)
        self._is_behind = not lasting

    def _read(self) -> dict[str, Any]:
        found = read_kept(self._path)
        return found if isinstance(found, dict) else {}


def _has_rows(found: dict[str, Any], campaign_id: str) -> bool:
    kept = found.get(campaign_id)
    return isinstance(kept, dict) and bool(kept.get("rows"))


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _cell(found: dict[str, Any]) -> UntakenCell | None:
    texts = [found.get(key) for key in ("registration", "item", "text")]
    before = found.get("before")
    if not all(isinstance(text, str) for text in texts) or not (texts[0] and texts[1]):
        return None
    registration_id, field, text = (clean_text(str(text)) for text in texts)
    return UntakenCell(registration_id, field, text, before if isinstance(before, str) else None)


def _written(cell: UntakenCell) -> dict[str, str]:
    written = {"registration": cell.registration_id, "item": cell.field, "text": cell.text}
    return written if cell.before is None else written | {"before": cell.before}


def _texts(row: dict[Any, Any]) -> dict[str, str]:
    return {
        str(key): clean_text(value)
        for key, value in row.items()
        if isinstance(value, str) and value
    }
