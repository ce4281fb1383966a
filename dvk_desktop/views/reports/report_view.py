"""A report as a table on screen, its totals pinned below (bảng báo cáo)."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dvk_desktop.domain.records.report import (
    ColumnKind,
    ReportColumn,
    ReportRow,
    ReportTable,
    shown,
)
from dvk_desktop.views.item_models.columns import CENTRE, NUMBER, TEXT, Column, SortValue
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.item_models.sort_filter import SortFilterProxy
from dvk_desktop.views.reports.group_header import GroupHeader
from dvk_desktop.views.theme import ROW_HEIGHT
from dvk_desktop.views.widgets.record_table_view import RecordTableView

Numbered = tuple[int, ReportRow]

_CHARACTER = 7.6
"""Pixels of an ordinary character: columns are measured in characters on paper."""
_INDENT = "\u2003"


class ReportView(QWidget):
    """Shows a ``ReportTable``; ``opened`` carries the row of a double click (bảng báo cáo)."""

    opened = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = _ReportTableView("report", title)
        self.table.set_empty_text(self.tr("Đợt này chưa có số liệu cho báo cáo này."))
        self.table.opened.connect(lambda pair: self.opened.emit(pair[1]))
        self._model: RecordTableModel[Numbered] | None = None
        self._proxy: SortFilterProxy[Numbered] | None = None
        self._totals = _totals_row(self.tr("Tổng số"))
        self.table.horizontalHeader().sectionResized.connect(self._follow_width)
        scroll = self.table.horizontalScrollBar()
        scroll.valueChanged.connect(self._totals.horizontalScrollBar().setValue)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._totals)

    def show_report(self, report: ReportTable) -> None:
        """Show another report from its first row; of the same report the figures anew."""
        columns = _columns(report)
        kept = self._model is not None and [c.key for c in self._model.columns] == [
            column.key for column in columns
        ]
        if self._model is None or not kept:
            self._model = RecordTableModel(columns, self, identity=lambda pair: str(pair[0]))
            self._proxy = SortFilterProxy(self._model, self)
            self.table.setModel(self._proxy)
        header = self.table.horizontalHeader()
        if isinstance(header, GroupHeader):
            header.set_groups(report.header_groups)
        self._model.replace(enumerate(report.rows))
        self._show_totals(report)
        self.table.fit_columns()

    def set_query(self, text: str) -> None:
        """Show only rows that contain the words of ``text``."""
        if self._proxy is not None:
            self._proxy.set_query(text)

    def total_texts(self) -> list[str]:
        """Return what the pinned row shows."""
        cells = (self._totals.item(0, n) for n in range(self._totals.columnCount()))
        return [cell.text() if cell is not None else "" for cell in cells]

    def _show_totals(self, report: ReportTable) -> None:
        self._totals.setVisible(bool(report.totals))
        self._totals.setColumnCount(len(report.columns))
        for number, (column, value) in enumerate(zip(report.columns, report.totals, strict=False)):
            item = QTableWidgetItem(shown(value, column.kind))
            item.setTextAlignment(_alignment(column.kind, number))
            font = self.font()
            font.setBold(True)
            item.setFont(font)
            self._totals.setItem(0, number, item)
            self._totals.setColumnWidth(number, self.table.columnWidth(number))

    def _follow_width(self, section: int, old: int, new: int) -> None:
        self._totals.setColumnWidth(section, new)
        self._totals.setColumnHidden(section, new == 0)


class _ReportTableView(RecordTableView):
    """Rows of a report under a header with groups; the first text takes the room left."""

    def fit_columns(self) -> None:
        """Give the first column of text the room that the others leave."""
        names = [n for n, column in enumerate(self.columns()) if column.alignment == TEXT]
        if not names:
            return
        wide = names[0]
        natural = self.columns()[wide].width
        least = min(natural, max(150, self.sizeHintForColumn(wide) + 12))
        others = sum(self.columnWidth(n) for n in range(len(self.columns())) if n != wide)
        self.setColumnWidth(wide, max(least, self.viewport().width() - others))
        self.updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the window."""
        super().resizeEvent(event)
        if self.model() is not None:
            self.fit_columns()

    def _set_up_look(self) -> None:
        self.setHorizontalHeader(GroupHeader(self))
        super()._set_up_look()
        header = self.horizontalHeader()
        # Groups stand over neighbours, so the columns keep their order.
        header.setSectionsMovable(False)
        header.setSectionsClickable(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)


def _totals_row(name: str) -> QTableWidget:
    table = QTableWidget(1, 0)
    table.setAccessibleName(name)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.horizontalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.horizontalHeader().setMinimumSectionSize(0)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    for set_policy in (table.setHorizontalScrollBarPolicy, table.setVerticalScrollBarPolicy):
        set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setFixedHeight(ROW_HEIGHT + 3)
    return table


def _columns(report: ReportTable) -> tuple[Column[Numbered], ...]:
    first = next((n for n, c in enumerate(report.columns) if c.kind is ColumnKind.TEXT), -1)
    return tuple(
        Column[Numbered](
            column.key,
            column.heading,
            _text_of(column, number, indented=number == first),
            sort_key=_sort_of(column, number),
            alignment=_alignment(column.kind, number),
            width=max(52, round(column.width * _CHARACTER)),
            tool_tip=_text_of(column, number) if column.kind is ColumnKind.TEXT else None,
            strong=lambda pair: pair[1].strong,
        )
        for number, column in enumerate(report.columns)
    )


def _text_of(
    column: ReportColumn, number: int, *, indented: bool = False
) -> Callable[[Numbered], str]:
    def text(pair: Numbered) -> str:
        row = pair[1]
        return (_INDENT * row.level if indented else "") + shown(row.cells[number], column.kind)

    return text


def _sort_of(column: ReportColumn, number: int) -> Callable[[Numbered], SortValue | None] | None:
    if column.kind is ColumnKind.TEXT:
        return None

    def key(pair: Numbered) -> SortValue | None:
        value = pair[1].cells[number]
        return value.toordinal() if isinstance(value, date) else value

    return key


def _alignment(kind: ColumnKind, number: int) -> Qt.AlignmentFlag:
    if number == 0 and kind is ColumnKind.INTEGER:
        return CENTRE  # the running number
    if kind is ColumnKind.DATE:
        return CENTRE
    return TEXT if kind is ColumnKind.TEXT else NUMBER
