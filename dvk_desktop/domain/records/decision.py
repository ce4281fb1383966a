"""Decisions and certificates as they travel between layers (quyết định, giấy chứng nhận)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dvk_desktop.domain.records.certificate import CertificateText
from dvk_desktop.domain.terms import CertificateState, DecisionState, DocumentStyle, SubjectType


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """A decision as the recognition page gives it (dự thảo quyết định)."""

    campaign_id: str
    title: str
    authority: str
    place: str
    registration_ids: tuple[str, ...]
    style: DocumentStyle = DocumentStyle.PARTY_HD36
    organ_symbol: str = "BCĐ"
    signatory_id: str | None = None
    legal_bases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision (quyết định)."""

    id: str
    campaign_id: str
    number_text: str
    signed_on: date | None
    title: str
    authority: str
    place: str
    state: DecisionState
    style: DocumentStyle
    signature_lines: tuple[str, ...]
    signatory_name: str
    items: int
    number: int | None = None


@dataclass(frozen=True, slots=True)
class PaperFound:
    """A decision, or one that a certificate belongs to (giấy tờ tìm thấy).

    ``name`` is the model by which it was found; empty for a number or a title.
    """

    decision_id: str
    number_text: str
    title: str = ""
    name: str = ""
    register_number: int | None = None


@dataclass(frozen=True, slots=True)
class DecisionItemRow:
    """One line of the annex, in its order (mục trong danh sách kèm theo).

    ``unit_name`` names every unit that runs the model, the leading one first, except those
    that this office does not have in its register.
    """

    id: str
    registration_id: str
    sort_order: int
    name: str
    recipient: str
    unit_name: str
    sector_code: str | None
    subject_type: SubjectType | None
    rank_label: str
    score: Decimal | None
    is_revoked: bool
    names_all_units: bool = True


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """One certificate with the words it is printed with (giấy chứng nhận)."""

    id: str
    register_number: int
    name: str
    recipient: str
    unit_name: str
    state: CertificateState
    copies: int
    text: CertificateText
