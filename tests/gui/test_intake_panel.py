"""Files of units in three steps: choose, look, done."""

import openpyxl
import pytest
from exchange_offices import SAMPLES, settle, shown_page, texts, two_offices
from PySide6.QtWidgets import QPushButton

from dvk_desktop.domain.records.intake import PlannedAction
from dvk_desktop.views import file_choice
from dvk_desktop.views.exchange.desk import FILES
from dvk_desktop.views.exchange.intake_columns import verdict
from dvk_desktop.views.exchange.intake_panel import CHOOSE, DONE, PLAN
from dvk_desktop.views.exchange.page import ExchangePage
from dvk_desktop.views.widgets.notice import Notice

THREE = [
    SAMPLES / name
    for name in ("02-xa-yen-phong.xlsx", "06-xa-yen-dong.xls", "01-hoi-nong-dan-huyen.xlsx")
]


@pytest.fixture
def offices(tmp_path):
    with two_offices(tmp_path) as made:
        yield made


@pytest.fixture
def page(qtbot, offices, runner, bus):
    made = shown_page(qtbot, ExchangePage(offices.district, runner, bus), bus, offices.campaign_id)
    settle(qtbot, runner)
    return made


@pytest.fixture
def bad_file(tmp_path):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.append(["STT", "Tên mô hình", "Lĩnh vực", "Đối tượng", "Loại đăng ký"])
    sheet.append([1, "Tuyến đường hoa", "Kinh tế", "Tập thể", "Mới"])
    sheet.append([2, None, "Kinh tế", "Tập thể", "Mới"])
    sheet.append([3, "Tổ tự quản", "Du lịch", "Tập thể", "Mới"])
    path = tmp_path / "danh-sach.xlsx"
    workbook.save(path)
    return path


def press(panel, text):
    next(one for one in panel.findChildren(QPushButton) if one.text() == text).click()


def test_three_files_are_planned_and_imported(qtbot, offices, page, runner):
    page.import_files(THREE)
    settle(qtbot, runner)
    panel = page.intake
    assert page.tabs.currentIndex() == FILES
    assert panel.stack.currentIndex() == PLAN
    assert [row[1] for row in texts(panel.table.model())] == [
        "Xã Yên Phong",
        "Xã Yên Đồng",
        "Hội Nông dân huyện",
    ]
    count = panel.plan.count(PlannedAction.NEW)
    assert panel.apply_button.text() == f"Nhập {count} dòng"
    panel.apply_button.click()
    settle(qtbot, runner)
    assert panel.stack.currentIndex() == DONE
    assert offices.count() == count


def test_the_import_is_taken_back(qtbot, offices, page, runner, boxes):
    page.import_files(THREE[:1])
    settle(qtbot, runner)
    page.intake.apply()
    settle(qtbot, runner)
    assert offices.count() == 5
    press(page.intake, "Hoàn tác lần nhập này")
    settle(qtbot, runner)
    assert [box.action for box in boxes] == ["Hoàn tác lần nhập"]
    assert offices.count() == 0
    assert page.intake.stack.currentIndex() == CHOOSE


def test_the_same_files_again_bring_nothing(qtbot, offices, page, runner):
    for _ in range(2):
        page.import_files(THREE[:1])
        settle(qtbot, runner)
        page.intake.apply()
        settle(qtbot, runner)
    assert offices.count() == 5


def test_a_file_without_a_unit_is_told_its_unit(qtbot, offices, page, runner, bad_file):
    page.import_files([bad_file])
    settle(qtbot, runner)
    panel = page.intake
    assert verdict(panel.plan.files[0])[0] == "Chưa rõ đơn vị"
    assert not panel.apply_button.isEnabled()
    unit = offices.district.units.by_code("X13") or offices.district.units.units()[3]
    place = panel.detail.unit.place_of(unit.id)
    panel.detail.unit.setCurrentIndex(place)
    panel.detail.unit.activated.emit(place)
    settle(qtbot, runner)
    file = panel.plan.files[0]
    assert file.unit_id == unit.id
    assert file.count(PlannedAction.NEW) >= 1


def test_all_problems_are_listed_with_their_place(qtbot, page, runner, bad_file):
    page.import_files([bad_file])
    settle(qtbot, runner)
    file = page.intake.plan.files[0]
    rows = texts(page.intake.detail.problems_table.model())
    assert len(rows) == len(file.problems) > 0
    first = file.problems[0]
    assert rows[0][1:5] == [first.sheet, str(first.row or ""), first.column or "", first.value]


def test_the_marked_workbook_is_saved(qtbot, page, runner, bad_file, tmp_path, monkeypatch):
    target = tmp_path / "tra-lai.xlsx"
    shown = []
    monkeypatch.setattr(file_choice, "ask_target", lambda *given: target)
    monkeypatch.setattr(file_choice, "show_in_system", shown.append)
    page.import_files([bad_file])
    settle(qtbot, runner)
    page.intake.detail.mark_button.click()
    settle(qtbot, runner)
    assert "Cần sửa" in openpyxl.load_workbook(target).sheetnames
    assert shown == [tmp_path]


def test_a_damaged_file_stands_in_the_list_with_its_reason(qtbot, page, runner, tmp_path):
    damaged = tmp_path / "hong.xlsx"
    damaged.write_bytes(b"PK\x03\x04 nothing more")
    page.import_files([damaged, THREE[0]])
    settle(qtbot, runner)
    panel = page.intake
    assert [verdict(file)[0] for file in panel.plan.files] == ["Không đọc được", "Nhập được"]
    assert panel.table.current_record().path == damaged
    said = [one.accessibleName() for one in panel.detail.findChildren(Notice)]
    assert "hỏng" in said[0]
    assert panel.plan.files[0].refusal_code not in said[0]


def test_a_change_meanwhile_makes_the_plan_anew(qtbot, offices, page, runner, boxes):
    page.import_files(THREE[:1])
    settle(qtbot, runner)
    offices.district.office.put_settings({"place": "Yên Mô"})
    page.intake.apply()
    settle(qtbot, runner)
    assert [box.details for box in boxes] == ["PLAN_OUTDATED"]
    assert offices.count() == 0
    page.intake.apply()
    settle(qtbot, runner)
    assert offices.count() == 5


def test_without_files_the_page_asks_for_them(qtbot, page, runner, monkeypatch):
    monkeypatch.setattr(file_choice, "ask_files", lambda *given: THREE[:1])
    page.import_files([])
    settle(qtbot, runner)
    assert page.intake.stack.currentIndex() == PLAN
    assert page._desk.files.folder("unit_files") == SAMPLES
