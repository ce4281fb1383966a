"""The 26 sample files planned and imported, against only reading all their cells."""

import zipfile
from pathlib import Path

import openpyxl
import pytest
import python_calamine
from conftest import SAMPLES
from ratios import Report, in_turns

from dvk_desktop.bootstrap import open_office
from dvk_desktop.exchange.intake.open_source import read_source

FILES = sorted(path for path in SAMPLES.iterdir() if path.name[0].isdigit())


def read_with_openpyxl(path: Path) -> int:
    """Visit each cell with its font and the merged blocks, as the import has to."""
    cells = 0
    for sheet in openpyxl.load_workbook(path, data_only=True).worksheets:
        for row in sheet.iter_rows():
            cells += sum(cell.value is not None and bool(cell.font.name) for cell in row)
        cells += len(sheet.merged_cells.ranges)
    return cells


def read_with_calamine(path: Path) -> int:
    """Visit each value; neither fonts nor hidden rows are seen this way."""
    book = python_calamine.load_workbook(str(path))
    return sum(
        value != ""
        for number in range(len(book.sheet_names))
        for row in book.get_sheet_by_index(number).to_python(skip_empty_area=False)
        for value in row
    )


def read_all(of_xlsx=read_with_openpyxl) -> int:
    return sum(
        of_xlsx(path) if zipfile.is_zipfile(path) else read_with_calamine(path) for path in FILES
    )


@pytest.mark.bench
@pytest.mark.timeout(600)
def test_importing_the_sample_files(tmp_path, empty_office, report: Report):
    assert len(FILES) == 26
    offices = [open_office(empty_office.copy(tmp_path / str(turn)).folder) for turn in range(22)]
    waiting = iter(offices)

    def ours() -> None:
        intake = next(waiting).intake
        intake.apply(intake.plan(FILES, empty_office.campaign_id))

    ours()
    timing = in_turns(ours, read_all)
    report.ratio("import 26 files, against their cells and fonts by openpyxl", timing, 1.5)
    timing = in_turns(ours, lambda: read_all(read_with_calamine))
    report.line(f"        against the bare values by calamine: {timing.ratio:.2f} times")

    def own_reading() -> None:
        for path in FILES:
            read_source(path)

    timing = in_turns(ours, own_reading)
    report.line(f"        against our own reader alone: {timing.ratio:.2f} times")
    for office in offices:
        office.close()
