"""Do what a merge plan says, inside one transaction (thực hiện kế hoạch trộn)."""

from collections import defaultdict
from typing import Any

from sqlalchemy import insert, select, text

from dvk_desktop.domain.merging import FieldChange, RecordAction
from dvk_desktop.domain.progress import Progress
from dvk_desktop.domain.record_types import RECORD_TYPES
from dvk_desktop.domain.records.package import Manifest, WireRecord
from dvk_desktop.models import EXCHANGED, Conflict, Exchanged
from dvk_desktop.storage.derived import DERIVED
from dvk_desktop.storage.merge_plan import MergePlan, PlannedRecord
from dvk_desktop.storage.stamping import blank_row, table_of
from dvk_desktop.storage.unit_of_work import UnitOfWork
from dvk_desktop.storage.wire import field_names, from_wire, set_field, to_wire

_EMPTY = (None, "", ())
_ROWS_AT_ONCE = 2000
"""Rows given to one statement: enough to be fast, few enough to be small."""


def apply_plan(work: UnitOfWork, plan: MergePlan, manifest: Manifest, progress: Progress) -> None:
    """Store new records, taken fields and conflicts; the caller commits or rolls back."""
    # Children may be inserted before parents of the same table, such as units.
    work.session.execute(text("PRAGMA defer_foreign_keys = ON"))
    new: dict[str, list[WireRecord]] = defaultdict(list)
    total = len(plan.records)
    for done, planned in enumerate(plan.records, start=1):
        if planned.is_carried_out:
            if planned.plan.action is RecordAction.NEW:
                new[planned.record_type].append(planned.plan.incoming)
            elif planned.plan.changes and planned.local is not None:
                _change(planned.local, planned)
                _keep_conflicts(work, planned, manifest)
        progress.step(done, total, planned.record_type)
    work.session.flush()
    for record_type in RECORD_TYPES:
        records = new.pop(record_type, [])
        for start in range(0, len(records), _ROWS_AT_ONCE):
            _insert(work, record_type, records[start : start + _ROWS_AT_ONCE])


def _insert(work: UnitOfWork, record_type: str, records: list[WireRecord]) -> None:
    mapped = EXCHANGED[record_type]
    names = field_names(record_type)
    known = frozenset(names)
    blank = blank_row(mapped)
    derived = DERIVED.get(record_type)
    rows: list[dict[str, Any]] = []
    for record in records:
        fields = {name: value for name, value in record.fields.items() if name in known}
        unknown = {name: value for name, value in record.fields.items() if name not in known}
        row = {**blank, **from_wire(record_type, fields)}
        row["id"] = record.id
        row["version_replica"], row["version_counter"] = record.v
        row["field_versions"] = {name: list(version) for name, version in record.fv.items()}
        row["is_deleted"] = record.deleted
        row["extra"] = unknown or None
        if derived is not None:
            row.update(derived[1](row))
        after = {name: to_wire(row[name]) for name in names if row[name] not in _EMPTY}
        work.session.journal.note(record_type, record.id, None, after)
        rows.append(row)
    work.session.execute(insert(table_of(mapped)), rows)


def _change(local: Exchanged, planned: PlannedRecord) -> None:
    versions = dict(local.field_versions)
    for change in planned.plan.stored:
        versions[change.name] = list(change.merged_version)
        if change.changes_value or change.local_version is None:
            set_field(local, change.name, change.incoming_value)
    local.field_versions = versions


def _keep_conflicts(work: UnitOfWork, planned: PlannedRecord, manifest: Manifest) -> None:
    for change in planned.plan.changes:
        _settle(work, planned, change)
    for change in planned.plan.conflicts:
        replica, counter = change.incoming_version
        query = select(Conflict.id).where(
            Conflict.record_id == planned.record_id,
            Conflict.field == change.name,
            Conflict.their_replica == replica,
            Conflict.their_counter == counter,
        )
        if work.session.execute(query).first() is not None:
            continue
        work.session.add(
            Conflict(
                record_type=planned.record_type,
                record_id=planned.record_id,
                field=change.name,
                ours=change.local_value,
                theirs=change.incoming_value,
                their_replica=replica,
                their_counter=counter,
                sender_name=manifest.sender.name,
                package_id=manifest.package_id,
                change_set_id=work.change_set_id,
                found_at=work.now.isoformat(timespec="seconds"),
            )
        )


def _settle(work: UnitOfWork, planned: PlannedRecord, change: FieldChange) -> None:
    """Close the conflicts whose kept value the sender has replaced by a newer one."""
    for replica, counter in change.settles:
        query = select(Conflict).where(
            Conflict.record_id == planned.record_id,
            Conflict.field == change.name,
            Conflict.their_replica == replica,
            Conflict.their_counter == counter,
            Conflict.resolution == "",
        )
        for row in work.session.execute(query).scalars():
            row.resolution = "replaced"
            row.resolved_at = work.now.isoformat(timespec="seconds")
