"""What a column of a list shows; a list is a sequence of these (cột).

Example::

    COLUMNS = (
        Column[UnitRow]("name", "Tên đơn vị", lambda row: row.name, width=320, stretch=True),
        Column[UnitRow]("count", "Số mô hình", lambda row: str(row.count),
                        sort_key=lambda row: row.count, alignment=NUMBER, width=110),
    )
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QIcon

from dvk_desktop.domain.vietnamese.sorting import collation_key

R = TypeVar("R")

TEXT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter

SortValue = str | int | Decimal | tuple[Any, ...]

SORT_ROLE = Qt.ItemDataRole.UserRole + 1
"""What to sort a cell by; never ``None``."""
RECORD_ROLE = Qt.ItemDataRole.UserRole + 2
"""The record of the row."""
ID_ROLE = Qt.ItemDataRole.UserRole + 3
"""The identifier of the record."""
COLUMN_ROLE = Qt.ItemDataRole.UserRole + 4
"""In the horizontal header: the ``Column``."""


@dataclass(frozen=True)  # slots and Generic do not go together before Python 3.12
class Column(Generic[R]):
    """One column of a list of records (một cột).

    Args:
        key: Names the column in settings and for sorting by a source; never translated.
        heading: What the header shows; translate it where the columns are made.
        text: What a cell shows.
        sort_key: What rows are sorted by; without it by ``text`` in Vietnamese order.
        width: Pixels at first; the person may change it.
        stretch: Takes the room that is left; at most one column.
        tool_tip: Longer text under the pointer; read by screen readers too.
        decoration: A small mark before the text, such as ``icons.dot(Tone.WARNING)``.
        sortable: Whether a click on the header may sort by it.
        is_hidden: Not shown until the person chooses it.
        fold_below: Steps aside while the table is narrower than so many pixels.
        strong: Whether a cell is written bold.
    """

    key: str
    heading: str
    text: Callable[[R], str]
    sort_key: Callable[[R], SortValue | None] | None = None
    alignment: Qt.AlignmentFlag = TEXT
    width: int = 120
    stretch: bool = False
    tool_tip: Callable[[R], str] | None = None
    decoration: Callable[[R], QIcon | None] | None = None
    foreground: Callable[[R], QColor | None] | None = None
    sortable: bool = True
    is_hidden: bool = False
    fold_below: int = 0
    strong: Callable[[R], bool] | None = None

    def sort_value(self, record: R) -> tuple[bool, Any]:
        """Return a value that sorts records; empty ones are marked first."""
        if self.sort_key is None:
            text = self.text(record)
            return (not text, collation_key(text))
        value = self.sort_key(record)
        return (True, ()) if value is None else (False, value)


def cell_data(column: Column[R], record: R, role: int) -> object:
    """Return what one cell gives for ``role``; shared by all table models."""
    give = _GIVERS.get(role)
    return None if give is None else give(column, record)


def header_data(column: Column[Any], role: int) -> object:
    """Return what the header of one column gives for ``role``."""
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return column.heading
        case Qt.ItemDataRole.TextAlignmentRole:
            return column.alignment
        case _ if role == COLUMN_ROLE:
            return column
    return None


def _optional(give: Callable[[R], object] | None, record: R) -> object:
    return None if give is None else give(record)


def _font(column: Column[Any], record: object) -> QFont | None:
    if column.strong is None or not column.strong(record):
        return None
    font = QFont()
    font.setBold(True)
    return font


_GIVERS: dict[int, Callable[[Column[Any], Any], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda column, record: column.text(record),
    Qt.ItemDataRole.TextAlignmentRole: lambda column, record: column.alignment,
    Qt.ItemDataRole.ToolTipRole: lambda column, record: _optional(column.tool_tip, record),
    Qt.ItemDataRole.DecorationRole: lambda column, record: _optional(column.decoration, record),
    Qt.ItemDataRole.FontRole: lambda column, record: _font(column, record),
    Qt.ItemDataRole.ForegroundRole: lambda column, record: _optional(column.foreground, record),
    SORT_ROLE: lambda column, record: column.sort_value(record),
    RECORD_ROLE: lambda column, record: record,
}
