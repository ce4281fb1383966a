"""What every page of the window is and may rely on (trang)."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from dvk_desktop.domain.changes import Changes


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


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One line of the navigation (mục điều hướng).

    ``factory`` is called on the first visit; keep slow imports inside it.
    """

    key: str
    title: str
    icon: str
    factory: Callable[[], Page]
