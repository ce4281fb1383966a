"""Campaigns with their sectors, deadlines and targets (đợt thi đua)."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from dvk_desktop.models.base import Base, Exchanged


class Campaign(Exchanged, Base):
    """A year or a period of the movement (đợt thi đua)."""

    __tablename__ = "campaign"
    RECORD_TYPE = "campaign"

    name: Mapped[str] = mapped_column(String(300))
    year_from: Mapped[int]
    year_to: Mapped[int]
    frozen_on: Mapped[date | None]
    vote_rule: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    note: Mapped[str] = mapped_column(Text, default="")


class Sector(Exchanged, Base):
    """A field of work that models are counted by in a campaign (lĩnh vực)."""

    __tablename__ = "sector"
    RECORD_TYPE = "sector"

    campaign_id: Mapped[str] = mapped_column(ForeignKey("campaign.id"), index=True)
    code: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(200))
    sort_order: Mapped[int] = mapped_column(default=0)
    counts_as: Mapped[str | None] = mapped_column(String(20))


class Deadline(Exchanged, Base):
    """The dates of one step, for all units or as an exception for one (thời hạn)."""

    __tablename__ = "deadline"
    RECORD_TYPE = "deadline"

    campaign_id: Mapped[str] = mapped_column(ForeignKey("campaign.id"), index=True)
    step: Mapped[str] = mapped_column(String(40))
    on_time: Mapped[date]
    closes_on: Mapped[date | None]
    unit_id: Mapped[str | None] = mapped_column(ForeignKey("unit.id"))
    reason: Mapped[str] = mapped_column(Text, default="")


class Target(Exchanged, Base):
    """How many models a unit is asked for; without a unit, every unit (chỉ tiêu)."""

    __tablename__ = "target"
    RECORD_TYPE = "target"

    campaign_id: Mapped[str] = mapped_column(ForeignKey("campaign.id"), index=True)
    unit_id: Mapped[str | None] = mapped_column(ForeignKey("unit.id"))
    minimum: Mapped[int]
