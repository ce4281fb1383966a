import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_desktop.domain.numbering import (
    TYPE_SYMBOLS,
    BadNumberError,
    DocumentNumber,
    NumberBlock,
    NumbersExhaustedError,
    NumberTakenError,
    format_number,
    gaps,
    next_number,
    number_series,
    parse_number,
    require_free,
)
from dvk_desktop.domain.terms import DocumentStyle

PARTY = DocumentStyle.PARTY_HD05
STATE = DocumentStyle.STATE_ND30


@pytest.mark.parametrize(
    ("style", "number", "symbol", "organ", "text"),
    [
        (PARTY, 5, "QĐ", "BCĐ", "Số 05-QĐ/BCĐ"),
        (PARTY, 123, "TTr", "ĐU", "Số 123-TTr/ĐU"),
        (PARTY, None, "QĐ", "BCĐ", "Số      -QĐ/BCĐ"),
        (STATE, 15, "QĐ", "UBND", "Số: 15/QĐ-UBND"),
        (STATE, 1, "TTr", "BCĐ", "Số: 01/TTr-BCĐ"),
        (STATE, None, "QĐ", "UBND", "Số:      /QĐ-UBND"),
        (STATE, 7, "", "UBND-NV", "Số: 07/UBND-NV"),
    ],
)
def test_numbers_as_on_paper(style, number, symbol, organ, text):
    assert format_number(style, number, symbol, organ) == text
    assert parse_number(style, text) == DocumentNumber(number, symbol, organ)


@given(
    st.sampled_from(DocumentStyle),
    st.none() | st.integers(0, 99_999),
    st.sampled_from(sorted(TYPE_SYMBOLS.values())),
    st.sampled_from(["BCĐ", "UBND", "ĐU", "HU", "BDV", "HĐTĐKT", "UBND-NV"]),
)
def test_numbers_are_read_back(style, number, symbol, organ):
    text = format_number(style, number, symbol, organ)
    assert parse_number(style, text) == DocumentNumber(number, symbol, organ)


@pytest.mark.parametrize("text", ["Số: 05-QĐ/BCĐ", "Số 5 - QĐ / BCĐ ", " Số:05-QĐ/BCĐ"])
def test_numbers_typed_by_hand_are_understood(text):
    assert parse_number(DocumentStyle.PARTY_HD36, text) == DocumentNumber(5, "QĐ", "BCĐ")


@pytest.mark.parametrize("style", DocumentStyle)
@pytest.mark.parametrize("text", ["", "Số", "05", "Quyết định 5", "Số: mười/QĐ-UBND"])
def test_other_text_is_refused(style, text):
    with pytest.raises(BadNumberError):
        parse_number(style, text)


def test_the_party_counts_by_term_and_the_state_by_year():
    period = {"year": 2026, "term": "2025-2030"}
    assert number_series(PARTY, "QĐ", **period) == "QĐ:2025-2030"
    assert number_series(STATE, "QĐ", **period) == "QĐ:2026"


@pytest.mark.parametrize(
    ("used", "block", "number"),
    [
        ((), None, 1),
        ((1, 2, 5), None, 6),
        ((1, 2), NumberBlock(50, 60), 50),
        ((1, 51), NumberBlock(50, 60), 52),
    ],
)
def test_the_next_number(used, block, number):
    assert next_number(used, block) == number


def test_a_used_up_block_is_refused():
    with pytest.raises(NumbersExhaustedError, match="từ 50 đến 51"):
        next_number({50, 51}, NumberBlock(50, 51))


def test_a_number_is_not_used_twice():
    with pytest.raises(NumberTakenError, match="số tiếp theo là 4"):
        require_free(3, {1, 3})


@given(st.sets(st.integers(1, 60)))
def test_numbers_and_gaps_fill_the_series(used):
    assert sorted([*used, *gaps(used)]) == list(range(1, next_number(used)))


def test_gaps_of_a_block_begin_at_its_first_number():
    assert gaps({1, 52, 54, 99}, NumberBlock(50, 60)) == (50, 51, 53)
