"""What a new office does first, in three steps (ba bước đầu tiên)."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dvk_desktop.views.icons import icon
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.widgets.card import Card
from dvk_desktop.views.widgets.labels import button, text_label

_ICON = QSize(24, 24)


class FirstSteps(QWidget):
    """Three cards beside each other; what is done has a tick, the next one the button."""

    go_to = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)

    def show_progress(self, units: int, has_campaign: bool) -> None:
        """Show how far the office has come."""
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        is_done = (units > 0, has_campaign, False)
        following = is_done.index(False)
        texts = (
            (
                self.tr("1. Khai báo đơn vị"),
                self.tr("Lấy danh sách từ tệp Excel có sẵn, hoặc nhập từng đơn vị."),
                self.tr("Sang trang Đơn vị"),
                "units",
            ),
            (
                self.tr("2. Mở đợt thi đua"),
                self.tr("Chọn năm; lĩnh vực, thời hạn và phiếu chấm có mẫu sẵn để sửa."),
                self.tr("Sang trang Thiết lập"),
                "settings",
            ),
            (
                self.tr("3. Nhận đăng ký"),
                self.tr("Thả các tệp Excel, Word mà đơn vị gửi vào trang Đăng ký, hoặc nhập tay."),
                self.tr("Sang trang Đăng ký"),
                "registrations",
            ),
        )
        done_notes = (
            self.tr("Đã có {count} đơn vị.").format(count=units),
            self.tr("Đã mở đợt thi đua."),
            "",
        )
        for number, (title, text, action, key) in enumerate(texts):
            note = done_notes[number] if is_done[number] else ""
            card = self._card(title, text, note)
            kind = "primary" if number == following else ""
            made = button(action, lambda key=key: self.go_to.emit(key), kind=kind)
            made.setObjectName(f"{key}_step_button")
            row = QHBoxLayout()
            row.addWidget(made)
            row.addStretch(1)
            card.body.addStretch(1)
            card.body.addLayout(row)
            self._layout.addWidget(card, 1)

    def _card(self, title: str, text: str, note: str) -> Card:
        card = Card(title)
        card.body.addWidget(text_label(text, "muted"))
        if note:
            row = QHBoxLayout()
            row.setSpacing(6)
            tick = QLabel()
            tick.setPixmap(icon("circle-check", Tone.SUCCESS).pixmap(_ICON * 0.75))
            row.addWidget(tick)
            row.addWidget(text_label(note), 1)
            card.body.addLayout(row)
        return card


def first_steps_holder(steps: FirstSteps, title: QWidget, text: QWidget) -> QWidget:
    """Return the page of a new office: a welcome over the three cards."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 24, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(title)
    layout.addWidget(text)
    layout.addSpacing(12)
    layout.addWidget(steps)
    layout.addStretch(1)
    return holder
