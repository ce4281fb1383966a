"""Search in everything, from any page (tìm kiếm chung)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from dvk_desktop.views.icons import icon
from dvk_desktop.views.widgets.search_box import SearchBox

_ROWS_SHOWN = 9
_ROW = 34


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One result: which page shows it, and what it is (kết quả tìm)."""

    page_key: str
    record_id: str
    text: str
    detail: str = ""
    icon: str = "file-text"


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
            row = max(0, min(results.count() - 1, results.currentRow() + step))
            results.setCurrentRow(row)
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
        results.setUniformItemSizes(True)
        for hit in self._hits:
            shown = f"{hit.text}   ·   {hit.detail}" if hit.detail else hit.text
            QListWidgetItem(icon(hit.icon), shown, results).setSizeHint(QSize(0, _ROW))
        if text and not self._hits:
            item = QListWidgetItem(self.tr("Không tìm thấy “{text}”.").format(text=text), results)
            item.setSizeHint(QSize(0, _ROW))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        elif self._hits:
            results.setCurrentRow(0)
        results.setVisible(bool(text))
        if text:
            self._place(results)

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
        rows = min(_ROWS_SHOWN, max(1, results.count()))
        results.setGeometry(corner.x(), corner.y(), max(self.width(), 520), rows * _ROW + 10)
        results.raise_()

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._hits):
            hit = self._hits[row]
            self._results().hide()
            self.opened.emit(hit)
