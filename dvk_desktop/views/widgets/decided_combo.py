"""A list to choose from that tells only of what was decided (ô chọn có chốt)."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from dvk_desktop.views.widgets.choice_combo import ChoiceCombo


class DecidedCombo(ChoiceCombo):
    """Tells of a choice by mouse at once, of one by keys with Enter or on leaving (ô chọn).

    Typing and arrows pass over values on their way; acting on each would be wrong and slow.
    """

    decided = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settled: object = None
        self.activated.connect(lambda: self._decide())

    def show_choices(self, choices: Iterable[tuple[Any, str]], value: object) -> None:
        """Offer pairs of value and text with one chosen; tells nothing."""
        self.blockSignals(True)
        self.offer(choices)
        self.blockSignals(True)
        self.choose(value)
        self.blockSignals(False)
        self._settled = self.currentData()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide with Enter; Escape goes back to what was decided."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._is_open:
            self._decide()
        elif event.key() == Qt.Key.Key_Escape and self._is_open:
            self.choose(self._settled)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving decides; opening the own list is no leaving."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._decide()

    @property
    def _is_open(self) -> bool:
        return bool(self.currentData() != self._settled)

    def _decide(self) -> None:
        if self._is_open:
            self._settled = self.currentData()
            self.decided.emit(self._settled)
