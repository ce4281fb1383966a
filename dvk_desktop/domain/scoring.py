"""From sheets to a result: combine, classify (chấm điểm, xếp loại).

All figures are exact; rounding happens once, half up, on the combined figure, and the rank is
read from that rounded figure because it is the one that people see on paper.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from dvk_desktop.domain.default_forms import default_form, default_forms
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.exact_numbers import rounded
from dvk_desktop.domain.marks import (
    BadMarksError,
    MarkProblem,
    Marks,
    SheetTotal,
    check_marks,
    require_marks,
    sheet_total,
)
from dvk_desktop.domain.scoring_form import (
    Cap,
    CombineMethod,
    Criterion,
    Level,
    Rank,
    ScoringForm,
)
from dvk_desktop.domain.scoring_form_json import (
    BadFormError,
    form_from_json,
    form_to_json,
    marks_from_json,
    marks_to_json,
)
from dvk_desktop.domain.words import Wording

__all__ = [
    "BadFormError",
    "BadMarksError",
    "Cap",
    "Classification",
    "CombineMethod",
    "CombinedResult",
    "Criterion",
    "Level",
    "MarkProblem",
    "Marks",
    "NoSheetsError",
    "Rank",
    "ScoringForm",
    "SheetTotal",
    "check_marks",
    "classification",
    "classify",
    "combine",
    "combine_sheets",
    "counted_totals",
    "default_form",
    "default_forms",
    "form_from_json",
    "form_to_json",
    "levels_reached",
    "marks_from_json",
    "marks_to_json",
    "require_marks",
    "sheet_total",
]


@dataclass(frozen=True, slots=True)
class CombinedResult:
    """What several sheets say together (điểm chung)."""

    score: Decimal
    totals: tuple[Decimal, ...]
    zero_criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Classification:
    """A rank and why it is not a better one (kết quả xếp loại)."""

    rank: Rank
    by_points: Rank
    reasons: tuple[Wording, ...]


class NoSheetsError(DvkError):
    """There is nothing to combine (chưa có phiếu chấm)."""

    code = "NO_SHEETS"
    template = "Chưa có phiếu chấm nào để tính điểm chung. Hãy nhập phiếu chấm trước."


def counted_totals(totals: Iterable[Decimal], method: CombineMethod) -> tuple[Decimal, ...]:
    """Return the totals that enter the figure, ascending (điểm được tính).

    With fewer than three sheets nothing is left out as an extreme.
    """
    ordered = sorted(totals)
    if method is CombineMethod.TRIMMED_MEAN and len(ordered) >= 3:
        ordered = ordered[1:-1]
    if method is CombineMethod.MEDIAN:
        ordered = ordered[(len(ordered) - 1) // 2 : len(ordered) // 2 + 1]
    return tuple(ordered)


def combine(
    totals: Iterable[Decimal], method: CombineMethod = CombineMethod.MEAN, decimals: int = 2
) -> Decimal:
    """Return one figure for several totals, rounded half up at the end only.

    Raises:
        NoSheetsError: There is no total.
    """
    counted = counted_totals(totals, method)
    if not counted:
        raise NoSheetsError
    return rounded(sum(map(Fraction, counted), Fraction(0)) / len(counted), decimals)


def _zero_criteria(form: ScoringForm, sheets: Sequence[Marks]) -> tuple[str, ...]:
    zero = []
    for criterion in form.criteria:
        given = [sheet.points[criterion.code] for sheet in sheets if criterion.code in sheet.points]
        counted = counted_totals(given, form.method)
        if counted and not any(counted):
            zero.append(criterion.code)
    return tuple(zero)


def combine_sheets(form: ScoringForm, sheets: Sequence[Marks]) -> CombinedResult:
    """Combine the sheets of several scorers by the rule of the form.

    A criterion counts as 0 when all the points that the method counts for it are 0.

    Raises:
        NoSheetsError: There is no sheet.
    """
    totals = tuple(sheet_total(form, sheet).total for sheet in sheets)
    return CombinedResult(
        score=combine(totals, form.method, form.decimals),
        totals=totals,
        zero_criteria=_zero_criteria(form, sheets),
    )


def _reached(form: ScoringForm, points: Decimal) -> int:
    """Return the place of the rank that points alone reach."""
    lowest = len(form.ranks) - 1
    return next((i for i, rank in enumerate(form.ranks) if points >= rank.minimum), lowest)


def levels_reached(
    form: ScoringForm,
    combined: Decimal,
    zero_criteria: Collection[str] = (),
    rank: Rank | None = None,
) -> tuple[Level, ...]:
    """Return the levels of recognition that a result may be proposed for, highest first.

    Args:
        form: The version that the sheets were filled on.
        combined: The rounded combined figure.
        zero_criteria: Codes of the criteria that stand at 0.
        rank: The rank in the end; one that was held down closes the levels above it.
    """
    place = 0 if rank is None else form.ranks.index(rank)
    return tuple(
        level
        for level in form.levels
        if combined >= level.minimum
        and not (level.no_zero_criterion and zero_criteria)
        and place <= _reached(form, level.minimum)
    )


def _titles(form: ScoringForm, codes: Iterable[str]) -> str:
    known: Mapping[str, str] = {each.code: each.title for each in form.criteria}
    return "; ".join(f"“{known.get(code, code)}”" for code in codes)


def _limits(
    form: ScoringForm, zero_criteria: Collection[str], has_self_score: bool, caps: Collection[str]
) -> list[tuple[int, Wording]]:
    """Return each circumstance with the best place among the ranks that it leaves."""
    lowest = len(form.ranks) - 1
    places = {rank.code: place for place, rank in enumerate(form.ranks)}
    limits: list[tuple[int, Wording]] = []
    if not has_self_score:
        reason = "Đơn vị không tự chấm điểm nên chỉ được xếp loại thấp nhất."
        limits.append((lowest, Wording(reason)))
    codes = [each.code for each in form.criteria if each.code in zero_criteria]
    required = [code for code in codes if (c := form.criterion(code)) and c.must_not_be_zero]
    if required:
        reason = "Tiêu chí bắt buộc bị 0 điểm nên chỉ được xếp loại thấp nhất: {titles}."
        limits.append((lowest, Wording(reason, {"titles": _titles(form, required)})))
    if codes:
        best = next((i for i, rank in enumerate(form.ranks) if not rank.no_zero_criterion), lowest)
        reason = "Có tiêu chí bị 0 điểm nên cao nhất chỉ được xếp “{rank}”: {titles}."
        facts = {"rank": form.ranks[best].label, "titles": _titles(form, codes)}
        limits.append((best, Wording(reason, facts)))
    for cap in form.caps:
        if cap.code in caps:
            best = places[cap.best_rank]
            facts = {"cap": cap.label, "rank": form.ranks[best].label}
            limits.append((best, Wording("{cap} nên cao nhất chỉ được xếp “{rank}”.", facts)))
    return limits


def classification(
    form: ScoringForm,
    combined: Decimal,
    *,
    zero_criteria: Collection[str] = (),
    has_self_score: bool = True,
    caps: Collection[str] = (),
) -> Classification:
    """Return the rank of a result with the reasons that hold it down.

    Args:
        form: The version that the sheets were filled on.
        combined: The rounded combined figure.
        zero_criteria: Codes of the criteria that stand at 0.
        has_self_score: Whether the unit scored itself.
        caps: Codes of the form's caps that apply.
    """
    lowest = len(form.ranks) - 1
    reached = _reached(form, combined)
    limits = _limits(form, zero_criteria, has_self_score, caps)
    place = max([reached, *(best for best, _ in limits)])
    # A rank below a limit may itself forbid a criterion at 0, when ranks are mixed so.
    while zero_criteria and place < lowest and form.ranks[place].no_zero_criterion:
        place += 1
    reasons = tuple(reason for best, reason in limits if best > reached)
    return Classification(form.ranks[place], form.ranks[reached], reasons)


def classify(
    form: ScoringForm,
    combined: Decimal,
    zero_criteria: Collection[str] = (),
    has_self_score: bool = True,
    caps: Collection[str] = (),
) -> Rank:
    """Return the rank of a result; see ``classification`` for the reasons."""
    return classification(
        form,
        combined,
        zero_criteria=zero_criteria,
        has_self_score=has_self_score,
        caps=caps,
    ).rank
