"""Counts that filter what is below them when clicked (số đếm bấm được)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from dvk_desktop.views.icons import dot
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.widgets.breaking_rows import place_in_rows
from dvk_desktop.views.widgets.labels import button

_GAP = 6


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted, how it is called, and its number (số đếm)."""

    key: str
    label: str
    count: int
    tone: Tone = Tone.NEUTRAL


class CountChips(QWidget):
    """One button for everything and one for each kind there is (các nút đếm).

    ``chosen`` carries the key, empty for everything.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}

    @property
    def key(self) -> str:
        """What the list is narrowed to; empty for everything."""
        return self._key

    def show_counts(self, every: Counted, kinds: Sequence[Counted]) -> None:
        """Show counts; kinds without any are left out, and what was chosen stays."""
        shown = [every, *(kind for kind in kinds if kind.count)]
        keys = [kind.key for kind in shown]
        for key in [key for key in self.buttons if key not in keys]:
            made = self.buttons.pop(key)
            self._group.removeButton(made)
            made.hide()
            made.deleteLater()
        for kind in shown:
            made = self.buttons.get(kind.key) or self._add(kind)
            made.setText(f"{kind.label}: {kind.count}")
            made.show()
        self.buttons = {key: self.buttons[key] for key in keys}
        self._place()
        self._key = self._key if self._key in keys else ""
        self.buttons[self._key or every.key].setChecked(True)

    def choose(self, key: str) -> None:
        """Narrow the list as a click does; a kind that is not there means everything."""
        self._key = key if key in self.buttons else ""
        self.buttons[self._key].setChecked(True)
        self.chosen.emit(self._key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the rows anew."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Break the rows anew when a button becomes wider."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Ask for no width."""
        return QSize(0, self.height())

    def _place(self) -> None:
        height = place_in_rows(self.buttons.values(), self.width(), _GAP)
        if height and self.height() != height:
            self.setFixedHeight(height)

    def _add(self, kind: Counted) -> QPushButton:
        made = button("", partial(self.choose, kind.key))
        made.setParent(self)
        made.setCheckable(True)
        if kind.key:
            made.setIcon(dot(kind.tone))
        self._group.addButton(made)
        self.buttons[kind.key] = made
        return made
