"""The first start: what is offered, and what the form asks for."""

from datetime import date
from pathlib import Path

import pytest
from office_folder import UNITS_FILE
from PySide6.QtWidgets import QFileDialog, QPushButton

from dvk_desktop.domain.records.office import NewOffice
from dvk_desktop.views.frame.first_run import FirstRunWindow
from dvk_desktop.views.frame.founding_form import FoundingForm
from dvk_desktop.views.tasks import TaskRunner


@pytest.fixture
def window(qtbot, runner: TaskRunner, tmp_path: Path) -> FirstRunWindow:
    made = FirstRunWindow(tmp_path, runner)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def form(qtbot) -> FoundingForm:
    made = FoundingForm()
    qtbot.addWidget(made)
    made.begin()
    return made


def _button(window: FirstRunWindow, text: str) -> QPushButton:
    [found] = [one for one in window.findChildren(QPushButton) if one.text() == text]
    return found


def test_three_ways_to_begin(window):
    offered = ("Xem năm mẫu", "Chọn bản sao lưu…", "Mở thư mục dữ liệu đã có…")
    assert [_button(window, text).text() for text in offered] == list(offered)


def test_the_sample_year_is_one_click_away(qtbot, window):
    with qtbot.waitSignal(window.sample_wanted):
        _button(window, "Xem năm mẫu").click()


def test_the_levels_follow_the_tree_of_offices(form):
    levels = [form._level.itemData(row) for row in range(form._level.count())]
    assert levels == ["province", "commune", "base"]
    form._preset.setCurrentIndex(form._preset.findData("three-tier"))
    levels = [form._level.itemData(row) for row in range(form._level.count())]
    assert levels == ["province", "district", "commune", "base"]
    assert form._level.currentData() == "commune"


def test_the_wish_holds_what_was_typed(qtbot, form):
    form._name.setText("  Đảng ủy xã  Yên Mô ")
    form._code.setText("YM")
    form._file.setText(str(UNITS_FILE))
    with qtbot.waitSignal(form.finished) as finished:
        form.save_button.click()
    year = date.today().year
    expected = NewOffice("two-tier", "commune", "YM", "Đảng ủy xã Yên Mô", year, UNITS_FILE)
    assert finished.args == [expected]


def test_name_and_code_are_needed(qtbot, form):
    with qtbot.assertNotEmitted(form.finished):
        form.save_button.click()
    assert [edit.property("invalid") for edit in (form._name, form._code)] == [True, True]


def test_a_list_that_is_not_there_is_said_at_its_field(qtbot, form, tmp_path):
    form._name.setText("Đảng ủy xã Yên Mô")
    form._code.setText("YM")
    form._file.setText(str(tmp_path / "khong-co.xlsx"))
    with qtbot.assertNotEmitted(form.finished):
        form.save_button.click()


def test_nothing_can_be_chosen_while_work_is_under_way(qtbot, window, runner):
    with qtbot.waitSignal(runner.idle):
        runner.start(lambda progress: None, title="Dựng năm mẫu")
        assert not _button(window, "Xem năm mẫu").isEnabled()
    assert _button(window, "Xem năm mẫu").isEnabled()


@pytest.mark.parametrize("code", ["YÊN MÔ/..", "A B", "A/B", "..", "Đ1"])
def test_a_code_that_cannot_be_one_is_said_at_its_field(qtbot, form, code):
    form._name.setText("Đảng ủy xã Yên Mô")
    form._code.setText(code)
    with qtbot.assertNotEmitted(form.finished):
        form.save_button.click()
    assert form._code.property("invalid") is True


def test_the_example_follows_tree_and_level(form):
    def hint():
        return form._form._fields["name"].fault.text()

    assert hint().endswith("Đảng ủy xã Yên Mô")
    form._preset.setCurrentIndex(form._preset.findData("three-tier"))
    form._level.setCurrentIndex(form._level.findData("district"))
    assert hint().endswith("Ban Dân vận Huyện ủy Yên Mô")


def test_a_package_of_the_office_above_begins_an_office(qtbot, window, monkeypatch, tmp_path):
    chosen = tmp_path / "trien-khai.dvk"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(chosen), ""))
    with qtbot.waitSignal(window.package_wanted) as wanted:
        _button(window, "Từ gói của cấp trên…").click()
    assert wanted.args == [chosen]
