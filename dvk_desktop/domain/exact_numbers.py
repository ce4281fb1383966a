"""Exact numbers: rounding half up, and as people write them (số chính xác)."""

from decimal import Decimal
from fractions import Fraction
from math import floor


def rounded(value: Fraction | Decimal, decimals: int = 2) -> Decimal:
    """Round a number that is not negative half up, once, from its exact value."""
    units = floor(Fraction(value) * 10**decimals + Fraction(1, 2))
    return Decimal(units).scaleb(-decimals)


def number_text(value: Decimal) -> str:
    """Write a number as in Vietnamese, with a comma and without needless zeros."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",")


def percent_text(share: Fraction) -> str:
    """Write a share as a percentage with at most two decimals."""
    return f"{number_text(rounded(share * 100))} %"
