"""Who runs a model together: each once, never the leading one, named as sentences name them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.fuzz import token_sort_ratio

from dvk_desktop.domain.duplicates import NamedModel, find_groups
from dvk_desktop.domain.joint_units import (
    UNKNOWN_UNIT,
    joint_ids,
    known_names,
    names_of,
    together,
)
from dvk_desktop.domain.record_checking import NOT_IDS, checks_for
from dvk_desktop.domain.record_types import RECORD_TYPES
from dvk_desktop.domain.records.certificate import in_line

ONE = "01a20a77-1ae4-7000-aa56-a6358567af64"


@given(st.sampled_from("abc"), st.lists(st.sampled_from(["a", "b", "c", "d", ""])))
def test_each_unit_joins_once_and_never_the_one_that_leads(leading, units):
    found = joint_ids(leading, units)
    assert len(set(found)) == len(found)
    assert set(found) == set(units) - {leading, ""}
    assert joint_ids(leading, found) == found


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ((), ""),
        (("Xã A",), "Xã A"),
        (("Xã A", "Xã B"), "Xã A và Xã B"),
        (("Xã A", "Xã B", "Huyện đoàn"), "Xã A, Xã B và Huyện đoàn"),
    ],
)
def test_names_stand_as_in_a_sentence(names, text):
    assert together(names) == text


def test_a_unit_that_is_not_known_is_told_and_never_printed():
    names = names_of(("b", "x"), {"b": "Xã B"})
    assert names == ("Xã B", UNKNOWN_UNIT)
    assert known_names(names) == ("Xã B",)


def test_units_within_a_line_have_small_letters():
    assert in_line("Chi hội 3, Xã A và Thị trấn B") == "Chi hội 3, xã A và thị trấn B"
    assert in_line("Xã A và Xã B") == "Xã A và xã B"


@pytest.mark.parametrize("value", ["x", [1], ["x"], {}, [ONE.upper()], [None]])
def test_a_package_names_units_by_their_ids(value):
    checks = checks_for(RECORD_TYPES["registration"].fields)
    (problem,) = checks.problems({"co_unit_ids": value}, whole=False)
    assert (problem.field, problem.reason) == ("co_unit_ids", NOT_IDS)
    for good in ([], [ONE], None):
        assert checks.problems({"co_unit_ids": good}, whole=False) == []


def groups(*models):
    named = [NamedModel(str(i), *model) for i, model in enumerate(models)]
    found = find_groups(named, {}, token_sort_ratio)
    return [(group.reason.value, "".join(sorted(group.ids))) for group in found]


def test_what_both_units_registered_comes_before_mere_namesakes():
    together_ = ("Đường hoa liên xã", "a", ("b",))
    assert groups(together_, ("Đường hoa liên xã", "b")) == [("joint", "01")]
    assert groups(together_, ("Tuyến đường hoa liên xã", "b")) == [("joint", "01")]
    assert groups(together_, ("Đường hoa liên xã", "c")) == [("other_unit", "01")]
    assert groups(together_, ("Camera an ninh", "b")) == []


def test_two_of_one_leading_unit_keep_their_own_reason():
    first, second = ("Đường hoa", "a", ("b",)), ("Đường hoa", "a", ("b",))
    assert groups(first, second) == [("same_name", "01")]


def test_models_that_differ_in_their_number_stay_two():
    assert groups(("Đường hoa thôn 1", "a", ("b",)), ("Đường hoa thôn 2", "b")) == [
        ("numbered", "01")
    ]
