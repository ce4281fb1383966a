"""A list of 10,000 models read, against the fastest reader library just reading its cells."""

from pathlib import Path

import openpyxl
import pytest
import python_calamine
from conftest import _draft
from openpyxl.styles import Font
from ratios import Report, in_turns

from dvk_desktop.exchange.intake.intake import KnownUnit, KnownUnits, understand_file
from dvk_desktop.exchange.intake.open_source import read_source

ROWS = 10_000
HEADER = (
    "STT", "Tên mô hình", "Đơn vị thực hiện", "Lĩnh vực", "Đối tượng", "Loại đăng ký",
    "Địa chỉ", "Nội dung", "Ngày đăng ký", "Số hộ tham gia", "Kinh phí (triệu đồng)", "Ghi chú",
)  # fmt: skip


def long_list(path: Path, font: str = "") -> Path:
    """Write a workbook of 10,000 models, in a font of old if one is named."""
    import random

    dice = random.Random(2026)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["DANH SÁCH ĐĂNG KÝ MÔ HÌNH NĂM 2026 - XÃ YÊN PHONG"])
    sheet.append(HEADER)
    for number in range(ROWS):
        draft = _draft(dice, number, [""])
        kinds = ("Mới", "Tập thể", draft.sector_code)
        sheet.append(
            [number + 1, draft.name, draft.lead_body, kinds[2], kinds[1], kinds[0], draft.address,
             draft.content, f"{number % 28 + 1}/3/2026", number % 300, number % 90 + 0.5, None]
        )  # fmt: skip
    if font:
        for row in sheet.iter_rows(min_row=3, min_col=2, max_col=2):
            row[0].font = Font(name=font)
    book.save(path)
    return path


def bare_reading(path: Path) -> int:
    """Read every cell with calamine, nothing else."""
    book = python_calamine.load_workbook(str(path))
    return sum(
        len(book.get_sheet_by_index(number).to_python(skip_empty_area=False))
        for number in range(len(book.sheet_names))
    )


@pytest.mark.bench
@pytest.mark.timeout(600)
@pytest.mark.parametrize("font", ["", "Times New Roman", ".VnTime"])
def test_reading_a_long_list(tmp_path: Path, report: Report, font: str):
    path = long_list(tmp_path / "dai.xlsx", font)
    units = KnownUnits((KnownUnit("1", "X1", "Xã Yên Phong"),))
    assert len(understand_file(path, units, 2026).rows) == ROWS
    timing = in_turns(lambda: read_source(path), lambda: bare_reading(path))
    report.ratio(f"read 10,000 rows, font “{font or 'none'}”", timing, 2)
    timing = in_turns(
        lambda: understand_file(path, units, 2026), lambda: bare_reading(path), pairs=3
    )
    report.line(f"        understood to checked rows: {timing.ratio:.2f} times")
