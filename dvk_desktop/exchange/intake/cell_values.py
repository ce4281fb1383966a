"""Reads numbers, money and dates out of cells (đọc số, tiền, ngày)."""

import re
from decimal import Decimal

from dvk_desktop.domain.vietnamese.dates import parse_decimal
from dvk_desktop.exchange.intake.word_key import has_words, word_key

_NUMBER_AND_WORDS = re.compile(r"^\s*(?P<number>[+-]?\d[\d.,\s]*?)\s*(?P<words>[^\W\d_].*)?$", re.S)
_MONEY_WORDS = {
    "dong": 1, "d": 1, "vnd": 1, "nghin dong": 1000, "ngan dong": 1000, "nghin": 1000,
    "1000 dong": 1000, "1000d": 1000, "000 dong": 1000, "trieu": 1_000_000, "tr": 1_000_000,
    "trieu dong": 1_000_000, "trd": 1_000_000, "trieu d": 1_000_000, "tr dong": 1_000_000,
    "ty": 1_000_000_000, "ti": 1_000_000_000, "ty dong": 1_000_000_000, "ti dong": 1_000_000_000,
}  # fmt: skip
_HEADER_UNITS = (
    ("ty dong", 1_000_000_000), ("trieu", 1_000_000), ("trd", 1_000_000), ("nghin", 1000),
    ("ngan", 1000), ("1000 dong", 1000), ("1000d", 1000), ("1 000 dong", 1000), ("dong", 1),
    ("vnd", 1), ("d", 1),
)  # fmt: skip
_SURELY_DONG = 100_000
"""Nobody writes a hundred billion as 100000 million: from here a bare number is đồng."""

_COUNT_WORDS = frozenset(
    {"nguoi", "ho", "luot", "luot nguoi", "hoi vien", "ho dan", "ho gia dinh", "dv", "thanh vien"}
)
_DAY_WORDS = frozenset({"ngay", "cong", "ngay cong"})
_AREA_WORDS = {"m2": 1, "m": 1, "met vuong": 1, "ha": 10_000, "hecta": 10_000, "hec ta": 10_000}
_HEADER_AREAS = (
    ("1 000 m2", 1000), ("1000 m2", 1000), ("1000m2", 1000), ("nghin m2", 1000), ("ha", 10_000),
    ("hecta", 10_000), ("hec ta", 10_000), ("m2", 1), ("met vuong", 1), ("sao", None),
    ("mau", None),
)  # fmt: skip
"""A sào is 360 or 500 square metres, and a mẫu ten of them: by the region."""

_LEAST_DONG = 1000
_MOST_DONG = 100_000_000_000
"""Sums beyond these come from a number that was written in another unit than its header says."""


def count_of(value: object) -> int | None:
    """Return a whole number of people or households, or None."""
    number = _with_words(value, dict.fromkeys(_COUNT_WORDS, 1))
    return int(number) if number is not None and number == int(number) and number >= 0 else None


def days_of(value: object) -> Decimal | None:
    """Return working days, or None."""
    return _not_negative(_with_words(value, dict.fromkeys(_DAY_WORDS, 1)))


def area_of(value: object, header: str = "") -> Decimal | None:
    """Return square metres, or None; the unit stands in the cell or in the header (“ha”)."""
    number = parse_decimal(value)
    if number is None:
        return _not_negative(_with_words(value, _AREA_WORDS))
    key = word_key(header.replace("²", "2"))
    told = [factor for words, factor in _HEADER_AREAS if has_words(key, words)]
    factor = told[0] if told else 1
    return None if factor is None else _not_negative(number * factor)


def money_of(value: object, header: str) -> int | None:
    """Return đồng, or None when the number or its unit is unclear.

    The unit stands in the cell or in the header (“triệu đồng”).
    """
    factor = _factor_of_header(header)
    number = parse_decimal(value)
    if number is not None:
        if factor is None:
            factor = 1 if number == 0 or number >= _SURELY_DONG else None
        amount = None if factor is None else number * factor
        if amount and not _LEAST_DONG <= amount < _MOST_DONG:
            return None
    else:
        amount = _with_words(value, _MONEY_WORDS)
    amount = _not_negative(amount)
    return int(amount) if amount is not None and amount == int(amount) else None


def _factor_of_header(header: str) -> int | None:
    key = word_key(header)
    return next((factor for words, factor in _HEADER_UNITS if has_words(key, words)), None)


def _with_words(value: object, words: dict[str, int]) -> Decimal | None:
    number = parse_decimal(value)
    if number is not None or not isinstance(value, str):
        return number
    found = _NUMBER_AND_WORDS.match(value)
    if found is None or not found["words"]:
        return None
    factor = words.get(word_key(found["words"].replace("²", "2").replace("³", "3")))
    number = parse_decimal(found["number"])
    return None if factor is None or number is None else number * factor


def _not_negative(number: Decimal | None) -> Decimal | None:
    return number if number is not None and number >= 0 else None
