"""Search in everything, from any page (tìm kiếm chung)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from dvk_desktop.views.icons import icon
from dvk_desktop.views.widgets.search_box import SearchBox

_ROW, _HEADING = 34, 28
_WIDTH, _MARGIN = 560, 8


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One result: which page shows it, what it is, and the heading above its kind (kết quả)."""

    page_key: str
    record_id: str
    text: str
    detail: str = ""
    icon: str = "file-text"
    group: str = ""


Searcher = Callable[[str], Sequence[SearchHit]]


class GlobalSearch(SearchBox):
    """A search box with a list of results below it (tìm kiếm chung).

    The list is part of the window, not a window of its own, and the keyboard stays in the box:
    so input methods are not disturbed. Down and Up choose, Enter opens, Escape closes.
    """

    opened = Signal(object)

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent)
        self._searcher: Searcher | None = None
        self._hits: tuple[SearchHit, ...] = ()
        self._rows: list[SearchHit | None] = []
        self._list: QListWidget | None = None
        self.searched.connect(self._find)

    def set_searcher(self, searcher: Searcher | None) -> None:
        """Look things up with this function; it is called in the GUI thread."""
        self._searcher = searcher

    def hits(self) -> tuple[SearchHit, ...]:
        """Return the results that are shown."""
        return self._hits

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose and open results; everything else is typing."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        results = self._list
        if results is None or not results.isVisible():
            super().keyPressEvent(event)
        elif step:
            self._step(results, step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(results.currentRow())
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hide the results when the window changes under them."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move} and self._list is not None:
            self._list.hide()
        return super().eventFilter(watched, event)

    def _find(self, text: str) -> None:
        if self._searcher is None:
            return
        self._hits = tuple(self._searcher(text)) if text else ()
        results = self._results()
        results.clear()
        self._rows = []
        for hit in self._hits:
            self._add(results, hit)
        if text and not self._hits:
            item = QListWidgetItem(self.tr("Không tìm thấy “{text}”.").format(text=text), results)
            item.setSizeHint(QSize(0, _ROW))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        elif self._hits:
            results.setCurrentRow(self._rows.index(self._hits[0]))
        results.setVisible(bool(text))
        if text:
            self._place(results)

    def _add(self, results: QListWidget, hit: SearchHit) -> None:
        """Add a result, below the name of its kind where that begins."""
        before = next((one.group for one in reversed(self._rows) if one is not None), "")
        if hit.group and hit.group != before:
            heading = QListWidgetItem(hit.group, results)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            heading.setSizeHint(QSize(0, _HEADING))
            font = results.font()
            font.setBold(True)
            heading.setFont(font)
            self._rows.append(None)
        shown = f"{hit.text}   ·   {hit.detail}" if hit.detail else hit.text
        item = QListWidgetItem(icon(hit.icon), shown, results)
        item.setSizeHint(QSize(0, _ROW))
        item.setToolTip(shown)
        self._rows.append(hit)

    def _step(self, results: QListWidget, step: int) -> None:
        """Go to the next result, passing over headings."""
        row = results.currentRow() + step
        while 0 <= row < len(self._rows) and self._rows[row] is None:
            row += step
        if 0 <= row < len(self._rows):
            results.setCurrentRow(row)
            # With the first result its heading comes into sight too.
            results.scrollToItem(results.item(max(0, row - 1)))
            results.scrollToItem(results.item(row))

    def _results(self) -> QListWidget:
        if self._list is None:
            self._list = QListWidget(self.window())
            self._list.setObjectName("search_results")
            self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._list.setAccessibleName(self.tr("Kết quả tìm kiếm"))
            self._list.setIconSize(QSize(18, 18))
            self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._list.itemClicked.connect(lambda: self._open(self._results().currentRow()))
            self.window().installEventFilter(self)
        return self._list

    def _place(self, results: QListWidget) -> None:
        corner = self.mapTo(self.window(), QPoint(0, self.height() + 2))
        headings = self._rows.count(None)
        height = max(1, len(self._hits)) * _ROW + headings * _HEADING + 10
        room = self.window().size() - QSize(_MARGIN, corner.y() + _MARGIN)
        width = min(max(self.width(), _WIDTH), room.width() - _MARGIN)
        left = max(_MARGIN, min(corner.x(), room.width() - width))
        results.setGeometry(left, corner.y(), width, max(_ROW, min(height, room.height())))
        results.raise_()

    def _open(self, row: int) -> None:
        hit = self._rows[row] if 0 <= row < len(self._rows) else None
        if hit is not None:
            self._results().hide()
            self.opened.emit(hit)
