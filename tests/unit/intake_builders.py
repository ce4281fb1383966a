"""Small grids and files for the tests of the intake (dựng tệp thử)."""

from collections.abc import Sequence
from pathlib import Path

import docx
import openpyxl

from dvk_desktop.exchange.intake.decode import ReadableSheet, decode_sheet
from dvk_desktop.exchange.intake.find_table import Table, find_tables
from dvk_desktop.exchange.intake.grid import CellValue, Sheet, Span
from dvk_desktop.exchange.intake.intake import KnownUnit, KnownUnits, understand_file
from dvk_desktop.exchange.intake.understand import registration_matcher
from dvk_desktop.exchange.intake.validate import IntakeRow
from dvk_desktop.exchange.intake.value_words import DEFAULT_SECTORS, words_for

Rows = Sequence[Sequence[CellValue]]

WORDS = words_for(DEFAULT_SECTORS)
UNITS = KnownUnits(
    (
        KnownUnit("h", "H00", "Huyện Yên Mô"),
        KnownUnit("p", "X13", "Xã Yên Phong", "h"),
        KnownUnit("u", "X14", "Xã Yên Phú", "h"),
        KnownUnit("d", "C07", "Huyện đoàn", "h"),
    )
)
HEADER = ("TT", "Tên mô hình", "Lĩnh vực", "Đối tượng", "Loại đăng ký")


def sheet_of(rows: Rows, name: str = "Sheet1", merges: Sequence[Span] = ()) -> Sheet:
    """Return a sheet of these rows."""
    return Sheet(name, rows, merges=merges)


def readable(rows: Rows, name: str = "Sheet1", merges: Sequence[Span] = ()) -> ReadableSheet:
    """Return a decoded sheet of these rows."""
    return decode_sheet(sheet_of(rows, name, merges))


def tables_of(rows: Rows, merges: Sequence[Span] = ()) -> list[Table]:
    """Return the tables found in these rows."""
    return find_tables(readable(rows, merges=merges), registration_matcher(), "name")


def write_xlsx(path: Path, rows: Rows, *, name: str = "Sheet1", merges: Sequence[str] = ()) -> Path:
    """Write a workbook with one sheet."""
    workbook = openpyxl.Workbook()
    page = workbook.active
    page.title = name
    for row in rows:
        page.append(list(row))
    for merge in merges:
        page.merge_cells(merge)
    workbook.save(path)
    return path


def write_docx(path: Path, lead: Sequence[str], rows: Sequence[Sequence[str]]) -> Path:
    """Write a Word document with paragraphs and one table."""
    document = docx.Document()
    for line in lead:
        document.add_paragraph(line)
    table = document.add_table(len(rows), max(map(len, rows)))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    document.save(path)
    return path


def facts(row: IntakeRow) -> tuple[str, str | None, str | None, str | None]:
    """Return name, sector, subject type and kind."""
    return row.name, row.sector_code, row.subject_type, row.kind


def read_facts(path: Path) -> list[tuple[str, str | None, str | None, str | None]]:
    """Return the facts of every model of a file."""
    return [facts(row) for row in understand_file(path, UNITS, 2026).rows]
