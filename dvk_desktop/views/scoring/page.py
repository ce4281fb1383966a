"""The page on which sheets are filled and results are read (trang Chấm điểm)."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.exact_numbers import number_text
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.records.scoring import SheetDraft, SheetRow
from dvk_desktop.domain.terms import SheetKind
from dvk_desktop.services.services import Services
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.item_models.scoring_columns import ScoringLine, SheetStatus
from dvk_desktop.views.messages import Answer, ask_to_save, confirm, show_error, tell
from dvk_desktop.views.page import OfficePage
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.scoring.bar import ScoringBar
from dvk_desktop.views.scoring.panel import OpenSheet, ScoringPanel
from dvk_desktop.views.scoring.queue import ScoringQueue, queue_lines
from dvk_desktop.views.scoring.results import ScoringResults
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.widgets.empty_state import EmptyState
from dvk_desktop.views.widgets.section_header import SectionHeader

_ROWS_AT_MOST = 5000


class ScoringPage(OfficePage):
    """Queue and sheet on the first tab, results on the second (trang Chấm điểm)."""

    shows = Changes.SCORES | Changes.REGISTRATIONS | Changes.CAMPAIGNS | Changes.UNITS

    def __init__(self, services: Services, runner: TaskRunner, bus: ChangeBus) -> None:
        super().__init__(services, runner, bus)
        self._is_new = True
        self.header = SectionHeader(self.tr("Chấm điểm"), " ")
        self.bar = ScoringBar(self._settings)
        self.queue = ScoringQueue(self._settings)
        self.panel = ScoringPanel()
        self.results = ScoringResults(self._settings)
        self._lay_out()
        self._connect()

    def refresh(self, changes: Changes) -> None:
        """Read queue and results again; typed points stay."""
        if not self._campaign:
            return
        self._read_queue()
        if self._is_new:
            self._is_new = False
            self._begin_where_work_is()
        self.results.show_rows(self._services.scoring.results(self._campaign))
        shown = self.panel.shown
        if shown is None or self.queue.line_of(shown.line.id) is None:
            self._open_first()
        elif not self.panel.is_changed:
            self._show(shown.line.id)

    def show_campaign(self, campaign_id: str) -> None:
        """Turn to another campaign."""
        super().show_campaign(campaign_id)
        self._is_new = True
        self.panel.shown = None

    def show_record(self, record_id: str) -> None:
        """Open the sheet of one registration, whatever the filters say."""
        self._tabs.setCurrentIndex(0)
        if self._leaves_sheet():
            self.queue.show_everything()
            self._show(record_id)

    def search(self, text: str) -> None:
        """Search in the queue."""
        self.queue.search.setText(text)

    def first_focus(self) -> QWidget:
        """Begin in the list."""
        return self.queue.table

    def may_leave(self) -> bool:
        """Keep what was typed as a draft, or ask where that cannot be."""
        return self._leaves_sheet()

    def save(self) -> bool:
        """Keep the sheet as a draft; say whether it was stored."""
        if not self.panel.sheet.is_readable():
            self.panel.sheet.show_problems(self.panel.sheet.problems(may_be_incomplete=True))
            return False
        return self._store(is_final=False)

    def finish(self) -> None:
        """Close the sheet for good after a second look, and go on to the next."""
        shown = self.panel.shown
        if shown is None or shown.is_locked:
            return
        problems = self.panel.sheet.problems(may_be_incomplete=False)
        self.panel.sheet.show_problems(problems)
        if problems:
            tell(self, self.tr("Phiếu còn mục phải sửa, chưa chốt được."), Tone.WARNING)
            return
        text = self.tr("{name}\n\nTổng điểm: {total}. Sau khi chốt, phiếu không sửa được nữa.")
        said = text.format(name=shown.line.name, total=number_text(self.panel.sheet.total().total))
        if not confirm(self, self.tr("Chốt phiếu này?"), said, self.tr("Chốt phiếu")):
            return
        order = self.queue.shown_ids()
        if self._store(is_final=True):
            self._open_after(order, shown.line.id)

    def go_on(self, step: int) -> None:
        """Open the next sheet of the list, or the one before."""
        ids = self.queue.shown_ids()
        shown = self.panel.shown
        place = ids.index(shown.line.id) if shown is not None and shown.line.id in ids else -1
        wanted = place + step
        if place < 0:
            wanted = 0
        if 0 <= wanted < len(ids) and self._leaves_sheet() and self._show(ids[wanted]):
            self.panel.sheet.go_to_first()

    def _lay_out(self) -> None:
        self._nothing = EmptyState(
            "checklist",
            self.tr("Chưa có phiếu nào để chấm"),
            self.tr("Đăng ký đã tiếp nhận sẽ hiện ở đây để tự chấm, rồi đến Hội đồng chấm."),
        )
        self._all_done = EmptyState(
            "checklist",
            self.tr("Đã tự chấm xong"),
            self.tr("Mọi đăng ký đến lượt đều đã tự chấm; tiếp theo là phiếu của Hội đồng."),
            action=self.tr("Chấm phiếu Hội đồng"),
            clicked=self.score_as_council,
        )
        self._side = QStackedWidget()
        self._side.addWidget(self._nothing)
        self._side.addWidget(self._all_done)
        self._side.addWidget(self.panel)
        self._side.setMinimumWidth(430)
        splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        splitter.setHandleWidth(20)
        splitter.addWidget(self.queue)
        splitter.addWidget(self._side)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        splitter.setSizes([440, 640])
        filling = QWidget()
        inside = QVBoxLayout(filling)
        inside.setContentsMargins(0, 10, 0, 0)
        inside.setSpacing(10)
        self.bar.add_note(self.panel.example_badge)
        self.panel.example_badge.hide()
        inside.addWidget(self.bar)
        inside.addWidget(splitter, 1)
        self._tabs = QTabWidget(documentMode=True)
        self._tabs.tabBar().setDrawBase(False)
        self._tabs.addTab(filling, self.tr("&Chấm phiếu"))
        self._tabs.addTab(self.results, self.tr("&Kết quả"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 14)
        layout.setSpacing(8)
        layout.addWidget(self.header)
        layout.addWidget(self._tabs, 1)

    def _connect(self) -> None:
        self.queue.chosen.connect(self._follow)
        self.queue.opened.connect(lambda: self._begin_typing())
        self.bar.turned.connect(self._turn)
        self.panel.save_asked.connect(self.save)
        self.panel.finish_asked.connect(self.finish)
        self.panel.move_asked.connect(self.go_on)
        for keys, slot in (
            ("Ctrl+PgDown", lambda: self.go_on(1)),
            ("Ctrl+PgUp", lambda: self.go_on(-1)),
            ("Ctrl+S", self.save),
            ("Ctrl+Return", self.finish),
            ("Ctrl+Enter", self.finish),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _begin_typing(self) -> None:
        if self._side.currentWidget() is self.panel:
            self.panel.sheet.go_to_first()

    def _read_queue(self) -> None:
        wanted = RegistrationFilter(campaign_id=self._campaign)
        rows = self._services.registrations.rows(wanted, 0, _ROWS_AT_MOST)
        marks = self._services.scoring.filled(self._campaign)
        self.queue.show_lines(queue_lines(rows, marks, self.bar.kind, self.bar.scorer))
        finished = {mark.registration_id for mark in marks if mark.is_final}
        own = {m.registration_id for m in marks if m.is_final and m.kind is SheetKind.SELF}
        judged = {m.registration_id for m in marks if m.is_final and m.kind is not SheetKind.SELF}
        text = self.tr("{count} mô hình đã tự chấm · {judged} đã có điểm của Hội đồng")
        none = self.tr("Chưa có phiếu nào được chốt.")
        self.header.set_subtitle(
            text.format(count=len(own), judged=len(judged)) if finished else none
        )

    def _turn(self) -> None:
        """Show the queue of another kind or scorer, unless the open sheet cannot be left."""
        shown = self.panel.shown
        if shown is not None and not self._leaves_sheet():
            self.bar.go_back_to(shown.kind, shown.scorer)
            return
        self.panel.shown = None
        if self._campaign:
            self._read_queue()
            self._open_first()

    def _open_first(self) -> None:
        ids = self.queue.shown_ids()
        if not ids or not self._show(ids[0]):
            self.panel.shown = None
            self.panel.example_badge.hide()
            done = self.bar.kind is SheetKind.SELF and self.queue.is_done
            self._side.setCurrentWidget(self._all_done if done else self._nothing)

    def _begin_where_work_is(self) -> None:
        """Turn from self-scores that are all done to the council's sheets."""
        if self.bar.kind is SheetKind.SELF and self.queue.is_done:
            self.score_as_council()

    def score_as_council(self) -> None:
        """Turn to the sheets of the council."""
        self.bar.kind_combo.choose(SheetKind.COUNCIL)

    def _open_after(self, order: list[str], done: str) -> None:
        """Go on to the next sheet that waits, after the one that is done."""
        waiting = {
            identifier
            for identifier in order
            if (line := self.queue.line_of(identifier)) is not None
            and line.status in {SheetStatus.EMPTY, SheetStatus.STARTED}
        }
        place = order.index(done) if done in order else 0
        following = [one for one in order[place + 1 :] + order[:place] if one in waiting]
        if following and self._show(following[0]):
            self.panel.sheet.go_to_first()
        elif not following:
            tell(self, self.tr("Đã chấm xong mọi phiếu trong danh sách."), Tone.SUCCESS)

    def _follow(self, line: ScoringLine) -> None:
        # Once the click or key is over, so that a question never opens in the middle of it.
        QTimer.singleShot(0, self, lambda: self._follow_now(line.id))

    def _follow_now(self, identifier: str) -> None:
        shown = self.panel.shown
        if shown is not None and shown.line.id == identifier:
            return
        if self._leaves_sheet():
            self._show(identifier)
        elif shown is not None:
            self.queue.select(shown.line.id)

    def _show(self, identifier: str) -> bool:
        line = self.queue.line_of(identifier)
        if line is None:
            return False
        try:
            opened = self._read_sheet(line)
        except DvkError as error:
            show_error(self, error)
            return False
        self.panel.open(opened)
        self._side.setCurrentWidget(self.panel)
        self.queue.select(identifier)
        return True

    def _read_sheet(self, line: ScoringLine) -> OpenSheet:
        scoring = self._services.scoring
        kind = self.bar.kind
        # A unit scores itself; the name of a council member must not slip in.
        scorer = line.unit_name if kind is SheetKind.SELF else self.bar.scorer
        sheets = [sheet for sheet in scoring.sheets(line.id) if sheet.kind is kind]
        own: SheetRow | None = next((one for one in sheets if one.scorer == scorer), None)
        if own is None and kind is SheetKind.SELF and sheets:
            own = sheets[-1]
            scorer = own.scorer
        form = scoring.form_of(line.id)
        if own is not None and own.is_final and own.form_id != form.id:
            forms = {row.id: row for row in scoring.forms(self._campaign)}
            form = forms.get(own.form_id, form)
        return OpenSheet(line, kind, form, own, scorer, self._refusal(line, scorer))

    def _refusal(self, line: ScoringLine, scorer: str) -> str:
        if line.status is SheetStatus.TOO_EARLY:
            if self.bar.kind is SheetKind.SELF:
                return self.tr("Đăng ký chưa được tiếp nhận nên chưa chấm được.")
            return self.tr("Đơn vị chưa tự chấm nên chưa đến lượt phiếu này.")
        if not scorer:
            return self.tr("Hãy ghi tên người chấm ở trên rồi chấm.")
        return ""

    def _leaves_sheet(self) -> bool:
        """Store what was typed as a draft; where that fails ask, and say whether to go."""
        if not self.panel.is_changed:
            return True
        if self.panel.sheet.is_readable():
            return self._store(is_final=False)
        text = self.tr("Phiếu có ô không đọc được nên chưa lưu được.")
        answer = ask_to_save(self, text)
        if answer is Answer.SAVE:
            return self.save()
        return answer is Answer.DISCARD

    def _store(self, *, is_final: bool) -> bool:
        shown = self.panel.shown
        if shown is None or shown.is_locked:
            return False
        draft = SheetDraft(
            shown.line.id,
            shown.kind,
            shown.scorer,
            self.panel.sheet.marks(),
            self.panel.comment_text(),
            is_final,
        )
        try:
            changes = self._services.scoring.score([draft])
        except DvkError as error:
            show_error(self, error)
            return False
        self.panel.note_saved()
        self._bus.publish(changes)
        text = self.tr("Đã chốt phiếu: {name}") if is_final else self.tr("Đã lưu tạm: {name}")
        tell(self, text.format(name=shown.line.name))
        return True
