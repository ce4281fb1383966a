"""Filters and orders at the headings, by keys and mouse, in the list and in the grid."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot
from registrations_office import sample_office, today_in_2017

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.records.column_condition import ColumnCondition
from dvk_desktop.services.services import Services
from dvk_desktop.views import messages
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.registrations.column_filtering import ColumnFiltering
from dvk_desktop.views.registrations.page import RegistrationsPage
from dvk_desktop.views.registrations.saved_filters import NameDialog
from dvk_desktop.views.registrations.sort_dialog import SortDialog
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.widgets.column_filter_popup import ColumnFilterPopup
from dvk_desktop.views.widgets.filter_header import filter_header
from dvk_desktop.views.widgets.record_table_view import RecordTableView

K = Qt.Key
CLICK = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
FLOWERS = 5
"""So many of the 40 registrations are flower roads."""


class Desk:
    """The page of registrations with its two tables."""

    def __init__(
        self, qtbot: QtBot, services: Services, campaign: str, runner: TaskRunner, bus: ChangeBus
    ) -> None:
        self.qtbot, self.services, self.bus = qtbot, services, bus
        self.runner = runner
        self.page = RegistrationsPage(services, runner, bus)
        qtbot.addWidget(self.page)
        self.page.resize(1300, 760)
        self.page.show_campaign(campaign)
        self.page.refresh(Changes.REGISTRATIONS | Changes.UNITS | Changes.CAMPAIGNS)
        bus.changed.connect(self.page.refresh)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)

    @property
    def table(self) -> RecordTableView:
        grid = self.page.modes.grid
        return grid.view if grid is not None and self.page.modes.is_grid else self.page.table

    @property
    def columns(self) -> ColumnFiltering:
        grid = self.page.modes.grid
        is_grid = grid is not None and self.page.modes.is_grid
        return grid.columns if grid is not None and is_grid else self.page.narrowing.columns

    @property
    def popup(self) -> ColumnFilterPopup:
        assert self.columns.popup is not None
        return self.columns.popup

    def section(self, field: str) -> int:
        header = filter_header(self.table)
        return next(n for n in range(header.count()) if header.field(n) == field)

    def open(self, field: str) -> ColumnFilterPopup:
        """Press the mark of a heading."""
        header = filter_header(self.table)
        place = header.mark_place(self.section(field)).center()
        self.qtbot.mouseClick(header.viewport(), CLICK, pos=place)
        self.settle()
        return self.popup

    def settle(self) -> None:
        """Wait until the values that are asked for are listed, and let nothing else happen."""
        self.runner.reading.settle()
        QCoreApplication.sendPostedEvents(self.runner.reading)

    def click(self, field: str, modifier: Qt.KeyboardModifier = NONE) -> None:
        header = filter_header(self.table)
        place = QPoint(header.sectionViewportPosition(self.section(field)) + 20, 10)
        self.qtbot.mouseClick(header.viewport(), CLICK, modifier, place)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(QApplication.focusWidget() or self.table, key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Send letters as keyboards with Vietnamese input do, and wait for the list."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                focused = QApplication.focusWidget()
                assert isinstance(focused, QLineEdit)
                QApplication.sendEvent(focused, QKeyEvent(kind, 0, NONE, letter))

    def listed(self) -> list[str]:
        found = self.popup.list
        return [found.item(row).text() for row in range(found.count())]

    @property
    def shown(self) -> list[str]:
        model = self.table.model()
        texts = [str(model.index(row, 0).data() or "") for row in range(model.rowCount())]
        return [text for text in texts if text]

    @property
    def chips(self) -> list[str]:
        return self.page.filters.chips.texts()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("sample")
    services, campaign = sample_office(folder, 40)
    services.close()
    return folder, campaign


@pytest.fixture
def desk(
    qtbot: QtBot, tmp_path: Path, sample: tuple[Path, str], runner: TaskRunner, bus: ChangeBus
) -> Iterator[Desk]:
    folder, campaign = sample
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    services = open_office(tmp_path, clock=today_in_2017, actor="Nguyễn Thị Hường")
    made = Desk(qtbot, services, campaign, runner, bus)
    yield made
    made.page.close()
    runner.stop()
    services.close()


def test_keys_alone_filter_by_what_is_typed(desk: Desk) -> None:
    desk.table.setFocus()
    desk.table.setCurrentIndex(desk.table.model().index(0, desk.section("name")))
    desk.press(K.Key_Down, ALT)
    assert desk.popup.search.hasFocus()
    desk.type("duong hoa")
    desk.press(K.Key_Return)
    assert len(desk.shown) == FLOWERS
    assert desk.chips == ["Tên mô hình: có “duong hoa”"]
    assert desk.columns.popup is None
    assert desk.table.hasFocus()
    desk.qtbot.waitUntil(
        lambda: desk.page.header._subtitle.text().startswith(f"{FLOWERS} trong 40 đăng ký")
    )


def test_values_are_ticked_with_the_space_bar(desk: Desk) -> None:
    desk.open("sector_code")
    assert desk.listed()[:2] == ["(Chọn tất cả)", "KT – Phát triển kinh tế  (5)"]
    desk.press(K.Key_Down)
    desk.press(K.Key_Space)
    assert not desk.popup.apply_button.isEnabled()
    desk.press(K.Key_Down)
    desk.press(K.Key_Space)
    desk.press(K.Key_Return)
    assert len(desk.shown) == 5
    assert desk.chips == ["Lĩnh vực: KT – Phát triển kinh tế"]
    assert filter_header(desk.table)._filtered == {"sector_code"}


def test_values_are_those_of_the_campaign(desk: Desk) -> None:
    other, _ = desk.services.campaigns.create(2018)
    desk.page.show_campaign(other)
    desk.page.refresh(Changes.REGISTRATIONS)
    desk.open("sector_code")
    assert desk.listed() == []


def test_escape_and_a_press_elsewhere_change_nothing(desk: Desk) -> None:
    before = desk.shown
    desk.open("state")
    desk.press(K.Key_Down)
    desk.press(K.Key_Space)
    desk.press(K.Key_Escape)
    assert (desk.columns.popup, desk.shown, desk.chips) == (None, before, [])
    desk.open("state")
    desk.qtbot.mouseClick(desk.page.header, CLICK)
    assert desk.columns.popup is None
    assert desk.shown == before


def test_tab_stays_inside_the_filter(desk: Desk) -> None:
    popup = desk.open("sector_code")
    met = set()
    for _ in range(12):
        desk.press(K.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert popup.isAncestorOf(focused)
        met.add(focused)
    assert {popup.search, popup.list, popup.apply_button, popup.cancel_button} <= met


def test_chips_take_single_conditions_off(desk: Desk) -> None:
    filters = desk.page.filters
    filters.set_column(ColumnCondition("sector_code", ("KT",), labels=("Kinh tế",)))
    filters.set_column(ColumnCondition("people_count", low="150", high="1250"))
    filters.set_column(ColumnCondition("state", ("draft",), is_excluded=True, labels=("Bản nháp",)))
    assert desk.chips == [
        "Lĩnh vực: Kinh tế",
        "Số người, số hộ tham gia: từ 150 đến 1.250",
        "Trạng thái: trừ Bản nháp",
    ] or desk.chips[0::2] == ["Lĩnh vực: Kinh tế", "Trạng thái: trừ Bản nháp"]
    drop = filters.chips.findChildren(QToolButton)[0]
    desk.qtbot.mouseClick(drop, CLICK)
    assert [each.column for each in filters.columns] == ["people_count", "state"]
    filters.clear()
    assert desk.chips == []
    assert len(desk.shown) == 40


def test_a_filter_is_opened_again_as_it_was_and_taken_off(desk: Desk) -> None:
    desk.page.filters.set_column(ColumnCondition("name", words="hoa"))
    popup = desk.open("name")
    assert popup.search.text() == "hoa"
    assert desk.listed()[0] == "(Chọn tất cả kết quả)"
    popup.clear_button.click()
    assert desk.chips == []


def test_numbers_from_to_in_the_grid(desk: Desk) -> None:
    desk.page.modes.turn(to_grid=True)
    desk.open("people_count")
    desk.type("150")
    desk.press(K.Key_Tab)
    desk.type("152")
    desk.press(K.Key_Return)
    grid = desk.page.modes.grid
    assert grid is not None
    assert grid.model.stored_total == 3
    desk.qtbot.waitUntil(lambda: grid.totals.text().startswith("Tổng: 3 đăng ký · 453 người"))
    desk.page.modes.turn(to_grid=False)
    assert len(desk.shown) == 3


def test_shift_adds_keys_and_the_person_finds_them_again(desk: Desk) -> None:
    desk.click("sector_code")
    desk.click("state", SHIFT)
    desk.click("name", SHIFT)
    desk.click("state", SHIFT)
    order = (("sector_code", False), ("state", True), ("name", False))
    assert desk.columns.order == order
    rows = desk.services.registrations.rows(desk.page.table.wanted)
    keys = [(row.sector_code or "~", row.name) for row in rows]
    assert [key[0] for key in keys] == sorted(key[0] for key in keys)
    assert desk.shown == [row.name for row in rows]
    again = RegistrationsPage(desk.services, desk.page._runner, ChangeBus())
    desk.qtbot.addWidget(again)
    assert again.narrowing.columns.order == order
    desk.click("name")
    assert desk.columns.order == (("name", False),)


def test_the_dialog_of_orders_adds_raises_and_drops(desk: Desk) -> None:
    columns = [("unit", "Đơn vị"), ("name", "Tên mô hình"), ("state", "Trạng thái")]
    dialog = SortDialog(columns, (("unit", False),), desk.page)
    desk.qtbot.addWidget(dialog)
    dialog.add_button.click()
    dialog._lines[1][1].choose(True)
    dialog._raise(1)
    assert dialog.order() == (("name", True), ("unit", False))
    dialog.add_button.click()
    assert not dialog.add_button.isEnabled()
    dialog._drop(0)
    assert dialog.order() == (("unit", False), ("state", False))


def test_the_current_cell_stays_through_order_filter_and_refresh(desk: Desk) -> None:
    desk.page.modes.turn(to_grid=True)
    grid = desk.page.modes.grid
    assert grid is not None
    grid.view.go_to(7, 4)
    record = grid.model.id_at(7)
    for act in (
        lambda: desk.columns.set_order((("name", True),)),
        lambda: desk.page.filters.set_column(ColumnCondition("people_count", low="1")),
        lambda: desk.bus.publish(Changes.REGISTRATIONS),
        desk.page.filters.clear,
    ):
        act()
        index = grid.view.currentIndex()
        assert (grid.model.id_at(index.row()), index.column()) == (record, 4)


def test_chosen_rows_of_the_list_stay_chosen(desk: Desk) -> None:
    ids = [desk.page.table.paged.record(row).id for row in (1, 2)]
    desk.page.table.selectRow(1)
    desk.page.table.setSelectionMode(desk.page.table.SelectionMode.MultiSelection)
    desk.page.table.selectRow(2)
    desk.columns.set_order((("name", True),))
    assert sorted(desk.page.table.selected_ids()) == sorted(ids)


def test_a_saved_filter_comes_back_with_its_order(desk: Desk, boxes: list[messages.Box]) -> None:
    saved, filters = desk.page.narrowing.saved, desk.page.filters
    filters.set_column(ColumnCondition("name", words="hoa"))
    desk.columns.set_order((("name", True),))
    saved.save("Đường hoa & cờ")
    shown = desk.shown
    saved.save("đường hoa & cờ")
    assert [box.action for box in boxes] == ["Ghi đè"]
    filters.clear()
    desk.columns.set_order(())
    desk.page.modes.turn(to_grid=True)
    saved.fill()
    saved.menu().actions()[0].trigger()
    assert desk.chips == ["Tên mô hình: có “hoa”"]
    assert desk.shown == shown
    desk.page.modes.turn(to_grid=False)
    assert desk.shown == shown
    saved.remove("Đường hoa & cờ")
    assert desk.services.saved_filters.names() == ()


def test_a_saved_filter_says_what_is_gone(desk: Desk, boxes: list[messages.Box]) -> None:
    wanted = desk.page.narrowing.current()
    gone = ColumnCondition("unit_id", ("nobody",), is_excluded=True, labels=("Xã Cũ",))
    desk.page.filters.set_column(gone)
    desk.page.narrowing.saved.save("Cũ")
    desk.page.filters.clear()
    desk.page.narrowing.saved.apply("Cũ")
    assert "Xã Cũ" in boxes[-1].text
    assert len(desk.shown) == desk.services.registrations.count(wanted)


def test_a_name_is_asked_for(desk: Desk) -> None:
    dialog = NameDialog("Lưu bộ lọc", "", "Lưu", desk.page)
    desk.qtbot.addWidget(dialog)
    assert not dialog.save_button.isEnabled()
    dialog.name.setText("Một")
    assert dialog.save_button.isEnabled()


def test_an_order_that_was_damaged_is_forgotten(desk: Desk, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "other.ini"), QSettings.Format.IniFormat)
    settings.setValue("tables/x/order", "{not json")
    made = ColumnFiltering(
        desk.page.table, desk.services.column_filters, TaskRunner(), settings, "tables/x"
    )
    assert made.order == (("unit", False),)
