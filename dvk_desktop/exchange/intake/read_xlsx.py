"""Reads .xlsx and .xlsm: values by calamine, looks by ``xlsx_looks`` (tệp Excel)."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from xml.parsers.expat import ExpatError

from dvk_desktop.exchange.intake.calamine_cells import MAX_AREA, open_workbook, read_sheets
from dvk_desktop.exchange.intake.errors import (
    ARCHIVE_DAMAGE,
    DamagedFileError,
    SheetTooWideError,
)
from dvk_desktop.exchange.intake.grid import FileKind, Sheet, SourceFile
from dvk_desktop.exchange.intake.xlsx_looks import (
    Looks,
    legacy_fonts_of_styles,
    looks_of_sheet,
    parse_xml,
    sheet_parts,
    struck_cells,
    struck_styles,
    used_area,
)

_PROPERTIES = "docProps/custom.xml"


def read_xlsx(content: bytes, name: str) -> SourceFile:
    """Return every sheet with values, merged blocks, legacy fonts and what is hidden.

    Raises:
        DamagedFileError: The workbook is damaged.
        PasswordProtectedError: The workbook is encrypted.
        SheetTooWideError: A sheet's used area is out of proportion.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            looks = dict(_looks(archive, name))
            properties = _properties(archive)
    except (*ARCHIVE_DAMAGE, ExpatError) as error:
        raise DamagedFileError(file=name) from error
    sheets = read_sheets(open_workbook(content, name), name)
    shown = tuple(_with_looks(sheet, looks) for sheet in sheets)
    return SourceFile(name, FileKind.XLSX, shown, properties)


def _properties(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the text properties that a program gave to the document."""
    if _PROPERTIES not in archive.namelist():
        return {}
    found: dict[str, str] = {}
    name = ""

    def start(element: str, attributes: dict[str, str]) -> None:
        nonlocal name
        if element == "property":
            name = attributes.get("name", "")

    def end(element: str) -> None:
        nonlocal name
        if element == "property":
            name = ""

    def text(part: str) -> None:
        if name:
            found[name] = found.get(name, "") + part

    parse_xml(archive.read(_PROPERTIES), start, end, text)
    return {key: value.strip() for key, value in found.items()}


def _looks(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[int, Looks]]:
    parts = set(archive.namelist())
    styles = archive.read("xl/styles.xml") if "xl/styles.xml" in parts else b""
    fonts = legacy_fonts_of_styles(styles) if styles else {}
    struck = struck_styles(styles)
    for index, (sheet_name, part) in enumerate(sheet_parts(archive)):
        if part not in parts:
            continue
        content = archive.read(part)
        rows, columns = used_area(content)
        if rows * columns > MAX_AREA:
            raise SheetTooWideError(file=name, sheet=sheet_name, row=rows)
        looks = looks_of_sheet(content, fonts)
        looks.struck = struck_cells(content, struck)
        yield index, looks


def _with_looks(sheet: Sheet, looks: dict[int, Looks]) -> Sheet:
    look = looks.get(sheet.index)
    if look is None:
        return sheet
    return replace(
        sheet,
        fonts=look.fonts,
        hidden_columns=frozenset(look.hidden_columns),
        hidden_rows=frozenset(look.hidden_rows),
        unsolved_formulas=frozenset(look.unsolved_formulas),
        struck=frozenset(look.struck),
    )
