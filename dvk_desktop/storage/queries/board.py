"""What came of each unit in a campaign, step by step (truy vấn bảng theo dõi)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import func, select

from dvk_desktop.domain.terms import DecisionState, SheetKind
from dvk_desktop.models import (
    Conflict,
    Decision,
    DecisionItem,
    RecordAlias,
    Registration,
    ScoreSheet,
    Unit,
)
from dvk_desktop.storage.unit_of_work import UnitOfWork


@dataclass
class Came:
    """How much of something came, and the first day that it bears (đã đến)."""

    count: int = 0
    first: date | None = None

    def add(self, count: int, first: date | None) -> None:
        """Add what came of another unit below."""
        self.count += count
        days = [day for day in (self.first, first) if day is not None]
        self.first = min(days, default=None)


@dataclass
class Arrivals:
    """What came of one child, by step (đã đến theo bước)."""

    registrations: Came = field(default_factory=Came)
    decisions: Came = field(default_factory=Came)
    dossiers: Came = field(default_factory=Came)


def branches(work: UnitOfWork, root_id: str) -> dict[str, str]:
    """Return for each unit below a unit the child of that unit whose branch it is in."""
    children: dict[str, list[str]] = {}
    query = select(Unit.id, Unit.parent_id).where(Unit.is_deleted.is_(False))
    for unit_id, parent_id in work.session.execute(query):
        children.setdefault(parent_id or "", []).append(unit_id)
    branch: dict[str, str] = {}
    for child in children.get(root_id, ()):
        waiting = [child]
        while waiting:
            unit_id = waiting.pop()
            if unit_id not in branch:
                branch[unit_id] = child
                waiting += children.get(unit_id, ())
    return branch


def arrivals(
    work: UnitOfWork, campaign_id: str, branch: Mapping[str, str], today: date
) -> dict[str, Arrivals]:
    """Return per child what came of its branch; a registration counts once it was submitted."""
    found: dict[str, Arrivals] = {child: Arrivals() for child in branch.values()}
    ours = Registration.campaign_id == campaign_id, Registration.is_deleted.is_(False)
    submitted = (
        select(Registration.unit_id, func.count(), func.min(Registration.submitted_on))
        .where(*ours, Registration.submitted_on.is_not(None))
        .group_by(Registration.unit_id)
    )
    for unit_id, count, first in work.session.execute(submitted):
        if unit_id in branch:
            found[branch[unit_id]].registrations.add(count, first)
    scored = (
        select(
            Registration.unit_id,
            func.count(ScoreSheet.registration_id.distinct()),
            func.min(ScoreSheet.scored_on),
        )
        .join(ScoreSheet, ScoreSheet.registration_id == Registration.id)
        .where(
            *ours,
            ScoreSheet.is_deleted.is_(False),
            ScoreSheet.is_final.is_(True),
            ScoreSheet.kind == SheetKind.SELF,
        )
        .group_by(Registration.unit_id)
    )
    for unit_id, count, first in work.session.execute(scored):
        if unit_id in branch:
            found[branch[unit_id]].dossiers.add(count, first or today)
    _add_decisions(work, campaign_id, branch, found)
    return found


def _add_decisions(
    work: UnitOfWork, campaign_id: str, branch: Mapping[str, str], found: dict[str, Arrivals]
) -> None:
    """Count the signed decisions of offices below, by the branch of what they recognise."""
    own = work.office().office_id
    query = (
        select(Registration.unit_id, func.count(), func.min(Decision.signed_on))
        .join(DecisionItem, DecisionItem.registration_id == Registration.id)
        .join(Decision, Decision.id == DecisionItem.decision_id)
        .where(
            Decision.campaign_id == campaign_id,
            Decision.office_id != own,
            Decision.state == DecisionState.SIGNED,
            Decision.is_deleted.is_(False),
            DecisionItem.is_deleted.is_(False),
        )
        .group_by(Registration.unit_id)
    )
    for unit_id, count, first in work.session.execute(query):
        if unit_id in branch:
            found[branch[unit_id]].decisions.add(count, first)


def own_ids(work: UnitOfWork, campaign_id: str) -> frozenset[str]:
    """Return every id under which offices send a campaign of ours."""
    aliases = work.find(RecordAlias, record_type="campaign", local_id=campaign_id)
    return frozenset({campaign_id, *(alias.foreign_id for alias in aliases)})


def open_conflicts(work: UnitOfWork, package_ids: Iterable[str]) -> Counter[str]:
    """Return how many conflicts wait for a person, by the package that brought them."""
    wanted = set(package_ids)
    rows = work.find(Conflict, resolution="")
    return Counter(row.package_id for row in rows if row.package_id in wanted)
