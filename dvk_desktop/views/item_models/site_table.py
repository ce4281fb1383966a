"""The sites of a registration as a table that is typed into (bảng điểm mô hình)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from dvk_desktop.domain.joint_units import UNKNOWN_UNIT
from dvk_desktop.domain.records.site import SiteDraft, SiteRow
from dvk_desktop.domain.site_list import whole_number
from dvk_desktop.domain.vietnamese.normal import clean_line
from dvk_desktop.views.translation import worded

Index = QModelIndex | QPersistentModelIndex

NAME, ADDRESS, GROUPS, HOUSEHOLDS, UNIT, NOTE = range(6)
FIELDS = ("name", "address", "group_count", "household_count", "unit_id", "note")
_NUMBERS = (GROUPS, HOUSEHOLDS)
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)


class SiteTableModel(QAbstractTableModel):
    """Holds the list as it is stored, and an empty line at its end to type another one into.

    ``edited`` asks for a whole new list to be stored; the model shows what it is given.
    ``refused`` carries the heading of a cell whose number cannot be read.
    """

    edited = Signal(list)
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafts: list[SiteDraft] = []
        self._unit_names: dict[str, str] = {}
        self._begun = SiteDraft("")
        self._is_open = True
        self._headings = (
            self.tr("Tên điểm"),
            self.tr("Địa chỉ"),
            self.tr("Số tổ"),
            self.tr("Số hộ"),
            self.tr("Đơn vị"),
            self.tr("Ghi chú"),
        )

    @property
    def drafts(self) -> list[SiteDraft]:
        """The sites that are stored."""
        return list(self._drafts)

    @property
    def is_open(self) -> bool:
        """Whether the list may be changed."""
        return self._is_open

    def show_sites(self, rows: Sequence[SiteRow], *, is_open: bool, is_other: bool) -> None:
        """Show a list; the line being typed stays unless another registration is shown."""
        drafts = [_draft(row) for row in rows]
        self._unit_names.update({row.unit_id: row.unit_name for row in rows if row.unit_id})
        if is_other:
            self._begun = SiteDraft("")
        grown = len(drafts) - len(self._drafts)
        if is_other or is_open != self._is_open or grown < 0:
            self.beginResetModel()
            self._drafts, self._is_open = drafts, is_open
            self.endResetModel()
            return
        if grown:
            # The keyboard stays in the line that has just become a site.
            self.beginInsertRows(QModelIndex(), self.rowCount(), self.rowCount() + grown - 1)
        self._drafts = drafts
        if grown:
            self.endInsertRows()
        last = self.index(self.rowCount() - 1, len(FIELDS) - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)

    def offer_units(self, names: dict[str, str]) -> None:
        """Learn what units are called."""
        self._unit_names = {**self._unit_names, **names}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        """Return the sites, and the empty line where one may be added."""
        return 0 if parent.isValid() else len(self._drafts) + self._is_open

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        """Return the fields of a site."""
        return 0 if parent.isValid() else len(FIELDS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name the columns and number the lines."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._headings[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return str(section + 1) if section < len(self._drafts) else "+"
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Show a cell; a unit by its name."""
        column = index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._text(index.row(), column) or None
        if role not in _ROLES:
            return None
        if column == UNIT and role == Qt.ItemDataRole.EditRole:
            return self._at(index.row()).unit_id or ""
        return self._text(index.row(), column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let cells be typed into while the list is open."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self._is_open else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for the list with this cell changed; a new line counts once it has a name."""
        if role != Qt.ItemDataRole.EditRole or not self._is_open:
            return False
        row, column = index.row(), index.column()
        known = self._at(row)
        typed: Any = clean_line(str(value or "")) or None
        if column in _NUMBERS and typed is not None:
            typed = whole_number(typed)
            if typed is None:
                self.refused.emit(self._headings[column])
                return False
        if column not in (*_NUMBERS, UNIT):
            typed = typed or ""
        changed = replace(known, **{FIELDS[column]: typed})
        if changed == known or (column == NAME and not typed and row < len(self._drafts)):
            return False
        if row == len(self._drafts) and not changed.name:
            self._begun = changed
            self.dataChanged.emit(index, index)
            return True
        drafts = self.drafts
        drafts[row : row + 1] = [changed]
        self._begun = SiteDraft("")
        self.edited.emit(drafts)
        return True

    def _at(self, row: int) -> SiteDraft:
        return self._drafts[row] if row < len(self._drafts) else self._begun

    def _text(self, row: int, column: int) -> str:
        value = getattr(self._at(row), FIELDS[column])
        if column == UNIT and value:
            name = self._unit_names.get(value, UNKNOWN_UNIT)
            return worded(name) if name == UNKNOWN_UNIT else name
        return "" if value is None else str(value)


def _draft(row: SiteRow) -> SiteDraft:
    return SiteDraft(
        row.name,
        row.address,
        row.unit_id,
        row.group_count,
        row.household_count,
        row.note,
        row.id,
    )
