"""Sorting and filtering of short lists, in Vietnamese (sắp xếp, lọc)."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QSortFilterProxyModel, Qt

from dvk_desktop.domain.vietnamese.folding import matches
from dvk_desktop.views.item_models.column_table import Index
from dvk_desktop.views.item_models.record_table import RecordTableModel

R = TypeVar("R")


class SortFilterProxy(QSortFilterProxyModel, Generic[R]):
    """Filters by words and by a condition; hands sorting on to its source (bộ lọc).

    The text filter accepts a row when all its words occur in the row, with or without accents.
    """

    def __init__(self, source: RecordTableModel[R], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._query = ""
        self._condition: Callable[[R], bool] | None = None
        self.setSourceModel(source)

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

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Have the source sorted; this model keeps the order of its source."""
        self._source.sort(column, order)
