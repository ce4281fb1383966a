"""What the sections of the exchange page share (bàn làm việc trao đổi)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dvk_desktop.domain.changes import Changes
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.file_choice import FileChoice
from dvk_desktop.views.messages import confirm, show_error, tell
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.tasks import TaskRunner

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services

SEND, RECEIVE, FILES, CONFLICTS, OFFICES, HISTORY, BOARD = range(7)
"""The sections in the order of the tabs."""


@dataclass
class Desk:
    """Services and tools of all sections, and the campaign that is shown (bàn làm việc)."""

    services: "Services"
    runner: TaskRunner
    bus: ChangeBus
    files: FileChoice
    campaign_id: str = ""

    def names(self) -> dict[str, str]:
        """Return what identifiers of units and campaigns are called."""
        units = {row.id: row.name for row in self.services.units.units()}
        return units | {row.id: row.name for row in self.services.campaigns.campaigns()}


def clear_layout(layout: QVBoxLayout) -> None:
    """Take the widgets out of a layout, and let them go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class Rest(QWidget):
    """Lets a list take the room that is left; a section scrolls where that is too little.

    A list asks for more than it needs, and would make a section scroll that fits well.
    """

    def __init__(self, content: QWidget, least: int) -> None:
        super().__init__()
        self._least = least
        self.setMinimumHeight(least)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(content)

    def sizeHint(self) -> QSize:
        """Ask for the least height."""
        return QSize(480, self._least)


class Panel(QWidget):
    """One section of the page (mục)."""

    shows: Changes = Changes.PACKAGES
    section_wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setProperty("role", "canvas")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 14, 0, 0)
        self.body.setSpacing(12)

    def refresh(self) -> None:
        """Read again what is shown."""

    def undo_batch(self, batch: str, what: str, done: Callable[[], object], text: str = "") -> None:
        """Ask, then take a whole import back; ``text`` says what that would undo."""
        text = text or self.tr(
            "Mọi bản ghi mà lần nhập này đã thêm hoặc sửa trở lại như trước. Nhật ký giữ cả hai."
        )
        title = self.tr("Hoàn tác: {what}?").format(what=what)
        if not confirm(self, title, text, self.tr("Hoàn tác lần nhập"), is_risky=True):
            return
        services, bus = self.desk.services, self.desk.bus

        def taken_back(changes: Changes) -> None:
            bus.publish(changes | Changes.PACKAGES)
            tell(self, self.tr("Đã hoàn tác: {what}.").format(what=what), Tone.SUCCESS)
            done()

        self.desk.runner.start(
            lambda progress: services.history.undo(batch),
            title=self.tr("Hoàn tác lần nhập"),
            done=taken_back,
            failed=lambda error: show_error(self, error),
        )
