"""Kinds of mess that the benchmark of the reader brought to light, each as small as it goes."""

import datetime as dt

import openpyxl
import pytest
from intake_builders import HEADER, UNITS, WORDS, read_facts, readable, tables_of, write_xlsx

from dvk_desktop.exchange.intake.decode import decode_sheet, makes_sense
from dvk_desktop.exchange.intake.grid import Sheet, Span
from dvk_desktop.exchange.intake.intake import understand_file
from dvk_desktop.exchange.intake.understand import understand_columns
from dvk_desktop.exchange.intake.vocabulary import Role

WIDE = ("TT", "Tên mô hình", "Đơn vị chủ trì", "Nội dung", "Ngày đăng ký")


def roles(rows, merges=()) -> list[tuple[Role | None, str | None]]:
    (table,) = tables_of(rows, merges)
    return [(guess.role, guess.detail) for guess in understand_columns(table, WORDS)]


@pytest.mark.parametrize(
    "row",
    [
        ("5.", "Mô hình: Trồng chuối", "Chi bộ thôn Đông", "Phối hợp với trạm y tế", "5/3/2026"),
        (None, "Mô hình “Đường hoa”", "Chi hội Phụ nữ", "Phối hợp với trạm y tế", None),
        (None, "Mô hình “5K”", "Chi bộ", "Nội dung", None),
        (None, "Công trình thắp sáng ngõ 12", "Chi bộ thôn Hạ", "Mục tiêu sạch đẹp", None),
    ],
)
def test_a_model_that_begins_like_headers_starts_no_table(row):
    (table,) = tables_of([WIDE, (1, "Vườn mẫu", "Chi hội Phụ nữ", "Trồng rau", None), row])

    assert list(table.body) == [1, 2]


def test_another_header_below_starts_another_table():
    other = ("STT", "Tên công trình, phần việc", "Địa chỉ")
    tables = tables_of([HEADER, (1, "Vườn mẫu"), (), other, (1, "Đường hoa", "Thôn Hạ")])

    assert [table.header_top for table in tables] == [0, 3]


def test_words_shortened_with_a_dot_are_no_numbered_headings():
    assert [WORDS.subject(text) for text in ("T.thể", "C.nhân", "A. Tập thể", "B. Cá nhân")] == [
        "collective",
        "individual",
    ] * 2


def test_repeated_headers_and_signatures_do_not_speak_against_crosses():
    header = [("TT", "Tên mô hình", "Loại đăng ký", None), (None, None, "Mới", "Duy trì")]
    rows = [
        *header, ("(1)", "(2)", "(3)", "(4)"), (1, "Đường hoa", None, "x"), *header,
        (2, "Vườn mẫu", "x", None), (None, None, None, "BÍ THƯ"), (None, None, None, "Lê Thúy"),
    ]  # fmt: skip
    merges = [Span(top, 2, top, 3) for top in (0, 4)]

    assert roles(rows, merges)[2:] == [(Role.KIND_MARK, "new"), (Role.KIND_MARK, "maintain")]


def test_crossed_columns_may_stand_first_without_merged_cells():
    rows = [("Đối tượng", None, "Tên mô hình", "Địa chỉ"), ("TT", "CN", None, None)]

    assert roles([*rows, ("x", None, "Đường hoa", "Thôn Hạ"), (None, "x", "Vườn", "Thôn Hạ")]) == [
        (Role.SUBJECT_MARK, "collective"),
        (Role.SUBJECT_MARK, "individual"),
        (Role.NAME, None),
        (Role.ADDRESS, None),
    ]


def test_title_of_a_later_table_holds_for_the_subjects_below_it(tmp_path):
    header = ("TT", "Tên mô hình", "Loại đăng ký")
    rows = [
        ("1. Lĩnh vực Kinh tế",), header, ("A. Tập thể",), (1, "Trồng nấm", "Mới"),
        ("2. Lĩnh vực Nông thôn mới",), header, ("A. Tập thể",), (2, "Đường hoa", "Mới"),
        ("B. Cá nhân",), (3, "Vườn mẫu", "Mới"),
    ]  # fmt: skip

    assert read_facts(write_xlsx(tmp_path / "a.xlsx", rows)) == [
        ("Trồng nấm", "KT", "collective", "new"),
        ("Đường hoa", "NTM", "collective", "new"),
        ("Vườn mẫu", "NTM", "individual", "new"),
    ]


def test_an_empty_group_holds_for_nothing_below(tmp_path):
    rows = [
        ("TT", "Tên mô hình", "Loại đăng ký"), ("A", "Mô hình tập thể"), ("I", "Kinh tế"),
        (1, "Trồng nấm", "Mới"), ("II", "Quốc phòng - an ninh"), ("B", "Mô hình cá nhân"),
        ("I", "Kinh tế"), (2, "Nuôi ong", "Mới"),
    ]  # fmt: skip

    assert read_facts(write_xlsx(tmp_path / "a.xlsx", rows)) == [
        ("Trồng nấm", "KT", "collective", "new"),
        ("Nuôi ong", "KT", "individual", "new"),
    ]


def test_a_header_too_short_for_its_encoding_is_known_by_its_words():
    rows = [("TT", "Tªn m« h×nh", "Sè hé"), (1, "C©u l¹c bé n«ng d©n tù qu¶n", 45)]

    assert roles(rows)[1:] == [(Role.NAME, None), (Role.PEOPLE_COUNT, None)]


def test_a_cell_is_read_in_another_encoding_of_its_sheet():
    rows = [
        ["C©u l¹c bé n«ng d©n", "Caâu laïc boä noâng daân", "1.250 hoä"],
        ["Tæ hîp t¸c trång nÊm", "Nhoùm hoä lieân keát", "12 ng\xadêi"],
        ["Toå hôïp taùc troàng naám", "Trồng nấm", "45"],
    ]

    assert [row[0] for row in decode_sheet(Sheet("a", rows)).texts][2] == "Tổ hợp tác trồng nấm"
    assert [row[2] for row in readable(rows).texts] == ["1.250 hộ", "12 người", "45"]


def test_abbreviations_make_sense():
    assert [makes_sense(text) for text in ("ĐK mới", "§K míi", "QĐ")] == [True, False, True]


def test_a_name_header_may_carry_remarks():
    for header in ("Mô hình (ghi rõ tên)", 'Tên mô hình "Dân vận khéo"\nđăng ký năm 2026'):
        (table,) = tables_of([("TT", header, "Địa chỉ", "SĐT (di động)"), (1, "Vườn", "Thôn Hạ")])
        columns = understand_columns(table, WORDS)
        assert [column.role for column in columns][1::2] == [Role.NAME, Role.CONTACT_PHONE]


def test_counts_under_a_total_do_not_speak_against_words():
    rows = [
        ("Tên mô hình", "Tập thể/cá nhân", "Đơn vị thực hiện"),
        ("Trồng nấm", "TT", "Chi bộ"), ("Tổng số", 1),
    ]  # fmt: skip

    assert roles(rows)[1] == (Role.SUBJECT_TYPE, None)


def read_rows(tmp_path, rows, **options):
    path = write_xlsx(tmp_path / "a.xlsx", rows, **options)
    return understand_file(path, UNITS, 2026)


def test_ditto_marks_stand_for_what_is_above(tmp_path):
    found = read_rows(
        tmp_path,
        [
            ("TT", "Tên mô hình", "Lĩnh vực", "Địa chỉ", "Ngày đăng ký", "Ghi chú"),
            (1, "Trồng nấm", "KT", "Thôn Hạ", "5/3/2026", "-"),
            (2, "Nuôi ong", "nt", '"', "-nt-", "như trên"),
            (3, "Đường hoa", "VHXH", "Thôn Đông", "", ""),
            (4, "Vườn mẫu", "”", "''", "", ""),
        ],
    )

    assert [(row.sector_code, row.address, row.note) for row in found.rows] == [
        ("KT", "Thôn Hạ", "-"),
        ("KT", "Thôn Hạ", "-"),
        ("VHXH", "Thôn Đông", ""),
        ("VHXH", "Thôn Đông", ""),
    ]
    assert [row.registered_on for row in found.rows][:2] == [dt.date(2026, 3, 5)] * 2


def test_ditto_marks_below_a_hidden_row_stand_for_what_it_says(tmp_path):
    path = write_xlsx(
        tmp_path / "a.xlsx",
        [
            ("TT", "Tên mô hình", "Đối tượng", "Địa chỉ"),
            (1, "Trồng nấm", "TT", "Thôn Hạ"), (2, "Nuôi ong", "CN", "Thôn Đông"),
            ("II. Lĩnh vực Kinh tế",), (3, "Đường hoa", "nt", "nt"),
        ],
    )  # fmt: skip
    book = openpyxl.load_workbook(path)
    book.active.row_dimensions[3].hidden = True
    book.save(path)
    rows = understand_file(path, UNITS, 2026).rows

    assert [(row.name, row.subject_type, row.address) for row in rows] == [
        ("Trồng nấm", "collective", "Thôn Hạ"),
        ("Đường hoa", "individual", "Thôn Đông"),
    ]


def test_a_word_too_short_for_its_encoding_is_known_by_its_meaning(tmp_path):
    found = read_rows(
        tmp_path,
        [
            ("TT", "Tên mô hình", "Đối tượng", "Số hộ"),
            (1, "C©u l¹c bé n«ng d©n tù qu¶n", "Hé", "12 hé"),
            (2, "Tæ hîp t¸c trång nÊm", "TËp thÓ", "1.250"),
        ],
    )

    assert [(row.subject_type, row.people_count) for row in found.rows] == [
        ("household", 12),
        ("collective", 1250),
    ]


def test_a_cell_that_reads_both_ways_is_told_in_a_mixed_column(tmp_path):
    found = read_rows(
        tmp_path,
        [
            ("TT", "Tên mô hình", "Người phụ trách"),
            (1, "Toå hôïp taùc troàng naám rôm", "NguyÔn ThÞ Hßa"),
            (2, "Toå töï quaûn ñöôøng bieân", "Nguyễn Thị Hòa"),
            (3, "Daïy bôi mieãn phí cho treû em", "Vò ý"),
        ],
    )

    assert [(p.row, p.column) for p in found.problems if p.code == "ENCODING_UNCLEAR"] == [(4, "C")]


def test_a_soft_hyphen_beside_a_digit_or_alone_is_no_letter():
    rows = [["C©u l¹c bé n«ng d©n tù qu¶n", "09265\xad80202"], ["\xad¬m mÇm", "\xad-"]]

    assert [row[1] for row in readable(rows).texts] == ["0926580202", "-"]
    assert readable(rows).texts[1][0] == "ươm mầm"
