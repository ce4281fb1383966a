"""One file of an import from near: what was understood, what will happen (chi tiết tệp)."""

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTabWidget, QVBoxLayout, QWidget

from dvk_desktop.domain.records.intake import (
    PlannedAction,
    PlannedFile,
    ProblemRow,
    RowKey,
)
from dvk_desktop.views.exchange.desk import Desk, clear_layout
from dvk_desktop.views.exchange.intake_columns import (
    is_no_list,
    is_of_nobody,
    lacks_name,
    problem_columns,
)
from dvk_desktop.views.exchange.intake_memory import MemoryLine
from dvk_desktop.views.exchange.intake_rows import RowsView
from dvk_desktop.views.exchange.intake_sheets import SheetsView
from dvk_desktop.views.exchange.intake_understood import ColumnsView
from dvk_desktop.views.exchange.intake_words import Said, WordsView
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.decided_combo import DecidedCombo
from dvk_desktop.views.widgets.elided_label import ElidedLabel
from dvk_desktop.views.widgets.labels import icon_button, text_label
from dvk_desktop.views.widgets.notice import Notice
from dvk_desktop.views.widgets.record_table_view import RecordTableView

SHEETS, COLUMNS, WORDS, ROWS, PROBLEMS = range(5)
NEW_UNIT = "+"
"""What the list of units gives when the unit is not in it."""

_WRAPPED = 300
_OF_THE_YEAR = frozenset({"YEAR_UNCLEAR", "YEAR_DIFFERS"})


class IntakeDetail(QWidget):
    """How a file is read and what becomes of its rows; all of it can be corrected here.

    ``unit_chosen`` and ``campaign_chosen`` carry the file and an id, empty to let the file speak
    for itself; ``corrected`` the layout and what was said of it, ``forgotten`` and ``kept`` the
    layouts of the file (chi tiết tệp).
    """

    unit_chosen = Signal(object, str)
    campaign_chosen = Signal(object, str)
    mark_wanted = Signal(object)
    left_out = Signal(object, object)
    unit_missing = Signal(object)
    put_aside = Signal(object)
    corrected = Signal(object, object)
    forgotten = Signal(object)
    kept = Signal(object)
    row_wanted = Signal(object, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._file: PlannedFile | None = None
        self._unknown = 0
        self._problems: RecordTableModel[tuple[int, ProblemRow]] = RecordTableModel(
            problem_columns(), self, identity=lambda pair: str(pair[0])
        )
        self.sheets = SheetsView()
        self.columns = ColumnsView()
        self.words = WordsView(desk)
        self.rows = RowsView(desk)
        self.rows.left_out.connect(lambda keys: self.left_out.emit(self._file, keys))
        self.problems_table = RecordTableView(
            "intake_problems",
            self.tr("Vấn đề của tệp"),
            empty_text=self.tr("Không có vấn đề nào."),
        )
        self.problems_table.setModel(self._problems)
        self.problems_table.opened.connect(lambda pair: self.row_wanted.emit(self._file, pair[1]))
        self.memory = MemoryLine()
        self.unit = DecidedCombo()
        self.unit.setAccessibleName(self.tr("Đơn vị của tệp"))
        self.unit.setMinimumContentsLength(18)
        self.unit.decided.connect(self._decide_unit)
        self.campaign = DecidedCombo()
        self.campaign.setAccessibleName(self.tr("Năm của tệp"))
        self.campaign.setMinimumContentsLength(10)
        self.campaign.decided.connect(lambda chosen: self.campaign_chosen.emit(self._file, chosen))
        self.mark_button = icon_button(
            "file-spreadsheet",
            self.tr("Lưu bản đánh dấu lỗi…"),
            lambda: self.mark_wanted.emit(self._file),
        )
        self.aside_button = icon_button(
            "x", self.tr("Bỏ tệp này ra"), lambda: self.put_aside.emit(self._file)
        )
        self._refusal = QVBoxLayout()
        self.tabs = QTabWidget()
        self._lay_out()
        for view in (self.sheets, self.columns, self.words):
            view.corrected.connect(self.corrected)
        for part in (self.sheets, self.columns):
            part.forgotten.connect(lambda layout: self.forgotten.emit((layout,)))
        self.memory.forgotten.connect(self.forgotten)
        self.memory.kept.connect(self.kept)

    @property
    def path(self) -> Path | None:
        """The file that is shown."""
        return None if self._file is None else self._file.path

    def show_file(
        self, file: PlannedFile | None, said: Said, left_out: Collection[RowKey] = ()
    ) -> None:
        """Show a file with what was corrected and left out so far."""
        had_no_list = self._file is not None and file is not None and is_no_list(self._file)
        self._file = file
        self.setVisible(file is not None)
        if file is None:
            return
        self._title.setText(file.path.name)
        self._offer_units(file)
        self._offer_campaigns(file)
        self.mark_button.setVisible(bool(file.problems) and file.refusal is None)
        self._tell_fault(file)
        self.memory.show_file(file, said, self._desk.services.intake.remembered())
        self.tabs.setVisible(file.refusal is None)
        self._space.setVisible(file.refusal is not None)
        self.sheets.show_file(file)
        self.columns.show_file(file, said)
        self._unknown = self.words.show_file(file, said)
        self.rows.show_file(file, left_out)
        self._problems.replace(enumerate(file.problems))
        self._wrap_problems(len(file.problems) <= _WRAPPED)
        self._title_tabs(file, self._unknown)
        if had_no_list and lacks_name(file):
            self.tabs.setCurrentIndex(COLUMNS)

    def name_file(self, is_wanted: bool) -> None:
        """Show the name of the file, or leave that to the list beside."""
        self._title.setVisible(is_wanted)

    def begin_where_needed(self, file: PlannedFile) -> None:
        """Turn to what a person has to look at first."""
        if is_no_list(file):
            self.tabs.setCurrentIndex(SHEETS)
        elif self._unknown and file.needs_help:
            self.tabs.setCurrentIndex(WORDS)
        elif not file.items:
            self.tabs.setCurrentIndex(COLUMNS)
        elif any(problem.is_error for problem in file.problems):
            self.tabs.setCurrentIndex(PROBLEMS)
        else:
            self.tabs.setCurrentIndex(ROWS)

    def _lay_out(self) -> None:
        self._title = ElidedLabel()
        self._title.setProperty("role", "heading")
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self._title, 3)
        for caption, combo in ((self.tr("Đơn vị"), self.unit), (self.tr("Năm"), self.campaign)):
            label = text_label(caption, "label")
            label.setWordWrap(False)
            label.setBuddy(combo)
            bar.addWidget(label)
            bar.addWidget(combo, 2 if combo is self.unit else 1)
        bar.addWidget(self.mark_button)
        bar.addWidget(self.aside_button)
        for widget, title in (
            (self.sheets, self.tr("Dòng tiêu đề")),
            (self.columns, self.tr("Các cột")),
            (self.words, self.tr("Nghĩa của từ")),
            (self.rows, self.tr("Sẽ làm gì")),
            (self.problems_table, self.tr("Vấn đề")),
        ):
            self.tabs.addTab(widget, title)
        self.tabs.setDocumentMode(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(bar)
        layout.addLayout(self._refusal)
        layout.addWidget(self.memory)
        layout.addWidget(self.tabs, 1)
        self._space = QWidget()
        layout.addWidget(self._space, 1)

    def _title_tabs(self, file: PlannedFile, unknown: int) -> None:
        words = self.tr("Nghĩa của từ ({count} chưa rõ)").format(count=unknown)
        self.tabs.setTabText(WORDS, words if unknown else self.tr("Nghĩa của từ"))
        count = sum(file.count(action) for action in (PlannedAction.NEW, PlannedAction.CHANGED))
        self.tabs.setTabText(ROWS, self.tr("Sẽ làm gì ({count})").format(count=count))
        self.tabs.setTabText(PROBLEMS, self.tr("Vấn đề ({count})").format(count=len(file.problems)))

    def _offer_units(self, file: PlannedFile) -> None:
        is_known = file.unit_id or (file.items and all(item.draft.unit_id for item in file.items))
        nobody = self.tr("(theo từng dòng trong tệp)") if is_known else self.tr("Chọn đơn vị…")
        units = self._desk.services.units.units()
        choices = [("", nobody), *((row.id, row.name) for row in units)]
        choices.append((NEW_UNIT, self.tr("Thêm đơn vị mới…")))
        self.unit.show_choices(choices, file.unit_id or "")
        self.unit.setEnabled(file.refusal is None)

    def _decide_unit(self, chosen: str) -> None:
        if chosen != NEW_UNIT:
            self.unit_chosen.emit(self._file, chosen)
        elif self._file is not None:
            self._offer_units(self._file)
            self.unit_missing.emit(self._file)

    def _tell_fault(self, file: PlannedFile) -> None:
        """Say first what keeps the whole file out, and what to do about it."""
        clear_layout(self._refusal)
        put_aside = (self.tr("Bỏ tệp này ra"), lambda: self.put_aside.emit(file))
        add_unit = (self.tr("Thêm đơn vị mới…"), lambda: self.unit_missing.emit(file))
        tone, act = Tone.DANGER, put_aside
        if file.refusal is not None:
            title, text = self.tr("Không đọc được tệp này"), worded(file.refusal)
        elif is_no_list(file):
            title = self.tr("Không thấy danh sách đăng ký trong tệp này")
            text = self.tr(
                "Nếu tệp có danh sách, hãy bấm vào dòng tiêu đề của nó dưới đây rồi bấm “Đây là"
                " dòng tiêu đề”. Nếu không phải danh sách, hãy bỏ tệp này ra."
            )
        elif lacks_name(file):
            title = self.tr("Chưa rõ cột nào ghi tên mô hình")
            text = self.tr("Ở mục “Các cột”, hãy chọn “Tên mô hình” cho cột ấy.")
        elif is_of_nobody(file):
            title = self.tr("Chưa rõ tệp này của đơn vị nào")
            text = self.tr("Hãy chọn đơn vị ở trên; đơn vị chưa có trong danh sách thì thêm mới.")
            tone, act = Tone.WARNING, add_unit
        else:
            return
        notice = Notice(title, text, tone)
        notice.add_action(*act)
        self._refusal.addWidget(notice)

    def _offer_campaigns(self, file: PlannedFile) -> None:
        campaigns = self._desk.services.campaigns.campaigns()
        choices = [(row.id, str(row.year_from)) for row in campaigns]
        is_open = any(problem.code in _OF_THE_YEAR for problem in file.problems)
        chosen = file.campaign_id or self._desk.campaign_id
        year = next((row.year_from for row in campaigns if row.id == chosen), file.year)
        if is_open:
            told = self.tr("Tệp ghi {year}").format(year=file.year)
            choices.insert(0, ("", told if file.year != year else self.tr("Chọn năm…")))
            chosen = ""
        self.campaign.show_choices(choices, chosen)
        self.campaign.setEnabled(file.refusal is None and len(choices) > 1)

    def _wrap_problems(self, is_wrapped: bool) -> None:
        """Let messages take several lines, unless measuring so many rows would take long."""
        mode = QHeaderView.ResizeMode
        self.problems_table.setWordWrap(is_wrapped)
        rows = self.problems_table.verticalHeader()
        rows.setSectionResizeMode(mode.ResizeToContents if is_wrapped else mode.Fixed)
