"""Tables beside each other, and names that stand under “Tập thể” and “Cá nhân”."""

import openpyxl
from intake_builders import UNITS, facts, read_facts, write_xlsx

from dvk_desktop.exchange.intake.intake import understand_file
from dvk_desktop.exchange.intake.marked_workbook import write_marked

HEAD = ("TT", "Tên mô hình", "Lĩnh vực", "Loại")
A = ("Đường hoa", "KT", "collective", "new")
B = ("Vườn mẫu", "KT", "individual", "maintain")
C = ("Nuôi ong", "NTM", "collective", "new")


def places(path):
    found = understand_file(path, UNITS, 2026)
    return [(row.sheet, row.row, *facts(row)) for row in found.rows]


def codes(path):
    return [(p.code, p.sheet, p.row) for p in understand_file(path, UNITS, 2026).problems]


def test_two_tables_with_their_titles_stand_beside_each_other(tmp_path):
    rows = [
        ("XÃ YÊN PHONG - NĂM 2026",),
        ("A. TẬP THỂ", None, None, None, None, "B. CÁ NHÂN"),
        (*HEAD, None, *HEAD),
        (1, "Đường hoa", "KT", "Mới", None, 1, "Vườn mẫu", "KT", "Duy trì"),
        (2, "Nuôi ong", "NTM", "Mới"),
        (None, "Người lập", None, None, None, None, "TM. ỦY BAN NHÂN DÂN"),
    ]
    path = write_xlsx(tmp_path / "a.xlsx", rows, name="DS")

    assert places(path) == [
        ("DS", 4, *A),
        ("DS", 5, *C),
        ("DS (cột F–I)", 4, *B),
    ]
    assert codes(path) == []


def test_titles_merged_over_each_table_are_no_groups_of_headers(tmp_path):
    rows = [
        ("TẬP THỂ", None, None, None, "CÁ NHÂN", None, None, None),
        (*HEAD, *HEAD),
        (1, "Đường hoa", "KT", "Mới", 1, "Vườn mẫu", "KT", "Duy trì"),
    ]
    path = write_xlsx(tmp_path / "xa-yen-phu.xlsx", rows, merges=("A1:D1", "E1:H1"))

    assert read_facts(path) == [A, B]


def test_what_is_wrong_in_the_right_table_is_marked_there(tmp_path):
    rows = [
        (*HEAD, *HEAD),
        (1, "Đường hoa", "KT", "Mới", 1, "Vườn mẫu", "gì đó", "Duy trì"),
    ]
    path = write_xlsx(tmp_path / "xa-yen-phu.xlsx", rows, name="DS")
    problems = understand_file(path, UNITS, 2026).problems
    write_marked(path, problems, tmp_path / "out.xlsx")
    page = openpyxl.load_workbook(tmp_path / "out.xlsx")["DS"]

    assert "gì đó" in page["G2"].comment.text
    assert page["C2"].comment is None


def test_crosses_in_both_tables_are_not_taken_for_numbers(tmp_path):
    head = ("TT", "Tên mô hình", "Đối tượng", None)
    rows = [
        (*head, *head),
        (None, None, "TT", "CN") * 2,
        (1, "Đường hoa", "x", None, 1, "Vườn mẫu", None, "x"),
    ]
    merges = [f"{c}1:{c}2" for c in "ABEF"] + ["C1:D1", "G1:H1"]
    path = write_xlsx(tmp_path / "xa-yen-phu.xlsx", rows, merges=merges)

    assert [(fact[0], fact[2]) for fact in read_facts(path)] == [
        ("Đường hoa", "collective"),
        ("Vườn mẫu", "individual"),
    ]


def test_crosses_under_tt_and_cn_are_not_two_tables(tmp_path):
    rows = [("TT", "Tên mô hình", "TT", "CN"), (1, "Đường hoa", "x", None)]

    (row,) = understand_file(write_xlsx(tmp_path / "a.xlsx", rows), UNITS, 2026).rows
    assert (row.name, row.subject_type) == ("Đường hoa", "collective")


def test_names_stand_under_collective_and_individual(tmp_path):
    rows = [
        ("TT", "Tập thể", "Cá nhân", "Lĩnh vực", "Loại"),
        (1, "Đường hoa", None, "KT", "Mới"),
        (2, None, "Vườn mẫu", "KT", "Duy trì"),
        (3, "Nuôi ong", None, "NTM", "Mới"),
    ]
    path = write_xlsx(tmp_path / "xa-yen-phu.xlsx", rows)

    assert read_facts(path) == [A, B, C]
    assert codes(path) == []


def test_names_stand_under_tt_and_cn_beside_the_numbers(tmp_path):
    rows = [
        ("STT", "TT", "CN", "Lĩnh vực", "Loại"),
        (1, "Đường hoa", None, "KT", "Mới"),
        (2, None, "Vườn mẫu", "KT", "Duy trì"),
    ]

    assert read_facts(write_xlsx(tmp_path / "xa-yen-phu.xlsx", rows)) == [A, B]


def test_names_stand_under_a_merged_header_of_three(tmp_path):
    rows = [
        ("STT", "Tên mô hình", None, None, "Lĩnh vực", "Loại"),
        (None, "Tập thể", "Cá nhân", "Hộ gia đình", None, None),
        (1, "Đường hoa", None, None, "KT", "Mới"),
        (2, None, "Vườn mẫu", None, "KT", "Duy trì"),
        (3, None, None, "Ao cá của ông Ba", "KT", "Mới"),
    ]
    merges = ("A1:A2", "B1:D1", "E1:E2", "F1:F2")
    for number, merged in enumerate((merges, ())):
        path = write_xlsx(tmp_path / f"xa-yen-phu-{number}.xlsx", rows, merges=merged)
        assert read_facts(path) == [A, B, ("Ao cá của ông Ba", "KT", "household", "new")]


def test_a_row_may_hold_a_model_of_each(tmp_path):
    rows = [
        ("STT", "Đối tượng đăng ký", None, "Lĩnh vực"),
        (None, "Tập thể", "Cá nhân", None),
        (1, "Đường hoa", "Vườn mẫu", "KT"),
        (2, "Nuôi ong mật", None, "NTM"),
    ]
    path = write_xlsx(tmp_path / "a.xlsx", rows, name="DS", merges=("A1:A2", "B1:C1", "D1:D2"))

    assert [place[:5] for place in places(path)] == [
        ("DS", 3, "Đường hoa", "KT", "collective"),
        ("DS (cột C)", 3, "Vườn mẫu", "KT", "individual"),
        ("DS", 4, "Nuôi ong mật", "NTM", "collective"),
    ]


def test_who_carries_it_out_may_stand_under_collective_and_individual(tmp_path):
    rows = [
        ("TT", "Tên mô hình", "Tập thể", "Cá nhân", "Lĩnh vực"),
        (1, "Đường hoa", "Chi hội Phụ nữ", None, "KT"),
        (2, "Vườn mẫu", None, "Ông Lê Văn Ba", "KT"),
        (3, "Nuôi ong", "Chi bộ thôn Hạ", "Bà Hoa", "KT"),
    ]
    path = write_xlsx(tmp_path / "xa-yen-phu.xlsx", rows)
    found = understand_file(path, UNITS, 2026)

    assert [(row.lead_body, row.subject_type) for row in found.rows] == [
        ("Chi hội Phụ nữ", "collective"),
        ("Ông Lê Văn Ba", "individual"),
        ("Chi bộ thôn Hạ; Bà Hoa", None),
    ]
    assert "SUBJECT_TYPE_TWICE" in [problem.code for problem in found.problems_of(found.rows[2])]


def test_a_summary_of_counts_is_no_list(tmp_path):
    rows = [
        ("TT", "Đơn vị", "Tập thể", "Cá nhân", "Ghi chú"),
        (1, "Xã Yên Phong", 12, 3, None),
        (2, "Xã Yên Phú", 8, 5, None),
    ]

    assert understand_file(write_xlsx(tmp_path / "a.xlsx", rows), UNITS, 2026).rows == ()
