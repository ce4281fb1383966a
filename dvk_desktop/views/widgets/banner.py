"""A coloured strip over the pages (dải báo)."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.widgets.elided_label import ElidedLabel
from dvk_desktop.views.widgets.labels import button


class Banner(QFrame):
    """Says what must not be overlooked, with one way out (dải báo)."""

    def __init__(
        self,
        text: str,
        action: str = "",
        clicked: Callable[[], object] | None = None,
        *,
        tone: Tone = Tone.WARNING,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setProperty("tone", tone.value)
        self.setFixedHeight(36)
        words = ElidedLabel(text)
        words.setProperty("role", "label")
        words.setProperty("tone", tone.value)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 0, 16, 0)
        layout.addWidget(words, 1)
        if action:
            layout.addWidget(button(action, clicked, kind="link"))
