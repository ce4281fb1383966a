"""Whose a table is where a file holds several, and of which year (chủ của từng bảng)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dvk_desktop.exchange.intake.problems import IntakeProblem, problem
from dvk_desktop.exchange.intake.recognise_unit import (
    KnownUnit,
    KnownUnits,
    recognise_year,
    units_of_titles,
)
from dvk_desktop.exchange.intake.understood import UnderstoodTable
from dvk_desktop.exchange.intake.value_words import ValueWords

_FEW_CELLS = 3


def with_table_units(
    tables: Sequence[UnderstoodTable], known: KnownUnits, of_file: KnownUnit | None
) -> tuple[list[UnderstoodTable], list[IntakeProblem]]:
    """Return the tables with the units that their titles and sheets name, one each.

    Only where they name several units: one unit is that of the file. Rows of a table that names
    none then belong to nobody known.
    """
    owners = [_owner(table, known) for table in tables]
    lowest = known.lowest(owner for owner in owners if owner is not None)
    owners = [owner if owner in lowest else None for owner in owners]
    named = {owner.id: owner for owner in owners if owner is not None}
    is_above = of_file is None or all(
        owner.id == of_file.id or known.is_above(of_file, owner) for owner in named.values()
    )
    if len(named) < 2 or not is_above:
        return [*tables], []
    made = [
        _owned_by(table, owner) if owner is not None else table
        for table, owner in zip(tables, owners, strict=True)
    ]
    return made, [found for table in made for found in _nobodys(table)]


def _owner(table: UnderstoodTable, known: KnownUnits) -> KnownUnit | None:
    place = known.of_place(table.sheet)
    by_name = [place] if place is not None else known.named_in(table.sheet)
    found = known.lowest([*units_of_titles(table.title_lines, known), *by_name])
    return found[0] if len(found) == 1 else None


def _owned_by(table: UnderstoodTable, owner: KnownUnit) -> UnderstoodTable:
    rows = (
        row if row.unit_id or row.unit_text else replace(row, unit_id=owner.id)
        for row in table.rows
    )
    return replace(table, rows=tuple(rows))


def _nobodys(table: UnderstoodTable) -> Iterator[IntakeProblem]:
    for row in table.rows:
        if not row.unit_id and not row.unit_text:
            yield problem("UNIT_ROW_MISSING", row.sheet, row.row)


def rows_of_other_years(tables: Sequence[UnderstoodTable], year: int | None) -> list[IntakeProblem]:
    """Return what sets the rows of tables of other years aside; nothing where that is unclear.

    Beside this year's list many leave last year's sheet in the workbook.
    """
    found = [recognise_year(table.title_lines, [table.sheet], "") for table in tables]
    years = [of_table for of_table, _ in found]
    if year not in years or any(unclear is not None for _, unclear in found):
        return []
    return [
        problem("ROW_OTHER_YEAR", row.sheet, row.row, year=of_table, default=year)
        for table, of_table in zip(tables, years, strict=True)
        for row in table.rows
        if of_table not in (None, year)
    ]


def dates_far_from(tables: Sequence[UnderstoodTable], year: int) -> list[IntakeProblem]:
    """Return the dates of registration that are more than a year off, as mistyped ones are."""
    return [
        problem(
            "DATE_FAR", row.sheet, row.row, is_error=False, value=f"{row.registered_on:%d/%m/%Y}"
        )
        for table in tables
        for row in table.rows
        if row.registered_on is not None and abs(row.registered_on.year - year) > 1
    ]


def looks_like_models(rows: Sequence[Sequence[str]], words: ValueWords) -> bool:
    """Tell whether a sheet without headers holds models: a name beside words that classify."""
    return any(_is_model(texts, words) for texts in rows)


def _is_model(row: Sequence[str], words: ValueWords) -> bool:
    texts = [text for text in row if text]
    values = [
        text
        for text in texts
        if any(read(text) is not None for read in (words.sector, words.subject, words.kind))
    ]
    has_name = any(text not in values and " " in text.strip() for text in texts)
    return len(texts) >= _FEW_CELLS and len(values) >= 2 and has_name
