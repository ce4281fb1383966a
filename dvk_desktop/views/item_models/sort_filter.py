"""Sorting and filtering of short lists, in Vietnamese (sắp xếp, lọc)."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QSortFilterProxyModel, Qt

from dvk_desktop.domain.vietnamese.folding import matches
from dvk_desktop.views.item_models.column_table import Index
from dvk_desktop.views.item_models.record_table import RecordTableModel

R = TypeVar("R")


class SortFilterProxy(QSortFilterProxyModel, Generic[R]):
    """Sorts by the sort values of the columns and filters by words (bộ lọc).

    The text filter accepts a row when all its words occur in the row, with or without accents.
    """

    def __init__(self, source: RecordTableModel[R], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._query = ""
        self._condition: Callable[[R], bool] | None = None
        self.setSourceModel(source)
        self.setDynamicSortFilter(True)

    def set_query(self, query: str) -> None:
        """Show only rows that contain the words of ``query``."""
        self._query = query.strip()
        self.invalidateRowsFilter()

    def set_condition(self, condition: Callable[[R], bool] | None) -> None:
        """Show only records for which ``condition`` holds."""
        self._condition = condition
        self.invalidateRowsFilter()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Say whether a row meets condition and words."""
        record = self._source.record(source_row)
        if self._condition is not None and not self._condition(record):
            return False
        if not self._query:
            return True
        return matches(self._query, " ".join(c.text(record) for c in self._source.columns))

    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        """Compare by the sort values of the column."""
        column = source_left.column()
        left = self._source.sort_value(source_left.row(), column)
        right = self._source.sort_value(source_right.row(), column)
        if left[0] != right[0]:
            # Empty cells come last in both directions.
            return bool(right[0]) is (self.sortOrder() is Qt.SortOrder.AscendingOrder)
        return bool(left < right)
