"""The looks of a sheet found by pattern are those that a walk through its XML finds."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles import Font

from dvk_desktop.exchange.intake.xlsx_looks import (
    Looks,
    _SheetScan,
    _take_plain,
    legacy_fonts_of_styles,
    looks_of_sheet,
    used_area,
)

SAMPLE = Path(__file__).parents[2] / "resources/samples/yen-mo-2017"
CELLS = st.dictionaries(
    st.tuples(st.integers(1, 12), st.integers(1, 30)),
    st.tuples(
        st.sampled_from([1, "x", "=1+1", "a = 'b'", None]),
        st.sampled_from([".VnTime", "VNI-Times", "Arial", ""]),
    ),
)


def parts_of(book: openpyxl.Workbook) -> tuple[bytes, dict[int, str]]:
    """Return the XML of the first sheet and its legacy fonts by style."""
    content = io.BytesIO()
    book.save(content)
    with zipfile.ZipFile(content) as archive:
        fonts = legacy_fonts_of_styles(archive.read("xl/styles.xml"))
        return archive.read("xl/worksheets/sheet1.xml"), fonts


def walked(content: bytes, fonts: dict[int, str]) -> Looks:
    looks = Looks()
    _SheetScan(looks, fonts).run(content)
    return looks


@settings(max_examples=40)
@given(CELLS, st.sets(st.integers(1, 12)), st.sets(st.integers(0, 5)))
def test_pattern_and_walk_agree(cells, hidden_rows, hidden_columns):
    book = openpyxl.Workbook()
    for (row, column), (value, font) in cells.items():
        cell = book.active.cell(row, column, value)
        if font:
            cell.font = Font(name=font)
    for row in hidden_rows:
        book.active.row_dimensions[row].hidden = True
    for column in hidden_columns:
        book.active.column_dimensions["ABCDEF"[column]].hidden = True
    content, fonts = parts_of(book)

    assert looks_of_sheet(content, fonts) == walked(content, fonts)


@pytest.mark.parametrize("path", sorted(SAMPLE.glob("*.xlsx")), ids=lambda path: path.name)
def test_patterns_suffice_for_the_sample(path):
    with zipfile.ZipFile(path) as archive:
        fonts = legacy_fonts_of_styles(archive.read("xl/styles.xml"))
        for part in archive.namelist():
            if part.startswith("xl/worksheets/sheet"):
                content = archive.read(part)
                looks = Looks()
                assert _take_plain(looks, content, fonts)
                assert looks == walked(content, fonts)


@pytest.mark.parametrize(
    "cell",
    [
        b"<c r='A1' s='1'><v>1</v></c>",
        b'<c s="1" r="A1"><v>1</v></c>',
        b'<c r="A1" t="n" s="1"><v>1</v></c>',
        b'<c r="A1" s ="1"><v>1</v></c>',
        b'<c\nr="A1" s="1"><v>1</v></c>',
        b'<c s="1"><v>1</v></c>',
    ],
)
def test_unusual_writing_is_walked_through(cell):
    content = b'<worksheet><sheetData><row r="1">%b</row></sheetData></worksheet>' % cell
    fonts = {1: ".VnTime"}

    assert looks_of_sheet(content, fonts).fonts == {(0, 0): ".VnTime"}


@pytest.mark.parametrize(
    ("row", "area"),
    [
        (b'<row r="1" hidden=\'1\'><c r="A1"><v>1</v></c></row>', (0, 0)),
        (b'<row r="99999"><c r="Z99999"><v>1</v></c></row>', (0, 0)),
        (b'<row r="10000"><c r="AA10000"><v>1</v></c></row>', (10_000, 27)),
        (b'<row r="1"><c r="XFD1"><v>1</v></c></row>', (1, 16_384)),
        (b"<row r='1048576'><c r='B1048576'><v>1</v></c></row>", (1_048_576, 2)),
        (b'<row r="1048576"><c r = "B1048576"><v>1</v></c></row>', (1_048_576, 2)),
        (b'<row r="1048576"><c r="XFD1048576" s="1"/></row>', (0, 0)),
    ],
)
def test_used_area_is_seen_however_it_is_written(row, area):
    content = b"<worksheet><sheetData>%b</sheetData></worksheet>" % row

    assert used_area(content) == area


def test_hidden_row_in_other_quotes_is_found():
    content = b"<worksheet><sheetData><row r='2' hidden='1'/></sheetData></worksheet>"

    assert looks_of_sheet(content, {}).hidden_rows == {1}
