"""Each step of the pipeline alone, on small grids."""

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake_builders import HEADER, UNITS, WORDS, readable, sheet_of, tables_of

from dvk_desktop.domain.terms import RegistrationKind, SubjectType
from dvk_desktop.exchange.intake.cell_values import area_of, count_of, days_of, money_of
from dvk_desktop.exchange.intake.choices import Filled, Question, choose
from dvk_desktop.exchange.intake.decode import decode_sheet, plain_text
from dvk_desktop.exchange.intake.grid import (
    Cell,
    FileKind,
    Place,
    Sheet,
    SourceFile,
    Span,
    column_letters,
)
from dvk_desktop.exchange.intake.group_headings import Context
from dvk_desktop.exchange.intake.intake import understand_source
from dvk_desktop.exchange.intake.read_csv import separator_of
from dvk_desktop.exchange.intake.recognise_unit import (
    KnownUnit,
    KnownUnits,
    recognise_unit,
    recognise_year,
)
from dvk_desktop.exchange.intake.row_looks import (
    goes_on,
    heading_style,
    is_column_numbers,
    is_ordinal,
    is_signature,
    is_total,
)
from dvk_desktop.exchange.intake.rows import RowKind, sort_rows
from dvk_desktop.exchange.intake.understand import ColumnGuess, understand_columns
from dvk_desktop.exchange.intake.value_words import DEFAULT_SECTORS, mark_of, strip_numbering
from dvk_desktop.exchange.intake.vocabulary import Role
from dvk_desktop.exchange.intake.xlsx_looks import column_index

SAMPLE = Path(__file__).parents[2] / "resources/samples/yen-mo-2017"


@given(st.integers(0, 16_383))
def test_letters_of_columns_go_both_ways(column):
    assert column_index(column_letters(column)) == column


def test_cell_outside_the_used_area_is_empty():
    sheet = Sheet("a", [["x"]], fonts={Place(0, 0): ".VnTime"})

    assert [sheet.cell(0, 0), sheet.cell(0, 5), sheet.cell(9, 0)] == [
        Cell("x", ".VnTime"),
        Cell(None),
        Cell(None),
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (3.0, "3"), (2.5, "2.5"), (True, "x"), (dt.date(2026, 3, 5), "05/03/2026")],
)
def test_values_as_a_person_would_write_them(value, text):
    assert plain_text(value) == text


def test_columns_are_decoded_one_by_one():
    sheet = decode_sheet(
        sheet_of(
            [
                ["§\xadêng hoa thay cá d¹i", "Ñöôøng hoa thay coû daïi", "Ê-đê, à la carte"],
                ["C©u l¹c bé n«ng d©n", "Caâu laïc boä noâng daân", "Nông dân"],
            ]
        )
    )

    assert sheet.texts == [
        ["Đường hoa thay cỏ dại", "Đường hoa thay cỏ dại", "Ê-đê, à la carte"],
        ["Câu lạc bộ nông dân", "Câu lạc bộ nông dân", "Nông dân"],
    ]
    assert sheet.encodings == {0: "tcvn3", 1: "vni"}


def test_encodings_mixed_in_one_column_are_judged_cell_by_cell():
    rows = [["C©u l¹c bé n«ng d©n tù qu¶n"], ["Câu lạc bộ nông dân tự quản"]] * 3

    assert decode_sheet(sheet_of(rows)).texts == [["Câu lạc bộ nông dân tự quản"]] * 6


@given(st.lists(st.text(st.sampled_from("aàảãáạăâđêôơư ABCĐỦỤ0123"), max_size=30), max_size=8))
def test_unicode_text_is_only_cleaned(texts):
    decoded = [row[0] for row in readable([[text] for text in texts]).texts]

    assert decoded == [" ".join(text.split()) for text in texts]


NAMES = [
    row["name"]
    for row in json.loads((SAMPLE / "expected.json").read_text("utf-8"))["registrations"]
]


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5))
def test_unicode_columns_stay_as_they_are_beside_legacy_ones(names):
    rows = [["C©u l¹c bé n«ng d©n tù qu¶n", name, word] for name in names for word in name.split()]

    decoded = decode_sheet(sheet_of(rows)).texts
    assert [row[1:] for row in decoded] == [row[1:] for row in rows]


def test_text_that_reads_both_ways_is_told():
    rows = [["C©u l¹c bé n«ng d©n tù qu¶n"], ["Tæ hîp t¸c"], ["Phó Lín"], ["Th«n §«ng"]]
    sheet = decode_sheet(sheet_of(rows))

    assert (sheet.texts[2], sheet.doubtful) == (["Phú Lớn"], {Place(2, 0)})


def test_header_of_two_rows_and_its_title():
    rows = [
        ["DANH SÁCH NĂM 2026"],
        ["TT", "Tên mô hình", "Đối tượng", None],
        [None, None, "TT", "CN"],
        [1, "Đường hoa", "x", None],
    ]
    merges = [Span(1, 0, 2, 0), Span(1, 1, 2, 1), Span(1, 2, 1, 3)]
    (table,) = tables_of(rows, merges)

    assert (table.title_lines, table.header_top, table.header_bottom) == (
        ["DANH SÁCH NĂM 2026"],
        1,
        2,
    )
    assert [header.path for header in table.headers] == [
        ("TT",),
        ("Tên mô hình",),
        ("Đối tượng", "TT"),
        ("Đối tượng", "CN"),
    ]


def test_group_labels_above_the_header_belong_to_it():
    rows = [
        ["DANH SÁCH"],
        [None, None, "Lĩnh vực", None, "Ghi chú chung"],
        ["TT", "Tên mô hình", "KT", "VHXH", "Loại đăng ký"],
        [1, "Đường hoa", "x", None, "Mới"],
    ]
    (table,) = tables_of(rows, [Span(1, 2, 1, 3)])

    assert (table.header_top, table.headers[2].path) == (1, ("Lĩnh vực", "KT"))


@pytest.mark.parametrize(
    "rows",
    [
        [["Kính gửi các đơn vị", "Mô hình"]],
        [["STT", "Họ tên", "Chức vụ"], [1, "Nguyễn Văn An", "Bí thư"]],
        [[1, "Tên mô hình", "Lĩnh vực"]],
        [],
        [[]],
    ],
)
def test_rows_that_are_no_header(rows):
    assert tables_of(rows) == []


def roles(*rows: object) -> list[tuple[Role | None, str | None]]:
    (table,) = tables_of(rows)
    return [(guess.role, guess.detail) for guess in understand_columns(table, WORDS)]


def test_the_surer_column_gets_the_role():
    assert roles(
        ("TT", "Nội dung mô hình", "Tên mô hình", "Đối tượng", "Loại"),
        (1, "Trồng hoa ven đường", "Đường hoa", "Hội viên phụ nữ", "Mới"),
    ) == [
        (Role.ORDINAL, None),
        (Role.CONTENT, None),
        (Role.NAME, None),
        (None, None),
        (Role.KIND, None),
    ]


def test_tt_is_a_number_or_a_subject_by_its_cells():
    assert roles(
        ("TT", "Tên mô hình", "TT", "CN"), (1, "Đường hoa", "x", None), (2, "Vườn", None, "x")
    ) == [
        (Role.ORDINAL, None),
        (Role.NAME, None),
        (Role.SUBJECT_MARK, "collective"),
        (Role.SUBJECT_MARK, "individual"),
    ]


def test_column_without_header_is_understood_by_its_cells():
    assert roles(("TT", "Tên mô hình", ""), (1, "Đường hoa", "KT"), (2, "Vườn", "VHXH"))[2] == (
        Role.SECTOR,
        None,
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("KT", "KT"),
        ("PT kinh tế", "KT"),
        ("Văn hoá - xã hội", "VHXH"),
        ("AN-QP", "QPAN"),
        ("II. Lĩnh vực xây dựng Đảng, hệ thống chính trị (5 mô hình)", "HTCT"),
        ("Xây dựng NTM", "NTM"),
        ("Kinh tế - xã hội", None),
        ("", None),
    ],
)
def test_words_for_sectors(text, code):
    assert WORDS.sector(text) == code


def test_words_for_subject_and_kind():
    assert [WORDS.subject(text) for text in ("TT", "B. CÁ NHÂN", "Hộ gia đình", "Nhóm")] == [
        SubjectType.COLLECTIVE,
        SubjectType.INDIVIDUAL,
        SubjectType.HOUSEHOLD,
        None,
    ]
    kinds = ("ĐK mới", "Giữ vững", "Tiếp tục duy trì", "Nhân rộng", "duy trì, nhân rộng")
    assert [WORDS.kind_within(text) for text in kinds] == [
        RegistrationKind.NEW,
        RegistrationKind.MAINTAIN,
        RegistrationKind.MAINTAIN,
        RegistrationKind.REPLICATE,
        None,
    ]


def test_marks():
    texts = ("x", "X", " ✓", "1", "có", "", "-", "không", "?", "năm trước")
    assert [mark_of(text) for text in texts] == [True] * 5 + [False] * 3 + [None] * 2


def test_numbering_and_counts_of_headings_are_dropped():
    texts = ("II. Kinh tế (5 mô hình)", "A - TẬP THỂ", "1.2. Kinh tế:", "3 sạch", "5")
    assert [strip_numbering(text) for text in texts] == [
        "Kinh tế",
        "TẬP THỂ",
        "Kinh tế:",
        "3 sạch",
        "5",
    ]


def test_looks_of_rows():
    assert [is_ordinal(text) for text in ("1", "01.", "(3)", "1.1", "I", "1 hộ")] == [
        *[True] * 4,
        *[False] * 2,
    ]
    assert [heading_style(text) for text in ("II", "A", "3", "Kinh tế")] == [
        "roman",
        "letter",
        "number",
        None,
    ]
    assert [is_total([t]) for t in ("Tổng cộng: 5 mô hình", "Cộng", "Cổng trường an toàn")] == [
        True,
        True,
        False,
    ]
    assert is_column_numbers(["(1)", "(2)", "(3)"])
    assert [is_signature([t]) for t in ("T/M BAN THƯỜNG VỤ", "Thu gom rác thải")] == [True, False]
    assert [goes_on("Vận động", "hiến đất"), goes_on("Đường hoa", "Vườn rau")] == [True, False]


def test_rows_are_sorted_by_what_they_are():
    (table,) = tables_of(
        [
            HEADER,
            ["I", "Lĩnh vực kinh tế"],
            [1, "Đường hoa", None, "TT", "Mới"],
            [],
            [None, "Tổng cộng: 1"],
            [None, None, None, "PHÓ BÍ THƯ"],
        ]
    )
    columns = understand_columns(table, WORDS)
    found = sort_rows(table, columns, WORDS, Context())

    assert list(found.kinds.values()) == [
        RowKind.GROUP,
        RowKind.MODEL,
        RowKind.EMPTY,
        RowKind.TOTAL,
        RowKind.END,
    ]
    assert [(model.row, model.context.sector) for model in found.models] == [(2, "KT")]


SECTOR = Question("SECTOR", WORDS.sector, WORDS.sector_within)
COLUMN = ColumnGuess(2, "Lĩnh vực", Role.SECTOR, 1.0)


@pytest.mark.parametrize(
    ("text", "above", "value", "codes"),
    [
        ("KT", None, "KT", []),
        ("", "KT", "KT", []),
        ("", None, None, ["SECTOR_MISSING"]),
        ("QPAN", "KT", "QPAN", ["SECTOR_DIFFERS"]),
        ("Phát triển kinh tế vườn đồi", None, "KT", ["SECTOR_GUESSED"]),
        ("Khác", "KT", None, ["SECTOR_UNKNOWN"]),
    ],
)
def test_choice_between_cell_and_heading(text, above, value, codes):
    choice = choose(SECTOR, Filled(COLUMN, text), [], above)

    assert (choice.value, [remark.code for remark in choice.remarks]) == (value, codes)


def test_money_needs_its_unit():
    assert [
        money_of(value, "Kinh phí") for value in (250_000, "1.250.000", "15 triệu", "1,5 tỷ")
    ] == [
        250_000,
        1_250_000,
        15_000_000,
        1_500_000_000,
    ]
    assert [money_of(18.5, "Kinh phí (triệu đồng)"), money_of(500, "Số tiền (1000đ)")] == [
        18_500_000,
        500_000,
    ]
    assert [money_of(value, "Kinh phí") for value in (15, "ít", -1)] == [None, None, None]


def test_counts_days_and_areas():
    assert [count_of(v) for v in (45, "45 hộ", "1.250 người", 4.5, "vài", -1)] == [
        45,
        45,
        1250,
        None,
        None,
        None,
    ]
    assert [days_of(v) for v in ("12,5 công", 3)] == [Decimal("12.5"), Decimal(3)]
    assert [area_of(v) for v in ("1.250 m²", "0,5 ha", "2 sào")] == [
        Decimal(1250),
        Decimal("5000.0"),
        None,
    ]


@pytest.mark.parametrize(
    ("lines", "file_name", "unit", "code"),
    [
        (["ĐẢNG BỘ HUYỆN YÊN MÔ", "ĐẢNG ỦY XÃ YÊN PHONG"], "ds.xlsx", "p", None),
        (["ĐĂNG KÝ NĂM 2026 - Huyện đoàn"], "03.xlsx", "d", None),
        ([], "07-xa-yen-phu.xlsx", "u", None),
        (["HUYỆN YÊN MÔ"], "07-xa-yen-phu.xlsx", "u", None),
        (["Danh sách xã Yên Phong và xã Yên Phú"], "ds.xlsx", None, "UNIT_AMBIGUOUS"),
        (["Danh sách xã Yên Phong và xã Yên Phú"], "xa-yen-phu.xlsx", "u", None),
        (["XÃ YÊN PHONG"], "07-xa-yen-phu.xlsx", None, "UNIT_CONFLICT"),
        (["XÃ YÊN PHÙ"], "ds.xlsx", None, "UNIT_UNKNOWN"),
        ([], "ds.xlsx", None, "UNIT_UNKNOWN"),
        ([], "DK_X14_2026.xlsx", "u", None),
    ],
)
def test_unit_of_a_file(lines, file_name, unit, code):
    finding = recognise_unit(lines, file_name, UNITS)

    assert (finding.unit and finding.unit.id) == unit
    assert (finding.problem and finding.problem.code) == code


def test_units_that_differ_in_accents_only_are_told_apart_by_accents():
    known = KnownUnits((KnownUnit("1", "A", "Xã Yên Hòa"), KnownUnit("2", "B", "Xã Yên Hoa")))

    assert recognise_unit(["XÃ YÊN HOÀ"], "a.xlsx", known).unit.id == "1"
    assert recognise_unit([], "xa-yen-hoa.xlsx", known).problem.code == "UNIT_AMBIGUOUS"


@pytest.mark.parametrize(
    ("lines", "sheets", "file_name", "year", "code"),
    [
        (["DANH SÁCH NĂM 2017"], ["2016"], "a.xlsx", 2017, None),
        (["Yên Mô, ngày 5 tháng 1 năm 2018", "ĐĂNG KÝ NĂM 2017"], [], "a.xlsx", 2017, None),
        (["GIAI ĐOẠN 2021-2025", "NĂM 2023"], [], "a.xlsx", 2023, None),
        ([], ["DVK 2017"], "a.xlsx", 2017, None),
        ([], ["Sheet1"], "dang-ky-2019.xlsx", 2019, None),
        (["NĂM 2017", "NĂM 2018"], [], "a.xlsx", None, "YEAR_UNCLEAR"),
        ([], [], "a.xlsx", None, None),
    ],
)
def test_year_of_a_file(lines, sheets, file_name, year, code):
    found, problem = recognise_year(lines, sheets, file_name)

    assert (found, problem and problem.code) == (year, code)


@pytest.mark.parametrize(
    ("text", "separator"),
    [("a;b\n1,5;2\n", ";"), ("a,b\n1,2\n", ","), ("a\tb\n1\t2;3\n", "\t"), ('"a,b";c\nd;e\n', ";")],
)
def test_separator_of_a_text_table(text, separator):
    assert separator_of(text) == separator


TEXTS = (
    None, "", 1, 2.0, "1", "I", "A", "x", "?", "KT", "TT", "CN", "Mới", "Tên mô hình", "Lĩnh vực",
    "STT", "Đường hoa", "II. Lĩnh vực kinh tế", "Tổng cộng: 5", "PHÓ BÍ THƯ", "Ghi chú", "(1)",
    "B. CÁ NHÂN", "vườn rau", "Th«n §«ng S¬n", "#REF!", dt.datetime(2026, 3, 5), True,
)  # fmt: skip
GRIDS = st.lists(st.lists(st.sampled_from(TEXTS), max_size=7), max_size=9)
SPANS = st.lists(
    st.tuples(*(st.integers(0, 4) for _ in range(4))).map(
        lambda n: Span(n[0], n[1], n[0] + n[2], n[1] + n[3])
    ),
    max_size=3,
)


@given(GRIDS, SPANS, st.booleans())
def test_any_grid_is_understood_without_a_fault(grid, spans, with_header):
    rows = [list(HEADER), *grid] if with_header else grid
    file = SourceFile("a.xlsx", FileKind.XLSX, (sheet_of(rows, merges=spans),))
    found = understand_source(file, Path("a.xlsx"), UNITS, 2026, DEFAULT_SECTORS, None, {})

    assert all(row.name or found.is_set_aside(row) for row in found.rows)
