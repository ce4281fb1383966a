"""The way to a result in words, for the sheet of explanation (giải trình kết quả chấm)."""

from decimal import Decimal

from dvk_desktop.domain.exact_numbers import number_text
from dvk_desktop.domain.scoring import (
    Classification,
    CombinedResult,
    CombineMethod,
    ScoringForm,
    SheetTotal,
    counted_totals,
    levels_reached,
)
from dvk_desktop.domain.words import Wording

_FORMULAS = {
    CombineMethod.MEAN: "Điểm chung là trung bình cộng của {count} phiếu: {terms} = {score}.",
    CombineMethod.MEDIAN: (
        "Điểm chung là trung vị của {count} phiếu (lấy điểm đứng giữa): {terms} = {score}."
    ),
    CombineMethod.TRIMMED_MEAN: (
        "Điểm chung là trung bình cộng của {count} phiếu sau khi bỏ một điểm cao nhất và một điểm "
        "thấp nhất (khi có từ ba phiếu trở lên): {terms} = {score}."
    ),
}


def explain_sheet(total: SheetTotal) -> tuple[Wording, ...]:
    """Return how the total of one sheet came about."""
    facts = {
        "base": number_text(total.base),
        "bonus": number_text(total.bonus),
        "deduction": number_text(total.deduction),
        "total": number_text(total.total),
        "maximum": number_text(total.maximum),
    }
    lines = [
        Wording(
            "Tổng điểm = điểm các tiêu chí {base} + điểm thưởng {bonus} − điểm trừ {deduction} "
            "= {total}.",
            facts,
        )
    ]
    if total.total > total.maximum:
        text = "Điểm thưởng đưa tổng điểm lên {total}, vượt thang {maximum} điểm; ghi cả hai."
        lines.append(Wording(text, facts))
    if total.missing:
        lines.append(Wording("Còn {count} tiêu chí chưa chấm.", {"count": len(total.missing)}))
    return tuple(lines)


def _terms(counted: tuple[Decimal, ...]) -> str:
    numbers = [number_text(each) for each in counted]
    if len(numbers) == 1:
        return numbers[0]
    return f"({' + '.join(numbers)}) : {len(numbers)}"


def explain_score(form: ScoringForm, result: CombinedResult) -> tuple[Wording, ...]:
    """Return the formula of the combined figure, and its rounding."""
    formula = Wording(
        _FORMULAS[form.method],
        {
            "count": len(result.totals),
            "terms": _terms(counted_totals(result.totals, form.method)),
            "score": number_text(result.score),
        },
    )
    rounding = Wording(
        "Chỉ làm tròn một lần ở kết quả cuối, đến {decimals} chữ số thập phân, từ 5 trở lên "
        "làm tròn lên.",
        {"decimals": form.decimals},
    )
    return (formula, rounding)


def explain(
    form: ScoringForm, result: CombinedResult, outcome: Classification
) -> tuple[Wording, ...]:
    """Return the whole way from the sheets to the rank and the levels."""
    threshold = Wording(
        "Theo điểm: {score} đạt mức “{rank}” (từ {minimum} điểm).",
        {
            "score": number_text(result.score),
            "rank": outcome.by_points.label,
            "minimum": number_text(outcome.by_points.minimum),
        },
    )
    final = Wording("Xếp loại: {rank}.", {"rank": outcome.rank.label})
    reached = levels_reached(form, result.score, result.zero_criteria, outcome.rank)
    names = ", ".join(level.label.lower() for level in reached)
    if names:
        level = Wording("Đủ điểm để đề nghị công nhận: {levels}.", {"levels": names})
    else:
        level = Wording("Chưa đủ điều kiện đề nghị công nhận ở cấp nào.")
    return (*explain_score(form, result), threshold, *outcome.reasons, final, level)
