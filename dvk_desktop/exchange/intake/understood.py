"""What was understood of a file, for the preview and the plan (kết quả đọc tệp)."""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from dvk_desktop.exchange.intake.decode import ReadableSheet
from dvk_desktop.exchange.intake.find_table import Table
from dvk_desktop.exchange.intake.grid import FileKind
from dvk_desktop.exchange.intake.problems import IntakeProblem
from dvk_desktop.exchange.intake.recognise_unit import KnownUnit
from dvk_desktop.exchange.intake.rows import FoundHeading
from dvk_desktop.exchange.intake.template_mark import TemplateMark
from dvk_desktop.exchange.intake.understand import ColumnGuess
from dvk_desktop.exchange.intake.validate import IntakeRow
from dvk_desktop.exchange.intake.word_key import word_key


@dataclass(frozen=True, slots=True)
class UnderstoodTable:
    """What was understood of one table (bảng đã hiểu).

    ``fingerprint`` is that of its headers; ``corrected`` are the columns, by place, whose role a
    person gave, ``decoded`` those whose encoding.
    """

    sheet: str
    header_row: int
    columns: tuple[ColumnGuess, ...]
    rows: tuple[IntakeRow, ...]
    fingerprint: str = ""
    corrected: frozenset[int] = frozenset()
    headings: tuple[FoundHeading, ...] = ()
    decoded: frozenset[int] = frozenset()
    title_lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnderstoodSheet:
    """One sheet and where its lists begin (trang đã hiểu); ``header_rows`` count from 0.

    ``is_chosen`` tells that a person said where they begin, or that there are none.
    """

    sheet: ReadableSheet
    header_rows: tuple[int, ...]
    is_chosen: bool = False

    @property
    def fingerprint(self) -> str:
        """What the sheet is known by among the sheets of a unit."""
        return sheet_fingerprint(self.sheet.source.name)


@dataclass(frozen=True, slots=True)
class UnderstoodFile:
    """What was understood of a file (tệp đã hiểu).

    ``unit`` is None when the file does not tell it for sure; then a problem says so, unless
    every row names its own unit. ``ignored_sheets`` have no table or are hidden.

    ``is_template`` tells a workbook that this program made; ``mark`` is its inner mark. With
    ``is_foreign`` it belongs to another unit or year, and none of its rows can be registered.
    """

    path: Path
    kind: FileKind
    unit: KnownUnit | None
    year: int | None
    tables: tuple[UnderstoodTable, ...]
    problems: tuple[IntakeProblem, ...]
    ignored_sheets: tuple[str, ...] = ()
    is_template: bool = False
    mark: TemplateMark | None = None
    is_foreign: bool = False
    sheets: tuple[UnderstoodSheet, ...] = ()

    @property
    def rows(self) -> tuple[IntakeRow, ...]:
        """The models of all tables."""
        return tuple(row for table in self.tables for row in table.rows)

    def problems_of(self, row: IntakeRow) -> tuple[IntakeProblem, ...]:
        """Return what is wrong with one row."""
        return tuple(p for p in self.problems if (p.sheet, p.row) == (row.sheet, row.row))

    def rows_aside(self) -> frozenset[tuple[str, int | None]]:
        """Return sheet and number of the rows that cannot be registered before they are mended.

        To ask row by row would look through all problems each time.
        """
        if self.is_foreign:
            return frozenset((row.sheet, row.row) for row in self.rows)
        return frozenset((found.sheet, found.row) for found in self.problems if found.is_error)

    def is_set_aside(self, row: IntakeRow) -> bool:
        """Tell whether a row cannot be registered before a person mends it."""
        return self.is_foreign or any(found.is_error for found in self.problems_of(row))


def fingerprint_of(table: Table) -> str:
    """Return what a layout is known by: the bare words of its headers, in their order."""
    return _digest("\n".join(word_key(header.text) for header in table.headers))


def sheet_fingerprint(name: str) -> str:
    """Return what a sheet is known by: the words of its name, without a year or a count."""
    return "sheet-" + _digest(" ".join(re.sub(r"\d{2,}", " ", word_key(name)).split()))


def words_of_row(sheet: ReadableSheet, row: int) -> str:
    """Return the bare words of a row, by which a chosen header is found again."""
    return "|".join(key for text in sheet.texts[row] if (key := word_key(text)))


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8")).hexdigest()[:16]
