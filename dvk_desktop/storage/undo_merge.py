"""Take a merged package back exactly, as if it had never come (hoàn tác việc nhập gói).

Taking a merge back as an edit would be wrong twice: our newer versions would keep the same
package out when it is imported again, and tombstones would travel to the sender and delete
their records. So the old versions come back with the old values, what the package brought is
gone, and what we had seen is what we had seen before. That is honest only as long as nothing
was sent since.
"""

from typing import Any

from sqlalchemy import delete, func, select

from dvk_desktop.models import (
    Change,
    ChangeSet,
    Conflict,
    PackageLog,
    RecordAlias,
    Seen,
)
from dvk_desktop.storage.kept_records import KEPT_BEFORE, put_back
from dvk_desktop.storage.undo import Undoing, chunks, take_back
from dvk_desktop.storage.unit_of_work import UnitOfWork
from dvk_desktop.storage.wire import DELETED, fields_of

SEEN_BEFORE = "seen_before"
"""The fact of a merge's change set that holds what had been seen before it."""

ALIASES_ADDED = "aliases_added"
"""The fact of a merge's change set that names the ids it recognised as ours."""

SENT = "out"
"""What ``PackageLog.direction`` says of a package that left this office."""


def seen_snapshot(work: UnitOfWork) -> list[list[Any]]:
    """Return all that has been seen; a merge notes it as the fact ``seen_before``."""
    columns = (Seen.replica_id, Seen.scope, Seen.counter, Seen.learned_from)
    rows = work.session.execute(select(*columns))
    return sorted([*row] for row in rows)


def was_sent_since(work: UnitOfWork, entry: ChangeSet) -> bool:
    """Say whether a package with records left this office after the merge; receipts have none."""
    own = select(func.min(PackageLog.id)).where(PackageLog.change_set_id == entry.id)
    since = work.session.execute(own).scalar() or 0
    query = select(PackageLog.id).where(
        PackageLog.direction == SENT, PackageLog.kind != "receipt", PackageLog.id > since
    )
    return work.session.execute(query.limit(1)).first() is not None


def later_merges(work: UnitOfWork, entry: ChangeSet) -> list[ChangeSet]:
    """Return the merges after this one that still hold, the newest first."""
    query = select(ChangeSet).where(
        ChangeSet.kind == entry.kind,
        ChangeSet.number > entry.number,
        ChangeSet.undone_by.is_(None),
    )
    return list(work.session.execute(query.order_by(ChangeSet.number.desc())).scalars())


class MergeUndoing(Undoing):
    """Restores versions as well as values (hoàn tác việc nhập gói)."""

    def apply(self) -> set[str]:
        """Take the merge back; returns the types of the records that changed."""
        session = self._work.session
        # Records that the package brought point to each other; only the end has to be sound.
        session.connection().exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for change in reversed(self.changes):
            if change.before is not None:
                self._restore(change, change.before)
        session.flush()
        for change in reversed(self.changes):
            if change.before is None:
                self._remove(change)
        session.flush()
        self._forget_package()
        return {change.record_type for change in self.changes}

    def _restore(self, change: Change, before: dict[str, Any]) -> None:
        record = self._records[change.record_id]
        take_back(record, before, change.after)
        if "_v" in before:
            record.version_replica, record.version_counter = before["_v"]
            record.field_versions = dict(before["_fv"])

    def _remove(self, change: Change) -> None:
        record = self._records[change.record_id]
        journal = self._work.session.journal
        journal.note(change.record_type, record.id, fields_of(record), {DELETED: True})
        self._work.session.delete(record)

    def _forget_package(self) -> None:
        session, entry = self._work.session, self._entry
        session.execute(delete(Seen))
        for replica_id, scope, counter, *told in entry.facts[SEEN_BEFORE]:
            row = Seen(replica_id=replica_id, scope=scope, counter=counter)
            row.learned_from = told[0] if told else ""
            session.add(row)
        put_back(self._work, entry.facts.get(KEPT_BEFORE, ()))
        session.execute(delete(Conflict).where(Conflict.change_set_id == entry.id))
        # Left behind, they would make the same package look like one we had seen parts of.
        for ids in chunks(entry.facts.get(ALIASES_ADDED, [])):
            session.execute(delete(RecordAlias).where(RecordAlias.foreign_id.in_(ids)))
        # The log stays: the receipt was sent, and its number must not be used twice.
        for ids in chunks(sorted(self._created)):
            session.execute(delete(RecordAlias).where(RecordAlias.local_id.in_(ids)))
