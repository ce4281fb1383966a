"""Which pages the window has, and how each is made when it is first visited (các trang)."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.page import Page, PageEntry
from dvk_desktop.views.preferences import Preferences
from dvk_desktop.views.tasks import TaskRunner

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services

OVERVIEW, EXCHANGE, SETTINGS = "overview", "exchange", "settings"

_CLASSES = {
    "overview": "OverviewPage",
    "units": "UnitsPage",
    "registrations": "RegistrationsPage",
    "scoring": "ScoringPage",
    "recognition": "RecognitionPage",
    "certificates": "CertificatesPage",
    "reports": "ReportsPage",
    "exchange": "ExchangePage",
}


class PageMaker:
    """Makes pages for the services that are open at that moment (nơi tạo trang)."""

    def __init__(
        self,
        services: Callable[[], "Services | None"],
        runner: TaskRunner,
        bus: ChangeBus,
        preferences: Preferences,
        made: Callable[[Page], object],
    ) -> None:
        self._services = services
        self._runner = runner
        self._bus = bus
        self._preferences = preferences
        self._made = made

    def entries(self) -> tuple[PageEntry, ...]:
        """Return the lines of the navigation, in the order of the year's work."""
        translate = QCoreApplication.translate
        titles = (
            ("overview", translate("pages", "Tổng quan"), "layout-dashboard"),
            ("units", translate("pages", "Đơn vị"), "sitemap"),
            ("registrations", translate("pages", "Đăng ký"), "clipboard-list"),
            ("scoring", translate("pages", "Chấm điểm"), "checklist"),
            ("recognition", translate("pages", "Công nhận"), "gavel"),
            ("certificates", translate("pages", "Giấy chứng nhận"), "certificate"),
            ("reports", translate("pages", "Báo cáo"), "chart-bar"),
            ("exchange", translate("pages", "Gửi, nhận"), "transfer"),
            ("settings", translate("pages", "Thiết lập"), "settings"),
        )
        return tuple(
            PageEntry(key, title, icon, partial(self._make, key)) for key, title, icon in titles
        )

    def _make(self, key: str) -> Page:
        services = self._services()
        if services is None:
            # The database is still being opened; the frame makes the page anew when it is.
            return Page()
        page = self._of_office(key, services)
        self._made(page)
        return page

    def _of_office(self, key: str, services: "Services") -> Page:
        if key == SETTINGS:
            from dvk_desktop.views.settings.page import (  # noqa: PLC0415 -- slow import
                SettingsPage,
            )

            return SettingsPage(services, self._runner, self._bus, preferences=self._preferences)
        # By name, so that no page and nothing it needs is loaded before it is visited.
        kind = getattr(import_module(f"dvk_desktop.views.{key}.page"), _CLASSES[key])
        page: Page = kind(services, self._runner, self._bus)
        return page
