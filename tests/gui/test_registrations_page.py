"""The page of registrations, driven as a specialist drives it."""

import shutil
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from registrations_office import (
    NAMES,
    all_rows,
    draft_of,
    empty_office,
    sample_office,
    today_in_2017,
)

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.records.registration import RegistrationDraft, RegistrationFilter
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.domain.terms import RegistrationKind, RegistrationState, SubjectType
from dvk_desktop.services.services import Services
from dvk_desktop.views import file_choice, messages
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.frame.main_window import MainWindow
from dvk_desktop.views.messages import Answer
from dvk_desktop.views.page import Page, PageEntry
from dvk_desktop.views.reason_dialog import ReasonDialog
from dvk_desktop.views.registrations.page import RegistrationsPage
from dvk_desktop.views.tasks import TaskRunner

LEADS = "Chi đoàn và Chi hội Phụ nữ xóm 3"
CLICK = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
S = RegistrationState


def typed(widget: QWidget, text: str) -> None:
    """Send each letter as Vietnamese input methods do: an event with a text and no key."""
    widget.setFocus()
    none = Qt.KeyboardModifier.NoModifier
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, none, letter))


class Desk:
    """A window on one page, and the services behind it."""

    def __init__(
        self, qtbot: QtBot, services: Services, campaign: str, runner: TaskRunner, bus: ChangeBus
    ) -> None:
        self.services, self.campaign, self.qtbot = services, campaign, qtbot
        self.runner = runner
        page = PageEntry(
            "registrations", "Đăng ký", "edit", lambda: RegistrationsPage(services, runner, bus)
        )
        other = PageEntry("other", "Khác", "home", Page)
        self.window = MainWindow([page, other], runner=runner, bus=bus)
        qtbot.addWidget(self.window)
        self.window.resize(1300, 700)
        self.window.show_campaigns([(campaign, "2017")], campaign)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        opened = self.window.open_page("registrations")
        assert isinstance(opened, RegistrationsPage)
        self.page = opened

    @property
    def shown(self) -> list[str]:
        model = self.page.table.paged
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    @property
    def state(self) -> RegistrationState:
        return self.services.registrations.detail(self.page.editor.record_id).state

    def field(self, key: str) -> QWidget:
        return self.page.editor.form.field(key)

    def choose(self, row: int) -> str:
        """Click on a row and wait for its form."""
        record = self.page.table.paged.record(row)
        assert record is not None
        index = self.page.table.paged.index(row, 0)
        self.page.table.scrollTo(index)
        place = self.page.table.visualRect(index).center()
        self.qtbot.mouseClick(self.page.table.viewport(), CLICK, pos=place)
        self.qtbot.waitUntil(lambda: self.page.editor.record_id == record.id)
        return record.id

    def press(self, name: str) -> None:
        made = self.page.findChild(QPushButton, name)
        assert made is not None
        self.qtbot.mouseClick(made, CLICK)
        self.qtbot.waitUntil(lambda: self.runner.unfinished == ())

    def keys(self, key: Qt.Key, modifier: Qt.KeyboardModifier = CONTROL) -> None:
        focused = self.window.focusWidget() or self.page
        self.qtbot.keyClick(focused, key, modifier)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """An office to copy: to found one takes a second."""
    folder = tmp_path_factory.mktemp("sample")
    services, campaign = sample_office(folder, 24)
    services.close()
    return folder, campaign


@pytest.fixture
def desk(
    qtbot: QtBot, tmp_path: Path, sample: tuple[Path, str], runner: TaskRunner, bus: ChangeBus
) -> Iterator[Desk]:
    folder, campaign = sample
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    services = open_office(tmp_path, clock=today_in_2017, actor="Nguyễn Thị Hường")
    yield Desk(qtbot, services, campaign, runner, bus)
    runner.stop()
    services.close()


@pytest.fixture(autouse=True)
def answer(monkeypatch: pytest.MonkeyPatch) -> list[Answer]:
    """Answers to the question about unsaved text, taken from the front; then it is given up."""
    answers: list[Answer] = []

    def ask(parent: QWidget, text: str) -> Answer:
        return answers.pop(0) if answers else Answer.DISCARD

    monkeypatch.setattr(messages, "ask_to_save", ask)
    return answers


def row_in(desk: Desk, state: RegistrationState) -> int:
    rows = desk.services.registrations.rows(RegistrationFilter(desk.campaign))
    return next(place for place, row in enumerate(rows) if row.state is state)


def test_the_list_and_its_totals(desk: Desk):
    assert desk.shown == all_rows(desk.services, desk.campaign)
    subtitle = desk.page.header._subtitle
    desk.qtbot.waitUntil(lambda: "24 đăng ký" in subtitle.text())
    assert subtitle.text() == "24 đăng ký · 3 KT · 12 VHXH · 3 QPAN · 3 HTCT · 3 NTM · 2 nộp muộn"


def test_typing_a_new_registration_and_saving_it_with_the_keyboard_alone(desk: Desk):
    desk.keys(Qt.Key.Key_N)
    desk.qtbot.waitUntil(desk.field("name").hasFocus)
    typed(desk.field("name"), "Vườn rau sạch")
    desk.qtbot.keyClick(desk.field("name"), Qt.Key.Key_Tab)
    typed(desk.field("unit_id"), "yen thanh")
    typed(desk.field("sector_code"), "kinh te")
    typed(desk.field("registered_on"), "5/3/17")
    typed(desk.field("cost"), "1250000")
    typed(desk.field("work_days"), "18,5")
    typed(desk.field("goals"), "Mỗi hộ một vườn")
    desk.qtbot.keyClick(desk.field("goals"), Qt.Key.Key_Return)
    typed(desk.field("goals"), "Không dùng thuốc")
    desk.keys(Qt.Key.Key_S)

    detail = desk.services.registrations.detail(desk.page.editor.record_id)
    unit = desk.services.units.by_code("U02")
    assert (detail.state, detail.unit_name) == (S.DRAFT, "Xã Yên Thành")
    assert detail.draft == RegistrationDraft(
        unit_id=unit.id,
        name="Vườn rau sạch",
        sector_code="KT",
        subject_type=SubjectType.COLLECTIVE,
        kind=RegistrationKind.NEW,
        exemplar_id=detail.draft.exemplar_id,
        registered_on=date(2017, 3, 5),
        cost=1_250_000,
        work_days=detail.draft.work_days,
        goals="Mỗi hộ một vườn\nKhông dùng thuốc",
    )
    assert str(detail.draft.work_days) == "18.5"
    assert "Vườn rau sạch" in desk.shown
    assert desk.page.table.selected_ids() == [detail.id]


def test_the_next_registration_keeps_the_unit(desk: Desk):
    desk.keys(Qt.Key.Key_N)
    typed(desk.field("name"), "Mô hình một")
    typed(desk.field("unit_id"), "mai son")
    desk.keys(Qt.Key.Key_Return)

    assert (desk.page.editor.record_id, desk.page.editor.form.name) == ("", "")
    assert desk.field("unit_id").currentText() == "Xã Mai Sơn"
    assert desk.field("name").hasFocus()
    assert not desk.page.editor.panel.is_changed
    assert "Mô hình một" in all_rows(desk.services, desk.campaign)


def draft_names(desk: Desk) -> list[str]:
    wanted = RegistrationFilter(desk.campaign, states=(S.DRAFT,), sort="name")
    return [row.name for row in desk.services.registrations.rows(wanted)]


@pytest.mark.parametrize("how", ["keyboard", "button", "late"])
def test_five_in_a_row_are_five_registrations(desk: Desk, how: str):
    before = draft_names(desk)
    names = [f"Mô hình nối tiếp {number}" for number in range(1, 6)]
    desk.keys(Qt.Key.Key_N)
    typed(desk.field("unit_id"), "mai son")
    for name in names:
        typed(desk.field("name"), name)
        typed(desk.field("sector_code"), "kinh te")
        if how == "button":
            desk.qtbot.mouseClick(desk.page.editor.panel.next_button, CLICK)
        else:
            desk.keys(Qt.Key.Key_Return)
        QApplication.processEvents()
        if how == "late":
            desk.page.refresh(Changes.REGISTRATIONS)
            QApplication.processEvents()
        assert (desk.page.editor.record_id, desk.page.editor.form.name) == ("", "")
        assert (desk.page.table.selected_ids(), desk.field("name").hasFocus()) == ([], True)
    assert draft_names(desk) == sorted([*before, *names])


def test_the_next_form_keeps_nothing_but_the_unit(desk: Desk):
    desk.keys(Qt.Key.Key_N)
    typed(desk.field("name"), "Mô hình một")
    typed(desk.field("unit_id"), "mai son")
    typed(desk.field("subject_type"), "ca nhan")
    typed(desk.field("registered_on"), "5/3/17")
    desk.keys(Qt.Key.Key_Return)
    assert desk.field("unit_id").currentText() == "Xã Mai Sơn"
    unit = desk.page.editor.form.unit_id
    draft = desk.page.editor.form.draft()
    assert draft == RegistrationDraft(
        unit, "", kind=RegistrationKind.NEW, subject_type=SubjectType.COLLECTIVE
    )


def test_a_late_refresh_leaves_the_new_form_alone(desk: Desk):
    desk.choose(3)
    desk.page.table.follow()
    desk.keys(Qt.Key.Key_N)
    typed(desk.field("name"), "Mô hình mới")
    desk.page.refresh(Changes.REGISTRATIONS)
    QApplication.processEvents()
    assert (desk.page.editor.record_id, desk.page.editor.form.name) == ("", "Mô hình mới")


def test_decomposed_and_retyped_letters_arrive_as_typed(desk: Desk):
    desk.keys(Qt.Key.Key_N)
    name = desk.field("name")
    for text in ("Hoa", "\b", "à", " bi", "\b\b", unicodedata.normalize("NFD", "bình")):
        if text.startswith("\b"):
            for _ in text:
                desk.qtbot.keyClick(name, Qt.Key.Key_Backspace)
        else:
            typed(name, text)
    typed(desk.field("unit_id"), "Yên Phong")
    desk.keys(Qt.Key.Key_S)
    assert desk.services.registrations.detail(desk.page.editor.record_id).draft.name == "Hoà bình"


def test_missing_items_are_marked_and_visited(desk: Desk):
    desk.keys(Qt.Key.Key_N)
    typed(desk.field("address"), "Xóm 3")
    desk.keys(Qt.Key.Key_S)
    assert desk.field("name").hasFocus()
    faulty = [key for key in ("name", "unit_id", "address") if desk.field(key).property("invalid")]
    assert faulty == ["name", "unit_id"]


def test_what_cannot_be_read_is_not_stored(desk: Desk):
    record_id = desk.choose(row_in(desk, S.SUBMITTED))
    before = desk.services.registrations.detail(record_id)
    desk.field("people_count").selectAll()
    typed(desk.field("people_count"), "nhiều")
    desk.keys(Qt.Key.Key_S)
    assert desk.field("people_count").hasFocus()
    assert desk.page.editor.panel.is_changed
    assert desk.services.registrations.detail(record_id) == before


@pytest.mark.parametrize(
    ("key", "text", "fault"),
    [
        ("people_count", "12,5", "Hãy ghi số nguyên, ví dụ 1.250."),
        ("people_count", "-3", "Không được nhỏ hơn 0."),
        ("land_area", "-3,5", "Không được nhỏ hơn 0."),
        ("land_area", "rộng", "Không đọc được số này. Hãy ghi như 1.250 hoặc 12,5."),
    ],
)
def test_a_number_is_refused_by_what_is_wrong_with_it(desk: Desk, key: str, text: str, fault: str):
    desk.choose(row_in(desk, S.SUBMITTED))
    desk.field(key).selectAll()
    typed(desk.field(key), text)
    desk.keys(Qt.Key.Key_S)
    assert desk.field(key).accessibleDescription() == fault


def test_saving_goes_to_the_first_of_the_items_to_mend(desk: Desk):
    desk.keys(Qt.Key.Key_N)
    typed(desk.field("people_count"), "12,5")
    typed(desk.field("contact_phone"), "0912")
    desk.keys(Qt.Key.Key_S)
    assert desk.page.editor.panel._unsaved.text() == "Còn 3 mục phải sửa."
    name = desk.field("name")
    assert name.hasFocus()
    desk.qtbot.waitUntil(lambda: not name.visibleRegion().isEmpty())

    typed(name, "Vườn rau")
    typed(desk.field("unit_id"), "mai son")
    typed(desk.field("note"), "Ghi sau")
    desk.keys(Qt.Key.Key_S)
    assert desk.page.editor.panel._unsaved.text() == "Còn 1 mục phải sửa."
    desk.qtbot.waitUntil(lambda: not desk.field("people_count").visibleRegion().isEmpty())
    desk.field("people_count").clear()
    desk.keys(Qt.Key.Key_S)
    assert desk.page.editor.panel._unsaved.text() == ""


def test_correcting_keeps_the_row_chosen(desk: Desk):
    record_id = desk.choose(row_in(desk, S.ACCEPTED))
    typed(desk.field("lead_body"), "Chi đoàn và ")
    desk.qtbot.mouseClick(desk.page.editor.panel.save_button, CLICK)
    assert desk.services.registrations.detail(record_id).draft.lead_body == LEADS
    assert desk.page.table.selected_ids() == [record_id]
    assert not desk.page.editor.panel.save_button.isEnabled()


def test_a_click_on_a_heading_sorts(desk: Desk):
    header = desk.page.table.horizontalHeader()
    desk.qtbot.mouseClick(header.viewport(), CLICK, pos=header.rect().center() / 4)
    wanted = RegistrationFilter(desk.campaign, sort="name")
    names = [row.name for row in desk.services.registrations.rows(wanted)]
    assert desk.shown == names
    assert desk.shown != all_rows(desk.services, desk.campaign)


def test_filters_narrow_the_list(desk: Desk):
    filters = desk.page.filters
    typed(filters.sector_combo, "NTM")
    assert len(desk.shown) == 3
    desk.qtbot.mouseClick(filters.late_check, CLICK, pos=filters.late_check.rect().center() / 4)
    wanted = RegistrationFilter(desk.campaign, sector_code="NTM", only_late=True)
    assert len(desk.shown) == desk.services.registrations.count(wanted)
    desk.qtbot.mouseClick(filters.clear_button, CLICK)
    assert len(desk.shown) == 24
    assert not filters.clear_button.isEnabled()


@pytest.mark.parametrize("width", [860, 1000, 1100, 1300])
def test_no_filter_is_cut_or_covered(desk: Desk, width: int):
    desk.window.resize(width, 700)
    filters = desk.page.filters
    desk.qtbot.waitUntil(lambda: filters.width() < width)
    QApplication.processEvents()
    shown = [filters.search_box, filters.unit_combo, filters.sector_combo, filters.subject_combo]
    shown += [filters.kind_combo, filters.state_combo, filters.late_check, filters.clear_button]
    places = [widget.geometry() for widget in shown]
    pairs = [(one, other) for one in places for other in places if one is not other]
    assert [pair for pair in pairs if pair[0].intersects(pair[1])] == []
    assert max(place.right() for place in places) < filters.width()
    for combo in shown[1:6]:
        text = combo.fontMetrics().horizontalAdvance(combo.currentText())
        assert combo.width() > text + 30


def test_search_as_you_type_takes_words_without_accents(desk: Desk):
    desk.keys(Qt.Key.Key_F)
    typed(desk.page.filters.search_box, "duong hoa")
    desk.qtbot.waitUntil(lambda: len(desk.shown) == 3)
    assert {name.split(" (")[0] for name in desk.shown} == {"Tuyến đường hoa phụ nữ tự quản"}
    desk.qtbot.keyClick(desk.page.filters.search_box, Qt.Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: len(desk.shown) == 24)


def test_another_page_can_ask_for_states(desk: Desk):
    desk.page.show_filter(RegistrationFilter(states=(S.RETURNED, S.DRAFT)))
    states = {
        desk.page.table.paged.record(row).state for row in range(desk.page.table.paged.rowCount())
    }
    assert states == {S.RETURNED, S.DRAFT}
    assert desk.page.filters.state_combo.currentText() == "Trả lại bổ sung, Bản nháp"


def test_accepting_what_was_submitted(desk: Desk):
    desk.choose(row_in(desk, S.SUBMITTED))
    desk.press("accept_button")
    desk.qtbot.waitUntil(lambda: desk.state is S.ACCEPTED)
    desk.qtbot.waitUntil(lambda: desk.page.editor.panel._state.text() == "Đã tiếp nhận")
    assert desk.page.editor.panel._tabs.tabText(2) == "Lịch sử (2)"


def test_submitting_what_is_not_complete_goes_to_the_item(desk: Desk):
    unit = desk.services.units.by_code("U01")
    draft = RegistrationDraft(unit.id, "Chưa đủ mục")
    record_id, changes = desk.services.registrations.register(desk.campaign, draft)
    desk.page.refresh(changes)
    desk.page.show_record(record_id)
    desk.press("submit_button")
    desk.qtbot.waitUntil(lambda: bool(desk.field("sector_code").property("invalid")))
    assert desk.state is S.DRAFT


def test_returning_names_the_items_and_only_these_open(desk: Desk):
    record_id = desk.choose(row_in(desk, S.SUBMITTED))
    desk.press("return_button")
    dialog = desk.page.findChild(ReasonDialog)
    assert dialog is not None
    desk.qtbot.mouseClick(dialog.ui.act_button, CLICK)
    assert dialog.isVisible()
    assert dialog.ui.fault_label.isVisible()
    assert dialog.focusWidget() is dialog.ui.note_edit
    typed(dialog.ui.note_edit, "Chưa rõ mục tiêu")
    assert not dialog.ui.fault_label.isVisible()
    tick = dialog._ticks["goals"]
    desk.qtbot.mouseClick(tick, CLICK, pos=tick.rect().center() / 8)
    desk.qtbot.mouseClick(dialog.ui.act_button, CLICK)
    desk.qtbot.waitUntil(lambda: desk.state is S.RETURNED)

    assert desk.services.registrations.detail(record_id).open_fields == ("goals",)
    desk.qtbot.waitUntil(desk.page.editor.panel._notice.isVisible)
    assert "Chưa rõ mục tiêu" in desk.page.editor.panel._notice.text()
    assert desk.field("situation").isReadOnly()
    assert not desk.field("unit_id").isEnabled()
    goals = desk.field("goals")
    assert isinstance(goals, QPlainTextEdit)
    assert not goals.isReadOnly()


def test_sending_again_asks_about_items_that_are_still_empty(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    asked: list[str] = []
    record_id = desk.choose(row_in(desk, S.SUBMITTED))
    note = "Thiếu số liệu"
    step = desk.services.registrations.step
    changes = step([record_id], RegistrationAction.RETURN, note=note, fields=("land_area",)).changes
    desk.page.refresh(changes)
    monkeypatch.setattr(messages, "confirm", lambda *texts: asked.append(texts[2]))
    desk.press("submit_button")
    assert asked == ["Mục phải bổ sung vẫn để trống: Diện tích đất hiến."]
    assert desk.state is S.RETURNED
    typed(desk.field("land_area"), "12,5")
    desk.press("submit_button")
    desk.qtbot.waitUntil(lambda: desk.state is S.SUBMITTED)


def test_many_are_accepted_after_showing_their_names(desk: Desk, boxes: list[messages.Box]):
    desk.page.table.selectAll()
    desk.qtbot.waitUntil(desk.page.selection.isVisible)
    wanted = RegistrationFilter(desk.campaign, states=(S.SUBMITTED,))
    count = desk.services.registrations.count(wanted)
    desk.press("accept_many_button")
    desk.qtbot.waitUntil(lambda: desk.services.registrations.count(wanted) == 0)
    assert [box.title for box in boxes] == [f"Tiếp nhận: {count} đăng ký?"]
    assert f"{24 - count} đăng ký khác" in boxes[0].text
    assert boxes[0].text.startswith("• ")


def test_the_choice_ends_when_its_rows_leave_the_list(desk: Desk, boxes: list[messages.Box]):
    desk.page.show_filter(RegistrationFilter(states=(S.SUBMITTED,)))
    desk.page.table.selectAll()
    desk.qtbot.waitUntil(desk.page.selection.isVisible)
    desk.press("accept_many_button")
    desk.qtbot.waitUntil(lambda: desk.shown == [])
    desk.qtbot.waitUntil(lambda: not desk.page.selection.isVisible())
    assert len(boxes) == 1


def test_drafts_are_removed_after_asking(desk: Desk, boxes: list[messages.Box]):
    desk.page.table.selectAll()
    desk.qtbot.waitUntil(desk.page.selection.isVisible)
    desk.page.selection.remove_asked.emit()
    assert [box.action for box in boxes] == ["Xóa 2 bản nháp"]
    assert len(desk.shown) == 22


def test_staying_keeps_text_and_row(desk: Desk, answer: list[Answer]):
    record_id = desk.choose(row_in(desk, S.SUBMITTED))
    typed(desk.field("address"), "Xóm 9")
    answer.append(Answer.STAY)
    desk.page.table.selectRow(20)
    desk.qtbot.waitUntil(lambda: answer == [])
    assert desk.page.table.selected_ids() == [record_id]
    assert desk.field("address").text() == "Xóm 9"


def test_saving_on_the_way_to_another_row(desk: Desk, answer: list[Answer]):
    record_id = desk.choose(row_in(desk, S.SUBMITTED))
    typed(desk.field("address"), "Xóm 9")
    answer.append(Answer.SAVE)
    other = desk.choose(20)
    assert desk.services.registrations.detail(record_id).draft.address == "Xóm 9"
    assert desk.page.table.selected_ids() == [other]


def test_leaving_the_page_asks_about_unsaved_text(desk: Desk, answer: list[Answer]):
    record_id = desk.choose(row_in(desk, S.SUBMITTED))
    typed(desk.field("address"), "Xóm 9")
    answer += [Answer.STAY, Answer.DISCARD]
    desk.window.open_page("other")
    assert desk.window.current_page() is desk.page
    desk.window.open_page("other")
    assert desk.window.current_page() is not desk.page
    assert desk.services.registrations.detail(record_id).draft.address == ""


def test_another_campaign_is_not_shown_over_unsaved_text(desk: Desk, answer: list[Answer]):
    other, _ = desk.services.campaigns.create(2018)
    desk.window.show_campaigns([(desk.campaign, "2017"), (other, "2018")], desk.campaign)
    desk.choose(row_in(desk, S.SUBMITTED))
    typed(desk.field("address"), "Xóm 9")
    answer.append(Answer.STAY)
    combo = desk.window._top.campaign_combo
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    assert (desk.window._top.campaign_id(), answer) == (desk.campaign, [])
    assert desk.field("address").text() == "Xóm 9"


def test_files_of_units_are_handed_on(desk: Desk):
    mime, paths = QMimeData(), [Path("/tep/02-xa-yen-phong.xlsx"), Path("/anh.png")]
    mime.setUrls([QUrl.fromLocalFile(path.as_posix()) for path in paths])
    button, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, mime, button, key)
    with desk.qtbot.waitSignal(desk.page.import_requested) as dropped:
        desk.page.dropEvent(drop)
    assert dropped.args == [paths]
    with desk.qtbot.waitSignal(desk.page.import_requested) as asked:
        desk.qtbot.mouseClick(desk.page.import_button, CLICK)
    assert asked.args == [[]]


def test_the_list_as_shown_is_saved_as_excel(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from openpyxl import load_workbook

    target = tmp_path / "danh sách.xlsx"
    monkeypatch.setattr(file_choice, "ask_target", lambda *arguments: target)
    desk.page.show_filter(RegistrationFilter(sector_code="NTM"))
    desk.qtbot.mouseClick(desk.page.export_button, CLICK)
    desk.qtbot.waitUntil(target.exists)
    sheet = load_workbook(target).active
    assert sheet is not None
    cells = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    assert NAMES[0] in cells
    assert NAMES[1] not in cells


def test_an_empty_register_says_how_to_begin(
    qtbot: QtBot, tmp_path: Path, runner: TaskRunner, bus: ChangeBus
):
    services = empty_office(tmp_path)
    campaign, _ = services.campaigns.create(2017)
    desk = Desk(qtbot, services, campaign, runner, bus)
    assert desk.shown == []
    assert "Ctrl+N" in desk.page.table._empty_text
    assert desk.page.new_button.hasFocus()
    services.close()


@pytest.mark.slow
def test_a_hundred_thousand_rows_stay_paged(
    qtbot: QtBot, tmp_path: Path, runner: TaskRunner, bus: ChangeBus
):
    services, campaign = sample_office(tmp_path, 8)
    unit = services.units.by_code("U01").id
    row = {"campaign_id": campaign, "unit_id": unit, "sector_code": "KT"}
    rows = [{**row, "name": f"Mô hình số {n}"} for n in range(100_000)]
    with services.database.writing("Nhiều đăng ký") as work:
        work.bulk_add("registration", rows)
        work.commit()
    desk = Desk(qtbot, services, campaign, runner, bus)
    assert desk.page.table.paged.rowCount() == 100_008
    assert len(desk.page.table.paged._pages) <= 2
    desk.page.table.scrollToBottom()
    desk.page.table.viewport().repaint()
    assert len(desk.page.table.paged._pages) <= 4
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    desk.page.table.selectionModel().select(desk.page.table.paged.index(99_000, 0), flag)
    qtbot.waitUntil(lambda: desk.page.editor.record_id != "")
    assert desk.page.editor.form.name.startswith("Mô hình số")
    services.close()


def test_the_form_gives_back_what_it_was_shown(desk: Desk):
    draft = draft_of(2, desk.services.units.by_code("U03").id)
    record_id, changes = desk.services.registrations.register(desk.campaign, draft)
    desk.page.refresh(changes)
    desk.page.show_record(record_id)
    assert desk.page.editor.form.draft() == desk.services.registrations.detail(record_id).draft
    assert not desk.page.editor.panel.is_changed
