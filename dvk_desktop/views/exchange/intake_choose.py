"""Where files of units are dropped, and templates for units are written (chọn tệp)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dvk_desktop.views.widgets.file_drop import FileDrop
from dvk_desktop.views.widgets.labels import button, text_label

UNIT_FILES = (".xlsx", ".xls", ".xlsm", ".docx", ".ods", ".csv")


class IntakeChoose(QWidget):
    """Begins an import (trang chọn tệp)."""

    dropped = Signal(list)
    files_wanted = Signal()
    templates_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        drop = FileDrop(
            self.tr("Thả các tệp mà đơn vị gửi vào đây, bao nhiêu tệp cũng được"),
            UNIT_FILES,
            kind_name=self.tr("Tệp của đơn vị"),
            choose=self.files_wanted.emit,
            takes_all=True,
        )
        drop.dropped.connect(self.dropped)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(drop)
        for text in (
            self.tr(
                "Tệp Excel, Word theo mẫu nào cũng được, kể cả phông chữ TCVN3, VNI cũ: chương"
                " trình tự tìm bảng, tự hiểu cột và đọc tên đơn vị. Hiểu sai chỗ nào, bạn chọn lại"
                " chỗ đó; lần sau chương trình nhớ cách ghi của đơn vị ấy."
            ),
            self.tr(
                "Trước khi ghi, bạn thấy kế hoạch: dòng nào thêm mới, dòng nào đã có, dòng nào phải"
                " xem lại. Nhập lại tệp cũ không sinh dòng trùng; tệp thiếu dòng không làm mất dòng"
                " đã có."
            ),
        ):
            layout.addWidget(text_label(text, "muted"))
        row = QHBoxLayout()
        row.addWidget(
            button(
                self.tr("Tạo tệp mẫu cho đơn vị…"),
                self.templates_wanted.emit,
                icon_name="file-spreadsheet",
            )
        )
        row.addWidget(
            text_label(
                self.tr("Đơn vị ghi vào tệp mẫu rồi gửi lại thì không phải đoán gì nữa."), "muted"
            ),
            1,
        )
        layout.addLayout(row)
        layout.addStretch(1)
