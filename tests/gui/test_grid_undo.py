"""Ctrl+Z and Ctrl+Y of the entry grid, over what is stored and what is not (hoàn tác)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from grid_desk import CONTROL, NAME, PEOPLE, SECTOR, UNIT, K, grid_desk
from grid_desk import GridDesk as Desk
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from dvk_desktop.views import messages

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with grid_desk(qtbot, tmp_path) as made:
        yield made


def undo(desk: Desk) -> None:
    desk.press(K.Key_Z, CONTROL)


def redo(desk: Desk) -> None:
    desk.press(K.Key_Y, CONTROL)


def type_row(desk: Desk, *texts: str) -> None:
    desk.grid.go_to_new()
    for text in texts:
        desk.type(text)
        desk.press(K.Key_Tab)


def paste(desk: Desk, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    desk.press(K.Key_V, CONTROL)


def test_undo_takes_back_what_was_typed_before_what_is_stored(desk: Desk) -> None:
    names = desk.names
    type_row(desk, "Vườn mẫu", "yen thanh")
    assert desk.grid.model.drafts == [{"name": "Vườn mẫu", "unit_id": "Xã Yên Thành"}]
    undo(desk)
    assert desk.grid.model.drafts == [{"name": "Vườn mẫu"}]
    undo(desk)
    assert desk.grid.model.drafts == []
    assert desk.names == names
    redo(desk)
    redo(desk)
    assert desk.grid.model.drafts == [{"name": "Vườn mẫu", "unit_id": "Xã Yên Thành"}]
    undo(desk)
    undo(desk)
    undo(desk)
    desk.settle(0)


def test_what_is_taken_back_is_named_with_what_comes_next(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(messages, "tell", lambda _source, text, *_: heard.append(text))
    type_row(desk, "Vườn mẫu", "nơi lạ")
    undo(desk)
    assert heard[-1] == (
        "Hoàn tác: gõ “nơi lạ” ở dòng 4. Ctrl+Z tiếp theo: gõ “Vườn mẫu” ở dòng 4."
    )


def test_typing_and_storing_are_taken_back_in_their_order(desk: Desk) -> None:
    type_row(desk, "Dở dang")
    desk.go(0, PEOPLE)
    desk.type("77")
    desk.press(K.Key_Return)
    undo(desk)
    assert desk.text(0, PEOPLE) != "77"
    assert desk.grid.model.drafts == [{"name": "Dở dang"}]
    undo(desk)
    assert desk.grid.model.drafts == []
    redo(desk)
    assert desk.grid.model.drafts == [{"name": "Dở dang"}]
    assert desk.text(0, PEOPLE) != "77"
    redo(desk)
    assert desk.text(0, PEOPLE) == "77"


def test_undoing_a_paste_takes_its_half_taken_rows_along(desk: Desk) -> None:
    desk.grid.go_to_new()
    paste(desk, "Tổ A\tYên Phong\r\nTổ B\tXã Lạ\r\nTổ C\tYên Hòa\r\n")
    desk.settle(5)
    assert len(desk.grid.model.drafts) == 1
    undo(desk)
    assert (desk.grid.model.stored_total, desk.grid.model.drafts) == (3, [])
    assert desk.grid.faults.count() == 0
    redo(desk)
    assert desk.grid.model.stored_total == 5
    assert [row["name"] for row in desk.grid.model.drafts] == ["Tổ B"]


def test_a_text_that_a_cell_did_not_take_is_taken_back_first(desk: Desk) -> None:
    desk.go(1, PEOPLE)
    before = desk.text(1, PEOPLE)
    desk.type("mươi")
    desk.press(K.Key_Return)
    assert desk.text(1, PEOPLE) == "mươi"
    undo(desk)
    assert desk.text(1, PEOPLE) == before
    assert desk.grid.model.stored_total == 3
    redo(desk)
    assert desk.text(1, PEOPLE) == "mươi"
    desk.grid.restore()
    undo(desk)
    assert desk.text(1, PEOPLE) == "mươi"


def test_a_row_that_was_stored_is_taken_back_whole(desk: Desk) -> None:
    type_row(desk, "Đường hoa", "yen thanh", "kinh te")
    desk.press(K.Key_Return)
    desk.settle(4)
    undo(desk)
    desk.settle(3)
    assert desk.grid.model.drafts == []
    redo(desk)
    desk.settle(4)


def test_undo_reaches_typing_from_before_another_filter(desk: Desk) -> None:
    type_row(desk, "Còn dở")
    desk.grid.show_wanted(desk.grid.store.wanted)
    assert desk.grid.model.drafts == [{"name": "Còn dở"}]
    undo(desk)
    assert desk.grid.model.drafts == []
    assert desk.grid.model.stored_total == 3


def test_rows_that_are_not_stored_are_removed_and_come_back(desk: Desk) -> None:
    type_row(desk, "Dòng một")
    desk.press(K.Key_Return)
    type_row(desk, "Dòng hai")
    desk.choose(3, NAME, 4, SECTOR)
    desk.press(K.Key_Minus, CONTROL)
    assert desk.grid.model.drafts == []
    assert desk.services.row_drafts.kept(desk.campaign).rows == ()
    undo(desk)
    assert [row["name"] for row in desk.grid.model.drafts] == ["Dòng một", "Dòng hai"]
    header = [desk.grid.model.headerData(row, Qt.Orientation.Vertical) for row in (2, 4, 5)]
    assert header == ["3", "5 *", "*"]
    assert len(desk.services.row_drafts.kept(desk.campaign).rows) == 2


def test_removing_stored_rows_is_asked_for(desk: Desk) -> None:
    desk.choose(0, NAME, 1, UNIT)
    with desk.qtbot.waitSignal(desk.grid.steps.remove_asked) as asked:
        desk.press(K.Key_Minus, CONTROL)
    assert [row.id for row in asked.args[0]] == [desk.grid.model.id_at(row) for row in (0, 1)]


def test_shift_and_space_choose_the_row(desk: Desk) -> None:
    desk.go(1, PEOPLE)
    desk.press(K.Key_Space, SHIFT)
    rows, columns = desk.grid.view.chosen_cells()
    assert rows == [1]
    assert columns == desk.grid.view.shown_columns()


def test_a_pasted_block_stays_chosen(desk: Desk) -> None:
    desk.go(0, PEOPLE)
    paste(desk, "5\t6\r\n7\t8\r\n")
    rows, columns = desk.grid.view.chosen_cells()
    assert (rows, columns) == ([0, 1], [PEOPLE, PEOPLE + 1])


def test_a_pasted_block_is_in_sight_above_its_faults(desk: Desk) -> None:
    desk.grid.resize(1300, 420)
    desk.grid.go_to_new()
    paste(desk, "".join(f"Tổ {n}\tXã Lạ\r\n" for n in range(20)))
    desk.go(desk.grid.model.row_total() - 1, NAME)
    paste(desk, "Tổ A\tXã Lạ\r\nTổ B\tXã Lạ\r\n")
    view, last = desk.grid.view, desk.grid.model.row_total() - 2
    index = desk.grid.model.index(last, NAME)
    desk.qtbot.waitUntil(lambda: view.viewport().rect().contains(view.visualRect(index)))
    assert desk.text(last, NAME) == "Tổ B"
