"""The page that exchanges data with other offices and units (trang Trao đổi)."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from dvk_desktop.domain.changes import EVERYTHING, Changes
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.exchange.board_panel import BoardPanel
from dvk_desktop.views.exchange.conflicts_panel import ConflictsPanel
from dvk_desktop.views.exchange.desk import (
    CONFLICTS,
    FILES,
    HISTORY,
    OFFICES,
    RECEIVE,
    Desk,
    Panel,
)
from dvk_desktop.views.exchange.history_panel import HistoryPanel
from dvk_desktop.views.exchange.intake_panel import IntakePanel
from dvk_desktop.views.exchange.offices_panel import CARDS, OfficesPanel
from dvk_desktop.views.exchange.receive_panel import PACKAGES, ReceivePanel
from dvk_desktop.views.exchange.send_panel import SendPanel
from dvk_desktop.views.file_choice import FileChoice
from dvk_desktop.views.page import OfficePage
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.widgets.file_drop import files_in
from dvk_desktop.views.widgets.scrolling import scrolling
from dvk_desktop.views.widgets.section_header import SectionHeader

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services

_SECTIONS = {
    "send": 0,
    "receive": 1,
    "files": 2,
    "conflicts": 3,
    "offices": 4,
    "history": 5,
    "board": 6,
}


class ExchangePage(OfficePage):
    """Send, receive, unit files, conflicts, offices, history, board (trao đổi dữ liệu).

    Files can be dropped anywhere on the page. ``go_to`` carries the key of another page.
    """

    shows = EVERYTHING
    go_to = Signal(str, object)

    def __init__(self, services: "Services", runner: TaskRunner, bus: ChangeBus) -> None:
        super().__init__(services, runner, bus)
        self._desk = Desk(services, runner, bus, FileChoice(self._settings))
        self.send = SendPanel(self._desk)
        self.receive = ReceivePanel(self._desk)
        self.intake = IntakePanel(self._desk)
        self.conflicts = ConflictsPanel(self._desk)
        self.offices = OfficesPanel(self._desk)
        self.history = HistoryPanel(self._desk)
        self.board = BoardPanel(self._desk)
        self.board.package_wanted.connect(self._show_package)
        self.tabs = QTabWidget()
        for panel, title in self._sections():
            self.tabs.addTab(scrolling(panel), title)
            panel.section_wanted.connect(self.tabs.setCurrentIndex)
        self.intake.registrations_wanted.connect(
            lambda wanted: self.go_to.emit("registrations", wanted)
        )
        self.setAcceptDrops(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(6)
        layout.addWidget(
            SectionHeader(
                self.tr("Gửi, nhận dữ liệu"),
                self.tr("Trao đổi với văn phòng khác bằng tệp, qua thư điện tử hoặc USB."),
            )
        )
        layout.addWidget(self.tabs, 1)

    def refresh(self, changes: Changes) -> None:
        """Let each section that shows what changed read again."""
        for panel, _ in self._sections():
            if changes & panel.shows:
                panel.refresh()
        self._count_conflicts()

    def show_campaign(self, campaign_id: str) -> None:
        """Unit files go into this campaign."""
        super().show_campaign(campaign_id)
        if campaign_id != self._desk.campaign_id:
            self._desk.campaign_id = campaign_id
            self.intake.begin_anew()

    def show_record(self, record_id: str) -> None:
        """Turn to a section by its name, such as send, receive, files, conflicts or board."""
        self.tabs.setCurrentIndex(_SECTIONS.get(record_id, self.tabs.currentIndex()))

    def show_filter(self, wanted: object) -> None:
        """Turn to a section by its name, as another page asks."""
        if isinstance(wanted, str):
            self.show_record(wanted)

    def search(self, text: str) -> None:
        """Filter the history."""
        self.history.search(text)

    def first_focus(self) -> QWidget:
        """Begin at the tabs."""
        return self.tabs.tabBar()

    def import_files(self, paths: Sequence[Path]) -> None:
        """Take in files of units; without files ask for them."""
        self.tabs.setCurrentIndex(FILES)
        self.intake.import_files(paths)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Take what was dropped: packages, a folder of them, a card, or files of units."""
        folders = [path for path in paths if path.is_dir() and self.receive.has_packages(path)]
        cards = [path for path in paths if path.suffix.lower() in CARDS]
        packages = [path for path in paths if path.suffix.lower() in PACKAGES]
        others = [path for path in paths if path.suffix.lower() not in CARDS + PACKAGES]
        if packages or folders:
            self.tabs.setCurrentIndex(RECEIVE)
            self.receive.take([*folders, *packages])
        elif cards:
            self.tabs.setCurrentIndex(OFFICES)
            self.offices.take_card(cards[0])
        elif others:
            self.import_files(others)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take any files: of those that are no list the plan says what to do."""
        if files_in(event.mimeData(), ()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files to the section they belong to."""
        event.acceptProposedAction()
        self.take_files(files_in(event.mimeData(), ()))

    def _sections(self) -> tuple[tuple[Panel, str], ...]:
        return (
            (self.send, self.tr("Gửi")),
            (self.receive, self.tr("Nhận gói")),
            (self.intake, self.tr("Tệp của đơn vị")),
            (self.conflicts, self.tr("Xung đột")),
            (self.offices, self.tr("Văn phòng")),
            (self.history, self.tr("Lịch sử")),
            (self.board, self.tr("Theo dõi")),
        )

    def _show_package(self, package_id: str) -> None:
        self.tabs.setCurrentIndex(HISTORY)
        self.history.show_package(package_id)

    def _count_conflicts(self) -> None:
        count = self.conflicts.count
        text = self.tr("Xung đột ({count})").format(count=count)
        self.tabs.setTabText(CONFLICTS, text if count else self.tr("Xung đột"))
