"""A QR code in the window (mã QR)."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

_QUIET = 4
_SIDE = 232


class QrSquare(QWidget):
    """Paints the squares of a code, dark on light in both themes: so scanners read it (mã QR)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[bytes, ...] = ()
        self.setFixedSize(_SIDE, _SIDE)
        self.setAccessibleName(self.tr("Mã QR của thẻ văn phòng"))

    def show_rows(self, rows: Sequence[bytes]) -> None:
        """Show a code by its rows from the top; 1 is dark."""
        self.rows = tuple(rows)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint whole device pixels only: a blurred edge costs the scanner."""
        if not self.rows:
            return
        ratio = self.devicePixelRatioF()
        room = int(_SIDE * ratio)
        step = max(room // (len(self.rows) + 2 * _QUIET), 1)
        left = (room - step * len(self.rows)) // 2
        painter = QPainter(self)
        painter.scale(1 / ratio, 1 / ratio)
        painter.fillRect(QRect(0, 0, room, room), Qt.GlobalColor.white)
        for line, row in enumerate(self.rows):
            for at, dark in enumerate(row):
                if dark:
                    square = QRect(left + at * step, left + line * step, step, step)
                    painter.fillRect(square, Qt.GlobalColor.black)
        painter.end()
