"""The window of one office: the frame, filled from its services (cửa sổ của văn phòng)."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from dvk_desktop.domain.changes import Changes
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.frame.main_window import MainWindow
from dvk_desktop.views.frame.office_pages import EXCHANGE, OVERVIEW, PageMaker
from dvk_desktop.views.page import Page
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.preferences import Preferences
from dvk_desktop.views.tasks import TaskRunner

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services

_BACKUP_MILLISECONDS = 30 * 60 * 1000


class OfficeWindow(MainWindow):
    """Fills the frame once the services are there, and carries wishes between pages (cửa sổ).

    What pages wish for that concerns the whole program goes on as signals.
    """

    folder_wanted = Signal(Path)
    backup_wanted = Signal(Path)
    sample_wanted = Signal()
    home_wanted = Signal()

    def __init__(self, preferences: Preferences, *, runner: TaskRunner, bus: ChangeBus) -> None:
        self._services: Services | None = None
        self._campaign_shown = ""
        self._keys_banner: QWidget | None = None
        maker = PageMaker(lambda: self._services, runner, bus, preferences, self._wire)
        super().__init__(maker.entries(), runner=runner, bus=bus)
        self.campaign_chosen.connect(self._remember_campaign)
        bus.changed.connect(self._follow)
        geometry = preferences.geometry()
        if geometry is not None:
            self.restoreGeometry(geometry)
            self.fit_into(self.screen().availableGeometry())

    def fill(self, services: "Services", *, page: str = OVERVIEW) -> Page:
        """Show what the services hold; a page that was asked for too early is made anew."""
        from dvk_desktop.views.frame.office_search import (  # noqa: PLC0415 -- needs the services
            make_searcher,
        )

        self._services = services
        self._show_names(services)
        self._tell_of_keys(services)
        self.set_searcher(make_searcher(services, lambda: self._campaign_shown))
        self.renew_pages()
        return self.current_page() or self.open_page(page)

    def keep_safe(self) -> None:
        """Make a backup now and every half hour, whenever one is due."""
        timer = QTimer(self, interval=_BACKUP_MILLISECONDS)
        timer.timeout.connect(self._back_up)
        timer.start()
        self._back_up()

    def _back_up(self) -> None:
        services = self._services
        # Beside other work it would only wait; the next round comes soon enough.
        if services is not None and not self._runner.unfinished:
            self._runner.start(services.backups.backup_if_due, title=self.tr("Sao lưu tự động"))

    def mark_sample(self, *, can_leave: bool) -> None:
        """Say over every page that these data are for practice."""
        from dvk_desktop.views.widgets.banner import Banner  # noqa: PLC0415 -- rarely needed

        text = self.tr("Năm mẫu – dữ liệu để tập, không lẫn với dữ liệu thật.")
        leave = self.tr("Thoát năm mẫu") if can_leave else ""
        self.show_banner(Banner(text, leave, self.home_wanted.emit))
        self.show_marker(self.tr("Năm mẫu"))

    def _show_names(self, services: "Services") -> None:
        self.show_office(services.office.office().name)
        campaigns = [(row.id, row.name) for row in services.campaigns.campaigns()]
        newest = campaigns[0][0] if campaigns else ""
        self.show_campaigns(campaigns, self._campaign_shown or newest)

    def _remember_campaign(self, campaign_id: str) -> None:
        self._campaign_shown = campaign_id

    def _follow(self, changes: Changes) -> None:
        if self._services is not None and changes & (Changes.SETTINGS | Changes.CAMPAIGNS):
            self._show_names(self._services)
            self._tell_of_keys(self._services)

    def _tell_of_keys(self, services: "Services") -> None:
        """Say over every page that nothing can be signed while the key files are not here."""
        is_missing = services.office.is_founded() and not services.keys.is_here
        if is_missing and self._keys_banner is None:
            from dvk_desktop.views.widgets.banner import Banner  # noqa: PLC0415 -- rarely needed

            text = self.tr("Máy này không có khóa của văn phòng nên chưa ký, chưa gửi được gói.")
            way_out = self.tr("Lập khóa mới…")
            self._keys_banner = Banner(
                text, way_out, lambda: self._go_to(EXCHANGE, "offices"), tone=Tone.DANGER
            )
            self.show_banner(self._keys_banner)
        elif self._keys_banner is not None and not is_missing:
            self._keys_banner.hide()
            self._keys_banner.deleteLater()
            self._keys_banner = None

    def _wire(self, page: Page) -> None:
        """Connect the wishes that a page has, whichever it is."""
        answers: dict[str, Callable[..., object]] = {
            "go_to": self._go_to,
            "import_requested": self._import,
            "folder_wanted": self.folder_wanted.emit,
            "backup_wanted": self.backup_wanted.emit,
            "sample_wanted": self.sample_wanted.emit,
        }
        for name, answer in answers.items():
            wish = getattr(page, name, None)
            if wish is not None:
                wish.connect(answer)

    def _go_to(self, key: str, wanted: object = None) -> None:
        """Open a page at one record, given by its id, or at what a filter of it leaves."""
        page = self.open_page(key)
        if isinstance(wanted, str) and wanted:
            page.show_record(wanted)
        elif wanted is not None:
            page.show_filter(wanted)

    def _import(self, paths: list[Path]) -> None:
        page = self.open_page(EXCHANGE)
        take = getattr(page, "import_files", None)
        if take is not None:
            take(paths)
