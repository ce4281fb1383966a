"""Unit and campaign of single files, rows and files left out, words and old values of a plan."""

import openpyxl
import pytest

from dvk_desktop.domain.records.intake import (
    FileAnswer,
    PlannedAction,
    PlannedWord,
)
from dvk_desktop.domain.records.registration import RegistrationFilter

HEAD = ("STT", "Tên mô hình", "Lĩnh vực", "Đối tượng", "Loại", "Địa chỉ")
ROWS = (
    (1, "Nuôi ong", "KT", "Tập thể", "Mới", "Thôn 1"),
    (2, "Đường hoa", "KTNN", "Cá nhân", "Mới", "Thôn 2"),
    (3, "Hũ gạo", "KT", "Tập thể", "Mới", "Thôn 3"),
)


@pytest.fixture
def write(tmp_path, commune):
    def _write(name="a.xlsx", title="XÃ KHÁNH DƯƠNG", rows=ROWS):
        book = openpyxl.Workbook()
        for row in ((title,), HEAD, *rows):
            book.active.append(row)
        book.save(tmp_path / name)
        return tmp_path / name

    return _write


@pytest.fixture
def plan(services, campaign, write):
    def _plan(*paths, **options):
        return services.intake.plan(list(paths) or [write()], campaign.id, **options)

    return _plan


def actions(file):
    return [item.action.value for item in file.items]


def test_one_file_of_several_is_told_its_unit(plan, write, commune):
    nobody = write("b.xlsx", title="DANH SÁCH")
    files = plan(write(), nobody, answers={nobody: FileAnswer(unit_id=commune)}).files
    assert [file.unit_id for file in files] == [commune, commune]


def test_a_file_goes_into_the_campaign_that_was_named(services, plan, write):
    earlier, _ = services.campaigns.create(2015)
    path = write(title="XÃ KHÁNH DƯƠNG NĂM 2015")
    made = plan(path, answers={path: FileAnswer(campaign_id=earlier)})
    services.intake.apply(made)
    assert (made.files[0].year, made.files[0].campaign_id) == (2015, earlier)
    assert services.registrations.count(RegistrationFilter(campaign_id=earlier)) == 2


def test_rows_that_are_left_out_are_not_stored(services, campaign, plan):
    made = plan()
    path, sheet = made.files[0].path, made.files[0].items[0].sheet
    shorter = made.without({path: {(sheet, made.files[0].items[0].row)}})
    counts, _ = services.intake.apply(shorter)
    assert actions(shorter.files[0]) == ["skipped", "set_aside", "new"]
    assert counts.new == 1
    assert services.registrations.count(RegistrationFilter(campaign_id=campaign.id)) == 1


def test_what_is_not_to_be_done_cannot_be_left_out(plan):
    made = plan()
    rows = {item.key for item in made.files[0].items if item.action is PlannedAction.SET_ASIDE}
    assert made.without({made.files[0].path: rows}) == made


def test_only_some_files_are_imported(services, campaign, plan, write):
    sure = write("sure.xlsx", rows=ROWS[:1])
    made = plan(sure, write())
    ready = made.only({file.path for file in made.files if not file.needs_help})
    assert [file.path for file in ready.files] == [sure]
    services.intake.apply(ready)
    assert services.registrations.count(RegistrationFilter(campaign_id=campaign.id)) == 1


def test_words_are_told_with_their_meaning_and_number(plan):
    words = [word for word in plan().files[0].tables[0].words if word.item == "sector_code"]
    assert words == [
        PlannedWord("sector_code", "KTNN", None, 1),
        PlannedWord("sector_code", "KT", "KT", 2),
    ]


def test_a_change_keeps_the_value_before(services, plan, write):
    services.intake.apply(plan(write(rows=ROWS[:1])))
    changed = (*ROWS[0][:5], "Thôn 9")
    item = plan(write(rows=[changed])).files[0].items[0]
    assert (item.action, item.fields, dict(item.before)) == (
        PlannedAction.CHANGED,
        ("address",),
        {"address": "Thôn 1"},
    )
