"""Texts that cells of stored registrations did not take, and why (ô chưa nhận được)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.registration import RegistrationDetail
from dvk_desktop.domain.registration_cells import (
    HalfTypedError,
    HalfTypedOverError,
    Lists,
    cell_text,
    read_cell,
)
from dvk_desktop.domain.registration_fields import FIELD_LABELS
from dvk_desktop.domain.words import Wording
from dvk_desktop.services.registrations.row_drafts import UntakenCell

Fetch = Callable[[Sequence[str]], Sequence[RegistrationDetail | None]]


@dataclass(frozen=True, slots=True)
class Fault:
    """A text that a cell did not take; ``before`` as in ``UntakenCell`` (ô lỗi)."""

    text: str
    error: DvkError
    before: str | None = None


def written_cell(record: RegistrationDetail, field: str, lists: Lists) -> str:
    """Return how the stored value of a cell is written."""
    if field == "unit_id":
        return record.unit_name
    return cell_text(field, getattr(record.draft, field), lists)


def kept_fault(cell: UntakenCell, lists: Lists, fetch: Fetch) -> Fault | None:
    """Return what is wrong with a kept text; None when nothing is left to tell."""
    if cell.field not in FIELD_LABELS:
        return None
    if cell.before is None:
        try:
            read_cell(cell.field, cell.text, lists)
        except DvkError as error:
            return Fault(cell.text, error)
        return None
    record = fetch([cell.registration_id])[0]
    if record is None:
        return None
    stored = written_cell(record, cell.field, lists)
    if stored == cell.text:
        return None
    return Fault(cell.text, _half_typed(cell.before, stored), cell.before)


def _half_typed(before: str, stored: str) -> DvkError:
    if before == stored:
        return HalfTypedError(stored=_quoted(stored))
    return HalfTypedOverError(before=_quoted(before), stored=_quoted(stored))


def _quoted(text: str) -> Wording:
    return Wording("“{text}”", {"text": text}) if text else Wording("để trống")
