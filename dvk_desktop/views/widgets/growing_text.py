"""A box for several lines that grows with its text (ô nhiều dòng)."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget


class GrowingText(QPlainTextEdit):
    """Plain text, as high as it needs to be between two limits (ô nhiều dòng).

    Enter makes a new line, Tab goes on to the next field; no key is filtered.
    """

    def __init__(
        self, parent: QWidget | None = None, *, least_lines: int = 2, most_lines: int = 14
    ) -> None:
        super().__init__(parent)
        self._least = least_lines
        self._most = most_lines
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(lambda: self._fit())
        self._fit()

    def sizeHint(self) -> QSize:
        """Ask for the height of the text."""
        return QSize(240, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure with the font that the style sheet gives."""
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text only where it does not fit; else leave the wheel to the form."""
        if self.verticalScrollBar().maximum() > 0 and self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _fit(self) -> None:
        # The layout of plain text measures its height in lines.
        lines = round(self.document().documentLayout().documentSize().height())
        shown = max(self._least, min(self._most, lines))
        room = self.contentsMargins().top() + self.contentsMargins().bottom()
        margin = 2 * round(self.document().documentMargin())
        height = shown * self.fontMetrics().lineSpacing() + room + margin + 4
        is_long = lines > self._most
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if is_long else policy.ScrollBarAlwaysOff
        )
        if height != self.height():
            self.setFixedHeight(height)
