"""The looks of a sheet that is written as every program writes it, found by pattern (kiểu ô nhanh).

A walk through a hundred thousand cells takes longer than all the rest of reading. Where anything
is written in another way, ``None`` is returned and the sheet is walked through.
"""

import re
from collections.abc import Mapping

_ODD_ATTRIBUTE = re.compile(rb'=(?:[^"]|(?<=\s=))')
_FORMULA = re.compile(rb"<f[ >/]")
_NO_VALUE = rb"\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"
_UNSOLVED = (re.compile(rb"</f>" + _NO_VALUE), re.compile(rb"<f[^<>]*/>" + _NO_VALUE))
_ODD_CELL = re.compile(
    rb"<c(?:[>/\r\n\t]"
    rb'| (?!r="[A-Z]+[0-9]+"(?:/?>| s="[0-9]+"(?:/?>| t="[A-Za-z]+"/?>)| t="[A-Za-z]+"/?>)))'
)
_HIDDEN_ROW = re.compile(rb'<row ([^>]{0,2000}hidden="(?:1|true)"[^>]{0,2000})>')
_COLUMN = re.compile(rb'<col ([^>]{0,2000}hidden="(?:1|true)"[^>]{0,2000})>')
_NUMBERS = re.compile(rb'\b(r|min|max)="(\d+)"')


def is_plainly_written(content: bytes) -> bool:
    """Tell whether all attributes are written alike: r="A1"."""
    return _ODD_ATTRIBUTE.search(content) is None


def is_prefixed(content: bytes) -> bool:
    """Tell whether the elements have a prefix, “x:row”, as some programs write."""
    place = content.find(b"sheetData")
    return content[place - 1 : place] != b"<"


def has_unsolved_formulas(content: bytes) -> bool:
    """Tell whether a formula may stand without its value in a sheet without prefix."""
    return _FORMULA.search(content) is not None and any(
        pattern.search(content) is not None for pattern in _UNSOLVED
    )


def plain_hidden(content: bytes) -> tuple[set[int], list[range]] | None:
    """Return the hidden rows and columns from 0."""
    if b"hidden=" not in content:
        return set(), []
    rows = [dict(_NUMBERS.findall(found)) for found in _HIDDEN_ROW.findall(content)]
    columns = [dict(_NUMBERS.findall(found)) for found in _COLUMN.findall(content)]
    said = content.count(b'hidden="1"') + content.count(b'hidden="true"')
    if b"hidden='" in content or len(rows) + len(columns) != said:
        return None
    if not all(b"r" in row for row in rows) or not all(len(c) == 2 for c in columns):
        return None
    return (
        {int(row[b"r"]) - 1 for row in rows},
        [range(int(column[b"min"]) - 1, int(column[b"max"])) for column in columns],
    )


def plain_fonts(content: bytes, fonts: Mapping[int, str]) -> list[tuple[bytes, int, str]] | None:
    """Return letters of the column, row from 0 and font of each cell in one of these styles."""
    if not fonts:
        return []
    if _ODD_CELL.search(content) is not None:
        return None
    styles = "|".join(map(str, fonts)).encode("ascii")
    cells = re.findall(rb'<c r="([A-Z]+)(\d+)" s="(%b)"' % styles, content)
    return [(letters, int(row) - 1, fonts[int(style)]) for letters, row, style in cells]
