"""How a report lies on paper, whatever the format (khuôn biểu báo cáo)."""

from math import ceil
from typing import Literal, NamedTuple

from dvk_desktop.documents.line_breaking import balanced, words_of
from dvk_desktop.domain.records.report import ColumnKind, ReportTable


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
    """Return the part of the width that each column takes."""
    total = sum(column.width for column in table.columns)
    return tuple(column.width / total for column in table.columns)


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
    long = balanced(words, 1)[0].width * size
    lines = balanced(words, ceil(long / (room * 0.97)))
    return "\n".join(" ".join(run.text for run in line.runs) for line in lines)
