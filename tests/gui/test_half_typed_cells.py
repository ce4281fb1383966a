"""What was being typed into a stored row when the program stopped is offered again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from grid_desk import COST, NAME, UNIT, GridDesk, K, grid_desk
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from dvk_desktop.domain.changes import Changes
from dvk_desktop.services.registrations.row_drafts import FILE_NAME
from dvk_desktop.views.registrations.grid import RegistrationGrid


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[GridDesk]:
    with grid_desk(qtbot, tmp_path) as made:
        yield made


def half_typed(desk: GridDesk, column: int, text: str) -> None:
    """Type into a cell and leave the editor open, until the disk has it."""
    store = desk.services.row_drafts
    desk.go(0, column)
    desk.type(text)
    desk.qtbot.waitUntil(
        lambda: [cell.text for cell in store.kept(desk.campaign).cells] == [text], timeout=2000
    )


def restart(desk: GridDesk) -> RegistrationGrid:
    """Open the grid as after a kill: with what the disk had while the editor was open."""
    path = desk.services.folder / FILE_NAME
    kept = path.read_bytes()
    desk.press(K.Key_Escape)
    store = desk.services.row_drafts
    desk.qtbot.waitUntil(lambda: store.kept(desk.campaign).cells == (), timeout=2000)
    desk.grid.close()
    path.write_bytes(kept)
    desk.grid = desk.new_grid()
    return desk.grid


def press(grid: RegistrationGrid, text: str) -> None:
    buttons = grid.half_typed.findChildren(QPushButton)
    next(made for made in buttons if made.text() == text).click()


def test_half_typed_cell_is_on_the_disk_and_comes_back(desk: GridDesk) -> None:
    before = desk.text(0, NAME)
    half_typed(desk, NAME, "Đường ho")
    other = restart(desk)
    assert other.model.text(0, "name") == "Đường ho"
    assert other.half_typed.isVisibleTo(other)
    assert other.faults.item(0).text() == (
        "Dòng 1, Tên mô hình: Đang gõ dở thì chương trình dừng, chưa lưu;"
        f" giá trị đang lưu: “{before}”."
    )
    assert "Đường ho" not in desk.names


def test_keeping_stores_what_was_half_typed(desk: GridDesk) -> None:
    half_typed(desk, COST, "77")
    other = restart(desk)
    press(other, "Giữ")
    assert (other.model.text(0, "cost"), other.faults.count()) == ("77", 0)
    assert not other.half_typed.isVisibleTo(other)
    assert desk.services.row_drafts.kept(desk.campaign).cells == ()
    assert desk.new_grid().model.text(0, "cost") == "77"


def test_giving_up_lets_hold_what_is_stored(desk: GridDesk) -> None:
    half_typed(desk, COST, "77")
    other = restart(desk)
    press(other, "Bỏ")
    assert (other.model.text(0, "cost"), other.faults.count()) == ("1.250.000", 0)
    assert desk.services.row_drafts.kept(desk.campaign).cells == ()


def test_enter_in_the_cell_keeps_it_too(desk: GridDesk) -> None:
    half_typed(desk, COST, "77")
    restart(desk)
    desk.go(0, COST)
    desk.press(K.Key_F2)
    desk.press(K.Key_Return)
    assert desk.grid.model.stored_text(0, "cost") == "77"


def test_both_values_are_told_when_another_changed_the_cell(desk: GridDesk) -> None:
    half_typed(desk, COST, "77")
    registration = desk.grid.model.id_at(0)
    draft = desk.services.registrations.detail(registration).draft
    desk.services.registrations.correct(registration, replace(draft, cost=9_000))
    assert restart(desk).faults.item(0).text() == (
        "Dòng 1, Kinh phí (đồng): Đang gõ dở thì chương trình dừng, chưa lưu;"
        " lúc gõ ô này là “1.250.000”, nay đã được sửa thành “9.000”."
    )


@pytest.mark.parametrize("key", [K.Key_Escape, K.Key_Return])
def test_a_finished_cell_leaves_nothing_on_the_disk(desk: GridDesk, key: K) -> None:
    half_typed(desk, COST, "77")
    desk.press(key)
    store = desk.services.row_drafts
    desk.qtbot.waitUntil(lambda: store.kept(desk.campaign).cells == (), timeout=2000)


@pytest.mark.parametrize(
    ("column", "field", "typed", "stored"),
    [
        (NAME, "name", "Hũ gạo", "Hũ gạo"),
        (UNIT, "unit_id", "yen thanh", "Xã Yên Thành"),
        (COST, "cost", "5", "5"),
    ],
)
def test_a_change_from_elsewhere_takes_what_is_typed(
    desk: GridDesk, column: int, field: str, typed: str, stored: str
) -> None:
    desk.go(1, column)
    desk.type(typed)
    draft = desk.services.registrations.detail(desk.grid.model.id_at(0)).draft
    desk.services.registrations.register(desk.campaign, replace(draft, name="Từ nơi khác"))
    desk.bus.publish(Changes.REGISTRATIONS)
    assert desk.grid.model.stored_text(1, field) == stored
    assert desk.grid.model.stored_total == 4
