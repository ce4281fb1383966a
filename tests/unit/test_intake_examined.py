"""Errors that files of other hands brought to light: a wrong value must never come silently."""

import datetime as dt

import openpyxl
import pytest
from intake_builders import HEADER, UNITS, WORDS, facts, read_facts, write_xlsx
from openpyxl.styles import Font

from dvk_desktop.exchange.intake.cell_values import area_of, money_of
from dvk_desktop.exchange.intake.intake import understand_file
from dvk_desktop.exchange.intake.row_looks import lists_several, without_number
from dvk_desktop.exchange.intake.text_remarks import without_remarks

OFFICE = ("HUYỆN ỦY YÊN MÔ",)


def model(name: object, *, number: object = 1, sector: str = "KT") -> tuple[object, ...]:
    return (number, name, sector, "TT", "Mới")


def owners(path) -> list[tuple[str, str | None, bool]]:
    file = understand_file(path, UNITS, 2026)
    return [
        (row.name, row.unit_id or (file.unit and file.unit.id), file.is_set_aside(row))
        for row in file.rows
    ]


def codes(path) -> list[str]:
    return [found.code for found in understand_file(path, UNITS, 2026).problems]


def write_book(path, sheets):
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        page = workbook.create_sheet(name)
        for row in rows:
            page.append(list(row))
    workbook.save(path)
    return path


@pytest.mark.parametrize(
    ("written", "header", "area"),
    [
        (0.5, "Diện tích hiến đất (ha)", 5000),
        ("120 m2", "Diện tích (ha)", 120),
        (2, "Đất hiến (1.000 m2)", 2000),
        (18, "Đất hiến (m²)", 18),
        (3, "Diện tích (sào)", None),
    ],
)
def test_the_header_gives_the_unit_of_an_area(written, header, area):
    assert area_of(written, header) == area


@pytest.mark.parametrize(
    ("written", "header", "cost"),
    [
        (50_000_000, "Kinh phí (triệu đồng)", None),
        (15, "Kinh phí (đồng)", None),
        ("7,5", "Kinh phí (triệu đồng)", 7_500_000),
        (0, "Kinh phí (đồng)", 0),
    ],
)
def test_a_sum_in_another_unit_than_its_header_says_is_not_believed(written, header, cost):
    assert money_of(written, header) == cost


@pytest.mark.parametrize(
    ("name", "ordinal", "bare"),
    [
        ("1. Mô hình “5K”", "4", "Mô hình “5K”"),
        ("2/ Chợ phiên", "2", "Chợ phiên"),
        ("- Nuôi hươu", "", "Nuôi hươu"),
        ("3 sạch", "3", "3 sạch"),
        ("5. sạch", "3", "5. sạch"),
        ("30/4 - Giờ Trái Đất", "30", "30/4 - Giờ Trái Đất"),
        ("+1 việc tốt", "1", "+1 việc tốt"),
    ],
)
def test_a_number_before_a_name_goes_only_where_it_counts_models(name, ordinal, bare):
    assert without_number(name, ordinal, is_counted=True) == bare


def test_a_cell_that_lists_several_models_is_set_aside(tmp_path):
    assert not lists_several("Vận động nhân dân:\n- hiến đất\n- góp công")
    path = write_xlsx(tmp_path / "a.xlsx", [HEADER, model("1. Ao sen\n2. Bờ chuối")])

    assert codes(path)[0] == "NAME_LISTS_SEVERAL"
    assert [aside for *_, aside in owners(path)] == [True]


def test_an_example_of_the_form_is_no_model(tmp_path):
    rows = [HEADER, model("Thắp sáng đường quê", number="VD"), model("Vườn mẫu")]

    assert [name for name, *_ in read_facts(write_xlsx(tmp_path / "a.xlsx", rows))] == ["Vườn mẫu"]


def test_two_sectors_in_one_cell_are_none():
    assert WORDS.sector_within("Kinh tế; VHXH") is None
    assert WORDS.sector_within("Phát triển kinh tế, tăng thu nhập") == "KT"


def test_rows_that_are_struck_through_are_set_aside(tmp_path):
    path = write_xlsx(
        tmp_path / "a.xlsx", [("XÃ YÊN PHÚ",), HEADER, model("Vườn mẫu"), model("Ao")]
    )
    workbook = openpyxl.load_workbook(path)
    workbook.active["B4"].font = Font(strike=True)
    workbook.save(path)

    assert [(name, aside) for name, _, aside in owners(path)] == [("Vườn mẫu", False), ("Ao", True)]
    assert "ROW_STRUCK" in codes(path)


def test_a_sheet_of_models_without_header_is_told(tmp_path):
    sheets = {"1": [("XÃ YÊN PHÚ",), HEADER, model("Vườn mẫu")], "2": [model("Bến nước chung")]}
    guide = {"1": sheets["1"], "2": [("Kinh tế", 3, 2), ("Gửi trước ngày 20/3",)]}

    assert codes(write_book(tmp_path / "a.xlsx", sheets)) == ["SHEET_NOT_READ"]
    assert codes(write_book(tmp_path / "b.xlsx", guide)) == []


def test_last_years_sheet_is_set_aside(tmp_path):
    sheets = {
        year: [("XÃ YÊN PHÚ",), (f"ĐĂNG KÝ NĂM {year}",), HEADER, model(f"Vườn {year}")]
        for year in ("2025", "2026")
    }
    path = write_book(tmp_path / "a.xlsx", sheets)

    assert [aside for *_, aside in owners(path)] == [True, False]
    assert codes(path) == ["ROW_OTHER_YEAR"]
    assert understand_file(path, UNITS, 2026).year == 2026


def test_units_in_the_column_of_bodies_own_the_rows(tmp_path):
    header = ("TT", "Đơn vị", *HEADER[1:])
    rows = [
        OFFICE, header, (1, "Yên Phú", "Cá mè", "KT", "TT", "Mới"),
        (2, "Xã Yên Phong", "Cá vược", "KT", "TT", "Mới"),
        (3, "Xã Yên Xá", "Cá trắm", "KT", "TT", "Mới"),
    ]  # fmt: skip

    found = owners(write_xlsx(tmp_path / "a.xlsx", rows))

    assert [(unit, aside) for _, unit, aside in found[:2]] == [("u", False), ("p", False)]
    assert found[2][2]


def test_bodies_named_like_other_units_stay_bodies_of_a_commune(tmp_path):
    header = ("TT", "Đơn vị", *HEADER[1:])
    bodies = [
        (i, body, f"Hoa {i}", "KT", "TT", "Mới") for i, body in ((1, "Yên Phú"), (2, "Huyện đoàn"))
    ]
    path = write_xlsx(tmp_path / "a.xlsx", [("ĐẢNG ỦY XÃ YÊN PHONG",), header, *bodies])

    assert [unit for _, unit, _ in owners(path)] == ["p", "p"]


def test_headings_of_units_own_the_rows_below(tmp_path):
    rows = [
        OFFICE, HEADER, ("I", "Xã Yên Phú"), ("1", "Lĩnh vực kinh tế"),
        (None, "Trồng mía", None, "TT", "Mới"), ("II", "Xã Yên Xá"),
        ("1", "Lĩnh vực kinh tế"), (None, "Trồng đay", None, "TT", "Mới"),
        ("III", "Đảng ủy xã Yên Phong"), ("1", "Lĩnh vực kinh tế"),
        (None, "Trồng gai", None, "TT", "Mới"),
    ]  # fmt: skip

    found = owners(write_xlsx(tmp_path / "a.xlsx", rows))

    assert [found[0], found[2]] == [("Trồng mía", "u", False), ("Trồng gai", "p", False)]
    assert found[1][2]


def test_a_body_that_nobody_knows_ends_the_unit_above(tmp_path):
    rows = [OFFICE, HEADER, ("Xã Yên Phú",), model("Mía"), ("Xã Yên Xá",), model("Đay")]

    assert [aside for *_, aside in owners(write_xlsx(tmp_path / "a.xlsx", rows))] == [False, True]


def test_sheets_named_after_units_are_theirs(tmp_path):
    sheets = {
        name: [OFFICE, HEADER, model(f"Dưa {name}")] for name in ("Yên Phú", "Yên Xá", "Yên Phong")
    }

    found = owners(write_book(tmp_path / "a.xlsx", sheets))

    assert [(unit, aside) for _, unit, aside in found] == [("u", False), ("h", True), ("p", False)]


def test_a_date_far_from_the_campaign_is_told(tmp_path):
    rows = [("XÃ YÊN PHÚ",), (*HEADER, "Ngày đăng ký"), (*model("Vườn mẫu"), "5/3/2071")]
    file = understand_file(write_xlsx(tmp_path / "a.xlsx", rows), UNITS, 2026)

    assert [(found.code, found.is_error) for found in file.problems] == [("DATE_FAR", False)]
    assert facts(file.rows[0])[0] == "Vườn mẫu"


def test_names_in_tcvn3_begin_with_a_capital(tmp_path):
    header = ("TT", "Tªn m« h×nh", "LÜnh vùc", "§èi t­îng", "Lo¹i ®¨ng ký")
    rows = [header, (1, "ñ ph©n xanh b»ng r¸c h÷u c¬", "Kinh tÕ", "TËp thÓ", "Míi")]

    assert read_facts(write_xlsx(tmp_path / "a.xlsx", rows))[0][0] == "Ủ phân xanh bằng rác hữu cơ"


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("“5K” (tập thể, đăng ký mới).", "“5K”", ["collective", "new"]),
        ("Vườn ao chuồng (VACR)", "Vườn ao chuồng (VACR)", []),
        ("Hiến đất (mới, thôn Hạ)", "Hiến đất (mới, thôn Hạ)", []),
        ("“Đèn” do Hội Phụ nữ thực hiện (duy trì).", "“Đèn”", ["maintain", "Hội Phụ nữ"]),
        ("Việc do dân thực hiện", "Việc do dân thực hiện", []),
    ],
)  # fmt: skip
def test_known_words_behind_a_name_are_not_of_the_name(text, name, said):
    found = without_remarks(text)

    assert found.name == name
    assert [WORDS.subject(r.value) or WORDS.kind(r.value) or r.value for r in found.remarks] == said


def test_a_name_that_excel_made_a_date_is_set_aside(tmp_path):
    rows = [HEADER, model(dt.datetime(2026, 2, 3)), model("3 sạch")]
    found = owners(write_xlsx(tmp_path / "a.xlsx", rows))

    assert [aside for *_, aside in found] == [True, False]


def test_a_loud_line_ends_the_sector_above(tmp_path):
    header = ("TT", "Tên mô hình", "Đối tượng", "Loại đăng ký")
    rows = [
        header, ("LĨNH VỰC KINH TẾ",), (1, "Cá nheo", "TT", "Mới"),
        ("BẢO VỆ MÔI TRƯỜNG",), (2, "Đổi pin lấy cây", "TT", "Mới"),
    ]  # fmt: skip

    found = read_facts(write_xlsx(tmp_path / "a.xlsx", rows))

    assert [sector for _, sector, *_ in found] == ["KT", None]
