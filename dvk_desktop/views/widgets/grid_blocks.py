"""Blocks of cells of the entry grid: what a paste covers, what is chosen (khối ô)."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QItemSelection

from dvk_desktop.domain.clipboard_table import Table

Cells = list[tuple[int, int, str]]
"""Row, column and text of cells."""


def covered_cells(
    table: Table, rows: Sequence[int], columns: Sequence[int], shown: Sequence[int]
) -> Cells:
    """Return the cells that a block covers from the chosen ones on; one text covers them all."""
    if len(table) == 1 and len(table[0]) == 1:
        return [(row, n, table[0][0]) for row in rows for n in columns]
    targets = shown[shown.index(columns[0]) :]
    return [
        (rows[0] + down, number, text)
        for down, line in enumerate(table)
        for number, text in zip(targets, line, strict=False)
    ]


def area_of(model: QAbstractItemModel, cells: Cells) -> QItemSelection:
    """Return the frame around some cells."""
    rows = [row for row, _, _ in cells]
    columns = [column for _, column, _ in cells]
    bottom = min(max(rows), model.rowCount() - 1)
    return QItemSelection(model.index(min(rows), min(columns)), model.index(bottom, max(columns)))


def whole_rows(model: QAbstractItemModel, rows: Sequence[int]) -> QItemSelection:
    """Return some rows whole."""
    last, area = model.columnCount() - 1, QItemSelection()
    for row in rows:
        area.select(model.index(row, 0), model.index(row, last))
    return area
