"""Mends the words of one certificate before it is printed (sửa lời văn)."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from dvk_desktop.domain.records.decision import CertificateRow
from dvk_desktop.domain.vietnamese.normal import clean_line
from dvk_desktop.views.widgets.growing_text import GrowingText
from dvk_desktop.views.widgets.labelled_form import LabelledForm
from dvk_desktop.views.widgets.labels import button


class CertificateWordsDialog(QDialog):
    """Name, recipient and the reason, which is kept (sửa lời văn giấy chứng nhận)."""

    def __init__(self, row: CertificateRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("Sửa lời văn giấy chứng nhận số {number}")
        self.setWindowTitle(title.format(number=row.register_number))
        self.subject_edit = GrowingText(least_lines=2, most_lines=5)
        self.subject_edit.setPlainText(row.text.subject)
        self.recipient_edit = GrowingText(least_lines=2, most_lines=5)
        self.recipient_edit.setPlainText(row.text.recipient)
        self.reason_edit = GrowingText(least_lines=1, most_lines=3)
        self.form = LabelledForm()
        self.form.add("subject", self.tr("Tên mô hình"), self.subject_edit, is_required=True)
        self.form.add(
            "recipient", self.tr("Tập thể, cá nhân"), self.recipient_edit, is_required=True
        )
        hint = self.tr("Chỉ sửa lời in trên giấy; tên trong đăng ký và quyết định giữ nguyên.")
        self.form.add("reason", self.tr("Lý do sửa"), self.reason_edit, is_required=True, hint=hint)
        self.save_button = button(self.tr("Lưu lời văn"), self._finish, kind="primary")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(self.tr("Hủy"), self.reject))
        buttons.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.form)
        layout.addStretch(1)
        layout.addLayout(buttons)
        self.resize(560, 400)

    def words(self) -> dict[str, str]:
        """Return what was typed, by the names that the service uses."""
        return {
            "subject": clean_line(self.subject_edit.toPlainText()),
            "recipient": clean_line(self.recipient_edit.toPlainText()),
            "reason": clean_line(self.reason_edit.toPlainText()),
        }

    def _finish(self) -> None:
        needed = self.tr("Cần điền mục này.")
        faults = {name: needed for name, typed in self.words().items() if not typed}
        self.form.show_faults(faults)
        if not faults:
            self.accept()
