"""What all tables of records have in common (bảng theo cột)."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dvk_desktop.views.item_models.columns import ID_ROLE, Column, cell_data, header_data

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex


class ColumnTableModel(QAbstractTableModel, Generic[R]):
    """A table whose cells come from columns and records (bảng theo cột).

    A subclass gives ``row_total``, ``record`` and ``row_of``.
    """

    def __init__(
        self,
        columns: Sequence[Column[R]],
        parent: QObject | None = None,
        *,
        identity: Callable[[R], str] = attrgetter("id"),
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._identity = identity

    def row_total(self) -> int:
        """Return how many rows there are."""
        raise NotImplementedError

    def record(self, row: int) -> R | None:
        """Return the record of one row, if it is still there."""
        raise NotImplementedError

    def row_of(self, identifier: str) -> int:
        """Return the row of an identifier, or -1."""
        raise NotImplementedError

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        """Give Qt the number of rows."""
        return 0 if parent.isValid() else self.row_total()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        """Give Qt the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows, sorts by or stands for."""
        if not index.isValid():
            return None
        record = self.record(index.row())
        if record is None:
            return None
        if role == ID_ROLE:
            return self._identity(record)
        return cell_data(self.columns[index.column()], record, role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Give what a header shows."""
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            return header_data(self.columns[section], role)
        return None
