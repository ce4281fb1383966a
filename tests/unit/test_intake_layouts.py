"""Layouts of other districts, each through the whole pipeline."""

import unicodedata
from pathlib import Path

import docx
import openpyxl
from docx.shared import Pt
from hypothesis import given
from hypothesis import strategies as st
from intake_builders import HEADER, UNITS, read_facts, write_docx, write_xlsx
from openpyxl.styles import Font

from dvk_desktop.exchange.intake.intake import understand_file

A = ("Đường hoa", "KT", "collective", "new")
B = ("Camera an ninh", "QPAN", "individual", "maintain")


def codes(path: Path) -> list[tuple[str, int | None, str | None]]:
    return [(p.code, p.row, p.column) for p in understand_file(path, UNITS, 2026).problems]


def test_columns_in_another_order_and_wording(tmp_path):
    path = write_xlsx(
        tmp_path / "xa-yen-phong.xlsx",
        [
            (
                "Hình thức đăng ký",
                "Tên công trình, phần việc",
                "Thuộc lĩnh vực",
                "Tập thể hay cá nhân",
            ),
            ("Mới", "Đường hoa", "Phát triển kinh tế", "Tập thể"),
            ("Tiếp tục duy trì", "Camera an ninh", "An ninh trật tự", "CN"),
        ],
    )

    assert read_facts(path) == [A, B]
    assert codes(path) == []


def test_crossed_columns_in_another_order(tmp_path):
    rows = [
        (
            "STT",
            "Mô hình",
            "Hình thức",
            None,
            None,
            "Lĩnh vực",
            None,
            None,
            None,
            "Đối tượng",
            None,
        ),
        (None, None, "Nhân rộng", "Duy trì", "Mới", "QP-AN", "KT", "HTCT", "VHXH", "CN", "TT"),
        (1, "Đường hoa", None, None, "x", None, "x", None, None, None, "✓"),
        (2, "Camera an ninh", None, "x", None, "X", None, None, None, "+", None),
    ]
    merges = ("A1:A2", "B1:B2", "C1:E1", "F1:I1", "J1:K1")

    assert read_facts(write_xlsx(tmp_path / "a.xlsx", rows, merges=merges)) == [A, B]
    assert read_facts(write_xlsx(tmp_path / "b.xlsx", rows)) == [A, B]


def test_two_crosses_and_an_unknown_mark_are_problems(tmp_path):
    path = write_xlsx(
        tmp_path / "xa-yen-phu.xlsx",
        [
            ("TT", "Tên mô hình", "KT", "VHXH", "TT/CN", "Loại"),
            (1, "Đường hoa", "x", "x", "TT", "Mới"),
            (2, "Vườn rau", "x", None, "TT", "Mới"),
            (3, "Nhà sạch", None, "x", "TT", "Mới"),
            (4, "Camera an ninh", "x", None, "TT", "Mới"),
            (5, "Tổ tự quản", "?", None, "TT", "Mới"),
        ],
    )

    assert [fact[1] for fact in read_facts(path)] == [None, "KT", "VHXH", "KT", None]
    assert codes(path) == [("SECTOR_TWICE", 2, "C"), ("MARK_UNKNOWN", 6, "C")]


def test_sheet_name_gives_the_sector(tmp_path):
    workbook = openpyxl.Workbook()
    for name, title in (("Kinh tế", "Đường hoa"), ("QPAN", "Camera an ninh")):
        page = workbook.create_sheet(name)
        page.append(("TT", "Tên mô hình", "Đối tượng", "Loại đăng ký"))
        page.append((1, title, "Tập thể", "Mới"))
    workbook.save(tmp_path / "xa-yen-phong.xlsx")

    assert read_facts(tmp_path / "xa-yen-phong.xlsx") == [
        A,
        ("Camera an ninh", "QPAN", "collective", "new"),
    ]


def test_header_repeated_on_each_page(tmp_path):
    path = write_xlsx(
        tmp_path / "xa-yen-phong.xlsx",
        [
            HEADER,
            (1, "Đường hoa", "KT", "TT", "Mới"),
            HEADER,
            ("(1)", "(2)", "(3)", "(4)", "(5)"),
            (2, "Camera an ninh", "QPAN", "CN", "Duy trì"),
        ],
    )

    assert read_facts(path) == [A, B]


def test_several_tables_on_one_sheet(tmp_path):
    path = write_xlsx(
        tmp_path / "xa-yen-phong.xlsx",
        [
            ("DANH SÁCH MÔ HÌNH NĂM 2026",),
            ("A. TẬP THỂ",),
            ("STT", "Tên mô hình", "Lĩnh vực", "Loại"),
            (1, "Đường hoa", "KT", "Mới"),
            (),
            ("B. CÁ NHÂN",),
            ("STT", "Họ tên, tên tập thể", "Tên điển hình", "Loại", "Lĩnh vực"),
            (1, "Nguyễn Văn An", "Camera an ninh", "Duy trì", "QPAN"),
        ],
    )

    assert read_facts(path) == [A, B]


def test_nested_headings_never_lend_a_stale_sector(tmp_path):
    path = write_xlsx(
        tmp_path / "xa-yen-phong.xlsx",
        [
            ("TT", "Tên mô hình", "Địa chỉ", "Loại"),
            ("A", "TẬP THỂ"),
            ("I", "Lĩnh vực kinh tế (1 mô hình)"),
            (1, "Đường hoa", "Thôn 1", "Mới"),
            ("B", "CÁ NHÂN"),
            (1, "Vườn rau", "Thôn 2", "Mới"),
            ("I", "QUỐC PHÒNG - AN NINH"),
            (1, "Camera an ninh", "Thôn 3", "Duy trì"),
        ],
    )

    assert read_facts(path) == [A, ("Vườn rau", None, "individual", "new"), B]
    assert codes(path) == [("SECTOR_MISSING", 6, None)]


def test_heading_that_only_mentions_a_sector_gives_none(tmp_path):
    path = write_xlsx(
        tmp_path / "xa-yen-phong.xlsx",
        [
            ("TT", "Tên mô hình", "Tập thể/cá nhân", "Loại"),
            ("I", "Tổ phát triển kinh tế thôn 5"),
            (1, "Đường hoa", "Tập thể", "Mới"),
            ("II", "Phát triển kinh tế, thương mại"),
            (1, "Vườn rau", "Cá nhân", "Mới"),
        ],
    )

    assert [fact[1:3] for fact in read_facts(path)] == [(None, "collective"), ("KT", "individual")]


def test_numbers_typed_before_names_are_dropped_and_bare_headings_doubted(tmp_path):
    numbered = [("Tên mô hình", "Lĩnh vực"), ("1. Đường hoa", "KT"), ("2. 3 sạch", "VHXH")]
    bare = [("TT", "Tên mô hình"), (1, "Đường hoa"), (2, "Kinh tế")]

    first = write_xlsx(tmp_path / "a.xlsx", numbered)
    assert [fact[0] for fact in read_facts(first)] == ["Đường hoa", "3 sạch"]
    assert ("ROW_UNCLEAR", 3, None) in codes(write_xlsx(tmp_path / "xa-yen-phong.xlsx", bare))


def test_totals_signatures_and_notes_are_no_models(tmp_path):
    path = write_xlsx(
        tmp_path / "xa-yen-phong.xlsx",
        [
            HEADER,
            (1, "Đường hoa", "KT", "TT", "Mới"),
            ("Cộng", 1),
            (2, "Cổng trường an toàn", "QPAN", "TT", "Mới"),
            (None, "Tổng số: 2 mô hình"),
            (),
            (None, None, None, "Yên Phong, ngày 20 tháng 3 năm 2026"),
            (None, "NGƯỜI LẬP BIỂU", None, "TM. ỦY BAN NHÂN DÂN"),
            (),
            (None, "Nguyễn Văn An", None, "Trần Thị Bình"),
        ],
    )

    assert read_facts(path) == [A, ("Cổng trường an toàn", "QPAN", "collective", "new")]
    assert codes(path) == []


def test_row_with_only_continued_text_belongs_to_the_model_above(tmp_path):
    path = write_xlsx(
        tmp_path / "xa-yen-phong.xlsx",
        [
            (*HEADER, "Nội dung"),
            (1, "Vận động nhân dân", "KT", "TT", "Mới", "Họp thôn"),
            (None, "hiến đất làm đường", None, None, None, "Ký cam kết"),
            (None, None, None, None, None, "Ra quân"),
            (2, "Camera an ninh", "QPAN", "CN", "Duy trì"),
        ],
    )
    rows = understand_file(path, UNITS, 2026).rows

    assert [row.name for row in rows] == ["Vận động nhân dân hiến đất làm đường", "Camera an ninh"]
    assert rows[0].content == "Họp thôn\nKý cam kết\nRa quân"


def test_values_merged_downwards_count_for_each_row(tmp_path):
    path = write_xlsx(
        tmp_path / "xa-yen-phong.xlsx",
        [
            HEADER,
            (1, "Đường hoa", "KT", "TT", "Mới"),
            (2, "Vườn rau", None, "TT", "Mới"),
        ],
        merges=["C2:C3"],
    )

    assert [fact[1] for fact in read_facts(path)] == ["KT", "KT"]


def test_lone_text_that_nobody_can_place_is_told(tmp_path):
    path = write_xlsx(
        tmp_path / "xa-yen-phong.xlsx",
        [HEADER, (1, "Đường hoa", "KT", "TT", "Mới"), (None, "Vườn rau sạch thôn 5")],
    )

    assert read_facts(path) == [A]
    assert codes(path) == [("ROW_UNCLEAR", 3, None)]


def test_unknown_words_are_problems_and_never_guessed(tmp_path):
    path = write_xlsx(
        tmp_path / "xa-yen-phong.xlsx",
        [
            HEADER,
            (1, "Đường hoa", "KT", "TT", "Mới"),
            (2, "Vườn rau", "Kinh tế - xã hội", "Nhóm", "duy trì và nhân rộng"),
            (3, None, "KT", "TT", "Mới"),
        ],
    )

    assert read_facts(path)[1] == ("Vườn rau", None, None, None)
    assert codes(path) == [
        ("SECTOR_UNKNOWN", 3, "C"),
        ("SUBJECT_TYPE_UNKNOWN", 3, "D"),
        ("KIND_UNKNOWN", 3, "E"),
        ("NAME_MISSING", 4, "B"),
    ]


def test_vni_text_in_a_vni_font(tmp_path):
    workbook = openpyxl.Workbook()
    page = workbook.active
    rows = [
        ("TT", "Teân moâ hình", "Lónh vöïc", "Ñoái töôïng", "Loaïi ñaêng kyù"),
        (1, "Ñöôøng hoa", "Kinh teá", "Taäp theå", "Ñaêng kyù môùi"),
    ]
    for row in rows:
        page.append(row)
    for cells in page.iter_rows():
        for cell in cells:
            cell.font = Font(name="VNI-Times")
    workbook.save(tmp_path / "xa-yen-phong.xlsx")

    assert read_facts(tmp_path / "xa-yen-phong.xlsx") == [A]


def test_upper_case_tcvn3_font_beside_unicode_columns(tmp_path):
    workbook = openpyxl.Workbook()
    page = workbook.active
    page.append(HEADER)
    page.append((1, "®\xadêng hoa", "Kinh tế", "Tập thể", "Đăng ký mới"))
    page["B2"].font = Font(name=".VnTimeH")
    workbook.save(tmp_path / "xa-yen-phong.xlsx")

    assert read_facts(tmp_path / "xa-yen-phong.xlsx") == [("ĐƯỜNG HOA", "KT", "collective", "new")]


def test_tcvn3_by_look_keeps_the_soft_hyphen_letter(tmp_path):
    path = write_xlsx(
        tmp_path / "xa-yen-phong.xlsx",
        [
            ("TT", "Tªn m« h×nh", "LÜnh vùc", "§èi t\xadîng", "Lo¹i ®¨ng ký"),
            (1, "§\xadêng hoa", "Kinh tÕ", "TËp thÓ", "§¨ng ký míi"),
        ],
    )

    assert read_facts(path) == [A]


def test_decomposed_unicode_and_hard_spaces(tmp_path):
    rows = [HEADER, (1, "Đường hoa", "Kinh tế", "Tập thể", "Đăng ký mới")]
    messy = [
        [
            unicodedata.normalize("NFD", value).replace(" ", "\xa0 ")
            if isinstance(value, str)
            else value
            for value in row
        ]
        for row in rows
    ]

    assert read_facts(write_xlsx(tmp_path / "a.xlsx", messy)) == [A]


def test_formula_text_stays_text(tmp_path):
    workbook = openpyxl.Workbook()
    page = workbook.active
    page.append(HEADER)
    page.append((1, "", "KT", "TT", "Mới"))
    page["B2"].value = "=cmd|'/c calc'!A1"
    page["B2"].data_type = "s"
    workbook.save(tmp_path / "xa-yen-phong.xlsx")

    assert read_facts(tmp_path / "xa-yen-phong.xlsx")[0][0] == "=cmd|'/c calc'!A1"


def test_formula_without_a_stored_value_is_a_problem(tmp_path):
    path = write_xlsx(
        tmp_path / "xa-yen-phong.xlsx", [HEADER, (1, '="Đường "&"hoa"', "KT", "TT", "Mới")]
    )

    assert codes(path) == [("FORMULA_UNSOLVED", 2, "B"), ("NAME_MISSING", 2, "B")]


def test_hidden_row_is_told_and_not_taken(tmp_path):
    path = write_xlsx(
        tmp_path / "xa-yen-phong.xlsx",
        [HEADER, (1, "Đường hoa", "KT", "TT", "Mới"), (2, "Vườn rau", "KT", "TT", "Mới")],
    )
    workbook = openpyxl.load_workbook(path)
    workbook.active.row_dimensions[3].hidden = True
    workbook.save(path)

    assert read_facts(path) == [A]
    assert codes(path) == [("ROW_HIDDEN", 3, None)]


def test_hidden_sheet_is_told_and_not_taken(tmp_path):
    path = write_xlsx(tmp_path / "xa-yen-phong.xlsx", [HEADER, (1, "Đường hoa", "KT", "TT", "Mới")])
    workbook = openpyxl.load_workbook(path)
    copy = workbook.copy_worksheet(workbook.active)
    copy.title, copy.sheet_state = "Cũ", "hidden"
    workbook.save(path)

    assert read_facts(path) == [A]
    assert codes(path) == [("SHEET_HIDDEN", None, None)]


def test_numbers_money_and_dates(tmp_path):
    path = write_xlsx(
        tmp_path / "xa-yen-phong.xlsx",
        [
            (
                *HEADER,
                "Số hộ tham gia",
                "Kinh phí (triệu đồng)",
                "Ngày công",
                "Đất hiến (m2)",
                "Ngày đăng ký",
            ),
            (1, "Đường hoa", "KT", "TT", "Mới", "45 hộ", "18,5", 12.5, "1.250", "5/3/2026"),
            (2, "Vườn rau", "KT", "TT", "Mới", "nhiều", "ít", "?", "1 sào", "đầu năm"),
        ],
    )
    first, second = understand_file(path, UNITS, 2026).rows

    assert (first.people_count, first.cost, str(first.work_days), str(first.land_area)) == (
        45,
        18_500_000,
        "12.5",
        "1250",
    )
    assert first.registered_on.isoformat() == "2026-03-05"
    assert (second.people_count, second.cost, second.work_days, second.land_area) == (None,) * 4
    assert [code for code, row, _ in codes(path) if row == 3] == [
        "DATE_UNKNOWN",
        "NUMBER_UNKNOWN",
        "COST_UNIT_UNCLEAR",
        "NUMBER_UNKNOWN",
        "AREA_UNIT_UNCLEAR",
    ]


def in_windows_code_page(text: str) -> bytes:
    """Encode as Vietnamese Windows does: letters with a hat, tones after them."""
    pieces = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
        pieces.append(
            unicodedata.normalize("NFC", "".join(p for p in parts if p not in tone)) + tone
        )
    return "".join(pieces).encode("cp1258")


def test_csv_with_semicolons_in_the_old_code_page(tmp_path):
    text = "TT;Tên mô hình;Lĩnh vực;Đối tượng;Loại\n1;Đường hoa;Kinh tế;Tập thể;Mới\n"
    path = tmp_path / "xa-yen-phong.csv"
    path.write_bytes(in_windows_code_page(text))

    assert read_facts(path) == [A]


def test_csv_in_utf16_with_tabs(tmp_path):
    path = tmp_path / "xa-yen-phong.csv"
    lines = ["\t".join(map(str, row)) for row in (HEADER, (1, "Đường hoa", "KT", "TT", "Mới"))]
    path.write_text("\n".join(lines), encoding="utf-16")

    assert read_facts(path) == [A]


def test_csv_split_header_without_merges(tmp_path):
    path = tmp_path / "xa-yen-phong.csv"
    path.write_text(
        "STT,Tên mô hình,Đối tượng,,Lĩnh vực,Loại\n,,TT,CN,,\n1,Đường hoa,x,,KT,Mới\n"
        '2,"Camera an ninh",,x,QPAN,"Giữ vững"\n',
        encoding="utf-8-sig",
    )

    assert read_facts(path) == [A, B]


def test_word_table_with_group_rows(tmp_path):
    path = write_docx(
        tmp_path / "danh sách.docx",
        ["ĐẢNG ỦY XÃ YÊN PHONG", "DANH SÁCH ĐĂNG KÝ MÔ HÌNH NĂM 2026"],
        [
            ["TT", "Tên mô hình", "Đối tượng", "Loại"],
            ["I", "Lĩnh vực kinh tế", "", ""],
            ["1", "Mô hình “Đường hoa”", "TT", "Mới"],
            ["II", "Quốc phòng - an ninh", "", ""],
            ["1", "Camera an ninh", "CN", "Duy trì"],
        ],
    )
    understood = understand_file(path, UNITS)

    assert read_facts(path) == [A, B]
    assert (understood.unit.id, understood.year, understood.problems) == ("p", 2026, ())
    assert [row.row for row in understood.rows] == [3, 5]


def test_word_table_with_merged_cells_and_legacy_font(tmp_path):
    document = docx.Document()
    document.styles["Normal"].font.name = ".VnTime"
    document.styles["Normal"].font.size = Pt(13)
    table = document.add_table(4, 5)
    texts = [
        ["TT", "Tªn m« h×nh", "LÜnh vùc", "§èi t\xadîng", ""],
        ["", "", "", "TT", "CN"],
        ["1", "§\xadêng hoa", "Kinh tÕ", "x", ""],
        ["2", "Camera an ninh", "", "", "x"],
    ]
    for row, line in enumerate(texts):
        for column, text in enumerate(line):
            table.cell(row, column).text = text
    for column in range(3):
        table.cell(0, column).merge(table.cell(1, column))
    table.cell(0, 3).merge(table.cell(0, 4))
    table.cell(2, 2).merge(table.cell(3, 2))
    document.save(tmp_path / "xa-yen-phong.docx")

    assert [fact[:3] for fact in read_facts(tmp_path / "xa-yen-phong.docx")] == [
        ("Đường hoa", "KT", "collective"),
        ("Camera an ninh", "KT", "individual"),
    ]


def test_letterhead_in_a_table_of_its_own(tmp_path):
    document = docx.Document()
    letterhead = document.add_table(1, 2)
    letterhead.cell(0, 0).text = "ĐẢNG BỘ HUYỆN YÊN MÔ\nĐẢNG ỦY XÃ YÊN PHÚ"
    letterhead.cell(0, 1).text = "ĐẢNG CỘNG SẢN VIỆT NAM"
    document.add_paragraph("DANH SÁCH NĂM 2026")
    table = document.add_table(2, 3)
    for row, line in enumerate((["TT", "Tên mô hình", "Lĩnh vực"], ["1", "Đường hoa", "KT"])):
        for column, text in enumerate(line):
            table.cell(row, column).text = text
    document.save(tmp_path / "ds.docx")

    assert understand_file(tmp_path / "ds.docx", UNITS).unit.id == "u"


def test_notes_column_that_holds_the_kind(tmp_path):
    path = write_xlsx(
        tmp_path / "xa-yen-phong.xlsx",
        [
            ("TT", "Tên mô hình", "Lĩnh vực", "Đối tượng", "Ghi chú"),
            (1, "Đường hoa", "KT", "TT", "đăng ký mới"),
            (2, "Vườn rau", "KT", "TT", "mô hình nhân rộng của xã"),
        ],
    )

    assert [fact[3] for fact in read_facts(path)] == ["new", "replicate"]
    assert codes(path) == [("KIND_GUESSED", 3, "E")]


def test_column_that_a_person_corrected_is_believed(tmp_path):
    path = write_xlsx(
        tmp_path / "xa-yen-phong.xlsx",
        [("TT", "Tên mô hình", "Việc cụ thể", "Lĩnh vực"), (1, "Đường hoa", "Trồng hoa", "KT")],
    )
    understood = understand_file(path, UNITS, 2026, chosen_roles={("Sheet1", 2): "content"})

    assert understood.rows[0].content == "Trồng hoa"


def test_list_of_a_district_names_the_unit_in_each_row(tmp_path):
    path = write_xlsx(
        tmp_path / "tong-hop.xlsx",
        [
            ("TT", "Đơn vị đăng ký", "Tên mô hình", "Lĩnh vực", "Đối tượng", "Loại"),
            (1, "Xã Yên Phong", "Đường hoa", "KT", "TT", "Mới"),
            (2, "UBND xã Yên Phú", "Vườn rau", "KT", "TT", "Mới"),
            (3, "Xã Yên Lạ", "Nhà sạch", "KT", "TT", "Mới"),
        ],
    )
    rows = understand_file(path, UNITS, 2026).rows

    assert [row.unit_id for row in rows] == ["p", "u", None]
    assert codes(path) == [("UNIT_ROW_UNKNOWN", 4, "B")]


def test_file_without_a_list_says_so(tmp_path):
    path = write_xlsx(tmp_path / "xa-yen-phong.xlsx", [("Kính gửi",), ("Đề nghị gửi sớm",)])

    assert codes(path) == [("NO_TABLE", None, None)]


NAMES = st.text(
    st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạéèẻẽẹ 0123456789,-“”"),
    min_size=3,
    max_size=60,
).filter(lambda name: name.strip(" ,-“”").strip() and sum(map(str.isalpha, name)) > 2)


@given(st.lists(NAMES, min_size=1, max_size=12), st.permutations(range(1, 5)))
def test_every_numbered_row_is_one_model_in_any_order_of_columns(tmp_path_factory, names, order):
    columns = [0, *order]
    lines = [HEADER, *((n, name, "KT", "TT", "Mới") for n, name in enumerate(names, start=1))]
    folder = tmp_path_factory.mktemp("any")
    path = write_xlsx(folder / "a.xlsx", [[line[c] for c in columns] for line in lines])

    assert [fact[1:] for fact in read_facts(path)] == [A[1:]] * len(names)
