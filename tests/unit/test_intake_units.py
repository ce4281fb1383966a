from intake_builders import write_xlsx

from dvk_desktop.exchange.intake.unit_list import read_units


def lines_of(path):
    return [
        (line.code, line.name, line.level, line.parent, line.order)
        for line in read_units(path).lines
    ]


def test_list_in_another_order_with_names_of_parents(tmp_path):
    path = write_xlsx(
        tmp_path / "dv.xlsx",
        [
            ("DANH SÁCH ĐƠN VỊ",),
            ("STT", "Tên đơn vị", "Trực thuộc", "Mã đơn vị", "Cấp", "Loại"),
            (1, "Tỉnh Ninh Bình", None, "T", "Tỉnh", None),
            (2, "Xã Yên Mô", "Tỉnh Ninh Bình", "X1", "Xã", "Khối xã"),
        ],
    )

    assert read_units(path).problems == ()
    assert lines_of(path) == [
        ("T", "Tỉnh Ninh Bình", "Tỉnh", "", 1),
        ("X1", "Xã Yên Mô", "Xã", "T", 2),
    ]
    assert read_units(path).lines[1].kind == "Khối xã"


def test_all_problems_at_once(tmp_path):
    path = write_xlsx(
        tmp_path / "dv.xlsx",
        [
            ("Mã", "Tên đơn vị", "Cấp", "Đơn vị cấp trên"),
            ("A", "Huyện A", "Huyện", None),
            ("A", "Xã B", "Xã", "Z"),
            (None, "Xã C", "Xã", "A"),
            ("D", None, "Xã", "D"),
        ],
    )

    assert [(p.code, p.row, p.column) for p in read_units(path).problems] == [
        ("UNIT_CODE_TWICE", 3, "A"),
        ("UNIT_PARENT_UNKNOWN", 3, "D"),
        ("UNIT_CODE_MISSING", 4, "A"),
        ("UNIT_NAME_MISSING", 5, "B"),
        ("UNIT_PARENT_ITSELF", 5, "D"),
    ]


def test_file_without_a_list_of_units(tmp_path):
    path = write_xlsx(tmp_path / "dv.xlsx", [("Kính gửi",)])

    assert [problem.code for problem in read_units(path).problems] == ["UNITS_NO_TABLE"]
