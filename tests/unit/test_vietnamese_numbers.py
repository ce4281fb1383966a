from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_desktop.domain.vietnamese.dates import (
    date_in_words,
    parse_date,
    parse_decimal,
    short_date,
)
from dvk_desktop.domain.vietnamese.numbers_in_words import number_in_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (55, "năm mươi lăm"),
        (101, "một trăm linh một"),
        (110, "một trăm mười"),
        (1005, "một nghìn không trăm linh năm"),
        (1015, "một nghìn không trăm mười lăm"),
        (10_000, "mười nghìn"),
        (145_001_000, "một trăm bốn mươi lăm triệu không trăm linh một nghìn"),
        (1_000_000_005, "một tỷ không trăm linh năm"),
        (2 * 10**12, "hai nghìn tỷ"),
        (10**18, "một tỷ tỷ"),
        (-3, "âm ba"),
    ],
)
def test_numbers_in_words(number, words):
    assert number_in_words(number) == words


def test_different_numbers_have_different_words():
    assert len({number_in_words(number) for number in range(20_000)}) == 20_000


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026"),
        (date(2026, 5, 27), "ngày 27 tháng 5 năm 2026"),
        (date(2026, 3, 1), "ngày 01 tháng 3 năm 2026"),
        (date(2026, 1, 31), "ngày 31 tháng 01 năm 2026"),
        (date(2026, 12, 10), "ngày 10 tháng 12 năm 2026"),
    ],
)
def test_dates_in_words(day, words):
    assert date_in_words(day) == words


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_written_date_is_read_back(day):
    forms = (short_date(day), date_in_words(day), day.isoformat(), day)
    assert {parse_date(form) for form in forms} == {day}


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("5/3/2024", date(2024, 3, 5)),
        (" 05-03-2024 ", date(2024, 3, 5)),
        ("5.3.2024", date(2024, 3, 5)),
        ("Ngày 5 tháng 3 năm 2024.", date(2024, 3, 5)),
        ("ngày 05/03/2024", date(2024, 3, 5)),
        ("2024-03-05 00:00:00", date(2024, 3, 5)),
        (datetime(2024, 3, 5, 7, 30), date(2024, 3, 5)),
        (42776, date(2017, 2, 10)),
        (42776.5, date(2017, 2, 10)),
        (2017, None),
        (float("nan"), None),
        (True, None),
        ("30/02/2024", None),
        ("3/2024", None),
        ("05/03/24", None),
        ("", None),
        (None, None),
    ],
)
def test_reading_dates(value, day):
    assert parse_date(value) == day


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("18,5", "18.5"),
        ("18.5", "18.5"),
        ("1.250.000", "1250000"),
        ("1.250,5", "1250.5"),
        ("1.250", "1250"),
        ("0.125", "0.125"),
        ("1,250", "1.250"),
        ("1,250,000", "1250000"),
        ("1,250.5", "1250.5"),
        ("1 250 000", "1250000"),
        ("−3", "-3"),
        ("+3", "3"),
        (85, "85"),
        (18.1, "18.1"),
        (Decimal("0.10"), "0.10"),
    ],
)
def test_reading_numbers(value, number):
    read = parse_decimal(value)
    assert str(read) == number


@pytest.mark.parametrize(
    "value", ["", "mười", "1.2.3", "12.50.000", "5%", "1e3", "٣", float("inf"), True, None]
)
def test_what_is_no_number(value):
    assert parse_decimal(value) is None
