"""Reads a list of units: code, name, level, unit above (danh sách đơn vị)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dvk_desktop.domain.vietnamese.normal import clean_line
from dvk_desktop.exchange.intake.decode import decode_sheet
from dvk_desktop.exchange.intake.find_table import Table, find_tables
from dvk_desktop.exchange.intake.grid import column_letters
from dvk_desktop.exchange.intake.header_match import HeaderMatcher
from dvk_desktop.exchange.intake.open_source import read_source
from dvk_desktop.exchange.intake.problems import IntakeProblem, problem
from dvk_desktop.exchange.intake.vocabulary import UNIT_HEADERS
from dvk_desktop.exchange.intake.word_key import word_key


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One unit of the list as it is written (dòng đơn vị).

    ``level`` is the name of the level as the list has it; ``parent`` the code of the unit
    above, empty for the topmost.
    """

    sheet: str
    row: int
    code: str
    name: str
    level: str
    parent: str
    kind: str
    order: int


@dataclass(frozen=True, slots=True)
class UnitSheet:
    """A list of units with its problems (danh sách đơn vị đã đọc)."""

    path: Path
    lines: tuple[UnitLine, ...]
    problems: tuple[IntakeProblem, ...]


@cache
def _matcher() -> HeaderMatcher:
    return HeaderMatcher(UNIT_HEADERS)


def read_units(path: Path) -> UnitSheet:
    """Return the units of the first tables found, in the order of the file.

    Raises:
        DvkError: The file cannot be read at all; one class for each reason (``errors``).
    """
    tables = [
        table
        for sheet in read_source(path).sheets
        if not sheet.is_hidden
        for table in find_tables(decode_sheet(sheet), _matcher(), "name")
    ]
    lines = [line for table in tables for line in _lines(table)]
    if not tables:
        return UnitSheet(path, (), (problem("UNITS_NO_TABLE"),))
    columns = {role: letters for table in tables for role, letters in _letters(table).items()}
    problems = [found for line in lines for found in _problems(line, lines, columns)]
    return UnitSheet(path, tuple(_with_parent_codes(lines)), tuple(problems))


def _columns(table: Table) -> dict[str, int]:
    best: dict[str, tuple[float, int]] = {}
    for header in table.headers:
        match = _matcher().match(header.text)
        if match is not None and match.confidence > best.get(match.role, (0.0, 0))[0]:
            best[match.role] = (match.confidence, header.column)
    return {role: column for role, (_, column) in best.items()}


def _letters(table: Table) -> dict[str, str]:
    return {role: column_letters(column) for role, column in _columns(table).items()}


def _lines(table: Table) -> Iterator[UnitLine]:
    columns = _columns(table)
    sheet = table.sheet

    def text(row: int, role: str) -> str:
        return clean_line(sheet.text(row, columns[role])) if role in columns else ""

    for number, row in enumerate(table.body, start=1):
        values = {role: text(row, role) for role in columns}
        if not (values.get("name") or values.get("code")):
            continue
        if word_key(values.get("name", "")) in _matcher().words["name"]:
            continue  # the header again, on the next printed page
        order = values.get("order", "")
        yield UnitLine(
            sheet.source.name,
            sheet.source.row_number(row),
            values.get("code", ""),
            values.get("name", ""),
            values.get("level", ""),
            values.get("parent", ""),
            values.get("kind", ""),
            int(order) if order.isdecimal() and len(order) < 10 else number,
        )


def _with_parent_codes(lines: list[UnitLine]) -> Iterator[UnitLine]:
    """Replace the name of a unit above by its code where the list gives names."""
    codes = {line.code for line in lines}
    by_name = {word_key(line.name): line.code for line in lines}
    for line in lines:
        is_name = bool(line.parent) and line.parent not in codes
        parent = by_name.get(word_key(line.parent), line.parent) if is_name else line.parent
        yield UnitLine(
            line.sheet, line.row, line.code, line.name, line.level, parent, line.kind, line.order
        )


def _problems(
    line: UnitLine, lines: list[UnitLine], columns: dict[str, str]
) -> Iterator[IntakeProblem]:
    def note(code: str, role: str, value: str = "", first: int = 0) -> IntakeProblem:
        return problem(code, line.sheet, line.row, columns.get(role), value=value, first=first)

    if not line.name:
        yield note("UNIT_NAME_MISSING", "name")
    if not line.code:
        yield note("UNIT_CODE_MISSING", "code")
    first = next(other for other in lines if other.code == line.code)
    if line.code and first is not line:
        yield note("UNIT_CODE_TWICE", "code", line.code, first=first.row)
    names = {other.code for other in lines} | {word_key(other.name) for other in lines}
    if line.parent and line.parent not in names and word_key(line.parent) not in names:
        yield note("UNIT_PARENT_UNKNOWN", "parent", line.parent)
    if line.parent and line.parent == line.code:
        yield note("UNIT_PARENT_ITSELF", "parent", line.parent)
