"""The head of a page or of a part of it (đầu mục)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dvk_desktop.views.widgets.labels import text_label


class SectionHeader(QWidget):
    """A title with a quiet line under it, and buttons at the right (đầu mục)."""

    def __init__(
        self,
        title: str,
        subtitle: str = "",
        parent: QWidget | None = None,
        *,
        role: str = "title",
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._title = text_label(title, role)
        self._subtitle = text_label(subtitle, "muted")
        # To show what has no parent yet would open a window for a moment.
        if not subtitle:
            self._subtitle.hide()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(words, 1)
        layout.addLayout(self._actions)

    def add_action(self, widget: QWidget) -> None:
        """Put a button, badge or box at the right end; the main action comes last."""
        self._actions.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)

    def set_subtitle(self, subtitle: str) -> None:
        """Show another quiet line, or none."""
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
