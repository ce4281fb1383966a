"""A returned row of the grid takes only what was named; what was undone is redone after a start."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from grid_desk import CONTROL, COST, NAME, PEOPLE, GridDesk, K, grid_desk
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.views.registrations import grid as registration_grid


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[GridDesk]:
    """The first of three rows was returned for its number of people alone."""
    with grid_desk(qtbot, tmp_path) as made:
        first = made.grid.model.id_at(0)
        step = made.services.registrations.step
        step([first], RegistrationAction.SUBMIT)
        step([first], RegistrationAction.RETURN, note="Đếm lại", fields=("people_count",))
        made.bus.publish(Changes.REGISTRATIONS)
        yield made


def test_typing_and_clearing_reach_only_what_was_named(desk: GridDesk) -> None:
    for column in (COST, PEOPLE):
        desk.go(0, column)
        desk.type("7")
        desk.press(K.Key_Return)
    assert (desk.text(0, COST), desk.text(0, PEOPLE)) == ("1.250.000", "7")
    desk.choose(0, PEOPLE, 0, COST)
    desk.press(K.Key_Delete)
    assert (desk.text(0, COST), desk.text(0, PEOPLE)) == ("1.250.000", "")


def test_a_pasted_block_stores_only_what_was_named(desk: GridDesk) -> None:
    QGuiApplication.clipboard().setText("11\t99\n22\t88\n")
    desk.go(0, PEOPLE)
    desk.press(K.Key_V, CONTROL)
    assert desk.column(PEOPLE)[:2] == ["11", "22"]
    assert desk.grid.model.stored_text(0, "cost") == "1.250.000"
    assert desk.text(1, COST) == "88"
    assert "Chỉ được sửa các mục" in desk.grid.faults.item(0).text()


def test_filling_down_passes_over_what_is_closed(desk: GridDesk) -> None:
    desk.go(1, COST)
    desk.type("5")
    desk.press(K.Key_Return)
    desk.choose(0, COST, 2, COST)
    desk.press(K.Key_D, CONTROL)
    assert desk.column(COST) == ["1.250.000"] * 3
    desk.choose(0, NAME, 0, NAME)
    desk.press(K.Key_D, CONTROL)
    assert desk.text(0, NAME) in desk.names


def test_a_bulk_change_leaves_closed_rows(desk: GridDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    class Answered(registration_grid.BulkChangeDialog):
        def exec(self) -> int:
            self.edit.setText("2.000")
            return QDialog.DialogCode.Accepted

    monkeypatch.setattr(registration_grid, "BulkChangeDialog", Answered)
    desk.choose(0, COST, 2, COST)
    desk.grid.change_many()
    assert desk.column(COST) == ["1.250.000", "2.000", "2.000"]


def test_what_was_undone_is_redone_after_a_restart(desk: GridDesk) -> None:
    for text in ("1", "2", "3"):
        desk.go(1, PEOPLE)
        desk.type(text)
        desk.press(K.Key_Return)
    desk.go(1, PEOPLE)
    desk.press(K.Key_Z, CONTROL)
    desk.press(K.Key_Z, CONTROL)
    assert desk.text(1, PEOPLE) == "1"
    for expected in ("2", "3"):
        desk.grid = desk.new_grid()
        desk.go(1, PEOPLE)
        desk.press(K.Key_Y, CONTROL)
        assert desk.text(1, PEOPLE) == expected
    desk.grid = desk.new_grid()
    desk.go(1, PEOPLE)
    desk.press(K.Key_Z, CONTROL)
    assert desk.text(1, PEOPLE) == "2"
