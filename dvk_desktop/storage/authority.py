"""Find out whose a record is before a package may change it (xác định quyền sửa).

The rules stand in ``domain.authority``; here are the facts: the sender's branch of units, the
office that a record names, the replicas that are the sender's or ours.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import select

from dvk_desktop.domain.authority import (
    OF_A_UNIT,
    OF_AN_OFFICE,
    Overstep,
    Standing,
    Writer,
    overstep_from_above,
    overstep_from_below,
)
from dvk_desktop.domain.records.package import Manifest, PackageKind, WireRecord
from dvk_desktop.domain.terms import RegistrationState
from dvk_desktop.models import EXCHANGED, Exchanged, PackageLog, Registration, Unit
from dvk_desktop.storage.knowledge import knowledge_of
from dvk_desktop.storage.scope import branch_of
from dvk_desktop.storage.unit_of_work import UnitOfWork
from dvk_desktop.storage.wire import to_wire

_PARENTS = {
    "registration_event": ("registration_id", "registration"),
    "attachment": ("registration_id", "registration"),
    "site": ("registration_id", "registration"),
    "score_sheet": ("registration_id", "registration"),
    "vote_count": ("meeting_id", "council_meeting"),
    "decision_item": ("decision_id", "decision"),
    "certificate": ("decision_item_id", "decision_item"),
}
"""Per record type, the field that leads to the record it hangs on."""

_Fields = Mapping[str, Any]


class Authority:
    """Judges the records of one package, parents before children (người xét quyền)."""

    def __init__(self, work: UnitOfWork, manifest: Manifest) -> None:
        own = work.office()
        self._work = work
        self._sender = manifest.sender
        self._is_from_below = manifest.kind is PackageKind.UP
        self._own_office = own.office_id
        self._own_replicas = {own.replica_id, *_replicas(work, "out", None)}
        self._sender_replicas = {
            manifest.sender.replica_id,
            *_replicas(work, "in", manifest.sender.office_id),
        } - self._own_replicas
        self._we_before = frozenset(knowledge_of(work).own) - {own.replica_id}
        self._branch = sender_branch(work, manifest)
        self._new: dict[str, tuple[str, _Fields]] = {}

    def meet(self, record_type: str, records: Iterable[WireRecord], known: Collection[str]) -> None:
        """Take note of the records of one type, before any of them is judged.

        Args:
            record_type: As in the package.
            records: With ids and references already led to ours.
            known: The ids among them that we hold.
        """
        new = [record for record in records if record.id not in known]
        self._new.update({record.id: (record_type, record.fields) for record in new})
        if record_type == "unit":
            self._grow_branch(new)

    def overstep(
        self,
        record_type: str,
        record: WireRecord,
        local: Exchanged | None,
        touched: Collection[str],
    ) -> Overstep | None:
        """Say why the sender may not make this change, or that it may."""
        standing = Standing(
            is_in_branch=self._is_in_branch(record_type, record, local),
            writer=self._writer(record_type, record, local),
            is_by_sender=self._is_by_sender(record, touched),
            registration_state=self._state(record_type, record, local),
        )
        if self._is_from_below:
            return overstep_from_below(record_type, standing)
        foreign = self._not_our_own_words(record, touched)
        if record_type in OF_A_UNIT and not foreign:
            return None
        return overstep_from_above(record_type, standing, foreign)

    def _not_our_own_words(self, record: WireRecord, touched: Collection[str]) -> list[str]:
        """Return the fields that others wrote.

        After an old backup was put back, what we had written later comes back from above.
        """
        names = touched or ("id", *record.fv)
        return [name for name in names if record.version_of(name)[0] not in self._we_before]

    def _grow_branch(self, new: list[WireRecord]) -> None:
        """Add the units that the sender made below its own."""
        waiting = {record.id: record.fields for record in new}
        if not self._branch:
            # The sender's own unit comes with the first package of an office we did not list.
            code = self._sender.code.casefold()
            found = [key for key, unit in waiting.items() if str(unit["code"]).casefold() == code]
            self._branch.update(found[:1])
        grown = True
        while grown:
            inside = [key for key, unit in waiting.items() if unit.get("parent_id") in self._branch]
            grown = bool(set(inside) - self._branch)
            self._branch.update(inside)

    def _is_in_branch(self, record_type: str, record: WireRecord, local: Exchanged | None) -> bool:
        if record_type == "unit":
            return self._unit_stays_inside(record, local)
        before = None if local is None else _fields_of(local)
        units = [
            self._unit_of(record_type, fields)
            for fields in (record.fields, before)
            if fields is not None
        ]
        return all(unit is None or unit in self._branch for unit in units)

    def _unit_stays_inside(self, record: WireRecord, local: Exchanged | None) -> bool:
        if record.id not in self._branch:
            return False
        parent = record.fields.get("parent_id")
        if local is None:
            return True
        held = getattr(local, "parent_id", None)
        # The place of its own unit in the tree is not the sender's to choose.
        return parent == held or (parent in self._branch and held in self._branch)

    def _unit_of(self, record_type: str, fields: _Fields) -> str | None:
        """Return the unit to whose branch a record belongs; None for what has no branch."""
        if record_type == "decision_item":
            return self._parent_unit("registration", fields.get("registration_id"))
        if "unit_id" in fields and record_type not in _PARENTS:
            unit: str | None = fields["unit_id"]
            return unit
        field, parent_type = _PARENTS.get(record_type, ("", ""))
        return self._parent_unit(parent_type, fields.get(field)) if field else None

    def _parent_unit(self, record_type: str, record_id: str | None) -> str | None:
        fields = self._look_up(record_type, record_id)
        return None if fields is None else self._unit_of(record_type, fields)

    def _writer(self, record_type: str, record: WireRecord, local: Exchanged | None) -> Writer:
        if record_type in OF_AN_OFFICE:
            named = {
                self._office_of(record_type, fields)
                for fields in (record.fields, None if local is None else _fields_of(local))
                if fields is not None
            }
            if self._own_office in named:
                return Writer.OURS
            return Writer.SENDER if named == {self._sender.office_id} else Writer.OTHER
        author = record.v[0] if local is None else local.version_replica
        if author in self._own_replicas:
            return Writer.OURS
        return Writer.SENDER if author in self._sender_replicas else Writer.OTHER

    def _office_of(self, record_type: str, fields: _Fields) -> str | None:
        if "office_id" in fields:
            office: str | None = fields["office_id"]
            return office
        field, parent_type = _PARENTS.get(record_type, ("", ""))
        parent = self._look_up(parent_type, fields.get(field)) if field else None
        return None if parent is None else self._office_of(parent_type, parent)

    def _is_by_sender(self, record: WireRecord, touched: Collection[str]) -> bool:
        writers = {record.version_of(name)[0] for name in touched} or {record.v[0]}
        return bool(writers & self._sender_replicas)

    def _state(
        self, record_type: str, record: WireRecord, local: Exchanged | None
    ) -> RegistrationState | None:
        if record_type == "registration":
            held = local
        elif record_type in OF_A_UNIT and "registration_id" in record.fields:
            held = self._held("registration", record.fields["registration_id"])
        else:
            return None
        return held.state if isinstance(held, Registration) else None

    def _look_up(self, record_type: str, record_id: str | None) -> _Fields | None:
        """Return the fields of a record that is ours or new in this package; ours are believed."""
        if record_id is None:
            return None
        held = self._held(record_type, record_id)
        if held is not None:
            return _fields_of(held)
        found = self._new.get(record_id)
        return found[1] if found is not None and found[0] == record_type else None

    def _held(self, record_type: str, record_id: str) -> Exchanged | None:
        if record_id in self._new or record_type not in EXCHANGED:
            return None
        return self._work.session.get(EXCHANGED[record_type], record_id)


def _fields_of(record: Exchanged) -> _Fields:
    names = ("unit_id", "office_id", *(field for field, _ in _PARENTS.values()))
    return {name: to_wire(getattr(record, name)) for name in names if hasattr(record, name)}


def _replicas(work: UnitOfWork, direction: str, office_id: str | None) -> list[str]:
    query = select(PackageLog.replica_id).where(PackageLog.direction == direction).distinct()
    if office_id is not None:
        query = query.where(PackageLog.peer_office_id == office_id)
    return list(work.session.execute(query).scalars())


def sender_branch(work: UnitOfWork, manifest: Manifest) -> set[str]:
    """Return the sender's unit and all below it; nothing where we do not list it."""
    unit_id = sender_unit(work, manifest)
    return set() if unit_id is None else set(branch_of(work, unit_id))


def sender_unit(work: UnitOfWork, manifest: Manifest) -> str | None:
    """Return our id of the unit that bears the sender's code."""
    code = manifest.sender.code.casefold()
    held = work.session.execute(select(Unit.id, Unit.code))
    return next((unit_id for unit_id, known in held if known.casefold() == code), None)
