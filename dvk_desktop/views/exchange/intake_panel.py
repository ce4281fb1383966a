"""Take in workbooks and Word files of units in three steps (mục Tệp của đơn vị)."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.progress import Progress
from dvk_desktop.domain.records.intake import (
    Corrections,
    IntakePlan,
    LayoutKey,
    PlannedFile,
    RowKey,
)
from dvk_desktop.domain.records.unit import ImportCounts
from dvk_desktop.views import file_choice
from dvk_desktop.views.exchange.desk import Desk, Panel
from dvk_desktop.views.exchange.intake_choose import UNIT_FILES, IntakeChoose
from dvk_desktop.views.exchange.intake_detail import COLUMNS, WORDS
from dvk_desktop.views.exchange.intake_done import IntakeDone, Outcome, outcome_title
from dvk_desktop.views.exchange.intake_plan_view import IntakePlanView, plan_summary
from dvk_desktop.views.exchange.intake_session import IntakeSession
from dvk_desktop.views.exchange.template_dialog import TemplateDialog
from dvk_desktop.views.messages import confirm, show_error, tell
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.widgets.labels import set_property, text_label

CHOOSE, PLAN, DONE = range(3)


class IntakePanel(Panel):
    """Files, how they are understood, what becomes of them, and done (nhập tệp).

    The plan that is shown is the plan that is executed.
    """

    shows = Changes.REGISTRATIONS | Changes.UNITS | Changes.CAMPAIGNS
    registrations_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.plan: IntakePlan | None = None
        self.session = IntakeSession()
        self._outcomes: list[Outcome] = []
        self.view = IntakePlanView(desk)
        self.table, self.detail = self.view.table, self.view.detail
        self.apply_button, self.ready_button = self.view.apply_button, self.view.ready_button
        self.done = IntakeDone()
        self.choose = IntakeChoose()
        self.stack = QStackedWidget()
        for page in (self.choose, self.view, self.done):
            self.stack.addWidget(page)
        self.body.addLayout(self._make_steps())
        self.body.addWidget(self.stack, 1)
        self._connect()
        self._turn(CHOOSE)

    def refresh(self) -> None:
        """Plan anew what waits: the data have changed."""
        if self.stack.currentIndex() == PLAN and self.session.paths:
            self._start_plan()

    def import_files(self, paths: Sequence[Path]) -> None:
        """Read files and show the plan; without files ask for them."""
        if not paths:
            self.begin_anew()
            self._ask()
            return
        self.session.begin(paths)
        self._show_outcomes([])
        self.view.clear()
        self._start_plan()

    def set_unit(self, file: PlannedFile, unit_id: str) -> None:
        """Name the unit of a file and plan it anew; empty lets the file speak for itself."""
        self.session.name_unit(file, unit_id)
        self._start_plan()

    def set_campaign(self, file: PlannedFile, campaign_id: str) -> None:
        """Name the campaign of a file and plan it anew; empty lets the file speak for itself."""
        self.session.name_campaign(file, campaign_id)
        self._start_plan()

    def correct(self, layout: LayoutKey, corrections: Corrections) -> None:
        """Say what columns or words of a layout are, and plan anew."""
        self.session.correct(layout, corrections)
        self._start_plan()

    def forget(self, layout: LayoutKey) -> None:
        """Drop what was corrected of a layout, now and earlier, and plan anew."""
        self.session.forget(layout)
        try:
            self.desk.bus.publish(self.desk.services.intake.forget(layout))
        except DvkError as error:
            show_error(self, error)
        self._start_plan()

    def apply(self) -> None:
        """Execute the plan that is shown."""
        if self.plan is not None:
            self._execute(self.plan.without(self.session.left_out))

    def apply_ready(self) -> None:
        """Execute the plan of those files that need no help; the others stay."""
        if self.plan is not None:
            ready = {file.path for file in self.plan.files if not file.needs_help}
            self._execute(self.plan.only(ready).without(self.session.left_out))

    def begin_anew(self) -> None:
        """Put the files aside."""
        self.plan = None
        self.session.begin(())
        self._show_outcomes([])
        self._turn(CHOOSE)

    def write_marked(self, file: PlannedFile, target: Path) -> None:
        """Write the file back with its problems marked."""
        self.desk.runner.start(
            lambda progress: self.desk.services.intake.write_marked(file, target),
            title=self.tr("Ghi bản đánh dấu {name}").format(name=target.name),
            done=lambda _: self._marked(target),
            failed=lambda error: show_error(self, error),
        )

    def _connect(self) -> None:
        self.view.apply_wanted.connect(self.apply)
        self.view.ready_wanted.connect(self.apply_ready)
        self.view.leave_wanted.connect(self.begin_anew)
        self.table.chosen.connect(self._show_chosen)
        self.choose.dropped.connect(self.import_files)
        self.choose.files_wanted.connect(self._ask)
        self.choose.templates_wanted.connect(self._make_templates)
        self.detail.unit_chosen.connect(self.set_unit)
        self.detail.campaign_chosen.connect(self.set_campaign)
        self.detail.columns.corrected.connect(self.correct)
        self.detail.columns.forgotten.connect(self.forget)
        self.detail.words.corrected.connect(self.correct)
        self.detail.left_out.connect(self._leave_out)
        self.detail.mark_wanted.connect(self._ask_marked)
        self.detail.tabs.currentChanged.connect(lambda: self._show_step())
        self.done.mark_wanted.connect(self._ask_marked)
        self.done.registrations_wanted.connect(self.registrations_wanted)
        self.done.again_wanted.connect(self.begin_anew)
        for notices in (self.done, self.view.notices):
            notices.undo_wanted.connect(self._undo)

    def _make_steps(self) -> QHBoxLayout:
        titles = (
            self.tr("1. Tôi hiểu thế này"),
            self.tr("2. Sẽ làm gì"),
            self.tr("3. Xong"),
        )
        steps = QHBoxLayout()
        steps.setSpacing(20)
        self._step_labels = [text_label(title, "muted") for title in titles]
        for label in self._step_labels:
            label.setWordWrap(False)
            steps.addWidget(label)
        steps.addStretch(1)
        self._summary = text_label("", "muted")
        self._summary.setWordWrap(False)
        steps.addWidget(self._summary)
        return steps

    def _turn(self, step: int) -> None:
        self.stack.setCurrentIndex(step)
        self._summary.setVisible(step == PLAN)
        self._show_step()

    def _show_step(self) -> None:
        is_understanding = self.detail.tabs.currentIndex() in (COLUMNS, WORDS)
        present = {CHOOSE: -1, PLAN: 0 if is_understanding else 1, DONE: 2}
        for number, label in enumerate(self._step_labels):
            is_here = number == present[self.stack.currentIndex()]
            set_property(label, "role", "label" if is_here else "muted")

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

    def _make_templates(self) -> None:
        TemplateDialog(self.desk, self).open()

    def _start_plan(self) -> None:
        services, campaign, session = self.desk.services, self.desk.campaign_id, self.session.copy()
        self.view.wait()
        self.desk.runner.start(
            lambda progress: session.plan(services, campaign, progress),
            title=self.tr("Đọc {count} tệp").format(count=len(session.paths)),
            done=self._show_plan,
            failed=self._not_planned,
        )

    def _not_planned(self, error: DvkError) -> None:
        show_error(self, error)
        if self.plan is None:
            self.begin_anew()

    def _show_plan(self, plan: IntakePlan) -> None:
        if [file.path for file in plan.files] != self.session.paths:
            return  # put aside meanwhile
        self.plan = plan
        self._turn(PLAN)
        self.view.show_plan(plan, self.session)
        self._count()

    def _show_chosen(self) -> None:
        self.view.show_chosen(self.session)
        self._show_step()

    def _count(self) -> None:
        if self.plan is not None:
            plan = self.plan.without(self.session.left_out)
            self._summary.setText(plan_summary(plan))
            self.view.count(plan)

    def _leave_out(self, file: PlannedFile, rows: Collection[RowKey]) -> None:
        self.session.leave_out(file.path, rows)
        self._count()

    def _may_take_other_years(self, plan: IntakePlan) -> bool:
        """Ask before files that name another year go into the campaign."""
        others = [
            file.path.name
            for file in plan.files
            if any(problem.code == "YEAR_DIFFERS" for problem in file.problems)
        ]
        if not others:
            return True
        title = self.tr("{count} tệp ghi năm khác").format(count=len(others))
        text = self.tr("Đợt đang mở là năm {year}. Các tệp ghi năm khác: {names}.").format(
            year=plan.year, names=", ".join(others[:5])
        )
        return confirm(self, title, text, self.tr("Vẫn nhập vào đợt này"), is_risky=True)

    def _execute(self, plan: IntakePlan) -> None:
        if not self._may_take_other_years(plan):
            return
        self.view.wait()
        services, remembered = self.desk.services, self.session.to_remember(plan)

        def work(progress: Progress) -> tuple[ImportCounts, Changes]:
            counts, changes = services.intake.apply(plan, progress)
            for layout, said in remembered.items():
                changes |= services.intake.remember(layout, said)
            return counts, changes

        self.desk.runner.start(
            work,
            title=self.tr("Nhập {count} tệp").format(count=len(plan.files)),
            done=lambda result: self._applied(plan, *result),
            failed=self._not_applied,
        )

    def _applied(self, plan: IntakePlan, counts: ImportCounts, changes: Changes) -> None:
        outcome = Outcome(plan, counts)
        self.session.finish(file.path for file in plan.files)
        self._show_outcomes([*self._outcomes, outcome])
        if not self.session.paths:
            self._turn(DONE)
        tell(self, outcome_title(outcome), Tone.SUCCESS)
        self.desk.bus.publish(changes)

    def _show_outcomes(self, outcomes: list[Outcome]) -> None:
        self._outcomes = outcomes
        self.view.notices.show_outcomes(outcomes)
        self.done.show_outcomes(outcomes)

    def _undo(self, batch: str, what: str) -> None:
        self.undo_batch(batch, what, self._undone(batch))

    def _undone(self, batch: str) -> Callable[[], None]:
        def taken_back() -> None:
            left = [one for one in self._outcomes if one.counts.batch != batch]
            self._show_outcomes(left)
            if not left and self.stack.currentIndex() == DONE:
                self.begin_anew()

        return taken_back

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
