"""The computer was lost or broken: new keys for the same office (máy bị mất hoặc hỏng)."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.views.exchange.desk import Desk
from dvk_desktop.views.messages import show_error
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.widgets.date_edit import DateEdit
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.notice import Notice


class KeyRenewalDialog(QDialog):
    """Asks for the day and the reason, and for the office's code to be typed (lập khóa mới).

    ``changes`` holds what was stored, once it is accepted.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._office = desk.services.office.office()
        self.changes = Changes.NOTHING
        self.setWindowTitle(self.tr("Máy bị mất hoặc hỏng"))
        self.setMinimumWidth(600)
        self.reason_edit = QLineEdit()
        self.reason_edit.setPlaceholderText(self.tr("Ví dụ: máy tính của phòng bị mất"))
        self.day_edit = DateEdit()
        self.day_edit.setMaximumWidth(160)
        self.day_edit.set_value(desk.services.recognition.today())
        self.code_edit = QLineEdit()
        self.code_edit.setMaximumWidth(160)
        self.renew_button = button(
            self.tr("Lập khóa mới"), self._renew, icon_name="key", kind="danger"
        )
        self.renew_button.setAutoDefault(False)
        self._lay_out()
        for signal in (
            self.reason_edit.textChanged,
            self.day_edit.changed,
            self.code_edit.textChanged,
        ):
            signal.connect(lambda *_: self._follow())
        self._follow()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(8)
        title = self.tr("Lập khóa mới cho {name}").format(name=self._office.name)
        heading = text_label(title, "heading")
        heading.setWordWrap(True)
        layout.addWidget(heading)
        text = self.tr(
            "Văn phòng vẫn là văn phòng cũ, dữ liệu giữ nguyên. Nhưng nơi khác chưa nhận gói của"
            " bạn cho đến khi họ xác nhận thẻ mới qua điện thoại, và gói họ chưa nhập phải gửi lại."
        )
        layout.addWidget(
            Notice(self.tr("Chỉ làm khi máy bị mất, bị hỏng hoặc lộ khóa"), text, Tone.WARNING)
        )
        layout.addWidget(text_label(self._old_key(), "muted"))
        code = self.tr("Gõ mã văn phòng {code} để xác nhận").format(code=self._office.code)
        for words, widget in (
            (self.tr("Lý do, ghi vào nhật ký"), self.reason_edit),
            (self.tr("Khóa cũ ngừng dùng từ ngày (ngày mất máy)"), self.day_edit),
            (code, self.code_edit),
        ):
            label = text_label(words, "label")
            label.setBuddy(widget)
            widget.setAccessibleName(words)
            layout.addSpacing(4)
            layout.addWidget(label)
            layout.addWidget(widget)
        layout.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        later = button(self.tr("Để sau"), self.reject)
        later.setDefault(True)
        buttons.addWidget(later)
        buttons.addWidget(self.renew_button)
        layout.addLayout(buttons)
        self.reason_edit.setFocus()

    def _old_key(self) -> str:
        if self._desk.services.keys.is_locked:
            return self.tr(
                "Khóa cũ có mật khẩu và chưa mở, nên thẻ mới không có chữ ký của khóa cũ. Khóa mới"
                " chưa có mật khẩu; đặt lại ở mục Thiết lập."
            )
        return self.tr(
            "Nếu khóa cũ còn ở máy này, khóa cũ ký thêm vào thẻ mới; tệp khóa cũ được cất riêng."
            " Khóa mới chưa có mật khẩu; đặt ở mục Thiết lập."
        )

    def _follow(self) -> None:
        is_named = self.code_edit.text().strip().casefold() == self._office.code.casefold()
        self.renew_button.setEnabled(
            is_named and bool(self.reason_edit.text().strip()) and self.day_edit.value() is not None
        )

    def _renew(self) -> None:
        day = self.day_edit.value()
        if day is None:
            return
        try:
            self.changes = self._desk.services.key_renewal.renew(
                withdrawn_on=day, reason=self.reason_edit.text()
            )
        except DvkError as error:
            show_error(self, error)
            return
        self.accept()
