"""The page of reports: choose, look, chart, write to Excel, Word or PDF (trang Báo cáo)."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.records.report import ReportRow, ReportTable
from dvk_desktop.domain.vietnamese.folding import fold
from dvk_desktop.views import file_choice
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.file_choice import FileChoice
from dvk_desktop.views.messages import show_error, tell
from dvk_desktop.views.page import OfficePage
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.reports.report_chart import bars_by_row, bars_of_totals
from dvk_desktop.views.reports.report_view import ReportView
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.bar_chart import BarChart
from dvk_desktop.views.widgets.elided_label import ElidedLabel
from dvk_desktop.views.widgets.empty_state import EmptyState
from dvk_desktop.views.widgets.labels import button, set_property, text_label
from dvk_desktop.views.widgets.scrolling import scrolling
from dvk_desktop.views.widgets.section_header import SectionHeader

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services

_FORMATS = {".docx": "file-type-docx", ".pdf": "file-type-pdf", ".xlsx": "file-spreadsheet"}
_LOADING = 3
TABLE, BY_ROW, TOTALS = range(3)


class ReportsPage(OfficePage):
    """Reports of the campaign that is shown, the same on screen and on paper (báo cáo).

    ``go_to`` carries the key of a page and the filter of what is wanted there.
    """

    shows = (
        Changes.REGISTRATIONS
        | Changes.UNITS
        | Changes.CAMPAIGNS
        | Changes.SCORES
        | Changes.COUNCIL
        | Changes.DECISIONS
        | Changes.SETTINGS
    )
    go_to = Signal(str, object)

    def __init__(self, services: "Services", runner: TaskRunner, bus: ChangeBus) -> None:
        super().__init__(services, runner, bus)
        self._report: ReportTable | None = None
        self._files = FileChoice(self._settings)
        self._view = ReportView(self.tr("Báo cáo"))
        self._view.opened.connect(self._open_row)
        self._chart_place = QVBoxLayout()
        self._chart_place.setContentsMargins(0, 4, 16, 4)
        self._chart: QWidget | None = None
        self._stack = QStackedWidget()
        self._list = self._make_list()
        self._lay_out()

    def refresh(self, changes: Changes) -> None:
        """Compute the chosen report again."""
        if self._list.currentRow() < 0:
            self._list.setCurrentRow(0)
        else:
            self._compute()

    def show_record(self, record_id: str) -> None:
        """Choose a report by its code."""
        for row in range(self._list.count()):
            if self._list.item(row).data(Qt.ItemDataRole.UserRole) == record_id:
                self._list.setCurrentRow(row)

    def search(self, text: str) -> None:
        """Show only the rows that contain ``text``."""
        self._view.set_query(text)

    def first_focus(self) -> QWidget:
        """Begin in the list of reports."""
        return self._list

    def report(self) -> ReportTable | None:
        """Return the report that is shown."""
        return self._report

    def view(self) -> ReportView:
        """Return the table."""
        return self._view

    def show_as(self, form: int) -> None:
        """Show the report as a table, as bars of its rows or as bars of its totals."""
        self._forms.button(form).click()

    def write(self, suffix: str) -> None:
        """Ask for a place and write the report there."""
        report = self._report
        if report is None:
            return
        titles = {".xlsx": "Excel", ".docx": "Word", ".pdf": "PDF"}
        target = self._files.target(
            self,
            purpose="reports",
            title=self.tr("Ghi báo cáo"),
            name=_file_name(report) + suffix,
            kind=titles[suffix],
        )
        if target is None:
            return
        self._runner.start(
            lambda progress: self._services.reports.write(report, target),
            title=self.tr("Ghi báo cáo {name}").format(name=target.name),
            done=lambda _: self._written(target),
            failed=lambda error: show_error(self, error),
        )

    def _make_list(self) -> QListWidget:
        reports = QListWidget()
        reports.setObjectName("choices")
        reports.setAccessibleName(self.tr("Danh sách báo cáo"))
        reports.setFixedWidth(236)
        reports.setWordWrap(True)
        reports.setSpacing(1)
        for name in self._services.reports.names():
            item = QListWidgetItem(worded(name.title))
            item.setData(Qt.ItemDataRole.UserRole, name.code)
            item.setSizeHint(QSize(200, 44))
            item.setToolTip(item.text())
            reports.addItem(item)
        reports.currentRowChanged.connect(lambda row: self._compute())
        return reports

    def _lay_out(self) -> None:
        header = SectionHeader(
            self.tr("Báo cáo"),
            self.tr("Bảng trên màn hình, tệp Excel, Word và PDF là một số liệu."),
        )
        names = {".docx": "Word", ".pdf": "PDF", ".xlsx": "Excel"}
        self._writers: list[QPushButton] = []
        for suffix, icon_name in _FORMATS.items():
            kind = "primary" if suffix == ".xlsx" else ""
            text = self.tr("Ghi {format}").format(format=names[suffix])
            one = button(text, partial(self.write, suffix), icon_name=icon_name, kind=kind)
            self._writers.append(one)
            header.add_action(one)
        canvas = QVBoxLayout()
        canvas.addLayout(self._chart_place)
        canvas.addStretch(1)
        empty = EmptyState(
            "chart-bar",
            self.tr("Chưa có số liệu"),
            self.tr("Khi đợt thi đua có đăng ký được gửi, báo cáo tự có số liệu."),
        )
        loading = EmptyState(
            "chart-bar", self.tr("Đang tính báo cáo…"), self.tr("Số liệu hiện ra ngay khi xong.")
        )
        for one_view in (self._view, scrolling(canvas), empty, loading):
            self._stack.addWidget(one_view)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(self._make_bar())
        right.addWidget(self._stack, 1)
        self._notes = text_label("", "muted")
        right.addWidget(self._notes)
        right.addWidget(self._make_outcome())
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self._list)
        middle.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(header)
        layout.addLayout(middle, 1)

    def _make_bar(self) -> QHBoxLayout:
        self._title = ElidedLabel()
        self._title.setProperty("role", "heading")
        self._forms = QButtonGroup(self)
        bar = QHBoxLayout()
        bar.setSpacing(6)
        bar.addWidget(self._title, 1)
        forms = (
            (TABLE, self.tr("Bảng"), "table"),
            (BY_ROW, self.tr("Biểu đồ theo đơn vị"), "chart-bar"),
            (TOTALS, self.tr("Biểu đồ chung"), "chart-pie"),
        )
        for form, text, icon_name in forms:
            one = button(text, icon_name=icon_name)
            one.setCheckable(True)
            self._forms.addButton(one, form)
            bar.addWidget(one)
        self._forms.button(TABLE).setChecked(True)
        self._forms.idClicked.connect(lambda form: self._show())
        return bar

    def _make_outcome(self) -> QWidget:
        """Return the line that says where the last file lies."""
        self._outcome = QWidget()
        self._outcome_text = ElidedLabel()
        row = QHBoxLayout(self._outcome)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._outcome_text, 1)
        row.addWidget(button(self.tr("Mở tệp"), self._open_file, kind="link"))
        row.addWidget(button(self.tr("Mở thư mục"), self._open_folder, kind="link"))
        self._outcome.hide()
        self._last_file: Path | None = None
        return self._outcome

    def _code(self) -> str:
        item = self._list.currentItem()
        return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def _compute(self) -> None:
        code, campaign = self._code(), self._campaign
        if not code or not campaign:
            self._report = None
            self._show()
            return
        if self._report is None:
            self._stack.setCurrentIndex(_LOADING)
        self._runner.start(
            lambda progress: self._services.reports.compute(code, campaign),
            title=self.tr("Tính báo cáo"),
            done=lambda report: self._computed(report, campaign),
            failed=self._not_computed,
        )

    def _computed(self, report: ReportTable, campaign: str) -> None:
        # Another one may have been chosen meanwhile.
        if report.name == self._code() and campaign == self._campaign:
            self._report = report
            self._show()

    def _not_computed(self, error: DvkError) -> None:
        self._report = None
        self._show()
        show_error(self, error)

    def _show(self) -> None:
        report = self._report
        for one in self._writers:
            one.setEnabled(report is not None)
        if report is None or not report.rows:
            self._title.setText("" if report is None else worded(report.title))
            self._notes.hide()
            self._stack.setCurrentIndex(2)
            return
        self._title.setText(worded(report.title))
        hint = self.tr("Bấm đúp vào một dòng để xem các đăng ký của đơn vị đó.")
        self._notes.setText(" ".join([*map(worded, report.notes), hint]))
        self._notes.show()
        if self._forms.checkedId() == TABLE:
            self._view.show_report(report)
            self._stack.setCurrentIndex(0)
        else:
            self._show_chart(report)
            self._stack.setCurrentIndex(1)

    def _show_chart(self, report: ReportTable) -> None:
        by_row = self._forms.checkedId() == BY_ROW
        content = bars_by_row(report) if by_row else bars_of_totals(report)
        if self._chart is not None:
            self._chart_place.removeWidget(self._chart)
            self._chart.deleteLater()
        if not content.bars:
            self._chart = text_label(self.tr("Báo cáo này không vẽ thành biểu đồ được."), "muted")
        else:
            series = [worded(name) for name in content.series]
            chart = BarChart(worded(report.title), series, is_clickable=by_row)
            chart.show_bars(content.bars)
            chart.opened.connect(lambda key: self._open_row(report.rows[int(key)]))
            self._chart = chart
        self._chart_place.addWidget(self._chart)

    def _open_row(self, row: ReportRow) -> None:
        if row.unit_id:
            self.go_to.emit("registrations", RegistrationFilter(unit_id=row.unit_id))

    def _written(self, target: Path) -> None:
        self._last_file = target
        text = self.tr("Đã ghi {file} vào thư mục {folder}.")
        said = text.format(file=target.name, folder=target.parent)
        self._outcome_text.setText(said)
        set_property(self._outcome_text, "tone", Tone.SUCCESS.value)
        self._outcome.show()
        tell(self, said, Tone.SUCCESS)

    def _open_file(self) -> None:
        if self._last_file is not None:
            file_choice.show_in_system(self._last_file)

    def _open_folder(self) -> None:
        if self._last_file is not None:
            file_choice.show_in_system(self._last_file.parent)


def _file_name(report: ReportTable) -> str:
    """Propose a name that every file system and mailbox takes."""
    words = fold(f"{report.title} {report.subtitle}")
    return "-".join("".join(c if c.isalnum() else " " for c in words).split())[:90]
