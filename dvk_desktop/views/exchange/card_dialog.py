"""Confirm the card of another office by telephone (xác nhận thẻ)."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.views.exchange.desk import Desk
from dvk_desktop.views.exchange.fingerprint import FingerprintLabel
from dvk_desktop.views.messages import show_error
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.notice import Notice

if TYPE_CHECKING:
    from dvk_desktop.services.exchange.trust import CardPreview


class CardDialog(QDialog):
    """Shows a card; it is trusted only after its fingerprint was compared (xác nhận thẻ).

    ``changes`` holds what was stored, once it is accepted.
    """

    def __init__(
        self, desk: Desk, path: Path, card: "CardPreview", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._path = path
        self._card = card
        self.changes = Changes.NOTHING
        self.setWindowTitle(self.tr("Thẻ của văn phòng khác"))
        self.setMinimumWidth(620)
        self.heard = QCheckBox(
            self.tr("Tôi đã gọi văn phòng này; họ đọc và cả 16 nhóm số đều khớp với số ở trên.")
        )
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(self.tr("Hoặc gõ, dán các nhóm số mà họ đã đọc"))
        self.typed.setAccessibleName(self.tr("Dấu vân tay đã nghe"))
        self.trust_button = button(
            self.tr("Tin cậy văn phòng này"), self._trust, icon_name="shield-check", kind="primary"
        )
        self.heard.toggled.connect(lambda _: self._follow())
        self.typed.textChanged.connect(lambda _: self._follow())
        self._lay_out()
        self._follow()

    def _lay_out(self) -> None:
        card = self._card
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(text_label(f"{card.name} ({card.code})", "heading"))
        if card.is_trusted:
            text = self.tr("Văn phòng này đã được tin cậy với đúng khóa này. Không cần làm gì.")
            layout.addWidget(Notice(self.tr("Đã tin cậy từ trước"), text, Tone.SUCCESS))
        else:
            text = self.tr(
                "Ai cũng có thể tạo một thẻ mang tên này. Hãy gọi số điện thoại mà bạn vẫn dùng,"
                " nhờ họ mở mục Văn phòng và đọc dấu vân tay của họ, rồi so từng nhóm."
            )
            layout.addWidget(text_label(text))
        layout.addWidget(text_label(self.tr("Dấu vân tay trên thẻ"), "label"))
        layout.addWidget(FingerprintLabel(card.fingerprint, per_line=4))
        can_trust = not card.is_trusted
        for widget in (self.heard, self.typed):
            widget.setVisible(can_trust)
            layout.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(self.tr("Để sau") if can_trust else self.tr("Đóng"), self.reject))
        self.trust_button.setVisible(can_trust)
        buttons.addWidget(self.trust_button)
        layout.addLayout(buttons)

    def _follow(self) -> None:
        self.trust_button.setEnabled(self.heard.isChecked() or bool(self.typed.text().strip()))

    def _trust(self) -> None:
        # What was typed counts before the tick: it is the stronger proof.
        given = self.typed.text().strip() or self._card.fingerprint
        try:
            self.changes = self._desk.services.trust.trust(self._path, given)
        except DvkError as error:
            show_error(self, error)
            return
        self.accept()
