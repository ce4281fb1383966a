"""Campaigns as they travel between layers (đợt thi đua)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CampaignRow:
    """One campaign (đợt thi đua)."""

    id: str
    name: str
    year_from: int
    year_to: int
    frozen_on: date | None


@dataclass(frozen=True, slots=True)
class SectorRow:
    """A field of work of a campaign (lĩnh vực)."""

    id: str
    code: str
    name: str
    sort_order: int
    counts_as: str | None


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """The dates of one step; with a unit it is that unit's exception (thời hạn)."""

    id: str
    step: str
    on_time: date
    closes_on: date | None
    unit_id: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class CampaignDetail:
    """A campaign with what hangs on it (đợt thi đua và quy định kèm theo)."""

    campaign: CampaignRow
    sectors: tuple[SectorRow, ...]
    deadlines: tuple[DeadlineRow, ...]
    targets: tuple[tuple[str | None, int], ...]
