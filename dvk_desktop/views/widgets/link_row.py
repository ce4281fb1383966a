"""One line of a list that leads somewhere: figure, words, arrow (dòng dẫn tới)."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from dvk_desktop.views.icons import icon
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.widgets.elided_label import ElidedLabel
from dvk_desktop.views.widgets.labels import text_label

_HEIGHT = 34
_FIGURE_WIDTH = 28
_ARROW = QSize(16, 16)


class LinkRow(QPushButton):
    """A whole line to click, or to open with Enter or the space bar (dòng dẫn tới)."""

    def __init__(self, figure: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "row")
        self.setFixedHeight(_HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{figure} {text}")
        count = text_label(figure, "count")
        count.setMinimumWidth(_FIGURE_WIDTH)
        count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        arrow = QLabel()
        arrow.setPixmap(icon("chevron-right", Tone.NEUTRAL).pixmap(_ARROW))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 0, 2, 0)
        layout.setSpacing(12)
        layout.addWidget(count)
        layout.addWidget(ElidedLabel(text), 1)
        layout.addWidget(arrow)
        for part in (count, layout.itemAt(1).widget(), arrow):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Ask for room for some words; the layout gives more."""
        return QSize(240, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Need hardly any width."""
        return QSize(120, _HEIGHT)
