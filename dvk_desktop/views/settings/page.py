"""The settings: a list of sections, and the one that is chosen (trang thiết lập)."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dvk_desktop.domain.changes import EVERYTHING, Changes
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.icons import icon
from dvk_desktop.views.page import Page
from dvk_desktop.views.preferences import Preferences
from dvk_desktop.views.settings.about_section import AboutSection
from dvk_desktop.views.settings.appearance_section import AppearanceSection
from dvk_desktop.views.settings.backups_section import BackupsSection
from dvk_desktop.views.settings.campaigns_section import CampaignsSection
from dvk_desktop.views.settings.deadlines_section import DeadlinesSection
from dvk_desktop.views.settings.exceptions_section import ExceptionsSection
from dvk_desktop.views.settings.history_section import HistorySection
from dvk_desktop.views.settings.keys_section import KeysSection
from dvk_desktop.views.settings.office_section import OfficeSection
from dvk_desktop.views.settings.section import Section
from dvk_desktop.views.settings.sectors_section import SectorsSection
from dvk_desktop.views.settings.signatories_section import SignatoriesSection
from dvk_desktop.views.settings.targets_section import TargetsSection
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.widgets.section_header import SectionHeader

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services

_ROW = 36


class SettingsPage(Page):
    """Sections are made when first opened; what changes elsewhere is read again (thiết lập)."""

    shows = EVERYTHING

    folder_wanted = Signal(Path)
    backup_wanted = Signal(Path)
    sample_wanted = Signal()

    def __init__(
        self,
        services: "Services",
        runner: TaskRunner,
        bus: ChangeBus,
        parent: QWidget | None = None,
        *,
        preferences: Preferences,
    ) -> None:
        super().__init__(parent)
        self._parts = (services, runner, bus)
        self._preferences = preferences
        self._campaign = ""
        self._sections: dict[str, Section] = {}
        self._stale: set[str] = set()
        self._makers = self._offer()
        self.sections_list = QListWidget()
        self.sections_list.setObjectName("sections")
        self.sections_list.setAccessibleName(self.tr("Các mục thiết lập"))
        self.sections_list.setFixedWidth(184)
        self.sections_list.setIconSize(QSize(18, 18))
        for title, picture, _ in self._makers.values():
            item = QListWidgetItem(icon(picture), title, self.sections_list)
            item.setSizeHint(QSize(0, _ROW))
        self._stack = QStackedWidget()
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.sections_list)
        middle.addWidget(self._stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(14)
        layout.addWidget(SectionHeader(self.tr("Thiết lập")))
        layout.addLayout(middle, 1)
        self.sections_list.currentRowChanged.connect(self._open_row)

    def open_section(self, key: str) -> Section:
        """Show one section: office, signatories, campaigns, sectors, deadlines and so on."""
        self.sections_list.setCurrentRow(list(self._makers).index(key))
        return self._sections[key]

    def show_record(self, record_id: str) -> None:
        """Open the section that another page leads to."""
        if record_id in self._makers:
            self.open_section(record_id)

    def show_campaign(self, campaign_id: str) -> None:
        """Show sectors and deadlines of another campaign."""
        self._campaign = campaign_id
        for section in self._sections.values():
            section.campaign_id = campaign_id

    def refresh(self, changes: Changes) -> None:
        """Read again what changed, in the section that is open; in others when they open."""
        for key, section in self._sections.items():
            if changes == EVERYTHING or section.shows & changes:
                self._stale.add(key)
        if self.sections_list.currentRow() < 0:
            self.sections_list.setCurrentRow(0)
        else:
            self._freshen(self._key())

    def first_focus(self) -> QWidget:
        """Begin in the list of sections."""
        return self.sections_list

    def may_leave(self) -> bool:
        """Ask the section that is open."""
        section = self._sections.get(self._key())
        return section is None or section.may_leave()

    def _offer(self) -> dict[str, tuple[str, str, Callable[[], Section]]]:
        parts = self._parts
        return {
            "office": (self.tr("Văn phòng"), "building", lambda: OfficeSection(*parts)),
            "keys": (self.tr("Khóa"), "key", lambda: KeysSection(*parts)),
            "signatories": (self.tr("Người ký"), "user-check", lambda: SignatoriesSection(*parts)),
            "campaigns": (self.tr("Đợt thi đua"), "flag", lambda: CampaignsSection(*parts)),
            "sectors": (self.tr("Lĩnh vực"), "list-check", lambda: SectorsSection(*parts)),
            "deadlines": (self.tr("Thời hạn"), "calendar", lambda: DeadlinesSection(*parts)),
            "exceptions": (self.tr("Gia hạn"), "clock", lambda: ExceptionsSection(*parts)),
            "targets": (self.tr("Chỉ tiêu"), "checklist", lambda: TargetsSection(*parts)),
            "appearance": (
                self.tr("Giao diện"),
                "sun",
                lambda: AppearanceSection(*parts, self._preferences),
            ),
            "backups": (self.tr("Sao lưu"), "database", self._make_backups),
            "history": (self.tr("Nhật ký thay đổi"), "history", lambda: HistorySection(*parts)),
            "about": (self.tr("Giới thiệu"), "info-circle", lambda: AboutSection(*parts)),
        }

    def _make_backups(self) -> Section:
        section = BackupsSection(*self._parts)
        section.folder_wanted.connect(self.folder_wanted)
        section.backup_wanted.connect(self.backup_wanted)
        section.sample_wanted.connect(self.sample_wanted)
        return section

    def _key(self) -> str:
        row = self.sections_list.currentRow()
        return list(self._makers)[row] if row >= 0 else ""

    def _open_row(self, row: int) -> None:
        key = list(self._makers)[row]
        section = self._sections.get(key)
        if section is None:
            section = self._makers[key][2]()
            section.campaign_id = self._campaign
            self._sections[key] = section
            self._stack.addWidget(section)
            self._stale.add(key)
        self._stack.setCurrentWidget(section)
        self._freshen(key)

    def _freshen(self, key: str) -> None:
        if key in self._stale:
            self._stale.discard(key)
            self._sections[key].refresh()
