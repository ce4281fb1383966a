"""What a package carries: whose records, of which campaigns (phạm vi của gói).

An ``up`` package carries the sender's whole subtree, a ``down`` package what the receiver works
by and what was decided on its registrations. Tombstones go along, or deletes would come back.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import select

from dvk_desktop.domain.records.package import WireRecord
from dvk_desktop.models import (
    EXCHANGED,
    Attachment,
    Campaign,
    Certificate,
    CouncilMeeting,
    Deadline,
    Decision,
    DecisionItem,
    Exchanged,
    Exemplar,
    Level,
    Registration,
    RegistrationEvent,
    ScoreSheet,
    ScoringForm,
    Sector,
    Site,
    Target,
    Unit,
    VoteCount,
)
from dvk_desktop.storage.kept_records import kept_in_scope
from dvk_desktop.storage.unit_of_work import UnitOfWork
from dvk_desktop.storage.wire import wire_record

_CHUNK = 500
"""SQLite takes a limited number of parameters in one statement."""

Records = dict[str, list[WireRecord]]


def branch_of(work: UnitOfWork, unit_id: str | None) -> frozenset[str]:
    """Return a unit and everything below it; without a unit, nothing."""
    children: dict[str | None, list[str]] = {}
    for found, parent in work.session.execute(select(Unit.id, Unit.parent_id)):
        children.setdefault(parent, []).append(found)
    reached: set[str] = set()
    waiting = [unit_id] if unit_id is not None else []
    while waiting:
        current = waiting.pop()
        if current not in reached:
            reached.add(current)
            waiting.extend(children.get(current, ()))
    return frozenset(reached)


def up_scope(work: UnitOfWork, campaign_ids: Sequence[str], unit_id: str | None) -> Records:
    """Return the sender's whole subtree of some campaigns."""
    branch = branch_of(work, unit_id)
    scope = _Scope(work)
    scope.add(Unit, Unit.id, branch)
    scope.add(Exemplar, Exemplar.unit_id, branch)
    scope.add(Campaign, Campaign.id, campaign_ids)
    scope.add(ScoringForm, ScoringForm.campaign_id, campaign_ids)
    registrations = scope.registrations(campaign_ids, branch)
    scope.add_named_units(work.office().replica_id, branch)
    scope.add(ScoreSheet, ScoreSheet.registration_id, registrations)
    meetings = scope.add(CouncilMeeting, CouncilMeeting.campaign_id, campaign_ids)
    scope.add(VoteCount, VoteCount.meeting_id, meetings)
    decisions = scope.add(Decision, Decision.campaign_id, campaign_ids)
    items = scope.add(DecisionItem, DecisionItem.decision_id, decisions)
    scope.add(Certificate, Certificate.decision_item_id, items)
    kept = kept_in_scope(work, campaign_ids, branch, registrations, is_going_up=True)
    return {**kept, **scope.records}


def down_scope(work: UnitOfWork, campaign_ids: Sequence[str], unit_id: str | None) -> Records:
    """Return what an office below works by, and what was decided on its registrations."""
    branch = branch_of(work, unit_id)
    scope = _Scope(work)
    scope.add_all(Level, Unit)
    scope.add(Campaign, Campaign.id, campaign_ids)
    for mapped in (Sector, Deadline, Target, ScoringForm):
        scope.add(mapped, mapped.campaign_id, campaign_ids)
    scope.add(Exemplar, Exemplar.unit_id, branch)
    registrations = scope.registrations(campaign_ids, branch)
    decided = scope.add(DecisionItem, DecisionItem.registration_id, registrations)
    decisions = {record.fields["decision_id"] for record in scope.records["decision_item"]}
    scope.add(Decision, Decision.id, decisions)
    scope.add(Certificate, Certificate.decision_item_id, decided)
    kept = kept_in_scope(work, campaign_ids, branch, registrations, is_going_up=False)
    return {**kept, **scope.records}


class _Scope:
    """Gathers records by type, deleted ones too."""

    def __init__(self, work: UnitOfWork) -> None:
        self._session = work.session
        self.records: Records = {}

    def add(self, mapped: type[Exchanged], column: Any, values: Iterable[str]) -> list[str]:
        """Add the records whose column has one of the values; returns their ids."""
        wanted = list(values)
        found: list[WireRecord] = []
        for start in range(0, len(wanted), _CHUNK):
            query = select(mapped).where(column.in_(wanted[start : start + _CHUNK]))
            found.extend(wire_record(row) for row in self._session.execute(query).scalars())
        self.records.setdefault(mapped.RECORD_TYPE, []).extend(found)
        return [record.id for record in found]

    def add_all(self, *classes: type[Exchanged]) -> None:
        """Add every record of some types."""
        for mapped in classes:
            rows = self._session.execute(select(mapped)).scalars()
            self.records[mapped.RECORD_TYPE] = [wire_record(row) for row in rows]

    def add_named_units(self, replica_id: str, branch: frozenset[str]) -> None:
        """Add units outside the branch that registrations name and this office entered itself.

        By their code the office above knows them as its own, and only so by our ids.
        """
        named: set[str] = set()
        for record in self.records["registration"]:
            named.update(record.fields["co_unit_ids"])
        named.update(record.fields["unit_id"] or "" for record in self.records["site"])
        own = select(Unit.id).where(Unit.version_replica == replica_id)
        mine = set(self._session.execute(own).scalars())
        units = self.records[Unit.RECORD_TYPE]
        self.add(Unit, Unit.id, sorted((named & mine) - branch))
        units.sort(key=lambda record: record.id)

    def registrations(self, campaign_ids: Sequence[str], branch: frozenset[str]) -> list[str]:
        """Add the registrations of a branch with their history, attachments and sites."""
        query = select(Registration).where(Registration.campaign_id.in_(campaign_ids))
        rows = self._session.execute(query).scalars()
        found = [wire_record(row) for row in rows if row.unit_id in branch]
        self.records[EXCHANGED["registration"].RECORD_TYPE] = found
        ids = [record.id for record in found]
        self.add(RegistrationEvent, RegistrationEvent.registration_id, ids)
        self.add(Attachment, Attachment.registration_id, ids)
        self.add(Site, Site.registration_id, ids)
        return ids
