"""The points of one filled sheet, checked and added up (điểm của một phiếu)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.exact_numbers import number_text
from dvk_desktop.domain.listed_words import Listed
from dvk_desktop.domain.scoring_form import Criterion, ScoringForm
from dvk_desktop.domain.words import Wording

_ZERO = Decimal(0)
BONUS = "bonus"
DEDUCTION = "deduction"
_SHORT = {
    "Chưa chấm tiêu chí “{title}”.": "Chưa chấm điểm.",
    "Tiêu chí “{title}”: điểm không phải là số.": "Điểm không phải là số.",
    "Tiêu chí “{title}”: điểm {points} nhỏ hơn 0.": "Điểm nhỏ hơn 0.",
    "Tiêu chí “{title}”: điểm {points} vượt mức tối đa {maximum}.": "Vượt mức tối đa {maximum}.",
    "Tiêu chí “{title}”: điểm {points} không theo bước {step}.": "Không theo bước {step}.",
    "{label}: {points} không nằm trong khoảng từ 0 đến {maximum}.": "Phải từ 0 đến {maximum}.",
}


@dataclass(frozen=True, slots=True)
class Marks:
    """What one scorer wrote: points by criterion code (điểm chấm)."""

    points: Mapping[str, Decimal]
    bonus: Decimal = _ZERO
    deduction: Decimal = _ZERO


@dataclass(frozen=True, slots=True)
class MarkProblem:
    """One thing wrong with a sheet; ``place`` is a criterion's code, bonus or deduction.

    ``short`` is for a reader who sees the place: it does not name the criterion again.
    """

    place: str
    wording: Wording
    short: Wording


class SheetTotal(NamedTuple):
    """The sum of one sheet; a bonus may lift ``total`` above the scale (tổng điểm phiếu).

    A tuple, because whole campaigns are recomputed and a frozen class takes thrice as long to make.
    """

    base: Decimal
    bonus: Decimal
    deduction: Decimal
    total: Decimal
    zero_criteria: tuple[str, ...]
    missing: tuple[str, ...]
    maximum: Decimal = Decimal(100)

    @property
    def within_scale(self) -> Decimal:
        """Return the total, at most the points of the scale; shown beside ``total``."""
        return min(self.total, self.maximum)


class BadMarksError(DvkError):
    """A sheet cannot be accepted as it is (phiếu chấm chưa hợp lệ).

    ``problems`` holds every problem with its place.
    """

    code = "BAD_MARKS"
    template = "Phiếu chấm chưa hợp lệ: {problems} Hãy sửa các điểm này rồi lưu lại."

    def __init__(self, problems: tuple[MarkProblem, ...]) -> None:
        self.problems = problems
        super().__init__(problems=Listed(parts=tuple(p.wording for p in problems), joint=" "))


def _criterion_problem(criterion: Criterion, points: Decimal | None) -> Wording | None:
    facts: dict[str, object] = {
        "title": criterion.title,
        "points": "" if points is None or not points.is_finite() else number_text(points),
        "maximum": number_text(criterion.maximum),
        "step": number_text(criterion.step),
    }
    if points is None:
        return Wording("Chưa chấm tiêu chí “{title}”.", facts)
    if not points.is_finite():
        return Wording("Tiêu chí “{title}”: điểm không phải là số.", facts)
    if points < 0:
        return Wording("Tiêu chí “{title}”: điểm {points} nhỏ hơn 0.", facts)
    if points > criterion.maximum:
        return Wording("Tiêu chí “{title}”: điểm {points} vượt mức tối đa {maximum}.", facts)
    if points % criterion.step:
        return Wording("Tiêu chí “{title}”: điểm {points} không theo bước {step}.", facts)
    return None


def _short(wording: Wording) -> Wording:
    return Wording(_SHORT.get(wording.template, wording.template), wording.facts)


def _capped_problem(label: str, points: Decimal, maximum: Decimal) -> Wording | None:
    if points.is_finite() and 0 <= points <= maximum:
        return None
    text = number_text(points) if points.is_finite() else str(points)
    return Wording(
        "{label}: {points} không nằm trong khoảng từ 0 đến {maximum}.",
        {"label": Wording(label), "points": text, "maximum": number_text(maximum)},
    )


def check_marks(
    form: ScoringForm, marks: Marks, *, may_be_incomplete: bool = False
) -> tuple[MarkProblem, ...]:
    """Return everything that is wrong with a sheet, in the order of the form.

    Args:
        form: The version that the sheet was filled on.
        marks: What was written.
        may_be_incomplete: A draft: criteria without points are no problem yet.
    """
    found: list[tuple[str, Wording | None]] = []
    for criterion in form.criteria:
        points = marks.points.get(criterion.code)
        if points is not None or not may_be_incomplete:
            found.append((criterion.code, _criterion_problem(criterion, points)))
    known = {criterion.code for criterion in form.criteria}
    for code in sorted(set(marks.points) - known):
        unknown = Wording("Phiếu không có tiêu chí mang mã “{code}”.", {"code": code})
        found.append((code, unknown))
    found.append((BONUS, _capped_problem("Điểm thưởng", marks.bonus, form.bonus_maximum)))
    found.append((DEDUCTION, _capped_problem("Điểm trừ", marks.deduction, form.deduction_maximum)))
    return tuple(
        MarkProblem(place, wording, _short(wording))
        for place, wording in found
        if wording is not None
    )


def require_marks(form: ScoringForm, marks: Marks) -> None:
    """Refuse a sheet with any problem.

    Raises:
        BadMarksError: Lists every problem.
    """
    problems = check_marks(form, marks)
    if problems:
        raise BadMarksError(problems)


def sheet_total(form: ScoringForm, marks: Marks) -> SheetTotal:
    """Add up one sheet; criteria without points count as nothing and are named as missing."""
    given = marks.points.get
    base = _ZERO
    zero: list[str] = []
    missing: list[str] = []
    for criterion in form.criteria:
        points = given(criterion.code)
        if points:
            base += points
        elif points is None:
            missing.append(criterion.code)
        else:
            zero.append(criterion.code)
    total = base + marks.bonus - marks.deduction
    return SheetTotal(
        base,
        marks.bonus,
        marks.deduction,
        max(total, _ZERO),
        tuple(zero),
        tuple(missing),
        form.maximum,
    )
