"""What becomes of the rows of a file, one by one (bước Sẽ làm gì)."""

from collections.abc import Collection, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dvk_desktop.domain.records.intake import (
    TO_DO,
    PlannedAction,
    PlannedFile,
    PlannedItem,
    ProblemRow,
    RowKey,
)
from dvk_desktop.views.exchange.desk import Desk
from dvk_desktop.views.exchange.intake_columns import TONES, item_columns, item_text
from dvk_desktop.views.exchange.intake_counts import CountChips, Counted
from dvk_desktop.views.exchange.wording import field_name
from dvk_desktop.views.item_models.column_table import Index
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.item_models.sort_filter import SortFilterProxy
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.record_table_view import RecordTableView
from dvk_desktop.views.widgets.search_box import SearchBox

_CHECK = Qt.ItemDataRole.CheckStateRole
_STORY = 132


class ItemModel(RecordTableModel[PlannedItem]):
    """Rows of a file; only what would write something can be ticked (dòng của tệp)."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows; no tick where there is nothing to do."""
        if role == _CHECK and index.isValid() and not self._is_to_do(index):
            return None
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only what is to be done be ticked."""
        flags = super().flags(index)
        if index.isValid() and not self._is_to_do(index):
            flags &= ~Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def _is_to_do(self, index: Index) -> bool:
        return self.record(index.row()).action in TO_DO


class RowsView(QWidget):
    """Counts, filter, ticks, and the story of the row with the keyboard (các dòng).

    ``left_out`` carries the keys of the rows that were unticked.
    """

    left_out = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._file: PlannedFile | None = None
        self._names: dict[str, str] = {}
        self._told: list[list[str]] = []
        self._model: ItemModel | None = None
        self._proxy: SortFilterProxy[PlannedItem] | None = None
        self.counts = CountChips()
        self.counts.setAccessibleName(self.tr("Lọc theo việc sẽ làm"))
        self.search = SearchBox(self.tr("Tìm trong các dòng"))
        self.search.setMaximumWidth(240)
        self.table = RecordTableView(
            "intake_items",
            self.tr("Các dòng của tệp"),
            empty_text=self.tr("Không có dòng nào như vậy."),
        )
        self._counted = text_label("", "muted")
        self.all_button = button("", self._turn_all, kind="link")
        self._story = QWidget()
        self._story_grid = QGridLayout(self._story)
        self.counts.chosen.connect(lambda: self._filter())
        self.search.searched.connect(lambda text: self._proxy and self._proxy.set_query(text))
        self._lay_out()

    def show_file(self, file: PlannedFile, left_out: Collection[RowKey]) -> None:
        """Show a file with the rows that are left out this time."""
        self._file = file
        services = self._desk.services
        campaign = file.campaign_id or self._desk.campaign_id
        self._names = {row.code: row.name for row in services.campaigns.sectors(campaign)}
        self._names |= {row.code: row.name for row in services.office.levels()}
        units = {row.id: row.name for row in services.units.units()}
        self._show_model(file, units, left_out)
        self._count_actions(file)
        self._filter()
        self._count()
        self._tell_story()

    @property
    def story(self) -> list[list[str]]:
        """What is told of the row with the keyboard, line by line."""
        return self._told

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.search, 1)
        bar.addStretch(1)
        bar.addWidget(self._counted)
        bar.addWidget(self.all_button)
        self._counted.setWordWrap(False)
        self._story_grid.setContentsMargins(10, 8, 10, 8)
        self._story_grid.setHorizontalSpacing(14)
        self._story_grid.setVerticalSpacing(4)
        self._story_grid.setColumnStretch(1, 1)
        self._story_grid.setColumnStretch(2, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._story)
        self._scroll.setMaximumHeight(_STORY)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.counts)
        layout.addLayout(bar)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._scroll)

    def _show_model(
        self, file: PlannedFile, units: Mapping[str, str], left_out: Collection[RowKey]
    ) -> None:
        old, kept = self._model, self.table.selected_ids() if self._model else []
        self._model = ItemModel(
            item_columns(units, self._names), self, identity=_identity, checkable=True
        )
        self._model.replace(file.items)
        to_do = [item for item in file.items if item.action in TO_DO and item.key not in left_out]
        self._model.check(_identity(item) for item in to_do)
        self._proxy = SortFilterProxy(self._model, self._model)
        self._proxy.set_query(self.search.text())
        self.table.setModel(self._proxy)
        self._model.checked_changed.connect(self._ticked)
        self.table.selectionModel().currentChanged.connect(lambda: self._tell_story())
        if kept:
            self.table.select_id(kept[0])
        if old is not None:
            old.deleteLater()

    def _count_actions(self, file: PlannedFile) -> None:
        every = Counted("", self.tr("Tất cả"), len(file.items))
        self.counts.show_counts(
            every,
            [
                Counted(action.value, worded(action.label), file.count(action), TONES[action])
                for action in PlannedAction
            ],
        )

    def _filter(self) -> None:
        wanted = self.counts.key
        if self._proxy is not None:
            self._proxy.set_condition(
                (lambda item: bool(item.action == wanted)) if wanted else None
            )

    def _to_do(self) -> list[PlannedItem]:
        return [item for item in self._file.items if item.action in TO_DO] if self._file else []

    def _ticked(self) -> None:
        assert self._model is not None
        ticked = set(self._model.checked_ids())
        self._count()
        self.left_out.emit([one.key for one in self._to_do() if _identity(one) not in ticked])

    def _turn_all(self) -> None:
        assert self._model is not None
        everything = [_identity(item) for item in self._to_do()]
        is_full = len(self._model.checked_ids()) == len(everything)
        self._model.check(() if is_full else everything)

    def _count(self) -> None:
        assert self._model is not None
        count, ticked = len(self._to_do()), len(self._model.checked_ids())
        self.all_button.setVisible(count > 0)
        self._counted.setVisible(count > 0)
        self._counted.setText(
            self.tr("Nhập {ticked}/{count} dòng").format(ticked=ticked, count=count)
        )
        self.all_button.setText(self.tr("Bỏ chọn hết") if ticked == count else self.tr("Chọn hết"))

    def _tell_story(self) -> None:
        """Say what changes in the row with the keyboard, or what is wrong with it."""
        while (part := self._story_grid.takeAt(0)) is not None:
            if (widget := part.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._told = []
        item: PlannedItem | None = self.table.current_record()
        problems = self._problems_of(item) if item is not None else []
        self._scroll.setVisible(item is not None and bool(item.fields or problems))
        if item is None:
            return
        if item.fields:
            titles = (self.tr("Mục"), self.tr("Đang có"), self.tr("Tệp ghi"))
            self._add_line([(title, "muted") for title in titles])
        for name in item.fields:
            before = item_text(item.before.get(name), self._names) or self.tr("(trống)")
            after = item_text(getattr(item.draft, name), self._names)
            self._add_line([(field_name(name), "label"), (before, "muted"), (after, "")])
        for problem in problems:
            text = worded(problem.wording)
            label = text_label(text, "error" if problem.is_error else "")
            row = len(self._told)
            self._told.append([text])
            self._story_grid.addWidget(label, row, 0, 1, 3)

    def _add_line(self, parts: list[tuple[str, str]]) -> None:
        row = len(self._told)
        self._told.append([text for text, _ in parts])
        for place, (text, role) in enumerate(parts):
            label = text_label(text, role)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._story_grid.addWidget(label, row, place, Qt.AlignmentFlag.AlignTop)

    def _problems_of(self, item: PlannedItem) -> list[ProblemRow]:
        assert self._file is not None
        found = self._file.problems
        return [problem for problem in found if (problem.sheet, problem.row) == item.key]


def _identity(item: PlannedItem) -> str:
    return f"{item.sheet} {item.row}"
