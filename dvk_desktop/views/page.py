"""What every page of the window is and may rely on (trang)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from dvk_desktop.domain.changes import Changes
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.tasks import TaskRunner

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services


class Page(QWidget):
    """One page beside the navigation (trang).

    The window makes a page when it is first visited, then calls ``show_campaign`` and
    ``refresh(EVERYTHING)``. Later it calls ``refresh`` for what changed, at once when the page
    is visible, otherwise when it is next shown. A page therefore never connects to the bus.
    """

    shows: Changes = Changes.NOTHING
    """Which changes concern this page; ``refresh`` is called for these only."""

    def refresh(self, changes: Changes) -> None:
        """Read again what is shown; keep the selection."""

    def show_campaign(self, campaign_id: str) -> None:
        """Turn to another campaign; ``refresh`` follows."""

    def show_record(self, record_id: str) -> None:
        """Select one record, after a click on a result of the global search."""

    def show_filter(self, wanted: object) -> None:
        """Show only what another page points at; what ``wanted`` is, the page itself says."""

    def search(self, text: str) -> None:
        """Show only what contains ``text``; empty text shows everything again."""

    def first_focus(self) -> QWidget:
        """Return the widget that takes the keyboard when the page is opened."""
        return self

    def may_leave(self) -> bool:
        """Say whether the page may be left; ask the person here about unsaved text."""
        return True


class OfficePage(Page):
    """A page on the data of the office that is open (trang của văn phòng).

    Its settings, such as the widths of columns, belong to whoever sits at this computer, not to
    the office's data.
    """

    def __init__(self, services: "Services", runner: TaskRunner, bus: ChangeBus) -> None:
        super().__init__()
        self._services = services
        self._runner = runner
        self._bus = bus
        self._campaign = ""
        file = str(services.folder / "window.ini")
        self._settings = QSettings(file, QSettings.Format.IniFormat, self)

    def show_campaign(self, campaign_id: str) -> None:
        """Turn to another campaign; ``refresh`` follows."""
        self._campaign = campaign_id


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One line of the navigation (mục điều hướng).

    ``factory`` is called on the first visit; keep slow imports inside it.
    """

    key: str
    title: str
    icon: str
    factory: Callable[[], Page]
