"""Where packages are dropped, one or a whole folder (trang đầu của mục Nhận gói)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dvk_desktop.views.widgets.file_drop import FileDrop
from dvk_desktop.views.widgets.labels import button, text_label


class ReceiveStart(QWidget):
    """Begins to take packages in; ``incomplete`` has room for what is missing (bắt đầu)."""

    dropped = Signal(list)
    package_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, suffixes: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        drop = FileDrop(
            self.tr("Thả gói dữ liệu hoặc biên nhận vào đây"),
            suffixes,
            kind_name=self.tr("Gói dữ liệu"),
            choose=self.package_wanted.emit,
        )
        drop.dropped.connect(self.dropped)
        self.incomplete = QVBoxLayout()
        self.incomplete.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(drop)
        layout.addLayout(self.incomplete)
        layout.addLayout(self._make_many())
        for title, text in self._steps():
            step = QVBoxLayout()
            step.setSpacing(2)
            step.addWidget(text_label(title, "label"))
            step.addWidget(text_label(text, "muted"))
            layout.addLayout(step)
        layout.addStretch(1)

    def _make_many(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(
            button(self.tr("Nhập cả thư mục…"), self.folder_wanted.emit, icon_name="folder-open")
        )
        words = self.tr(
            "Nhiều gói một lượt: chương trình tự xếp thứ tự, để riêng gói hỏng, nhập các gói còn"
            " lại."
        )
        row.addWidget(text_label(words, "muted"), 1)
        return row

    def _steps(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("1. Kiểm tra"),
                self.tr("Chương trình xem gói của ai, còn nguyên không, có đúng nơi nhận không."),
            ),
            (
                self.tr("2. Xem trước"),
                self.tr("Bạn thấy từng bản ghi mới, thay đổi, xóa; chưa có gì được ghi."),
            ),
            (
                self.tr("3. Nhập"),
                self.tr(
                    "Nhập tất cả hoặc không nhập gì; xong có biên nhận để gửi lại, và hoàn tác"
                    " được cả lần nhập."
                ),
            ),
        )
