"""Reads .xls, .xlsb and .ods; fonts are not known, so text is judged by its look later."""

from dvk_desktop.exchange.intake.calamine_cells import MAX_AREA, open_workbook, read_sheets
from dvk_desktop.exchange.intake.errors import DamagedFileError, SheetTooWideError
from dvk_desktop.exchange.intake.grid import FileKind, SourceFile
from dvk_desktop.exchange.intake.old_excel_guard import used_areas


def read_old_excel(content: bytes, name: str, kind: FileKind) -> SourceFile:
    """Return every sheet with values and merged blocks.

    Raises:
        DamagedFileError: The workbook is damaged.
        PasswordProtectedError: The workbook is encrypted.
        SheetTooWideError: A sheet's used area is out of proportion.
    """
    if kind is FileKind.XLS:
        _refuse_vast_sheets(content, name)
    return SourceFile(name, kind, tuple(read_sheets(open_workbook(content, name), name)))


def _refuse_vast_sheets(content: bytes, name: str) -> None:
    try:
        areas = used_areas(content)
    except ValueError as error:
        raise DamagedFileError(file=name) from error
    for number, (rows, columns) in enumerate(areas, start=1):
        if rows * columns > MAX_AREA:
            raise SheetTooWideError(file=name, sheet=str(number), row=rows)
