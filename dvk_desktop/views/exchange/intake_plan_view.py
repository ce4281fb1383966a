"""The files of an import with their verdicts, and one of them from near (kế hoạch nhập)."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from dvk_desktop.domain.records.intake import IntakePlan, PlannedAction, PlannedFile
from dvk_desktop.views.exchange.desk import Desk, Rest
from dvk_desktop.views.exchange.intake_columns import TONES, file_columns, is_no_list, verdict
from dvk_desktop.views.exchange.intake_counts import CountChips, Counted
from dvk_desktop.views.exchange.intake_detail import IntakeDetail
from dvk_desktop.views.exchange.intake_done import OutcomeNotices
from dvk_desktop.views.exchange.intake_session import IntakeSession
from dvk_desktop.views.icons import icon
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.item_models.sort_filter import SortFilterProxy
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.labels import button, set_property, text_label
from dvk_desktop.views.widgets.record_table_view import RecordTableView

_NARROW = 900
_WIDE, _LOW = [360, 730], [130, 400]
UNREAD = "unread"
"""The key of the files that cannot be read, among the counts."""


class IntakePlanView(QWidget):
    """Shows a plan; the panel does what the signals ask (kế hoạch nhập)."""

    apply_wanted = Signal()
    ready_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RecordTableModel(file_columns(), self, identity=lambda file: str(file.path))
        self.table = RecordTableView("intake_files", self.tr("Các tệp"))
        self._proxy = SortFilterProxy(self._model, self)
        self.table.setModel(self._proxy)
        self.table.setMinimumSize(200, 110)
        self.counts = CountChips()
        self.counts.setAccessibleName(self.tr("Lọc các tệp theo việc sẽ làm"))
        self.counts.chosen.connect(self._filter)
        self.detail = IntakeDetail(desk)
        self.notices = OutcomeNotices()
        self.ready_button = button(
            "", self.ready_wanted.emit, icon_name="file-import", kind="primary"
        )
        self.apply_button = button(
            "", self.apply_wanted.emit, icon_name="file-import", kind="primary"
        )
        self._told = text_label("", "muted")
        self._lay_out()

    def clear(self) -> None:
        """Show no file."""
        self._model.replace(())
        self.detail.show_file(None, {})

    def show_plan(self, plan: IntakePlan, session: IntakeSession) -> None:
        """Show the files of a plan; the chosen one stays chosen."""
        self._model.replace(plan.files)
        self._count_actions(plan)
        self.table.setVisible(len(plan.files) > 1)
        self.counts.setVisible(len(plan.files) > 1)
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
        self._count_actions(plan)
        ready, one = self.ready(plan), self.one(plan)
        is_mixed = 0 < len(ready.files) < len(plan.files) and to_do(ready) > 0
        self.ready_button.setVisible(is_mixed)
        self.ready_button.setEnabled(is_mixed)
        self.ready_button.setText(
            self.tr("Nhập {count} tệp không cần xem lại").format(count=len(ready.files))
        )
        count = to_do(one)
        nothing = self.tr("Không có gì để nhập")
        text = self.tr("Nhập {count} dòng")
        if len(one.files) < len(plan.files):
            nothing = self.tr("Tệp này không có gì để nhập")
            text = self.tr("Nhập riêng tệp này ({count} dòng)")
        self.apply_button.setText(text.format(count=count) if count else nothing)
        self.apply_button.setEnabled(bool(count))
        set_property(self.apply_button, "kind", "" if is_mixed else "primary")
        self.apply_button.setIcon(icon("file-import", None if is_mixed else Tone.INVERSE))
        is_known = is_all_known(plan)
        set_property(self._told, "role", "label" if is_known else "muted")
        self._told.setText(plan_remark(plan))

    @staticmethod
    def ready(plan: IntakePlan) -> IntakePlan:
        """Return the plan of the files that may go through without a person looking at them."""
        return plan.only({file.path for file in plan.files if not file.needs_help})

    def one(self, plan: IntakePlan) -> IntakePlan:
        """Return what goes in with one click: all files if none needs help, else the one shown."""
        path = self.detail.path
        if path is None or not any(file.needs_help for file in plan.files):
            return plan
        return plan.only({path})

    def wait(self) -> None:
        """Let nothing be imported until there is a plan again."""
        for made in (self.apply_button, self.ready_button):
            made.setEnabled(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put files and file above each other where there is little room."""
        super().resizeEvent(event)
        sides = Qt.Orientation
        wanted = sides.Vertical if self.width() < _NARROW else sides.Horizontal
        if self._split.orientation() != wanted:
            self._split.setOrientation(wanted)
            self._split.setSizes(_LOW if wanted == sides.Vertical else _WIDE)

    def _count_actions(self, plan: IntakePlan) -> None:
        """Count the rows of all files, and the files that cannot be read."""
        unread = sum(file.refusal is not None or is_no_list(file) for file in plan.files)
        rows = sum(len(file.items) for file in plan.files)
        words = self.tr("Tất cả {files} tệp, số dòng").format(files=len(plan.files))
        every = Counted("", words, rows)
        actions = [
            Counted(action.value, worded(action.label), plan.count(action), TONES[action])
            for action in PlannedAction
        ]
        refused = Counted(UNREAD, self.tr("Tệp không nhận được"), unread, Tone.DANGER)
        self.counts.show_counts(every, [*actions, refused])

    def _filter(self, key: str) -> None:
        """Show the files that have such rows, and of each just those rows."""
        wanted = {
            "": None,
            UNREAD: lambda file: file.refusal is not None or is_no_list(file),
        }
        self._proxy.set_condition(wanted[key] if key in wanted else lambda file: _has(file, key))
        self.detail.rows.counts.choose("" if key == UNREAD else key)
        if self.table.current_record() is None and self._proxy.rowCount():
            self.table.selectRow(0)

    def _lay_out(self) -> None:
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self.table)
        self._split.addWidget(self.detail)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(14)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes(_WIDE)
        buttons = QHBoxLayout()
        buttons.addWidget(self._told, 1)
        buttons.addWidget(button(self.tr("Bỏ, chọn lại"), self.leave_wanted.emit))
        buttons.addWidget(self.apply_button)
        buttons.addWidget(self.ready_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.notices)
        layout.addWidget(self.counts)
        layout.addWidget(Rest(self._split, 330), 1)
        layout.addLayout(buttons)


def plan_remark(plan: IntakePlan) -> str:
    """Return one sentence about a plan: that nothing is stored yet, or that nothing is new."""
    if is_all_known(plan):
        rows = plan.count(PlannedAction.SAME)
        text = QCoreApplication.translate(
            "intake_plan", "Cả {count} mô hình đều đã có và không đổi: không phải nhập lại."
        )
        return text.format(count=rows)
    return QCoreApplication.translate("intake_plan", "Chưa có gì được ghi vào dữ liệu.")


def is_all_known(plan: IntakePlan) -> bool:
    """Tell whether every row of the files is registered already just as it stands there."""
    rows = sum(len(file.items) for file in plan.files)
    return rows > 0 and plan.count(PlannedAction.SAME) == rows


def to_do(plan: IntakePlan) -> int:
    """Return how many rows a plan would write."""
    return plan.count(PlannedAction.NEW) + plan.count(PlannedAction.CHANGED)


def _has(file: PlannedFile, action: str) -> bool:
    return any(item.action == action for item in file.items)


def _first_to_look_at(plan: IntakePlan) -> PlannedFile:
    """Return the first file that asks for a person, else the first."""
    asking = (Tone.DANGER, Tone.WARNING)
    return next((file for file in plan.files if verdict(file)[1] in asking), plan.files[0])
