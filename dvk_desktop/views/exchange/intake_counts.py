"""Counts that filter what is below them when clicked (số đếm bấm được)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from dvk_desktop.views.icons import dot
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.widgets.labels import button


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
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)

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
            self._row.removeWidget(made)
            made.hide()
            made.deleteLater()
        for place, kind in enumerate(shown):
            made = self.buttons.get(kind.key) or self._add(kind)
            self._row.insertWidget(place, made)
            made.setText(f"{kind.label}: {kind.count}")
        self._key = self._key if self._key in keys else ""
        self.buttons[self._key or every.key].setChecked(True)

    def choose(self, key: str) -> None:
        """Narrow the list as a click does; a kind that is not there means everything."""
        self._key = key if key in self.buttons else ""
        self.buttons[self._key].setChecked(True)
        self.chosen.emit(self._key)

    def _add(self, kind: Counted) -> QPushButton:
        made = button("", partial(self.choose, kind.key))
        made.setCheckable(True)
        if kind.key:
            made.setIcon(dot(kind.tone))
        self._group.addButton(made)
        self.buttons[kind.key] = made
        return made
