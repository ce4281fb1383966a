"""Template workbooks for the tests, filled in as a unit would (dựng tệp mẫu)."""

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from intake_builders import UNITS

from dvk_desktop.exchange.intake.intake import UnderstoodFile, understand_file
from dvk_desktop.exchange.intake.template import SHEET, TemplateContent, TemplateRow
from dvk_desktop.exchange.intake.template import template_workbook as build
from dvk_desktop.exchange.intake.template_form import CURRENT_FORM, TemplateForm
from dvk_desktop.exchange.intake.template_mark import TemplateMark, row_id

LISTS = {
    "sector_code": ("Kinh tế", "Xây dựng Đảng, hệ thống chính trị"),
    "subject_type": ("Tập thể", "Cá nhân", "Hộ gia đình"),
    "kind": ("Đăng ký mới", "Duy trì", "Nhân rộng"),
    "target_level": ("Tỉnh", "Huyện"),
}
LEVELS = (("province", "Tỉnh"), ("district", "Huyện"))
FLOWERS = TemplateRow(
    row_id("m", "model-1", "Đường hoa"),
    {
        "name": "Đường hoa",
        "sector_code": "Kinh tế",
        "subject_type": "Tập thể",
        "kind": "Duy trì",
        "target_level": "Huyện",
    },
)
CAMERA = TemplateRow(
    row_id("r", "entry-2", "Camera an ninh"),
    {
        "name": "Camera an ninh",
        "sector_code": "Xây dựng Đảng, hệ thống chính trị",
        "subject_type": "Cá nhân",
        "kind": "Đăng ký mới",
    },
)
FIRST = 7


def mark_of(form: TemplateForm = CURRENT_FORM, year: int = 2026, unit: str = "p") -> TemplateMark:
    headers = {column.key: column.header for column in form.columns}
    return TemplateMark(unit, "X13", "Xã Yên Phong", "c", year, form.version, headers)


def workbook(
    rows: Sequence[TemplateRow] = (FLOWERS, CAMERA),
    form: TemplateForm = CURRENT_FORM,
    mark: TemplateMark | None = None,
) -> Any:
    """Return a template opened by openpyxl."""
    content = TemplateContent(mark or mark_of(form), LISTS, rows, form=form)
    return openpyxl.load_workbook(BytesIO(build(content)))


def column(book: Any, key: str) -> int:
    """Return the column of an item, from 1, by the hidden keys."""
    cells = next(row for row in book[SHEET].iter_rows() if row[0].value == "dvk:id")
    return next(cell.column for cell in cells if cell.value == f"dvk:{key}")


def put(book: Any, row: int, **values: object) -> None:
    """Write values into a row of the list."""
    for key, value in values.items():
        book[SHEET].cell(row, column(book, key)).value = value


def returned(folder: Path, book: Any, name: str = "gui lai.xlsx", **options: Any) -> UnderstoodFile:
    """Save the workbook under any name and read it."""
    path = folder / name
    book.save(path)
    return understand_file(path, UNITS, 2026, levels=LEVELS, **options)


def codes(found: UnderstoodFile) -> list[tuple[str, int | None]]:
    return [(problem.code, problem.row) for problem in found.problems]


def ids(found: UnderstoodFile) -> list[tuple[str, str]]:
    return [(row.name, row.template_id) for row in found.rows]


Edit = Callable[[Any], None]
