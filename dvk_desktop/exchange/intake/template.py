"""Writes the template workbook of one unit (tệp mẫu đăng ký của một đơn vị).

Locked headers, lists to choose from, room for new models, last year's models filled in. The
sheet is locked without a password: it keeps fingers off the headers, it does not forbid.
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from dvk_desktop.exchange.intake.grid import column_letters
from dvk_desktop.exchange.intake.marked_workbook import write_text
from dvk_desktop.exchange.intake.template_form import (
    CURRENT_FORM,
    ID_KEY,
    KEY,
    NUMBER_KEY,
    ColumnKind,
    TemplateColumn,
    TemplateForm,
)
from dvk_desktop.exchange.intake.template_guide import write_guide
from dvk_desktop.exchange.intake.template_mark import (
    MARK_SHEET,
    TemplateMark,
    mark_facts,
    mark_lines,
)

SHEET = "Đăng ký"
LIST_SHEET = "Danh mục"
FONT = "Times New Roman"

_LEAST_ROWS = 60
_FREE_ROWS = 30
_TITLE_ROW, _NOTE_ROW, _GROUP_ROW, _HEADER_ROW, _KEY_ROW = 2, 3, 4, 5, 6
_FIRST_ROW = 7
_HEAD_FILL, _LOCKED_FILL, _KNOWN_FILL, _MISSING_FILL = "F3E9D2", "EFEFEF", "F1F6E9", "FBE3E0"
_REQUIRED = ("sector_code", "subject_type", "kind")
_FORMATS = {
    ColumnKind.DATE: "dd/mm/yyyy",
    ColumnKind.COUNT: "#,##0",
    ColumnKind.AMOUNT: "#,##0.##",
}
_LONGEST_NAME = 500
_NOTE = (
    "Ghi vào các ô trắng; ô có mũi tên thì chọn trong danh sách. Dòng nền xanh là mô hình đã có:"
    " sửa nếu cần, xóa trắng nếu năm nay không đăng ký. Xem trang “Hướng dẫn”."
)

TemplateCell = str | int | Decimal | date | None


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """One row that is filled in already: its hidden id and its values by key (dòng điền sẵn)."""

    id: str
    values: Mapping[str, TemplateCell]


@dataclass(frozen=True, slots=True)
class TemplateContent:
    """What a template holds (nội dung tệp mẫu); ``lists`` are the choices by column."""

    mark: TemplateMark
    lists: Mapping[str, Sequence[str]]
    rows: Sequence[TemplateRow] = ()
    deadline: date | None = None
    form: TemplateForm = field(default=CURRENT_FORM)


def template_workbook(content: TemplateContent) -> bytes:
    """Return the workbook as the bytes of an .xlsx."""
    from openpyxl import Workbook  # noqa: PLC0415 -- slow import
    from openpyxl.workbook.protection import WorkbookProtection  # noqa: PLC0415 -- slow import

    book: Any = Workbook()
    sheet = book.active
    sheet.title = SHEET
    ranges = _write_lists(book, content.lists)
    _Page(sheet, content).write(ranges)
    write_guide(book, content.mark, content.deadline, content.lists)
    book.move_sheet(LIST_SHEET, offset=1)
    _write_mark(book, content.mark)
    book.security = WorkbookProtection(lockStructure=True)
    book.properties.title = f"Đăng ký mô hình Dân vận khéo năm {content.mark.year}"
    book.properties.creator = "Dân vận khéo Desktop"
    book.properties.language = "vi-VN"
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def _write_lists(book: Any, lists: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Write the choices on a sheet of their own: names may hold commas; returns the ranges."""
    sheet = book.create_sheet(LIST_SHEET)
    ranges: dict[str, str] = {}
    for index, (key, choices) in enumerate(lists.items()):
        for row, choice in enumerate(choices, start=1):
            write_text(sheet.cell(row, index + 1), choice)
        letters = column_letters(index)
        if choices:
            ranges[key] = f"'{LIST_SHEET}'!${letters}$1:${letters}${len(choices)}"
    sheet.sheet_state = "hidden"
    sheet.protection.sheet = True
    return ranges


def _write_mark(book: Any, mark: TemplateMark) -> None:
    from openpyxl.packaging.custom import StringProperty  # noqa: PLC0415 -- slow import

    sheet = book.create_sheet(MARK_SHEET)
    for row, line in enumerate(mark_lines(mark), start=1):
        for column, text in enumerate(line, start=1):
            write_text(sheet.cell(row, column), text)
    sheet.sheet_state = "veryHidden"
    sheet.protection.sheet = True
    for name, value in mark_facts(mark).items():
        book.custom_doc_props.append(StringProperty(name=name, value=value))


class _Page:
    """Fills the sheet that the unit writes on."""

    def __init__(self, sheet: Any, content: TemplateContent) -> None:
        from openpyxl.styles import Alignment, Border, Font, Side  # noqa: PLC0415 -- slow import

        self._sheet = sheet
        self._content = content
        self._columns = content.form.columns
        self._last_row = _FIRST_ROW - 1 + max(_LEAST_ROWS, len(content.rows) + _FREE_ROWS)
        thin = Side(style="thin", color="808080")
        self._border = Border(left=thin, right=thin, top=thin, bottom=thin)
        self._font = Font(name=FONT, size=12)
        self._bold = Font(name=FONT, size=12, bold=True)
        self._middle = Alignment("center", "center", wrap_text=True)
        self._top = Alignment(vertical="top", wrap_text=True)

    def write(self, ranges: Mapping[str, str]) -> None:
        """Write head, columns, rows, lists and locks."""
        self._widths()
        self._head()
        self._headers()
        self._keys()
        self._rows()
        self._validate(ranges)
        self._mark_missing()
        self._lock()
        self._print_setup()

    def _letters(self, key: str) -> str:
        place = next(i for i, column in enumerate(self._columns) if column.key == key)
        return column_letters(place)

    def _shown_for_print(self) -> str:
        """Return the last column of the printed list: what stands before the long texts."""
        long = (i for i, c in enumerate(self._columns) if c.kind is ColumnKind.LONG_TEXT)
        return column_letters(next(long, len(self._columns)) - 1)

    def _widths(self) -> None:
        for index, column in enumerate(self._columns):
            dimension = self._sheet.column_dimensions[column_letters(index)]
            dimension.width = column.width
            dimension.hidden = column.kind is ColumnKind.HIDDEN

    def _head(self) -> None:
        from openpyxl.styles import Alignment, Font  # noqa: PLC0415 -- slow import

        last = self._shown_for_print()
        mark = self._content.mark
        title = f"DANH SÁCH ĐĂNG KÝ MÔ HÌNH “DÂN VẬN KHÉO” NĂM {mark.year}"
        lines = (
            (1, mark.unit_name.upper(), Font(name=FONT, size=12, bold=True), "left", 18),
            (_TITLE_ROW, title, Font(name=FONT, size=14, bold=True), "center", 24),
            (_NOTE_ROW, _NOTE, Font(name=FONT, size=11, italic=True), "left", 32),
        )
        for row, text, font, side, height in lines:
            cell = self._sheet.cell(row, 2)
            write_text(cell, text)
            cell.font = font
            cell.alignment = Alignment(side, "center", wrap_text=True)
            self._sheet.row_dimensions[row].height = height
            self._sheet.merge_cells(f"B{row}:{last}{row}")

    def _headers(self) -> None:
        for index, column in enumerate(self._columns, start=1):
            texts = (column.group, column.header) if column.group else (column.header, "")
            for row, text in zip((_GROUP_ROW, _HEADER_ROW), texts, strict=True):
                cell = self._sheet.cell(row, index)
                write_text(cell, text or None)
                self._dress(cell, self._bold, _HEAD_FILL)
                cell.alignment = self._middle
        for first, last in self._groups():
            top, bottom = _GROUP_ROW, _GROUP_ROW if self._columns[first].group else _HEADER_ROW
            if first < last or top < bottom:
                left, right = column_letters(first), column_letters(last)
                self._sheet.merge_cells(f"{left}{top}:{right}{bottom}")
        self._sheet.row_dimensions[_GROUP_ROW].height = 20
        self._sheet.row_dimensions[_HEADER_ROW].height = 50
        self._comments()

    def _groups(self) -> Iterable[tuple[int, int]]:
        """Yield first and last column of each header of the upper row."""
        first = 0
        for index, column in enumerate(self._columns):
            after = self._columns[index + 1] if index + 1 < len(self._columns) else None
            if after is None or not column.group or after.group != column.group:
                yield first, index
                first = index + 1

    def _comments(self) -> None:
        from openpyxl.comments import Comment  # noqa: PLC0415 -- slow import

        for index, column in enumerate(self._columns, start=1):
            if column.hint:
                row = _HEADER_ROW if column.group else _GROUP_ROW
                comment = Comment(column.hint, "Dân vận khéo", height=70, width=260)
                self._sheet.cell(row, index).comment = comment

    def _keys(self) -> None:
        for index, column in enumerate(self._columns, start=1):
            write_text(self._sheet.cell(_KEY_ROW, index), f"{KEY}{column.key}")
        self._sheet.row_dimensions[_KEY_ROW].hidden = True

    def _rows(self) -> None:
        known = self._content.rows
        for number, row in enumerate(range(_FIRST_ROW, self._last_row + 1), start=1):
            filled = known[number - 1] if number <= len(known) else None
            for index, column in enumerate(self._columns, start=1):
                cell = self._sheet.cell(row, index)
                self._fill(cell, column, number, filled)

    def _fill(
        self, cell: Any, column: TemplateColumn, number: int, row: TemplateRow | None
    ) -> None:
        from openpyxl.styles import Protection  # noqa: PLC0415 -- slow import

        if column.key == NUMBER_KEY:
            cell.value = number
            self._dress(cell, self._font, _LOCKED_FILL)
            cell.alignment = self._middle
            return
        if column.key == ID_KEY:
            write_text(cell, row.id if row is not None else None)
            return
        value = row.values.get(column.key) if row is not None else None
        write_text(cell, value if value != "" else None)
        self._dress(cell, self._font, _KNOWN_FILL if row is not None else "")
        cell.alignment = self._top
        cell.protection = Protection(locked=False)
        # Text cells are text: a telephone number keeps its zero and "3/2" stays what it is.
        cell.number_format = _FORMATS.get(column.kind, "@")

    def _dress(self, cell: Any, font: Any, fill: str) -> None:
        from openpyxl.styles import PatternFill  # noqa: PLC0415 -- slow import

        cell.font = font
        cell.border = self._border
        if fill:
            cell.fill = PatternFill("solid", fgColor=fill)

    def _area(self, key: str) -> str:
        letters = self._letters(key)
        return f"{letters}{_FIRST_ROW}:{letters}{self._last_row}"

    def _validate(self, ranges: Mapping[str, str]) -> None:
        for column in self._columns:
            rule = self._rule(column, ranges)
            if rule is None:
                continue
            rule.allow_blank = True
            rule.showErrorMessage = rule.showInputMessage = True
            rule.errorTitle = "Chưa đúng"
            rule.promptTitle = column.header[:32]
            rule.add(self._area(column.key))
            self._sheet.add_data_validation(rule)

    def _rule(self, column: TemplateColumn, ranges: Mapping[str, str]) -> Any:
        from openpyxl.worksheet.datavalidation import (  # noqa: PLC0415 -- slow import
            DataValidation,
        )

        if column.kind is ColumnKind.LIST and column.key in ranges:
            return DataValidation(
                type="list",
                formula1=ranges[column.key],
                error="Hãy chọn trong danh sách (bấm mũi tên bên phải ô).",
                prompt="Bấm mũi tên rồi chọn.",
            )
        if column.kind is ColumnKind.DATE:
            return DataValidation(
                type="date",
                operator="between",
                formula1="36526",  # 01/01/2000
                formula2="73050",  # 31/12/2099
                error="Hãy ghi ngày/tháng/năm, ví dụ 05/03/2026.",
                prompt="Ghi ngày/tháng/năm, ví dụ 05/03/2026.",
            )
        if column.kind in (ColumnKind.COUNT, ColumnKind.AMOUNT):
            return DataValidation(
                type="whole" if column.kind is ColumnKind.COUNT else "decimal",
                operator="greaterThanOrEqual",
                formula1="0",
                error="Hãy chỉ ghi số, từ 0 trở lên.",
                prompt=column.hint or "Chỉ ghi số.",
            )
        if column.key == "name":
            return DataValidation(
                type="textLength",
                operator="lessThanOrEqual",
                formula1=str(_LONGEST_NAME),
                error=f"Tên dài quá {_LONGEST_NAME} chữ. Hãy ghi phần sau vào cột nội dung.",
                prompt=column.hint,
            )
        return None

    def _mark_missing(self) -> None:
        """Colour what is still missing in a row that has a name."""
        from openpyxl.formatting.rule import Rule  # noqa: PLC0415 -- slow import
        from openpyxl.styles import PatternFill  # noqa: PLC0415 -- slow import
        from openpyxl.styles.differential import DifferentialStyle  # noqa: PLC0415 -- slow import

        look = DifferentialStyle(fill=PatternFill("solid", bgColor=_MISSING_FILL))
        name = self._letters("name")
        for key in _REQUIRED:
            cell = f"{self._letters(key)}{_FIRST_ROW}"
            rule = Rule("expression", formula=[f'AND(${name}{_FIRST_ROW}<>"",{cell}="")'], dxf=look)
            self._sheet.conditional_formatting.add(self._area(key), rule)

    def _lock(self) -> None:
        protection = self._sheet.protection
        protection.sheet = True
        # False means allowed: an office may widen, shrink and colour as it likes.
        protection.formatCells = protection.formatColumns = protection.formatRows = False

    def _print_setup(self) -> None:
        from openpyxl.worksheet.properties import (  # noqa: PLC0415 -- slow import
            PageSetupProperties,
        )

        sheet = self._sheet
        after_name = column_letters([c.key for c in self._columns].index("name") + 1)
        sheet.freeze_panes = f"{after_name}{_FIRST_ROW}"
        sheet.sheet_view.showGridLines = False
        sheet.sheet_view.zoomScale = 90
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = 9  # A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_margins.left, sheet.page_margins.right = 20 / 25.4, 10 / 25.4
        sheet.page_margins.top = sheet.page_margins.bottom = 15 / 25.4
        sheet.print_title_rows = f"{_GROUP_ROW}:{_HEADER_ROW}"
        # The list that is signed; the long texts are for the screen.
        sheet.print_area = f"B1:{self._shown_for_print()}{self._last_row}"
        sheet.oddFooter.center.text = "Trang &P/&N"
