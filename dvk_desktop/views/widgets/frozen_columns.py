"""The first columns of a grid, kept in sight while the rest moves (cột cố định)."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, QSettings, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from dvk_desktop.views.widgets.filter_header import FilterHeader
from dvk_desktop.views.widgets.grid_delegates import GridDelegate
from dvk_desktop.views.widgets.grid_view import GridView


class FrozenColumns(QTableView):
    """Lies over the left edge of a grid while it is moved to the right (cột cố định).

    It only shows; a click goes to the cell in the grid itself, which moves back to it.
    """

    def __init__(self, grid: GridView, settings: QSettings, key: str) -> None:
        super().__init__(grid)
        self._grid = grid
        self._settings = settings
        self._key = key
        self._count = int(str(settings.value(key, 1)))
        self.setModel(grid.model())
        self.setSelectionModel(grid.selectionModel())
        self.setItemDelegate(GridDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setAutoScroll(False)
        self.setVerticalScrollMode(grid.verticalScrollMode())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header = FilterHeader()
        self.setHorizontalHeader(self.header)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(grid.verticalHeader().defaultSectionSize())
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        # Headings that shared the choice of cells would forget it when rows are read anew.
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSelectionModel(QItemSelectionModel(grid.model(), header))
        self.hide()
        self._connect()

    @property
    def count(self) -> int:
        """How many columns stay in sight."""
        return self._count

    def freeze(self, count: int) -> None:
        """Keep so many of the first shown columns in sight."""
        self._count = count
        self._settings.setValue(self._key, count)
        self.lay_out()

    def reset(self) -> None:
        """Leave the choice of cells to the grid, which shares it and has chosen them again."""
        selection = self.selectionModel()
        current, chosen = selection.currentIndex(), selection.selection()
        super().reset()
        if current.isValid():
            selection.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            selection.setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)

    def lay_out(self) -> None:
        """Show the columns where the grid has moved them out of sight."""
        grid = self._grid
        shown = grid.shown_columns()[: self._count]
        is_moved = grid.horizontalScrollBar().value() > 0
        width = sum(grid.columnWidth(number) for number in shown)
        fits = width < grid.viewport().width() * 2 // 3
        grid.frozen_width = width if fits else 0
        if not shown or not is_moved or not fits:
            self.hide()
            return
        header, own = grid.horizontalHeader(), self.horizontalHeader()
        for number in range(grid.model().columnCount()):
            self.setColumnHidden(number, number not in shown)
        for place, number in enumerate(shown):
            own.moveSection(own.visualIndex(number), place)
            self.setColumnWidth(number, grid.columnWidth(number))
        own.setFixedHeight(header.height())
        left = grid.viewport().geometry().left()
        height = header.height() + grid.viewport().height()
        area = QRect(left, header.geometry().top(), width, height)
        # The border of tables is drawn around the cells; theirs have to lie on those of the grid.
        self.setGeometry(area.adjusted(-1, -1, 1, 1))
        self.show()
        self.raise_()
        self.verticalScrollBar().setValue(grid.verticalScrollBar().value())

    def _connect(self) -> None:
        grid = self._grid
        down, own = grid.verticalScrollBar(), self.verticalScrollBar()
        down.valueChanged.connect(own.setValue)
        own.valueChanged.connect(down.setValue)
        grid.horizontalScrollBar().valueChanged.connect(lambda: self.lay_out())
        grid.resized.connect(self.lay_out)
        header = grid.horizontalHeader()
        header.sectionResized.connect(lambda: self.lay_out())
        header.sectionMoved.connect(lambda: self.lay_out())
        self.pressed.connect(self._go_to)

    def _go_to(self, index: QModelIndex) -> None:
        self._grid.go_to(index.row(), index.column())
        self._grid.setFocus()
