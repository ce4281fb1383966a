"""A framed sentence that must be read before going on (khung nhắc)."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from dvk_desktop.views.icons import icon
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.widgets.labels import button, text_label

_ICONS = {
    Tone.NEUTRAL: "info-circle",
    Tone.ACCENT: "info-circle",
    Tone.SUCCESS: "circle-check",
    Tone.WARNING: "alert-triangle",
    Tone.DANGER: "alert-circle",
}


class Notice(QFrame):
    """An icon, a heading, what it means, and what to do next (khung nhắc)."""

    def __init__(
        self, title: str, text: str = "", tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.setProperty("tone", tone.value)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(f"{title} {text}".strip())
        picture = QLabel()
        drawing = icon(_ICONS[tone], tone).pixmap(QSize(20, 20), self.devicePixelRatioF())
        picture.setPixmap(drawing)
        heading = text_label(title, "label")
        heading.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(heading)
        if text:
            body = text_label(text)
            body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.addWidget(body)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 9, 12, 9)
        layout.setSpacing(10)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addLayout(self._actions)

    def add_action(self, text: str, clicked: Callable[[], object], kind: str = "") -> None:
        """Put a button at the right end."""
        made = button(text, clicked, kind=kind)
        self._actions.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
