"""Does the rest of the start after the frame can be seen (sau lần vẽ đầu tiên)."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget


class FirstPaint(QWidget):
    """Calls once, when a window has been painted for the first time (lần vẽ đầu tiên).

    It is one pixel of that window: an event filter would load all kinds of events first (3 ms).
    """

    def __init__(self, window: QWidget, then: Callable[[], object]) -> None:
        super().__init__(window)
        self._then = then
        self.setFixedSize(1, 1)
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing, and call after this round of painting."""
        self.hide()
        QTimer.singleShot(0, self._call)

    def _call(self) -> None:
        self.deleteLater()
        self._then()
