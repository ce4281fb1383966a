"""Conditions as small labels, each with a button to take it off (thẻ điều kiện lọc)."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from dvk_desktop.views.widgets.breaking_rows import place_in_rows
from dvk_desktop.views.widgets.labels import button, icon_button

_GAP = 6
_WIDEST = 340


class FilterChips(QWidget):
    """Lays chips side by side, in as many rows as they need (thẻ điều kiện).

    ``dropped`` carries the key of the one that is taken off; ``cleared`` asks for all of them.
    """

    dropped = Signal(str)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[QWidget] = []
        self._clear = button(self.tr("Bỏ tất cả bộ lọc"), self.cleared.emit, kind="link")
        self._clear.setParent(self)
        self.hide()

    def show_chips(self, chips: Sequence[tuple[str, str]]) -> None:
        """Show other conditions, pairs of a key and words; nothing is shown without one."""
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(key, text) for key, text in chips]
        for chip in self._chips:
            chip.show()
        self.setVisible(bool(chips))
        self._place()

    def texts(self) -> list[str]:
        """Return what the chips say."""
        return [chip.toolTip() for chip in self._chips]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the rows anew."""
        super().resizeEvent(event)
        self._place()

    def sizeHint(self) -> QSize:
        """Ask for no width."""
        return QSize(0, self.height())

    def _chip(self, key: str, text: str) -> QWidget:
        chip = QFrame(self)
        chip.setProperty("role", "chip")
        chip.setToolTip(text)
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(label.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _WIDEST))
        name = self.tr("Bỏ điều kiện: {words}").format(words=text)
        drop = icon_button("x", name, lambda: self.dropped.emit(key))
        drop.setIconSize(QSize(13, 13))
        layout = QHBoxLayout(chip)
        layout.setContentsMargins(10, 1, 4, 1)
        layout.setSpacing(4)
        layout.addWidget(label)
        layout.addWidget(drop)
        return chip

    def _place(self) -> None:
        height = place_in_rows((*self._chips, self._clear), self.width(), _GAP)
        if self.height() != height:
            self.setFixedHeight(height)
