"""Sheets and results as they travel between layers (phiếu chấm, kết quả)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dvk_desktop.domain.marks import Marks
from dvk_desktop.domain.scoring_form import ScoringForm
from dvk_desktop.domain.terms import RegistrationState, SheetKind, SubjectType
from dvk_desktop.domain.words import Wording


@dataclass(frozen=True, slots=True)
class FormRow:
    """One version of a scoring form in a campaign (mẫu phiếu)."""

    id: str
    name: str
    subject_type: SubjectType | None
    version: int
    is_example: bool
    frozen_on: date | None
    form: ScoringForm


@dataclass(frozen=True, slots=True)
class SheetRow:
    """The sheet of one scorer (phiếu chấm)."""

    id: str
    registration_id: str
    form_id: str
    kind: SheetKind
    scorer: str
    marks: Marks
    comment: str
    is_final: bool
    scored_on: date | None


@dataclass(frozen=True, slots=True)
class SheetMark:
    """That a scorer has a sheet for a registration, without its points (dấu phiếu)."""

    registration_id: str
    kind: SheetKind
    scorer: str
    is_final: bool


@dataclass(frozen=True, slots=True)
class SheetDraft:
    """A sheet as the scoring page gives it (phiếu đang chấm)."""

    registration_id: str
    kind: SheetKind
    scorer: str
    marks: Marks
    comment: str = ""
    is_final: bool = True


@dataclass(frozen=True, slots=True)
class ResultRow:
    """What the sheets of one registration come to (kết quả chấm).

    ``score`` is the council's combined figure (the appraisal's where there is no council sheet)
    and None while there is none.
    """

    registration_id: str
    name: str
    unit_name: str
    sector_code: str | None
    subject_type: SubjectType | None
    state: RegistrationState
    self_score: Decimal | None
    score: Decimal | None
    sheets: int
    spread: Decimal
    zero_criteria: tuple[str, ...]
    rank_code: str
    rank_label: str
    place: int | None
    is_tied: bool
    explanation: tuple[Wording, ...]
