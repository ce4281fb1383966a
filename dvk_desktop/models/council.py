"""Meetings of the council and its votes (họp hội đồng, biểu quyết)."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from dvk_desktop.models.base import Base, Exchanged


class CouncilMeeting(Exchanged, Base):
    """A meeting with its members and the rule of the vote (phiên họp hội đồng).

    ``members``: a list of objects with name, title, role and is_present. ``rule`` is a copy of
    the campaign's vote rule as it was when the meeting was opened.
    """

    __tablename__ = "council_meeting"
    RECORD_TYPE = "council_meeting"

    campaign_id: Mapped[str] = mapped_column(ForeignKey("campaign.id"), index=True)
    office_id: Mapped[str] = mapped_column(String(36))
    name: Mapped[str] = mapped_column(String(300))
    held_on: Mapped[date]
    place: Mapped[str] = mapped_column(String(300), default="")
    members: Mapped[list[Any]] = mapped_column(JSON, default=list)
    rule: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    is_closed: Mapped[bool] = mapped_column(default=False)
    minutes: Mapped[str] = mapped_column(Text, default="")


class VoteCount(Exchanged, Base):
    """The count of ballots on one registration (kết quả kiểm phiếu).

    A secret ballot bears no name, so only the numbers are kept: ``tally`` holds the fields of
    ``domain.voting.Tally``.
    """

    __tablename__ = "vote_count"
    RECORD_TYPE = "vote_count"

    meeting_id: Mapped[str] = mapped_column(ForeignKey("council_meeting.id"), index=True)
    registration_id: Mapped[str] = mapped_column(ForeignKey("registration.id"), index=True)
    tally: Mapped[dict[str, Any]] = mapped_column(JSON)
    note: Mapped[str] = mapped_column(Text, default="")
