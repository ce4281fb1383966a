"""What a page shows when there is nothing yet (chỗ trống)."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dvk_desktop.views.icons import icon
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.widgets.labels import button, text_label

_ICON = QSize(40, 40)


class EmptyState(QWidget):
    """An icon, what is missing, and the one button that helps (chỗ trống)."""

    def __init__(
        self,
        icon_name: str,
        title: str,
        text: str = "",
        parent: QWidget | None = None,
        *,
        action: str = "",
        clicked: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(parent)
        picture = QLabel()
        picture.setPixmap(icon(icon_name, Tone.NEUTRAL).pixmap(_ICON, self.devicePixelRatioF()))
        words = text_label(text, "muted")
        words.setMaximumWidth(420)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(picture, 0, centre)
        layout.addWidget(text_label(title, "heading"), 0, centre)
        if text:
            # Stretches at both sides: an alignment would make a wrapped label too narrow.
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(words, 100)
            row.addStretch(1)
            layout.addLayout(row)
        if action:
            layout.addSpacing(4)
            layout.addWidget(button(action, clicked, kind="primary"), 0, centre)
        layout.addStretch(3)
