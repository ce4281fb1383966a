"""A framed part of a page (khung)."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dvk_desktop.views.widgets.section_header import SectionHeader


class Card(QFrame):
    """A white frame with a heading; fill ``body`` (khung)."""

    def __init__(self, title: str = "", subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.header = SectionHeader(title, subtitle, role="heading")
        # To show what has no parent yet would open a window for a moment.
        if not title:
            self.header.hide()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 12, 16, 14)
        self.body.setSpacing(10)
        self.body.addWidget(self.header)
