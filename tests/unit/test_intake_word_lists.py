"""Word documents: lists without a table, numbers that Word counts, cells merged both ways."""

import docx
import pytest
from intake_builders import UNITS, facts, read_facts

from dvk_desktop.exchange.intake.errors import DamagedFileError
from dvk_desktop.exchange.intake.intake import understand_file
from dvk_desktop.exchange.intake.text_lines import label_of, parts_of

TITLE = ("XÃ YÊN PHONG", "DANH SÁCH MÔ HÌNH DÂN VẬN KHÉO NĂM 2026")
A = ("Đường hoa", "KT", "collective", "new")
B = ("Camera an ninh", "QPAN", "individual", "maintain")


def write(path, lines, title=TITLE):
    document = docx.Document()
    for line in (*title, *lines):
        document.add_paragraph(line)
    document.save(path)
    return path


def read(tmp_path, *lines):
    return understand_file(write(tmp_path / "a.docx", lines), UNITS, 2026)


def codes(found):
    return [problem.code for problem in found.problems if problem.is_error]


def test_labelled_items_under_group_headings(tmp_path):
    found = read(
        tmp_path,
        "I. Lĩnh vực Kinh tế",
        "1. Mô hình: Đường hoa",
        "- Đơn vị thực hiện: Chi hội Phụ nữ",
        "- Đối tượng: Tập thể",
        "- Loại đăng ký: Mới",
        "- Nội dung: Trồng hoa hai bên đường;",
        "+ mỗi hộ một đoạn.",
        "II. Quốc phòng - an ninh",
        "2. Mô hình: Camera an ninh",
        "- Đối tượng: Cá nhân",
        "- Loại đăng ký: Duy trì",
        "Nơi nhận:",
        "- Như trên;",
        "TM. ĐẢNG ỦY",
    )

    assert [facts(row) for row in found.rows] == [A, B]
    assert [row.lead_body for row in found.rows] == ["Chi hội Phụ nữ", ""]
    assert found.rows[0].content == "Trồng hoa hai bên đường;\nmỗi hộ một đoạn."
    assert (found.unit.id, found.year, codes(found)) == ("p", 2026, [])


def test_each_branch_with_its_models_in_nested_numbers(tmp_path):
    found = read(
        tmp_path,
        "1. Chi bộ thôn Đông",
        "1.1. Đường hoa",
        "- Lĩnh vực: KT",
        "1.2. Vườn mẫu",
        "- Lĩnh vực: KT",
        "2. Chi hội Nông dân",
        "2.1. Nuôi ong",
        "- Lĩnh vực: NTM",
    )

    assert [(row.name, row.lead_body, row.sector_code) for row in found.rows] == [
        ("Đường hoa", "Chi bộ thôn Đông", "KT"),
        ("Vườn mẫu", "Chi bộ thôn Đông", "KT"),
        ("Nuôi ong", "Chi hội Nông dân", "NTM"),
    ]


def test_letters_below_sectors(tmp_path):
    found = read(
        tmp_path,
        "1. Lĩnh vực kinh tế",
        "a) Đường hoa - Chi hội Phụ nữ - Tập thể",
        "b) Vườn mẫu - Ông Lê Văn Ba - Cá nhân",
        "2. Lĩnh vực quốc phòng - an ninh",
        "a) Camera an ninh - Chi bộ thôn Hạ - Tập thể",
    )

    assert [(r.name, r.lead_body, r.sector_code, r.subject_type) for r in found.rows] == [
        ("Đường hoa", "Chi hội Phụ nữ", "KT", "collective"),
        ("Vườn mẫu", "Ông Lê Văn Ba", "KT", "individual"),
        ("Camera an ninh", "Chi bộ thôn Hạ", "QPAN", "collective"),
    ]


def test_a_dash_inside_a_name_does_not_split_it(tmp_path):
    found = read(tmp_path, "1. Sáng - xanh - sạch - đẹp", "2. Đường hoa", "3. Tiếng kẻng an ninh")

    assert [row.name for row in found.rows] == [
        "Sáng - xanh - sạch - đẹp",
        "Đường hoa",
        "Tiếng kẻng an ninh",
    ]


def test_a_part_that_is_left_out_does_not_stay_in_the_name(tmp_path):
    found = read(
        tmp_path,
        "1. Đường hoa - Chi hội Phụ nữ - Tập thể",
        "2. Vườn mẫu - Chi bộ thôn Hạ",
        "3. Nuôi ong - Chi hội Nông dân - Cá nhân",
        "4. Câu lạc bộ hát Then - Đàn tính",
    )

    assert [(row.name, row.lead_body, row.subject_type) for row in found.rows] == [
        ("Đường hoa", "Chi hội Phụ nữ", "collective"),
        ("Vườn mẫu", "Chi bộ thôn Hạ", None),
        ("Nuôi ong", "Chi hội Nông dân", "individual"),
        ("Câu lạc bộ hát Then - Đàn tính", "", None),
    ]


def test_a_title_with_a_label_is_no_model(tmp_path):
    lines = ["Đơn vị: Xã Yên Phong", "DANH SÁCH", "1. Mô hình: Đường hoa", "2. Mô hình: Nuôi ong"]
    found = understand_file(write(tmp_path / "a.docx", lines, title=()), UNITS, 2026)

    assert (found.unit.id, [row.name for row in found.rows]) == ("p", ["Đường hoa", "Nuôi ong"])


def test_labels_on_one_line(tmp_path):
    found = read(
        tmp_path,
        "1. Tên mô hình: “Sáng - xanh”; Đơn vị: Chi hội Phụ nữ; Lĩnh vực: KT",
        "2. Tên mô hình: Nuôi ong; Đơn vị: Chi bộ thôn Hạ; Lĩnh vực: NTM",
    )

    assert [(r.name, r.lead_body, r.sector_code) for r in found.rows] == [
        ("Sáng - xanh", "Chi hội Phụ nữ", "KT"),
        ("Nuôi ong", "Chi bộ thôn Hạ", "NTM"),
    ]


def test_columns_parted_by_tabs(tmp_path):
    path = write(
        tmp_path / "a.docx",
        [
            "TT\tTên mô hình\tLĩnh vực\tĐối tượng\tLoại",
            "1\tĐường hoa\tKT\tTập thể\tMới",
            "2\tCamera an ninh\tQPAN\tCá nhân\tDuy trì",
        ],
    )

    assert read_facts(path) == [A, B]


def test_a_letter_and_a_report_are_no_lists(tmp_path):
    found = read(
        tmp_path,
        "1. Thực hiện Công văn số 12 của Ban Dân vận, Đảng ủy xã đã triển khai đến các chi bộ và "
        "đoàn thể việc đăng ký mô hình; đến nay có 12 chi bộ tham gia, các mô hình đều thiết thực, "
        "được nhân dân đồng tình hưởng ứng và tham gia tích cực trong cả năm vừa qua.",
        "2. Khó khăn.",
    )

    assert found.rows == ()


def test_what_cannot_be_placed_is_told(tmp_path):
    found = read(tmp_path, "1. Đường hoa", "2. Nuôi ong", "Các chi bộ khác chưa đăng ký")

    assert len(found.rows) == 2
    assert "ROW_UNCLEAR" in [problem.code for problem in found.problems]


def test_numbers_that_word_counts_are_numbers(tmp_path):
    document = docx.Document()
    for line in TITLE:
        document.add_paragraph(line)
    for line in ("Đường hoa", "Nuôi ong", "Vườn mẫu"):
        document.add_paragraph(line, style="List Number")
    document.save(tmp_path / "a.docx")

    found = understand_file(tmp_path / "a.docx", UNITS, 2026)
    assert [row.name for row in found.rows] == ["Đường hoa", "Nuôi ong", "Vườn mẫu"]


def table_of(document, rows):
    table = document.add_table(len(rows), max(map(len, rows)))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    return table


def test_a_column_of_counted_numbers(tmp_path):
    document = docx.Document()
    table = table_of(
        document,
        [
            ("TT", "Tên mô hình", "Lĩnh vực", "Đối tượng", "Loại"),
            ("", "Đường hoa", "KT", "Tập thể", "Mới"),
            ("", "Camera an ninh", "QPAN", "Cá nhân", "Duy trì"),
        ],
    )
    for row in (1, 2):
        table.cell(row, 0).paragraphs[0].style = document.styles["List Number"]
    document.save(tmp_path / "xa-yen-phu.docx")
    found = understand_file(tmp_path / "xa-yen-phu.docx", UNITS, 2026)

    assert [facts(row) for row in found.rows] == [A, B]
    assert [row.raw["TT"] for row in found.rows] == ["1.", "2."]


def test_counted_paragraphs_inside_a_cell_keep_their_numbers(tmp_path):
    document = docx.Document()
    table = table_of(
        document,
        [("TT", "Tên mô hình", "Nội dung"), ("1", "Đường hoa", "Trồng hoa"), ("2", "Vườn", "Cây")],
    )
    cell = table.cell(1, 2)
    cell.add_paragraph("Tưới hoa")
    for paragraph in cell.paragraphs:
        paragraph.style = document.styles["List Number"]
    document.save(tmp_path / "xa-yen-phu.docx")

    rows = understand_file(tmp_path / "xa-yen-phu.docx", UNITS, 2026).rows
    assert [row.content for row in rows] == ["1. Trồng hoa\n2. Tưới hoa", "Cây"]


def test_cells_merged_across_and_down(tmp_path):
    document = docx.Document()
    rows = [
        ("TT", "Tên mô hình", "Đối tượng", "", "Lĩnh vực", "Nội dung"),
        ("", "", "Tập thể", "Cá nhân", "", ""),
        ("1", "Đường hoa", "x", "", "KT", "Trồng hoa"),
        ("2", "Nuôi ong", "", "x", "", "Lấy mật"),
        ("", "", "", "", "", "Bán mật"),
    ]
    table = table_of(document, rows)
    for first, last in (((0, 2), (0, 3)), ((0, 0), (1, 0)), ((0, 1), (1, 1)), ((2, 4), (4, 4)),
                        ((3, 1), (4, 1)), ((3, 0), (4, 0))):  # fmt: skip
        table.cell(*first).merge(table.cell(*last))
    document.save(tmp_path / "xa-yen-phu.docx")

    found = understand_file(tmp_path / "xa-yen-phu.docx", UNITS, 2026)
    assert [(r.name, r.sector_code, r.subject_type, r.content) for r in found.rows] == [
        ("Đường hoa", "KT", "collective", "Trồng hoa"),
        ("Nuôi ong", "KT", "individual", "Lấy mật\nBán mật"),
    ]


def test_several_tables_with_a_heading_above_each(tmp_path):
    document = docx.Document()
    for heading, name in (("I. Lĩnh vực Kinh tế", "Đường hoa"), ("II. QP-AN", "Camera an ninh")):
        document.add_paragraph(heading)
        table_of(document, [("TT", "Tên mô hình", "Đối tượng", "Loại"), ("1", name, "TT", "Mới")])
    document.save(tmp_path / "xa-yen-phu.docx")

    assert [fact[:2] for fact in read_facts(tmp_path / "xa-yen-phu.docx")] == [
        ("Đường hoa", "KT"),
        ("Camera an ninh", "QPAN"),
    ]


def test_breaks_inside_quotes_part_nothing_and_a_lone_quote_parts_as_none():
    assert parts_of("“Sạch nhà; đẹp ngõ” – KT; Tập thể") == ["“Sạch nhà; đẹp ngõ”", "KT", "Tập thể"]
    assert parts_of('Ống 5" ; dài | “hở – lẻ') == ['Ống 5"', "dài", "“hở", "lẻ"]
    assert parts_of(" ; – ;") == []


def test_a_line_of_megabytes_is_parted_in_one_pass():
    count = 200_000

    assert len(parts_of("a; " * count + "“")) == count + 1
    assert parts_of(" " * count + "“" * count) == ["“" * count]
    assert label_of(" " * count + "Tên mô hình: Đường hoa").value == "Đường hoa"


def test_a_cell_said_to_be_billions_wide_is_damage(tmp_path):
    document = docx.Document()
    row = document.add_table(rows=1, cols=2).rows[0]
    row.cells[0]._tc.grid_span = 2_000_000_000
    document.save(tmp_path / "a.docx")

    with pytest.raises(DamagedFileError):
        understand_file(tmp_path / "a.docx", UNITS, 2026)
