"""The deadline that holds for one unit at one step (thời hạn của đơn vị)."""

from dvk_desktop.domain.deadlines import CampaignStep, Deadline, DeadlineException
from dvk_desktop.models import Deadline as DeadlineRecord
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
