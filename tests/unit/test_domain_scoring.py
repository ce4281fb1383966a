from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_desktop.domain.exact_numbers import number_text, percent_text, rounded
from dvk_desktop.domain.scoring import (
    CombineMethod,
    Marks,
    NoSheetsError,
    classification,
    classify,
    combine,
    combine_sheets,
    default_form,
    levels_reached,
)

FORM = default_form()
FULL = {criterion.code: criterion.maximum for criterion in FORM.criteria}
CAPS = [cap.code for cap in FORM.caps]
points = st.decimals(min_value=0, max_value=103, places=2)
totals = st.lists(points, min_size=1, max_size=12)
methods = st.sampled_from(CombineMethod)


def rank(score, *args, **kwargs):
    return classify(FORM, Decimal(score), *args, **kwargs).code


def place(result):
    return FORM.ranks.index(result)


@given(totals, methods, st.randoms(use_true_random=False))
def test_combining_does_not_depend_on_order(values, method, random):
    shuffled = random.sample(values, len(values))
    assert combine(values, method) == combine(shuffled, method)


@given(totals, methods)
def test_the_combined_figure_lies_between_the_extremes(values, method):
    assert min(values) <= combine(values, method) <= max(values)


@given(points, st.integers(1, 9), methods)
def test_equal_sheets_combine_to_themselves(value, count, method):
    assert combine([value] * count, method) == value


@given(totals, methods, st.data())
def test_a_better_sheet_never_lowers_the_figure(values, method, data):
    i = data.draw(st.integers(0, len(values) - 1))
    better = [*values[:i], values[i] + data.draw(points), *values[i + 1 :]]
    assert combine(better, method) >= combine(values, method)


@pytest.mark.parametrize(
    ("values", "method", "expected"),
    [
        (("83", "83.5", "85"), CombineMethod.MEAN, "83.83"),
        (("80", "80.01"), CombineMethod.MEAN, "80.01"),
        (("90", "70", "85"), CombineMethod.MEDIAN, "85"),
        (("90", "70", "85", "80"), CombineMethod.MEDIAN, "82.5"),
        (("10", "80", "90", "100"), CombineMethod.TRIMMED_MEAN, "85"),
        (("60", "100"), CombineMethod.TRIMMED_MEAN, "80"),
    ],
)
def test_figures_computed_by_hand(values, method, expected):
    assert combine(map(Decimal, values), method) == Decimal(expected)


def test_nothing_to_combine_is_refused():
    with pytest.raises(NoSheetsError):
        combine([])


@given(st.fractions(min_value=0, max_value=200), st.integers(0, 4))
def test_rounding_is_half_up_and_nearest(value, decimals):
    difference = Fraction(rounded(value, decimals)) - value
    half = Fraction(1, 2 * 10**decimals)
    assert -half < difference <= half


@pytest.mark.parametrize(
    ("value", "text"), [("100", "100"), ("87.50", "87,5"), ("0.00", "0"), ("1E+2", "100")]
)
def test_numbers_are_written_with_a_comma(value, text):
    assert number_text(Decimal(value)) == text


def test_a_share_is_written_with_two_decimals():
    assert percent_text(Fraction(5, 6)) == "83,33 %"


@pytest.mark.parametrize(
    ("score", "code"),
    [("90", "excellent"), ("89.99", "good"), ("80", "good"), ("79.99", "passed"),
     ("70", "passed"), ("69.99", "failed"), ("0", "failed"), ("103", "excellent")],
)  # fmt: skip
def test_ranks_begin_at_their_threshold(score, code):
    assert rank(score) == code


def test_96_with_a_criterion_at_zero_is_not_excellent():
    outcome = classification(FORM, Decimal(96), zero_criteria=["TC6"])
    assert (outcome.rank.code, outcome.by_points.code) == ("passed", "excellent")
    assert [str(reason) for reason in outcome.reasons] == [
        "Có tiêu chí bị 0 điểm nên cao nhất chỉ được xếp “Đạt”: "
        "“Bền vững, lan tỏa, được nhân rộng”."
    ]


def test_without_a_self_score_the_rank_is_the_lowest():
    assert rank(99, has_self_score=False) == "failed"


@pytest.mark.parametrize(
    ("cap", "code"),
    [
        ("leader_reprimanded", "good"),
        ("leader_warned", "passed"),
        ("leader_dismissed", "failed"),
    ],
)
def test_discipline_of_the_leader_limits_the_rank(cap, code):
    assert rank(99, caps=[cap]) == code


def test_a_cap_does_not_lift_and_is_not_named_when_it_changes_nothing():
    outcome = classification(FORM, Decimal(72), caps=["leader_warned"])
    assert (outcome.rank.code, outcome.reasons) == ("passed", ())


def test_a_required_criterion_at_zero_leaves_the_lowest_rank():
    first = replace(FORM.criteria[0], must_not_be_zero=True)
    form = replace(FORM, criteria=(first, *FORM.criteria[1:]))
    assert classify(form, Decimal(95), ["TC1"]).code == "failed"


@given(
    points,
    points,
    st.lists(st.sampled_from(sorted(FULL)), unique=True),
    st.lists(st.sampled_from(CAPS), unique=True),
    st.booleans(),
)
def test_more_points_never_give_a_lower_rank(one, other, zero, caps, scored):
    low, high = sorted((one, other))
    assert place(classify(FORM, high, zero, scored, caps)) <= place(
        classify(FORM, low, zero, scored, caps)
    )


@given(points, st.lists(st.sampled_from(CAPS), unique=True), st.booleans())
def test_circumstances_never_lift_a_rank(score, caps, scored):
    held = classify(FORM, score, ["TC1"], scored, caps)
    assert place(held) >= place(classify(FORM, score))
    assert not held.no_zero_criterion


@pytest.mark.parametrize(
    ("score", "zero", "codes"),
    [
        ("95", (), ["province", "upper", "base"]),
        ("95", ("TC1",), ["base"]),
        ("80", (), ["upper", "base"]),
        ("69.99", (), []),
    ],
)
def test_levels_that_a_result_reaches(score, zero, codes):
    assert [level.code for level in levels_reached(FORM, Decimal(score), zero)] == codes


@pytest.mark.parametrize(
    ("cap", "codes"),
    [
        ("leader_reprimanded", ["upper", "base"]),
        ("leader_warned", ["base"]),
        ("leader_dismissed", []),
    ],
)
def test_a_rank_that_is_held_down_closes_the_levels_above(cap, codes):
    held = classify(FORM, Decimal(95), caps=[cap])
    found = levels_reached(FORM, Decimal(95), rank=held)
    assert [level.code for level in found] == codes


def test_a_criterion_at_zero_never_rests_in_a_rank_that_forbids_it():
    ranks = tuple(replace(each, no_zero_criterion=each.code == "passed") for each in FORM.ranks)
    form = replace(FORM, ranks=ranks)
    assert classify(form, Decimal(95), ["TC1"]).code == "excellent"
    assert classify(form, Decimal(75), ["TC1"]).code == "failed"


def test_a_criterion_is_zero_together_when_all_counted_points_are():
    sheets = [Marks({**FULL, "TC6": Decimal(points)}) for points in (0, 0, 5)]
    assert combine_sheets(FORM, sheets).zero_criteria == ()
    median = replace(FORM, method=CombineMethod.MEDIAN)
    assert combine_sheets(median, sheets).zero_criteria == ("TC6",)
