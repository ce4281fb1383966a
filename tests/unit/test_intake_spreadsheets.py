"""Lists of ordinary units as .ods and .xls, written as LibreOffice and old Excel write them."""

import datetime as dt
import zipfile

import pytest
from intake_builders import UNITS, facts, read_facts
from ods_builder import MIMETYPE, Odd, write_content, write_ods
from xls_builder import Page, compound, write_xls

from dvk_desktop.exchange.intake import errors
from dvk_desktop.exchange.intake.intake import understand_file
from dvk_desktop.exchange.intake.open_source import read_source

A = ("Đường hoa", "KT", "collective", "new")
B = ("Camera an ninh", "QPAN", "individual", "maintain")
HEADER = ("TT", "Tên mô hình", "Lĩnh vực", "Đối tượng", "Loại", "Ngày đăng ký")
LIST = [
    ("XÃ YÊN PHONG",),
    ("DANH SÁCH NĂM 2026",),
    HEADER,
    (1, "Đường hoa", "KT", "TT", "Mới", dt.date(2026, 3, 5)),
    (2, "Camera an ninh", "QPAN", "CN", "Duy trì", "6/3/2026"),
]


def test_ods_with_merged_headers_and_crosses(tmp_path):
    rows = [
        (Odd("XÃ YÊN PHONG", columns=6),),
        (Odd("TT", rows=2), Odd("Tên mô hình", rows=2), Odd("Đối tượng", columns=2), None,
         Odd("Lĩnh vực", rows=2), Odd("Loại", rows=2)),
        (None, None, "Tập thể", "Cá nhân", None, None),
        (1, "Đường hoa", "x", None, Odd("KT", rows=2), "Mới"),
        (2, "Nuôi ong", None, "x", None, "Mới"),
        (Odd("II. Quốc phòng - an ninh", columns=6),),
        (3, "Camera an ninh", None, "x", None, "Duy trì"),
    ]  # fmt: skip
    found = understand_file(write_ods(tmp_path / "a.ods", rows), UNITS, 2026)

    assert [facts(row) for row in found.rows] == [A, ("Nuôi ong", "KT", "individual", "new"), B]
    assert found.unit.id == "p"


@pytest.mark.parametrize("suffix", ["ods", "xls"])
def test_dates_are_dates(tmp_path, suffix):
    path = tmp_path / f"a.{suffix}"
    write_ods(path, LIST) if suffix == "ods" else write_xls(path, [Page("DS", LIST)])
    found = understand_file(path, UNITS, 2026)

    assert [facts(row) for row in found.rows] == [A, B]
    assert [row.registered_on for row in found.rows] == [dt.date(2026, 3, 5), dt.date(2026, 3, 6)]


def test_ods_equal_rows_and_cells_are_written_once(tmp_path):
    rows = [HEADER, (1, "x x", "x x", "x x", None, None), (2, "Đường hoa", "KT", "TT", "Mới", None)]

    assert read_facts(write_ods(tmp_path / "xa-yen-phu.ods", rows))[1] == A


def test_ods_hidden_rows_and_columns_are_not_taken(tmp_path):
    rows = [(*HEADER[:5], "Ghi chú"), (1, "Đường hoa", "KT", "TT", "Mới", "bí mật"),
            (2, "Nuôi ong", "KT", "TT", "Mới", "")]  # fmt: skip
    path = write_ods(
        tmp_path / "xa-yen-phu.ods", rows,
        hidden_rows=frozenset({2}), hidden_columns=frozenset({5}),
    )  # fmt: skip
    found = understand_file(path, UNITS, 2026)

    assert [(row.name, row.note) for row in found.rows] == [("Đường hoa", "")]
    assert "ROW_HIDDEN" in [problem.code for problem in found.problems]


def test_ods_capitals_of_vntime_are_known_by_their_font(tmp_path):
    rows = [HEADER, (1, Odd("\xad¬m mÇm", font=".VnTimeH"), "KT", "TT", "Mới", None)]

    assert read_facts(write_ods(tmp_path / "xa-yen-phu.ods", rows))[0][0].casefold() == "ươm mầm"


def test_ods_formulas_give_their_value_and_are_not_run(tmp_path):
    rows = [
        HEADER,
        (1, Odd("Đường hoa", formula='of:=CONCATENATE("x")'), "KT", "TT", "Mới", None),
        (2, Odd(None, formula="of:=[.A1]"), "KT", "TT", "Mới", None),
    ]
    found = understand_file(write_ods(tmp_path / "xa-yen-phu.ods", rows), UNITS, 2026)

    assert found.rows[0].name == "Đường hoa"
    assert "FORMULA_UNSOLVED" in [problem.code for problem in found.problems]


@pytest.mark.parametrize(
    ("rows", "columns"), [(1_048_576, 16_384), (1_048_576, 3), (1_000_000, 16_384)]
)
def test_ods_bomb_of_repeated_cells_is_refused(tmp_path, rows, columns):
    table = (
        f'<table:table table:name="B"><table:table-row table:number-rows-repeated="{rows}">'
        f'<table:table-cell table:number-columns-repeated="{columns}"'
        ' office:value-type="string"><text:p>x</text:p></table:table-cell>'
        "</table:table-row></table:table>"
    )

    with pytest.raises(errors.SheetTooWideError, match=str(rows)):
        read_source(write_content(tmp_path / "bom.ods", table))


def test_ods_with_a_password_is_refused(tmp_path):
    path = tmp_path / "khoa.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", MIMETYPE)
        archive.writestr("content.xml", b"\x12\x34 not to be read")
        archive.writestr(
            "META-INF/manifest.xml", "<manifest:manifest><manifest:encryption-data/></manifest>"
        )

    with pytest.raises(errors.PasswordProtectedError):
        read_source(path)


def test_xls_with_merged_headers(tmp_path):
    rows = [
        ("TT", "Tên mô hình", "Đối tượng", None, "Lĩnh vực", "Loại"),
        (None, None, "Tập thể", "Cá nhân", None, None),
        (1, "Đường hoa", "x", None, "KT", "Mới"),
        (2, "Camera an ninh", None, "x", "QPAN", "Duy trì"),
    ]
    merges = [(0, 2, 0, 3), *((0, column, 1, column) for column in (0, 1, 4, 5))]
    path = write_xls(tmp_path / "xa-yen-phu.xls", [Page("DS", rows, merges)])

    assert read_facts(path) == [A, B]


def test_xls_with_a_password_is_refused(tmp_path):
    plain = write_xls(tmp_path / "a.xls", [Page("DS", LIST)]).read_bytes()
    first = plain.index(b"\x09\x08\x10\x00")
    locked = bytearray(plain)
    locked[first + 20 : first + 24] = b"\x2f\x00\x04\x00"  # FILEPASS after the first record
    (tmp_path / "khoa.xls").write_bytes(locked)

    with pytest.raises(errors.PasswordProtectedError):
        read_source(tmp_path / "khoa.xls")


@pytest.mark.parametrize("name", ["khoa.xlsx", "khoa.docx"])
def test_office_files_with_a_password_are_refused(tmp_path, name):
    locked = compound({"EncryptionInfo": b"\x04\x00", "EncryptedPackage": bytes(9000)})
    (tmp_path / name).write_bytes(locked)

    with pytest.raises(errors.PasswordProtectedError, match="mật khẩu"):
        read_source(tmp_path / name)


def test_old_word_is_told_from_old_excel(tmp_path):
    (tmp_path / "a.xls").write_bytes(compound({"WordDocument": bytes(5000), "1Table": bytes(99)}))

    with pytest.raises(errors.OldWordError, match="docx"):
        read_source(tmp_path / "a.xls")
