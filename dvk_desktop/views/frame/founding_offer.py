"""Confirm whose package sets up this office (lập văn phòng từ gói)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dvk_desktop.views.exchange.fingerprint import FingerprintLabel
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.labels import button, text_label

if TYPE_CHECKING:
    from dvk_desktop.services.exchange.founding import FoundingOffer


class FoundingOfferDialog(QDialog):
    """Shows what will be set up and whose word that is; the fingerprint is compared first.

    ``confirmed`` carries the fingerprint that a person heard over the telephone (xác nhận).
    """

    confirmed = Signal(str)

    def __init__(self, offer: "FoundingOffer", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Lập văn phòng từ gói của cấp trên"))
        self.setMinimumWidth(620)
        self._offer = offer
        self.heard = QCheckBox(
            self.tr("Tôi đã gọi văn phòng này; họ đọc và cả 16 nhóm số đều khớp với số ở trên.")
        )
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(self.tr("Hoặc gõ, dán các nhóm số mà họ đã đọc"))
        self.typed.setAccessibleName(self.tr("Dấu vân tay đã nghe"))
        self.found_button = button(
            self.tr("Lập văn phòng"), self._finish, icon_name="check", kind="primary"
        )
        self.heard.toggled.connect(lambda _: self._follow())
        self.typed.textChanged.connect(lambda _: self._follow())
        self._lay_out()
        self._follow()

    def _lay_out(self) -> None:
        offer = self._offer
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(text_label(f"{offer.name} ({offer.code})", "heading"))
        layout.addWidget(text_label(self._contents()))
        sender = self.tr("Gói do “{name}” ({code}) gửi. Ai cũng có thể tạo một gói mang tên này.")
        asked = self.tr("Hãy gọi số điện thoại bạn vẫn dùng, nhờ họ đọc dấu vân tay rồi so.")
        told = sender.format(name=offer.sender_name, code=offer.sender_code)
        layout.addWidget(text_label(f"{told} {asked}"))
        layout.addWidget(text_label(self.tr("Dấu vân tay của nơi gửi"), "label"))
        layout.addWidget(FingerprintLabel(offer.fingerprint, per_line=4))
        layout.addWidget(self.heard)
        layout.addWidget(self.typed)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(self.tr("Để sau"), self.reject))
        buttons.addWidget(self.found_button)
        layout.addLayout(buttons)

    def _contents(self) -> str:
        offer = self._offer
        parts = [
            self.tr("Cấp: {level}").format(level=worded(offer.level_name)),
            self.tr("{count} đơn vị trong danh mục").format(count=offer.unit_count),
            *offer.campaigns,
        ]
        return " · ".join(parts)

    def _follow(self) -> None:
        self.found_button.setEnabled(self.heard.isChecked() or bool(self.typed.text().strip()))

    def _finish(self) -> None:
        # What was typed counts before the tick: it is the stronger proof.
        self.confirmed.emit(self.typed.text().strip() or self._offer.fingerprint)
        self.accept()
