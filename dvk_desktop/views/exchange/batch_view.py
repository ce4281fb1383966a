"""Many packages at once: verdicts, one run, and what became of each (nhập cả thư mục)."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.package_batch import (
    BatchPlan,
    BatchResult,
    BatchState,
    BatchVerdict,
)
from dvk_desktop.views import file_choice
from dvk_desktop.views.exchange.batch_columns import BatchLine, batch_columns
from dvk_desktop.views.exchange.desk import CONFLICTS, Desk, Rest, clear_layout
from dvk_desktop.views.exchange.receipt_copying import copy_receipts
from dvk_desktop.views.exchange.wording import merge_counts
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.item_models.sort_filter import SortFilterProxy
from dvk_desktop.views.messages import show_error
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.notice import Notice
from dvk_desktop.views.widgets.record_table_view import RecordTableView
from dvk_desktop.views.widgets.section_header import SectionHeader


class BatchView(QWidget):
    """Shows every file with its verdict, then what came of it (lượt nhập nhiều gói)."""

    shown = Signal()
    closed = Signal()
    section_wanted = Signal(int)
    undo_wanted = Signal(str, str)
    single_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.plan = BatchPlan(())
        self.result: BatchResult | None = None
        self._model = RecordTableModel(batch_columns(), self)
        self._proxy = SortFilterProxy(self._model, self)
        self.table = RecordTableView(
            "package_batch",
            self.tr("Các gói trong lượt nhập"),
            empty_text=self.tr("Trong thư mục này không có gói dữ liệu nào (tệp .dvk)."),
        )
        self.table.setModel(self._proxy)
        self.table.chosen.connect(self._show_chosen)
        self._head = SectionHeader(" ", " ", role="heading")
        self._notices = QVBoxLayout()
        self._about = text_label("", "muted")
        self._about.setWordWrap(True)
        self.run_button = button("", self.run, icon_name="git-merge", kind="primary")
        self.undo_button = button(
            self.tr("Hoàn tác gói này"), self._undo, icon_name="arrow-back-up", kind="danger"
        )
        self.single_button = button(self.tr("Xem riêng gói này"), self._open, icon_name="eye")
        self.close_button = button(self.tr("Để sau"), self.closed.emit)
        self._lay_out()

    def look_at(self, places: Sequence[Path]) -> None:
        """Judge the files of folders, or several files; nothing is stored."""
        service = self.desk.services.package_batch
        self.desk.runner.start(
            lambda progress: service.look(places, progress),
            title=self.tr("Kiểm tra các gói"),
            done=self._show_plan,
            failed=lambda error: show_error(self, error),
        )

    def run(self) -> None:
        """Merge what is ready, in order."""
        service, plan = self.desk.services.package_batch, self.plan
        self.run_button.setEnabled(False)
        self.desk.runner.start(
            lambda progress: service.run(plan, progress),
            title=self.tr("Nhập {count} gói").format(count=len(plan.of(BatchVerdict.READY))),
            done=lambda result: self._show_result(*result),
            failed=self._not_run,
        )

    def lines(self) -> list[BatchLine]:
        """Return the lines as they are shown."""
        return list(self._model.records)

    def mark_undone(self, batch: str) -> None:
        """Show that the merge of a line was taken back."""
        self._model.replace(
            replace(line, is_undone=True) if line.batch == batch else line
            for line in self._model.records
        )
        self._show_chosen()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._head)
        layout.addLayout(self._notices)
        layout.addWidget(Rest(self.table, 180), 1)
        layout.addWidget(self._about)
        row = QHBoxLayout()
        row.addWidget(self.single_button)
        row.addWidget(self.undo_button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.run_button)
        layout.addLayout(row)

    def _show_plan(self, plan: BatchPlan) -> None:
        self.plan, self.result = plan, None
        clear_layout(self._notices)
        ready = len(plan.of(BatchVerdict.READY))
        self._head.set_title(self.tr("{count} tệp nhận được").format(count=len(plan.files)))
        aside = len(plan.of(BatchVerdict.SET_ASIDE)) + len(plan.of(BatchVerdict.CARD))
        text = self.tr(
            "{ready} gói sẽ nhập theo thứ tự dưới đây, {aside} tệp để riêng, {repeated} tệp đã"
            " nhập. Chưa có gì được ghi vào dữ liệu."
        )
        repeated = len(plan.of(BatchVerdict.REPEATED))
        self._head.set_subtitle(text.format(ready=ready, aside=aside, repeated=repeated))
        self.run_button.setText(self.tr("Nhập {count} gói").format(count=ready))
        self.run_button.setVisible(True)
        self.run_button.setEnabled(ready > 0)
        self.close_button.setText(self.tr("Để sau"))
        self._show_lines(
            [BatchLine(number, file) for number, file in enumerate(plan.files, start=1)]
        )
        self.shown.emit()

    def _show_result(self, result: BatchResult, changes: Changes) -> None:
        self.result = result
        self._head.set_title(
            self.tr("Đã nhập {count} gói").format(count=len(result.of(BatchState.MERGED)))
        )
        names = ("new", "changed", "removed", "conflicts", "refused")
        counts = merge_counts({name: result.total(name) for name in names})
        self._head.set_subtitle(self.tr("Tổng cộng: {counts}.").format(counts=counts))
        clear_layout(self._notices)
        for notice in self._make_notices(result):
            self._notices.addWidget(notice)
        self.run_button.setVisible(False)
        self.close_button.setText(self.tr("Xong"))
        self._show_lines(
            [
                BatchLine(number, outcome.file, outcome)
                for number, outcome in enumerate(result.outcomes, start=1)
            ]
        )
        self.desk.bus.publish(changes)

    def _make_notices(self, result: BatchResult) -> list[Notice]:
        notices = []
        if result.stopped is not None:
            title = self.tr("Lượt nhập dừng giữa chừng")
            notices.append(Notice(title, worded(result.stopped), Tone.WARNING))
        if conflicts := result.total("conflicts"):
            title = self.tr("{count} xung đột chờ bạn chọn").format(count=conflicts)
            waiting = Notice(title, "", Tone.WARNING)
            waiting.add_action(
                self.tr("Xử lý xung đột"), lambda: self.section_wanted.emit(CONFLICTS)
            )
            notices.append(waiting)
        receipts = [
            outcome.result.receipt
            for outcome in result.outcomes
            if outcome.result is not None and outcome.result.receipt is not None
        ]
        if receipts:
            title = self.tr("{count} biên nhận chờ gửi lại cho nơi gửi").format(count=len(receipts))
            given = Notice(title, str(receipts[0].parent), Tone.ACCENT)
            folder = receipts[0].parent
            given.add_action(
                self.tr("Chép ra USB…"), lambda: copy_receipts(self, self.desk, receipts)
            )
            given.add_action(self.tr("Mở thư mục"), lambda: file_choice.show_in_system(folder))
            notices.append(given)
        return notices

    def _show_lines(self, lines: list[BatchLine]) -> None:
        self._model.replace(lines)
        if lines:
            self.table.selectRow(0)
        self._show_chosen()

    def _chosen(self) -> BatchLine | None:
        line: BatchLine | None = self.table.current_record()
        return line

    def _show_chosen(self) -> None:
        line = self._chosen()
        can_undo = line is not None and bool(line.batch) and not line.is_undone
        self.undo_button.setVisible(can_undo)
        self.single_button.setVisible(line is not None and self.result is None)
        parts = [] if line is None else [line.note]
        if line is not None and line.outcome is not None:
            parts += [worded(notice) for notice in line.outcome.notices]
            parts += [
                f"{item.label}: {worded(item.reason)}"
                for item in line.outcome.refused[:3]
                if item.reason is not None
            ]
        self._about.setText("\n".join(parts))

    def _open(self) -> None:
        line = self._chosen()
        if line is not None:
            self.single_wanted.emit(line.file.path)

    def _undo(self) -> None:
        line = self._chosen()
        if line is not None and line.file.manifest is not None:
            text = self.tr("gói số {number} của {name}")
            what = text.format(number=line.file.manifest.sequence, name=line.sender)
            self.undo_wanted.emit(line.batch, what)

    def _not_run(self, error: DvkError) -> None:
        self.run_button.setEnabled(True)
        show_error(self, error)
