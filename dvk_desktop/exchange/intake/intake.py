"""Reads one file of a unit from bytes to checked rows (tiếp nhận một tệp).

Runs the steps of the pipeline in order; changes nothing anywhere. The result is what the
preview shows and what the plan is made from.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dvk_desktop.domain.records.intake import Corrections, HeaderChoice
from dvk_desktop.exchange.intake.chosen_encoding import with_encodings
from dvk_desktop.exchange.intake.decode import ReadableSheet
from dvk_desktop.exchange.intake.find_table import Table, find_tables
from dvk_desktop.exchange.intake.grid import FileKind, SourceFile
from dvk_desktop.exchange.intake.group_headings import Context
from dvk_desktop.exchange.intake.open_source import read_source
from dvk_desktop.exchange.intake.problems import IntakeProblem, problem
from dvk_desktop.exchange.intake.readable_file import ReadableFile
from dvk_desktop.exchange.intake.recognise_unit import (
    KnownUnit,
    KnownUnits,
    UnitFinding,
    recognise_unit,
    recognise_year,
)
from dvk_desktop.exchange.intake.row_units import with_row_units
from dvk_desktop.exchange.intake.rows import FoundHeading, sort_rows
from dvk_desktop.exchange.intake.side_by_side import bare_name
from dvk_desktop.exchange.intake.table_owners import (
    dates_far_from,
    looks_like_models,
    rows_of_other_years,
    with_table_units,
)
from dvk_desktop.exchange.intake.template_mark import TemplateMark, find_mark
from dvk_desktop.exchange.intake.template_owner import Owner, owner_of
from dvk_desktop.exchange.intake.template_return import TemplateReading, read_template
from dvk_desktop.exchange.intake.understand import registration_matcher, understand_columns
from dvk_desktop.exchange.intake.understood import (
    UnderstoodFile,
    UnderstoodSheet,
    UnderstoodTable,
    fingerprint_of,
    sheet_fingerprint,
    words_of_row,
)
from dvk_desktop.exchange.intake.validate import IntakeRow, check_rows
from dvk_desktop.exchange.intake.value_words import (
    DEFAULT_SECTORS,
    SectorWords,
    ValueWords,
    words_for,
)
from dvk_desktop.exchange.intake.vocabulary import Role

_CHOOSABLE = frozenset(Role) - {Role.SECTOR_MARK, Role.SUBJECT_MARK, Role.KIND_MARK}

_TITLE_ROWS = 12

ChosenRoles = Mapping[tuple[str, int], Role | None]
"""What a person corrected: the role of a column, by name of the sheet and column from 0."""

LayoutCorrections = Mapping[str, Corrections]
"""What a person corrected, by the fingerprint of the layout."""


@dataclass(slots=True)
class _Reading(TemplateReading):
    """What has been gathered of a file so far."""

    ignored: list[str] = field(default_factory=list)
    sheets: list[UnderstoodSheet] = field(default_factory=list)
    corrections: LayoutCorrections = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Reader:
    """What the tables of a file are read with."""

    sectors: Sequence[SectorWords]
    levels: Sequence[tuple[str, str]]
    chosen_roles: ChosenRoles
    corrections: LayoutCorrections
    known: KnownUnits

    def unit_of(self, text: str) -> str | None:
        """Return the unit that a heading names."""
        unit = self.known.whole(text)
        return unit.id if unit is not None else None

    def words(self, fingerprint: str = "") -> ValueWords:
        """Return the words of the campaign, with what was said of this layout."""
        said = self._of(fingerprint)
        return words_for(self.sectors, self.levels, said.words, said.headings, self.unit_of)

    def header(self, sheet: ReadableSheet) -> HeaderChoice | None:
        """Return the header row that a person chose for a sheet, where it still stands."""
        choice = self._of(sheet_fingerprint(sheet.source.name)).header
        if choice is None or not choice.words:
            return choice
        wanted = max(0, choice.row - 1 + sheet.source.lead_rows)
        rows = sorted(range(len(sheet.texts)), key=lambda row: abs(row - wanted))
        for row in rows:
            if words_of_row(sheet, row) == choice.words:
                return choice if not choice.row else HeaderChoice(row + 1)
        return None

    def roles(self, table: Table, fingerprint: str) -> dict[int, Role | None]:
        """Return the roles that a person gave to the columns of a table."""
        name = table.sheet.source.name
        given = {
            table.headers[place].column: None if role is None else Role(role)
            for place, role in self._of(fingerprint).roles.items()
            if place < len(table.headers) and (role is None or role in _CHOOSABLE)
        }
        return {
            **given,
            **{
                column: role for (sheet, column), role in self.chosen_roles.items() if sheet == name
            },
        }

    def encodings(self, table: Table, fingerprint: str) -> dict[int, str]:
        """Return the encodings that a person gave to the columns of a table."""
        return {
            table.headers[place].column: name
            for place, name in self._of(fingerprint).encodings.items()
            if place < len(table.headers) and name
        }

    def _of(self, fingerprint: str) -> Corrections:
        return self.corrections.get(fingerprint, Corrections())


def understand_file(
    path: Path,
    known_units: KnownUnits | Iterable[KnownUnit],
    default_year: int | None = None,
    sectors: Sequence[SectorWords] = DEFAULT_SECTORS,
    *,
    unit: KnownUnit | None = None,
    chosen_roles: ChosenRoles | None = None,
    levels: Sequence[tuple[str, str]] = (),
) -> UnderstoodFile:
    """Read a file and say what it holds.

    Args:
        path: The file.
        known_units: The units that may have sent it; pass ``KnownUnits`` for many files.
        default_year: The year of the campaign, for files that name none.
        sectors: The sectors of the campaign.
        unit: The unit, when the person named it; the file is not asked then.
        chosen_roles: Columns that a person corrected.
        levels: Codes and names of the levels, for a column of target levels.

    Raises:
        DvkError: The file cannot be read at all; one class for each reason (``errors``).
    """
    known = known_units if isinstance(known_units, KnownUnits) else KnownUnits(tuple(known_units))
    return understand_source(
        read_source(path),
        path,
        known,
        default_year,
        sectors,
        unit,
        chosen_roles or {},
        levels=levels,
    )


def understand_source(
    file: SourceFile | ReadableFile,
    path: Path,
    known: KnownUnits,
    default_year: int | None,
    sectors: Sequence[SectorWords],
    unit: KnownUnit | None,
    chosen_roles: ChosenRoles,
    *,
    levels: Sequence[tuple[str, str]] = (),
    corrections: LayoutCorrections | None = None,
) -> UnderstoodFile:
    """Do all steps after reading; touches no file. A ``ReadableFile`` keeps what was decoded.

    A template that came back is read by its keys and belongs to whom its mark names; everything
    else is looked through.
    """
    readable = file if isinstance(file, ReadableFile) else ReadableFile(file)
    source = readable.source
    reader = _Reader(sectors, levels, chosen_roles, corrections or {}, known)
    finding = find_mark(source)
    returned = read_template(readable, finding.mark, reader.words())
    if returned is not None:
        reading = _Reading(returned.tables, returned.problems, returned.title_lines)
    else:
        reading = _read_sheets(readable, reader)
    if not reading.tables:
        reading.problems.append(problem("NO_TABLE"))
    if finding.is_wrong:
        reading.problems.append(problem("TEMPLATE_MARK_WRONG", is_error=False))
    owner = _owner(reading, source, known, unit, default_year, finding.mark)
    return UnderstoodFile(
        path,
        source.kind,
        owner.unit,
        owner.year,
        tuple(reading.tables),
        tuple(reading.problems),
        tuple(reading.ignored),
        is_template=finding.mark is not None or returned is not None,
        mark=finding.mark,
        is_foreign=owner.is_foreign,
        sheets=tuple(reading.sheets),
    )


def _owner(
    reading: _Reading,
    source: SourceFile,
    known: KnownUnits,
    unit: KnownUnit | None,
    default_year: int | None,
    mark: TemplateMark | None,
) -> Owner:
    """Return whose the file is: by its mark, or else by what it says."""
    if mark is not None:
        owner = owner_of(mark, known, unit, default_year)
        reading.problems += owner.problems
        return owner
    year = _year_of(reading, source, default_year)
    reading.tables, named = _with_units(reading, source, known, unit)
    if year is not None:
        reading.problems += dates_far_from(reading.tables, year)
    return Owner(named, year, (), is_foreign=False)


def _read_sheets(file: ReadableFile, reader: _Reader) -> _Reading:
    reading = _Reading(corrections=reader.corrections)
    for readable in file.sheets():
        sheet = readable.source
        choice = reader.header(readable)
        found = _tables_of(readable, choice)
        tops = tuple(dict.fromkeys(table.header_top for table in found))
        reading.sheets.append(UnderstoodSheet(readable, tops, choice is not None))
        if found and (not sheet.is_hidden or choice is not None):
            for table in found:
                _read_table(table, reader, reading)
            continue
        reading.ignored.append(sheet.name)
        if found:
            reading.problems.append(problem("SHEET_HIDDEN", sheet.name, is_error=False))
        elif looks_like_models(readable.texts, reader.words()):
            reading.problems.append(problem("SHEET_NOT_READ", sheet.name))
        elif file.kind is FileKind.DOCX:  # a letterhead is a table without borders
            reading.title_lines += _texts(readable)
    if not reading.title_lines:  # whose the file is may be known though its list is not found
        shown = (sheet.sheet for sheet in reading.sheets if not sheet.sheet.source.is_hidden)
        reading.title_lines += [text for sheet in shown for text in _texts(sheet, _TITLE_ROWS)]
    return reading


def _texts(sheet: ReadableSheet, rows: int | None = None) -> list[str]:
    return [text for row in sheet.texts[:rows] for text in row if text]


def _tables_of(sheet: ReadableSheet, choice: HeaderChoice | None) -> list[Table]:
    """Return the tables of a sheet; a person may have said where, or that there are none."""
    if choice is not None and not choice.row:
        return []
    row = choice.row - 1 if choice is not None else None
    return find_tables(sheet, registration_matcher(), Role.NAME, row)


def _read_table(table: Table, reader: _Reader, reading: _Reading) -> None:
    sheet = table.sheet.source
    fingerprint = fingerprint_of(table)
    words, chosen = reader.words(fingerprint), reader.roles(table, fingerprint)
    encodings = reader.encodings(table, fingerprint)
    table = with_encodings(table, encodings)
    columns = understand_columns(table, words, chosen)
    rows: tuple[IntakeRow, ...] = ()
    headings: tuple[FoundHeading, ...] = ()
    reading.title_lines += table.title_lines
    if any(column.role is Role.NAME for column in columns):
        sorted_rows = sort_rows(table, columns, words, _context_above(table, words))
        checked = check_rows(table, columns, sorted_rows, words)
        rows, headings = checked.rows, sorted_rows.headings
        reading.problems += checked.problems
    else:
        reading.problems.append(problem("NO_TABLE", sheet.name))
    number = sheet.row_number(table.header_top)
    places = [(place, header.column) for place, header in enumerate(table.headers)]
    reading.tables.append(
        UnderstoodTable(
            sheet.name,
            number,
            columns,
            rows,
            fingerprint,
            frozenset(place for place, column in places if column in chosen),
            headings,
            frozenset(place for place, column in places if column in encodings),
            tuple(table.title_lines),
        )
    )


def _context_above(table: Table, words: ValueWords) -> Context:
    """Return what the name of the sheet and the title say; a title beside it goes first."""
    sector = subject = kind = None
    for text in (bare_name(table.sheet.source.name), *table.own_title_lines):
        sector = words.sector(text) or sector
        subject = words.subject(text) or subject
        kind = words.kind(text) or kind
    return Context(sector, subject, kind)


def _year_of(reading: _Reading, source: SourceFile, default_year: int | None) -> int | None:
    names = [sheet.name for sheet in source.sheets]
    year, unclear = recognise_year(reading.title_lines, names, source.name)
    if unclear is not None:
        others = rows_of_other_years(reading.tables, default_year)
        reading.problems += others or [unclear]
        return default_year if others else None
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
    finding = UnitFinding(unit)
    if unit is None:
        finding = recognise_unit(reading.title_lines, source.name, known)
    tables = []
    for table in reading.tables:
        said = reading.corrections.get(table.fingerprint, Corrections())
        made, problems = with_row_units(table, known, said.words, finding.unit)
        tables.append(made)
        reading.problems += problems
    if unit is None:
        tables, problems = with_table_units(tables, known, finding.unit)
        reading.problems += problems
    rows = [row for table in tables for row in table.rows]
    is_told = bool(rows) and all(row.unit_text or row.unit_id for row in rows)
    if finding.problem is not None and not is_told:
        reading.problems.append(finding.problem)
    return tables, finding.unit


__all__ = [
    "ChosenRoles",
    "IntakeProblem",
    "IntakeRow",
    "KnownUnit",
    "KnownUnits",
    "LayoutCorrections",
    "ReadableSheet",
    "SectorWords",
    "UnderstoodFile",
    "UnderstoodTable",
    "understand_file",
]
