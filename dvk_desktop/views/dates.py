"""Dates as offices type and read them (ngày tháng)."""

import re
from datetime import date

_DATE = re.compile(r"(\d{1,2})[\s/.\-]+(\d{1,2})[\s/.\-]+(\d{4}|\d{2})|(\d{2})(\d{2})(\d{4}|\d{2})")


def parse_date(text: str) -> date | None:
    """Read day, month, year as offices type them, such as 5/3/26, 05.03.2026 or 05032026."""
    found = _DATE.fullmatch(text.strip())
    if found is None:
        return None
    day, month, year = (int(group) for group in found.groups() if group is not None)
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def format_date(value: date | None) -> str:
    """Write a date as dd/MM/yyyy, or nothing."""
    return "" if value is None else f"{value:%d/%m/}{value.year:04d}"
