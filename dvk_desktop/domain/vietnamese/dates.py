"""Dates and decimal numbers as offices write and type them (ngày tháng, số)."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

from dvk_desktop.domain.vietnamese.normal import clean_line

_SEPARATED = re.compile(r"(?:ngày\s+)?(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})", re.I)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDED = re.compile(r"(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.I)
_TIME = re.compile(r"[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$")

_EXCEL_START = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 3000, 73050
"""1908 to 2099; smaller numbers are years, counts or money by the thousand."""

_PLAIN = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_DOT_GROUPS = re.compile(r"[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_COMMA_GROUPS = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3}){2,}|[+-]?[1-9]\d{0,2}(?:,\d{3})+\.\d+")
_SPACE_GROUPS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")


def date_in_words(day: date) -> str:
    """Return "ngày 05 tháng 02 năm 2026": days below 10 and the months 1 and 2 take a zero.

    So the rules of documents ask (Nghị định 30/2020/NĐ-CP, phụ lục I).
    """
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year:04}"


def short_date(day: date) -> str:
    """Return "05/02/2026"."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def parse_date(value: object) -> date | None:
    """Return the date that a cell means, or ``None``.

    Text is day, month, year with any of ``/ . -``, the worded form, or year-month-day; numbers
    are Excel's days from 1908 to 2099.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        return _typed_date(_TIME.sub("", clean_line(value)).rstrip(" ."))
    if isinstance(value, int | float) and _FIRST_SERIAL <= value <= _LAST_SERIAL:
        return _EXCEL_START + timedelta(days=int(value))
    return None


def parse_decimal(value: object) -> Decimal | None:
    """Return the exact number that a cell means, or ``None``.

    The comma is the decimal point and the dot parts thousands, as in "1.250,5"; "18.5" is read
    too. "1.250" is one thousand two hundred and fifty.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float | Decimal):
        number = Decimal(str(value))
        return number if number.is_finite() else None
    if not isinstance(value, str):
        return None
    typed = _SPACE_GROUPS.sub("", clean_line(value).replace("−", "-"))
    if not typed.isascii():
        return None
    if _DOT_GROUPS.fullmatch(typed):
        return Decimal(typed.replace(".", "").replace(",", "."))
    if _COMMA_GROUPS.fullmatch(typed):
        return Decimal(typed.replace(",", ""))
    return Decimal(typed.replace(",", ".")) if _PLAIN.fullmatch(typed) else None


def _typed_date(text: str) -> date | None:
    iso = _ISO.fullmatch(text)
    if iso:
        return _valid_date(*map(int, iso.groups()))
    found = _SEPARATED.fullmatch(text) or _WORDED.fullmatch(text)
    return _valid_date(*map(int, reversed(found.groups()))) if found else None


def _valid_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
