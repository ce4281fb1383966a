"""A table of very many records, read page by page (bảng đọc theo trang)."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from dvk_desktop.views.item_models.column_table import ColumnTableModel
from dvk_desktop.views.item_models.columns import Column

R = TypeVar("R")
Fetch = Callable[[int, int], Sequence[Any]]
"""Gives the records from an offset on, at most ``limit``, in a stable order."""
Count = Callable[[], int]

PAGE_ROWS = 200
_PAGES_HELD = 12
_PAGES_NEARBY = 2


class PagedTableModel(ColumnTableModel[R]):
    """Shows any number of records and reads only the pages that are looked at (bảng lớn).

    Sorting is the work of the source: a click on a header emits ``sort_requested(key,
    is_descending)``; answer it with ``set_source``. Reading happens in the GUI thread, so a
    page has to come within some ten milliseconds.
    """

    sort_requested = Signal(str, bool)

    def __init__(
        self,
        columns: Sequence[Column[R]],
        parent: QObject | None = None,
        *,
        identity: Callable[[R], str] = attrgetter("id"),
    ) -> None:
        super().__init__(columns, parent, identity=identity)
        self._fetch: Fetch = lambda offset, limit: ()
        self._count = 0
        self._pages: OrderedDict[int, Sequence[R]] = OrderedDict()
        self._nearby: list[int] = []

    def set_source(self, fetch: Callable[[int, int], Sequence[R]], count: Count) -> None:
        """Show what another source gives, for a new filter, order or state of the data."""
        self.beginResetModel()
        self._fetch = fetch
        self._count = count()
        self._nearby = list(self._pages)[-_PAGES_NEARBY:]
        self._pages.clear()
        self.endResetModel()

    def row_total(self) -> int:
        """Return how many rows the source has."""
        return self._count

    def record(self, row: int) -> R | None:
        """Return the record of one row; ``None`` when it has vanished from the source."""
        number, place = divmod(row, PAGE_ROWS)
        page = self._page(number)
        return page[place] if place < len(page) else None

    def row_of(self, identifier: str) -> int:
        """Return the row of an identifier in the part that is or was just looked at, or -1."""
        for number in dict.fromkeys([*self._pages, *self._nearby]):
            for place, record in enumerate(self._page(number)):
                if self._identity(record) == identifier:
                    return number * PAGE_ROWS + place
        return -1

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask the source for another order."""
        if 0 <= column < len(self.columns) and self.columns[column].sortable:
            is_descending = order is Qt.SortOrder.DescendingOrder
            self.sort_requested.emit(self.columns[column].key, is_descending)

    def _page(self, number: int) -> Sequence[R]:
        page = self._pages.get(number)
        if page is None:
            page = self._fetch(number * PAGE_ROWS, PAGE_ROWS)
            self._pages[number] = page
            if len(self._pages) > _PAGES_HELD:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return page
