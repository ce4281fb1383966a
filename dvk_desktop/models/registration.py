"""Exemplars and their registrations (mô hình, điển hình và đăng ký)."""

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from dvk_desktop.domain.terms import RegistrationKind, RegistrationState, SubjectType
from dvk_desktop.models.base import Base, ExactDecimal, Exchanged, IdList, words


class Exemplar(Exchanged, Base):
    """A model that may live through several years (mô hình, điển hình)."""

    __tablename__ = "exemplar"
    RECORD_TYPE = "exemplar"

    name: Mapped[str] = mapped_column(String(500))
    unit_id: Mapped[str] = mapped_column(ForeignKey("unit.id"), index=True)
    first_year: Mapped[int]


class Registration(Exchanged, Base):
    """The entry of a model in one campaign (đăng ký)."""

    __tablename__ = "registration"
    __table_args__ = (
        Index("ix_registration_unit", "campaign_id", "is_deleted", "unit_id"),
        Index("ix_registration_state", "campaign_id", "is_deleted", "state", "unit_id"),
        Index(
            "ix_registration_sector",
            *("campaign_id", "is_deleted", "sector_code", "unit_id", "state", "is_late"),
        ),
        Index("ix_registration_name", "campaign_id", "is_deleted", "name_sort"),
        Index("ix_registration_date", "campaign_id", "is_deleted", "registered_on"),
        # Covers what the list sorts, filters and adds up by; a row is large, its text read last.
        Index(
            "ix_registration_list",
            *("campaign_id", "is_deleted", "unit_id", "sector_code", "subject_type", "kind"),
            *("state", "is_late", "registered_on", "target_level", "people_count", "cost"),
            *("work_days", "land_area", "lead_body", "address"),
        ),
        Index("ix_registration_together", "campaign_id", sqlite_where=text("co_unit_ids != '[]'")),
    )
    RECORD_TYPE = "registration"
    LOCAL = frozenset({"name_sort", "search_plain", "search_marked"})

    campaign_id: Mapped[str] = mapped_column(ForeignKey("campaign.id"))
    exemplar_id: Mapped[str | None] = mapped_column(ForeignKey("exemplar.id"), index=True)
    unit_id: Mapped[str] = mapped_column(ForeignKey("unit.id"))
    co_unit_ids: Mapped[tuple[str, ...]] = mapped_column(
        IdList, default=(), server_default=text("'[]'")
    )
    lead_body: Mapped[str] = mapped_column(String(500), default="")
    name: Mapped[str] = mapped_column(String(500))
    sector_code: Mapped[str | None] = mapped_column(String(20))
    subject_type: Mapped[SubjectType | None] = mapped_column(words(SubjectType))
    kind: Mapped[RegistrationKind | None] = mapped_column(words(RegistrationKind))
    target_level: Mapped[str | None] = mapped_column(String(40))
    state: Mapped[RegistrationState] = mapped_column(
        words(RegistrationState), default=RegistrationState.DRAFT
    )
    open_fields: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    registered_on: Mapped[date | None]
    submitted_on: Mapped[date | None]
    is_late: Mapped[bool] = mapped_column(default=False)
    address: Mapped[str] = mapped_column(String(500), default="")
    situation: Mapped[str] = mapped_column(Text, default="")
    goals: Mapped[str] = mapped_column(Text, default="")
    content: Mapped[str] = mapped_column(Text, default="")
    area_beneficiaries: Mapped[str] = mapped_column(Text, default="")
    forces: Mapped[str] = mapped_column(Text, default="")
    resources: Mapped[str] = mapped_column(Text, default="")
    timeline: Mapped[str] = mapped_column(Text, default="")
    outputs: Mapped[str] = mapped_column(Text, default="")
    sustainability: Mapped[str] = mapped_column(Text, default="")
    people_count: Mapped[int | None]
    cost: Mapped[int | None]
    work_days: Mapped[Decimal | None] = mapped_column(ExactDecimal())
    land_area: Mapped[Decimal | None] = mapped_column(ExactDecimal())
    contact_name: Mapped[str] = mapped_column(String(200), default="")
    contact_title: Mapped[str] = mapped_column(String(200), default="")
    contact_phone: Mapped[str] = mapped_column(String(60), default="")
    note: Mapped[str] = mapped_column(Text, default="")
    source_file: Mapped[str] = mapped_column(String(300), default="")
    name_sort: Mapped[str] = mapped_column(String(700), default="")
    search_plain: Mapped[str] = mapped_column(Text, default="")
    search_marked: Mapped[str] = mapped_column(Text, default="")


class RegistrationEvent(Exchanged, Base):
    """One step in the life of a registration, with its note (lịch sử trạng thái)."""

    __tablename__ = "registration_event"
    RECORD_TYPE = "registration_event"

    registration_id: Mapped[str] = mapped_column(ForeignKey("registration.id"), index=True)
    action: Mapped[str] = mapped_column(String(40))
    from_state: Mapped[str] = mapped_column(String(24))
    to_state: Mapped[str] = mapped_column(String(24))
    note: Mapped[str] = mapped_column(Text, default="")
    actor: Mapped[str] = mapped_column(String(200), default="")
    happened_on: Mapped[date]


class Attachment(Exchanged, Base):
    """A file that goes with a registration, stored once by its SHA-256 (tệp đính kèm)."""

    __tablename__ = "attachment"
    RECORD_TYPE = "attachment"

    registration_id: Mapped[str] = mapped_column(ForeignKey("registration.id"), index=True)
    sha256: Mapped[str] = mapped_column(String(64))
    file_name: Mapped[str] = mapped_column(String(300))
    byte_count: Mapped[int]


class Site(Exchanged, Base):
    """A place where a registered model is applied (điểm mô hình).

    The unit is not a foreign key: an office may not have it in its register, and keeps it.
    """

    __tablename__ = "site"
    RECORD_TYPE = "site"

    registration_id: Mapped[str] = mapped_column(ForeignKey("registration.id"), index=True)
    name: Mapped[str] = mapped_column(String(300))
    address: Mapped[str] = mapped_column(String(500), default="")
    unit_id: Mapped[str | None] = mapped_column(String(36))
    group_count: Mapped[int | None]
    household_count: Mapped[int | None]
    note: Mapped[str] = mapped_column(Text, default="")
    sort_order: Mapped[int] = mapped_column(default=0)
