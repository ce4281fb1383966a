"""The preset for every table of the window (bảng)."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractProxyModel,
    QByteArray,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QSettings,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from dvk_desktop.views.icons import icon
from dvk_desktop.views.item_models.column_table import ColumnTableModel
from dvk_desktop.views.item_models.columns import COLUMN_ROLE, ID_ROLE, RECORD_ROLE, Column
from dvk_desktop.views.palettes import colours
from dvk_desktop.views.theme import ROW_HEIGHT

_KEPT_ROWS = 1000


class RecordTableView(QTableView):
    """Rows to choose, sort, copy and open (bảng).

    ``chosen`` tells that the selection changed, ``opened`` carries the record of a double click
    or Enter. Widths, order and visibility of columns are remembered under ``name`` when
    settings are given. ``setModel`` takes a model of ``item_models`` or a proxy over one.
    """

    chosen = Signal()
    opened = Signal(object)

    def __init__(
        self,
        name: str,
        title: str,
        parent: QWidget | None = None,
        *,
        settings: QSettings | None = None,
        empty_text: str = "",
    ) -> None:
        """Build it.

        Args:
            name: Names the table in the settings, such as ``registrations``.
            title: What a screen reader calls it.
            parent: The page.
            settings: Of the person; columns are remembered there.
            empty_text: One sentence that is shown when there are no rows.
        """
        super().__init__(parent)
        self.setAccessibleName(title)
        self._key = f"tables/{name}"
        self._settings = settings
        self._empty_text = empty_text
        self._is_restoring = False
        self._folded: set[int] = set()
        self._keep: tuple[list[str], str, int] = ([], "", 0)
        self._set_up_look()
        self._set_up_actions()
        self.doubleClicked.connect(self._open_index)

    def set_empty_text(self, text: str) -> None:
        """Say something else while there are no rows."""
        self._empty_text = text
        self.viewport().update()

    def use_header(self, header: QHeaderView) -> None:
        """Take headings of another kind, before there is a model."""
        self.setHorizontalHeader(header)
        self._set_up_header()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show another model and lay out its columns."""
        super().setModel(model)
        if model is None:
            return
        model.modelAboutToBeReset.connect(self._note_selection)
        model.modelReset.connect(self._restore_selection)
        # Painting a heading asks whether its whole column is chosen, row by row: 2 s for 100,000.
        header = self.horizontalHeader()
        header.setSelectionModel(QItemSelectionModel(model, header))
        self.selectionModel().selectionChanged.connect(lambda: self.chosen.emit())
        self._lay_columns()

    def columns(self) -> tuple[Column[Any], ...]:
        """Return the columns of the model."""
        model = self.model()
        side = Qt.Orientation.Horizontal
        return tuple(model.headerData(n, side, COLUMN_ROLE) for n in range(model.columnCount()))

    def selected_records(self) -> list[Any]:
        """Return the records of the selected rows, from top to bottom."""
        rows = sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)
        return [index.data(RECORD_ROLE) for index in rows]

    def selected_ids(self) -> list[str]:
        """Return the identifiers of the selected rows, from top to bottom."""
        rows = sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)
        return [index.data(ID_ROLE) for index in rows]

    def current_record(self) -> Any | None:
        """Return the record of the row with the keyboard, if any."""
        index = self.currentIndex()
        return index.data(RECORD_ROLE) if index.isValid() else None

    def select_id(self, identifier: str) -> bool:
        """Go to a record; say whether it is in the table as shown."""
        for row in self._rows_of([identifier]):
            index = self.model().index(row, self._first_shown())
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
            return True
        return False

    def copy_selection(self, *, with_headings: bool = False) -> None:
        """Put the selected rows on the clipboard as Excel expects them."""
        shown = self._shown_columns()
        lines = [[self._heading(n) for n in shown]] if with_headings else []
        for index in sorted(self.selectionModel().selectedRows(), key=QModelIndex.row):
            cells = (index.siblingAtColumn(n).data() for n in shown)
            lines.append([" ".join(str(cell or "").split()) for cell in cells])
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))

    def reset_columns(self) -> None:
        """Forget what the person changed about the columns."""
        if self._settings is not None:
            self._settings.remove(self._key)
        self._lay_columns()

    def sizeHint(self) -> QSize:
        """Ask for little; layouts give more."""
        return QSize(480, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let lesser columns step aside where there is little room."""
        super().resizeEvent(event)
        if self.model() is not None:
            self._fold_columns()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, or why there are none."""
        super().paintEvent(event)
        model = self.model()
        if self._empty_text and (model is None or model.rowCount() == 0):
            painter = QPainter(self.viewport())
            painter.setPen(colours(self.palette()).muted)
            area = self.viewport().rect().adjusted(24, 24, -24, -24)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area, int(flags), self._empty_text)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy with Ctrl+C, open with Enter."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open_index(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the actions of the table and the choice of columns."""
        menu = QMenu(self)
        menu.addActions(self.actions())
        menu.addSeparator()
        menu.addMenu(self._columns_menu(menu))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def _set_up_look(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # Tab leaves the table; arrows move inside it.
        self.setTabKeyNavigation(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        self._set_up_header()

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(48)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.sectionResized.connect(lambda: self._remember())
        header.sectionMoved.connect(lambda: self._remember())

    def _set_up_actions(self) -> None:
        copy = QAction(icon("copy"), self.tr("Sao chép"), self)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(lambda: self.copy_selection())
        both = QAction(self.tr("Sao chép cả tiêu đề cột"), self)
        both.triggered.connect(lambda: self.copy_selection(with_headings=True))
        self.addActions([copy, both])

    def _columns_menu(self, parent: QMenu) -> QMenu:
        menu = QMenu(self.tr("Cột hiển thị"), parent)
        menu.setIcon(icon("columns"))
        for number, column in enumerate(self.columns()):
            action = menu.addAction(column.heading)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(number))
            action.toggled.connect(lambda on, n=number: self._show_column(n, on))
        menu.addSeparator()
        menu.addAction(self.tr("Đặt lại các cột"), self.reset_columns)
        return menu

    def _show_column(self, number: int, is_shown: bool) -> None:
        if is_shown or len(self._shown_columns()) > 1:
            self.setColumnHidden(number, not is_shown)
            self._remember()

    def _lay_columns(self) -> None:
        self._is_restoring = True
        self._folded.clear()
        header = self.horizontalHeader()
        columns = self.columns()
        for number, column in enumerate(columns):
            mode = (
                QHeaderView.ResizeMode.Stretch
                if column.stretch
                else QHeaderView.ResizeMode.Interactive
            )
            header.setSectionResizeMode(number, mode)
            header.moveSection(header.visualIndex(number), number)
            self.setColumnWidth(number, column.width)
            self.setColumnHidden(number, column.is_hidden)
        self._restore_columns()
        self._is_restoring = False
        # After the columns are known, or every paged source would be sorted at once.
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)

    def _fold_columns(self) -> None:
        self._is_restoring = True
        width = self.viewport().width()
        for number, column in enumerate(self.columns()):
            is_narrow = width < column.fold_below
            if is_narrow and not self.isColumnHidden(number):
                self._folded.add(number)
                self.setColumnHidden(number, True)
            elif not is_narrow and number in self._folded:
                self._folded.discard(number)
                self.setColumnHidden(number, False)
        self._is_restoring = False

    def _restore_columns(self) -> None:
        if self._settings is None:
            return
        keys = ",".join(column.key for column in self.columns())
        state = self._settings.value(f"{self._key}/state")
        # A program with other columns begins anew.
        if self._settings.value(f"{self._key}/columns") == keys and isinstance(state, QByteArray):
            self.horizontalHeader().restoreState(state)

    def _remember(self) -> None:
        if self._settings is None or self._is_restoring or self.model() is None or self._folded:
            return
        keys = ",".join(column.key for column in self.columns())
        self._settings.setValue(f"{self._key}/columns", keys)
        self._settings.setValue(f"{self._key}/state", self.horizontalHeader().saveState())

    def _note_selection(self) -> None:
        current = self.currentIndex().data(ID_ROLE) or ""
        ranges = self.selectionModel().selection()
        count = sum(ranges.at(number).height() for number in range(ranges.count()))
        # To name a hundred thousand rows would mean to read them all.
        identifiers = self.selected_ids() if count <= _KEPT_ROWS else []
        self._keep = (identifiers, current, self.verticalScrollBar().value())

    def _restore_selection(self) -> None:
        identifiers, current, scrolled = self._keep
        self.verticalScrollBar().setValue(scrolled)
        flags = QItemSelectionModel.SelectionFlag
        selection = self.selectionModel()
        for row in self._rows_of([current] if current else []):
            index = self.model().index(row, self._first_shown())
            selection.setCurrentIndex(index, flags.NoUpdate)
        chosen = QItemSelection()
        for row in self._rows_of(identifiers):
            index = self.model().index(row, 0)
            chosen.select(index, index)
        if not chosen.isEmpty():
            selection.select(chosen, flags.Select | flags.Rows)

    def _rows_of(self, identifiers: Sequence[str]) -> list[int]:
        """Return the rows of identifiers, as shown; of a paged table only those at hand."""
        model = self.model()
        proxy = model if isinstance(model, QAbstractProxyModel) else None
        source = proxy.sourceModel() if proxy is not None else model
        if not isinstance(source, ColumnTableModel):
            return []
        rows = (source.row_of(identifier) for identifier in identifiers)
        found = [source.index(row, 0) for row in rows if row >= 0]
        if proxy is not None:
            found = [proxy.mapFromSource(index) for index in found]
        return [index.row() for index in found if index.isValid()]

    def _open_index(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(RECORD_ROLE))

    def _shown_columns(self) -> list[int]:
        header = self.horizontalHeader()
        order = (header.logicalIndex(place) for place in range(header.count()))
        return [number for number in order if not self.isColumnHidden(number)]

    def _first_shown(self) -> int:
        return self._shown_columns()[0]

    def _heading(self, number: int) -> str:
        return str(self.model().headerData(number, Qt.Orientation.Horizontal))
