"""Gives back the workbook with the bad cells coloured and explained (tệp đánh dấu lỗi)."""

import zipfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from dvk_desktop.domain.words import Translate
from dvk_desktop.exchange.intake.errors import DamagedFileError
from dvk_desktop.exchange.intake.grid import FileKind, SourceFile
from dvk_desktop.exchange.intake.open_source import read_source
from dvk_desktop.exchange.intake.problems import IntakeProblem
from dvk_desktop.exchange.intake.side_by_side import bare_name
from dvk_desktop.safe_files import write_safely

SHEET_NAME = "Cần sửa"
_HEADERS = ("Trang", "Dòng", "Cột", "Giá trị", "Mã", "Nội dung và cách sửa", "Mức độ")
_WIDTHS = (18, 8, 8, 30, 22, 80, 14)
_ERROR_COLOUR, _WARNING_COLOUR = "FFFFC7CE", "FFFFEB9C"
_FORBIDDEN_IN_SHEET_NAME = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_CONTROLS = {code: None for code in range(32) if code not in (9, 10, 13)}


def write_marked(
    source: Path,
    problems: Sequence[IntakeProblem],
    target: Path,
    translate: Translate = str,
) -> None:
    """Write a copy of ``source`` as .xlsx in which every problem can be seen.

    An .xlsx keeps its look; any other kind becomes a new workbook with its raw cells. The file
    appears whole or not at all.

    Raises:
        DvkError: The source cannot be read any more.
        FileWriteError: The file cannot be written.
    """
    file = read_source(source)
    if file.kind is FileKind.XLSX:
        workbook, shifts = _opened(source), dict[str, int]()
    else:
        workbook, shifts = _rebuilt(file)
    _mark_cells(workbook, problems, shifts, translate)
    _list_problems(workbook, problems, translate)
    write_safely(target, workbook.save, _opens)


def write_text(cell: Any, value: object) -> None:
    """Put a value into a cell so that no spreadsheet ever runs it."""
    if isinstance(value, str):
        cell.value = value.translate(_CONTROLS)
        cell.data_type = "s"
        if value[:1] in ("=", "+", "-", "@"):
            cell.quotePrefix = True
    else:
        cell.value = value


def _opened(source: Path) -> Any:
    import openpyxl  # noqa: PLC0415 -- slow import

    try:
        return openpyxl.load_workbook(source)
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError) as error:
        raise DamagedFileError(file=source.name) from error


def _rebuilt(file: SourceFile) -> tuple[Any, dict[str, int]]:
    """Return a new workbook with the raw cells, and how far rows moved down in each sheet."""
    import openpyxl  # noqa: PLC0415 -- slow import

    workbook: Any = openpyxl.Workbook()
    workbook.remove(workbook.active)
    shifts: dict[str, int] = {}
    for sheet in file.sheets:
        page = workbook.create_sheet(sheet.name.translate(_FORBIDDEN_IN_SHEET_NAME)[:31])
        shifts[sheet.name] = sheet.lead_rows
        for row, values in enumerate(sheet.rows, start=1):
            for column, value in enumerate(values, start=1):
                if value not in (None, ""):
                    write_text(page.cell(row, column), value)
    return workbook, shifts


def _mark_cells(
    workbook: Any,
    problems: Iterable[IntakeProblem],
    shifts: Mapping[str, int],
    translate: Translate,
) -> None:
    from openpyxl.comments import Comment  # noqa: PLC0415 -- slow import
    from openpyxl.styles import PatternFill  # noqa: PLC0415 -- slow import

    by_cell: defaultdict[tuple[str, int, str], list[IntakeProblem]] = defaultdict(list)
    for found in problems:
        if found.row is not None:
            sheet = bare_name(found.sheet)
            row = found.row + shifts.get(sheet, 0)
            by_cell[sheet, row, found.column or "A"].append(found)
    for (sheet, row, column), group in by_cell.items():
        name = sheet.translate(_FORBIDDEN_IN_SHEET_NAME)[:31] if shifts else sheet
        if name not in workbook.sheetnames:
            continue
        page = workbook[name]
        cell = page[f"{column}{row}"]
        cell = _top_left(page, cell)
        colour = _ERROR_COLOUR if any(p.is_error for p in group) else _WARNING_COLOUR
        cell.fill = PatternFill("solid", fgColor=colour)
        text = "\n".join(found.message.render(translate) for found in group)
        cell.comment = Comment(text, "Dân vận khéo", height=120, width=320)


def _top_left(page: Any, cell: Any) -> Any:
    """Return the cell that holds a merged block: the others of it cannot be written."""
    for merged in page.merged_cells.ranges:
        if cell.coordinate in merged:
            return page.cell(merged.min_row, merged.min_col)
    return cell


def _list_problems(workbook: Any, problems: Sequence[IntakeProblem], translate: Translate) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 -- slow import

    page = workbook.create_sheet(translate(SHEET_NAME), 0)
    for column, header in enumerate(_HEADERS, start=1):
        cell = page.cell(1, column)
        write_text(cell, translate(header))
        cell.font = Font(bold=True)
    for row, found in enumerate(problems, start=2):
        level = translate("Phải sửa" if found.is_error else "Nên xem lại")
        values = (found.sheet, found.row, found.column, found.value, found.code)
        for column, value in enumerate((*values, found.message.render(translate), level), start=1):
            cell = page.cell(row, column)
            write_text(cell, value)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for column, width in enumerate(_WIDTHS, start=1):
        page.column_dimensions[page.cell(1, column).column_letter].width = width
    page.freeze_panes = "A2"
    workbook.active = 0


def _opens(written: Path) -> bool:
    import openpyxl  # noqa: PLC0415 -- slow import

    with written.open("rb") as stream:
        openpyxl.load_workbook(stream, read_only=True).close()
    return True
