"""The workbook that goes out: what is locked, offered, hidden and printed."""

import openpyxl
import pytest
from template_builder import FIRST, FLOWERS, LISTS, column, mark_of, workbook

from dvk_desktop.exchange.intake.template import LIST_SHEET, SHEET
from dvk_desktop.exchange.intake.template_form import CURRENT_FORM, ColumnKind
from dvk_desktop.exchange.intake.template_guide import GUIDE_SHEET
from dvk_desktop.exchange.intake.template_mark import MARK_SHEET, mark_facts

INPUTS = [
    place
    for place, column in enumerate(CURRENT_FORM.columns, start=1)
    if column.kind not in (ColumnKind.HIDDEN, ColumnKind.NUMBER)
]


@pytest.fixture(scope="module")
def book():
    return workbook()


def test_only_the_list_and_the_guide_are_seen(book):
    assert [(sheet.title, sheet.sheet_state) for sheet in book] == [
        (SHEET, "visible"),
        (GUIDE_SHEET, "visible"),
        (LIST_SHEET, "hidden"),
        (MARK_SHEET, "veryHidden"),
    ]
    assert book.active.title == SHEET


def test_headers_are_locked_and_cells_to_fill_in_are_not(book):
    sheet = book[SHEET]
    rows = range(FIRST, FIRST + 60)

    assert (sheet.protection.sheet, sheet.protection.password) == (True, None)
    assert not any(sheet.cell(r, c).protection.locked for r in rows for c in INPUTS)
    assert all(sheet.cell(r, c).protection.locked for r in range(1, FIRST) for c in INPUTS)
    assert all(sheet.cell(r, c).protection.locked for r in rows for c in (1, 2))


def test_lists_are_offered_even_with_commas_in_the_names(book):
    rules = {str(rule.sqref): rule for rule in book[SHEET].data_validations.dataValidation}
    lists = {
        rule.formula1: tuple(
            cell.value for (cell,) in book[LIST_SHEET][rule.formula1.rpartition("!")[2]]
        )
        for rule in rules.values()
        if rule.type == "list"
    }

    assert sorted(lists.values()) == sorted(LISTS.values())
    assert {rule.type for rule in rules.values()} == {
        "list", "date", "whole", "decimal", "textLength",
    }  # fmt: skip
    assert all(str(sqref).endswith("66") for sqref in rules)


def test_ids_and_keys_are_hidden(book):
    sheet = book[SHEET]

    assert sheet.column_dimensions["A"].hidden
    assert sheet.row_dimensions[6].hidden
    assert sheet.cell(FIRST, 1).value == FLOWERS.id
    assert sheet.cell(6, column(book, "name")).value == "dvk:name"


def test_long_texts_wrap_and_the_list_prints_on_one_page_width(book):
    sheet = book[SHEET]
    cell = sheet.cell(FIRST, column(book, "content"))

    assert cell.alignment.wrap_text
    assert cell.font.name == "Times New Roman"
    assert sheet.print_area == f"'{SHEET}'!$B$1:$J$66"
    assert sheet.print_title_rows == "$4:$5"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert 150 < sum(c.width for c in CURRENT_FORM.columns[1:10]) < 180


def test_mark_stands_in_the_properties_too(book):
    facts = {prop.name: prop.value for prop in book.custom_doc_props.props}

    assert facts == mark_facts(mark_of())


def test_a_name_like_a_formula_stays_text(tmp_path):
    row = type(FLOWERS)("", {"name": "=1+1"})
    workbook([row]).save(tmp_path / "mau.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "mau.xlsx")[SHEET].cell(FIRST, 3)

    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_many_models_leave_room_for_new_ones():
    book = workbook([FLOWERS] * 50)

    assert book[SHEET].cell(FIRST + 79, 2).value == 80
