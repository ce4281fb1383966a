"""The frame of the window: navigation, top bar, pages, strip (khung cửa sổ).

It opens pages and hands on campaign, changes and searches; it knows no service and no record.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from dvk_desktop.domain.changes import EVERYTHING, Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.page import Page, PageEntry
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.tasks import Task, TaskRunner
from dvk_desktop.views.widgets.global_search import Searcher, SearchHit
from dvk_desktop.views.widgets.navigation import Navigation
from dvk_desktop.views.widgets.task_strip import TaskStrip
from dvk_desktop.views.widgets.top_bar import TopBar

_FOLDED_BELOW = 1040


class MainWindow(QMainWindow):
    """The window of the program (cửa sổ chính).

    ``campaign_chosen`` carries the identifier that the person has turned to.
    """

    campaign_chosen = Signal(str)

    def __init__(self, pages: Sequence[PageEntry], *, runner: TaskRunner, bus: ChangeBus) -> None:
        super().__init__()
        self._entries = {entry.key: entry for entry in pages}
        self._made: dict[str, Page] = {}
        self._waiting: dict[str, Changes] = {}
        self._current = ""
        self._campaign = ""
        self._runner = runner
        self._navigation = Navigation(pages)
        self._top = TopBar()
        self._stack = QStackedWidget()
        self._strip = TaskStrip(runner)
        self._lay_out()
        self._connect(bus)
        # 1366 x 768 at 150 % leaves 910 x 512 for everything.
        self.setMinimumSize(860, 480)
        self.resize(1280, 700)
        self.fit_into(self.screen().availableGeometry())

    def fit_into(self, room: QRect) -> None:
        """Move and shrink the window into the room of a screen; maximise it in a small one."""
        # Even the smallest window of ours must not reach over the edge.
        self.setMinimumSize(min(860, room.width()), min(480, room.height()))
        is_too_large = self.width() > room.width() or self.height() > room.height()
        self.resize(self.size().boundedTo(room.size()))
        left = max(room.left(), min(self.x(), room.right() + 1 - self.width()))
        top = max(room.top(), min(self.y(), room.bottom() + 1 - self.height()))
        self.move(left, top)
        if is_too_large:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)

    def open_page(self, key: str) -> Page:
        """Show a page, making it on the first visit; an unsaved one may refuse to be left."""
        if self._current and key != self._current and not self._made[self._current].may_leave():
            self._navigation.show_current(self._current)
            return self._made[self._current]
        page = self._made.get(key) or self._make(key)
        self._current = key
        self._navigation.show_current(key)
        self._stack.setCurrentWidget(page)
        self._refresh(key)
        page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        return page

    def renew_pages(self) -> None:
        """Make all pages anew, for other data; the one that is shown at once."""
        key, self._current = self._current, ""
        for page in self._made.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._made.clear()
        self._waiting.clear()
        if key:
            self.open_page(key)

    def current_page(self) -> Page | None:
        """Return the page that is shown."""
        return self._made.get(self._current)

    def show_campaigns(self, campaigns: Sequence[tuple[str, str]], current: str) -> None:
        """Offer campaigns as pairs of identifier and name, and turn to one of them."""
        self._top.show_campaigns(campaigns, current)
        self._turn_to(self._top.campaign_id())

    def show_office(self, name: str) -> None:
        """Say whose data this is, above and in the title."""
        self._top.show_office(name)
        self.setWindowTitle(self.tr("Dân vận khéo – {office}").format(office=name))

    def show_marker(self, text: str) -> None:
        """Mark the window as practice or sample data, or as the real thing with no text."""
        self._strip.set_marker(text)

    def show_banner(self, banner: QWidget) -> None:
        """Put a coloured strip over the pages, for what must not be overlooked."""
        self._right.insertWidget(0, banner)

    def show_message(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Show one sentence in the strip below until the next one comes."""
        self._strip.show_message(text, tone)

    def set_searcher(self, searcher: Searcher) -> None:
        """Let the global search look things up; without it it filters the page shown."""
        self._top.search.set_searcher(searcher)
        self._has_searcher = True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when nothing is lost by it, or the person agrees."""
        page = self.current_page()
        if page is not None and not page.may_leave():
            event.ignore()
        elif self._runner.unfinished:
            event.ignore()
            self._ask_to_stop()
        else:
            event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the navigation in a narrow window, unless the person has decided."""
        super().resizeEvent(event)
        if not self._is_fold_chosen:
            self._navigation.set_folded(self.width() < _FOLDED_BELOW)

    def _lay_out(self) -> None:
        self._right = QVBoxLayout()
        self._right.setSpacing(0)
        self._right.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._navigation)
        middle.addLayout(self._right, 1)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._top)
        layout.addLayout(middle, 1)
        layout.addWidget(self._strip)
        self.setCentralWidget(centre)

    def _connect(self, bus: ChangeBus) -> None:
        self._has_searcher = False
        self._is_fold_chosen = False
        self._navigation.chosen.connect(self.open_page)
        self._top.fold_asked.connect(self._fold)
        self._top.campaign_chosen.connect(self._ask_to_turn)
        self._top.search.opened.connect(self._open_hit)
        self._top.search.searched.connect(self._search)
        self._runner.failed.connect(self._explain)
        bus.changed.connect(self._note)
        for number, key in enumerate(list(self._entries)[:9], start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda key=key: self.open_page(key))
        search = QShortcut(QKeySequence("Ctrl+K"), self)
        search.activated.connect(self._go_to_search)

    def _make(self, key: str) -> Page:
        page = self._entries[key].factory()
        self._made[key] = page
        self._stack.addWidget(page)
        if self._campaign:
            page.show_campaign(self._campaign)
        self._waiting[key] = EVERYTHING
        return page

    def _note(self, changes: Changes) -> None:
        for key in self._made:
            self._waiting[key] = self._waiting.get(key, Changes.NOTHING) | changes
        if self._current:
            self._refresh(self._current)

    def _refresh(self, key: str) -> None:
        changes = self._waiting.pop(key, Changes.NOTHING)
        page = self._made[key]
        if changes & page.shows or changes == EVERYTHING:
            page.refresh(changes)

    def _ask_to_turn(self, campaign_id: str) -> None:
        """Turn to another campaign unless the page has unsaved text that is to be kept."""
        page = self.current_page()
        if page is None or page.may_leave():
            self._turn_to(campaign_id)
        else:
            self._top.show_campaign(self._campaign)

    def _turn_to(self, campaign_id: str) -> None:
        if campaign_id == self._campaign:
            return
        self._campaign = campaign_id
        for key, page in self._made.items():
            page.show_campaign(campaign_id)
            self._waiting[key] = EVERYTHING
        self.campaign_chosen.emit(campaign_id)
        if self._current:
            self._refresh(self._current)

    def _fold(self) -> None:
        self._is_fold_chosen = True
        self._navigation.set_folded(not self._navigation.is_folded)

    def _go_to_search(self) -> None:
        self._top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._top.search.selectAll()

    def _search(self, text: str) -> None:
        page = self.current_page()
        if page is not None and not self._has_searcher:
            page.search(text)

    def _open_hit(self, hit: SearchHit) -> None:
        self.open_page(hit.page_key).show_record(hit.record_id)

    def _explain(self, task: Task, error: DvkError) -> None:
        # Boxes cost 6 ms of the start, and the window opens without one.
        from dvk_desktop.views.messages import show_error  # noqa: PLC0415 -- slow import

        show_error(self, error)

    def _ask_to_stop(self) -> None:
        from dvk_desktop.views import messages  # noqa: PLC0415 -- slow import
        from dvk_desktop.views.messages import Box  # noqa: PLC0415 -- slow import

        names = ", ".join(task.title for task in self._runner.unfinished)
        text = self.tr("Việc này chưa xong: {names}. Nếu dừng, phần đang làm dở không được lưu.")
        title = self.tr("Dừng việc đang làm và đóng?")
        action, idle = self.tr("Dừng và đóng"), self._runner.idle
        box = Box(title, text.format(names=names), action=action, tone=Tone.DANGER, over=idle)
        wants_to_stop = messages.show_box(self, box)
        if not self._runner.unfinished:
            # All was done and saved while the question stood there: nothing is left to stop.
            QTimer.singleShot(0, self.close)
        elif wants_to_stop:
            self._runner.idle.connect(self.close, Qt.ConnectionType.SingleShotConnection)
            self._runner.cancel_all()
