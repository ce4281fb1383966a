"""The figures of the first page, one statement each (truy vấn tổng quan)."""

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, aliased

from dvk_desktop.domain.terms import CertificateState, DecisionState, SheetKind
from dvk_desktop.models import (
    Certificate,
    Conflict,
    Decision,
    DecisionItem,
    Registration,
    ScoreSheet,
    Unit,
)


def scored_count(session: Session, campaign_id: str, *kinds: SheetKind) -> int:
    """Return how many registrations have a final sheet of one of these kinds."""
    # From the sheets on: a join would begin with all registrations of the campaign.
    ours = select(Registration.id).where(
        Registration.id == ScoreSheet.registration_id, _of(campaign_id)
    )
    query = select(func.count(ScoreSheet.registration_id.distinct())).where(
        ScoreSheet.kind.in_(kinds),
        ScoreSheet.is_final.is_(True),
        ScoreSheet.is_deleted.is_(False),
        ours.exists(),
    )
    return _scalar(session, query)


def certificate_count(session: Session, campaign_id: str, state: CertificateState | None) -> int:
    """Return how many certificates the campaign has, in one state or in all but spoiled."""
    query = (
        select(func.count())
        .select_from(Certificate)
        .join(DecisionItem, DecisionItem.id == Certificate.decision_item_id)
        .join(Decision, Decision.id == DecisionItem.decision_id)
        .where(Decision.campaign_id == campaign_id, Certificate.is_deleted.is_(False))
    )
    if state is None:
        return _scalar(session, query.where(Certificate.state != CertificateState.SPOILED))
    return _scalar(session, query.where(Certificate.state == state))


def draft_decision_count(session: Session, campaign_id: str) -> int:
    """Return how many decisions wait to be signed."""
    drafts = Decision.state == DecisionState.DRAFT, Decision.is_deleted.is_(False)
    query = select(func.count()).where(Decision.campaign_id == campaign_id, *drafts)
    return _scalar(session, query)


def open_conflict_count(session: Session) -> int:
    """Return how many conflicts wait for a person, of all campaigns."""
    return _scalar(session, select(func.count()).where(Conflict.resolution == ""))


def unit_counts(session: Session, campaign_id: str, own_unit_id: str | None) -> tuple[int, int]:
    """Return how many units take part, and how many of these have registered.

    A unit takes part when nothing stands below it, it is not the office itself, and it does
    not owe nothing; one that registers although it need not is counted too.
    """
    below = aliased(Unit)
    has_below = select(below.id).where(below.parent_id == Unit.id, below.is_deleted.is_(False))
    registers = select(Registration.id).where(_of(campaign_id), Registration.unit_id == Unit.id)
    owes = (Unit.owes_nothing.is_(False) & Unit.valid_to.is_(None) & ~has_below.exists()) & (
        Unit.id != (own_unit_id or "")
    )
    taking_part = Unit.is_deleted.is_(False) & (owes | registers.exists())
    units = _scalar(session, select(func.count()).select_from(Unit).where(taking_part))
    query = select(func.count(Registration.unit_id.distinct())).where(_of(campaign_id))
    return units, _scalar(session, query)


def _of(campaign_id: str) -> ColumnElement[bool]:
    return (Registration.campaign_id == campaign_id) & Registration.is_deleted.is_(False)


def _scalar(session: Session, query: Select[int]) -> int:
    return int(session.execute(query).scalar_one())
