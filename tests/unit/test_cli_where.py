"""``--where``: what is understood, what is refused, and that nothing is ever computed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_desktop.cli.where import FilterColumnError, FilterError, parse_where

COLUMNS = ("name", "unit", "unit_code", "late", "people_count", "state")
ROW = {
    "name": "Đường hoa và đường cờ",
    "unit": "Xã Yên Phong",
    "unit_code": "X13",
    "late": True,
    "people_count": 12,
    "state": None,
}


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("name~duong hoa", True),
        ("name~đường hoa", True),
        ("name = đường HOA và đường cờ", True),
        ('name="Đường hoa"', False),
        ("unit=x13", True),
        ("unit!=X13", False),
        ("unit=xã yên phong and late=yes", True),
        ("late=no", False),
        ("people_count>9", True),
        ("people_count<=12 and people_count>=12", True),
        ("people_count<12", False),
        ("state=draft", False),
        ("state!=draft", True),
    ],
)
def test_a_filter_passes_what_it_says(text, passes):
    assert parse_where(text, COLUMNS)(ROW) is passes


@pytest.mark.parametrize(
    "text", ["", "name", "name=", "=x", "name=a or", "and name=a and", "a b=c"]
)
def test_what_is_no_filter_is_refused_or_harmless(text):
    try:
        passes = parse_where(text, COLUMNS)
    except (FilterError, FilterColumnError):
        return
    assert passes(ROW) is False


def test_an_unknown_column_is_named_with_those_there_are():
    with pytest.raises(FilterColumnError) as refused:
        parse_where("colour=red", COLUMNS)
    assert refused.value.facts == {"name": "colour", "known": ", ".join(COLUMNS)}


@given(st.text(max_size=60))
def test_no_text_does_more_than_pass_or_be_refused(text):
    try:
        passes = parse_where(text, COLUMNS)
    except (FilterError, FilterColumnError):
        return
    assert passes(ROW) in (True, False)


@pytest.mark.parametrize(
    "text", ["unit = 'abc", 'unit="abc', "unit=  'abc", "unit='a' b", "unit='"]
)
def test_a_quote_that_is_not_closed_is_refused(text):
    with pytest.raises(FilterError):
        parse_where(text, COLUMNS)
