"""Take a change set back as a new change set (hoàn tác).

New records become tombstones and changed fields get the value from before. Nothing is taken
back over the head of later work: what was built on the change set is found first.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import inspect, select

from dvk_desktop.models import EXCHANGED, Change, ChangeSet, Exchanged
from dvk_desktop.storage.unit_of_work import UnitOfWork
from dvk_desktop.storage.wire import (
    DELETED,
    all_fields_of,
    drop_field,
    field_names,
    fields_of,
    set_field,
)

_CHUNK = 500
_EMPTY: tuple[Any, ...] = (None, "", [])


class Undoing:
    """The changes of one change set, set against what the records hold today (đối chiếu)."""

    def __init__(self, work: UnitOfWork, entry: ChangeSet) -> None:
        self._work = work
        self._entry = entry
        self.changes = changes_of(work, entry.number)
        self._records = _records_of(work, self.changes)
        self._before = {change.record_id: change.before for change in self.changes}
        self._created = {change.record_id for change in self.changes if change.before is None}

    def record(self, record_id: str) -> Exchanged | None:
        """Return one of the records of the change set as it is today."""
        return self._records.get(record_id)

    def dependents(self) -> list[str]:
        """Return the ids of records that later work has built on, in no order."""
        found = {change.record_id for change in self.changes if self._was_changed_later(change)}
        found |= set(self._children())
        return sorted(found | set(self._orphans()))

    def _was_changed_later(self, change: Change) -> bool:
        record = self._records.get(change.record_id)
        if record is None:
            return True
        if change.before is None and record.is_deleted:
            return False
        now = {**all_fields_of(record), DELETED: record.is_deleted}
        if change.before is not None:
            return any(now.get(name) != value for name, value in change.after.items())
        return any(_differ(now[name], change.after.get(name)) for name in fields_of(record))

    def _children(self) -> Iterator[str]:
        """Yield living records that point to one which undoing would remove."""
        going = self._created | self._deleted_by_undo()
        if not going:
            return
        for record_type, column in _references(self._target_tables(going)):
            mapped = EXCHANGED[record_type]
            attribute = getattr(mapped, column)
            for ids in chunks(sorted(going)):
                query = select(mapped.id).where(attribute.in_(ids), mapped.is_deleted.is_(False))
                for child in self._work.session.execute(query).scalars():
                    if child not in going and not self._gives_back(child, column):
                        yield child

    def _gives_back(self, record_id: str, name: str) -> bool:
        """Say whether undoing gives this field of this record its value from before."""
        before = self._before.get(record_id)
        return before is not None and name in before

    def _deleted_by_undo(self) -> set[str]:
        return {
            change.record_id
            for change in self.changes
            if change.before is not None and change.before.get(DELETED) is True
        }

    def _target_tables(self, ids: set[str]) -> set[str]:
        return {change.record_type for change in self.changes if change.record_id in ids}

    def _orphans(self) -> Iterator[str]:
        """Yield records which undoing would leave pointing to a removed one."""
        restored = {
            change.record_id
            for change in self.changes
            if change.before is not None and change.before.get(DELETED) is False
        }
        for change in self.changes:
            if change.before is None:
                continue
            record = self._records.get(change.record_id)
            if record is None:
                continue
            for name, record_type in keys_of(change.record_type):
                if name not in change.before and change.record_id not in restored:
                    continue
                target = change.before.get(name, getattr(record, name))
                if target is None or target in restored:
                    continue
                parent = self._work.session.get(EXCHANGED[record_type], target)
                if parent is None or parent.is_deleted:
                    yield change.record_id

    def apply(self) -> set[str]:
        """Take the changes back; returns the types of the records that changed."""
        for change in reversed(self.changes):
            record = self._records[change.record_id]
            if change.before is None:
                record.is_deleted = True
                continue
            take_back(record, change.before, change.after)
        return {change.record_type for change in self.changes}


def take_back(record: Exchanged, before: dict[str, Any], after: dict[str, Any]) -> None:
    """Give a record its values from before; what it did not carry then goes."""
    for name in after.keys() - before.keys():
        # A choice between two values notes the one that was taken and nothing from before.
        if name != DELETED and name not in field_names(record.RECORD_TYPE):
            drop_field(record, name)
    for name, value in before.items():
        if not name.startswith("_"):
            set_field(record, name, value)


def _differ(now: Any, then: Any) -> bool:
    # A bulk insert leaves empty fields out of the journal.
    return now != then and not (now in _EMPTY and then in _EMPTY)


def changes_of(work: UnitOfWork, number: int) -> Sequence[Change]:
    """Return the changes of one change set in the order in which they were made."""
    query = select(Change).where(Change.change_set == number).order_by(Change.id)
    return work.session.execute(query).scalars().all()


def _records_of(work: UnitOfWork, changes: Sequence[Change]) -> dict[str, Exchanged]:
    found: dict[str, Exchanged] = {}
    for record_type, mapped in EXCHANGED.items():
        wanted = [change.record_id for change in changes if change.record_type == record_type]
        for ids in chunks(wanted):
            query = select(mapped).where(mapped.id.in_(ids))
            found.update({record.id: record for record in work.session.execute(query).scalars()})
    return found


def chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the ids in pieces that one statement can hold."""
    for start in range(0, len(ids), _CHUNK):
        yield ids[start : start + _CHUNK]


def keys_of(record_type: str) -> Iterator[tuple[str, str]]:
    """Yield each column of a type that points to a record, with the type it points to."""
    columns = inspect(EXCHANGED[record_type]).columns
    for column in columns:
        for key in column.foreign_keys:
            yield column.name, key.column.table.name


def _references(record_types: set[str]) -> Iterator[tuple[str, str]]:
    """Yield type and column of everything that may point to records of these types."""
    for record_type in EXCHANGED:
        for column, target in keys_of(record_type):
            if target in record_types:
                yield record_type, column


def later_sets(work: UnitOfWork, number: int, record_ids: Sequence[str]) -> list[ChangeSet]:
    """Return the change sets after ``number`` that touched any of the records, newest first."""
    found: dict[int, ChangeSet] = {}
    for ids in chunks(record_ids):
        query = (
            select(ChangeSet)
            .join(Change, Change.change_set == ChangeSet.number)
            .where(ChangeSet.number > number, Change.record_id.in_(ids))
        )
        found.update({entry.number: entry for entry in work.session.execute(query).scalars()})
    return [found[key] for key in sorted(found, reverse=True)]


def mark_undone(work: UnitOfWork, entry: ChangeSet) -> None:
    """Note that the running change set takes ``entry`` back.

    Taking back an undoing makes what it had undone hold again, and so on down the line.
    """
    current, undone_by = entry, work.change_set_id
    while True:
        current.undone_by = undone_by or None
        if current.undoes is None:
            return
        below = work.first(ChangeSet, id=current.undoes)
        if below is None:
            return
        undone_by = "" if undone_by else current.id
        current = below


def name_of(record: Exchanged | None) -> str:
    """Return what a person calls a record, or nothing."""
    for attribute in ("name", "title", "number_text", "file_name", "member", "step"):
        value = getattr(record, attribute, "")
        if value:
            return str(value)
    return ""
