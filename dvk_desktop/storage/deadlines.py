"""The deadline that holds for one unit at one step (thời hạn của đơn vị)."""

from sqlalchemy import select

from dvk_desktop.domain.deadlines import CampaignStep, Deadline, DeadlineException, is_late
from dvk_desktop.models import Deadline as DeadlineRecord
from dvk_desktop.models import Registration
from dvk_desktop.storage.unit_of_work import UnitOfWork


def deadline_for(
    work: UnitOfWork, campaign_id: str, step: CampaignStep, unit_id: str
) -> tuple[Deadline | None, DeadlineException | None]:
    """Return the dates of a step for all units, and the exception of this unit if it has one."""
    general: Deadline | None = None
    exception: DeadlineException | None = None
    for row in work.find(DeadlineRecord, campaign_id=campaign_id, step=step.value):
        if row.unit_id is None:
            general = Deadline(step, row.on_time, row.closes_on)
        elif row.unit_id == unit_id:
            exception = DeadlineException(unit_id, step, row.on_time, row.reason, row.closes_on)
    return general, exception


def recount_late(work: UnitOfWork, campaign_id: str) -> int:
    """Set anew which registrations came late, after the dates have changed; returns how many."""
    step = CampaignStep.REGISTRATION
    columns = (Registration.id, Registration.unit_id, Registration.submitted_on)
    query = select(*columns, Registration.is_late).where(
        Registration.campaign_id == campaign_id,
        Registration.is_deleted.is_(False),
        Registration.submitted_on.is_not(None),
    )
    dates: dict[str, tuple[Deadline | None, DeadlineException | None]] = {}
    changed = 0
    for registration_id, unit_id, submitted_on, was_late in work.session.execute(query).all():
        if unit_id not in dates:
            dates[unit_id] = deadline_for(work, campaign_id, step, unit_id)
        deadline, exception = dates[unit_id]
        late = (
            deadline is not None
            and submitted_on is not None
            and is_late(submitted_on, deadline, exception)
        )
        if late != was_late:
            work.get(Registration, registration_id).is_late = late
            changed += 1
    return changed
