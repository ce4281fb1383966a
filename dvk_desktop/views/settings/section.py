"""What every section of the settings is (mục thiết lập)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.messages import show_error, tell
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.widgets.card import Card
from dvk_desktop.views.widgets.labels import button
from dvk_desktop.views.widgets.section_header import SectionHeader

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services


class Section(QWidget):
    """One part of the settings; ``body`` holds what it shows below its heading (mục).

    ``refresh`` is called when it is opened and when something it ``shows`` has changed.
    """

    shows: Changes = Changes.SETTINGS

    def __init__(self, services: "Services", runner: TaskRunner, bus: ChangeBus) -> None:
        super().__init__()
        self.services = services
        self.runner = runner
        self.bus = bus
        self.campaign_id = ""
        self.header = SectionHeader("", role="heading")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 0, 0, 0)
        self.body.setSpacing(12)
        self.body.addWidget(self.header)

    def refresh(self) -> None:
        """Read again what is shown."""

    def may_leave(self) -> bool:
        """Say whether nothing would be lost."""
        return True

    def name_it(self, title: str, subtitle: str = "") -> None:
        """Give the section its heading."""
        self.header.set_title(title)
        self.header.set_subtitle(subtitle)

    def add_narrow(self, widget: QWidget, share: int = 3) -> None:
        """Add something that would be too wide to read over the whole width."""
        row = QHBoxLayout()
        row.addWidget(widget, share)
        row.addStretch(4 - share)
        self.body.addLayout(row)

    def lay_beside(
        self, table: QWidget, form: QWidget, *, remove: QPushButton, save: Callable[[], None]
    ) -> QPushButton:
        """Lay a list at the left and the form of its chosen row at the right; return "Lưu"."""
        saving = button(self.tr("Lưu"), save, icon_name="device-floppy", kind="primary")
        acts = QHBoxLayout()
        acts.addWidget(remove)
        acts.addStretch(1)
        acts.addWidget(saving)
        card = Card()
        card.body.addWidget(form)
        card.body.addStretch(1)
        card.body.addLayout(acts)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(table, 5)
        both.addWidget(card, 4)
        self.body.addLayout(both, 1)
        return saving

    def do(self, act: Callable[[], Changes], said: str = "") -> bool:
        """Let a service act, tell all pages, or explain the refusal; say whether it was done."""
        try:
            changes = act()
        except DvkError as error:
            show_error(self, error)
            return False
        self.bus.publish(changes)
        if said:
            tell(self, said)
        return True
