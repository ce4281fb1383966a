from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_desktop.domain.ranking import (
    Standing,
    TieChoiceError,
    cut_at_quota,
    settle_tie,
    standings,
    ties,
)

TOTALS = {"a": Decimal("90.0"), "b": Decimal("95"), "c": Decimal("90.00"), "d": Decimal("80")}
FOUND = standings(TOTALS)
entries = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=3), st.integers(70, 80).map(Decimal), max_size=12
)


def test_equals_share_a_place_and_are_shown():
    expected = (
        Standing(1, "b", Decimal(95), False),
        Standing(2, "a", Decimal(90), True),
        Standing(2, "c", Decimal(90), True),
        Standing(4, "d", Decimal(80), False),
    )
    assert expected == FOUND
    assert ties(FOUND) == (("a", "c"),)


@given(entries, st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_entry(totals, random):
    items = list(totals.items())
    random.shuffle(items)
    assert standings(dict(items)) == standings(totals)


@given(entries, st.none() | st.integers(0, 15))
def test_a_cut_loses_nobody_and_never_exceeds_the_quota(totals, quota):
    cut = cut_at_quota(standings(totals), quota)
    assert sorted(cut.chosen + cut.undecided + cut.outside) == sorted(totals)
    seats = min(len(totals) if quota is None else quota, len(totals))
    assert len(cut.chosen) + cut.seats_left == seats
    worst = min((totals[key] for key in cut.chosen), default=Decimal(999))
    assert all(totals[key] < worst for key in cut.undecided + cut.outside)


def test_a_tie_across_the_edge_waits_for_the_chair():
    cut = cut_at_quota(FOUND, 2)
    assert (cut.chosen, cut.undecided, cut.seats_left) == (("b",), ("a", "c"), 1)
    assert "2 trường hợp cùng 90 điểm" in str(cut.trace)


def test_the_chair_chooses_with_a_reason():
    settled = settle_tie(cut_at_quota(FOUND, 2), ["c"], "Tập thể có trên 70 % là nữ")
    assert (settled.chosen, settled.undecided, settled.outside) == (("b", "c"), (), ("a", "d"))
    assert str(settled.trace).endswith("Lý do: Tập thể có trên 70 % là nữ")


@pytest.mark.parametrize(
    ("picked", "reason"),
    [("c", " "), ("ac", "x"), ("d", "x"), ("cd", "x"), ("", "x")],
)
def test_other_choices_are_refused(picked, reason):
    with pytest.raises(TieChoiceError, match="đúng 1 trong số 2"):
        settle_tie(cut_at_quota(FOUND, 2), picked, reason)
