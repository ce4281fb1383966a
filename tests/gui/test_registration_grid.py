"""The entry grid, driven by keys, the clipboard and input methods as a clerk drives it."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from grid_desk import CONTROL, COST, NAME, PEOPLE, SECTOR, UNIT, K, grid_desk
from grid_desk import GridDesk as Desk
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from dvk_desktop.domain.changes import EVERYTHING, Changes
from dvk_desktop.domain.records.registration import RegistrationDraft, RegistrationFilter
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.registrations import grid as registration_grid
from dvk_desktop.views.registrations.page import RegistrationsPage
from dvk_desktop.views.tasks import TaskRunner


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with grid_desk(qtbot, tmp_path) as made:
        yield made


def test_new_row_needs_keys_only(desk: Desk) -> None:
    desk.grid.go_to_new()
    desk.type("Đường hoa")
    desk.press(K.Key_Tab)
    desk.type("yen thanh")
    desk.press(K.Key_Tab)
    desk.type("kinh te")
    desk.press(K.Key_Return)
    desk.settle(4)
    assert [desk.text(3, n) for n in (NAME, UNIT, SECTOR)] == [
        "Đường hoa",
        "Xã Yên Thành",
        "Phát triển kinh tế",
    ]
    assert desk.place == (4, NAME)
    assert "Đường hoa" in desk.names


def test_enter_stays_in_its_column_without_a_run_of_tabs(desk: Desk) -> None:
    desk.go(0, PEOPLE)
    desk.press(K.Key_Tab)
    desk.go(0, COST)
    desk.go(1, COST)
    desk.press(K.Key_Return)
    assert desk.place == (2, COST)


@pytest.mark.parametrize(
    ("key", "place"),
    [
        (K.Key_Home, (0, NAME)),
        (K.Key_Up, (0, PEOPLE)),
        (K.Key_Down, (2, PEOPLE)),
        (K.Key_Left, (1, NAME)),
    ],
)
def test_a_jump_with_control_takes_the_choice_along(
    desk: Desk, key: K, place: tuple[int, int]
) -> None:
    desk.go(1, PEOPLE)
    desk.press(key, CONTROL)
    assert desk.place == place
    rows, columns = desk.grid.view.chosen_cells()
    assert (rows, columns) == ([place[0]], [place[1]])


def test_keys_move_edit_and_clear(desk: Desk) -> None:
    desk.go(0, PEOPLE)
    desk.press(K.Key_Tab)
    assert desk.grid.view.currentIndex().column() == COST
    desk.press(K.Key_Return)
    assert desk.place == (1, PEOPLE)
    desk.go(1, COST)
    desk.press(K.Key_F2)
    assert isinstance(desk.target, QLineEdit)
    desk.type("9")
    desk.press(K.Key_Escape)
    assert desk.text(1, COST) == "1.250.000"
    desk.press(K.Key_Delete)
    assert desk.column(COST) == ["1.250.000", "", "1.250.000"]


def test_half_typed_row_survives_a_kill(desk: Desk) -> None:
    desk.grid.go_to_new()
    desk.type("Tuyến đường ho")
    store = desk.services.row_drafts
    desk.qtbot.waitUntil(lambda: bool(store.kept(desk.campaign).rows), timeout=2000)
    other = desk.new_grid()
    assert str(other.model.index(3, NAME).data()) == "Tuyến đường ho"
    assert other.model.stored_total == 3


def test_draft_file_is_empty_once_stored(desk: Desk) -> None:
    desk.grid.go_to_new()
    desk.type("Hũ gạo")
    desk.press(K.Key_Tab)
    desk.type("mai son")
    desk.press(K.Key_Return)
    desk.settle(4)
    assert desk.services.row_drafts.kept(desk.campaign).rows == ()


def test_escape_leaves_no_draft(desk: Desk) -> None:
    store = desk.services.row_drafts
    desk.grid.go_to_new()
    desk.type("Nhầm")
    desk.qtbot.waitUntil(lambda: bool(store.kept(desk.campaign).rows), timeout=2000)
    desk.press(K.Key_Escape)
    desk.qtbot.waitUntil(lambda: not store.kept(desk.campaign).rows, timeout=2000)
    assert desk.grid.model.drafts == []


def test_row_without_unit_stays_and_says_why(desk: Desk) -> None:
    desk.grid.go_to_new()
    desk.type("Hũ gạo")
    desk.press(K.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.grid.faults.count() == 1)
    assert desk.grid.faults.item(0).text() == (
        "Dòng 4, Đơn vị: “Đơn vị đăng ký” không được để trống."
    )


def test_block_from_excel_over_cells_and_new_rows(desk: Desk) -> None:
    text = (
        "Tổ tự quản A\tXã Yên Phong\tkinh te\r\n"
        '"Tổ ""B"""\tXã Lạ\tVHXH\r\n'
        "Tổ C\tyen hoa\tdu lịch\r\n"
    )
    before = len(desk.services.history.recent())
    QGuiApplication.clipboard().setText(text)
    desk.go(2, NAME)
    desk.press(K.Key_V, CONTROL)
    assert desk.column(NAME)[2:] == ["Tổ tự quản A", "Tổ C"]
    assert desk.text(3, SECTOR) == "du lịch"
    assert [desk.text(4, n) for n in (NAME, UNIT)] == ['Tổ "B"', "Xã Lạ"]
    assert desk.grid.faults.count() == 2
    assert len(desk.services.history.recent()) == before + 1
    desk.press(K.Key_Z, CONTROL)
    assert "Tổ C" not in desk.names
    desk.press(K.Key_Y, CONTROL)
    assert "Tổ C" in desk.names


def test_copied_block_comes_back(desk: Desk) -> None:
    desk.choose(0, PEOPLE, 1, COST)
    desk.press(K.Key_C, CONTROL)
    content = QGuiApplication.clipboard().mimeData()
    assert content.text() == "145\t1.250.000\n146\t1.250.000\n"
    assert "<td>145</td>" in content.html()
    desk.press(K.Key_X, CONTROL)
    assert desk.column(COST) == ["", "", "1.250.000"]
    desk.go(1, PEOPLE)
    desk.press(K.Key_V, CONTROL)
    assert desk.column(PEOPLE) == ["", "145", "146"]


def test_fill_down_and_undo_after_restart(desk: Desk) -> None:
    desk.choose(0, PEOPLE, 2, PEOPLE)
    desk.press(K.Key_D, CONTROL)
    assert desk.column(PEOPLE) == ["145", "145", "145"]
    desk.grid = desk.new_grid()
    desk.press(K.Key_Z, CONTROL)
    assert desk.column(PEOPLE) == ["145", "146", "147"]


def test_bulk_change_shows_before_and_after(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[list[str]] = []

    class Answered(registration_grid.BulkChangeDialog):
        def exec(self) -> int:
            self.edit.setText("2.000")
            cells = [self.table.item(row, n) for row in range(3) for n in (1, 2)]
            shown.append([item.text() for item in cells])
            return QDialog.DialogCode.Accepted

    monkeypatch.setattr(registration_grid, "BulkChangeDialog", Answered)
    desk.choose(0, COST, 2, COST)
    desk.grid.change_many()
    assert shown == [["1.250.000", "2.000"] * 3]
    assert desk.column(COST) == ["2.000"] * 3


def test_unreadable_cell_keeps_its_text(desk: Desk) -> None:
    desk.go(0, COST)
    desk.type("nhiều")
    desk.press(K.Key_Return)
    assert desk.text(0, COST) == "nhiều"
    assert desk.services.row_drafts.kept(desk.campaign).cells[0].text == "nhiều"
    desk.go(0, COST)
    desk.grid.restore()
    assert desk.text(0, COST) == "1.250.000"
    desk.type("500")
    desk.press(K.Key_Return)
    assert (desk.text(0, COST), desk.grid.faults.count()) == ("500", 0)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_input_method_commits_are_just_typing(desk: Desk, form: str) -> None:
    wanted = "Đường liên thôn"
    desk.grid.go_to_new()
    for word in unicodedata.normalize(form, wanted).split(" "):
        for part in (word[:1], word):
            QApplication.sendEvent(desk.target, QInputMethodEvent(part, []))
        event = QInputMethodEvent("", [])
        event.setCommitString(word + " ")
        QApplication.sendEvent(desk.target, event)
    desk.press(K.Key_Return)
    assert desk.grid.model.drafts[0]["name"] == wanted


@pytest.mark.parametrize("column", [NAME, UNIT])
def test_backspace_and_retype_as_unikey_sends_it(desk: Desk, column: int) -> None:
    desk.grid.go_to_new()
    desk.go(3, column)
    desk.type("Xa")
    desk.press(K.Key_Backspace)
    desk.type("ã Ye")
    desk.press(K.Key_Backspace)
    desk.type("ên")
    assert isinstance(desk.target, QLineEdit)
    assert desk.target.text() == "Xã Yên"


def test_columns_are_remembered(desk: Desk) -> None:
    desk.grid.view.setColumnWidth(NAME, 333)
    desk.grid.view.horizontalHeader().moveSection(COST, 1)
    header = desk.new_grid().view.horizontalHeader()
    assert (header.sectionSize(NAME), header.visualIndex(COST)) == (333, 1)


def test_totals_follow(desk: Desk) -> None:
    desk.qtbot.waitUntil(lambda: "3 đăng ký · 438 người" in desk.grid.totals.text())
    desk.choose(0, PEOPLE, 2, PEOPLE)
    desk.press(K.Key_Delete)
    desk.qtbot.waitUntil(lambda: "3 đăng ký · 0 người" in desk.grid.totals.text())


def test_undo_and_redo_go_step_by_step(desk: Desk) -> None:
    for text in ("1", "2"):
        desk.go(0, COST)
        desk.type(text)
        desk.press(K.Key_Return)
    seen = []
    desk.go(0, COST)
    for key in (K.Key_Z, K.Key_Z, K.Key_Y, K.Key_Y):
        desk.press(key, CONTROL)
        seen.append(desk.text(0, COST))
    assert seen == ["1", "1.250.000", "1", "2"]


def test_undo_moves_only_the_rows_it_touched(desk: Desk) -> None:
    """A row added or taken away by another change set stays out of sight until all is read."""
    ids = [desk.grid.model.id_at(row) for row in range(3)]
    desk.go(1, NAME)
    desk.type("Anh em hòa giải")
    desk.press(K.Key_Return)
    desk.services.registrations.remove([ids[0]])
    desk.grid.undoing.undo()
    desk.grid.undoing.undo()
    shown = [desk.grid.model.id_at(row) for row in range(desk.grid.model.stored_total)]
    assert shown == ids
    assert desk.text(1, NAME) != "Anh em hòa giải"
    desk.services.registrations.remove([ids[1]])
    desk.grid.refresh(RegistrationFilter(desk.campaign))
    desk.grid.undoing.undo()
    shown = [desk.grid.model.id_at(row) for row in range(desk.grid.model.stored_total)]
    assert shown == [ids[0], ids[2], ids[1]]


def test_closed_cells_stay_closed(desk: Desk) -> None:
    desk.go(0, 14)
    desk.type("x")
    assert desk.target is desk.grid.view


def test_first_column_stays_in_sight(desk: Desk) -> None:
    desk.grid.resize(700, 500)
    desk.go(0, COST)
    assert desk.grid.frozen.isVisible()
    assert desk.grid.view.visualRect(desk.grid.view.currentIndex()).left() >= 250
    desk.go(0, NAME)
    assert desk.grid.frozen.isHidden()
    desk.grid.frozen.freeze(0)
    desk.go(0, COST)
    assert desk.grid.frozen.isHidden()
    assert desk.new_grid().frozen.count == 0


def test_page_turns_with_ctrl_b(desk: Desk, runner: TaskRunner, bus: ChangeBus) -> None:
    page = RegistrationsPage(desk.services, runner, bus)
    desk.qtbot.addWidget(page)
    page.show_campaign(desk.campaign)
    page.refresh(EVERYTHING)
    page.show()
    page.activateWindow()
    desk.qtbot.waitUntil(page.isActiveWindow)
    page.table.setFocus()
    desk.qtbot.keyClick(page.table, K.Key_B, CONTROL)
    assert page.modes.grid is not None
    assert page.modes.grid.model.stored_total == 3
    page.new()
    assert page.modes.grid.view.currentIndex().row() == 3
    desk.qtbot.keyClick(page.modes.grid.view, K.Key_B, CONTROL)
    assert not page.modes.is_grid
    page.close()


def test_list_catches_up_with_what_the_grid_stored(
    desk: Desk, runner: TaskRunner, bus: ChangeBus
) -> None:
    page = RegistrationsPage(desk.services, runner, bus)
    desk.qtbot.addWidget(page)
    page.show_campaign(desk.campaign)
    page.refresh(EVERYTHING)
    page.modes.turn(to_grid=True)
    unit = desk.services.units.units()[0].id
    desk.services.registrations.register(desk.campaign, RegistrationDraft(unit, "Tổ tự quản"))
    with desk.qtbot.waitSignal(page.table.counted) as told:
        page.refresh(Changes.REGISTRATIONS)
    assert "4 đăng ký" in str(told.args)
    assert page.table.paged.row_total() == 3
    page.modes.turn(to_grid=False)
    assert page.table.paged.row_total() == 4
    page.close()
