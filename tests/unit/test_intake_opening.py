"""Opening by content, and the clear answer for what cannot be read."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake_builders import HEADER, UNITS, write_docx, write_xlsx

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.exchange.intake import errors
from dvk_desktop.exchange.intake.grid import FileKind
from dvk_desktop.exchange.intake.intake import understand_file
from dvk_desktop.exchange.intake.open_source import read_source

LIST = [HEADER, (1, "Đường hoa", "KT", "TT", "Mới")]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SAMPLE = Path(__file__).parents[2] / "resources/samples/yen-mo-2017"


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def test_content_decides_not_the_extension(tmp_path):
    workbook = write_xlsx(tmp_path / "a.xlsx", LIST).rename(tmp_path / "workbook.csv")
    document = write_docx(tmp_path / "b.docx", [], [["TT", "Tên mô hình"]]).rename(
        tmp_path / "document.xls"
    )
    table = tmp_path / "table.xlsx"
    table.write_text("TT;Tên mô hình\n1;Đường hoa\n", encoding="utf-8")

    kinds = [read_source(path).kind for path in (workbook, document, table)]
    assert kinds == [FileKind.XLSX, FileKind.DOCX, FileKind.CSV]


@pytest.mark.parametrize("form", ["utf-8", "utf-8-sig", "utf-16", "cp1258"])
@pytest.mark.parametrize("separator", [";", "\t", ","])
def test_text_tables_of_every_form(tmp_path, form, separator):
    path = tmp_path / "xa-yen-phu.csv"
    rows = ["TT|Ten mo hinh|Linh vuc", "1|Trông hoa ven đê|KT", "2|Nuôi ong|NTM"]
    path.write_bytes("\r\n".join(rows).replace("|", separator).encode(form))

    found = understand_file(path, UNITS, 2026)
    assert [(row.name, row.sector_code) for row in found.rows] == [
        ("Trông hoa ven đê", "KT"),
        ("Nuôi ong", "NTM"),
    ]


def test_a_text_table_may_name_its_separator(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("sep=|\nTT|Tên mô hình, việc|x;y;z\n1|Hoa, cây|a;b;c\n", encoding="utf-8")

    assert read_source(path).sheets[0].rows[1] == ["TT", "Tên mô hình, việc", "x;y;z"]


def test_old_excel_is_read():
    source = read_source(SAMPLE / "06-xa-yen-dong.xls")

    assert (source.kind, source.sheets[0].rows[2][0]) == (FileKind.XLS, "TT")


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", errors.EmptyFileError),
        (b"%PDF-1.7 ...", errors.PictureError),
        (b"\xff\xd8\xff\xe0 a photo", errors.PictureError),
        (b"\x00\x00\x00\x18ftypheic a photo of a telephone", errors.PictureError),
        (b"<html><table><tr><td>1</td></tr></table></html>", errors.NotASpreadsheetError),
        (b"\x00\x01\x02\x03" * 50, errors.NotASpreadsheetError),
        (zipped({"photo.jpg": b"x"}), errors.NotASpreadsheetError),
        (b"PK\x03\x04 cut short", errors.DamagedFileError),
        (OLE + "EncryptedPackage".encode("utf-16-le"), errors.PasswordProtectedError),
        (OLE + "WordDocument".encode("utf-16-le"), errors.OldWordError),
        (OLE + "Workbook".encode("utf-16-le") + b"\x00" * 600, errors.DamagedFileError),
        (zipped({"xl/workbook.xml": b"<workbook"}), errors.DamagedFileError),
        (zipped({"word/document.xml": b"<w:document"}), errors.DamagedFileError),
        (b"\xff\xfe\x00", errors.DamagedFileError),
    ],
)
def test_what_cannot_be_read_is_refused_by_its_reason(tmp_path, content, error):
    path = tmp_path / "tep.xlsx"
    path.write_bytes(content)

    with pytest.raises(error, match=r"tep\.xlsx"):
        read_source(path)


def test_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(
        zipped({"xl/workbook.xml": b"<a/>", "xl/worksheets/sheet1.xml": b" " * 30_000_000})
    )

    with pytest.raises(errors.FileTooLargeError):
        read_source(path)


def test_file_of_more_than_50_mb_is_refused(tmp_path):
    path = tmp_path / "lon.xlsx"
    with path.open("wb") as stream:
        stream.truncate(50 * 1024 * 1024 + 1)

    with pytest.raises(errors.FileTooLargeError):
        read_source(path)


def test_cell_at_the_far_corner_is_refused(tmp_path):
    path = write_xlsx(tmp_path / "goc.xlsx", LIST)
    workbook = openpyxl.load_workbook(path)
    workbook.active["XFD1048576"] = "x"
    workbook.save(path)

    with pytest.raises(errors.SheetTooWideError, match="1048576"):
        read_source(path)


def test_rows_that_are_only_coloured_are_no_rows(tmp_path):
    path = write_xlsx(tmp_path / "to-mau.xlsx", LIST)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    rows = "".join(f'<row r="{n}"><c r="XFD{n}" s="0"/></row>' for n in range(5, 5000))
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b"</sheetData>", rows.encode() + b"</sheetData>")
    path.write_bytes(zipped(parts))

    assert len(read_source(path).sheets[0].rows) == 2


@pytest.mark.parametrize(
    ("rows", "error"),
    [(100_001, errors.SheetTooLongError), (2_000_000, errors.FileTooLargeError)],
)
def test_text_tables_longer_than_any_list_are_refused(tmp_path, rows, error):
    path = tmp_path / "dai.csv"
    path.write_text("TT;Tên mô hình\n" + "1;Đường\n" * rows, encoding="utf-8")

    with pytest.raises(error, match="dai"):
        read_source(path)


def test_entities_in_a_workbook_are_refused(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", LIST)
    bomb = b'<!DOCTYPE s [<!ENTITY a "aaaa">]><worksheet hidden="1">&a;</worksheet>'
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = bomb
    path.write_bytes(zipped(parts))

    with pytest.raises(errors.DamagedFileError):
        read_source(path)


def mutated(original: bytes, position: int, value: int, cut: int) -> bytes:
    content = bytearray(original[: len(original) - cut % len(original)])
    if content:
        content[position % len(content)] = value
    return bytes(content)


def answer_of(path: Path) -> str:
    try:
        understand_file(path, UNITS, 2017)
    except DvkError as error:
        return error.code
    return "read"


@pytest.mark.parametrize("name", ["02-xa-yen-phong.xlsx", "06-xa-yen-dong.xls"])
@given(position=st.integers(0, 10_000), value=st.integers(0, 255), cut=st.integers(0, 3000))
def test_damage_gives_a_reason_or_a_reading_never_a_fault(
    tmp_path_factory, name, position, value, cut
):
    path = tmp_path_factory.mktemp("damaged") / name
    path.write_bytes(mutated((SAMPLE / name).read_bytes(), position, value, cut))

    assert answer_of(path).startswith(("FILE_", "SHEET_TOO_WIDE", "read"))


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
@given(position=st.integers(0, 10_000), piece=st.binary(max_size=8))
def test_damaged_parts_give_a_reason_or_a_reading(tmp_path_factory, part, position, piece):
    with zipfile.ZipFile(SAMPLE / "08-xa-mai-son.xlsx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    at = position % len(parts[part])
    parts[part] = parts[part][:at] + piece + parts[part][at + len(piece) + 1 :]
    path = tmp_path_factory.mktemp("damaged") / "a.xlsx"
    path.write_bytes(zipped(parts))

    assert answer_of(path) in ("FILE_DAMAGED", "FILE_NOT_TABLE", "SHEET_TOO_WIDE", "read")


@pytest.mark.parametrize("line", ["a" * 40_000, "Xã A;" + "b" * 33_000])
def test_a_text_without_an_end_is_no_list(tmp_path: Path, line: str) -> None:
    path = tmp_path / "dài.csv"
    path.write_text(f"Tên mô hình;Đơn vị\n{line}\n", encoding="utf-8")

    with pytest.raises(errors.CellTooLongError):
        read_source(path)
