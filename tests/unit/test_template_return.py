"""A template that comes back, whatever the unit did to it."""

from dataclasses import replace

import pytest
from intake_builders import UNITS, facts
from template_builder import (
    CAMERA,
    FIRST,
    FLOWERS,
    codes,
    column,
    ids,
    mark_of,
    put,
    returned,
    workbook,
)

from dvk_desktop.exchange.intake.grid import FileKind, Sheet, SourceFile
from dvk_desktop.exchange.intake.template import SHEET
from dvk_desktop.exchange.intake.template_form import (
    CURRENT_FORM,
    ColumnKind,
    TemplateColumn,
    TemplateForm,
)
from dvk_desktop.exchange.intake.template_mark import MARK_SHEET, find_mark, mark_lines

OURS = [("Đường hoa", "m:model-1"), ("Camera an ninh", "r:entry-2")]
OLD_FORM = TemplateForm(
    0,
    (
        *(c for c in CURRENT_FORM.columns if c.key not in ("target_level", "outputs")),
        TemplateColumn("launch", "Ngày ra mắt", ColumnKind.TEXT, 14),
    ),
)


def test_renamed_template_is_known_by_its_mark(tmp_path):
    book = workbook()
    put(book, FIRST + 2, name="Ao cá khuyến học", sector_code="Kinh tế", subject_type="Cá nhân")
    put(book, FIRST + 2, kind="Đăng ký mới", cost=18.5, people_count=12, target_level="Tỉnh")
    found = returned(tmp_path, book, "Bản sao (3) xa-yen-phu 2019.xlsx")

    assert (found.is_template, found.unit.id, found.year, codes(found)) == (True, "p", 2026, [])
    assert ids(found) == [*OURS, ("Ao cá khuyến học", "")]
    new = found.rows[2]
    assert facts(new) == ("Ao cá khuyến học", "KT", "individual", "new")
    assert (new.cost, new.people_count, new.target_level) == (18_500_000, 12, "province")


def test_mark_survives_in_the_properties_when_the_hidden_sheet_is_deleted(tmp_path):
    book = workbook()
    del book[MARK_SHEET]
    found = returned(tmp_path, book)

    assert (found.unit.id, found.mark.year, ids(found), codes(found)) == ("p", 2026, OURS, [])


def test_without_any_mark_the_keys_still_name_the_columns(tmp_path):
    book = workbook()
    del book[MARK_SHEET]
    book.custom_doc_props.props.clear()
    found = returned(tmp_path, book)

    assert (found.is_template, found.mark) == (True, None)
    assert (found.unit.id, found.year, ids(found), codes(found)) == ("p", 2026, OURS, [])


def test_without_mark_and_keys_it_is_read_like_any_list(tmp_path):
    book = workbook()
    del book[MARK_SHEET]
    book.custom_doc_props.props.clear()
    for cell in (*book[SHEET]["6"], *book[SHEET]["A"][6:]):
        cell.value = None
    found = returned(tmp_path, book)

    assert (found.is_template, found.unit.id, found.year) == (False, "p", 2026)
    assert [facts(row) for row in found.rows] == [
        ("Đường hoa", "KT", "collective", "maintain"),
        ("Camera an ninh", "HTCT", "individual", "new"),
    ]


def test_a_tampered_mark_is_not_believed(tmp_path):
    book = workbook()
    book.custom_doc_props.props.clear()
    book[MARK_SHEET]["B2"] = "u"
    found = returned(tmp_path, book)

    assert (found.mark, found.unit.id) == (None, "p")
    assert codes(found) == [("TEMPLATE_MARK_WRONG", None)]


def test_template_of_another_unit_is_named_as_such(tmp_path):
    other = next(unit for unit in UNITS.units if unit.id == "u")
    found = returned(tmp_path, workbook(), unit=other)

    assert codes(found) == [("TEMPLATE_OTHER_UNIT", None)]
    assert all(found.is_set_aside(row) for row in found.rows)
    assert "“Xã Yên Phong”, không phải của “Xã Yên Phú”" in str(found.problems[0].message)


def test_template_of_another_year_is_named_as_such(tmp_path):
    found = returned(tmp_path, workbook(mark=mark_of(year=2025)))

    assert codes(found) == [("TEMPLATE_OTHER_YEAR", None)]
    assert all(found.is_set_aside(row) for row in found.rows)


def test_template_of_a_unit_that_is_not_here_is_not_guessed(tmp_path):
    book = workbook(mark=mark_of(unit="elsewhere"))

    assert returned(tmp_path, book).unit is None
    assert codes(returned(tmp_path, book)) == [("TEMPLATE_UNIT_UNKNOWN", None)]


def test_older_form_is_read_with_its_columns_kept(tmp_path):
    book = workbook(form=OLD_FORM)
    put(book, FIRST, launch="20/7/2026")
    found = returned(tmp_path, book)

    assert ids(found) == OURS
    assert [dict(row.kept) for row in found.rows] == [{"Ngày ra mắt": "20/7/2026"}, {}]
    assert codes(found) == [("COLUMN_KEPT", 5), ("TEMPLATE_OLDER_FORM", None)]


def test_column_that_the_unit_added_is_kept(tmp_path):
    book = workbook()
    place = len(CURRENT_FORM.columns) + 1
    book[SHEET].cell(5, place, "Tổ dân phố")
    book[SHEET].cell(FIRST, place, "Tổ 3")
    found = returned(tmp_path, book)

    assert (found.rows[0].kept, found.rows[0].raw["Tổ dân phố"]) == (
        {"Tổ dân phố": "Tổ 3"},
    ) * 1 + ("Tổ 3",)
    assert codes(found) == [("COLUMN_KEPT", 5)]


def test_moved_columns_are_found_and_an_edited_header_is_told(tmp_path):
    book = workbook()
    sheet = book[SHEET]
    address = column(book, "address")
    sheet.insert_cols(3)
    sheet.cell(5, address + 1).value = "Thôn xóm"
    found = returned(tmp_path, book)

    assert ids(found) == OURS
    assert codes(found) == [("HEADER_EDITED", 5)]
    assert "“Địa chỉ” đã bị đổi thành “Thôn xóm”" in str(found.problems[0].message)


def test_a_column_that_is_gone_is_told(tmp_path):
    book = workbook()
    book[SHEET].delete_cols(column(book, "address"))
    found = returned(tmp_path, book)

    assert ids(found) == OURS
    assert [str(p.message) for p in found.problems] == [
        "Cột “Địa chỉ” của tệp mẫu không còn. Mục này giữ nguyên như đã có."
    ]


def test_an_emptied_row_is_no_row_and_is_told(tmp_path):
    book = workbook()
    put(book, FIRST, name=None, sector_code=None, subject_type=None, kind=None, target_level=None)
    found = returned(tmp_path, book)

    assert (ids(found), codes(found)) == (OURS[1:], [("ROW_EMPTIED", FIRST)])


def test_sorted_names_find_their_ids_again(tmp_path):
    book = workbook()
    put(book, FIRST, name="Camera an ninh")
    put(book, FIRST + 1, name="Đường hoa")
    found = returned(tmp_path, book)

    assert dict(ids(found)) == dict(OURS)
    assert codes(found) == [("ROW_MOVED", FIRST), ("ROW_MOVED", FIRST + 1)]


def test_a_copied_row_is_set_aside(tmp_path):
    book = workbook()
    sheet = book[SHEET]
    for place in range(1, len(CURRENT_FORM.columns) + 1):
        sheet.cell(FIRST + 5, place).value = sheet.cell(FIRST, place).value
    found = returned(tmp_path, book)

    assert codes(found) == [("ROW_COPIED", FIRST + 5)]
    assert [found.is_set_aside(row) for row in found.rows] == [False, False, True]


def test_a_renamed_model_keeps_its_id(tmp_path):
    book = workbook()
    put(book, FIRST, name="Đường hoa phụ nữ")

    assert ids(returned(tmp_path, book))[0] == ("Đường hoa phụ nữ", "m:model-1")


def test_a_name_moved_to_an_empty_row_takes_its_id_along(tmp_path):
    book = workbook()
    put(book, FIRST, name=None, sector_code=None, subject_type=None, kind=None, target_level=None)
    put(book, FIRST + 9, name="Đường hoa", kind="Duy trì")

    assert ids(returned(tmp_path, book)) == [OURS[1], OURS[0]]


@pytest.mark.parametrize("year", ["2026", 2026.0, 2026])
def test_numbers_of_the_mark_may_be_saved_as_numbers(year):
    lines = [(key, year if key == "year" else value) for key, value in mark_lines(mark_of())]
    source = SourceFile("mau.ods", FileKind.ODS, (Sheet("x", lines, is_hidden=True),))

    assert find_mark(source).mark == mark_of()


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2)])
def test_two_models_of_one_name_keep_their_ids(tmp_path, order):
    rows = (FLOWERS, CAMERA, replace(FLOWERS, id=FLOWERS.id.replace("model-1", "model-3")))
    found = returned(tmp_path, workbook([rows[place] for place in order]))

    expected = ("m:model-1", "r:entry-2", "m:model-3")
    assert [record for _, record in ids(found)] == [expected[place] for place in order]
    assert codes(found) == []
