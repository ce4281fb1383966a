"""Reads one file of a unit from bytes to checked rows (tiếp nhận một tệp).

Runs the steps of the pipeline in order; changes nothing anywhere. The result is what the
preview shows and what the plan is made from.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from dvk_desktop.exchange.intake.decode import ReadableSheet, decode_sheet
from dvk_desktop.exchange.intake.find_table import Table, find_tables
from dvk_desktop.exchange.intake.grid import FileKind, SourceFile, column_letters
from dvk_desktop.exchange.intake.open_source import read_source
from dvk_desktop.exchange.intake.problems import IntakeProblem, problem
from dvk_desktop.exchange.intake.recognise_unit import (
    KnownUnit,
    KnownUnits,
    recognise_unit,
    recognise_year,
)
from dvk_desktop.exchange.intake.rows import Context, sort_rows
from dvk_desktop.exchange.intake.understand import (
    ColumnGuess,
    registration_matcher,
    understand_columns,
)
from dvk_desktop.exchange.intake.validate import IntakeRow, check_rows
from dvk_desktop.exchange.intake.value_words import (
    DEFAULT_SECTORS,
    SectorWords,
    ValueWords,
    words_for,
)
from dvk_desktop.exchange.intake.vocabulary import Role

ChosenRoles = Mapping[tuple[str, int], Role | None]
"""What a person corrected: the role of a column, by name of the sheet and column from 0."""


@dataclass(frozen=True, slots=True)
class UnderstoodTable:
    """What was understood of one table (bảng đã hiểu)."""

    sheet: str
    header_row: int
    columns: tuple[ColumnGuess, ...]
    rows: tuple[IntakeRow, ...]


@dataclass(frozen=True, slots=True)
class UnderstoodFile:
    """What was understood of a file (tệp đã hiểu).

    ``unit`` is None when the file does not tell it for sure; then a problem says so, unless
    every row names its own unit. ``ignored_sheets`` have no table or are hidden.
    """

    path: Path
    kind: FileKind
    unit: KnownUnit | None
    year: int | None
    tables: tuple[UnderstoodTable, ...]
    problems: tuple[IntakeProblem, ...]
    ignored_sheets: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[IntakeRow, ...]:
        """The models of all tables."""
        return tuple(row for table in self.tables for row in table.rows)

    def problems_of(self, row: IntakeRow) -> tuple[IntakeProblem, ...]:
        """Return what is wrong with one row."""
        return tuple(p for p in self.problems if (p.sheet, p.row) == (row.sheet, row.row))

    def is_set_aside(self, row: IntakeRow) -> bool:
        """Tell whether a row cannot be registered before a person mends it."""
        return any(found.is_error for found in self.problems_of(row))


@dataclass(slots=True)
class _Reading:
    """What has been gathered of a file so far."""

    tables: list[UnderstoodTable] = field(default_factory=list)
    problems: list[IntakeProblem] = field(default_factory=list)
    title_lines: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)


def understand_file(
    path: Path,
    known_units: KnownUnits | Iterable[KnownUnit],
    default_year: int | None = None,
    sectors: Sequence[SectorWords] = DEFAULT_SECTORS,
    *,
    unit: KnownUnit | None = None,
    chosen_roles: ChosenRoles | None = None,
) -> UnderstoodFile:
    """Read a file and say what it holds.

    Args:
        path: The file.
        known_units: The units that may have sent it; pass ``KnownUnits`` for many files.
        default_year: The year of the campaign, for files that name none.
        sectors: The sectors of the campaign.
        unit: The unit, when the person named it; the file is not asked then.
        chosen_roles: Columns that a person corrected.

    Raises:
        DvkError: The file cannot be read at all; one class for each reason (``errors``).
    """
    known = known_units if isinstance(known_units, KnownUnits) else KnownUnits(tuple(known_units))
    return understand_source(
        read_source(path), path, known, default_year, sectors, unit, chosen_roles or {}
    )


def understand_source(
    source: SourceFile,
    path: Path,
    known: KnownUnits,
    default_year: int | None,
    sectors: Sequence[SectorWords],
    unit: KnownUnit | None,
    chosen_roles: ChosenRoles,
) -> UnderstoodFile:
    """Do all steps after reading; touches no file."""
    reading = _read_sheets(source, words_for(sectors), chosen_roles)
    if not reading.tables:
        reading.problems.append(problem("NO_TABLE"))
    year = _year_of(reading, source, default_year)
    tables, unit = _with_units(reading, source, known, unit)
    return UnderstoodFile(
        path,
        source.kind,
        unit,
        year,
        tuple(tables),
        tuple(reading.problems),
        tuple(reading.ignored),
    )


def _read_sheets(source: SourceFile, words: ValueWords, chosen_roles: ChosenRoles) -> _Reading:
    reading = _Reading()
    for sheet in source.sheets:
        readable = decode_sheet(sheet)
        found = find_tables(readable, registration_matcher(), Role.NAME)
        if sheet.is_hidden or not found:
            reading.ignored.append(sheet.name)
            if found:
                reading.problems.append(problem("SHEET_HIDDEN", sheet.name, is_error=False))
            elif source.kind is FileKind.DOCX:  # a letterhead is a table without borders
                reading.title_lines += [text for row in readable.texts for text in row if text]
            continue
        for table in found:
            _read_table(table, words, chosen_roles, reading)
    return reading


def _read_table(
    table: Table, words: ValueWords, chosen_roles: ChosenRoles, reading: _Reading
) -> None:
    sheet = table.sheet.source
    chosen = {column: role for (name, column), role in chosen_roles.items() if name == sheet.name}
    columns = understand_columns(table, words, chosen)
    if not any(column.role is Role.NAME for column in columns):
        reading.problems.append(problem("NO_TABLE", sheet.name))
        return
    sorted_rows = sort_rows(table, columns, words, _context_above(table, words))
    checked = check_rows(table, columns, sorted_rows, words)
    reading.title_lines += table.title_lines
    reading.problems += checked.problems
    number = sheet.row_number(table.header_top)
    reading.tables.append(UnderstoodTable(sheet.name, number, columns, checked.rows))


def _context_above(table: Table, words: ValueWords) -> Context:
    """Return what the name of the sheet and the title say; a title beside it goes first."""
    sector = subject = kind = None
    for text in (table.sheet.source.name, *table.title_lines):
        sector = words.sector(text) or sector
        subject = words.subject(text) or subject
        kind = words.kind(text) or kind
    return Context(sector, subject, kind)


def _year_of(reading: _Reading, source: SourceFile, default_year: int | None) -> int | None:
    names = [sheet.name for sheet in source.sheets]
    year, unclear = recognise_year(reading.title_lines, names, source.name)
    if unclear is not None:
        reading.problems.append(unclear)
        return None
    if year is not None and default_year is not None and year != default_year:
        reading.problems.append(
            problem("YEAR_DIFFERS", is_error=False, year=year, default=default_year)
        )
    if year is not None or default_year is not None:
        return year if year is not None else default_year
    days = [row.registered_on for table in reading.tables for row in table.rows]
    years = {day.year for day in days if day is not None}
    return years.pop() if len(years) == 1 else None


def _with_units(
    reading: _Reading, source: SourceFile, known: KnownUnits, unit: KnownUnit | None
) -> tuple[list[UnderstoodTable], KnownUnit | None]:
    tables = [_with_row_units(table, known, reading) for table in reading.tables]
    if unit is None:
        finding = recognise_unit(reading.title_lines, source.name, known)
        rows = [row for table in tables for row in table.rows]
        if finding.problem is not None and not (rows and all(row.unit_text for row in rows)):
            reading.problems.append(finding.problem)
        unit = finding.unit
    return tables, unit


def _with_row_units(
    table: UnderstoodTable, known: KnownUnits, reading: _Reading
) -> UnderstoodTable:
    """Find the unit of each row; a column where no unit is known names who carries it out."""
    column = next((c for c in table.columns if c.role is Role.UNIT), None)
    if column is None:
        return table
    units = {row.unit_text: known.named_in(row.unit_text) for row in table.rows if row.unit_text}
    if not any(units.values()):
        rows = [replace(r, lead_body=r.lead_body or r.unit_text, unit_text="") for r in table.rows]
        return replace(table, rows=tuple(rows))
    rows = []
    for row in table.rows:
        found = units.get(row.unit_text, [])
        if row.unit_text and len(found) != 1:
            letters = column_letters(column.index)
            reading.problems.append(
                problem("UNIT_ROW_UNKNOWN", row.sheet, row.row, letters, value=row.unit_text)
            )
        rows.append(replace(row, unit_id=found[0].id if len(found) == 1 else None))
    return replace(table, rows=tuple(rows))


__all__ = [
    "ChosenRoles",
    "IntakeProblem",
    "IntakeRow",
    "KnownUnit",
    "KnownUnits",
    "ReadableSheet",
    "SectorWords",
    "UnderstoodFile",
    "UnderstoodTable",
    "understand_file",
]
