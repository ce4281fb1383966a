"""A box to search in while typing (ô tìm kiếm)."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from dvk_desktop.views.icons import icon

PAUSE_MILLISECONDS = 120


class SearchBox(QLineEdit):
    """Tells what is searched for when typing pauses (ô tìm kiếm).

    Keys are never filtered or changed and nothing is completed: Vietnamese input methods such
    as Unikey send backspaces and whole words again. Escape clears, Enter searches at once.
    """

    searched = Signal(str)

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._last = ""
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._timer.timeout.connect(self._search)
        self.textChanged.connect(lambda: self._timer.start())
        self.returnPressed.connect(self._search)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear with Escape; every other key is typing."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._search()
            return
        super().keyPressEvent(event)

    def _search(self) -> None:
        self._timer.stop()
        text = " ".join(self.text().split())
        if text != self._last:
            self._last = text
            self.searched.emit(text)
