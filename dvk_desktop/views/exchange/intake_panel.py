"""Take in workbooks and Word files of units in three steps (mục Tệp của đơn vị)."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
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
from dvk_desktop.views.exchange.desk import Desk, Panel
from dvk_desktop.views.exchange.intake_aids import IntakeAids
from dvk_desktop.views.exchange.intake_choose import UNIT_FILES, IntakeChoose
from dvk_desktop.views.exchange.intake_detail import PROBLEMS, ROWS
from dvk_desktop.views.exchange.intake_done import IntakeDone, Outcome, outcome_title, undo_text
from dvk_desktop.views.exchange.intake_plan_view import IntakePlanView
from dvk_desktop.views.exchange.intake_session import IntakeSession
from dvk_desktop.views.messages import confirm, show_error, tell
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.widgets.labels import set_property, text_label

CHOOSE, PLAN, DONE = range(3)


class IntakePanel(Panel):
    """Files, how they are understood, what becomes of them, and done (nhập tệp).

    The plan that is shown is the plan that is executed.
    """

    shows = Changes.REGISTRATIONS | Changes.UNITS | Changes.CAMPAIGNS
    registrations_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.plan: IntakePlan | None = None
        self.session = IntakeSession()
        self._planned = IntakeSession()
        self._outcomes: list[Outcome] = []
        self.view = IntakePlanView(desk)
        self.table, self.detail = self.view.table, self.view.detail
        self.apply_button, self.ready_button = self.view.apply_button, self.view.ready_button
        self.done = IntakeDone()
        self.aids = IntakeAids(desk, self)
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

    def forget(self, layouts: Sequence[LayoutKey]) -> None:
        """Drop what was corrected of layouts, now and earlier, and plan anew."""
        try:
            for layout in layouts:
                self.session.forget(layout)
                self.desk.bus.publish(self.desk.services.intake.forget(layout))
        except DvkError as error:
            show_error(self, error)
        self._start_plan()

    def keep(self, layouts: Sequence[LayoutKey]) -> None:
        """Remember at once what was corrected of layouts."""
        try:
            for layout in layouts:
                said = self.session.corrections.get(layout)
                if said and layout.unit_id:
                    self.desk.bus.publish(self.desk.services.intake.remember(layout, said))
        except DvkError as error:
            show_error(self, error)
        self._start_plan()

    def put_aside(self, file: PlannedFile) -> None:
        """Go on without a file."""
        self.session.finish([file.path])
        if self.plan is None or not self.session.paths:
            self._turn(DONE) if self._outcomes else self.begin_anew()
            return
        self.plan = self.plan.only(self.session.paths)
        self.view.show_plan(self.plan, self.session)
        self._count()

    def apply(self) -> None:
        """Execute the plan that is shown."""
        if self.plan is not None:
            self._execute(self.view.one(self.plan).without(self.session.left_out))

    def apply_ready(self) -> None:
        """Execute the plan of those files that need no help; the others stay."""
        if self.plan is not None:
            self._execute(self.view.ready(self.plan).without(self.session.left_out))

    def begin_anew(self) -> None:
        """Put the files aside."""
        self.plan = None
        self.session.begin(())
        self._show_outcomes([])
        self._turn(CHOOSE)

    def _connect(self) -> None:
        self.view.apply_wanted.connect(self.apply)
        self.view.ready_wanted.connect(self.apply_ready)
        self.view.leave_wanted.connect(self.begin_anew)
        self.table.chosen.connect(self._show_chosen)
        self.choose.dropped.connect(self.import_files)
        self.choose.files_wanted.connect(self._ask)
        self.choose.templates_wanted.connect(self.aids.make_templates)
        self.detail.unit_chosen.connect(self.set_unit)
        self.detail.campaign_chosen.connect(self.set_campaign)
        self.detail.corrected.connect(self.correct)
        self.detail.forgotten.connect(self.forget)
        self.detail.kept.connect(self.keep)
        self.detail.put_aside.connect(self.put_aside)
        self.detail.unit_missing.connect(self.aids.add_unit)
        self.aids.unit_added.connect(self.set_unit)
        self.detail.row_wanted.connect(self.aids.show_row)
        self.detail.left_out.connect(self._leave_out)
        self.detail.mark_wanted.connect(self.aids.ask_marked)
        self.detail.tabs.currentChanged.connect(lambda: self._show_step())
        self.done.mark_wanted.connect(self.aids.ask_marked)
        self.done.forgotten.connect(self._forget_remembered)
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
        return steps

    def _turn(self, step: int) -> None:
        self.stack.setCurrentIndex(step)
        self._show_step()

    def _show_step(self) -> None:
        is_understanding = self.detail.tabs.currentIndex() not in (ROWS, PROBLEMS)
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
            return
        # What was said since cannot be shown without reading; it is as if it was not said.
        self.session = self._planned.copy()
        self.view.show_plan(self.plan, self.session)
        self._count()

    def _show_plan(self, plan: IntakePlan) -> None:
        if [file.path for file in plan.files] != self.session.paths:
            return  # put aside meanwhile
        self.plan, self._planned = plan, self.session.copy()
        self._turn(PLAN)
        self.view.show_plan(plan, self.session)
        self._count()

    def _show_chosen(self) -> None:
        self.view.show_chosen(self.session)
        self._show_step()
        self._count()

    def _count(self) -> None:
        if self.plan is not None:
            plan = self.plan.without(self.session.left_out)
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
            done=lambda result: self._applied(
                Outcome(plan, result[0], tuple(remembered)), result[1]
            ),
            failed=self._not_applied,
        )

    def _applied(self, outcome: Outcome, changes: Changes) -> None:
        self.session.finish(file.path for file in outcome.plan.files)
        self._show_outcomes([*self._outcomes, outcome])
        if not self.session.paths:
            self._turn(DONE)
        tell(self, outcome_title(outcome), Tone.SUCCESS)
        self.desk.bus.publish(changes)

    def _show_outcomes(self, outcomes: list[Outcome]) -> None:
        self._outcomes = outcomes
        self.view.notices.show_outcomes(outcomes[-1:])
        self.done.show_outcomes(outcomes)

    def _undo(self, outcome: Outcome) -> None:
        batch = outcome.counts.batch
        if batch is not None:
            what = self.tr("nhập {count} tệp").format(count=len(outcome.plan.files))
            self.undo_batch(batch, what, self._undone(batch), undo_text(outcome))

    def _forget_remembered(self, layouts: Sequence[LayoutKey]) -> None:
        try:
            for layout in layouts:
                self.desk.bus.publish(self.desk.services.intake.forget(layout))
        except DvkError as error:
            show_error(self, error)
            return
        kept = [
            replace(one, remembered=tuple(set(one.remembered) - set(layouts)))
            for one in self._outcomes
        ]
        self._show_outcomes(kept)
        tell(self, self.tr("Đã quên cách đọc ấy."), Tone.SUCCESS)

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
