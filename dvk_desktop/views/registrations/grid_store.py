"""Stores what is typed into the entry grid, and keeps what cannot be stored (lưu bảng nhập)."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.registration import RegistrationDraft, RegistrationFilter
from dvk_desktop.domain.records.registration_grid import CellEdit, CellResult
from dvk_desktop.domain.registration_cells import NEEDED, cell_text, read_cell
from dvk_desktop.services.services import Services
from dvk_desktop.views import messages
from dvk_desktop.views.item_models.cell_faults import Fault
from dvk_desktop.views.item_models.grid_columns import STATE
from dvk_desktop.views.item_models.registration_grid import RegistrationGridModel
from dvk_desktop.views.registrations.local_edits import LocalEdits, Row
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.grid_blocks import Cells

_SHOWN_LETTERS = 40


class GridStore(QObject):
    """Turns texts of cells into changes of registrations (lưu bảng nhập).

    ``changed`` carries what other pages have to read again; ``done`` follows each act.
    """

    changed = Signal(object)
    done = Signal()

    def __init__(self, services: Services, model: RegistrationGridModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._place = parent
        self.model = model
        self.wanted = RegistrationFilter()
        self.typing: tuple[int, str, str] = (-1, "", "")
        self.local = LocalEdits(model, lambda: next(iter(services.history.recent(1)), None))

    def apply(self, cells: Cells) -> None:
        """Take a block of texts: store what can be stored as one change, mark the rest."""
        if not cells:
            return
        with self.local.noting(self._title(cells)):
            touched = self.take(cells)
            edits, refused = self._edits(cells)
            self._store(edits, touched, refused)

    def type_into(self, row: int, column: int, text: str) -> None:
        """Take the text of one cell of a row that is not stored."""
        with self.local.noting(self._title([(row, column, text)])):
            self.begin_row(row, self.model.columns[column].key)
            self.take([(row, column, text)])

    def give_up(self, cells: Cells) -> None:
        """Let hold what is stored in cells that did not take their texts."""
        with self.local.noting(self.tr("bỏ chữ chưa nhận ở ô đỏ")):
            for row, column, _ in cells:
                key = (self.model.id_at(row), self.model.columns[column].key)
                self.model.faults.pop(key, None)
        self.keep(lasting=True)
        self.model.reread()

    def remove_rows(self, rows: Sequence[int]) -> int:
        """Take rows away that are not stored; return how many."""
        drafts = [draft for row in rows if (draft := self.model.draft_at(row))]
        if not drafts:
            return 0
        gone = {id(draft) for draft in drafts}
        with self.local.noting(self.tr("xóa {count} dòng chưa lưu").format(count=len(drafts))):
            left = [draft for draft in self.model.drafts if id(draft) not in gone]
            self.model.replace_drafts(left)
        self.keep(lasting=True)
        self.done.emit()
        return len(drafts)

    def store_rows(self, rows: Sequence[Row]) -> None:
        """Store rows that were left, or show what they lack."""
        present = {id(row) for row in self.model.drafts}
        found = [row for row in rows if id(row) in present]
        if found:
            self._store([], found, 0)

    def begin_row(self, row: int, field: str) -> None:
        """Give a new row the unit and the sector that the filter asks for."""
        if self.model.draft_at(row):
            return
        draft = self.model.draft_for(row)
        given = {"unit_id": self.wanted.unit_id, "sector_code": self.wanted.sector_code}
        for name, value in given.items():
            if value is not None and name != field:
                draft[name] = cell_text(name, value, self.model.lists)

    def take(self, cells: Cells) -> list[Row]:
        """Write cells of rows that are not stored; return these rows."""
        below = [cell for cell in cells if not self.model.id_at(cell[0])]
        if not below:
            return []
        self.model.draft_for(max(row for row, _, _ in below))
        touched: dict[int, Row] = {}
        for row, column, text in below:
            field = self.model.columns[column].key
            draft = self.model.draft_for(row)
            touched[id(draft)] = draft
            if field == STATE:
                continue
            try:
                text = self.written(field, text) if text.strip() else ""
            except DvkError:
                text = text.strip()
            if text:
                draft[field] = text
            else:
                draft.pop(field, None)
        self.model.changed_rows(row for row, _, _ in below)
        return list(touched.values())

    def keep(self, *, lasting: bool) -> None:
        """Keep what is not stored, with the text that is being typed."""
        if not self.wanted.campaign_id:
            return
        kept = self.model.kept(*self.typing)
        try:
            self._services.row_drafts.keep(self.wanted.campaign_id, kept, lasting=lasting)
        except DvkError as error:
            messages.tell(self._place, worded(error))

    def written(self, field: str, text: str) -> str:
        """Return how a text will be written in a cell, refusing what cannot be read."""
        return cell_text(field, read_cell(field, text, self.model.lists), self.model.lists)

    def _title(self, cells: Cells) -> str:
        row, column, text = cells[0]
        if len(cells) > 1:
            block = self.tr("sửa {count} ô từ dòng {row}")
            return block.format(count=len(cells), row=row + 1)
        if not text.strip():
            cleared = self.tr("xóa ô “{column}” ở dòng {row}")
            return cleared.format(column=self.model.columns[column].heading, row=row + 1)
        typed = self.tr("gõ “{text}” ở dòng {row}")
        shown = text.strip()
        if len(shown) > _SHOWN_LETTERS:
            shown = f"{shown[:_SHOWN_LETTERS]}…"
        return typed.format(text=shown, row=row + 1)

    def _edits(self, cells: Cells) -> tuple[list[tuple[CellEdit, str]], int]:
        """Return the edits of stored rows with their texts, and how many were refused."""
        edits: list[tuple[CellEdit, str]] = []
        refused = 0
        for row, column, text in cells:
            record_id, field = self.model.id_at(row), self.model.columns[column].key
            if not record_id or field == STATE:
                continue
            try:
                value = read_cell(field, text, self.model.lists)
            except DvkError as error:
                self.model.faults[(record_id, field)] = Fault(text, error)
                refused += 1
                continue
            self.model.faults.pop((record_id, field), None)
            edits.append((CellEdit(record_id, field, value), text))
        return edits, refused

    def _store(
        self, edits: Sequence[tuple[CellEdit, str]], rows: Sequence[Row], refused: int
    ) -> None:
        ready = [(row, *found) for row in rows if (found := self._ready(row)) is not None]
        if edits or ready:
            try:
                result = self._services.registration_cells.edit_cells(
                    [edit for edit, _ in edits],
                    campaign_id=self.wanted.campaign_id or "",
                    drafts=[draft for _, draft, _ in ready],
                )
            except DvkError as error:
                messages.show_error(self._place, error)
                return
            self._note_result(result, edits, ready)
            refused += len(result.refusals)
        refused += sum(len(bad) for _, _, bad in ready)
        present = {id(row) for row in self.model.drafts}
        for row in rows:
            if row and id(row) in present:
                self.model.mark_left(row)
                refused += 1
        self.model.drop_empty()
        if refused:
            text = self.tr("{count} ô chưa nhận được; ô có góc đỏ, lý do ở dưới bảng.")
            count = len(self.model.faulty_cells())
            messages.tell(self._place, text.format(count=count))
        self.keep(lasting=True)
        self.model.reread()
        self.done.emit()

    def _note_result(
        self,
        result: CellResult,
        edits: Sequence[tuple[CellEdit, str]],
        ready: Sequence[tuple[Row, RegistrationDraft, dict[str, Fault]]],
    ) -> None:
        texts = {(edit.registration_id, edit.field): text for edit, text in edits}
        for one in result.refusals:
            key = (one.registration_id, one.field)
            self.model.faults[key] = Fault(texts[key], one.error)
        stored = list(zip(ready, result.added, strict=True))
        if stored:
            self.model.take_stored([(row, id_) for (row, _, _), id_ in stored])
        for (_, _, bad), id_ in stored:
            for field, fault in bad.items():
                self.model.faults[(id_, field)] = fault
        self.changed.emit(result.changes)
        if stored or result.changed > 1:
            text = self.tr("Đã lưu {rows} đăng ký mới, {cells} ô. Ctrl+Z để hoàn tác.")
            messages.tell(self._place, text.format(rows=len(stored), cells=result.changed))

    def _ready(self, row: Row) -> tuple[RegistrationDraft, dict[str, Fault]] | None:
        """Return a row as it can be stored with the cells that cannot; None without a name."""
        values: dict[str, Any] = {}
        bad: dict[str, Fault] = {}
        for field in dict.fromkeys([*NEEDED, *row]):
            try:
                values[field] = read_cell(field, row.get(field, ""), self.model.lists)
            except DvkError as error:
                if field in NEEDED:
                    return None
                bad[field] = Fault(row[field], error)
        return RegistrationDraft(**values), bad
