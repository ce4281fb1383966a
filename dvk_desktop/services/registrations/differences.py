"""What a unit changed between a return and its next submission (thay đổi sau khi trả lại)."""

from dvk_desktop.domain.records.registration import FieldDifference
from dvk_desktop.domain.registration_fields import ITEM_LABELS
from dvk_desktop.domain.terms import RegistrationState
from dvk_desktop.models import Change, ChangeSet
from dvk_desktop.services.keeping.history_words import field_rows
from dvk_desktop.storage.queries.journal import changes_of_record
from dvk_desktop.storage.unit_of_work import UnitOfWork

_TAKEN_BACK = {"undo", "redo"}


def differences(work: UnitOfWork, registration_id: str) -> tuple[FieldDifference, ...]:
    """Return the items that differ from what was returned last, in the order of the form."""
    first: dict[str, str] = {}
    last: dict[str, FieldDifference] = {}
    for change in _since_return(changes_of_record(work, registration_id)):
        for row in field_rows(work, change):
            if row.field in ITEM_LABELS:
                before = first.setdefault(row.field, row.before)
                last[row.field] = FieldDifference(row.field, row.field_label, before, row.after)
    found = (last[field] for field in ITEM_LABELS if field in last)
    return tuple(each for each in found if each.before != each.after)


def _since_return(entries: list[tuple[ChangeSet, Change]]) -> list[Change]:
    """Return the changes after the last return that holds, up to the submission after it."""
    start = None
    for place, (entry, change) in enumerate(entries):
        is_return = change.after.get("state") == RegistrationState.RETURNED.value
        if is_return and entry.kind not in _TAKEN_BACK and entry.undone_by is None:
            start = place + 1
    if start is None:
        return []
    for place, (entry, change) in enumerate(entries[start:], start=start):
        is_submission = change.after.get("state") == RegistrationState.SUBMITTED.value
        if is_submission and entry.undone_by is None:
            # A package brings the corrections and the submission as one change.
            return [found for _, found in entries[start : place + 1]]
    return []
