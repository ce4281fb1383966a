"""Decisions of recognition, their items, certificates and signatories (quyết định)."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from dvk_desktop.domain.paper_words import SignatureForm
from dvk_desktop.domain.terms import CertificateState, DecisionState, DocumentStyle
from dvk_desktop.models.base import Base, Exchanged, words


class Signatory(Exchanged, Base):
    """A person who signs, with the title and the form of signing (người ký)."""

    __tablename__ = "signatory"
    RECORD_TYPE = "signatory"

    name: Mapped[str] = mapped_column(String(200))
    title: Mapped[str] = mapped_column(String(200))
    form: Mapped[SignatureForm] = mapped_column(words(SignatureForm), default=SignatureForm.HEAD)
    body: Mapped[str] = mapped_column(String(300), default="")
    head_title: Mapped[str] = mapped_column(String(200), default="")
    is_party_committee: Mapped[bool] = mapped_column(default=False)
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class Decision(Exchanged, Base):
    """A decision that recognises models (quyết định công nhận).

    ``signature`` and ``legal_bases`` are copies as of signing; ``number`` is empty until known.
    """

    __tablename__ = "decision"
    RECORD_TYPE = "decision"

    campaign_id: Mapped[str] = mapped_column(ForeignKey("campaign.id"), index=True)
    office_id: Mapped[str] = mapped_column(String(36))
    style: Mapped[DocumentStyle] = mapped_column(words(DocumentStyle))
    number: Mapped[int | None]
    number_text: Mapped[str] = mapped_column(String(80), default="")
    signed_on: Mapped[date | None]
    title: Mapped[str] = mapped_column(String(500))
    authority: Mapped[str] = mapped_column(String(300))
    place: Mapped[str] = mapped_column(String(200), default="")
    level_code: Mapped[str | None] = mapped_column(String(40))
    state: Mapped[DecisionState] = mapped_column(words(DecisionState), default=DecisionState.DRAFT)
    signature: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    legal_bases: Mapped[list[Any]] = mapped_column(JSON, default=list)
    note: Mapped[str] = mapped_column(Text, default="")


class DecisionItem(Exchanged, Base):
    """One registration in a decision, in the order of the annex (mục trong quyết định)."""

    __tablename__ = "decision_item"
    RECORD_TYPE = "decision_item"

    decision_id: Mapped[str] = mapped_column(ForeignKey("decision.id"), index=True)
    registration_id: Mapped[str] = mapped_column(ForeignKey("registration.id"), index=True)
    sort_order: Mapped[int]
    rank: Mapped[str] = mapped_column(String(40), default="")
    is_revoked: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str] = mapped_column(Text, default="")


class Certificate(Exchanged, Base):
    """A certificate with the words it was printed with (giấy chứng nhận).

    ``wording`` never changes after printing, so a reprint prints what was printed.
    """

    __tablename__ = "certificate"
    RECORD_TYPE = "certificate"

    decision_item_id: Mapped[str] = mapped_column(ForeignKey("decision_item.id"), index=True)
    register_number: Mapped[int]
    wording: Mapped[dict[str, Any]] = mapped_column(JSON)
    state: Mapped[CertificateState] = mapped_column(
        words(CertificateState), default=CertificateState.QUEUED
    )
    copies: Mapped[int] = mapped_column(default=0)
    printed_on: Mapped[date | None]
