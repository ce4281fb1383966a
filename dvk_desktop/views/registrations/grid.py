"""The entry grid of the registrations: typing, blocks, undoing, what is not stored (bảng nhập)."""

from typing import Any

from PySide6.QtCore import QSettings, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.records.registration_grid import GridTotals
from dvk_desktop.services.services import Services
from dvk_desktop.views import messages
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.icons import icon
from dvk_desktop.views.item_models.grid_columns import STATE
from dvk_desktop.views.item_models.registration_grid import RegistrationGridModel
from dvk_desktop.views.reading_aside import LatestAnswer
from dvk_desktop.views.registrations.bulk_change_dialog import BulkChangeDialog
from dvk_desktop.views.registrations.cell_history_dialog import CellHistoryDialog
from dvk_desktop.views.registrations.column_filtering import ColumnFiltering
from dvk_desktop.views.registrations.grid_steps import GridSteps
from dvk_desktop.views.registrations.grid_store import GridStore
from dvk_desktop.views.registrations.grid_undo import GridUndo
from dvk_desktop.views.registrations.half_typed import HalfTypedCells
from dvk_desktop.views.registrations.local_edits import Row
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.widgets.frozen_columns import FrozenColumns
from dvk_desktop.views.widgets.grid_blocks import Cells
from dvk_desktop.views.widgets.grid_view import GridView
from dvk_desktop.views.widgets.labels import text_label
from dvk_desktop.views.widgets.number_edit import format_number

GRID_KEY = "tables/entry_grid"
"""Where the grid remembers columns and order."""

_KEEP_PAUSE = 800
_TOTALS_PAUSE = 150
_LISTED_FAULTS = 200
_FAULTS_IN_SIGHT = 3


class RegistrationGrid(QWidget):
    """The grid with its totals and the list of cells that could not be taken (bảng nhập).

    ``opened`` carries the id of a form that is asked for, ``filtered`` what a column is to hold.
    """

    opened = Signal(str)
    filtered = Signal(object)

    def __init__(
        self, services: Services, runner: TaskRunner, bus: ChangeBus, settings: QSettings
    ) -> None:
        super().__init__()
        self._services = services
        self._bus = bus
        self._wanted = RegistrationFilter()
        self._is_own = False
        self._left: list[Row] = []
        self.model = RegistrationGridModel(services.registration_cells, self)
        self.store = GridStore(services, self.model, self)
        self.view = GridView("entry_grid", self.tr("Bảng nhập đăng ký"), settings=settings)
        self.view.setModel(self.model)
        self.frozen = FrozenColumns(self.view, settings, "tables/entry_grid/frozen")
        self.columns = ColumnFiltering(
            self.view, services.column_filters, runner, settings, GRID_KEY
        )
        self.columns.watch(self.frozen.header)
        self.totals = text_label("", "muted")
        self.half_typed = HalfTypedCells(self.store)
        self.faults = QListWidget()
        self.faults.setAccessibleName(self.tr("Ô chưa nhận được"))
        self.faults.hide()
        self._keeping = QTimer(self, singleShot=True, interval=_KEEP_PAUSE)
        self._storing = QTimer(self, singleShot=True, interval=0)
        self._counting = QTimer(self, singleShot=True, interval=_TOTALS_PAUSE)
        self._sums = LatestAnswer(runner.reading, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.half_typed)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.faults)
        layout.addWidget(self.totals)
        self._add_actions()
        self.steps = GridSteps(self.view, self.store)
        self.undoing = GridUndo(services.history, self.store, self.view)
        self._connect()

    def show_wanted(self, wanted: RegistrationFilter) -> None:
        """Show what a filter leaves; what was typed for the campaign comes back."""
        if not self._is_own:
            self.view.take_open_editor()
        self.finish()
        self.columns.show_wanted(wanted)
        self._wanted = self.store.wanted = wanted.ordered(self.columns.order)
        campaign = wanted.campaign_id or ""
        self.model.show(
            self._services.registration_cells.order(self._wanted),
            self._services.registration_cells.lists(campaign),
            self._services.row_drafts.kept(campaign),
        )
        self._show_faults()
        self._counting.start()

    def refresh(self, wanted: RegistrationFilter) -> None:
        """Read again; the rows keep their places unless another filter is asked for."""
        if not self._is_own:
            # Reading anew closes an open editor: what it holds is taken first.
            self.view.take_open_editor()
        if wanted.ordered(self.columns.order) != self._wanted:
            self.show_wanted(wanted)
            return
        # The store reads its own changes again.
        if not self._is_own:
            self._renew()
            self._show_faults()
        self._counting.start()

    def go_to_new(self) -> None:
        """Begin a new row."""
        self.view.go_to(self.model.row_total() - 1, 0)
        self.view.setFocus()

    def finish(self) -> None:
        """Store or keep what was typed so far, at once."""
        self._storing.stop()
        self._store_left()
        self.store.typing = (-1, "", "")
        self.store.keep(lasting=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed when the grid goes out of sight."""
        super().hideEvent(event)
        self.finish()

    def _add_actions(self) -> None:
        self._action(self.tr("Dán (Ctrl+V)"), self.view.paste, "clipboard")
        self._action(self.tr("Điền xuống (Ctrl+D)"), self.view.fill_down, "chevron-down")
        self._action(self.tr("Đổi cột này cho các dòng đã chọn…"), self.change_many, "edit")
        self._action(self.tr("Cố định các cột đến cột này"), self._freeze, "columns")
        self._action(self.tr("Bỏ cố định cột"), lambda: self.frozen.freeze(0), "columns")
        self._action(self.tr("Lấy lại giá trị đã lưu của ô đỏ"), self.restore, "refresh")
        self._action(self.tr("Ai sửa ô này…"), self.show_history, "history")
        self._action(self.tr("Mở phiếu bên cạnh"), self._open_current, "file-text")

    def _action(self, text: str, slot: Any, name: str) -> None:
        action = QAction(icon(name), text, self.view)
        action.triggered.connect(lambda: slot())
        self.view.addAction(action)

    def _connect(self) -> None:
        self.model.typed.connect(self._take_typed)
        self.columns.ordered.connect(lambda: self.show_wanted(self._wanted))
        self.columns.filtered.connect(self.filtered)
        self.view.edited.connect(self._take_block)
        self.store.changed.connect(self._publish)
        self.store.done.connect(self._show_faults)
        self.view.left.connect(self._leave)
        self.view.undo_asked.connect(self.undoing.undo)
        self.view.redo_asked.connect(self.undoing.redo)
        self.undoing.changed.connect(self._bus.publish)
        self.half_typed.look_asked.connect(self.view.go_to)
        self.half_typed.given_up.connect(self._show_faults)
        self.view.delegate.typing.connect(self._note_typing)
        self.view.delegate.closeEditor.connect(self._end_typing)
        self._keeping.timeout.connect(lambda: self.store.keep(lasting=False))
        self._storing.timeout.connect(self._store_left)
        self._counting.timeout.connect(self._count)
        for picked in (self.faults.itemActivated, self.faults.itemClicked):
            picked.connect(lambda: self._go_to_fault())

    def change_many(self) -> None:
        """Ask for one value for the current column of the chosen rows."""
        rows, column = self.view.chosen_cells()[0], self.view.currentIndex().column()
        field = self.model.columns[column].key
        records = [(row, self.model.record(row)) for row in rows]
        open_rows = [
            (row, record)
            for row, record in records
            if record is not None and self.model.is_open(row, column)
        ]
        if field == STATE or not open_rows:
            messages.tell(self, self.tr("Các ô đã chọn không sửa được lúc này."))
            return
        dialog = BulkChangeDialog(
            self.model.columns[column].heading,
            [(one.draft.name, self.model.text(row, field)) for row, one in open_rows],
            lambda text: self.store.written(field, text),
            choices=self.model.lists.get(field),
            closed=sum(record is not None for _, record in records) - len(open_rows),
            parent=self,
        )
        if dialog.exec():
            self.store.apply([(row, column, dialog.text) for row, _ in open_rows])
        dialog.deleteLater()

    def restore(self) -> None:
        """Show what is stored again where a text could not be taken."""
        rows, columns = self.view.chosen_cells()
        self.store.give_up([(row, column, "") for row in rows for column in columns])
        self._show_faults()

    def show_history(self) -> None:
        """Tell who changed the current cell."""
        index = self.view.currentIndex()
        record = self.model.record(index.row())
        column = self.model.columns[index.column()]
        if record is None:
            messages.tell(self, self.tr("Dòng này chưa được lưu nên chưa có lịch sử."))
            return
        past = self._services.registration_cells.cell_history(record.id, column.key)
        dialog = CellHistoryDialog(column.heading, record.draft.name, past, self)
        dialog.exec()
        dialog.deleteLater()

    def _open_current(self) -> None:
        record = self.model.record(self.view.currentIndex().row())
        if record is not None:
            self.opened.emit(record.id)

    def _freeze(self) -> None:
        column = self.view.currentIndex().column()
        self.frozen.freeze(self.view.shown_columns().index(column) + 1)

    def _take_typed(self, row: int, column: int, text: str) -> None:
        self.store.typing = (-1, "", "")
        if self.model.id_at(row):
            self.store.apply([(row, column, text)])
            return
        self.store.type_into(row, column, text)
        self._keep_soon()
        self._show_faults()

    def _take_block(self, cells: Cells) -> None:
        self.store.apply(cells)
        # The list of faults may take a part of the height, once this has been laid out.
        QTimer.singleShot(0, self, lambda: self._bring_into_sight(cells))

    def _bring_into_sight(self, cells: Cells) -> None:
        for row, column, _ in (cells[-1], cells[0]):
            last = self.model.row_total() - 1
            self.view.scrollTo(self.model.index(min(row, last), column))

    def _leave(self, row: int) -> None:
        draft = self.model.draft_at(row)
        if draft is not None:
            self._left.append(draft)
            self._storing.start()

    def _store_left(self) -> None:
        left, self._left = self._left, []
        self.store.store_rows(left)

    def _renew(self) -> None:
        cells = self._services.registration_cells
        turned = self.undoing.turned
        if turned is None:
            lists = cells.lists(self._wanted.campaign_id or "")
            self.model.renew(cells.order(self._wanted), lists)
        else:
            self.model.renew_rows(*cells.order_among(self._wanted, turned))

    def _note_typing(self, row: int, field: str, text: str) -> None:
        self.store.typing = (row, field, text)
        self._keep_soon()

    def _end_typing(self) -> None:
        """Forget what an editor held: its text was taken, or given up with Esc."""
        self.store.typing = (-1, "", "")
        self._keep_soon()

    def _keep_soon(self) -> None:
        # Not started anew by each letter, so that steady typing is kept too.
        if not self._keeping.isActive():
            self._keeping.start()

    def _publish(self, changes: Changes) -> None:
        self._is_own = True
        self._bus.publish(changes)
        self._is_own = False

    def _show_faults(self) -> None:
        found = self.model.faulty_cells()
        self.half_typed.follow()
        self.faults.clear()
        for row, column in found[:_LISTED_FAULTS]:
            key = self.model.columns[column]
            why = self.model.fault(row, key.key)
            place = self.tr("Dòng {row}, {column}: {why}")
            self.faults.addItem(place.format(row=row + 1, column=key.heading, why=why))
        if found:
            height = self.faults.sizeHintForRow(0) * min(len(found), _FAULTS_IN_SIGHT)
            self.faults.setFixedHeight(height + 8)
        self.faults.setVisible(bool(found))

    def _go_to_fault(self) -> None:
        found = self.model.faulty_cells()
        place = self.faults.currentRow()
        if 0 <= place < len(found):
            row, column = found[place]
            self.view.setColumnHidden(column, False)
            self.view.go_to(row, column)
            self.view.setFocus()

    def _count(self) -> None:
        if not self._wanted.campaign_id:
            return
        cells, wanted = self._services.registration_cells, self._wanted
        self._sums.ask(lambda: cells.totals(wanted), self._show_totals)

    def _show_totals(self, found: GridTotals) -> None:
        text = self.tr(
            "Tổng: {count} đăng ký · {people} người, hộ · {cost} đồng · {days} ngày công"
            " · {land} m² đất"
        )
        self.totals.setText(
            text.format(
                count=format_number(found.count),
                people=format_number(found.people),
                cost=format_number(found.cost),
                days=format_number(found.work_days),
                land=format_number(found.land_area),
            )
        )
