"""What merging a package has done, and what to do next (kết quả nhập gói)."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dvk_desktop.domain.records.exchange import MergePreview, MergeResult
from dvk_desktop.domain.records.package import PackageKind
from dvk_desktop.views import file_choice
from dvk_desktop.views.exchange.desk import CONFLICTS, HISTORY, Desk, clear_layout
from dvk_desktop.views.exchange.receipt_copying import copy_receipts
from dvk_desktop.views.exchange.wording import merge_counts, package_state
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.widgets.labels import button
from dvk_desktop.views.widgets.notice import Notice


class MergeOutcome(QWidget):
    """Counts, conflicts, the receipt to send back, and undo (kết quả)."""

    section_wanted = Signal(int)
    another_wanted = Signal()
    undo_wanted = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._notices = QVBoxLayout()
        self._notices.setSpacing(12)
        row = QHBoxLayout()
        row.addWidget(button(self.tr("Nhận gói khác"), self.another_wanted.emit, kind="primary"))
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(self._notices)
        layout.addLayout(row)
        layout.addStretch(1)

    def show_result(self, preview: MergePreview, result: MergeResult) -> None:
        """Show what a merge has done."""
        clear_layout(self._notices)
        for notice in self._make_result(preview, result):
            self._notices.addWidget(notice)

    def _make_result(self, preview: MergePreview, result: MergeResult) -> list[Notice]:
        sender = preview.manifest.sender.name
        if preview.manifest.kind is PackageKind.RECEIPT:
            return [self._received(sender)]
        counts = {
            "new": result.new,
            "changed": result.changed,
            "removed": result.removed,
            "conflicts": result.conflicts,
            "refused": result.refused,
            "same": result.same,
        }
        title = self.tr("Đã nhập gói số {number} của {name}").format(
            number=preview.manifest.sequence, name=sender
        )
        first = Notice(
            title, self.tr("Kết quả: {counts}.").format(counts=merge_counts(counts)), Tone.SUCCESS
        )
        batch = result.batch
        if batch is not None:
            what = self.tr("gói số {number} của {name}").format(
                number=preview.manifest.sequence, name=sender
            )
            first.add_action(
                self.tr("Hoàn tác lần nhập này"),
                lambda: self.undo_wanted.emit(batch, what),
                kind="danger",
            )
        notices = [first]
        if result.receipt is not None:
            notices.append(self._send_back(sender, result.receipt))
        if result.conflicts:
            title = self.tr("{count} xung đột chờ bạn chọn").format(count=result.conflicts)
            waiting = Notice(title, "", Tone.WARNING)
            waiting.add_action(
                self.tr("Xử lý xung đột"), lambda: self.section_wanted.emit(CONFLICTS)
            )
            notices.append(waiting)
        return notices

    def _send_back(self, sender: str, receipt: Path) -> Notice:
        """Say which file goes back to whom, and where it lies."""
        title = self.tr("Việc tiếp theo: gửi lại biên nhận cho {name}").format(name=sender)
        text = self.tr(
            "Tệp {file} trong thư mục {folder}. Gửi qua thư điện tử hoặc chép ra USB; chưa có biên"
            " nhận thì nơi gửi chưa biết gói đã tới."
        )
        notice = Notice(title, text.format(file=receipt.name, folder=receipt.parent), Tone.ACCENT)
        notice.add_action(
            self.tr("Chép ra USB…"), lambda: copy_receipts(self, self.desk, [receipt])
        )
        notice.add_action(self.tr("Mở thư mục"), lambda: file_choice.show_in_system(receipt.parent))
        return notice

    def _received(self, sender: str) -> Notice:
        """Tell what became of the packages that the sender of a receipt has merged."""
        title = self.tr("Đã ghi nhận biên nhận của {name}").format(name=sender)
        rows = self.desk.services.receiving.history()
        newest = next((row for row in rows if row.receipt and row.peer_name == sender), None)
        if newest is None:
            text = self.tr("Máy này không giữ gói mà biên nhận nói tới.")
            return Notice(title, text, Tone.WARNING)
        said, tone = package_state(newest)
        text = self.tr("Gói số {number}: {state}. Nơi nhận có {counts}.").format(
            number=newest.sequence,
            state=said.lower(),
            counts=merge_counts((newest.receipt or {}).get("counts") or {}),
        )
        notice = Notice(title, text, tone)
        notice.add_action(self.tr("Xem lịch sử"), lambda: self.section_wanted.emit(HISTORY))
        return notice
