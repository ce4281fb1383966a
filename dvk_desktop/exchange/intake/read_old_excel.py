"""Reads .xls, .xlsb and .ods; fonts are not known, so text is judged by its look later."""

from dvk_desktop.exchange.intake.calamine_cells import open_workbook, read_sheets
from dvk_desktop.exchange.intake.grid import FileKind, SourceFile


def read_old_excel(content: bytes, name: str, kind: FileKind) -> SourceFile:
    """Return every sheet with values and merged blocks.

    Raises:
        DamagedFileError: The workbook is damaged.
        PasswordProtectedError: The workbook is encrypted.
    """
    return SourceFile(name, kind, tuple(read_sheets(open_workbook(content, name), name)))
