"""A table of records held in memory (bảng dữ liệu trong bộ nhớ)."""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter, itemgetter
from typing import Any, TypeVar

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from dvk_desktop.views.item_models.column_table import ColumnTableModel, Index
from dvk_desktop.views.item_models.columns import RECORD_ROLE, Column

R = TypeVar("R")

_CHECK = Qt.ItemDataRole.CheckStateRole


class RecordTableModel(ColumnTableModel[R]):
    """Shows frozen records through columns; for up to some thousand rows (bảng dữ liệu).

    ``replace`` keeps selection, current row and ticks by identifier. With ``checkable`` the
    first column carries a tick; ``checked_changed`` tells when ticks change. ``can_check`` says
    which rows have one.
    """

    checked_changed = Signal()

    def __init__(
        self,
        columns: Sequence[Column[R]],
        parent: QObject | None = None,
        *,
        identity: Callable[[R], str] = attrgetter("id"),
        checkable: bool = False,
        can_check: Callable[[R], bool] | None = None,
    ) -> None:
        super().__init__(columns, parent, identity=identity)
        self._checkable = checkable or can_check is not None
        self._can_check = can_check
        self._rows: list[R] = []
        self._ids: list[str] = []
        self._checked: set[str] = set()
        self._given: list[R] = []
        self._order = (-1, Qt.SortOrder.AscendingOrder)

    @property
    def records(self) -> tuple[R, ...]:
        """The records in the order of the rows."""
        return tuple(self._rows)

    def row_total(self) -> int:
        """Return how many rows there are."""
        return len(self._rows)

    def record(self, row: int) -> R:
        """Return the record of one row."""
        return self._rows[row]

    def row_of(self, identifier: str) -> int:
        """Return the row of an identifier, or -1."""
        return self._ids.index(identifier) if identifier in self._ids else -1

    def replace(self, records: Iterable[R]) -> None:
        """Show other records; rows that stay keep selection, current row and tick."""
        self._given = list(records)
        rows = self._in_order()
        ids = [self._identity(row) for row in rows]
        kept = set(ids).intersection(self._ids)
        if self._checked - kept:
            self._checked &= kept
            self.checked_changed.emit()
        if not kept:
            self.beginResetModel()
            self._set(rows, ids)
            self.endResetModel()
            return
        self._remove_others(kept)
        self._append_new(rows, ids)
        self._rearrange(rows, ids)

    def checked_ids(self) -> tuple[str, ...]:
        """Return the ticked identifiers in the order of the rows."""
        return tuple(one for one in self._ids if one in self._checked)

    def check(self, identifiers: Iterable[str]) -> None:
        """Tick exactly these rows."""
        self._checked = set(identifiers).intersection(self._ids)
        if self._rows:
            last = self.index(len(self._rows) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [_CHECK])
        self.checked_changed.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows, and whether its row is ticked."""
        if role == _CHECK and index.isValid():
            return self._tick(index)
        return super().data(index, role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, or with -1 show the order in which the records were given."""
        self._order = (column, order)
        rows = self._in_order()
        self._rearrange(rows, [self._identity(row) for row in rows])

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a tick."""
        if role != _CHECK or not self._has_tick(index):
            return False
        identifier = self._ids[index.row()]
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._checked.add(identifier)
        else:
            self._checked.discard(identifier)
        self.dataChanged.emit(index, index, [_CHECK])
        self.checked_changed.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the first column be ticked."""
        flags = super().flags(index)
        if index.isValid() and self._has_tick(index):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def _in_order(self) -> list[R]:
        """Return the records as they are to be shown; empty cells come last either way."""
        column, order = self._order
        if not 0 <= column < len(self.columns):
            return self._given
        keyed = [(self.columns[column].sort_value(record), record) for record in self._given]
        filled = [(value, record) for (is_empty, value), record in keyed if not is_empty]
        # Sorted here at once: comparing cell by cell from C++ took 0.5 s for 5,000 rows.
        filled.sort(key=itemgetter(0), reverse=order is Qt.SortOrder.DescendingOrder)
        return [record for _, record in filled] + [r for value, r in keyed if value[0]]

    def _has_tick(self, index: Index) -> bool:
        if not self._checkable or index.column() != 0:
            return False
        return self._can_check is None or self._can_check(self._rows[index.row()])

    def _tick(self, index: Index) -> Qt.CheckState | None:
        if not self._has_tick(index):
            return None
        is_checked = self._ids[index.row()] in self._checked
        return Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked

    def _set(self, rows: list[R], ids: list[str]) -> None:
        self._rows, self._ids = rows, ids

    def _remove_others(self, kept: set[str]) -> None:
        for row in reversed(range(len(self._ids))):
            if self._ids[row] not in kept:
                self.beginRemoveRows(QModelIndex(), row, row)
                self._set(
                    self._rows[:row] + self._rows[row + 1 :], self._ids[:row] + self._ids[row + 1 :]
                )
                self.endRemoveRows()

    def _append_new(self, rows: list[R], ids: list[str]) -> None:
        held = set(self._ids)
        fresh = [pair for pair in zip(rows, ids, strict=True) if pair[1] not in held]
        if fresh:
            first = len(self._ids)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            rows = self._rows + [row for row, _ in fresh]
            self._set(rows, self._ids + [one for _, one in fresh])
            self.endInsertRows()

    def _rearrange(self, rows: list[R], ids: list[str]) -> None:
        """Bring the rows into their new order, and let the cells be drawn again."""
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        place = {identifier: row for row, identifier in enumerate(ids)}
        new = [self.index(place[self._ids[one.row()]], one.column()) for one in old]
        self._set(rows, ids)
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()


def record_at(index: Index) -> Any:
    """Return the record behind any index of a table model or of a proxy over one."""
    return index.data(RECORD_ROLE)
