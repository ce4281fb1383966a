"""The history of changes, and taking them back (lịch sử, hoàn tác)."""

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError, NotFoundError
from dvk_desktop.domain.records.history import FieldChangeRow
from dvk_desktop.domain.records.office import ChangeSetRow
from dvk_desktop.models import Change, ChangeSet
from dvk_desktop.services.keeping.history_words import field_rows
from dvk_desktop.storage.queries.journal import (
    REDO,
    UNDO,
    newest_turn,
    newest_undoable,
    recent_sets,
    registrations_changed,
    sets_of_record,
    title_of,
)
from dvk_desktop.storage.undo import Undoing, changes_of, later_sets, mark_undone
from dvk_desktop.storage.undo_merge import SEEN_BEFORE, MergeUndoing, later_merges, was_sent_since
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork

MERGE = "merge"
FINAL_KINDS = frozenset({"founding", "setting", "restore", "replica", "export", "sign"})
"""Kinds of change sets that are never taken back: others rely on them outside this program."""

_LISTED = 5


class NotUndoableError(DvkError):
    """What was done has an effect outside, or nothing to take back (không hoàn tác được)."""

    code = "UNDO_FINAL"
    template = (
        "“{what}” không hoàn tác được. Hãy sửa lại bằng một thao tác mới; nhật ký giữ cả hai."
    )


class AlreadyUndoneError(DvkError):
    """The change set has been taken back already (đã hoàn tác)."""

    code = "UNDO_DONE"
    template = "“{what}” đã được hoàn tác rồi. Muốn có lại, hãy hoàn tác lần hoàn tác đó."


class UndoDependentsError(DvkError):
    """Later work was built on it (có thay đổi sau dựa vào).

    ``dependents`` holds the change sets to take back first, the newest first.
    """

    code = "UNDO_DEPENDENTS"
    template = (
        "Chưa hoàn tác được “{what}” vì sau đó {count} bản ghi đã được sửa hoặc dùng tiếp: {list}."
        " Hãy hoàn tác các việc này trước, việc mới nhất trước tiên."
    )

    def __init__(self, what: str, count: int, dependents: tuple[ChangeSetRow, ...]) -> None:
        self.dependents = dependents
        named = [f"“{row.title}”" for row in dependents[:_LISTED]]
        if len(dependents) > _LISTED:
            named.append("…")
        super().__init__(what=what, count=count, list="; ".join(named) or "?")


class MergeSentError(DvkError):
    """What was merged has been sent on since (đã gửi gói sau khi nhập)."""

    code = "UNDO_SENT"
    template = (
        "“{what}” không hoàn tác được vì sau khi nhập, văn phòng đã gửi gói dữ liệu đi."
        " Hãy sửa lại từng đăng ký, hoặc đề nghị nơi gửi gửi gói mới."
    )


class HistoryService:
    """Shows what was changed and takes it back."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def recent(self, limit: int = 200) -> tuple[ChangeSetRow, ...]:
        """Return the newest change sets first."""
        with self._database.reading() as work:
            return tuple(recent_sets(work, limit))

    def of_record(self, record_id: str) -> tuple[ChangeSetRow, ...]:
        """Return the change sets that touched one record, the newest first."""
        with self._database.reading() as work:
            return tuple(sets_of_record(work, record_id))

    def changes(self, change_set_id: str) -> tuple[FieldChangeRow, ...]:
        """Return each field that a change set changed, with its value before and after.

        Raises:
            NotFoundError: There is no such change set.
        """
        with self._database.reading() as work:
            entry = _entry(work, change_set_id)
            return tuple(
                row for change in changes_of(work, entry.number) for row in field_rows(work, change)
            )

    def last_undoable(self) -> ChangeSetRow | None:
        """Return the newest change set that "Hoàn tác" would take back."""
        with self._database.reading() as work:
            row = newest_undoable(work)
        return None if row is None or row.kind in FINAL_KINDS else row

    def last_redoable(self) -> ChangeSetRow | None:
        """Return the undoing that "Làm lại" would take back; none once something else was done."""
        with self._database.reading() as work:
            row = newest_turn(work)
        return row if row is not None and row.kind == UNDO else None

    def registrations_changed(self, change_set_id: str) -> tuple[str, ...] | None:
        """Return the registrations that a change set touched; None when it touched more."""
        with self._database.reading() as work:
            found = registrations_changed(work, change_set_id)
        return None if found is None else tuple(found)

    def undo(self, change_set_id: str) -> Changes:
        """Take one change set back, whole, as a new change set.

        Undoing an undoing makes the first hold again.

        Raises:
            NotFoundError: There is no such change set.
            NotUndoableError: It is not of a kind that can be taken back.
            AlreadyUndoneError: It has been taken back.
            UndoDependentsError: Later work was built on it; nothing was changed.
            MergeSentError: A package was sent since the merge.
        """
        with self._database.reading() as work:
            entry = _entry(work, change_set_id)
            merged, undone, what = entry.kind == MERGE, entry.kind == UNDO, _bare_title(entry)
        title = "Làm lại: {what}" if undone else "Hoàn tác: {what}"
        kind = REDO if undone else UNDO
        with self._database.writing(
            title, kind=kind, undoes=change_set_id, stamped=not merged, what=what
        ) as work:
            entry = _entry(work, change_set_id)
            _refuse_final(work, entry, what)
            if merged:
                _refuse_sent(work, entry, what)
            undoing = MergeUndoing(work, entry) if merged else Undoing(work, entry)
            _refuse_dependents(work, entry, undoing, what)
            touched = undoing.apply()
            mark_undone(work, entry)
            work.commit()
        return _changes_for(touched)


def _entry(work: UnitOfWork, change_set_id: str) -> ChangeSet:
    entry = work.first(ChangeSet, id=change_set_id)
    if entry is None:
        raise NotFoundError(what="lần thay đổi", key=change_set_id)
    return entry


def _bare_title(entry: ChangeSet) -> str:
    """Return what was done, without "Hoàn tác" piling up before it."""
    if entry.kind in {UNDO, REDO} and "what" in entry.facts:
        return str(entry.facts["what"])
    return title_of(entry)


def _refuse_final(work: UnitOfWork, entry: ChangeSet, what: str) -> None:
    if entry.undone_by is not None:
        raise AlreadyUndoneError(what=what)
    founded = work.first(Change, change_set=entry.number, record_id=work.office().unit_id)
    is_founding = founded is not None and founded.before is None
    undoes_merge = entry.kind in {UNDO, REDO} and _root_kind(work, entry) == MERGE
    if entry.kind in FINAL_KINDS or is_founding or undoes_merge:
        raise NotUndoableError(what=what)


def _refuse_sent(work: UnitOfWork, entry: ChangeSet, what: str) -> None:
    if SEEN_BEFORE not in entry.facts:
        raise NotUndoableError(what=what)
    if was_sent_since(work, entry):
        raise MergeSentError(what=what)
    numbers = {found.number for found in later_merges(work, entry)}
    if numbers:
        rows = [row for row in recent_sets(work, 10_000) if row.number in numbers]
        raise UndoDependentsError(what, len(rows), tuple(rows))


def _root_kind(work: UnitOfWork, entry: ChangeSet) -> str:
    while entry.undoes is not None:
        entry = _entry(work, entry.undoes)
    return entry.kind


def _refuse_dependents(work: UnitOfWork, entry: ChangeSet, undoing: Undoing, what: str) -> None:
    if not undoing.changes:
        raise NotUndoableError(what=what)
    records = undoing.dependents()
    if records:
        later = later_sets(work, entry.number, records)
        numbers = {found.number for found in later}
        rows = [row for row in recent_sets(work, 10_000) if row.number in numbers]
        raise UndoDependentsError(what, len(records), tuple(rows))


_PAGES = {
    "unit": Changes.UNITS,
    "level": Changes.UNITS | Changes.SETTINGS,
    "signatory": Changes.SETTINGS,
    "campaign": Changes.CAMPAIGNS,
    "sector": Changes.CAMPAIGNS,
    "deadline": Changes.CAMPAIGNS,
    "target": Changes.CAMPAIGNS,
    "scoring_form": Changes.SCORES,
    "score_sheet": Changes.SCORES,
    "council_meeting": Changes.COUNCIL,
    "vote": Changes.COUNCIL,
    "decision": Changes.DECISIONS,
    "decision_item": Changes.DECISIONS,
    "certificate": Changes.CERTIFICATES,
}


def _changes_for(record_types: set[str]) -> Changes:
    touched = Changes.NOTHING
    for record_type in record_types:
        touched |= _PAGES.get(record_type, Changes.REGISTRATIONS)
    return touched
