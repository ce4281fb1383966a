"""A list to choose from that is also typed into, without accents (ô chọn)."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from dvk_desktop.domain.vietnamese.folding import matches

_PAUSE_MILLISECONDS = 1200


class ChoiceCombo(QComboBox):
    """A combo box for long Vietnamese lists: "yen thanh" finds "Xã Yên Thành" (ô chọn).

    It has no text field, so an input method never fights with it. The wheel scrolls the form
    around it and never changes the choice.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(16)
        self._typed = ""
        self._marked = 0
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._forget)

    def offer(self, choices: Iterable[tuple[Any, str]]) -> None:
        """Offer pairs of value and text, keeping the present value if it is still there."""
        kept = self.currentData()
        self.blockSignals(True)
        self.clear()
        for value, text in choices:
            self.addItem(text, value)
            self.setItemData(self.count() - 1, text, Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(max(0, self.place_of(kept)))
        self.blockSignals(False)

    def place_of(self, value: object) -> int:
        """Return where a value stands, or -1; ``findData`` takes no Python objects."""
        places = (place for place in range(self.count()) if self.itemData(place) == value)
        return next(places, -1)

    def choose(self, value: object) -> bool:
        """Choose a value; say whether it is offered."""
        place = self.place_of(value)
        self.setCurrentIndex(max(0, place))
        return place >= 0

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look for what is typed among the words of the texts."""
        text = event.text()
        if event.key() == Qt.Key.Key_Backspace and self._typed:
            self._look_for(self._typed[:-1])
        elif event.key() == Qt.Key.Key_Left and self._typed:
            # Some keyboards choose what is to be typed anew instead of taking it away.
            self._marked = min(len(self._typed), self._marked + 1)
        elif text.strip() or (text == " " and self._typed):
            is_typing = not event.modifiers() & (
                Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
            )
            if is_typing and text.isprintable():
                self._look_for(self._typed[: len(self._typed) - self._marked] + text)
                return
            super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _look_for(self, typed: str) -> None:
        self._typed = typed
        self._marked = 0
        self._pause.start()
        if not typed.strip():
            return
        count = self.count()
        for step in range(count):
            place = (max(0, self.currentIndex()) + step) % count
            if matches(typed, self.itemText(place)):
                self.setCurrentIndex(place)
                return

    def _forget(self) -> None:
        self._typed = ""
        self._marked = 0
