"""``--where``: a small filter that only compares, never computes (bộ lọc).

``field=KT and state=submitted and name~hoa``: each part is a column, a comparison and a value;
``~`` looks for words without regard to accents, as search in the window does.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from dvk_desktop.cli.session import WrongUsageError
from dvk_desktop.domain.vietnamese.folding import fold

_PART = re.compile(
    r"\s*(?P<name>\w+)\s*(?P<sign>!=|<=|>=|=|~|<|>)\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\"'\s].*?)\s*"
    r"(?P<end>\Z|\sand\s)",
    re.IGNORECASE | re.DOTALL,
)
_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


class FilterError(WrongUsageError):
    """The filter cannot be understood (bộ lọc không hiểu được)."""

    code = "WHERE"
    template = (
        "Không hiểu bộ lọc “{text}”. Hãy viết như: field=KT and state=submitted and name~hoa."
    )


class FilterColumnError(WrongUsageError):
    """The filter names a column that there is not (cột không có)."""

    code = "WHERE_COLUMN"
    template = "Không có cột “{name}” để lọc. Các cột: {known}."


Row = Mapping[str, Any]
Condition = Callable[[Row], bool]


def parse_where(text: str, columns: Sequence[str]) -> Condition:
    """Return the filter as a function of one row.

    Raises:
        FilterError: It does not follow the form.
        FilterColumnError: It names an unknown column.
    """
    parts: list[Condition] = []
    place = 0
    while True:
        found = _PART.match(text, place)
        if found is None or found["value"] == "":
            raise FilterError(text=text)
        name = found["name"].casefold()
        if name not in columns:
            raise FilterColumnError(name=found["name"], known=", ".join(columns))
        parts.append(_condition(name, found["sign"], found["value"].strip("\"'")))
        place = found.end()
        if not found["end"]:
            return lambda row: all(part(row) for part in parts)


def _condition(name: str, sign: str, wanted: str) -> Condition:
    # A unit is meant by its code as well as by its name.
    names = (name, "unit_code") if name == "unit" else (name,)
    if sign == "!=":
        return lambda row: not any(_equal(row[each], wanted) for each in names)
    compare = {"=": _equal, "~": _contains}.get(sign)
    if compare is not None:
        return lambda row: any(compare(row[each], wanted) for each in names)
    return lambda row: _ordered(row[name], sign, wanted)


def _equal(value: object, wanted: str) -> bool:
    if isinstance(value, list):
        return any(_equal(each, wanted) for each in value)
    if isinstance(value, bool):
        return value is _TRUTH.get(wanted.casefold())
    return ("" if value is None else str(value)).casefold() == wanted.casefold()


def _contains(value: object, wanted: str) -> bool:
    return fold(wanted) in fold("" if value is None else str(value))


def _ordered(value: object, sign: str, wanted: str) -> bool:
    if value is None or isinstance(value, bool):
        return False
    left: Any = str(value)
    right: Any = wanted
    try:
        left, right = Decimal(left), Decimal(right)
    except InvalidOperation:
        left, right = str(value), wanted
    found: dict[str, bool] = {
        "<": left < right,
        ">": left > right,
        "<=": left <= right,
        ">=": left >= right,
    }
    return found[sign]
