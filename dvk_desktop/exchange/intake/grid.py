"""The neutral grid that every reader produces (lưới ô).

Rows and columns count from 0 here; people see Excel's letters and 1-based rows through
``Sheet.row_number`` and ``column_letters``.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

MAX_ROWS = 100_000
"""Ten times the longest list that anybody sends; more would take minutes to look through."""

MAX_CELL_LETTERS = 32_767
"""What a cell of Excel holds; text files and Word know no end."""

CellValue = str | int | float | bool | dt.datetime | dt.date | dt.time | dt.timedelta | None


class FileKind(StrEnum):
    """What a file is by its content (loại tệp)."""

    XLSX = "xlsx"
    XLS = "xls"
    XLSB = "xlsb"
    ODS = "ods"
    DOCX = "docx"
    CSV = "csv"


class Cell(NamedTuple):
    """One cell as the file holds it (ô)."""

    value: CellValue
    font_name: str | None = None


class Span(NamedTuple):
    """A merged block of cells, both ends included (vùng gộp ô)."""

    top: int
    left: int
    bottom: int
    right: int


class Place(NamedTuple):
    """Row and column of a cell, from 0 (vị trí ô)."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a workbook, or one table of a Word document (trang tính).

    ``fonts`` names only the fonts that encode Vietnamese in their own way. ``lead_rows`` counts
    rows that stand before the real first row: the paragraphs above a Word table.
    """

    name: str
    rows: Sequence[Sequence[CellValue]]
    index: int = 0
    merges: Sequence[Span] = ()
    fonts: Mapping[Place, str] = field(default_factory=dict)
    hidden_columns: frozenset[int] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    is_hidden: bool = False
    unsolved_formulas: frozenset[Place] = frozenset()
    lead_rows: int = 0
    struck: frozenset[Place] = frozenset()

    def cell(self, row: int, column: int) -> Cell:
        """Return one cell; outside the used area it is empty."""
        if row >= len(self.rows) or column >= len(self.rows[row]):
            return Cell(None)
        return Cell(self.rows[row][column], self.fonts.get(Place(row, column)))

    def row_number(self, row: int) -> int:
        """Return the row number that a person sees."""
        return max(1, row + 1 - self.lead_rows)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it was read (tệp nguồn); ``properties`` are the own properties of a document."""

    name: str
    kind: FileKind
    sheets: tuple[Sheet, ...]
    properties: Mapping[str, str] = field(default_factory=dict)


def column_letters(column: int) -> str:
    """Return Excel's letters of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
