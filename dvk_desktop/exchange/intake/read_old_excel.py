"""Reads .xls and .xlsb, whose fonts are not known, and .ods (tệp bảng tính đời cũ)."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from xml.parsers.expat import ExpatError

from dvk_desktop.exchange.intake.calamine_cells import MAX_AREA, open_workbook, read_sheets
from dvk_desktop.exchange.intake.errors import (
    ARCHIVE_DAMAGE,
    DamagedFileError,
    PasswordProtectedError,
    SheetTooWideError,
)
from dvk_desktop.exchange.intake.grid import FileKind, Sheet, SourceFile
from dvk_desktop.exchange.intake.ods_looks import OdsLooks, is_encrypted, looks_of_ods
from dvk_desktop.exchange.intake.old_excel_guard import is_locked, used_areas


def read_old_excel(content: bytes, name: str, kind: FileKind) -> SourceFile:
    """Return every sheet with values and merged blocks.

    Raises:
        DamagedFileError: The workbook is damaged.
        PasswordProtectedError: The workbook is encrypted.
        SheetTooWideError: A sheet's used area is out of proportion.
    """
    if kind is FileKind.ODS:
        looks = _looks_of_ods(content, name)
        sheets = read_sheets(open_workbook(content, name), name)
        return SourceFile(name, kind, tuple(_with_looks(sheets, looks)))
    if kind is FileKind.XLS:
        _refuse_vast_sheets(content, name)
    return SourceFile(name, kind, tuple(read_sheets(open_workbook(content, name), name)))


def _looks_of_ods(content: bytes, name: str) -> list[OdsLooks]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if is_encrypted(archive):
                raise PasswordProtectedError(file=name)
            looks = looks_of_ods(archive)
    except (*ARCHIVE_DAMAGE, ExpatError) as error:
        raise DamagedFileError(file=name) from error
    for look in looks:
        if look.rows * look.columns > MAX_AREA:
            raise SheetTooWideError(file=name, sheet=look.name, row=look.rows)
    return looks


def _with_looks(sheets: Iterator[Sheet], looks: list[OdsLooks]) -> Iterator[Sheet]:
    by_name = {look.name: look for look in looks}
    for sheet in sheets:
        look = by_name.get(sheet.name)
        if look is None:
            yield sheet
            continue
        yield replace(
            sheet,
            merges=look.merges,
            fonts=look.fonts,
            hidden_columns=frozenset(look.hidden_columns),
            hidden_rows=frozenset(look.hidden_rows),
            unsolved_formulas=frozenset(look.unsolved_formulas),
        )


def _refuse_vast_sheets(content: bytes, name: str) -> None:
    try:
        if is_locked(content):
            raise PasswordProtectedError(file=name)
        areas = used_areas(content)
    except ValueError as error:
        raise DamagedFileError(file=name) from error
    for number, (rows, columns) in enumerate(areas, start=1):
        if rows * columns > MAX_AREA:
            raise SheetTooWideError(file=name, sheet=str(number), row=rows)
