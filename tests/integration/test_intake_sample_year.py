import json
from collections import Counter
from pathlib import Path

import pytest

from dvk_desktop.exchange.intake.intake import KnownUnit, KnownUnits, understand_file
from dvk_desktop.exchange.intake.unit_list import read_units

SAMPLE = Path(__file__).parents[2] / "resources/samples/yen-mo-2017"
FILES = sorted(SAMPLE.glob("[0-9]*"))
EXPECTED = json.loads((SAMPLE / "expected.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def units() -> KnownUnits:
    lines = read_units(SAMPLE / "units.xlsx").lines
    return KnownUnits(
        tuple(KnownUnit(line.code, line.code, line.name, line.parent or None) for line in lines)
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_gives_exactly_the_registrations_expected(path, units):
    understood = understand_file(path, units, 2017)

    found = Counter(
        (row.name, understood.unit.name, row.sector_code, row.subject_type, row.kind)
        for row in understood.rows
    )
    assert found == Counter(
        (row["name"], row["unit"], row["field"], row["subject_type"], row["kind"])
        for row in EXPECTED["registrations"]
        if row["file"] == path.name
    )
    assert (understood.year, understood.problems) == (2017, ())


def test_all_files_are_there():
    assert len(FILES) == 26


def test_sample_gives_the_published_table(units):
    rows = [row for path in FILES for row in understand_file(path, units, 2017).rows]

    assert Counter(row.sector_code for row in rows) == EXPECTED["by_field"]
    assert len(rows) == EXPECTED["total"]


def test_year_of_files_without_title_is_that_of_their_dates(units):
    assert {understand_file(path, units).year for path in FILES} == {2017}


def test_other_columns_are_read_too(units):
    row = understand_file(SAMPLE / "08-xa-mai-son.xlsx", units, 2017).rows[2]

    assert (row.row, row.lead_body, row.address) == (4, "Chi bộ thôn Vân Mộng", "Thôn Vân Mộng")
    assert row.content == "Phối hợp với các đoàn thể, huy động nguồn lực xã hội hóa để thực hiện."
    assert row.registered_on.isoformat() == "2017-01-12"


def test_hidden_column_and_guidance_sheet_are_no_part_of_a_model(units):
    with_hidden = understand_file(SAMPLE / "04-xa-yen-mac.xlsx", units, 2017)
    with_guidance = understand_file(SAMPLE / "03-huyen-doan.xlsx", units, 2017)

    assert "năm trước" not in {text for row in with_hidden.rows for text in row.raw.values()}
    assert with_guidance.ignored_sheets == ("Hướng dẫn",)


def test_units_of_the_sample():
    sheet = read_units(SAMPLE / "units.xlsx")

    assert sheet.problems == ()
    assert len(sheet.lines) == 27
    first, last = sheet.lines[0], sheet.lines[-1]
    assert (first.code, first.name, first.level, first.parent) == (
        "H00",
        "Huyện Yên Mô",
        "Huyện",
        "",
    )
    assert (last.code, last.name, last.level, last.parent) == (
        "C08",
        "Phòng Giáo dục và Đào tạo",
        "Cơ quan",
        "H00",
    )
