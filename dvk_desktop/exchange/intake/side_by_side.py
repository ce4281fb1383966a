"""Tables that stand beside each other on one sheet (bảng đặt cạnh nhau).

Each becomes a table of its own whose sheet has the other columns hidden. Beside a table on the
left the same row holds another model, so the sheet is called by its columns too: “DS 1 (cột
F–J)”.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dvk_desktop.exchange.intake.decode import ReadableSheet
from dvk_desktop.exchange.intake.grid import column_letters
from dvk_desktop.exchange.intake.header_match import HeaderMatcher
from dvk_desktop.exchange.intake.word_key import word_key

_COLUMNS = re.compile(r" \(cột [A-Z]+(?:–[A-Z]+)?\)$")
_ORDINAL = "ordinal"
_LEAST_COLUMNS = 2


def label_of(sheet: str, left: int, right: int) -> str:
    """Return what a part of a sheet is called."""
    letters = dict.fromkeys((column_letters(left), column_letters(right)))
    return f"{sheet} (cột {'–'.join(letters)})"


def bare_name(sheet: str) -> str:
    """Return the name of the sheet of a part."""
    return _COLUMNS.sub("", sheet)


def parts_of(
    texts: Sequence[tuple[int, str]], matcher: HeaderMatcher, name_role: str
) -> list[range]:
    """Return the columns of each table, from the columns with their lowest header.

    Each has its own numbers or the same header again; one alone is all there is.
    """
    roles = [(column, match.role, text) for column, text in texts if (match := matcher.match(text))]
    end = max((column for column, _ in texts), default=-1) + 1
    for starts in (_starts(roles, _ORDINAL), _starts_of_names(roles, name_role)):
        bounds = [*starts, end]
        parts = [range(left, right) for left, right in pairwise(bounds)]
        if len(parts) > 1 and all(_is_table(part, roles, name_role) for part in parts):
            return [range(0, parts[0].stop), *parts[1:]]
    return [range(end)]


def _starts(roles: Sequence[tuple[int, str, str]], role: str) -> list[int]:
    return [column for column, found, _ in roles if found == role]


def _starts_of_names(roles: Sequence[tuple[int, str, str]], name_role: str) -> list[int]:
    """Return where the first header stands again, if names do too under the same header."""
    names = [word_key(text) for _, role, text in roles if role == name_role]
    if len(names) <= 1 or len(set(names)) > 1:
        return []
    return [column for column, _, text in roles if word_key(text) == word_key(roles[0][2])]


def _is_table(part: range, roles: Sequence[tuple[int, str, str]], name_role: str) -> bool:
    inside = {role for column, role, _ in roles if column in part}
    return name_role in inside and len(inside) >= _LEAST_COLUMNS


def part_of(sheet: ReadableSheet, part: range, *, is_first: bool) -> ReadableSheet:
    """Return a sheet that shows only these columns."""
    source = sheet.source
    width = max(map(len, sheet.texts))
    others = frozenset(range(width)) - frozenset(part)
    name = source.name if is_first else label_of(source.name, part.start, part.stop - 1)
    return replace(
        sheet, source=replace(source, name=name, hidden_columns=source.hidden_columns | others)
    )
