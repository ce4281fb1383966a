"""The one place that stamps changes: versions, journal, hash chain (đóng dấu thay đổi).

Every exchanged record that is added or changed through a session gets its version here, and
its before and after go into the journal of the running change set. A service cannot forget it:
a change without a change set, a physical delete and a bulk statement are refused.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Table, event, insert, inspect, select
from sqlalchemy.orm import ORMExecuteState, Session

from dvk_desktop.domain.identity import new_id
from dvk_desktop.models import EXCHANGED, Base, Change, ChangeSet, Exchanged, Office
from dvk_desktop.storage.derived import DERIVED
from dvk_desktop.storage.engine import to_json
from dvk_desktop.storage.wire import DELETED, all_fields_of, field_names, fields_of, to_wire


@dataclass
class Journal:
    """What the running transaction has changed so far (nhật ký đang ghi)."""

    kind: str
    title: str
    actor: str
    facts: dict[str, Any] = field(default_factory=dict)
    undoes: str | None = None
    id: str = field(default_factory=new_id)
    changes: list[dict[str, Any]] = field(default_factory=list)
    index: dict[str, int] = field(default_factory=dict)
    replica_id: str = ""
    counter: int = 0
    stamped: bool = True

    def note(
        self,
        record_type: str,
        record_id: str,
        before: dict[str, Any] | None,
        after: dict[str, Any],
    ) -> None:
        """Remember one change; several of one record become one, first before to last after."""
        known = self.index.get(record_id)
        if known is None:
            self.index[record_id] = len(self.changes)
            self.changes.append(
                {
                    "record_type": record_type,
                    "record_id": record_id,
                    "before": before,
                    "after": after,
                }
            )
            return
        entry = self.changes[known]
        entry["after"] = {**entry["after"], **after}
        if entry["before"] is not None and before is not None:
            entry["before"] = {**before, **entry["before"]}


class StampingSession(Session):
    """A session whose exchanged records are stamped at each flush."""

    @property
    def journal(self) -> Journal:
        """Return the running change set; a change outside of one is a fault of the program."""
        journal = self.info.get("journal")
        if not isinstance(journal, Journal):
            raise RuntimeError("a record was changed outside of a change set")
        return journal

    def next_version(self, count: int = 1) -> int:
        """Take ``count`` version numbers of this replica and return the first."""
        journal = self.journal
        if not journal.replica_id:
            office = self.execute(select(Office.replica_id, Office.counter)).one()
            journal.replica_id, journal.counter = office
        first = journal.counter + 1
        journal.counter += count
        return first


@event.listens_for(StampingSession, "before_flush")
def _stamp(session: StampingSession, _context: Any, _instances: Any) -> None:
    for record in session.deleted:
        if isinstance(record, Exchanged) and session.journal.stamped:
            raise RuntimeError("an exchanged record is never deleted, only marked")
    for record in session.new:
        if isinstance(record, Exchanged):
            _stamp_new(session, record)
    for record in session.dirty:
        if isinstance(record, Exchanged) and session.is_modified(record):
            _stamp_changed(session, record)


@event.listens_for(StampingSession, "do_orm_execute")
def _refuse_bulk(state: ORMExecuteState) -> None:
    if not (state.is_update or state.is_delete):
        return
    mapper = state.bind_mapper
    if mapper is not None and issubclass(mapper.class_, Exchanged):
        raise RuntimeError("bulk statements on exchanged records are not stamped; use the ORM")


def _defaults(record: Exchanged) -> None:
    """Fill column defaults now, so that journal and versions see what will be stored."""
    for attribute in inspect(type(record)).column_attrs:
        if getattr(record, attribute.key) is None:
            setattr(record, attribute.key, _default_of(attribute.columns[0]))


def _stamp_new(session: StampingSession, record: Exchanged) -> None:
    journal = session.journal
    if not record.id:
        record.id = new_id()
    _defaults(record)
    derive(record)
    if journal.stamped:
        record.version_counter = session.next_version()
        record.version_replica = journal.replica_id
        record.field_versions = {}
    journal.note(record.RECORD_TYPE, record.id, None, fields_of(record))


def _stamp_changed(session: StampingSession, record: Exchanged) -> None:
    journal = session.journal
    state = inspect(record)
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for name in (*field_names(record.RECORD_TYPE), "is_deleted"):
        history = state.attrs[name].history
        if not history.has_changes():
            continue
        old = history.deleted[0] if history.deleted else None
        new = history.added[0] if history.added else None
        if old == new:
            continue
        key = DELETED if name == "is_deleted" else name
        before[key], after[key] = to_wire(old), to_wire(new)
    gone = _compare_carried(_old(state, "extra") or {}, record.extra or {}, before, after)
    if not after:
        return
    derive(record, after)
    before["_v"] = [_old(state, "version_replica"), _old(state, "version_counter")]
    before["_fv"] = dict(_old(state, "field_versions") or {})
    if journal.stamped:
        counter = session.next_version()
        version = [journal.replica_id, counter]
        stamped = {**record.field_versions, **dict.fromkeys(after, version)}
        record.field_versions = {name: stamped[name] for name in stamped if name not in gone}
    journal.note(record.RECORD_TYPE, record.id, before, after)


def _compare_carried(
    old: dict[str, Any], new: dict[str, Any], before: dict[str, Any], after: dict[str, Any]
) -> set[str]:
    """Note what changed of the fields of newer programs; returns the names that are gone."""
    for name in old.keys() | new.keys():
        if name in old and name in new and to_json(old[name]) == to_json(new[name]):
            continue
        if name in old:
            before[name] = old[name]
        after[name] = new.get(name)
    return old.keys() - new.keys()


def restamp(session: StampingSession, record: Exchanged, field_name: str) -> None:
    """Give one field a new version even if its value stays: a choice is a version of its own."""
    session.flush()
    counter = session.next_version()
    version = [session.journal.replica_id, counter]
    record.field_versions = {**record.field_versions, field_name: version}
    value = record.is_deleted if field_name == DELETED else all_fields_of(record).get(field_name)
    # Without a value from before, undoing would take a field of a newer program for a new one.
    before = {field_name: value} if field_name in (record.extra or {}) else {}
    session.journal.note(record.RECORD_TYPE, record.id, before, {field_name: value})


def _old(state: Any, name: str) -> Any:
    """Return the value that a column had when it was loaded."""
    history = state.attrs[name].history
    return history.deleted[0] if history.deleted else getattr(state.object, name)


def derive(record: Exchanged, changed: Iterable[str] | None = None) -> None:
    """Recompute the derived columns of a record, if a field they look at has changed."""
    rule = DERIVED.get(record.RECORD_TYPE)
    if rule is None:
        return
    looked_at, compute = rule
    if changed is not None and looked_at.isdisjoint(changed):
        return
    values = {name: getattr(record, name) for name in looked_at}
    for name, value in compute(values).items():
        setattr(record, name, value)


def bulk_add(
    session: StampingSession, record_type: str, rows: Sequence[dict[str, Any]]
) -> list[str]:
    """Insert many new records of one type, stamped and journalled, in one statement.

    Each row maps field names to column values and may bring its own ``id``; what it leaves out
    takes the column's default. Returns the ids in order.
    """
    first = session.next_version(len(rows))
    journal = session.journal
    mapped = EXCHANGED[record_type]
    blank = blank_row(mapped)
    derived = DERIVED.get(record_type)
    names = field_names(record_type)
    ids: list[str] = []
    for start in range(0, len(rows), _BULK_CHUNK):
        filled: list[dict[str, Any]] = []
        for row in rows[start : start + _BULK_CHUNK]:
            values = {**blank, **row}
            values["id"] = row.get("id") or new_id()
            values["version_replica"] = journal.replica_id
            values["version_counter"] = first + len(ids)
            if derived is not None:
                values.update(derived[1](values))
            after = {name: to_wire(values[name]) for name in names if values[name] not in _EMPTY}
            journal.note(record_type, values["id"], None, after)
            filled.append(values)
            ids.append(values["id"])
        session.execute(insert(table_of(mapped)), filled)
    return ids


_BULK_CHUNK = 5000
"""Rows given to one statement: enough to be fast, few enough to be small."""

_EMPTY = (None, "", ())


def table_of(mapped: type[Base] | type[Exchanged]) -> Table:
    """Return the table of a mapped class."""
    table = inspect(mapped).local_table
    if not isinstance(table, Table):
        raise TypeError(f"{mapped.__name__} is not mapped to a table")
    return table


def blank_row(mapped: type[Exchanged]) -> dict[str, Any]:
    """Return the value that each column takes when a row does not name it."""
    blank: dict[str, Any] = {}
    for column in table_of(mapped).columns:
        blank[column.name] = _default_of(column)
    return blank


def _default_of(column: Any) -> Any:
    """Return the value that a column takes when none is given."""
    default = column.default
    if default is None:
        return None
    return default.arg(None) if default.is_callable else default.arg


def write_journal(session: StampingSession, now: datetime) -> ChangeSet | None:
    """Store the running change set, chained to the one before; nothing changed stores nothing."""
    journal = session.journal
    if not journal.changes and not journal.facts.get("always"):
        return None
    journal.facts.pop("always", None)
    if journal.replica_id:
        office = session.execute(select(Office)).scalar_one()
        office.counter = journal.counter
    previous = session.execute(
        select(ChangeSet.hash).order_by(ChangeSet.number.desc()).limit(1)
    ).scalar_one_or_none()
    entry = ChangeSet(
        id=journal.id,
        kind=journal.kind,
        title=journal.title,
        facts=journal.facts,
        actor=journal.actor,
        happened_at=now.isoformat(timespec="seconds"),
        undoes=journal.undoes,
        previous_hash=previous or "",
    )
    session.add(entry)
    session.flush()
    digest = hashlib.sha256()
    for change in journal.changes:
        change["change_set"] = entry.number
        digest.update(change_line(change).encode())
    for start in range(0, len(journal.changes), _BULK_CHUNK):
        session.execute(insert(table_of(Change)), journal.changes[start : start + _BULK_CHUNK])
    entry.hash = chain_hash(entry, digest.hexdigest())
    return entry


def change_line(change: dict[str, Any]) -> str:
    """Return one change as the text that the hash chain covers."""
    return to_json([change["record_type"], change["record_id"], change["before"], change["after"]])


def chain_hash(entry: ChangeSet, changes_digest: str) -> str:
    """Return the hash of a change set over its own facts, its changes and the one before."""
    text = to_json(
        [
            entry.previous_hash,
            entry.id,
            entry.kind,
            entry.title,
            entry.facts,
            entry.actor,
            entry.happened_at,
            entry.undoes,
            changes_digest,
        ]
    )
    return hashlib.sha256(text.encode()).hexdigest()
