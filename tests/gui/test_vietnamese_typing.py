"""Unikey, EVKey and input methods are just typing: no letter is lost, doubled or moved."""

import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from grid_desk import COST, NAME, UNIT, GridDesk, grid_desk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from vietnamese_keyboard import Target, compose, press, reselect, retype

from dvk_desktop.domain.changes import EVERYTHING
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.counted_dialog import CountedDialog
from dvk_desktop.views.item_models.grid_columns import grid_columns
from dvk_desktop.views.reason_dialog import ReasonDialog
from dvk_desktop.views.registrations.form import RegistrationForm
from dvk_desktop.views.registrations.page import RegistrationsPage
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.global_search import GlobalSearch, SearchHit
from dvk_desktop.views.widgets.search_box import SearchBox

K = Qt.Key
TEXT = "Đường hoa, tiếng Việt ở xóm Thượng giữ sạch"
WAYS: dict[str, Callable[[Target, str], None]] = {
    "unikey": retype,
    "unikey decomposed": partial(retype, form="NFD"),
    "evkey choosing": reselect,
    "input method": compose,
    "input method decomposed": partial(compose, form="NFD"),
}
LONG = [column.key for column in grid_columns()].index("situation")


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> Callable[[Target, str], None]:
    return WAYS[request.param]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[GridDesk]:
    with grid_desk(qtbot, tmp_path) as made:
        yield made


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def text_of(widget: QWidget) -> str:
    assert isinstance(widget, QLineEdit | QPlainTextEdit)
    text = widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()
    return unicodedata.normalize("NFC", text)


def hits_for(text: str) -> list[SearchHit]:
    return [SearchHit("registrations", "1", f"{text} {number}") for number in range(3)]


def searching() -> QWidget:
    made = GlobalSearch("Tìm")
    made.set_searcher(hits_for)
    return made


def form_field(key: str) -> tuple[QWidget, QWidget]:
    form = RegistrationForm()
    return form, form.field(key)


def reason() -> tuple[QWidget, QWidget]:
    dialog = ReasonDialog("Trả lại", "", "Trả lại", {"goals": "Mục tiêu"})
    return dialog, dialog.ui.note_edit


def counted() -> tuple[QWidget, QWidget]:
    dialog = CountedDialog("Thu hồi?", ["a"], "Thu hồi", reason="Lý do")
    return dialog, dialog.reason_edit


def alone(widget: QWidget) -> tuple[QWidget, QWidget]:
    return widget, widget


@pytest.mark.parametrize(
    "make",
    [
        partial(form_field, "name"),
        partial(form_field, "lead_body"),
        partial(form_field, "situation"),
        lambda: alone(SearchBox("Tìm")),
        lambda: alone(searching()),
        reason,
        counted,
    ],
)
def test_fields_take_every_letter_once(
    qtbot: QtBot, way: Callable[[Target, str], None], make: Callable[[], tuple[QWidget, QWidget]]
) -> None:
    window, field = make()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    way(lambda: field, TEXT)
    assert text_of(field) == TEXT
    window.close()


@pytest.mark.parametrize("column", [NAME, LONG])
@pytest.mark.parametrize("row", [0, 3])
def test_the_first_letter_begins_a_cell(
    desk: GridDesk, way: Callable[[Target, str], None], row: int, column: int
) -> None:
    if column == LONG and row == 3:
        desk.go(3, NAME)
        desk.type("Tên")
    desk.go(row, column)
    desk.grid.view.setFocus()
    way(focused, TEXT)
    assert text_of(focused()) == TEXT
    desk.press(K.Key_Tab)
    assert desk.text(row, column) == TEXT


def test_lists_in_cells_follow_what_is_typed(
    desk: GridDesk, way: Callable[[Target, str], None]
) -> None:
    desk.go(0, UNIT)
    way(focused, "Yên Thịnh")
    assert text_of(focused()) == "Yên Thịnh"
    desk.press(K.Key_Return)
    assert desk.text(0, UNIT) == "Thị trấn Yên Thịnh"


def test_numbers_are_not_touched_by_the_keyboard(desk: GridDesk) -> None:
    desk.go(0, COST)
    retype(focused, "125000")
    desk.press(K.Key_Return)
    assert desk.text(0, COST) == "125.000"


@pytest.mark.parametrize("name", ["unikey", "unikey decomposed", "evkey choosing"])
def test_choices_are_found_by_retyped_words(qtbot: QtBot, name: str) -> None:
    combo = ChoiceCombo()
    qtbot.addWidget(combo)
    combo.offer((text, text) for text in ("Chưa chọn", "Xã Yên Phong", "Xã Yên Thành", "Xã Thiên"))
    combo.show()
    WAYS[name](lambda: combo, "xã yên thà")
    assert combo.currentText() == "Xã Yên Thành"


def test_search_results_leave_the_keyboard_to_the_box(
    qtbot: QtBot, way: Callable[[Target, str], None]
) -> None:
    box = searching()
    assert isinstance(box, GlobalSearch)
    qtbot.addWidget(box)
    box.show()
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    box.setFocus()
    way(focused, "tiếng")
    qtbot.waitUntil(lambda: bool(box.hits()))
    way(focused, " Việt")
    assert (text_of(box), focused()) == ("tiếng Việt", box)


@pytest.mark.parametrize("key", ["lead_body", "situation"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_saving_decomposed_text_leaves_the_cursor(
    desk: GridDesk, qtbot: QtBot, runner: TaskRunner, bus: ChangeBus, key: str, form: str
) -> None:
    page = RegistrationsPage(desk.services, runner, bus)
    qtbot.addWidget(page)
    page.show_campaign(desk.campaign)
    page.refresh(EVERYTHING)
    page.show()
    page.show_record(desk.grid.model.id_at(0))
    field = page.editor.form.field(key)
    press(lambda: field, K.Key_A, "", Qt.KeyboardModifier.ControlModifier)
    retype(lambda: field, TEXT, form)
    for _ in range(4):
        press(lambda: field, K.Key_Left)
    assert page.editor.save()
    press(lambda: field, 0, "X")
    assert text_of(field) == f"{TEXT[:-4]}X{TEXT[-4:]}"
    record = page.editor.record_id
    assert getattr(desk.services.registrations.detail(record).draft, key) == TEXT
    page.editor.discard()
    page.close()
