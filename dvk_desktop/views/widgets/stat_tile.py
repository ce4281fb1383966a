"""One figure with its meaning (ô số liệu)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.widgets.labels import set_property, text_label

_OPENING_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class StatTile(QFrame):
    """A figure, what it counts and a note; may open the rows behind it (ô số liệu)."""

    opened = Signal()

    def __init__(
        self, caption: str, parent: QWidget | None = None, *, is_clickable: bool = False
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setMinimumWidth(132)
        self._is_clickable = is_clickable
        self._caption = text_label(caption, "muted")
        self._figure = text_label("–", "figure")
        self._note = text_label("", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(0)
        for part in (self._caption, self._figure, self._note):
            layout.addWidget(part)
        layout.addStretch(1)
        if is_clickable:
            self.setProperty("kind", "button")
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_figure("–")

    def show_figure(self, figure: str, note: str = "", tone: Tone = Tone.NEUTRAL) -> None:
        """Show a figure, with a note whose words carry the warning, not the colour alone."""
        self._figure.setText(figure)
        self._note.setText(note)
        set_property(self._note, "role", "error" if tone is Tone.DANGER else "muted")
        self.setAccessibleName(f"{self._caption.text()}: {figure}. {note}".strip())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open on a click."""
        is_inside = self.rect().contains(event.position().toPoint())
        if self._is_clickable and is_inside and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter or the space bar."""
        if self._is_clickable and Qt.Key(event.key()) in _OPENING_KEYS:
            self.opened.emit()
        else:
            super().keyPressEvent(event)
