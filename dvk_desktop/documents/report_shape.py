"""How a report lies on paper, whatever the format (khuôn biểu báo cáo)."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from dvk_desktop.documents.fonts import BOLD, width
from dvk_desktop.documents.line_breaking import balanced, words_of
from dvk_desktop.domain.records.report import ColumnKind, ReportTable, shown

_PADDING = 11.5  # points at the sides of a cell, as Word has them


class Heading(NamedTuple):
    """A cell of the header: its place, its spans and its words."""

    row: int
    column: int
    rows: int
    columns: int
    text: str


def header_depth(table: ReportTable) -> int:
    """Return the number of header rows."""
    return 2 if table.header_groups else 1


def headings(table: ReportTable) -> tuple[Heading, ...]:
    """Return the cells of the header, group headings over the headings of their columns."""
    depth = header_depth(table)
    grouped = {
        column for group in table.header_groups for column in range(group.first, group.last + 1)
    }
    cells = [
        Heading(0, group.first, 1, group.last - group.first + 1, group.heading)
        for group in table.header_groups
    ]
    for index, column in enumerate(table.columns):
        below = index in grouped
        cells.append(Heading(int(below), index, 1 if below else depth, 1, column.heading))
    return tuple(sorted(cells))


def shares(table: ReportTable) -> tuple[float, ...]:
    """Return the part of the width that each column asks for."""
    total = sum(column.width for column in table.columns)
    return tuple(column.width / total for column in table.columns)


def column_widths(table: ReportTable, room: float, size: float) -> tuple[float, ...]:
    """Return widths that fill ``room`` and, where that is possible, break no word or number."""
    wanted = [room * share for share in shares(table)]
    least = [_longest_word(table, index) * size + _PADDING for index in range(len(wanted))]
    spare = room - sum(least)
    if spare <= 0:
        return tuple(room * part / sum(least) for part in least)
    beyond = [max(wish - need, 0) for wish, need in zip(wanted, least, strict=True)]
    total = sum(beyond) or 1
    return tuple(need + spare * more / total for need, more in zip(least, beyond, strict=True))


def _longest_word(table: ReportTable, index: int) -> float:
    column = table.columns[index]
    values = [column.heading, *(shown(row.cells[index], column.kind) for row in table.rows)]
    values += [shown(table.totals[index], column.kind)] if table.totals else []
    return max((width(word, BOLD) for text in values for word in text.split()), default=0)


def middle_column(table: ReportTable) -> int:
    """Return the first column of the right half of the page, for the head and the signature."""
    taken = 0.0
    for index, share in enumerate(shares(table)):
        taken += share
        if taken >= 0.46 and index + 1 < len(table.columns):
            return index + 1
    return max(len(table.columns) - 1, 1)


def alignment(kind: ColumnKind) -> Literal["left", "center", "right"]:
    """Return how values of a kind stand in their column."""
    if kind is ColumnKind.TEXT:
        return "left"
    return "center" if kind is ColumnKind.DATE else "right"


def indented_column(table: ReportTable) -> int:
    """Return the column that shows the level of a row: the widest of text."""
    texts = [
        (-column.width, index)
        for index, column in enumerate(table.columns)
        if column.kind is ColumnKind.TEXT
    ]
    return min(texts)[1] if texts else 0


def headline(text: str, font: str, size: float, room: float) -> str:
    """Return words of the head in lines of even length that keep their phrases together."""
    words = words_of(text, font)
    if not words:
        return text
    for count in range(1, len(words) + 1):
        lines = balanced(words, count)
        if max(line.width for line in lines) * size <= room:
            break
    return "\n".join(" ".join(run.text for run in line.runs) for line in lines)


def office_share(national_lines: Sequence[str], room: float, size: float) -> float:
    """Return the part of ``room`` for the offices, so that no national line breaks."""
    wanted = max((width(line, BOLD) * size for line in national_lines), default=0)
    return max(0.3, min(0.44, 1 - (wanted + 14) / room))
