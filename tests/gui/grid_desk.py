"""A grid over an office with three registrations, driven as a clerk drives it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from registrations_office import add_units, draft_of, empty_office

from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.services.services import Services
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.registrations.grid import RegistrationGrid
from dvk_desktop.views.tasks import TaskRunner

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
NAME, UNIT, SECTOR, KIND, PEOPLE, COST = 0, 1, 2, 4, 6, 7


class GridDesk:
    """A grid over an office with three registrations."""

    def __init__(self, qtbot: QtBot, services: Services, campaign: str) -> None:
        self.qtbot, self.services, self.campaign = qtbot, services, campaign
        self.settings = QSettings(str(services.folder / "window.ini"), QSettings.Format.IniFormat)
        self.runner = TaskRunner()
        self.grid = self.new_grid()

    def new_grid(self) -> RegistrationGrid:
        bus = self.bus = ChangeBus()
        grid = RegistrationGrid(self.services, self.runner, bus, self.settings)
        wanted = RegistrationFilter(self.campaign)
        bus.changed.connect(lambda changes: grid.refresh(wanted))
        self.qtbot.addWidget(grid)
        grid.resize(1300, 600)
        grid.show_wanted(wanted)
        grid.show()
        grid.activateWindow()
        self.qtbot.waitUntil(grid.isActiveWindow)
        grid.view.setFocus()
        return grid

    def go(self, row: int, column: int) -> None:
        self.grid.view.go_to(row, column)

    @property
    def place(self) -> tuple[int, int]:
        current = self.grid.view.currentIndex()
        return current.row(), current.column()

    def choose(self, top: int, left: int, bottom: int, right: int) -> None:
        model, flags = self.grid.model, QItemSelectionModel.SelectionFlag
        self.go(top, left)
        area = QItemSelection(model.index(top, left), model.index(bottom, right))
        self.grid.view.selectionModel().select(area, flags.ClearAndSelect)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        target = QApplication.focusWidget() or self.grid.view
        self.qtbot.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)

    def type(self, text: str) -> None:
        """Send letters as keyboards with Vietnamese input do: a text and no key."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self.target, event)

    @property
    def target(self) -> QWidget:
        return QApplication.focusWidget() or self.grid.view

    def text(self, row: int, column: int) -> str:
        return str(self.grid.model.index(row, column).data())

    def column(self, column: int) -> list[str]:
        return [self.text(row, column) for row in range(self.grid.model.stored_total)]

    def settle(self, stored: int) -> None:
        self.qtbot.waitUntil(lambda: self.grid.model.stored_total == stored)

    @property
    def names(self) -> list[str]:
        rows = self.services.registrations.rows(RegistrationFilter(self.campaign))
        return sorted(row.name for row in rows)


@contextmanager
def grid_desk(qtbot: QtBot, folder: Path) -> Iterator[GridDesk]:
    """Open the grid of an office with three registrations."""
    services = empty_office(folder)
    units = add_units(services)
    campaign, _ = services.campaigns.create(2017)
    drafts = [draft_of(number, units[0]) for number in range(3)]
    services.registrations.register_many(campaign, drafts)
    made = GridDesk(qtbot, services, campaign)
    yield made
    made.grid.close()
    made.runner.stop()
    services.close()
