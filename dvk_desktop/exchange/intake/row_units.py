"""Finds the unit of each row in a list of several units (đơn vị của từng dòng)."""

from collections.abc import Mapping
from dataclasses import replace

from dvk_desktop.domain.vietnamese.folding import fold
from dvk_desktop.exchange.intake.grid import column_letters
from dvk_desktop.exchange.intake.problems import IntakeProblem, problem
from dvk_desktop.exchange.intake.recognise_unit import KnownUnit, KnownUnits
from dvk_desktop.exchange.intake.understood import UnderstoodTable
from dvk_desktop.exchange.intake.vocabulary import Role


def with_row_units(
    table: UnderstoodTable, known: KnownUnits, said: Mapping[tuple[str, str], str]
) -> tuple[UnderstoodTable, list[IntakeProblem]]:
    """Return the table with the unit of each row, and what is wrong with them.

    A column where no unit is known names who carries the model out. ``said`` is what a person
    said of words.
    """
    column = next((c for c in table.columns if c.role is Role.UNIT), None)
    if column is None:
        return table, []
    texts = {row.unit_text for row in table.rows if row.unit_text}
    units = {text: _named(text, known, said) for text in texts}
    if not any(units.values()):
        rows = [replace(r, lead_body=r.lead_body or r.unit_text, unit_text="") for r in table.rows]
        return replace(table, rows=tuple(rows)), []
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


def _named(text: str, known: KnownUnits, said: Mapping[tuple[str, str], str]) -> list[KnownUnit]:
    chosen = said.get(("unit_id", fold(text)))
    by_choice = [unit for unit in known.units if unit.id == chosen]
    return by_choice or known.named_in(text)
