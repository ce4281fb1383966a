"""Ticks of a column's values, and filters that are kept and read again."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_desktop.domain.filter_json import filter_from_plain, filter_to_plain, order_from_plain
from dvk_desktop.domain.records.column_condition import (
    EMPTY,
    SORTS,
    ColumnCondition,
    ColumnValue,
    filter_kind,
    sort_name,
)
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.registration_fields import FIELD_LABELS
from dvk_desktop.domain.terms import RegistrationKind, RegistrationState, SubjectType
from dvk_desktop.views.item_models.value_ticks import ValueTicks

LISTED = tuple(ColumnValue(one, one.upper(), 1) for one in ("a", "b", "c"))
A, B, C = LISTED
FILTERED = sorted(one for one in (*FIELD_LABELS, "state", "source_file") if filter_kind(one))

conditions = st.builds(
    ColumnCondition,
    st.sampled_from(FILTERED),
    st.lists(st.text(max_size=8), max_size=3).map(tuple),
    st.booleans(),
    st.text(max_size=12),
).filter(lambda one: one.is_narrowing)
filters = st.builds(
    RegistrationFilter,
    st.none(),
    st.text(max_size=20),
    st.none() | st.text(min_size=1, max_size=5),
    st.none() | st.text(min_size=1, max_size=5),
    st.none() | st.sampled_from(SubjectType),
    st.none() | st.sampled_from(RegistrationKind),
    st.lists(st.sampled_from(RegistrationState), max_size=3).map(tuple),
    st.booleans(),
    columns=st.lists(conditions, max_size=3).map(tuple),
)
orders = st.lists(st.tuples(st.sampled_from(sorted(SORTS)), st.booleans()), max_size=3)


def test_all_but_one_also_means_values_that_are_not_listed():
    ticks = ValueTicks("sector_code")
    ticks.set_on(A, is_on=False)
    assert ticks.condition(LISTED) == ColumnCondition("sector_code", ("a",), is_excluded=True)
    assert ticks.is_on("anything else")


def test_all_off_and_two_on_means_these_two():
    ticks = ValueTicks("sector_code")
    ticks.set_all(is_on=False)
    assert ticks.is_empty
    ticks.set_on(A, is_on=True)
    ticks.set_on(C, is_on=True)
    found = ticks.condition(LISTED)
    assert (found.values, found.is_excluded, found.labels) == (("a", "c"), False, ("A", "C"))


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("name", ColumnCondition("name", ("b",), is_excluded=True, words="hoa")),
        ("unit_id", ColumnCondition("unit_id", ("a", "c"))),
    ],
)
def test_a_search_means_what_it_finds(column, expected):
    ticks = ValueTicks(column)
    ticks.look_for("hoa")
    ticks.set_on(B, is_on=False)
    assert ticks.condition(LISTED) == expected


def test_a_search_after_unticking_only_looks_through_the_list():
    ticks = ValueTicks("name")
    ticks.set_on(A, is_on=False)
    ticks.look_for("b")
    ticks.set_on(B, is_on=False)
    assert ticks.condition((B,)) == ColumnCondition("name", ("a", "b"), is_excluded=True)


def test_ticks_are_gathered_over_several_searches():
    ticks = ValueTicks("unit_id")
    ticks.set_all(is_on=False)
    for value in (A, C):
        ticks.look_for(value.label)
        ticks.set_on(value, is_on=True)
        ticks.look_for("")
    assert ticks.condition(LISTED).values == ("a", "c")


def test_a_search_that_is_given_up_leaves_everything():
    ticks = ValueTicks("unit_id")
    ticks.look_for("x")
    ticks.set_on(A, is_on=False)
    ticks.look_for("")
    assert not ticks.condition(LISTED).is_narrowing


@given(conditions.filter(lambda one: filter_kind(one.column).value in {"text", "choice"}))
def test_ticks_opened_again_ask_for_the_same(condition):
    if filter_kind(condition.column).value == "choice":
        condition = ColumnCondition(condition.column, condition.values, condition.is_excluded)
    values = tuple(dict.fromkeys(condition.values))
    is_excluded = condition.is_excluded and bool(values)
    if condition.words and not is_excluded:
        values = ()
    wanted = ColumnCondition(condition.column, values, is_excluded, condition.words)
    assert ValueTicks(wanted.column, wanted).condition(()) == wanted


@given(filters, orders)
def test_a_kept_filter_is_read_as_it_was(wanted, order):
    wanted = wanted.ordered(tuple(dict(order).items()))
    assert filter_from_plain(json.loads(json.dumps(filter_to_plain(wanted)))) == wanted


leaves = st.none() | st.booleans() | st.integers() | st.text(max_size=6)
plain = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)
KEYS = ("text", "unit_id", "kind", "states", "columns", "order", "only_late")


@given(st.dictionaries(st.sampled_from(KEYS), plain))
def test_a_kept_filter_that_was_damaged_is_no_accident(found):
    filter_from_plain(found)


@pytest.mark.parametrize("low", ["1e9999999", "-1e-9999999", "NaN", "sNaN", "Infinity", "abc"])
def test_a_limit_that_is_no_number_of_people_limits_nothing(low):
    assert filter_from_plain({"columns": [{"column": "cost", "low": low}]}).columns == ()


@pytest.mark.parametrize("name", [["name"], {"name": 1}, None, 3])
def test_an_order_by_what_is_no_column_is_left_out(name):
    assert order_from_plain([[name, True], ["name", True]]) == (("name", True),)


def test_what_cannot_be_read_is_left_out():
    columns = [
        {"column": "cost", "low": "abc", "high": "20"},
        {"column": "registered_on", "low": "2017-13-40"},
        {"column": "colour", "values": ["red"]},
        {"column": "sector_code", "values": ["KT", EMPTY]},
    ]
    found = filter_from_plain({"columns": columns, "states": ["draft", "lost"]})
    assert found.columns == (
        ColumnCondition("cost", high="20"),
        ColumnCondition("sector_code", ("KT", EMPTY)),
    )
    assert found.states == (RegistrationState.DRAFT,)
    assert order_from_plain([["name", True], ["colour", False], "x"]) == (("name", True),)


def test_orders_and_filters_speak_of_the_same_columns():
    assert {sort_name("unit_id"), sort_name("name")} <= SORTS
    assert filter_kind("co_unit_ids") is None
