"""The steps of one registration, the newest on top (lịch sử đăng ký)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dvk_desktop.domain.records.registration import EventRow
from dvk_desktop.views.item_models.registration_columns import state_tone
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.date_edit import format_date
from dvk_desktop.views.widgets.labels import badge, line, text_label


class RegistrationHistory(QWidget):
    """Who did what and when, with the notes (lịch sử)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 12, 0, 12)
        self._layout.setSpacing(10)
        self._content: QWidget | None = None

    def show_events(self, events: Sequence[EventRow]) -> None:
        """Show other steps, given the oldest first."""
        if self._content is not None:
            self._layout.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget()
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        if not events:
            inner.addWidget(text_label(self.tr("Chưa qua bước xử lý nào."), "muted"))
        for number, event in enumerate(reversed(events)):
            if number:
                inner.addWidget(line())
            inner.addWidget(self._line(event))
        inner.addStretch(1)
        self._layout.addWidget(self._content, 1)

    def _line(self, event: EventRow) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(text_label(worded(event.action), "label"))
        top.addStretch(1)
        top.addWidget(badge(worded(event.to_state.label), state_tone(event.to_state)))
        column.addLayout(top)
        who = format_date(event.happened_on)
        if event.actor:
            who = f"{who} · {event.actor}"
        column.addWidget(text_label(who, "muted"))
        if event.note:
            note = text_label(event.note)
            note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(note)
        return holder
