"""Kinds of mess that the benchmark of the reader brought to light, each as small as it goes."""

import pytest
from intake_builders import HEADER, WORDS, read_facts, readable, tables_of, write_xlsx

from dvk_desktop.exchange.intake.decode import decode_sheet, makes_sense
from dvk_desktop.exchange.intake.grid import Sheet, Span
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
