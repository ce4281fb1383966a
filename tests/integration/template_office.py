"""Filling templates in as an office does with a spreadsheet (điền tệp mẫu)."""

from pathlib import Path
from typing import Any

import openpyxl

from dvk_desktop.exchange.intake.template import SHEET

FIRST = 7


def places(book: Any) -> dict[str, int]:
    """Return the column of each item, from 1, by the hidden keys."""
    row = next(row for row in book[SHEET].iter_rows() if row[0].value == "dvk:id")
    return {cell.value.removeprefix("dvk:"): cell.column for cell in row if cell.value}


def fill(path: Path, rows: dict[int, dict[str, object]], target: Path | None = None) -> Path:
    """Write values into rows of a template, counted from 0, and save it."""
    book = openpyxl.load_workbook(path)
    columns = places(book)
    for row, values in rows.items():
        for key, value in values.items():
            book[SHEET].cell(FIRST + row, columns[key]).value = value
    book.save(target or path)
    return target or path


def shown(path: Path) -> list[dict[str, object]]:
    """Return the rows that are filled in, as items and values."""
    book = openpyxl.load_workbook(path)
    columns = places(book)
    rows = [
        {key: value for key, c in columns.items() if (value := row[c - 1].value) is not None}
        for row in book[SHEET].iter_rows(min_row=FIRST)
    ]
    return [row for row in rows if "name" in row]
