"""Units, campaigns and their rules as records, in the order of the office (danh mục)."""

from dvk_desktop.domain.records.campaign import CampaignRow, DeadlineRow, SectorRow
from dvk_desktop.domain.records.unit import UnitRow
from dvk_desktop.models import Campaign, Deadline, Level, Sector, Unit
from dvk_desktop.storage.unit_of_work import UnitOfWork


def unit_rows(work: UnitOfWork) -> tuple[UnitRow, ...]:
    """Return all units in the order of the register."""
    levels = {level.code: level.name for level in work.find(Level)}
    return tuple(
        UnitRow(
            id=unit.id,
            code=unit.code,
            name=unit.name,
            level_code=unit.level_code,
            level_name=levels.get(unit.level_code, unit.level_code),
            parent_id=unit.parent_id,
            kind=unit.kind,
            sort_order=unit.sort_order,
            valid_from=unit.valid_from,
            valid_to=unit.valid_to,
            owes_nothing=unit.owes_nothing,
            note=unit.note,
        )
        for unit in work.find(Unit, "sort_order", "id")
    )


def campaign_row(record: Campaign) -> CampaignRow:
    """Return a campaign as a record."""
    return CampaignRow(record.id, record.name, record.year_from, record.year_to, record.frozen_on)


def sector_rows(work: UnitOfWork, campaign_id: str) -> tuple[SectorRow, ...]:
    """Return the sectors of a campaign in their order."""
    return tuple(
        SectorRow(row.id, row.code, row.name, row.sort_order, row.counts_as)
        for row in work.find(Sector, "sort_order", "id", campaign_id=campaign_id)
    )


def deadline_rows(work: UnitOfWork, campaign_id: str) -> tuple[DeadlineRow, ...]:
    """Return the deadlines of a campaign by date."""
    return tuple(
        DeadlineRow(row.id, row.step, row.on_time, row.closes_on, row.unit_id, row.reason)
        for row in work.find(Deadline, "on_time", "id", campaign_id=campaign_id)
    )
