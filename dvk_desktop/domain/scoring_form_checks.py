"""What makes a scoring form usable, all problems at once (kiểm tra mẫu phiếu chấm)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from dvk_desktop.domain.exact_numbers import number_text
from dvk_desktop.domain.scoring_form import Criterion, Level, Rank, ScoringForm
from dvk_desktop.domain.words import Wording

LARGEST_POINTS = Decimal(10_000)
MOST_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class FormProblem:
    """One thing wrong with a form and where it stands."""

    place: str
    wording: Wording


def _doubled(codes: Iterable[str], place: str) -> Iterator[FormProblem]:
    seen: set[str] = set()
    for number, code in enumerate(codes, start=1):
        if not code.strip():
            yield FormProblem(f"{place}[{number}].code", Wording("mã để trống."))
        elif code in seen:
            problem = Wording("mã “{code}” dùng hai lần.", {"code": code})
            yield FormProblem(f"{place}[{number}].code", problem)
        seen.add(code)


def _criterion_problems(number: int, criterion: Criterion) -> Iterator[FormProblem]:
    place = f"criteria[{number}]"
    if not criterion.title.strip():
        yield FormProblem(f"{place}.title", Wording("tên tiêu chí để trống."))
    if not 0 < criterion.maximum <= LARGEST_POINTS:
        text = Wording("điểm tối đa phải lớn hơn 0 và không quá 10.000.")
        yield FormProblem(f"{place}.maximum", text)
    elif not 0 < criterion.step <= criterion.maximum or criterion.maximum % criterion.step:
        facts = {"step": number_text(criterion.step), "maximum": number_text(criterion.maximum)}
        text = Wording("bước điểm {step} không chia hết điểm tối đa {maximum}.", facts)
        yield FormProblem(f"{place}.step", text)


def _descending(parts: tuple[Rank, ...] | tuple[Level, ...], place: str) -> Iterator[FormProblem]:
    for number in range(1, len(parts)):
        if parts[number].minimum >= parts[number - 1].minimum:
            text = Wording("mức điểm phải xếp từ cao xuống thấp, không trùng nhau.")
            yield FormProblem(f"{place}[{number + 1}].minimum", text)


def _rank_problems(form: ScoringForm) -> Iterator[FormProblem]:
    if not form.ranks:
        yield FormProblem("ranks", Wording("phải có ít nhất một mức xếp loại."))
        return
    yield from _doubled((rank.code for rank in form.ranks), "ranks")
    yield from _descending(form.ranks, "ranks")
    highest = form.maximum + form.bonus_maximum
    for number, rank in enumerate(form.ranks, start=1):
        if rank.minimum > highest:
            facts = {"minimum": number_text(rank.minimum), "highest": number_text(highest)}
            text = Wording("mức {minimum} không thể đạt vì tối đa chỉ có {highest} điểm.", facts)
            yield FormProblem(f"ranks[{number}].minimum", text)
    last = form.ranks[-1]
    if last.minimum != 0 or last.no_zero_criterion:
        text = Wording("mức thấp nhất phải bắt đầu từ 0 điểm và không kèm điều kiện.")
        yield FormProblem(f"ranks[{len(form.ranks)}]", text)


def _cap_problems(form: ScoringForm) -> Iterator[FormProblem]:
    yield from _doubled((cap.code for cap in form.caps), "caps")
    known = {rank.code for rank in form.ranks}
    for number, cap in enumerate(form.caps, start=1):
        if cap.best_rank not in known:
            text = Wording("không có mức xếp loại “{rank}”.", {"rank": cap.best_rank})
            yield FormProblem(f"caps[{number}].best_rank", text)


def _general_problems(form: ScoringForm) -> Iterator[FormProblem]:
    if not form.name.strip():
        yield FormProblem("name", Wording("tên phiếu để trống."))
    if form.version < 1:
        yield FormProblem("version", Wording("số phiên bản phải từ 1 trở lên."))
    if not 0 <= form.decimals <= MOST_DECIMALS:
        yield FormProblem("decimals", Wording("số chữ số thập phân phải từ 0 đến 4."))
    for place in ("bonus_maximum", "deduction_maximum"):
        if not 0 <= getattr(form, place) <= LARGEST_POINTS:
            yield FormProblem(place, Wording("điểm tối đa phải từ 0 đến 10.000."))


def form_problems(form: ScoringForm) -> tuple[FormProblem, ...]:
    """Return everything that makes a form unusable, in the order of the form."""
    found = list(_general_problems(form))
    if not form.criteria:
        found.append(FormProblem("criteria", Wording("phải có ít nhất một tiêu chí.")))
    found.extend(_doubled((criterion.code for criterion in form.criteria), "criteria"))
    for number, criterion in enumerate(form.criteria, start=1):
        found.extend(_criterion_problems(number, criterion))
    found.extend(_rank_problems(form))
    found.extend(_doubled((level.code for level in form.levels), "levels"))
    found.extend(_descending(form.levels, "levels"))
    found.extend(_cap_problems(form))
    return tuple(found)
