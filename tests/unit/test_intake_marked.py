import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake_builders import HEADER, UNITS, write_docx, write_xlsx

from dvk_desktop.exchange.intake.intake import understand_file
from dvk_desktop.exchange.intake.marked_workbook import SHEET_NAME, write_marked, write_text

ROWS = [HEADER, (1, "Đường hoa", "Khác", "TT", "Mới"), (2, "=cmd|'/c calc'!A1", "KT", "", "Mới")]


@pytest.fixture
def marked(tmp_path):
    source = write_xlsx(tmp_path / "xa-yen-phong.xlsx", ROWS[:2])
    target = tmp_path / "sua.xlsx"
    write_marked(source, understand_file(source, UNITS, 2026).problems, target)
    return openpyxl.load_workbook(target)


def test_bad_cell_is_coloured_and_explained(marked):
    cell = marked["Sheet1"]["C2"]

    assert (cell.value, cell.fill.fgColor.rgb) == ("Khác", "FFFFC7CE")
    assert cell.comment.text.startswith("Không rõ lĩnh vực “Khác”.")
    assert marked["Sheet1"]["B2"].comment is None


def test_problems_are_listed_on_the_first_sheet(marked):
    page = marked[SHEET_NAME]

    assert marked.sheetnames[0] == SHEET_NAME
    assert [cell.value for cell in page[2]][:5] == ["Sheet1", 2, "C", "Khác", "SECTOR_UNKNOWN"]
    assert page.max_row == 2


def test_other_kinds_become_a_workbook_with_their_raw_cells(tmp_path):
    texts = [[str(value) for value in row] for row in ROWS]
    source = write_docx(tmp_path / "xa-yen-phong.docx", ["XÃ YÊN PHONG"], texts)
    write_marked(source, understand_file(source, UNITS, 2026).problems, tmp_path / "sua.xlsx")
    page = openpyxl.load_workbook(tmp_path / "sua.xlsx")["Bảng 1"]

    assert (page["A1"].value, page["B4"].value, page["B4"].data_type) == (
        "XÃ YÊN PHONG",
        "=cmd|'/c calc'!A1",
        "s",
    )
    assert (page["C3"].value, page["C3"].comment is not None) == ("Khác", True)


def test_words_of_the_file_are_in_the_language_of_the_person(tmp_path):
    source = write_xlsx(tmp_path / "xa-yen-phong.xlsx", ROWS[:2])
    problems = understand_file(source, UNITS, 2026).problems
    write_marked(source, problems, tmp_path / "sua.xlsx", lambda _template: "Mend it.")

    assert openpyxl.load_workbook(tmp_path / "sua.xlsx")["Sheet1"]["C2"].comment.text == "Mend it."


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_no_text_ever_becomes_a_formula(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("text") / "a.xlsx"
    workbook = openpyxl.Workbook()
    for row, value in enumerate((text, f"={text}", f"+{text}", f"-{text}", f"@{text}"), start=1):
        write_text(workbook.active.cell(row, 1), value)
    workbook.save(path)

    kinds = {row[0].data_type for row in openpyxl.load_workbook(path).active.iter_rows()}
    assert "f" not in kinds
