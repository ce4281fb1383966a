"""The frame: pages, keyboard, campaign, search, strip, closing."""

import threading

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dvk_desktop.domain.changes import EVERYTHING, Changes
from dvk_desktop.domain.errors import NotFoundError
from dvk_desktop.views.frame.main_window import MainWindow
from dvk_desktop.views.messages import tell
from dvk_desktop.views.page import Page, PageEntry
from dvk_desktop.views.widgets.global_search import SearchHit


class Recorder(Page):
    """Notes what the frame asks of it."""

    shows = Changes.UNITS

    def __init__(self):
        super().__init__()
        self.notes = []
        self.leaves = True
        self.edit = QLineEdit()
        QVBoxLayout(self).addWidget(self.edit)

    def refresh(self, changes):
        self.notes.append(changes)

    def show_campaign(self, campaign_id):
        self.notes.append(campaign_id)

    def show_record(self, record_id):
        self.notes.append(f"record {record_id}")

    def search(self, text):
        self.notes.append(f"search {text}")

    def first_focus(self):
        return self.edit

    def may_leave(self):
        return self.leaves


ICONS = [
    *("layout-dashboard", "sitemap", "clipboard-list", "checklist", "gavel"),
    *("certificate", "chart-bar", "arrows-exchange", "settings"),
]


@pytest.fixture
def made():
    return []


@pytest.fixture
def window(qtbot, runner, bus, made):
    def factory(key):
        made.append(key)
        return Recorder()

    pages = [PageEntry(n, f"Trang {n}", n, lambda n=n: factory(n)) for n in ICONS]
    frame = MainWindow(pages, runner=runner, bus=bus)
    qtbot.addWidget(frame)
    frame.resize(1366, 728)
    frame.show_office("Ban Dân vận Huyện uỷ Yên Mô")
    frame.show_campaigns([("17", "Năm 2017"), ("18", "Năm 2018")], "17")
    frame.show()
    qtbot.waitExposed(frame)
    return frame


def test_pages_are_made_on_the_first_visit(window, made):
    assert made == []
    first = window.open_page("sitemap")
    window.open_page("gavel")
    assert window.open_page("sitemap") is first
    assert made == ["sitemap", "gavel"]


def test_a_new_page_gets_campaign_then_everything(window):
    assert window.open_page("sitemap").notes == ["17", EVERYTHING]


def test_changes_reach_a_hidden_page_when_it_is_shown(window, bus):
    page = window.open_page("sitemap")
    window.open_page("gavel")
    page.notes.clear()
    bus.publish(Changes.UNITS)
    assert page.notes == []
    window.open_page("sitemap")
    assert page.notes == [Changes.UNITS]


def test_changes_of_other_kinds_do_not_concern_a_page(window, bus):
    page = window.open_page("sitemap")
    page.notes.clear()
    bus.publish(Changes.SCORES)
    bus.publish(Changes.NOTHING)
    bus.publish(Changes.UNITS | Changes.SCORES)
    assert page.notes == [Changes.UNITS | Changes.SCORES]


def test_ctrl_and_digit_open_pages_and_focus(qtbot, window, made):
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert made == ["clipboard-list"]
    assert window.current_page().edit is window.focusWidget()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is window._top.search


def test_tab_goes_around_the_frame_in_reading_order(window):
    window.open_page("sitemap")
    start = window._top.search
    seen, widget = [start], start.nextInFocusChain()
    while widget is not start:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            seen.append(widget)
        widget = widget.nextInFocusChain()
    page = window.current_page()
    order = [w for w in seen if w in {start, window._navigation, page.edit}]
    assert order == [start, window._navigation, page.edit]


def test_every_control_without_words_has_a_spoken_name(window):
    silent = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.inherits("QToolButton")
        and not (widget.accessibleName() or widget.text())
    ]
    assert silent == []


def test_other_campaign_refreshes_the_page(window):
    page = window.open_page("sitemap")
    page.notes.clear()
    window._top.campaign_combo.setCurrentIndex(1)
    window._top.campaign_combo.activated.emit(1)
    assert page.notes == ["18", EVERYTHING]


def test_unsaved_page_refuses_to_be_left(window):
    page = window.open_page("sitemap")
    page.leaves = False
    assert window.open_page("gavel") is page
    assert window._navigation.currentRow() == ICONS.index("sitemap")
    window.close()
    assert window.isVisible()
    page.leaves = True


def test_search_without_a_searcher_filters_the_page(qtbot, window):
    page = window.open_page("sitemap")
    window._top.search.setText("đường  hoa")
    qtbot.waitUntil(lambda: "search đường hoa" in page.notes)


def test_a_hit_opens_its_page_and_record(qtbot, window):
    window.open_page("sitemap")
    window.set_searcher(lambda text: [SearchHit("gavel", "7", f"Kết quả {text}")])
    search = window._top.search
    search.setFocus()
    qtbot.keyClicks(search, "hoa")
    qtbot.waitUntil(lambda: bool(search.hits()))
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert window.current_page().notes[-1] == "record 7"


def test_nothing_is_clipped_on_a_small_screen(window):
    for width, height in ((1366, 728), (1092, 582), (910, 485)):
        window.resize(width, height)
        window.open_page("sitemap")
        window.grab()
        assert (window.width(), window.height()) == (width, height)
        for widget in window._top.findChildren(QWidget) + window._strip.findChildren(QWidget):
            if widget.isVisible() and widget.parent() in {window._top, window._strip}:
                assert widget.parent().rect().contains(widget.geometry())
                assert widget.width() >= widget.minimumSizeHint().width()


def test_narrow_window_folds_the_navigation(window):
    window.resize(910, 500)
    assert window._navigation.is_folded
    window.resize(1366, 700)
    assert not window._navigation.is_folded


def test_strip_shows_work_and_stops_it(qtbot, window, runner):
    gate = threading.Event()

    def work(progress):
        progress.step(1, 4, "tệp 1")
        gate.wait(5)
        progress.step(2, 4)

    task = runner.start(work, title="Đọc tệp", failed=lambda error: None)
    strip = window._strip
    qtbot.waitUntil(lambda: strip._bar.value() == 1)
    assert strip._message.text() == "Đọc tệp: tệp 1"
    qtbot.mouseClick(strip._stop, Qt.MouseButton.LeftButton)
    gate.set()
    qtbot.waitUntil(lambda: task.is_over)
    assert not strip._bar.isVisible()


def test_closing_with_unfinished_work_asks_first(qtbot, window, runner, boxes):
    def work(progress):
        while True:
            progress.step(1, 2)

    runner.start(work, title="In giấy", failed=lambda error: None)
    window.close()
    assert [box.action for box in boxes] == ["Dừng và đóng"]
    qtbot.waitUntil(lambda: not window.isVisible())


def test_refusal_of_unattended_work_is_explained(qtbot, window, runner, boxes):
    def refuse(progress):
        raise NotFoundError(what="đơn vị", key="x")

    runner.start(refuse, title="Tìm")
    qtbot.waitUntil(lambda: bool(boxes))
    assert boxes[0].text == "Không tìm thấy đơn vị “x”. Hãy kiểm tra lại rồi thử lại."


def test_tell_reaches_the_strip_from_any_page(window):
    tell(window.open_page("sitemap").edit, "Đã lưu.")
    assert window._strip._message.text() == "Đã lưu."


def test_the_window_fits_into_a_small_screen(window):
    window.resize(1280, 700)
    room = QRect(10, 20, 700, 460)
    window.fit_into(room)
    assert window.windowState() & Qt.WindowState.WindowMaximized
    assert (window.minimumWidth(), window.minimumHeight()) == (700, 460)


def test_the_window_stays_as_it_is_where_there_is_room(window):
    window.showNormal()
    window.resize(900, 500)
    window.move(5000, -50)
    window.fit_into(QRect(0, 0, 1366, 728))
    assert not window.windowState() & Qt.WindowState.WindowMaximized
    assert (window.x(), window.y(), window.width(), window.height()) == (466, 0, 900, 500)


def test_the_question_goes_away_when_the_work_has_finished(qtbot, window, runner):
    saved, gate = [], threading.Event()
    runner.start(lambda progress: saved.append(gate.wait(5)), title="Nhập tệp")
    QTimer.singleShot(50, gate.set)
    window.close()
    assert saved == [True]
    qtbot.waitUntil(lambda: not window.isVisible())
