"""One report in Excel, Word and PDF: values, types, head, page set-up."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
from documents_texts import COLUMNS, PARTY, report
from docx import Document

from dvk_desktop.documents.preview import page_count, page_image, page_text
from dvk_desktop.documents.report_docx import write_report_docx
from dvk_desktop.documents.report_pdf import write_report_pdf
from dvk_desktop.documents.workbook import write_report_xlsx, write_rows_xlsx
from dvk_desktop.domain.records.report import ColumnKind, ReportColumn, shown, sums


@pytest.fixture
def sheet(tmp_path):
    write_report_xlsx(report(), tmp_path / "biểu.xlsx")
    return openpyxl.load_workbook(tmp_path / "biểu.xlsx").active


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        (None, ColumnKind.INTEGER, ""),
        (1234567, ColumnKind.INTEGER, "1.234.567"),
        (Decimal("1234.565"), ColumnKind.DECIMAL, "1.234,57"),
        (Decimal("0.25"), ColumnKind.PERCENT, "25,0%"),
        (date(2017, 12, 5), ColumnKind.DATE, "05/12/2017"),
        ("=1+1", ColumnKind.TEXT, "=1+1"),
    ],
)
def test_values_are_shown_as_readers_write_them(value, kind, expected):
    assert shown(value, kind) == expected


def test_sums_leave_out_groups_and_shares():
    table = report()
    assert sums(COLUMNS, table.rows) == (
        *(6, "Tổng số", 6, 6000),
        *(None, Decimal("262.65"), None),
    )


def test_cells_hold_real_numbers_and_dates(sheet):
    row = next(row for row in sheet.iter_rows() if row[1].value == "Xã số 2")
    day = datetime(2017, 3, 15)
    assert [cell.value for cell in row] == [2, "Xã số 2", 2, 2000, 0.25, 87.55, day]
    assert [cell.data_type for cell in row] == ["n", "s", "n", "n", "n", "n", "d"]
    assert [row[index].number_format for index in (3, 4, 5, 6)] == [
        "#,##0",
        "0.0%",
        "#,##0.00",
        "dd/mm/yyyy",
    ]


def test_head_title_and_totals_are_in_place(sheet):
    texts = [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert texts[:4] == [
        "HUYỆN ỦY YÊN MÔ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "BAN CHỈ ĐẠO PHONG TRÀO THI ĐUA “DÂN VẬN KHÉO”",
        "Độc lập - Tự do - Hạnh phúc",
    ]
    assert texts[-3:] == [report().notes[0], "TRƯỞNG BAN", "Phạm Thị Ỷ Lan"]
    assert texts[-5:-3] == [6000, 262.65]


def test_the_page_is_set_up_for_printing(sheet):
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$8:$9", "A10")
    assert sheet.oddFooter.center.text == "Trang &P/&N"
    assert sheet.print_area.endswith(f"$G${sheet.max_row}")


def test_merged_headers_stand_over_their_columns(sheet):
    merged = {str(area) for area in sheet.merged_cells.ranges}
    assert {"C8:D8", "A8:A9", "B8:B9", "G8:G9"} <= merged


@pytest.mark.parametrize("text", ["=1+1", "+84 912", "-5", "@SUM(A1)", "=HYPERLINK(1)", "a\x01b"])
def test_text_is_never_a_formula(tmp_path, text):
    column = ReportColumn("name", "Tên", ColumnKind.TEXT, 20)
    write_rows_xlsx([column], [[text]], tmp_path / "a.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "a.xlsx").active["A2"]
    assert (cell.value, cell.data_type) == (text.replace("\x01", ""), "s")
    assert cell.quotePrefix == (text[0] in "=+-@")


def test_a_register_is_exported_whole(tmp_path):
    rows = [row.cells for row in report(500).rows]
    write_rows_xlsx(COLUMNS, rows, tmp_path / "a.xlsx", name="Danh sách: 2017/12")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert (sheet.title, sheet.max_row) == ("Danh sách  2017 12", 502)
    assert (sheet.auto_filter.ref, sheet.freeze_panes) == ("A1:G502", "A2")
    assert [cell.value for cell in sheet[1]] == [column.heading for column in COLUMNS]
    assert sheet["D502"].value == 2000


def test_word_holds_head_table_and_signature(tmp_path):
    write_report_docx(report(), tmp_path / "a.docx")
    document = Document(str(tmp_path / "a.docx"))
    head, grid, signature = document.tables
    assert [cell.text.split("\n")[0] for cell in head.rows[0].cells] == [
        "HUYỆN ỦY YÊN MÔ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ]
    assert len(grid.rows) == 2 + 4 + 1
    assert [cell.text for cell in grid.rows[3].cells] == [
        *("1", "Xã số 1", "1", "2.000"),
        *("25,0%", "87,55", "15/03/2017"),
    ]
    assert signature.rows[0].cells[1].text.endswith("Phạm Thị Ỷ Lan")


def test_word_repeats_the_header_and_uses_the_right_font(tmp_path):
    write_report_docx(report(national_lines=PARTY), tmp_path / "a.docx")
    document = Document(str(tmp_path / "a.docx"))
    rows = document.tables[1].rows
    assert [len(row._tr.xpath("w:trPr/w:tblHeader")) for row in rows][:3] == [1, 1, 0]
    assert document.styles["Normal"].font.name == "Times New Roman"
    assert "\n*" in document.tables[0].rows[0].cells[0].text
    assert document.core_properties.title == report().title


def test_pdf_holds_every_value(tmp_path):
    write_report_pdf(report(60), tmp_path / "a.pdf")
    pages = page_count(tmp_path / "a.pdf")
    text = "\n".join(page_text(tmp_path / "a.pdf", page) for page in range(pages))
    assert pages >= 2
    assert {f"Xã số {n}" for n in range(1, 61) if f"Xã số {n}" not in text} == set()
    assert text.count("STT") == pages
    assert "Phạm Thị Ỷ Lan" in page_text(tmp_path / "a.pdf", pages - 1)


def test_pdf_of_equal_tables_is_equal(tmp_path):
    write_report_pdf(report(), tmp_path / "a.pdf")
    write_report_pdf(report(), tmp_path / "b.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_pdf_stands_unless_the_table_is_wide(tmp_path):
    narrow = replace(
        report(), columns=tuple(replace(column, width=column.width / 2) for column in COLUMNS)
    )
    write_report_pdf(narrow, tmp_path / "a.pdf")
    write_report_pdf(report(), tmp_path / "b.pdf")
    assert page_image(tmp_path / "a.pdf", 0)[:2] == (596, 842)
    assert page_image(tmp_path / "b.pdf", 0)[:2] == (842, 596)


def test_pdf_takes_text_as_text(tmp_path):
    strange = "A & B <b>đậm</b> <img src='x'/>"
    write_report_pdf(replace(report(), notes=(strange,)), tmp_path / "a.pdf")
    assert strange in page_text(tmp_path / "a.pdf", 0)
