"""What the campaign comes to today and what waits for the office (tổng quan)."""

from collections import defaultdict
from datetime import date

from dvk_desktop.domain.deadlines import CampaignStep, Deadline, days_left, status
from dvk_desktop.domain.records.overview import (
    DeadlineLine,
    Overview,
    SectorCount,
    WaitingTask,
)
from dvk_desktop.domain.terms import CertificateState, RegistrationState, SheetKind
from dvk_desktop.models import Campaign, Office, Sector
from dvk_desktop.models import Deadline as DeadlineRecord
from dvk_desktop.storage.queries.overview import (
    certificate_count,
    draft_decision_count,
    open_conflict_count,
    scored_count,
    unit_counts,
)
from dvk_desktop.storage.queries.registrations import counts_by
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork


class OverviewService:
    """Counts for the first page; changes nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_campaign(self, campaign_id: str) -> Overview:
        """Return all figures of one campaign as they are today.

        Raises:
            NotFoundError: There is no such campaign.
        """
        with self._database.reading() as work:
            work.get(Campaign, campaign_id, "đợt thi đua")
            office = work.first(Office)
            own_unit = office.unit_id if office is not None else None
            units, registering = unit_counts(work.session, campaign_id, own_unit)
            sectors, late = _sector_counts(work, campaign_id)
            judged = scored_count(work.session, campaign_id, SheetKind.APPRAISAL, SheetKind.COUNCIL)
            waiting = _waiting(work, campaign_id, sectors)
            waiting[WaitingTask.SILENT_UNITS] = units - registering
            return Overview(
                units=units,
                registering_units=registering,
                sectors=sectors,
                late=late,
                self_scored=scored_count(work.session, campaign_id, SheetKind.SELF),
                judged=judged,
                certificates=certificate_count(work.session, campaign_id, None),
                deadlines=_deadline_lines(work, campaign_id, work.now.date()),
                waiting=tuple((task, waiting[task]) for task in WaitingTask if waiting[task] > 0),
            )


def _sector_counts(work: UnitOfWork, campaign_id: str) -> tuple[tuple[SectorCount, ...], int]:
    """Return the sectors in their order, and how many registrations came late.

    What has no sector, or an unknown one, comes last.
    """
    found: dict[str | None, dict[RegistrationState, int]] = defaultdict(dict)
    late = 0
    counted = counts_by(work.session, campaign_id, "sector_code", "state", "is_late")
    for (code, state, is_late), count in counted.items():
        found[code][state] = found[code].get(state, 0) + count
        late += count if is_late else 0
    known = [
        SectorCount(sector.code, sector.name, found.pop(sector.code, {}))
        for sector in work.find(Sector, "sort_order", "id", campaign_id=campaign_id)
    ]
    rest = [
        SectorCount(code, code or "Chưa ghi lĩnh vực", states) for code, states in found.items()
    ]
    return (*known, *sorted(rest, key=lambda one: one.code or "~")), late


def _waiting(
    work: UnitOfWork, campaign_id: str, sectors: tuple[SectorCount, ...]
) -> dict[WaitingTask, int]:
    def in_state(state: RegistrationState) -> int:
        return sum(sector.by_state.get(state, 0) for sector in sectors)

    queued = certificate_count(work.session, campaign_id, CertificateState.QUEUED)
    return {
        WaitingTask.CONFLICTS: open_conflict_count(work.session),
        WaitingTask.SUBMITTED: in_state(RegistrationState.SUBMITTED),
        WaitingTask.DRAFTS: in_state(RegistrationState.DRAFT),
        WaitingTask.RETURNED: in_state(RegistrationState.RETURNED),
        WaitingTask.TO_SCORE: in_state(RegistrationState.SELF_SCORED),
        WaitingTask.TO_DECIDE: in_state(RegistrationState.APPRAISED),
        WaitingTask.DECISION_DRAFTS: draft_decision_count(work.session, campaign_id),
        WaitingTask.TO_PRINT: queued,
    }


def _deadline_lines(work: UnitOfWork, campaign_id: str, today: date) -> tuple[DeadlineLine, ...]:
    rows = work.find(DeadlineRecord, "on_time", "id", campaign_id=campaign_id)
    exceptions: dict[str, int] = defaultdict(int)
    for row in rows:
        exceptions[row.step] += row.unit_id is not None
    lines = []
    for row in rows:
        if row.unit_id is None:
            dates = Deadline(CampaignStep(row.step), row.on_time, row.closes_on)
            line = DeadlineLine(
                step=dates.step,
                on_time=dates.on_time,
                closes_on=dates.closing,
                days_left=days_left(today, dates),
                status=status(today, dates),
                exceptions=exceptions[row.step],
            )
            lines.append(line)
    return tuple(lines)
