"""The files of an import with their verdicts, and one of them from near (kế hoạch nhập)."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from dvk_desktop.domain.records.intake import IntakePlan, PlannedAction, PlannedFile
from dvk_desktop.views.exchange.desk import Desk, Rest
from dvk_desktop.views.exchange.intake_columns import file_columns, verdict
from dvk_desktop.views.exchange.intake_detail import IntakeDetail
from dvk_desktop.views.exchange.intake_done import OutcomeNotices
from dvk_desktop.views.exchange.intake_session import IntakeSession
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.record_table_view import RecordTableView

_NARROW = 700


class IntakePlanView(QWidget):
    """Shows a plan; the panel does what the signals ask (kế hoạch nhập)."""

    apply_wanted = Signal()
    ready_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RecordTableModel(file_columns(), self, identity=lambda file: str(file.path))
        self.table = RecordTableView("intake_files", self.tr("Các tệp"))
        self.table.setModel(self._model)
        self.table.setMinimumSize(200, 110)
        self.detail = IntakeDetail(desk)
        self.notices = OutcomeNotices()
        self.ready_button = button("", self.ready_wanted.emit, icon_name="file-import")
        self.apply_button = button(
            "", self.apply_wanted.emit, icon_name="file-import", kind="primary"
        )
        self._lay_out()

    def clear(self) -> None:
        """Show no file."""
        self._model.replace(())
        self.detail.show_file(None, {})

    def show_plan(self, plan: IntakePlan, session: IntakeSession) -> None:
        """Show the files of a plan; the chosen one stays chosen."""
        self._model.replace(plan.files)
        self.table.setVisible(len(plan.files) > 1)
        self.detail.name_file(len(plan.files) == 1)
        shown = {file.path for file in plan.files}
        if plan.files and (self.table.current_record() is None or self.detail.path not in shown):
            self.table.select_id(str(_first_to_look_at(plan).path))
        self.show_chosen(session)

    def show_chosen(self, session: IntakeSession) -> None:
        """Show the chosen file; another one begins where it needs a person."""
        file: PlannedFile | None = self.table.current_record()
        left_out = session.left_out.get(file.path, frozenset()) if file is not None else ()
        is_other = file is not None and file.path != self.detail.path
        self.detail.show_file(file, session.corrections, left_out)
        if file is not None and is_other:
            self.detail.begin_where_needed(file)

    def count(self, plan: IntakePlan) -> None:
        """Say what the buttons would do now."""
        to_do = _to_do(plan)
        text = self.tr("Nhập {count} dòng") if to_do else self.tr("Không có gì để nhập")
        self.apply_button.setText(text.format(count=to_do))
        self.apply_button.setEnabled(bool(to_do))
        ready = plan.only(ready_paths(plan))
        has_some = 0 < len(ready.files) < len(plan.files) and _to_do(ready) > 0
        self.ready_button.setVisible(has_some)
        self.ready_button.setEnabled(has_some)
        self.ready_button.setText(
            self.tr("Nhập các tệp không cần xem lại ({count})").format(count=len(ready.files))
        )

    def wait(self) -> None:
        """Let nothing be imported until there is a plan again."""
        for made in (self.apply_button, self.ready_button):
            made.setEnabled(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put files and file above each other where there is little room."""
        super().resizeEvent(event)
        sides = Qt.Orientation
        self._split.setOrientation(sides.Vertical if self.width() < _NARROW else sides.Horizontal)

    def _lay_out(self) -> None:
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self.table)
        self._split.addWidget(self.detail)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(14)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([330, 760])
        buttons = QHBoxLayout()
        buttons.addWidget(text_label(self.tr("Chưa có gì được ghi vào dữ liệu."), "muted"), 1)
        buttons.addWidget(button(self.tr("Bỏ, chọn tệp khác"), self.leave_wanted.emit))
        buttons.addWidget(self.ready_button)
        buttons.addWidget(self.apply_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.notices)
        layout.addWidget(Rest(self._split, 330), 1)
        layout.addLayout(buttons)


def ready_paths(plan: IntakePlan) -> set[Path]:
    """Return the files that may go through without a person looking at them."""
    return {file.path for file in plan.files if not file.needs_help}


def plan_summary(plan: IntakePlan) -> str:
    """Return what a plan would do, counted."""
    parts = [
        QCoreApplication.translate("intake_plan", "{count} tệp").format(count=len(plan.files)),
        QCoreApplication.translate("intake_plan", "{count} dòng mới").format(
            count=plan.count(PlannedAction.NEW)
        ),
        QCoreApplication.translate("intake_plan", "{count} cập nhật").format(
            count=plan.count(PlannedAction.CHANGED)
        ),
        QCoreApplication.translate("intake_plan", "{count} đã có").format(
            count=plan.count(PlannedAction.SAME)
        ),
        QCoreApplication.translate("intake_plan", "{count} để lại xử lý").format(
            count=plan.count(PlannedAction.SET_ASIDE)
        ),
    ]
    skipped = plan.count(PlannedAction.SKIPPED)
    unread = sum(file.refusal is not None for file in plan.files)
    if unread:
        parts.append(
            QCoreApplication.translate("intake_plan", "{count} tệp không đọc được").format(
                count=unread
            )
        )
    if skipped:
        parts.append(
            QCoreApplication.translate("intake_plan", "{count} bỏ qua").format(count=skipped)
        )
    return ", ".join(parts)


def _to_do(plan: IntakePlan) -> int:
    return plan.count(PlannedAction.NEW) + plan.count(PlannedAction.CHANGED)


def _first_to_look_at(plan: IntakePlan) -> PlannedFile:
    """Return the first file that asks for a person, else the first."""
    asking = (Tone.DANGER, Tone.WARNING)
    return next((file for file in plan.files if verdict(file)[1] in asking), plan.files[0])
