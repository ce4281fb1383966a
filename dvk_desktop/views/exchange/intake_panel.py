"""Take in workbooks and Word files of units in three steps (mục Tệp của đơn vị)."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.intake import IntakePlan, PlannedAction, PlannedFile
from dvk_desktop.domain.records.unit import ImportCounts
from dvk_desktop.views import file_choice
from dvk_desktop.views.exchange.desk import Desk, Panel, Rest, clear_layout
from dvk_desktop.views.exchange.intake_columns import file_columns, verdict
from dvk_desktop.views.exchange.intake_detail import PROBLEMS, ROWS, IntakeDetail
from dvk_desktop.views.exchange.intake_planning import make_plan
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.messages import show_error, tell
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.theme import ROW_HEIGHT
from dvk_desktop.views.widgets.file_drop import FileDrop
from dvk_desktop.views.widgets.labels import button, set_property, text_label
from dvk_desktop.views.widgets.notice import Notice
from dvk_desktop.views.widgets.record_table_view import RecordTableView

UNIT_FILES = (".xlsx", ".xls", ".xlsm", ".docx", ".ods", ".csv")

CHOOSE, PLAN, DONE = range(3)
_LISTED = 6


class IntakePanel(Panel):
    """Files, what becomes of them, and done (nhập tệp).

    The plan that is shown is the plan that is executed.
    """

    shows = Changes.REGISTRATIONS | Changes.UNITS | Changes.CAMPAIGNS
    registrations_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.plan: IntakePlan | None = None
        self._paths: list[Path] = []
        self._units: dict[Path, str] = {}
        self._model = RecordTableModel(file_columns(), self, identity=lambda file: str(file.path))
        self.table = RecordTableView("intake_files", self.tr("Các tệp"))
        self.table.setModel(self._model)
        self.table.chosen.connect(self._show_chosen)
        self.detail = IntakeDetail(desk)
        self.detail.unit_chosen.connect(self.set_unit)
        self.detail.mark_wanted.connect(self._ask_marked)
        self.stack = QStackedWidget()
        for page in (self._make_choose(), self._make_plan(), self._make_done()):
            self.stack.addWidget(page)
        self._steps = QHBoxLayout()
        self.body.addLayout(self._steps)
        self._make_steps()
        self.body.addWidget(self.stack, 1)
        self._turn(CHOOSE)

    def refresh(self) -> None:
        """Plan anew what waits: the data have changed."""
        if self.stack.currentIndex() == PLAN and self._paths:
            self._start_plan()

    def import_files(self, paths: Sequence[Path]) -> None:
        """Read files and show the plan; without files ask for them."""
        if not paths:
            self.begin_anew()
            self._ask()
            return
        self._paths = list(dict.fromkeys(paths))
        self._units = {}
        self._model.replace(())
        self._start_plan()

    def set_unit(self, file: PlannedFile, unit_id: str) -> None:
        """Name the unit of a file and plan it anew; empty lets the file speak for itself."""
        self._units.pop(file.path, None)
        if unit_id:
            self._units[file.path] = unit_id
        self._start_plan()

    def apply(self) -> None:
        """Execute the plan that is shown."""
        plan = self.plan
        if plan is None:
            return
        self.apply_button.setEnabled(False)
        self.desk.runner.start(
            lambda progress: self.desk.services.intake.apply(plan, progress),
            title=self.tr("Nhập {count} tệp").format(count=len(plan.files)),
            done=lambda result: self._applied(*result),
            failed=self._not_applied,
        )

    def begin_anew(self) -> None:
        """Put the files aside."""
        self.plan = None
        self._paths, self._units = [], {}
        self._turn(CHOOSE)

    def write_marked(self, file: PlannedFile, target: Path) -> None:
        """Write the file back with its problems marked."""
        self.desk.runner.start(
            lambda progress: self.desk.services.intake.write_marked(file, target),
            title=self.tr("Ghi bản đánh dấu {name}").format(name=target.name),
            done=lambda _: self._marked(target),
            failed=lambda error: show_error(self, error),
        )

    def _make_steps(self) -> None:
        titles = (self.tr("1. Chọn tệp"), self.tr("2. Xem kế hoạch"), self.tr("3. Xong"))
        self._step_labels = [text_label(title, "muted") for title in titles]
        self._steps.setSpacing(20)
        for label in self._step_labels:
            label.setWordWrap(False)
            self._steps.addWidget(label)
        self._steps.addStretch(1)

    def _turn(self, step: int) -> None:
        self.stack.setCurrentIndex(step)
        for number, label in enumerate(self._step_labels):
            set_property(label, "role", "label" if number == step else "muted")

    def _make_choose(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        drop = FileDrop(
            self.tr("Thả các tệp mà đơn vị gửi vào đây, bao nhiêu tệp cũng được"),
            UNIT_FILES,
            kind_name=self.tr("Tệp của đơn vị"),
            choose=self._ask,
        )
        drop.dropped.connect(self.import_files)
        layout.addWidget(drop)
        for text in (
            self.tr(
                "Tệp Excel, Word theo mẫu nào cũng được, kể cả phông chữ TCVN3, VNI cũ: chương"
                " trình tự tìm bảng, tự hiểu cột và đọc tên đơn vị."
            ),
            self.tr(
                "Trước khi ghi, bạn thấy kế hoạch: dòng nào thêm mới, dòng nào đã có, dòng nào phải"
                " xem lại. Nhập lại tệp cũ không sinh dòng trùng; tệp thiếu dòng không làm mất dòng"
                " đã có."
            ),
        ):
            layout.addWidget(text_label(text, "muted"))
        layout.addStretch(1)
        return page

    def _make_plan(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._summary = text_label("", "heading")
        layout.addWidget(self._summary)
        self._split = split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(self.detail)
        split.setChildrenCollapsible(False)
        split.setSizes([200, 240])
        layout.addWidget(Rest(split, 330), 1)
        buttons = QHBoxLayout()
        buttons.addWidget(text_label(self.tr("Chưa có gì được ghi vào dữ liệu."), "muted"), 1)
        buttons.addWidget(button(self.tr("Bỏ, chọn tệp khác"), self.begin_anew))
        self.apply_button = button("", self.apply, icon_name="file-import", kind="primary")
        buttons.addWidget(self.apply_button)
        layout.addLayout(buttons)
        return page

    def _make_done(self) -> QWidget:
        page = QWidget()
        self._done = QVBoxLayout(page)
        self._done.setContentsMargins(0, 0, 0, 0)
        self._done.setSpacing(12)
        return page

    def _ask(self) -> None:
        paths = self.desk.files.sources(
            self,
            purpose="unit_files",
            title=self.tr("Chọn các tệp mà đơn vị gửi"),
            suffixes=UNIT_FILES,
            kind=self.tr("Tệp của đơn vị"),
        )
        if paths:
            self.import_files(paths)

    def _start_plan(self) -> None:
        services, campaign = self.desk.services, self.desk.campaign_id
        paths, units = list(self._paths), dict(self._units)
        self.apply_button.setEnabled(False)
        self.desk.runner.start(
            lambda progress: make_plan(services, campaign, paths, units, progress),
            title=self.tr("Đọc {count} tệp").format(count=len(paths)),
            done=self._show_plan,
            failed=self._not_planned,
        )

    def _not_planned(self, error: DvkError) -> None:
        show_error(self, error)
        if self.plan is None:
            self.begin_anew()

    def _show_plan(self, plan: IntakePlan) -> None:
        if [file.path for file in plan.files] != self._paths:
            return  # put aside meanwhile
        self.plan = plan
        self._model.replace(plan.files)
        if self.table.current_record() is None and plan.files:
            self.table.select_id(str(_first_to_look_at(plan).path))
            listed = ROW_HEIGHT * (min(len(plan.files), _LISTED) + 1) + 16
            self._split.setSizes([listed, max(200, self._split.height() - listed)])
        new, changed = plan.count(PlannedAction.NEW), plan.count(PlannedAction.CHANGED)
        parts = [
            self.tr("{count} tệp").format(count=len(plan.files)),
            self.tr("{count} dòng mới").format(count=new),
            self.tr("{count} cập nhật").format(count=changed),
            self.tr("{count} đã có").format(count=plan.count(PlannedAction.SAME)),
            self.tr("{count} để lại xử lý").format(count=plan.count(PlannedAction.SET_ASIDE)),
        ]
        self._summary.setText(", ".join(parts))
        self.apply_button.setText(
            self.tr("Nhập {count} dòng").format(count=new + changed)
            if new + changed
            else self.tr("Không có gì để nhập")
        )
        self.apply_button.setEnabled(bool(new + changed))
        self._turn(PLAN)
        self._show_chosen()

    def _show_chosen(self) -> None:
        file: PlannedFile | None = self.table.current_record()
        self.detail.show_file(file)
        if file is not None:
            is_bad = any(problem.is_error for problem in file.problems)
            self.detail.tabs.setCurrentIndex(PROBLEMS if is_bad else ROWS)

    def _applied(self, counts: ImportCounts, changes: Changes) -> None:
        clear_layout(self._done)
        title = self.tr("Đã nhập {new} dòng mới, cập nhật {changed} dòng").format(
            new=counts.new, changed=counts.changed
        )
        text = self.tr("{same} dòng đã có từ trước, {aside} dòng để lại chưa nhập.").format(
            same=counts.same, aside=counts.set_aside
        )
        notice = Notice(title, text, Tone.SUCCESS)
        batch = counts.batch
        if batch is not None:
            what = self.tr("nhập {count} tệp").format(count=len(self._paths))
            notice.add_action(
                self.tr("Hoàn tác lần nhập này"),
                lambda: self.undo_batch(batch, what, self.begin_anew),
                kind="danger",
            )
        self._done.addWidget(notice)
        if counts.set_aside and self.plan is not None:
            self._offer_marked(self.plan)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(
            button(self.tr("Xem các đăng ký"), self.registrations_wanted.emit, kind="primary")
        )
        row.addWidget(button(self.tr("Nhập tệp khác"), self.begin_anew))
        row.addStretch(1)
        holder = QWidget()
        holder.setLayout(row)
        self._done.addWidget(holder)
        self._done.addStretch(1)
        self._turn(DONE)
        tell(self, title, Tone.SUCCESS)
        self.desk.bus.publish(changes)

    def _offer_marked(self, plan: IntakePlan) -> None:
        """Offer each file with rows left behind, to be sent back to its unit."""
        for file in plan.files:
            left = file.count(PlannedAction.SET_ASIDE)
            if not left:
                continue
            title = self.tr("{name}: {count} dòng để lại").format(name=file.path.name, count=left)
            text = self.tr(
                "Lưu bản đánh dấu lỗi để gửi lại đơn vị; sửa xong thả tệp vào đây lần nữa."
            )
            notice = Notice(title, text, Tone.WARNING)
            notice.add_action(self.tr("Lưu bản đánh dấu lỗi…"), partial(self._ask_marked, file))
            self._done.addWidget(notice)

    def _not_applied(self, error: DvkError) -> None:
        show_error(self, error)
        # The data may have changed since the plan; show what importing would do now.
        self._start_plan()

    def _ask_marked(self, file: PlannedFile) -> None:
        target = self.desk.files.target(
            self,
            purpose="marked_files",
            title=self.tr("Lưu bản đánh dấu lỗi"),
            name=f"{file.path.stem}-can-sua.xlsx",
            kind="Excel",
        )
        if target is not None:
            self.write_marked(file, target)

    def _marked(self, target: Path) -> None:
        tell(self, self.tr("Đã lưu {file}.").format(file=target.name), Tone.SUCCESS)
        file_choice.show_in_system(target.parent)


def _first_to_look_at(plan: IntakePlan) -> PlannedFile:
    """Return the first file that asks for a person, else the first."""
    asking = (Tone.DANGER, Tone.WARNING)
    return next((file for file in plan.files if verdict(file)[1] in asking), plan.files[0])
