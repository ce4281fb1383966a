"""Reports and registers as Excel workbooks (xuất Excel).

Numbers are numbers and dates are dates. Totals are written as values, not as formulas: an
e-mailed workbook opens in a protected view that computes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from dvk_desktop.documents.report_shape import (
    alignment,
    header_depth,
    headings,
    indented_column,
    middle_column,
)
from dvk_desktop.domain.records.report import Cell, ColumnKind, ReportColumn, ReportTable
from dvk_desktop.safe_files import save_archive

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

FONT = "Times New Roman"
_FORMATS = {
    ColumnKind.TEXT: "@",
    ColumnKind.INTEGER: "#,##0",
    ColumnKind.DECIMAL: "#,##0.00",
    ColumnKind.PERCENT: "0.0%",
    ColumnKind.DATE: "dd/mm/yyyy",
}
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\']")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LOOKS_LIKE_FORMULA = ("=", "+", "-", "@", "\t")
_HEAD_FILL = "F3E9D2"
_STRONG_FILL = "FAF6EC"


def write_report_xlsx(table: ReportTable, path: Path) -> None:
    """Write a report as offices print it: head, title, table, notes, signature; A4 landscape.

    Raises:
        FileWriteError: The file cannot be written.
    """
    from openpyxl import Workbook  # noqa: PLC0415 -- slow import

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = _sheet_name(table.name)
    _ReportSheet(sheet, table).fill()
    _describe(book, table.title)
    _save(book, path)


def write_rows_xlsx(
    columns: Sequence[ReportColumn],
    rows: Iterable[Sequence[Cell]],
    path: Path,
    name: str = "Danh sách",
) -> None:
    """Write a register plainly: one header row with a filter, then the rows.

    Raises:
        FileWriteError: The file cannot be written.
    """
    from openpyxl import Workbook  # noqa: PLC0415 -- slow import
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 -- slow import
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415 -- slow import
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 -- slow import

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_sheet_name(name))
    for index, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(index)].width = column.width + 2
    sheet.freeze_panes = "A2"
    header = []
    for column in columns:
        cell = WriteOnlyCell(sheet, column.heading)
        cell.font = Font(name=FONT, size=12, bold=True)
        cell.fill = PatternFill("solid", fgColor=_HEAD_FILL)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        header.append(cell)
    sheet.append(header)
    body = Font(name=FONT, size=12)
    top = Alignment(vertical="top", wrap_text=True)
    count = 1
    for row in rows:
        cells = []
        for column, value in zip(columns, row, strict=True):
            cell = WriteOnlyCell(sheet)
            put_value(cell, value, column.kind)
            cell.font, cell.alignment = body, top
            cells.append(cell)
        sheet.append(cells)
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{count}"
    _describe(book, name)
    _save(book, path)


def put_value(cell: Any, value: Cell, kind: ColumnKind) -> None:
    """Set a cell so that text is never taken for a formula and numbers stay numbers."""
    if isinstance(value, str):
        cell.value = _CONTROLS.sub("", normalize("NFC", value))
        cell.data_type = "s"
        # Without the quote mark Excel would make a formula of it when the cell is edited.
        cell.quotePrefix = value.startswith(_LOOKS_LIKE_FORMULA)
        return
    cell.value = value
    if value is not None:
        fits = isinstance(value, date) == (kind is ColumnKind.DATE) and kind is not ColumnKind.TEXT
        cell.number_format = _FORMATS[kind] if fits else "General"


class _ReportSheet:
    """Fills one sheet from top to bottom."""

    def __init__(self, sheet: Worksheet, table: ReportTable) -> None:
        self._sheet = sheet
        self._table = table
        self._last = len(table.columns)
        self._middle = min(middle_column(table), self._last - 1)
        self._row = 1

    def fill(self) -> None:
        """Write everything and set the page up for printing."""
        from openpyxl.utils import get_column_letter  # noqa: PLC0415 -- slow import

        for index, column in enumerate(self._table.columns, 1):
            self._sheet.column_dimensions[get_column_letter(index)].width = column.width + 1.5
        self._head()
        self._title()
        header = self._row
        self._header()
        first = self._row
        self._body()
        self._notes()
        self._signature()
        self._print_setup(header, first)

    def _head(self) -> None:
        """Write office on the left, national lines and date on the right."""
        left = [(line, False) for line in self._table.offices[:-1]]
        left += [(line, True) for line in self._table.offices[-1:]]
        if self._table.is_party and left:
            left.append(("*", True))
        national = self._table.national_lines
        right = [(line, True, False, line is national[-1]) for line in national]
        right.append((self._table.place_date, False, True, False))
        for number in range(max(len(left), len(right))):
            if number < len(left):
                text, bold = left[number]
                self._merged(self._row, 1, self._middle, text, bold=bold)
            if number < len(right):
                text, bold, italic, ruled = right[number]
                first = self._middle + 1
                self._merged(
                    self._row, first, self._last, text, bold=bold, italic=italic, ruled=ruled
                )
            self._row += 1
        self._row += 1

    def _title(self) -> None:
        self._merged(self._row, 1, self._last, self._table.title, bold=True, size=14)
        self._sheet.row_dimensions[self._row].height = self._tall(self._table.title, 14)
        self._row += 1
        if self._table.subtitle:
            self._merged(self._row, 1, self._last, self._table.subtitle, italic=True)
            self._row += 1
        self._row += 1

    def _header(self) -> None:
        from openpyxl.styles import Alignment, PatternFill  # noqa: PLC0415 -- slow import

        depth = header_depth(self._table)
        for row in range(depth):
            for column in range(1, self._last + 1):
                cell = self._sheet.cell(self._row + row, column)
                self._dress(cell, bold=True)
                cell.fill = PatternFill("solid", fgColor=_HEAD_FILL)
                cell.alignment = Alignment("center", "center", wrap_text=True)
        for part in headings(self._table):
            top, left = self._row + part.row, part.column + 1
            put_value(self._sheet.cell(top, left), part.text, ColumnKind.TEXT)
            if part.rows > 1 or part.columns > 1:
                self._sheet.merge_cells(
                    start_row=top,
                    start_column=left,
                    end_row=top + part.rows - 1,
                    end_column=left + part.columns - 1,
                )
        self._row += depth

    def _body(self) -> None:
        indented = indented_column(self._table)
        for row in self._table.rows:
            self._cells(row.cells, row.strong, {indented: row.level})
        if self._table.totals:
            self._cells(self._table.totals, True, {})

    def _cells(self, values: Sequence[Cell], strong: bool, indents: dict[int, int]) -> None:
        from openpyxl.styles import Alignment, PatternFill  # noqa: PLC0415 -- slow import

        pairs = zip(self._table.columns, values, strict=True)
        for index, (column, value) in enumerate(pairs):
            cell = self._sheet.cell(self._row, index + 1)
            put_value(cell, value, column.kind)
            self._dress(cell, bold=strong)
            if strong:
                cell.fill = PatternFill("solid", fgColor=_STRONG_FILL)
            cell.alignment = Alignment(
                alignment(column.kind), "center", wrap_text=True, indent=indents.get(index, 0)
            )
        self._row += 1

    def _notes(self) -> None:
        for note in self._table.notes:
            self._merged(self._row, 1, self._last, note, italic=True, align="left")
            self._sheet.row_dimensions[self._row].height = self._tall(note, 12)
            self._row += 1

    def _signature(self) -> None:
        self._row += 1
        for line in self._table.signature_lines:
            self._merged(self._row, self._middle + 1, self._last, line, bold=True)
            self._row += 1
        if self._table.signatory_name:
            self._row += 4
            name = self._table.signatory_name
            self._merged(self._row, self._middle + 1, self._last, name, bold=True)
            self._row += 1

    def _merged(
        self,
        row: int,
        first: int,
        last: int,
        text: str,
        *,
        bold: bool = False,
        italic: bool = False,
        ruled: bool = False,
        size: int = 12,
        align: str = "center",
    ) -> None:
        from openpyxl.styles import Alignment, Font  # noqa: PLC0415 -- slow import

        cell = self._sheet.cell(row, first)
        put_value(cell, text, ColumnKind.TEXT)
        cell.font = Font(
            name=FONT,
            size=size,
            bold=bold,
            italic=italic,
            underline="single" if ruled else None,
        )
        cell.alignment = Alignment(align, "center", wrap_text=True)
        if last > first:
            self._sheet.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)
        room = sum(column.width + 1.5 for column in self._table.columns[first - 1 : last])
        if len(text) > room:
            lines = int(len(text) / room) + 1
            height = self._sheet.row_dimensions[row].height or 0
            self._sheet.row_dimensions[row].height = max(height, lines * size * 1.35)

    def _tall(self, text: str, size: int) -> float:
        """Return the height of a merged row, which Excel does not work out by itself."""
        room = sum(column.width + 1.5 for column in self._table.columns) * 12 / size
        return (int(len(text) * 1.08 / room) + 1) * size * 1.4

    def _dress(self, cell: Any, *, bold: bool) -> None:
        from openpyxl.styles import Border, Font, Side  # noqa: PLC0415 -- slow import

        thin = Side(style="thin", color="555555")
        cell.font = Font(name=FONT, size=12, bold=bold)
        cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)

    def _print_setup(self, header: int, first: int) -> None:
        from openpyxl.utils import get_column_letter  # noqa: PLC0415 -- slow import
        from openpyxl.worksheet.properties import (  # noqa: PLC0415 -- slow import
            PageSetupProperties,
        )

        sheet = self._sheet
        sheet.freeze_panes = f"A{first}"
        sheet.sheet_view.showGridLines = False
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = 9  # A4
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_margins.left, sheet.page_margins.right = 30 / 25.4, 15 / 25.4
        sheet.page_margins.top = sheet.page_margins.bottom = 20 / 25.4
        sheet.print_options.horizontalCentered = True
        sheet.print_title_rows = f"{header}:{first - 1}"
        sheet.print_area = f"A1:{get_column_letter(self._last)}{self._row - 1}"
        footer = sheet.oddFooter
        assert footer is not None
        footer.center.text = "Trang &P/&N"
        footer.center.font = f"{FONT},Regular"
        footer.center.size = 10


def _sheet_name(name: str) -> str:
    return _NOT_IN_SHEET_NAMES.sub(" ", name).strip()[:31].strip() or "Biểu"


def _describe(book: Workbook, title: str) -> None:
    book.properties.title = title
    book.properties.creator = "Dân vận khéo Desktop"
    book.properties.language = "vi-VN"


def _save(book: Workbook, path: Path) -> None:
    save_archive(path, book.save)
