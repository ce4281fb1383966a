"""The tree of units, for some ten thousand of them (cây đơn vị)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication

from dvk_desktop.domain.records.unit import UnitRow
from dvk_desktop.domain.vietnamese.folding import matches
from dvk_desktop.views.dates import format_date
from dvk_desktop.views.item_models.column_table import Index
from dvk_desktop.views.item_models.columns import ID_ROLE, NUMBER, RECORD_ROLE, TEXT
from dvk_desktop.views.palettes import Tone, colours

NAME, CODE, LEVEL, COUNT = range(4)
_MIME = "application/x-dvk-unit"
_NOBODY = QModelIndex()


@dataclass(slots=True)
class _Node:
    row: UnitRow | None
    parent: int = -1
    place: int = 0
    children: list[int] = field(default_factory=list)


class UnitTreeModel(QAbstractItemModel):
    """Shows units below their parents, each with its number of registrations (cây đơn vị).

    Units whose parent is unknown stand at the top. Dropping a unit on another one only emits
    ``move_wanted`` with both identifiers; who hears it moves the unit and calls ``show_units``.
    """

    move_wanted = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes = [_Node(None)]
        self._numbers: dict[str, int] = {}
        self._counts: Mapping[str, int] = {}
        self._today = date.today()

    def show_units(
        self, units: Sequence[UnitRow], counts: Mapping[str, int], query: str = ""
    ) -> None:
        """Show other units; with a query only those it finds, and the units above them."""
        shown = _found(units, query) if query else None
        self.beginResetModel()
        self._today = date.today()
        self._counts = counts
        self._nodes = [_Node(None)]
        self._numbers = {}
        for unit in units:
            if shown is None or unit.id in shown:
                self._numbers[unit.id] = len(self._nodes)
                self._nodes.append(_Node(unit))
        for number, node in enumerate(self._nodes[1:], start=1):
            above = node.row.parent_id if node.row is not None else None
            node.parent = self._numbers.get(above, 0) if above is not None else 0
            siblings = self._nodes[node.parent].children
            node.place = len(siblings)
            siblings.append(number)
        self.endResetModel()

    def index_of(self, unit_id: str) -> QModelIndex:
        """Return where a unit stands; an invalid index when it is not shown."""
        number = self._numbers.get(unit_id)
        if number is None:
            return QModelIndex()
        return self.createIndex(self._nodes[number].place, 0, number)

    def index(self, row: int, column: int, parent: Index = _NOBODY) -> QModelIndex:
        """Give Qt the place of one cell."""
        children = self._node(parent).children
        if 0 <= row < len(children) and 0 <= column < 4:
            return self.createIndex(row, column, children[row])
        return QModelIndex()

    def parent(self, index: Index = _NOBODY) -> QModelIndex:  # type: ignore[override]  # -- two in Qt
        """Give Qt the unit above."""
        number = self._node(index).parent if index.isValid() else 0
        if number <= 0:
            return QModelIndex()
        return self.createIndex(self._nodes[number].place, 0, number)

    def rowCount(self, parent: Index = _NOBODY) -> int:
        """Give Qt the number of units directly below."""
        return 0 if parent.column() > 0 else len(self._node(parent).children)

    def columnCount(self, parent: Index = _NOBODY) -> int:
        """Give Qt the number of columns."""
        return 4

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows."""
        unit = self._node(index).row if index.isValid() else None
        if unit is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(unit, index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                return NUMBER if index.column() == COUNT else TEXT
            case Qt.ItemDataRole.ToolTipRole if index.column() == NAME:
                return self._explain(unit)
            case Qt.ItemDataRole.ForegroundRole if self._is_over(unit) or unit.owes_nothing:
                return colours(QGuiApplication.palette()).tone(Tone.NEUTRAL)
            case _:
                return {ID_ROLE: unit.id, RECORD_ROLE: unit}.get(role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Give what a header shows."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return NUMBER if section == COUNT else TEXT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Tên đơn vị"), self.tr("Mã"), self.tr("Cấp"), self.tr("Đăng ký"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let units be dragged onto others."""
        flags = super().flags(index)
        if index.isValid():
            flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def mimeTypes(self) -> list[str]:
        """Name what is dragged."""
        return [_MIME]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        """Pack the identifier of the unit that is dragged."""
        data = QMimeData()
        for index in indexes:
            data.setData(_MIME, str(index.data(ID_ROLE)).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Ask for the move; the tree is shown anew after it."""
        unit_id = bytes(data.data(_MIME).data()).decode()
        target = parent.data(ID_ROLE) if parent.isValid() else None
        if unit_id and target and unit_id != target:
            self.move_wanted.emit(unit_id, target)
        # False: nothing is to be removed where the drag began.
        return False

    def _node(self, index: Index) -> _Node:
        return self._nodes[index.internalId() if index.isValid() else 0]

    def _is_over(self, unit: UnitRow) -> bool:
        return unit.valid_to is not None and unit.valid_to < self._today

    def _text(self, unit: UnitRow, column: int) -> str:
        if column == NAME:
            return unit.name
        if column == CODE:
            return unit.code
        if column == LEVEL:
            return unit.level_name
        count = self._counts.get(unit.id, 0)
        return str(count) if count else ""

    def _explain(self, unit: UnitRow) -> str:
        translate = QCoreApplication.translate
        lines = [unit.name]
        if unit.valid_to is not None:
            text = translate("UnitTreeModel", "Hết hiệu lực sau ngày {day}")
            lines.append(text.format(day=format_date(unit.valid_to)))
        if unit.owes_nothing:
            lines.append(translate("UnitTreeModel", "Không phải đăng ký"))
        return "\n".join(lines)


def _found(units: Sequence[UnitRow], query: str) -> set[str]:
    """Return the units that a query finds, with all units above them."""
    parents = {unit.id: unit.parent_id for unit in units}
    shown: set[str] = set()
    for unit in units:
        if matches(query, f"{unit.name} {unit.code}"):
            current: str | None = unit.id
            while current is not None and current not in shown:
                shown.add(current)
                current = parents.get(current)
    return shown
