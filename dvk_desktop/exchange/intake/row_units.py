"""Finds the unit of each row in a list of several units (đơn vị của từng dòng)."""

from collections.abc import Mapping
from dataclasses import replace

from dvk_desktop.domain.vietnamese.folding import fold
from dvk_desktop.exchange.intake.grid import column_letters
from dvk_desktop.exchange.intake.problems import IntakeProblem, problem
from dvk_desktop.exchange.intake.recognise_unit import KnownUnit, KnownUnits
from dvk_desktop.exchange.intake.understand import ColumnGuess
from dvk_desktop.exchange.intake.understood import UnderstoodTable
from dvk_desktop.exchange.intake.vocabulary import Role

_SHARE_TO_BELIEVE = 0.6


def with_row_units(
    table: UnderstoodTable,
    known: KnownUnits,
    said: Mapping[tuple[str, str], str],
    of_file: KnownUnit | None = None,
) -> tuple[UnderstoodTable, list[IntakeProblem]]:
    """Return the table with the unit of each row, and what is wrong with them.

    A column where no unit is known names who carries the model out; one under “Đơn vị” where
    several units stand names these. ``said`` is what a person said of words.
    """
    column = next((c for c in table.columns if c.role is Role.UNIT), None)
    if column is None:
        column = _bodies_that_are_units(table, known, of_file)
        if column is None:
            return table, _outside_headings(table)
        moved = [replace(r, lead_body="", unit_text=r.lead_body) for r in table.rows]
        table = replace(table, rows=tuple(moved))
    texts = {row.unit_text for row in table.rows if row.unit_text}
    units = {text: _named(text, known, said) for text in texts}
    if not any(units.values()):
        rows = [replace(r, lead_body=r.lead_body or r.unit_text, unit_text="") for r in table.rows]
        return replace(table, rows=tuple(rows)), _outside_headings(table)
    rows, problems = [], []
    for row in table.rows:
        found = units.get(row.unit_text, [])
        if row.unit_text and len(found) != 1:
            letters = column_letters(column.index)
            problems.append(
                problem("UNIT_ROW_UNKNOWN", row.sheet, row.row, letters, value=row.unit_text)
            )
        own = found[0].id if len(found) == 1 else None if row.unit_text else row.unit_id
        rows.append(replace(row, unit_id=own))
    return replace(table, rows=tuple(rows)), problems


def _bodies_that_are_units(
    table: UnderstoodTable, known: KnownUnits, of_file: KnownUnit | None
) -> ColumnGuess | None:
    """Return the column of who carries out, where it names units that send through this file."""
    bodies = [c for c in table.columns if c.role is Role.LEAD_BODY and c.detail is None]
    texts = {row.lead_body for row in table.rows if row.lead_body}
    units = {text: unit for text in texts if (unit := known.of_place(text)) is not None}
    if len(bodies) != 1 or len({unit.id for unit in units.values()}) < 2:
        return None
    if of_file is None:
        return bodies[0] if len(units) >= _SHARE_TO_BELIEVE * len(texts) else None
    # An office above that lists units below passes on what these register.
    is_above = all(known.is_above(of_file, unit) for unit in units.values())
    return bodies[0] if is_above else None


def _outside_headings(table: UnderstoodTable) -> list[IntakeProblem]:
    """Return what sets rows aside that follow those of a unit but stand under none."""
    problems: list[IntakeProblem] = []
    has_unit = False
    for row in table.rows:
        has_unit |= row.unit_id is not None
        if has_unit and row.unit_id is None:
            problems.append(problem("UNIT_ROW_MISSING", row.sheet, row.row))
    return problems


def _named(text: str, known: KnownUnits, said: Mapping[tuple[str, str], str]) -> list[KnownUnit]:
    chosen = said.get(("unit_id", fold(text)))
    by_choice = [unit for unit in known.units if unit.id == chosen]
    place = known.of_place(text)
    return by_choice or known.named_in(text) or ([place] if place is not None else [])
