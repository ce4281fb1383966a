"""A template that the unit saved as another kind of file."""

import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from intake_builders import UNITS
from ods_builder import write_ods
from template_builder import FIRST, LEVELS, codes, ids, put, workbook
from test_template_return import OLD_FORM
from xls_builder import Page, write_xls

from dvk_desktop.exchange.intake.grid import FileKind
from dvk_desktop.exchange.intake.intake import understand_file
from dvk_desktop.exchange.intake.template import SHEET

ADDED = {"name": "Ao cá", "sector_code": "Kinh tế", "registered_on": date(2026, 3, 5), "cost": 18.5}


def cells(page):
    return [
        [value.date() if isinstance(value, datetime) else value for value in row]
        for row in page.iter_rows(values_only=True)
    ]


def as_ods(book, path: Path) -> Path:
    hidden = {page.title: cells(page) for page in book if page.title != SHEET}
    rows = frozenset(
        number - 1 for number, look in book[SHEET].row_dimensions.items() if look.hidden
    )
    return write_ods(path, cells(book[SHEET]), name=SHEET, hidden_rows=rows, hidden_sheets=hidden)


def as_xls(book, path: Path) -> Path:
    pages = [Page(page.title, cells(page), is_hidden=page.title != SHEET) for page in book]
    return write_xls(path, pages)


def as_xlsm(book, path: Path) -> Path:
    """Save with a macro part and the type that Excel gives it; nobody may run it."""
    book.save(path.with_suffix(".xlsx"))
    with (
        zipfile.ZipFile(path.with_suffix(".xlsx")) as old,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            content = old.read(part).replace(
                b"spreadsheetml.sheet.main+xml", b"ms-excel.sheet.macroEnabled.main+xml"
            )
            new.writestr(part, content)
        new.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 no macro is run")
    return path


SAVED = [(as_ods, "ods"), (as_xls, "xls"), (as_xlsm, "xlsm")]


def read(path: Path):
    return understand_file(path, UNITS, 2026, levels=LEVELS)


@pytest.mark.parametrize(("save", "suffix"), SAVED)
def test_template_is_known_in_every_kind_of_file(tmp_path, save, suffix):
    book = workbook()
    put(book, FIRST, content="Trồng hoa")
    put(book, FIRST + 2, **ADDED)
    found = read(save(book, tmp_path / f"bat ky.{suffix}"))

    assert found.kind is {"xlsm": FileKind.XLSX}.get(
        suffix, FileKind(suffix.replace("xlsm", "xls"))
    )
    assert (found.is_template, found.unit.id, found.year, codes(found)[:1]) == (
        True, "p", 2026, [("SUBJECT_TYPE_MISSING", 9)]
    )  # fmt: skip
    assert ids(found) == [
        ("Đường hoa", "m:model-1"),
        ("Camera an ninh", "r:entry-2"),
        ("Ao cá", ""),
    ]
    assert (found.rows[0].content, found.rows[0].target_level) == ("Trồng hoa", "district")
    added = found.rows[2]
    assert (added.registered_on, added.cost, added.sector_code) == (
        date(2026, 3, 5), 18_500_000, "KT"
    )  # fmt: skip


@pytest.mark.parametrize(("save", "suffix"), SAVED)
def test_older_form_keeps_its_columns_in_every_kind_of_file(tmp_path, save, suffix):
    book = workbook(form=OLD_FORM)
    put(book, FIRST + 1, launch="Ngày 19/5")
    found = read(save(book, tmp_path / f"cu.{suffix}"))

    assert "TEMPLATE_OLDER_FORM" in [code for code, _ in codes(found)]
    assert found.rows[1].kept == {"Ngày ra mắt": "Ngày 19/5"}


@pytest.mark.parametrize(("save", "suffix"), SAVED)
def test_rows_moved_in_every_kind_of_file(tmp_path, save, suffix):
    book = workbook()
    put(book, FIRST, name="Camera an ninh", sector_code="Xây dựng Đảng, hệ thống chính trị",
        subject_type="Cá nhân", kind="Đăng ký mới", target_level=None)  # fmt: skip
    put(book, FIRST + 1, name=None, sector_code=None, subject_type=None, kind=None)
    found = read(save(book, tmp_path / f"xep.{suffix}"))

    assert ids(found) == [("Camera an ninh", "r:entry-2")]
    assert {code for code, _ in codes(found)} == {"ROW_MOVED"}
