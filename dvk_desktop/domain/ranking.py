"""Order by score, ties and quotas (thứ tự, đồng điểm, chỉ tiêu).

Equal scores are never told apart by arithmetic: the authority decides and gives its reason
(Cần Thơ 2579/QĐ-UBND; domain.md 2.1).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.exact_numbers import number_text
from dvk_desktop.domain.words import Wording


@dataclass(frozen=True, slots=True)
class Standing:
    """One place in the order; tied ones share the place (thứ hạng)."""

    place: int
    key: str
    total: Decimal
    tied: bool


@dataclass(frozen=True, slots=True)
class QuotaCut:
    """What a quota leaves: in, undecided at the edge, out (xét theo chỉ tiêu)."""

    chosen: tuple[str, ...]
    undecided: tuple[str, ...]
    seats_left: int
    outside: tuple[str, ...]
    trace: Wording


class TieChoiceError(DvkError):
    """The chair's choice among equals does not fit (lựa chọn khi đồng điểm chưa hợp lệ)."""

    code = "TIE_CHOICE"
    template = (
        "Cần chọn đúng {seats} trong số {count} trường hợp bằng điểm và ghi rõ lý do. "
        "Hãy chọn lại rồi xác nhận."
    )


def standings(totals: Mapping[str, Decimal]) -> tuple[Standing, ...]:
    """Return the order by total, highest first, whatever the order of entry (xếp thứ tự)."""
    ordered = sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    result: list[Standing] = []
    for total, group in groupby(ordered, key=lambda item: item[1]):
        equals = [key for key, _ in group]
        place = len(result) + 1
        result.extend(Standing(place, key, total, len(equals) > 1) for key in equals)
    return tuple(result)


def ties(order: tuple[Standing, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the groups that share a place, for the chair to look at (đồng điểm)."""
    groups = (tuple(each.key for each in group) for _, group in groupby(order, lambda s: s.place))
    return tuple(group for group in groups if len(group) > 1)


def cut_at_quota(order: tuple[Standing, ...], quota: int | None) -> QuotaCut:
    """Split an order at a quota; a tie across the edge stays undecided as a whole.

    Args:
        order: What ``standings`` returned.
        quota: How many may be chosen; None means no limit.
    """
    keys = tuple(each.key for each in order)
    if quota is None or quota >= len(order):
        return QuotaCut(keys, (), 0, (), Wording("Không vượt chỉ tiêu: chọn tất cả."))
    if quota <= 0:
        return QuotaCut((), (), 0, keys, Wording("Chỉ tiêu bằng 0: không chọn trường hợp nào."))
    edge = order[quota]
    if order[quota - 1].place != edge.place:
        facts: dict[str, object] = {"quota": quota, "total": number_text(order[quota - 1].total)}
        text = "Chọn {quota} trường hợp điểm cao nhất, từ {total} điểm trở lên."
        return QuotaCut(keys[:quota], (), 0, keys[quota:], Wording(text, facts))
    above = tuple(each.key for each in order if each.place < edge.place)
    equal = tuple(each.key for each in order if each.place == edge.place)
    below = tuple(each.key for each in order if each.place > edge.place)
    seats = quota - len(above)
    text = (
        "{count} trường hợp cùng {total} điểm trong khi chỉ còn {seats} chỉ tiêu; "
        "người chủ trì quyết định và ghi lý do."
    )
    facts = {"count": len(equal), "total": number_text(edge.total), "seats": seats}
    return QuotaCut(above, equal, seats, below, Wording(text, facts))


def settle_tie(cut: QuotaCut, picked: Collection[str], reason: str) -> QuotaCut:
    """Return the cut with the chair's choice among equals and its reason in the trace.

    Raises:
        TieChoiceError: Not as many as seats, not among the equals, or no reason.
    """
    chosen = tuple(key for key in cut.undecided if key in picked)
    wrong = len(chosen) != cut.seats_left or len(set(picked)) != len(chosen)
    if wrong or not reason.strip():
        raise TieChoiceError(seats=cut.seats_left, count=len(cut.undecided))
    left = tuple(key for key in cut.undecided if key not in picked)
    text = "Người chủ trì chọn {seats} trong {count} trường hợp bằng điểm. Lý do: {reason}"
    facts = {"seats": cut.seats_left, "count": len(cut.undecided), "reason": reason.strip()}
    return QuotaCut(cut.chosen + chosen, (), 0, left + cut.outside, Wording(text, facts))
