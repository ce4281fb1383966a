"""Records of types that only a newer program knows, kept and sent on (bản ghi giữ hộ).

An office with an older program may stand between two with newer ones. What it does not know it
cannot show, judge or ask about, but it loses nothing of it: the fields merge by the rules of
section 7, and where two values differ that nobody has seen, the larger version stands.

``campaign_id``, ``unit_id``, ``registration_id`` and ``sha256`` mean the same in every type, also
in ones to come; nothing else of such a record is looked at.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import select

from dvk_desktop.domain.merging import DELETED, FieldChange, FieldOutcome, plan_record
from dvk_desktop.domain.record_types import RECORD_TYPES
from dvk_desktop.domain.records.package import Manifest, PackageKind, WireRecord
from dvk_desktop.domain.words import Wording
from dvk_desktop.models import KeptRecord, Registration
from dvk_desktop.storage.knowledge import BASE_SCOPE, knowledge_of
from dvk_desktop.storage.natural_keys import Aliases
from dvk_desktop.storage.unit_of_work import UnitOfWork

KEPT_BEFORE = "kept_before"
"""The fact of a merge's change set that holds the kept records as they were before."""

_LED_TO_OURS = ("campaign_id", "unit_id")
_Records = Mapping[str, Sequence[WireRecord]]
_Before = tuple[str, str, dict[str, Any] | None]


def unknown_types(records: _Records) -> tuple[str, ...]:
    """Return the types in a package that this program does not know."""
    return tuple(
        sorted(name for name, found in records.items() if found and name not in RECORD_TYPES)
    )


def kept_notices(records: _Records) -> tuple[Wording, ...]:
    """Say that a package holds what only a newer program can show."""
    count = sum(len(records[name]) for name in unknown_types(records))
    if not count:
        return ()
    text = (
        "Gói do bản chương trình mới hơn lập, có {count} bản ghi thuộc loại mà bản này chưa biết."
        " Các bản ghi đó được giữ nguyên và gửi tiếp; muốn xem, hãy cập nhật chương trình."
    )
    return (Wording(text, {"count": count}),)


def keep_unknown(
    work: UnitOfWork,
    manifest: Manifest,
    records: _Records,
    aliases: Aliases,
    branch: Collection[str],
) -> list[_Before]:
    """Keep what a package brings of unknown types; returns what was held before, for undoing.

    An office below cannot change what lies outside its ``branch``, nor what came from above.
    """
    keeper = _Keeper(work, manifest, branch)
    return [
        before
        for record_type in unknown_types(records)
        for record in records[record_type]
        if (before := keeper.keep(record_type, _led_to_ours(record, aliases))) is not None
    ]


def put_back(work: UnitOfWork, before: Iterable[_Before]) -> None:
    """Make the kept records again what they were before a merge."""
    for record_type, record_id, columns in before:
        row = work.session.get(KeptRecord, (record_type, record_id))
        if row is not None and columns is None:
            work.session.delete(row)
        elif row is not None and columns is not None:
            for name, value in columns.items():
                setattr(row, name, value)


def kept_in_scope(
    work: UnitOfWork,
    campaign_ids: Sequence[str],
    branch: Collection[str],
    registration_ids: Collection[str],
    *,
    is_going_up: bool,
) -> dict[str, list[WireRecord]]:
    """Return the kept records that belong in a package of this content.

    One that hangs on no unit and no registration goes on in the direction in which it came.
    """
    wanted, here = frozenset(campaign_ids), frozenset(registration_ids)
    found: dict[str, list[WireRecord]] = {}
    for row in work.session.execute(select(KeptRecord).order_by(KeptRecord.id)).scalars():
        campaign, unit, registration = (
            row.fields.get(name) for name in ("campaign_id", "unit_id", "registration_id")
        )
        if campaign is not None and campaign not in wanted:
            continue
        if registration is not None or unit is not None:
            fits = registration in here if registration is not None else unit in branch
        else:
            fits = row.is_from_below is is_going_up
        if fits:
            found.setdefault(row.record_type, []).append(_as_wire(row))
    return found


class _Keeper:
    def __init__(self, work: UnitOfWork, manifest: Manifest, branch: Collection[str]) -> None:
        self._work = work
        self._seen = manifest.seen
        self._knowledge = knowledge_of(work)
        self._branch = branch
        self._is_from_below = manifest.kind is PackageKind.UP

    def keep(self, record_type: str, record: WireRecord) -> _Before | None:
        row = self._work.session.get(KeptRecord, (record_type, record.id))
        if self._is_from_below and not self._may_change(row, record):
            return None
        if row is None:
            row = KeptRecord(
                record_type=record_type, id=record.id, is_from_below=self._is_from_below
            )
            _store(row, record)
            self._work.session.add(row)
            return record_type, record.id, None
        held = _as_wire(row)
        scope = str(held.fields.get("campaign_id") or BASE_SCOPE)
        changes = plan_record(held, record, self._seen, self._knowledge.of(scope)).changes
        merged = _merged(held, record, changes)
        if merged == held:
            return None
        before = _columns(row)
        _store(row, merged)
        return record_type, record.id, before

    def _may_change(self, row: KeptRecord | None, record: WireRecord) -> bool:
        states = [record.fields] if row is None else [record.fields, row.fields]
        if row is not None and not row.is_from_below and not any(map(_is_placed, states)):
            return False
        return all(self._is_in_branch(fields) for fields in states)

    def _is_in_branch(self, fields: Mapping[str, Any]) -> bool:
        registration_id = fields.get("registration_id")
        if registration_id is not None:
            held = self._work.session.get(Registration, registration_id)
            return held is not None and held.unit_id in self._branch
        unit = fields.get("unit_id")
        return unit is None or unit in self._branch


def _is_placed(fields: Mapping[str, Any]) -> bool:
    return any(fields.get(name) is not None for name in ("registration_id", "unit_id"))


def _merged(held: WireRecord, incoming: WireRecord, changes: Iterable[FieldChange]) -> WireRecord:
    fields, versions, deleted = dict(held.fields), dict(held.fv), held.deleted
    for change in changes:
        is_taken = change.outcome is FieldOutcome.TAKE
        version = change.merged_version
        if change.outcome is FieldOutcome.CONFLICT and change.local_version is not None:
            # Nobody can be asked about what cannot be shown; every office decides alike.
            ours, theirs = change.local_version, change.incoming_version
            is_taken = (theirs[1], theirs[0]) > (ours[1], ours[0])
            version = theirs if is_taken else ours
        versions[change.name] = version
        if not is_taken:
            continue
        if change.name == DELETED:
            deleted = incoming.deleted
        else:
            fields[change.name] = change.incoming_value
    return WireRecord(held.id, fields, held.v, versions, deleted)


def _led_to_ours(record: WireRecord, aliases: Aliases) -> WireRecord:
    led = {
        name: aliases.local_id(record.fields[name])
        for name in _LED_TO_OURS
        if isinstance(record.fields.get(name), str)
    }
    return replace(record, fields={**record.fields, **led})


def _as_wire(row: KeptRecord) -> WireRecord:
    versions = {name: (found[0], found[1]) for name, found in row.field_versions.items()}
    v = (row.version_replica, row.version_counter)
    return WireRecord(row.id, row.fields, v, versions, row.is_deleted)


def _store(row: KeptRecord, record: WireRecord) -> None:
    row.version_replica, row.version_counter = record.v
    row.field_versions = {name: list(version) for name, version in record.fv.items()}
    row.is_deleted = record.deleted
    row.fields = dict(record.fields)


def _columns(row: KeptRecord) -> dict[str, Any]:
    names = ("version_replica", "version_counter", "field_versions", "is_deleted", "fields")
    return {name: getattr(row, name) for name in names}
