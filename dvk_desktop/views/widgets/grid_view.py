"""A table to type into with the keys of Excel (bảng nhập)."""

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QMimeData,
    QSettings,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from dvk_desktop.domain.clipboard_table import Table, as_html, as_text, read_table
from dvk_desktop.views.item_models.column_table import Index
from dvk_desktop.views.item_models.columns import ID_ROLE
from dvk_desktop.views.item_models.registration_grid import RegistrationGridModel
from dvk_desktop.views.widgets.filter_header import FilterHeader
from dvk_desktop.views.widgets.grid_blocks import Cells, area_of, covered_cells, whole_rows
from dvk_desktop.views.widgets.grid_delegates import GridDelegate
from dvk_desktop.views.widgets.record_table_view import RecordTableView

_FLAGS = QItemSelectionModel.SelectionFlag
_CONTROL = Qt.KeyboardModifier.ControlModifier
_MOST_CELLS = 200_000
_Acts = dict[tuple[Qt.KeyboardModifier, int], Callable[[], object]]


class GridView(RecordTableView):
    """Cells to type, copy, paste and fill (bảng nhập).

    ``edited`` carries the cells that a block act changes; ``left`` the row that the keyboard
    left. The shortcuts of undoing and of removing rows are signals: what they mean is for the
    owner to say.
    """

    edited = Signal(list)
    left = Signal(int)
    undo_asked = Signal()
    redo_asked = Signal()
    remove_asked = Signal()
    resized = Signal()

    def __init__(
        self,
        name: str,
        title: str,
        parent: QWidget | None = None,
        *,
        settings: QSettings | None = None,
    ) -> None:
        super().__init__(name, title, parent, settings=settings)
        self.use_header(FilterHeader())
        self._anchor = (0, 0)
        self._tabbed = (-1, -1, -1)
        self.frozen_width = 0
        self.delegate = GridDelegate(self)
        self.delegate.moved.connect(self.move_by)
        self.setItemDelegate(self.delegate)
        self.setShowGrid(True)
        self.setAlternatingRowColors(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.setTabKeyNavigation(False)
        rows = self.verticalHeader()
        rows.show()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)

    def grid_model(self) -> RegistrationGridModel:
        """Return the model."""
        model = self.model()
        assert isinstance(model, RegistrationGridModel)
        return model

    def move_by(self, rows: int, columns: int) -> None:
        """Go to another cell; a step beyond the last column goes to the next row."""
        current = self.currentIndex()
        shown = self._shown_columns()
        if not current.isValid() or not shown:
            return
        row = current.row() + rows
        column = self._first_of_tabs() if rows else current.column()
        place = shown.index(column) if column in shown else 0
        place += columns
        if place >= len(shown) or place < 0:
            row += 1 if place > 0 else -1
            place = 0 if place > 0 else len(shown) - 1
        if 0 <= row < self.model().rowCount():
            first = self._first_of_tabs()
            self.go_to(row, shown[place])
            self._tabbed = (row, shown[place], first) if columns else (-1, -1, -1)

    def _first_of_tabs(self) -> int:
        """Return the column in which the run of Tab began that ends here, as Excel does."""
        current = self.currentIndex()
        is_run = self._tabbed[:2] == (current.row(), current.column())
        return self._tabbed[2] if is_run else current.column()

    def go_to(self, row: int, column: int) -> None:
        """Choose one cell, whatever keys are held down."""
        index = self.model().index(row, column)
        self.selectionModel().setCurrentIndex(index, _FLAGS.ClearAndSelect)
        self.scrollTo(index)

    def take_open_editor(self) -> None:
        """Take what the open editor holds and close it."""
        editor = self.indexWidget(self.currentIndex())
        if editor is not None and self.state() == QAbstractItemView.State.EditingState:
            self.delegate.commitData.emit(editor)
            self.delegate.closeEditor.emit(editor)

    def shown_columns(self) -> list[int]:
        """Return the columns that are shown, from left to right."""
        return self._shown_columns()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into sight, and not below the columns that stay."""
        super().scrollTo(index, hint)
        hidden = self.frozen_width - self.visualRect(index).left()
        if self.frozen_width and hidden > 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of another size."""
        super().resizeEvent(event)
        self.resized.emit()

    def chosen_cells(self) -> tuple[list[int], list[int]]:
        """Return the rows and the shown columns that the selection spans."""
        ranges = self.selectionModel().selection()
        parts = [ranges.at(number) for number in range(ranges.count())]
        if not parts:
            current = self.currentIndex()
            return ([current.row()], [current.column()]) if current.isValid() else ([], [])
        rows = sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})
        wanted = {n for part in parts for n in range(part.left(), part.right() + 1)}
        return rows, [n for n in self._shown_columns() if n in wanted]

    def block(self, *, with_headings: bool = False) -> Table:
        """Return the texts of the selection; cells inside its frame but not chosen are empty."""
        rows, columns = self.chosen_cells()
        rows = rows[: _MOST_CELLS // max(1, len(columns))]
        selection, model = self.selectionModel(), self.model()
        table = [[self._heading(n) for n in columns]] if with_headings else []
        for row in rows:
            found = (model.index(row, n) for n in columns)
            table.append([str(i.data() or "") if selection.isSelected(i) else "" for i in found])
        return table

    def copy_selection(self, *, with_headings: bool = False) -> None:
        """Put the chosen cells on the clipboard, as text and as an HTML table."""
        table = self.block(with_headings=with_headings)
        content = QMimeData()
        content.setText(as_text(table))
        content.setHtml(as_html(table))
        QGuiApplication.clipboard().setMimeData(content)

    def cut(self) -> None:
        """Copy the chosen cells, then empty them."""
        self.copy_selection()
        self.clear_cells()

    def clear_cells(self) -> None:
        """Empty the chosen cells that may be changed."""
        self._emit([(row, n, "") for row, n in self._open_cells() if self._text(row, n)])

    def paste(self) -> None:
        """Put the block on the clipboard over the cells from the selection on."""
        content = QGuiApplication.clipboard().mimeData()
        table = read_table(content.text(), content.html() if content.hasHtml() else "")
        rows, columns = self.chosen_cells()
        if not table or not rows or not columns:
            return
        cells = covered_cells(table, rows, columns, self._shown_columns())
        stored = self.grid_model().stored_total
        self._emit(cells)
        # As in Excel; not where rows of the block changed their places by being stored.
        if not self.grid_model().drafts or self.grid_model().stored_total == stored:
            self.selectionModel().select(area_of(self.model(), cells), _FLAGS.ClearAndSelect)

    def fill_down(self) -> None:
        """Repeat the first chosen row in the others; one row takes the one above."""
        rows, columns = self.chosen_cells()
        if not rows:
            return
        source, targets = (rows[0], rows[1:]) if len(rows) > 1 else (rows[0] - 1, rows)
        if source < 0:
            return
        is_open = self.grid_model().is_open
        cells = [(row, n) for row in targets for n in columns if is_open(row, n)]
        self._emit([(row, n, self._text(source, n)) for row, n in cells])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what Excel does."""
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif not self._act_on(event) and not self._move_on(event):
            super(RecordTableView, self).keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row was left."""
        super().currentChanged(current, previous)
        if previous.isValid() and previous.row() != current.row():
            self.left.emit(previous.row())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the cells under the pointer."""
        index = self.indexAt(event.pos())
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        super().contextMenuEvent(event)

    def _act_on(self, event: QKeyEvent) -> bool:
        keys = QKeySequence.StandardKey
        acts = (
            (keys.Undo, self.undo_asked.emit),
            (keys.Redo, self.redo_asked.emit),
            (keys.Copy, self.copy_selection),
            (keys.Cut, self.cut),
            (keys.Paste, self.paste),
        )
        for key, act in acts:
            if event.matches(key):
                act()
                return True
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shortcuts: _Acts = {
            (_CONTROL, Qt.Key.Key_D): self.fill_down,
            (_CONTROL, Qt.Key.Key_Y): self.redo_asked.emit,
            (_CONTROL, Qt.Key.Key_Minus): self.remove_asked.emit,
            (Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Space): self.choose_rows,
        }
        act_of_key = shortcuts.get((held, event.key()))
        if act_of_key is not None:
            act_of_key()
        return act_of_key is not None

    def choose_rows(self) -> None:
        """Choose the rows of the chosen cells whole."""
        rows = self.chosen_cells()[0]
        self.selectionModel().select(whole_rows(self.model(), rows), _FLAGS.ClearAndSelect)

    def _jump(self, key: int) -> bool:
        """Go to an edge of the rows, and choose just that cell."""
        current, shown = self.currentIndex(), self._shown_columns()
        bottom = max(0, self.grid_model().stored_total - 1)
        ends = {
            Qt.Key.Key_Home: (0, shown[0]),
            Qt.Key.Key_End: (bottom, shown[-1]),
            Qt.Key.Key_Up: (0, current.column()),
            Qt.Key.Key_Down: (bottom, current.column()),
            Qt.Key.Key_Left: (current.row(), shown[0]),
            Qt.Key.Key_Right: (current.row(), shown[-1]),
        }
        if key not in ends:
            return False
        self.go_to(*ends[Qt.Key(key)])
        return True

    def _move_on(self, event: QKeyEvent) -> bool:
        # Qt would move the frame only, and leave the chosen cells behind for the next act.
        if event.modifiers() == _CONTROL and self._jump(event.key()):
            return True
        back = -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        match event.key():
            case Qt.Key.Key_Tab:
                self.move_by(0, back)
            case Qt.Key.Key_Backtab:
                self.move_by(0, -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.modifiers() & _CONTROL:
                self.move_by(back, 0)
            case Qt.Key.Key_Delete:
                self.clear_cells()
            case _:
                return False
        return True

    def event(self, event: QEvent) -> bool:
        """Keep Tab inside the grid; Ctrl+Tab leaves it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_plain = not event.modifiers() & _CONTROL
            if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab} and is_plain:
                self.keyPressEvent(event)
                return True
        return super().event(event)

    def _open_cells(self) -> list[tuple[int, int]]:
        rows, columns = self.chosen_cells()
        model, selection = self.grid_model(), self.selectionModel()
        return [
            (row, n)
            for row in rows
            for n in columns
            if selection.isSelected(model.index(row, n)) and model.is_open(row, n)
        ]

    def _emit(self, cells: Cells) -> None:
        if cells:
            self.edited.emit(cells[:_MOST_CELLS])

    def _text(self, row: int, column: int) -> str:
        return str(self.model().index(row, column).data() or "")

    def _note_selection(self) -> None:
        current = self.currentIndex()
        self._anchor = (current.row(), current.column())
        self._keep = ([], str(current.data(ID_ROLE) or ""), self.verticalScrollBar().value())

    def _restore_selection(self) -> None:
        _, identifier, scrolled = self._keep
        row, column = self._anchor
        found = self.grid_model().row_of(identifier) if identifier else row
        if column < 0:
            return
        row = max(0, min(found if found >= 0 else row, self.model().rowCount() - 1))
        index = self.model().index(row, column)
        self.selectionModel().setCurrentIndex(index, _FLAGS.ClearAndSelect)
        self.verticalScrollBar().setValue(scrolled)
