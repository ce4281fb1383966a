"""The entry grid: stored rows by page, rows that are not stored yet, an empty one (bảng nhập)."""

from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.registration import RegistrationDetail
from dvk_desktop.domain.records.registration_grid import GridRow
from dvk_desktop.domain.registration_cells import NEEDED, NO_LISTS, Lists, read_cell
from dvk_desktop.services.registrations.cells import RegistrationCellService, is_open
from dvk_desktop.services.registrations.row_drafts import KeptDrafts, UntakenCell
from dvk_desktop.views.icons import dot
from dvk_desktop.views.item_models.cell_faults import Fault, kept_fault, written_cell
from dvk_desktop.views.item_models.column_table import ColumnTableModel, Index
from dvk_desktop.views.item_models.columns import ID_ROLE, RECORD_ROLE
from dvk_desktop.views.item_models.grid_columns import STATE, grid_columns
from dvk_desktop.views.item_models.registration_columns import state_tone
from dvk_desktop.views.translation import worded

FAULT_ROLE = Qt.ItemDataRole.UserRole + 11
"""Why the text of a cell could not be taken; empty for a cell that is well."""
LOCKED_ROLE = Qt.ItemDataRole.UserRole + 12
"""Whether the cell may not be changed now."""

PAGE_ROWS = 100
_PAGES_HELD = 24


class RegistrationGridModel(ColumnTableModel[RegistrationDetail]):
    """Cells of registrations to type into (bảng nhập).

    The order of the rows stays while one works; only ``show`` makes it anew. ``typed`` carries
    row, column and text of a cell: who owns the model stores it. ``sort_requested`` as in
    ``PagedTableModel``.
    """

    typed = Signal(int, int, str)
    sort_requested = Signal(str, bool)

    def __init__(self, cells: RegistrationCellService, parent: QObject | None = None) -> None:
        super().__init__(grid_columns(), parent)
        self.lists: Lists = NO_LISTS
        self._cells = cells
        self._places: list[int] = []
        self._rows: dict[int, int] = {}
        self._pages: OrderedDict[int, Sequence[GridRow]] = OrderedDict()
        self.drafts: list[dict[str, str]] = []
        self.faults: dict[tuple[str, str], Fault] = {}
        self._left: set[int] = set()

    def show(self, places: Sequence[int], lists: Lists, drafts: KeptDrafts) -> None:
        """Show other rows, with what is not stored of this campaign."""
        self.beginResetModel()
        self.lists = lists
        self._order(places)
        # The same rows stay the same: undoing knows them by identity.
        present = [row for row in self.drafts if row]
        self.drafts = present if present == list(drafts.rows) else [dict(r) for r in drafts.rows]
        self._left = {id(row) for row in self.drafts}
        self.faults = {}
        for cell in drafts.cells:
            self._note_fault(cell)
        self.endResetModel()

    def renew(self, places: Sequence[int], lists: Lists) -> None:
        """Read the rows again; those that stay keep their order, new ones come last."""
        self.lists = lists
        present, known = set(places), set(self._places)
        kept = [place for place in self._places if place in present]
        order = [*kept, *(place for place in places if place not in known)]
        self._reorder(order)

    def renew_rows(self, touched: Collection[int], shown: Sequence[int]) -> None:
        """Read some rows again, of which ``shown`` are left; the others keep their order."""
        gone = set(touched).difference(shown)
        kept = [place for place in self._places if place not in gone] if gone else self._places
        known = self._row_of_place()
        self._reorder([*kept, *(place for place in shown if place not in known)])

    def reread(self) -> None:
        """Read what is looked at again, in place."""
        self._pages.clear()
        last = self.index(self.row_total() - 1, len(self.columns) - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def _reorder(self, order: list[int]) -> None:
        if order == self._places:
            self.reread()
            return
        self.beginResetModel()
        self._order(order)
        self.endResetModel()

    def row_total(self) -> int:
        """Return how many rows there are, the empty one included."""
        return len(self._places) + len(self.drafts) + 1

    @property
    def stored_total(self) -> int:
        """Return how many of the rows are stored."""
        return len(self._places)

    def record(self, row: int) -> RegistrationDetail | None:
        """Return the registration of a row; None where none is stored."""
        if not 0 <= row < len(self._places):
            return None
        return self._stored(row).detail

    def row_of(self, identifier: str) -> int:
        """Return the row of a registration, or -1."""
        return self.rows_of([identifier]).get(identifier, -1)

    def rows_of(self, identifiers: Sequence[str]) -> dict[str, int]:
        """Return the rows of those registrations that are shown."""
        if not identifiers:
            return {}
        rows = self._row_of_place()
        found = self._cells.places_of(identifiers)
        return {id_: rows[place] for id_, place in found.items() if place in rows}

    def _row_of_place(self) -> Mapping[int, int]:
        if not self._rows:
            self._rows = {place: row for row, place in enumerate(self._places)}
        return self._rows

    def id_at(self, row: int) -> str:
        """Return the id of a stored row, or nothing."""
        return self._stored(row).id if 0 <= row < len(self._places) else ""

    def draft_at(self, row: int) -> dict[str, str] | None:
        """Return the texts of a row that is not stored; None for stored rows and the empty one."""
        place = row - len(self._places)
        return self.drafts[place] if 0 <= place < len(self.drafts) else None

    def draft_for(self, row: int) -> dict[str, str]:
        """Return the texts of a row below the stored ones, making rows up to it."""
        needed = row - len(self._places) + 1 - len(self.drafts)
        if needed > 0:
            first = self.row_total()
            self.beginInsertRows(QModelIndex(), first, first + needed - 1)
            self.drafts += [{} for _ in range(needed)]
            self.endInsertRows()
        return self.drafts[row - len(self._places)]

    def mark_left(self, draft: dict[str, str]) -> None:
        """Show from now on what a row still lacks."""
        self._left.add(id(draft))
        row = len(self._places) + next(n for n, one in enumerate(self.drafts) if one is draft)
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def take_stored(self, stored: Sequence[tuple[dict[str, str], str]]) -> None:
        """Turn rows that were not stored into stored ones, in their place where possible."""
        gone = {id(draft) for draft, _ in stored}
        is_first = [id(draft) for draft in self.drafts[: len(stored)]] == [id(d) for d, _ in stored]
        if not is_first:
            self.beginResetModel()
        self.drafts = [draft for draft in self.drafts if id(draft) not in gone]
        self._left -= gone
        places = self._cells.places_of([id_ for _, id_ in stored])
        self._order([*self._places, *(places[id_] for _, id_ in stored)])
        if not is_first:
            self.endResetModel()

    def drop_empty(self) -> None:
        """Remove rows that are not stored and hold nothing."""
        if all(self.drafts):
            return
        self.beginResetModel()
        self.drafts = [draft for draft in self.drafts if draft]
        self.endResetModel()

    def replace_drafts(self, drafts: list[dict[str, str]]) -> None:
        """Show other rows that are not stored."""
        self.beginResetModel()
        self.drafts = drafts
        self.endResetModel()

    def kept(self, row: int = -1, field: str = "", text: str = "") -> KeptDrafts:
        """Return what is not stored, with the text that is being typed in one cell."""
        drafts = [dict(draft) for draft in self.drafts]
        cells = {
            key: UntakenCell(*key, fault.text, fault.before) for key, fault in self.faults.items()
        }
        if field and row >= len(self._places):
            drafts += [{} for _ in range(row - len(self._places) + 1 - len(drafts))]
            drafts[row - len(self._places)][field] = text
        elif field and text != self.text(row, field):
            key = (self.id_at(row), field)
            cells[key] = UntakenCell(*key, text, self.stored_text(row, field))
        kept_rows = tuple(draft for draft in drafts if any(draft.values()))
        return KeptDrafts(kept_rows, tuple(cells.values()))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let cells be typed into, unless they are closed."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.data(index, LOCKED_ROLE):
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows, or what is wrong with it."""
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], index.row()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self.text(row, column.key)
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.alignment
            case Qt.ItemDataRole.ToolTipRole:
                return self.fault(row, column.key) or self.text(row, column.key)
            case Qt.ItemDataRole.DecorationRole if column.key == STATE:
                record = self.record(row)
                return None if record is None else dot(state_tone(record.state))
        if role == FAULT_ROLE:
            return self.fault(row, column.key)
        if role == LOCKED_ROLE:
            return self._is_locked(row, column.key)
        if role == ID_ROLE:
            return self.id_at(row)
        return self.record(row) if role == RECORD_ROLE else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take the text of an editor; an unchanged text is no change."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        key = self.columns[index.column()].key
        # The text of a fault was never taken: to leave its editor with Enter is to mean it.
        is_fault = (self.id_at(index.row()), key) in self.faults
        if is_fault or str(value) != self.text(index.row(), key):
            self.typed.emit(index.row(), index.column(), str(value))
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Number the rows; a star stands before those that are not stored."""
        if orientation is Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole:
            number = str(section + 1) if section < len(self._places) else f"{section + 1} *"
            return "*" if section == self.row_total() - 1 else number
        return super().headerData(section, orientation, role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order."""
        if 0 <= column < len(self.columns) and self.columns[column].sortable:
            self.sort_requested.emit(
                self.columns[column].key, order is Qt.SortOrder.DescendingOrder
            )

    def fault(self, row: int, field: str) -> str:
        """Return why the text of a cell could not be taken, or nothing."""
        draft = self.draft_at(row)
        if draft is None:
            found = self.faults.get((self.id_at(row), field))
            return "" if found is None else worded(found.error)
        text = draft.get(field, "")
        if field == STATE or (not text and (field not in NEEDED or id(draft) not in self._left)):
            return ""
        try:
            read_cell(field, text, self.lists)
        except DvkError as error:
            return worded(error)
        return ""

    def faulty_cells(self) -> list[tuple[int, int]]:
        """Return row and column of each cell whose text could not be taken, by row."""
        columns = {column.key: number for number, column in enumerate(self.columns)}
        rows = self.rows_of([id_ for id_, _ in self.faults])
        found = [(rows[id_], columns[field]) for id_, field in self.faults if id_ in rows]
        first = len(self._places)
        for row in range(first, first + len(self.drafts)):
            found += [(row, n) for key, n in columns.items() if self.fault(row, key)]
        return sorted(found)

    def is_open(self, row: int, column: int) -> bool:
        """Say whether a cell may be changed now."""
        return not self._is_locked(row, self.columns[column].key)

    def changed_rows(self, rows: Iterable[int]) -> None:
        """Draw rows anew."""
        found = list(rows)
        if found:
            last = self.index(max(found), len(self.columns) - 1)
            self.dataChanged.emit(self.index(min(found), 0), last)

    def text(self, row: int, field: str) -> str:
        """Return what a cell shows."""
        draft = self.draft_at(row)
        if draft is not None:
            return draft.get(field, "")
        fault = self.faults.get((self.id_at(row), field))
        return self.stored_text(row, field) if fault is None else fault.text

    def stored_text(self, row: int, field: str) -> str:
        """Return what is stored in a cell as it is written there."""
        record = self.record(row)
        if record is None:
            return ""
        if field == STATE:
            return worded(record.state.label)
        return written_cell(record, field, self.lists)

    def _is_locked(self, row: int, field: str) -> bool:
        record = self.record(row)
        if field == STATE:
            return True
        return not is_open(record, field) if record is not None else row < len(self._places)

    def _order(self, places: Sequence[int]) -> None:
        self._places = list(places)
        self._rows.clear()
        self._pages.clear()

    def _stored(self, row: int) -> GridRow:
        number, place = divmod(row, PAGE_ROWS)
        page = self._pages.get(number)
        if page is None:
            page = self._cells.rows_at(self._places[number * PAGE_ROWS : (number + 1) * PAGE_ROWS])
            self._pages[number] = page
            if len(self._pages) > _PAGES_HELD:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return page[place]

    def _note_fault(self, cell: UntakenCell) -> None:
        found = kept_fault(cell, self.lists, self._cells.rows)
        if found is not None:
            self.faults[(cell.registration_id, cell.field)] = found
