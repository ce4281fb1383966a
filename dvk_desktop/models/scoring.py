"""Scoring forms and the sheets filled by them (phiếu chấm điểm)."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from dvk_desktop.domain.terms import SheetKind, SubjectType
from dvk_desktop.models.base import Base, Exchanged, words


class ScoringForm(Exchanged, Base):
    """One version of a form for one subject type (mẫu phiếu chấm)."""

    __tablename__ = "scoring_form"
    RECORD_TYPE = "scoring_form"

    campaign_id: Mapped[str] = mapped_column(ForeignKey("campaign.id"), index=True)
    name: Mapped[str] = mapped_column(String(300))
    subject_type: Mapped[SubjectType | None] = mapped_column(words(SubjectType))
    version: Mapped[int] = mapped_column(default=1)
    is_example: Mapped[bool] = mapped_column(default=False)
    definition: Mapped[dict[str, Any]] = mapped_column(JSON)
    frozen_on: Mapped[date | None]


class ScoreSheet(Exchanged, Base):
    """The points of one scorer for one registration (phiếu chấm).

    ``marks`` is as ``domain.scoring_form_json.marks_to_json`` writes it.
    """

    __tablename__ = "score_sheet"
    RECORD_TYPE = "score_sheet"

    registration_id: Mapped[str] = mapped_column(ForeignKey("registration.id"), index=True)
    form_id: Mapped[str] = mapped_column(ForeignKey("scoring_form.id"))
    office_id: Mapped[str] = mapped_column(String(36))
    kind: Mapped[SheetKind] = mapped_column(words(SheetKind))
    scorer: Mapped[str] = mapped_column(String(200), default="")
    marks: Mapped[dict[str, Any]] = mapped_column(JSON)
    comment: Mapped[str] = mapped_column(Text, default="")
    is_final: Mapped[bool] = mapped_column(default=False)
    scored_on: Mapped[date | None]
