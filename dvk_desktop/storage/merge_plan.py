"""What merging a package does to each record, worked out before anything changes (kế hoạch trộn).

The rules of a single field are ``domain.merging``; here they meet the database: ids of other
offices, scopes of what was seen, references, and records that the sender may not change.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from sqlalchemy import select

from dvk_desktop.domain.merging import (
    FieldChange,
    FieldOutcome,
    RecordAction,
    RecordPlan,
    plan_record,
    without_fields,
)
from dvk_desktop.domain.record_types import RECORD_TYPES, FieldSpec
from dvk_desktop.domain.records.package import Manifest, PackageKind, Version, WireRecord
from dvk_desktop.domain.words import Wording
from dvk_desktop.models import EXCHANGED, Conflict, Exchanged
from dvk_desktop.storage.authority import Authority, sender_unit
from dvk_desktop.storage.knowledge import BASE_SCOPE, knowledge_of
from dvk_desktop.storage.natural_keys import NATURAL_KEYS, Aliases
from dvk_desktop.storage.unit_of_work import UnitOfWork
from dvk_desktop.storage.wire import wire_record

_CHUNK = 500
_BRINGS_SCOPE = {
    "registration_event": "registration_id",
    "attachment": "registration_id",
    "site": "registration_id",
    "score_sheet": "registration_id",
    "vote_count": "meeting_id",
    "decision_item": "decision_id",
    "certificate": "decision_item_id",
}
"""Records whose campaign is that of the record they hang on."""

LEFT_OUT = Wording("Nơi nhận để lại, chưa nhập; gói sau sẽ hỏi lại.")
NO_PARENT = Wording("Thiếu bản ghi liên quan nên chưa nhập được; gói sau sẽ mang đủ.")


@dataclass(frozen=True, slots=True)
class PlannedRecord:
    """One incoming record and what becomes of it (bản ghi trong kế hoạch).

    ``refused_fields`` names what alone is refused of it; the rest of the plan is carried out.
    """

    record_type: str
    plan: RecordPlan
    local: Exchanged | None
    refused: Wording | None = None
    refused_fields: tuple[str, ...] = ()

    @property
    def is_carried_out(self) -> bool:
        """Say whether anything of the record is taken."""
        return self.refused is None or bool(self.refused_fields)

    @property
    def record_id(self) -> str:
        """Return our id of the record."""
        return self.plan.incoming.id


@dataclass
class MergePlan:
    """What merging one package does (kế hoạch nhập gói).

    ``withheld`` lists the versions that a person left out: they must not count as seen.
    """

    records: list[PlannedRecord] = field(default_factory=list)
    withheld: list[Version] = field(default_factory=list)


class MergePlanner:
    """Plans record by record, parents before children."""

    def __init__(
        self, work: UnitOfWork, manifest: Manifest, left_out: Collection[str] = ()
    ) -> None:
        self.aliases = Aliases(work)
        self.plan = MergePlan()
        self._work = work
        self._sender_seen = manifest.seen
        self._from_below = manifest.kind is PackageKind.UP
        self._manifest = manifest
        self._authority = Authority(work, manifest)
        self._left_out = frozenset(left_out)
        self._knowledge = knowledge_of(work)
        self._seen: dict[str, dict[str, int]] = {}
        self._scope_of: dict[str, str] = {}
        self._present: dict[str, set[str]] = {}
        self._asides = _open_asides(work)

    def add(self, record_type: str, records: Iterable[WireRecord]) -> None:
        """Plan all incoming records of one type; call in the order of ``RECORD_TYPES``."""
        arrived = list(records)
        self._recognise(record_type, arrived)
        translated = [self._translate(record_type, record) for record in arrived]
        local = self._load(record_type, [record.id for record in translated])
        self._known(record_type).update(record.id for record in translated)
        self._authority.meet(record_type, translated, local.keys())
        first = len(self.plan.records)
        for record in translated:
            planned = self._plan(record_type, record, local)
            self.plan.records.append(planned)
            self._forget_refused(planned)
        self._refuse_orphans(record_type, first)

    def _forget_refused(self, planned: PlannedRecord) -> None:
        if planned.refused is not None and planned.local is None:
            self._known(planned.record_type).discard(planned.record_id)

    def _refuse_orphans(self, record_type: str, first: int) -> None:
        """Refuse what hangs on a record of its own type that was refused behind it."""
        if all(spec.reference != record_type for spec in _references(record_type)):
            return
        records, is_stable = self.plan.records, False
        while not is_stable:
            is_stable = True
            for index in range(first, len(records)):
                attached = self._attached(records[index])
                if attached is not records[index]:
                    records[index], is_stable = attached, False
                    self._forget_refused(attached)

    def _recognise(self, record_type: str, records: list[WireRecord]) -> None:
        """Find the records that we hold under another id, before anything refers to them."""
        if record_type not in NATURAL_KEYS:
            return
        ids = [self.aliases.local_id(record.id) for record in records]
        local = self._load(record_type, ids)
        for record, local_id in zip(records, ids, strict=True):
            if local_id not in local:
                fields = self._translate(record_type, record).fields
                self.aliases.recognise(record_type, record.id, fields)
        if record_type == "unit" and self._from_below:
            self._recognise_sender(records)

    def _recognise_sender(self, units: list[WireRecord]) -> None:
        """Take the sender's own unit for ours of its code, whatever code it bears there by now."""
        sender, ids = self._manifest.sender, {unit.id for unit in units}
        ours = sender_unit(self._work, self._manifest)
        own = [
            unit
            for unit in units
            if unit.fields.get("parent_id") not in ids
            and unit.fields.get("level_code") == sender.level
            and not unit.deleted
        ]
        codes = {str(unit.fields.get("code")).casefold() for unit in units}
        if ours is None or len(own) != 1 or sender.code.casefold() in codes:
            return
        if self.aliases.local_id(own[0].id) == own[0].id and own[0].id not in self._known("unit"):
            self.aliases.lead("unit", own[0].id, ours)

    def _translate(self, record_type: str, record: WireRecord) -> WireRecord:
        led: dict[str, Any] = {}
        for spec in _references(record_type):
            value = record.fields.get(spec.name)
            if value is None:
                continue
            if spec.kind == "ids":
                ours: Any = [self.aliases.local_id(found) for found in value]
            else:
                ours = self.aliases.local_id(value)
            if ours != value:
                led[spec.name] = ours
        local_id = self.aliases.local_id(record.id)
        if not led and local_id == record.id:
            return record
        fields = {**record.fields, **led} if led else record.fields
        return WireRecord(local_id, fields, record.v, record.fv, record.deleted)

    def _load(self, record_type: str, ids: list[str]) -> dict[str, Exchanged]:
        mapped = EXCHANGED[record_type]
        found: dict[str, Exchanged] = {}
        for start in range(0, len(ids), _CHUNK):
            query = select(mapped).where(mapped.id.in_(ids[start : start + _CHUNK]))
            found.update({row.id: row for row in self._work.session.execute(query).scalars()})
        return found

    def _plan(
        self, record_type: str, record: WireRecord, local: dict[str, Exchanged]
    ) -> PlannedRecord:
        ours = local.get(record.id)
        if ours is not None and self.aliases.is_new(record.id):
            return self._plan_aliased(record_type, record, ours)
        scope = self._scope(record_type, record)
        if scope not in self._seen:
            self._seen[scope] = self._knowledge.of(scope)
        plan = plan_record(
            None if ours is None else wire_record(ours),
            record,
            self._sender_seen,
            self._seen[scope],
            self._asides.get(record.id),
        )
        return self._leave_out(self._judge(PlannedRecord(record_type, plan, ours)))

    def _plan_aliased(self, record_type: str, record: WireRecord, ours: Exchanged) -> PlannedRecord:
        """Plan a record that we hold under another id: the office above has the say."""
        self._scope(record_type, record)
        mine = wire_record(ours)
        if self._from_below:
            return PlannedRecord(record_type, RecordPlan(RecordAction.SAME, record), ours)
        changes = tuple(
            FieldChange(
                name,
                FieldOutcome.TAKE,
                mine.fields.get(name),
                mine.version_of(name),
                value,
                record.version_of(name),
            )
            for name, value in record.fields.items()
            if mine.fields.get(name) != value
        )
        action = RecordAction.CHANGED if changes else RecordAction.SAME
        planned = PlannedRecord(record_type, RecordPlan(action, record, changes), ours)
        return self._leave_out(self._attached(planned))

    def _judge(self, planned: PlannedRecord) -> PlannedRecord:
        """Refuse what the sender may not change, and what hangs on a record that is not there."""
        planned = self._attached(planned)
        plan = planned.plan
        touched = _touched(plan)
        is_new = plan.action is RecordAction.NEW
        if not (touched or is_new) or (is_new and planned.refused is not None):
            return planned
        overstep = self._authority.overstep(
            planned.record_type, plan.incoming, planned.local, touched
        )
        if overstep is None:
            return planned
        if overstep.fields:
            plan = without_fields(plan, overstep.fields)
        fields = {*overstep.fields, *planned.refused_fields} if overstep.fields else ()
        return replace(
            planned, plan=plan, refused=overstep.reason, refused_fields=tuple(sorted(fields))
        )

    def _attached(self, planned: PlannedRecord) -> PlannedRecord:
        """Refuse a new record, or a changed field, that leads to a record which is not there."""
        plan = planned.plan
        is_new = plan.action is RecordAction.NEW
        if is_new and planned.refused is not None:
            return planned
        lost = tuple(
            name
            for name in self._dangling(planned.record_type, plan.incoming)
            if is_new or name in _touched(plan)
        )
        if not lost:
            return planned
        if is_new:
            return replace(planned, refused=NO_PARENT)
        # The value comes again with the record it leads to, so it must not count as seen.
        self.plan.withheld.extend(plan.incoming.version_of(name) for name in lost)
        fields = tuple(sorted({*planned.refused_fields, *lost}))
        kept = without_fields(plan, lost)
        return replace(planned, plan=kept, refused=NO_PARENT, refused_fields=fields)

    def _leave_out(self, planned: PlannedRecord) -> PlannedRecord:
        """Do not take what a person left out; it comes again with the next package."""
        plan, touched = planned.plan, tuple(sorted(_touched(planned.plan)))
        if planned.record_id not in self._left_out or not planned.is_carried_out:
            return planned
        if plan.action is RecordAction.NEW:
            self.plan.withheld.extend((plan.incoming.v, *plan.incoming.fv.values()))
            return replace(planned, refused=LEFT_OUT)
        self.plan.withheld.extend(plan.incoming.version_of(name) for name in touched)
        kept = without_fields(plan, touched)
        fields = tuple(sorted({*touched, *planned.refused_fields}))
        return replace(planned, plan=kept, refused=LEFT_OUT, refused_fields=fields)

    def _dangling(self, record_type: str, record: WireRecord) -> Iterator[str]:
        """Yield the fields that lead to a record which is neither here nor in the package."""
        for spec in _references(record_type):
            wanted = None if spec.is_loose else record.fields.get(spec.name)
            if wanted is not None and wanted not in self._known(spec.reference or ""):
                yield spec.name

    def _known(self, record_type: str) -> set[str]:
        if record_type not in self._present:
            rows = self._work.session.execute(select(EXCHANGED[record_type].id)).scalars()
            self._present[record_type] = set(rows)
        return self._present[record_type]

    def _scope(self, record_type: str, record: WireRecord) -> str:
        scope = BASE_SCOPE
        if record_type == "campaign":
            scope = record.id
        elif "campaign_id" in record.fields:
            scope = record.fields["campaign_id"]
        elif record_type in _BRINGS_SCOPE:
            parent = record.fields.get(_BRINGS_SCOPE[record_type], "")
            scope = self._scope_of.get(parent, BASE_SCOPE)
        self._scope_of[record.id] = scope
        return scope


@cache
def _references(record_type: str) -> tuple[FieldSpec, ...]:
    """Return the fields that lead to other records."""
    fields = RECORD_TYPES[record_type].fields
    return tuple(spec for spec in fields if spec.reference is not None)


def _touched(plan: RecordPlan) -> frozenset[str]:
    """Return the fields whose value would become another one, or lie beside ours."""
    return frozenset(
        change.name
        for change in plan.changes
        if change.changes_value or change.outcome is FieldOutcome.CONFLICT
    )


def _open_asides(work: UnitOfWork) -> dict[str, dict[str, list[Version]]]:
    asides: dict[str, dict[str, list[Version]]] = {}
    for row in work.find(Conflict, resolution=""):
        fields = asides.setdefault(row.record_id, {})
        fields.setdefault(row.field, []).append((row.their_replica, row.their_counter))
    return asides


def refused_as_json(plan: MergePlan) -> list[dict[str, Any]]:
    """Return the refused records as a receipt lists them."""
    return [
        {
            "type": planned.record_type,
            "id": planned.record_id,
            "reason": str(planned.refused),
            "fields": list(planned.refused_fields),
        }
        for planned in plan.records
        if planned.refused is not None
    ]
