"""One file of an import from near: rows, problems, what was understood (chi tiết tệp)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTabWidget, QVBoxLayout, QWidget

from dvk_desktop.domain.records.intake import PlannedFile, PlannedItem, ProblemRow
from dvk_desktop.views.exchange.desk import Desk, clear_layout
from dvk_desktop.views.exchange.intake_columns import item_columns, problem_columns
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.elided_label import ElidedLabel
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.notice import Notice
from dvk_desktop.views.widgets.record_table_view import RecordTableView
from dvk_desktop.views.widgets.scrolling import scrolling

ROWS, PROBLEMS, UNDERSTOOD = range(3)
_WRAPPED = 300


class IntakeDetail(QWidget):
    """What becomes of each row of a file; its unit can be set here (chi tiết tệp)."""

    unit_chosen = Signal(object, str)
    mark_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._file: PlannedFile | None = None
        self._items: RecordTableModel[PlannedItem] | None = None
        self._problems: RecordTableModel[tuple[int, ProblemRow]] = RecordTableModel(
            problem_columns(), self, identity=lambda pair: str(pair[0])
        )
        self.items_table = RecordTableView(
            "intake_items",
            self.tr("Các dòng của tệp"),
            empty_text=self.tr("Không thấy dòng mô hình nào trong tệp này."),
        )
        self.problems_table = RecordTableView(
            "intake_problems",
            self.tr("Vấn đề của tệp"),
            empty_text=self.tr("Không có vấn đề nào."),
        )
        self.problems_table.setModel(self._problems)
        self.unit = ChoiceCombo()
        self.unit.setAccessibleName(self.tr("Đơn vị của tệp"))
        self.unit.setMinimumContentsLength(24)
        self.unit.activated.connect(self._choose_unit)
        self.mark_button = button(
            self.tr("Lưu bản đánh dấu lỗi…"),
            lambda: self.mark_wanted.emit(self._file),
            icon_name="file-spreadsheet",
        )
        self._understood = QVBoxLayout()
        self._refusal = QVBoxLayout()
        self.tabs = QTabWidget()
        self._lay_out()

    def show_file(self, file: PlannedFile | None) -> None:
        """Show another file."""
        self._file = file
        self.setVisible(file is not None)
        if file is None:
            return
        self._title.setText(file.path.name)
        units = self._desk.services.units.units()
        is_known = file.unit_id or any(item.draft.unit_id for item in file.items)
        nobody = self.tr("(theo từng dòng trong tệp)") if is_known else self.tr("Chọn đơn vị…")
        choices = [("", nobody)]
        self.unit.offer(choices + [(row.id, row.name) for row in units])
        self.unit.choose(file.unit_id or "")
        self.unit.setEnabled(file.refusal is None)
        self.mark_button.setVisible(bool(file.problems) and file.refusal is None)
        self._show_items(file, {row.id: row.name for row in units})
        self._problems.replace(enumerate(file.problems))
        self._wrap_problems(len(file.problems) <= _WRAPPED)
        self._show_words(file)
        self.tabs.setTabText(ROWS, self.tr("Các dòng ({count})").format(count=len(file.items)))
        self.tabs.setTabText(PROBLEMS, self.tr("Vấn đề ({count})").format(count=len(file.problems)))
        self.tabs.setVisible(file.refusal is None)
        self._space.setVisible(file.refusal is not None)

    def _lay_out(self) -> None:
        self._title = ElidedLabel()
        self._title.setProperty("role", "heading")
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self._title, 1)
        bar.addWidget(text_label(self.tr("Đơn vị"), "label"))
        bar.addWidget(self.unit)
        bar.addWidget(self.mark_button)
        words = QVBoxLayout()
        words.setContentsMargins(8, 8, 8, 8)
        words.addLayout(self._understood)
        words.addStretch(1)
        for widget, title in (
            (self.items_table, self.tr("Các dòng")),
            (self.problems_table, self.tr("Vấn đề")),
            (scrolling(words), self.tr("Chương trình hiểu gì")),
        ):
            self.tabs.addTab(widget, title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(bar)
        layout.addLayout(self._refusal)
        layout.addWidget(self.tabs, 1)
        self._space = QWidget()
        layout.addWidget(self._space, 1)

    def _show_items(self, file: PlannedFile, unit_names: dict[str, str]) -> None:
        sectors = {
            row.code: row.name
            for row in self._desk.services.campaigns.sectors(self._desk.campaign_id)
        }
        old = self._items
        self._items = RecordTableModel(
            item_columns(unit_names, sectors), self, identity=lambda one: f"{one.sheet} {one.row}"
        )
        self._items.replace(file.items)
        self.items_table.setModel(self._items)
        if old is not None:
            old.deleteLater()

    def _wrap_problems(self, is_wrapped: bool) -> None:
        """Let messages take several lines, unless measuring so many rows would take long."""
        mode = QHeaderView.ResizeMode
        self.problems_table.setWordWrap(is_wrapped)
        rows = self.problems_table.verticalHeader()
        rows.setSectionResizeMode(mode.ResizeToContents if is_wrapped else mode.Fixed)

    def _show_words(self, file: PlannedFile) -> None:
        for layout in (self._understood, self._refusal):
            clear_layout(layout)
        if file.refusal is not None:
            title = self.tr("Không đọc được tệp này (mã {code})").format(code=file.refusal_code)
            self._refusal.addWidget(Notice(title, worded(file.refusal), Tone.DANGER))
        for words in file.understood:
            self._understood.addWidget(text_label(worded(words)))

    def _choose_unit(self, place: int) -> None:
        if self._file is not None:
            self.unit_chosen.emit(self._file, str(self.unit.itemData(place) or ""))
