"""What the journal says, straight from the tables (truy vấn nhật ký)."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, select

from dvk_desktop.domain.records.certificate import quoted
from dvk_desktop.domain.records.office import ChangeSetRow
from dvk_desktop.domain.words import Wording
from dvk_desktop.models import Change, ChangeSet
from dvk_desktop.storage.unit_of_work import UnitOfWork

UNDO, REDO = "undo", "redo"
TURNED = (UNDO, REDO)
"""Kinds of the change sets that take back or give back."""

_OF_REGISTRATIONS = frozenset({"registration", "exemplar"})


def raw_connection(work: UnitOfWork) -> sqlite3.Connection:
    """Return the driver's own connection, inside the snapshot of the unit of work."""
    raw = work.session.connection().connection.driver_connection
    if not isinstance(raw, sqlite3.Connection):
        raise TypeError("the journal is read through SQLite")
    return raw


def head(work: UnitOfWork) -> str:
    """Return the hash of the last change set, or nothing."""
    query = select(ChangeSet.hash).order_by(ChangeSet.number.desc()).limit(1)
    return work.session.execute(query).scalar_one_or_none() or ""


def hash_of(work: UnitOfWork) -> dict[int, str]:
    """Return the hash of each change set."""
    rows = work.session.execute(select(ChangeSet.number, ChangeSet.hash))
    return {number: text for number, text in rows}


def last_number(work: UnitOfWork) -> int:
    """Return the number of the last change set, or 0."""
    return work.session.execute(select(func.max(ChangeSet.number))).scalar() or 0


def first_moment(work: UnitOfWork) -> datetime | None:
    """Return when the journal begins."""
    query = select(ChangeSet.happened_at).order_by(ChangeSet.number).limit(1)
    text = work.session.execute(query).scalar_one_or_none()
    return None if text is None else datetime.fromisoformat(text)


def recent_sets(work: UnitOfWork, limit: int) -> list[ChangeSetRow]:
    """Return the newest change sets first."""
    return _rows(work, select(ChangeSet).order_by(ChangeSet.number.desc()).limit(limit))


def newest_undoable(work: UnitOfWork) -> ChangeSetRow | None:
    """Return the newest change set that holds, changed something and undid nothing."""
    return _newest(work, ChangeSet.kind.not_in(TURNED) & _has_changes())


def newest_turn(work: UnitOfWork) -> ChangeSetRow | None:
    """Return the newest undoing that holds, or what was done since."""
    done_since = ChangeSet.kind.not_in(TURNED) & _has_changes()
    return _newest(work, (ChangeSet.kind == UNDO) | done_since)


def registrations_changed(work: UnitOfWork, change_set_id: str) -> list[str] | None:
    """Return the ids of the registrations of a change set; None when it changed more than them."""
    query = (
        select(Change.record_type, Change.record_id)
        .join(ChangeSet, ChangeSet.number == Change.change_set)
        .where(ChangeSet.id == change_set_id)
    )
    found = list(work.session.execute(query))
    if any(record_type not in _OF_REGISTRATIONS for record_type, _ in found):
        return None
    return [record_id for record_type, record_id in found if record_type == "registration"]


def sets_of_record(work: UnitOfWork, record_id: str) -> list[ChangeSetRow]:
    """Return the change sets that touched one record, the newest first."""
    numbers = select(Change.change_set).where(Change.record_id == record_id)
    query = select(ChangeSet).where(ChangeSet.number.in_(numbers))
    return _rows(work, query.order_by(ChangeSet.number.desc()))


def changes_of_record(work: UnitOfWork, record_id: str) -> list[tuple[ChangeSet, Change]]:
    """Return what was done to one record, the oldest first."""
    query = (
        select(ChangeSet, Change)
        .join(Change, Change.change_set == ChangeSet.number)
        .where(Change.record_id == record_id)
        .order_by(Change.id)
    )
    return [(entry, change) for entry, change in work.session.execute(query)]


def _newest(work: UnitOfWork, condition: ColumnElement[bool]) -> ChangeSetRow | None:
    query = select(ChangeSet).where(ChangeSet.undone_by.is_(None), condition)
    rows = _rows(work, query.order_by(ChangeSet.number.desc()).limit(1))
    return rows[0] if rows else None


def _has_changes() -> ColumnElement[bool]:
    return exists().where(Change.change_set == ChangeSet.number)


def _rows(work: UnitOfWork, query: Select[Any]) -> list[ChangeSetRow]:
    entries = work.session.execute(query).scalars().all()
    counts = _counts(work, (entry.number for entry in entries))
    return [set_row(entry, counts.get(entry.number, 0)) for entry in entries]


def _counts(work: UnitOfWork, numbers: Iterable[int]) -> dict[int, int]:
    query = (
        select(Change.change_set, func.count())
        .where(Change.change_set.in_(list(numbers)))
        .group_by(Change.change_set)
    )
    return {number: count for number, count in work.session.execute(query)}


def set_row(entry: ChangeSet, changes: int) -> ChangeSetRow:
    """Return a change set as a record."""
    return ChangeSetRow(
        id=entry.id,
        number=entry.number,
        kind=entry.kind,
        title=title_of(entry),
        actor=entry.actor,
        happened_at=entry.happened_at,
        changes=changes,
        undone=entry.undone_by is not None,
    )


def _facts_of(entry: ChangeSet) -> dict[str, Any]:
    """Return the facts; a name that the template puts in quotes loses marks of its own."""
    return {
        key: quoted(fact)[1:-1] if isinstance(fact, str) and f"“{{{key}}}”" in entry.title else fact
        for key, fact in entry.facts.items()
    }


def title_of(entry: ChangeSet) -> str:
    """Return the title with its facts; a fact that is missing leaves the template as it is."""
    try:
        return str(Wording(entry.title, _facts_of(entry)))
    except (KeyError, IndexError, ValueError):
        return entry.title
