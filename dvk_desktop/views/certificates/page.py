"""The page on which certificates are looked at, saved and printed (trang Giấy chứng nhận)."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.progress import Progress
from dvk_desktop.domain.records.certificate import CertificateProblem
from dvk_desktop.domain.records.decision import CertificateRow, DecisionRow
from dvk_desktop.domain.terms import CertificateState, DecisionState
from dvk_desktop.services.services import Services
from dvk_desktop.views.certificates import printing
from dvk_desktop.views.certificates.preview import CertificatePreview
from dvk_desktop.views.certificates.scope import CertificateScope
from dvk_desktop.views.certificates.words_dialog import CertificateWordsDialog
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.file_choice import FileChoice
from dvk_desktop.views.item_models.certificate_columns import certificate_columns
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.item_models.sort_filter import SortFilterProxy
from dvk_desktop.views.messages import confirm, inform, show_error, tell
from dvk_desktop.views.page import OfficePage
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.date_edit import format_date
from dvk_desktop.views.widgets.empty_state import EmptyState
from dvk_desktop.views.widgets.labels import button
from dvk_desktop.views.widgets.record_table_view import RecordTableView
from dvk_desktop.views.widgets.search_box import SearchBox
from dvk_desktop.views.widgets.section_header import SectionHeader


class CertificatesPage(OfficePage):
    """List at the left, the page itself at the right (trang Giấy chứng nhận).

    The preview follows the list and the list the preview.
    """

    shows = Changes.CERTIFICATES | Changes.DECISIONS | Changes.CAMPAIGNS

    def __init__(self, services: Services, runner: TaskRunner, bus: ChangeBus) -> None:
        super().__init__(services, runner, bus)
        self._decisions: dict[str, DecisionRow] = {}
        self._rows: tuple[CertificateRow, ...] = ()
        self.dialog: CertificateWordsDialog | None = None
        self.model = RecordTableModel(certificate_columns(), self)
        self._proxy = SortFilterProxy(self.model, self)
        self.table = RecordTableView(
            "certificates", self.tr("Danh sách giấy chứng nhận"), settings=self._settings
        )
        self.table.setModel(self._proxy)
        self.decision_combo = ChoiceCombo()
        self.decision_combo.setAccessibleName(self.tr("Quyết định"))
        self.scope_combo = CertificateScope()
        self.search_box = SearchBox(self.tr("Tìm mô hình, tập thể"))
        self.preview = CertificatePreview(services.certificates, runner)
        self._files = FileChoice(self._settings)
        self._make_buttons()
        self._lay_out()
        self._connect()

    def refresh(self, changes: Changes) -> None:
        """Read decisions and certificates again; the page that is looked at stays."""
        if not self._campaign:
            return
        self._decisions = {
            row.id: row
            for row in self._services.recognition.decisions(self._campaign)
            if row.state is DecisionState.SIGNED
        }
        kept = self.decision_combo.currentData()
        self.decision_combo.offer(
            (row.id, f"{row.number_text} – {format_date(row.signed_on)}")
            for row in self._decisions.values()
        )
        if kept not in self._decisions and self._decisions:
            self.decision_combo.blockSignals(True)
            self.decision_combo.choose(list(self._decisions)[-1])
            self.decision_combo.blockSignals(False)
        self._read()

    def show_record(self, record_id: str) -> None:
        """Go to a certificate, or to the certificates of a decision."""
        if self.decision_combo.place_of(record_id) >= 0:
            self.decision_combo.choose(record_id)
        else:
            self.table.select_id(record_id)

    def search(self, text: str) -> None:
        """Search in the list."""
        self.search_box.setText(text)

    def first_focus(self) -> QWidget:
        """Begin in the list."""
        return self.table

    @property
    def decision(self) -> DecisionRow | None:
        """The decision that is shown."""
        return self._decisions.get(str(self.decision_combo.currentData() or ""))

    def issue(self) -> None:
        """Make the certificates that the decision has none of yet."""
        decision = self.decision
        if decision is None:
            return
        issue = self._services.certificates.issue
        self.issue_button.setEnabled(False)
        self._runner.start(
            lambda progress: issue(decision.id, progress),
            title=self.tr("Lập giấy chứng nhận"),
            done=self._issued,
            failed=self._not_issued,
        )

    def save(self) -> None:
        """Write the wanted certificates into one PDF."""
        decision, asked = self.decision, self._wanted()
        wanted = self._printable(asked)
        left_out = len(asked) - len(wanted)
        if decision is None or not wanted:
            return
        path = self._files.target(
            self,
            purpose="certificates",
            title=self.tr("Lưu giấy chứng nhận"),
            name=_file_name(decision, wanted),
            kind=self.tr("Tệp PDF"),
        )
        if path is None:
            return
        render, ids = self._services.certificates.render, [row.id for row in wanted]
        self._runner.start(
            lambda progress: render(decision.id, path, only=ids, progress=progress),
            title=self.tr("Lưu {count} giấy chứng nhận").format(count=len(wanted)),
            done=lambda pages: self._saved(path, pages, left_out),
            failed=partial(show_error, self),
        )

    def print(self) -> None:
        """Put the wanted certificates on paper, and note it when that went well."""
        wanted = self._wanted()
        file = self.preview.file
        if file is None:
            return
        wanted = self._printable(wanted)
        if not wanted:
            return
        printer = printing.ask_printer(self)
        if printer is None:
            return
        source = partial(self._services.certificates.page_image, file)
        places = {row.id: number for number, row in enumerate(self._rows)}
        numbers = [places[row.id] for row in wanted]

        def work(progress: Progress) -> int:
            return printing.print_pages(printer, source, numbers, progress)

        self.print_button.setEnabled(False)
        task = self._runner.start(
            work,
            title=self.tr("In {count} giấy chứng nhận").format(count=len(wanted)),
            done=lambda _: self._printed(wanted),
            failed=partial(show_error, self),
        )
        task.ended.connect(lambda: self.print_button.setEnabled(True))

    def _make_buttons(self) -> None:
        self.issue_button = button(self.tr("&Lập giấy chứng nhận"), self.issue, icon_name="award")
        self.save_button = button(self.tr("Lưu &PDF…"), self.save, icon_name="file-type-pdf")
        self.print_button = button(self.tr("&In…"), self.print, icon_name="printer", kind="primary")

    def _lay_out(self) -> None:
        self.header = SectionHeader(self.tr("Giấy chứng nhận"), " ")
        for widget in (self.scope_combo, self.issue_button, self.save_button, self.print_button):
            self.header.add_action(widget)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.decision_combo, 2)
        filters.addWidget(self.search_box, 2)
        filters.addStretch(3)
        splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        splitter.setHandleWidth(20)
        splitter.addWidget(self.table)
        splitter.addWidget(self.preview)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([560, 560])
        self._no_decision = EmptyState(
            "certificate",
            self.tr("Chưa có quyết định đã ký"),
            self.tr("Giấy chứng nhận được lập từ quyết định đã ghi số, ngày ở trang Công nhận."),
        )
        self._not_made = EmptyState(
            "award",
            self.tr("Quyết định này chưa có giấy chứng nhận"),
            self.tr("Mỗi mô hình trong quyết định được một giấy, theo thứ tự danh sách kèm theo."),
            action=self.tr("Lập giấy chứng nhận"),
            clicked=self.issue,
        )
        self._stack = QStackedWidget()
        for part in (self._no_decision, self._not_made, splitter):
            self._stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 14)
        layout.setSpacing(12)
        layout.addWidget(self.header)
        layout.addLayout(filters)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.decision_combo.currentIndexChanged.connect(self._read)
        self.search_box.searched.connect(self._proxy.set_query)
        self.table.chosen.connect(self._turn_page)
        self.preview.turned.connect(self._follow_page)
        self.preview.mend_asked.connect(self.mend)

    def _read(self) -> None:
        decision = self.decision
        self._rows = (
            self._services.certificates.certificates(decision.id) if decision is not None else ()
        )
        self.model.replace(self._rows)
        self._stack.setCurrentIndex(0 if decision is None else 2 if self._rows else 1)
        missing = decision.items - len(self._rows) if decision is not None else 0
        self.issue_button.setVisible(bool(self._rows) and missing > 0)
        self.issue_button.setEnabled(True)
        self.decision_combo.setVisible(decision is not None)
        for widget in (self.scope_combo, self.save_button, self.print_button, self.search_box):
            widget.setVisible(bool(self._rows))
        self._say_totals()
        self.scope_combo.offer_parts(self._rows, self.table.selected_ids())
        current = self.table.current_record()
        self.preview.turn_to(self._rows.index(current) if current in self._rows else 0)
        shown = decision.id if decision is not None else ""
        self.preview.show_certificates(shown, self._rows)

    def _say_totals(self) -> None:
        if not self._rows:
            self.header.set_subtitle(self.tr("Lập, xem trước, lưu và in giấy chứng nhận."))
            return
        waiting = sum(row.state is CertificateState.QUEUED for row in self._rows)
        text = self.tr("{count} giấy · {waiting} chờ in · {printed} đã in")
        printed = len(self._rows) - waiting
        self.header.set_subtitle(
            text.format(count=len(self._rows), waiting=waiting, printed=printed)
        )

    def _wanted(self) -> list[CertificateRow]:
        shown = self.preview.pages.number
        rows = self.scope_combo.part_of(self._rows, self.table.selected_ids(), shown)
        if not rows:
            tell(self, self.tr("Chưa chọn giấy nào để lưu hoặc in."), Tone.WARNING)
        return rows

    def mend(self, row: CertificateRow) -> None:
        """Ask for other words of a certificate that was not printed yet."""
        self.dialog = dialog = CertificateWordsDialog(row, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._mend_now(row.id, dialog.words()))
        dialog.open()

    def _mend_now(self, certificate_id: str, words: dict[str, str]) -> None:
        try:
            changes = self._services.certificates.correct(certificate_id, **words)
        except DvkError as error:
            show_error(self, error)
            return
        self._bus.publish(changes)
        tell(self, self.tr("Đã sửa lời văn giấy chứng nhận."), Tone.SUCCESS)

    def _printable(self, wanted: Sequence[CertificateRow]) -> list[CertificateRow]:
        """Leave out what would be a misprint, after a word about it."""
        ids = {row.id for row in wanted}
        problems = self.preview.problems
        bad = [one for one in problems if one.stops and self._rows[one.index].id in ids]
        if not bad:
            return list(wanted)
        self.preview.go_to_problem(problems.index(bad[0]))
        left_out = {self._rows[one.index].id for one in bad}
        names = _problem_lines(self._rows, bad[:5])
        good = [row for row in wanted if row.id not in left_out]
        text = self.tr("{count} giấy chưa in được, hãy bấm “Sửa lời văn…”:\n{names}")
        shown = text.format(count=len(left_out), names=names)
        if not good:
            inform(self, self.tr("Chưa in được"), shown)
            return []
        action = self.tr("Tiếp tục với {count} giấy").format(count=len(good))
        return good if confirm(self, self.tr("Để lại giấy chưa in được?"), shown, action) else []

    def _turn_page(self) -> None:
        self.scope_combo.offer_parts(self._rows, self.table.selected_ids())
        current = self.table.current_record()
        if current in self._rows and self.table.selected_ids():
            self.preview.turn_to(self._rows.index(current))

    def _follow_page(self, number: int) -> None:
        """Keep the list on the page that is looked at."""
        if number < len(self._rows) and self._rows[number].id not in self.table.selected_ids():
            self.table.select_id(self._rows[number].id)

    def _issued(self, result: tuple[int, Changes]) -> None:
        added, changes = result
        self._bus.publish(changes)
        tell(self, *_issue_words(self._services, self.decision, added))

    def _not_issued(self, error: DvkError) -> None:
        self.issue_button.setEnabled(True)
        show_error(self, error)

    def _saved(self, path: Path, pages: int, left_out: int) -> None:
        if left_out:
            text = self.tr("Đã lưu {count} giấy vào {name}; {rest} giấy chưa in được.")
            tell(self, text.format(count=pages, name=path.name, rest=left_out), Tone.WARNING)
            return
        text = self.tr("Đã lưu {count} trang vào {name}.")
        tell(self, text.format(count=pages, name=path.name), Tone.SUCCESS)

    def _printed(self, rows: Sequence[CertificateRow]) -> None:
        title = self.tr("Các giấy đã in ra tốt?")
        text = self.tr(
            "Đã gửi {count} trang tới máy in. Chỉ ghi nhận khi đã cầm giấy in ra và xem lại."
        )
        action = self.tr("Ghi nhận đã in")
        if not confirm(self, title, text.format(count=len(rows)), action):
            return
        try:
            changes = self._services.certificates.mark_printed([row.id for row in rows])
        except DvkError as error:
            show_error(self, error)
            return
        self._bus.publish(changes)


def _file_name(decision: DecisionRow, rows: Sequence[CertificateRow]) -> str:
    number = "".join(c if c.isalnum() else "-" for c in decision.number_text.strip())
    number = "-".join(part for part in number.split("-") if part)
    if len(rows) == 1:
        return f"Giay-chung-nhan-{number}-{rows[0].register_number:02d}.pdf"
    return f"Giay-chung-nhan-{number}.pdf"


def _problem_lines(rows: Sequence[CertificateRow], bad: Sequence[CertificateProblem]) -> str:
    found = ((rows[one.index], worded(one.wording)) for one in bad)
    return "\n".join(f"{row.register_number:02d}. {row.name}: {words}" for row, words in found)


def _issue_words(services: Services, decision: DecisionRow | None, added: int) -> tuple[str, Tone]:
    """Say how many certificates were made, and whose wait for a conflict to be settled."""
    waiting = () if decision is None else services.certificates.held_up(decision.id)
    if waiting:
        text = QCoreApplication.translate(
            "certificates", "Đã lập {count} giấy; còn xung đột nên chưa có giấy: {names}."
        )
        return text.format(count=added, names=", ".join(waiting)), Tone.WARNING
    text = QCoreApplication.translate("certificates", "Đã lập {count} giấy chứng nhận.")
    return text.format(count=added), Tone.SUCCESS
