"""Levels and units (cấp, đơn vị)."""

from datetime import date

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from dvk_desktop.models.base import Base, Exchanged


class Level(Exchanged, Base):
    """A level of the tree of units, such as province or commune (cấp)."""

    __tablename__ = "level"
    RECORD_TYPE = "level"

    code: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(200))
    rank: Mapped[int]


class Unit(Exchanged, Base):
    """A unit that takes part in the movement (đơn vị)."""

    __tablename__ = "unit"
    __table_args__ = (Index("ix_unit_code", "code"),)
    RECORD_TYPE = "unit"
    LOCAL = frozenset({"name_key"})

    code: Mapped[str] = mapped_column(String(60))
    name: Mapped[str] = mapped_column(String(300))
    level_code: Mapped[str] = mapped_column(String(40))
    parent_id: Mapped[str | None] = mapped_column(ForeignKey("unit.id"), index=True)
    kind: Mapped[str] = mapped_column(String(40), default="")
    sort_order: Mapped[int] = mapped_column(default=0)
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    owes_nothing: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(Text, default="")
    name_key: Mapped[str] = mapped_column(String(300), default="")
