"""The head of a page or of a part of it (đầu mục)."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dvk_desktop.views.widgets.labels import text_label

_ROOM_FOR_WORDS = 240


class SectionHeader(QWidget):
    """A title with a quiet line under it, and buttons at the right (đầu mục).

    Where too little room is left for the words, the buttons go below them.
    """

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
        self._halves = QHBoxLayout(self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(16)
        self._halves.addLayout(words, 1)
        self._halves.addLayout(self._actions)

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
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay words and buttons side by side or one below the other."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        left = self.width() - self._actions.sizeHint().width()
        is_narrow = self._actions.count() > 0 and left < _ROOM_FOR_WORDS
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(down if is_narrow else across)
        self._halves.setSpacing(8 if is_narrow else 16)
        # A policy of its own height would cut a line that wraps at this width.
        if self._halves.hasHeightForWidth():
            self.setMinimumHeight(self._halves.heightForWidth(self.width()))
