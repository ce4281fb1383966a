"""A person says which row is the header, which sheet has no list, what a group heading means."""

import openpyxl
import pytest

from dvk_desktop.domain.errors import InvalidValueError
from dvk_desktop.domain.records.intake import (
    MEANS_NOTHING,
    Corrections,
    HeadingMeaning,
    LayoutKey,
)

GROUPED = (
    ("STT", "Tên mô hình", "Đơn vị chủ trì", "Đối tượng", "Loại"),
    ("I", "Mảng dân sinh"),
    (1, "Nuôi ong", "Chi hội", "Tập thể", "Mới"),
    (2, "Đường hoa", "Chi hội", "Cá nhân", "Mới"),
    ("Cụm thôn phía Bắc",),
    (3, "Vườn mẫu", "Chi hội", "Cá nhân", "Mới"),
)
UNTOLD = (
    ("Việc làm trong năm", "Ở đâu", "KT hay VHXH"),
    ("Nuôi ong", "Thôn 1", "KT"),
    ("Đường hoa", "Thôn 2", "VHXH"),
)


@pytest.fixture
def write(tmp_path, commune):
    def _write(rows, name="danh sach.xlsx", sheet="Danh sách"):
        book = openpyxl.Workbook()
        book.active.title = sheet
        for row in (("XÃ KHÁNH DƯƠNG",), *rows):
            book.active.append(row)
        book.save(tmp_path / name)
        return tmp_path / name

    return _write


@pytest.fixture
def plan(services, campaign):
    def _plan(path, **corrections):
        return services.intake.plan([path], campaign.id, **corrections).files[0]

    return _plan


def test_a_heading_that_nobody_knows_is_shown(write, plan):
    (table,) = plan(write(GROUPED)).tables

    assert [(h.text, h.count, h.is_taken, h.is_unknown) for h in table.headings] == [
        ("Mảng dân sinh", 2, True, True),
        ("Cụm thôn phía Bắc", 1, False, True),
    ]


def test_a_heading_gets_its_meaning_from_a_person(write, plan, commune):
    path = write(GROUPED)
    (table,) = plan(path).tables
    said = Corrections(
        headings={
            table.headings[0].text: HeadingMeaning("sector_code", "VHXH"),
            table.headings[1].text: HeadingMeaning("lead_body", "Cụm phía Bắc"),
        }
    )
    file = plan(path, corrections={table.layout: said})

    assert [item.draft.sector_code for item in file.items] == ["VHXH"] * 3
    assert [item.draft.lead_body for item in file.items] == ["Chi hội"] * 3
    assert [(h.meanings, h.is_corrected) for h in file.tables[0].headings] == [
        ((HeadingMeaning("sector_code", "VHXH"),), True),
        ((HeadingMeaning("lead_body", "Cụm phía Bắc"),), True),
    ]
    assert file.tables[0].is_corrected
    assert "ROW_UNCLEAR" not in [problem.code for problem in file.problems]


def test_a_heading_that_means_nothing_is_no_question_any_more(services, write, plan):
    path = write(GROUPED)
    (table,) = plan(path).tables
    headings = {heading.text: MEANS_NOTHING for heading in table.headings}
    services.intake.remember(table.layout, Corrections(headings=headings))
    file = plan(path)

    assert "ROW_UNCLEAR" not in [problem.code for problem in file.problems]
    assert [heading.is_unknown for heading in file.tables[0].headings] == [False, False]


def test_a_heading_may_name_the_unit(services, campaign, write, plan):
    units = {unit.name: unit.id for unit in services.units.units()}
    other = next(unit for name, unit in units.items() if "Khánh Dương" not in name)
    path = write(GROUPED)
    (table,) = plan(path).tables
    said = Corrections(headings={"Cụm thôn phía Bắc": HeadingMeaning("unit_id", other)})
    file = plan(path, corrections={table.layout: said})

    assert [item.draft.unit_id == other for item in file.items] == [False, False, True]


@pytest.mark.parametrize(
    "meaning",
    [
        HeadingMeaning("kind", "old"),
        HeadingMeaning("colour", "red"),
        HeadingMeaning("sector_code", ""),
    ],
)
def test_a_heading_gets_no_meaning_that_we_do_not_have(services, meaning):
    said = Corrections(headings={"Nhóm một": meaning})

    with pytest.raises(InvalidValueError):
        services.intake.remember(LayoutKey("u", "f"), said)


def test_a_sheet_without_a_list_shows_its_rows(write, plan):
    (sheet,) = plan(write(UNTOLD)).sheets

    assert (sheet.header_rows, sheet.is_corrected) == ((), False)
    assert [(row.choice.row, row.texts[0]) for row in sheet.rows][:2] == [
        (1, "XÃ KHÁNH DƯƠNG"),
        (2, "Việc làm trong năm"),
    ]


def read_with_header(services, write, plan):
    """Choose the header of a sheet that has no list by itself, and its columns; remember both."""
    path = write(UNTOLD)
    (sheet,) = plan(path).sheets
    header = Corrections(header=sheet.rows[1].choice)
    (table,) = plan(path, corrections={sheet.layout: header}).tables
    columns = Corrections({0: "name", 1: "address", 2: "sector_code"})
    services.intake.remember(sheet.layout, header)
    services.intake.remember(table.layout, columns)
    return path, sheet


def test_a_header_chosen_by_hand_is_read_and_remembered(services, write, plan):
    path, _ = read_with_header(services, write, plan)
    file = plan(path)

    assert [(i.draft.name, i.draft.address, i.draft.sector_code) for i in file.items] == [
        ("Nuôi ong", "Thôn 1", "KT"),
        ("Đường hoa", "Thôn 2", "VHXH"),
    ]
    assert [(s.header_rows, s.is_corrected) for s in file.sheets] == [((2,), True)]


def test_the_header_is_found_one_line_lower_next_year(services, write, plan):
    read_with_header(services, write, plan)
    file = plan(write((("Năm nay",), *UNTOLD), "nam sau.xlsx"))

    assert [item.draft.name for item in file.items] == ["Nuôi ong", "Đường hoa"]


def test_another_layout_on_a_sheet_of_that_name_is_not_touched(services, write, plan):
    read_with_header(services, write, plan)
    file = plan(write(GROUPED, "khac.xlsx"))

    assert [item.draft.name for item in file.items] == ["Nuôi ong", "Đường hoa", "Vườn mẫu"]
    assert not file.sheets[0].is_corrected


def test_a_forgotten_header_is_guessed_again(services, write, plan):
    path, sheet = read_with_header(services, write, plan)
    services.intake.forget(sheet.layout)

    assert plan(path).items == ()


def test_a_sheet_may_have_no_list(services, write, plan):
    path = write(GROUPED)
    (sheet,) = plan(path).sheets
    services.intake.remember(sheet.layout, Corrections(header=sheet.no_list))
    file = plan(path)

    assert (file.items, file.tables) == ((), ())
    assert file.sheets[0].is_corrected
