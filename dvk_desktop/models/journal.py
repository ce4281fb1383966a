"""The journal: every service call that changed something, with before and after (nhật ký)."""

from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from dvk_desktop.models.base import Base


class ChangeSet(Base):
    """One service call that changed something; chained by hash (lần thay đổi)."""

    __tablename__ = "change_set"

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(String(36), unique=True)
    kind: Mapped[str] = mapped_column(String(20))
    title: Mapped[str] = mapped_column(String(300))
    facts: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    actor: Mapped[str] = mapped_column(String(200), default="")
    happened_at: Mapped[str] = mapped_column(String(40))
    undoes: Mapped[str | None] = mapped_column(String(36))
    undone_by: Mapped[str | None] = mapped_column(String(36))
    previous_hash: Mapped[str] = mapped_column(String(64), default="")
    hash: Mapped[str] = mapped_column(String(64), default="")


class Change(Base):
    """What one change set did to one record (thay đổi của một bản ghi).

    ``before`` and ``after`` hold the fields that changed; ``before`` is empty for a new record.
    """

    __tablename__ = "change"
    __table_args__ = (Index("ix_change_record", "record_id"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    change_set: Mapped[int] = mapped_column(ForeignKey("change_set.number"), index=True)
    record_type: Mapped[str] = mapped_column(String(40))
    record_id: Mapped[str] = mapped_column(String(36))
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[dict[str, Any]] = mapped_column(JSON)
