"""The list of pages at the left (thanh điều hướng)."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from dvk_desktop.views.icons import icon
from dvk_desktop.views.page import PageEntry

_WIDE, _NARROW = 188, 52
_ROW = 38


class Navigation(QListWidget):
    """Pages with icons, which can be folded to icons only (thanh điều hướng)."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[PageEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setAccessibleName(self.tr("Các trang"))
        self.setIconSize(QSize(20, 20))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self._entries = tuple(entries)
        for number, entry in enumerate(self._entries, start=1):
            item = QListWidgetItem(icon(entry.icon), entry.title, self)
            item.setSizeHint(QSize(0, _ROW))
            item.setToolTip(f"{entry.title} (Ctrl+{number})" if number < 10 else entry.title)
        self.set_folded(False)
        self.currentRowChanged.connect(lambda row: self.chosen.emit(self._entries[row].key))

    @property
    def is_folded(self) -> bool:
        """Whether only icons are shown."""
        return self.minimumWidth() == _NARROW

    def set_folded(self, is_folded: bool) -> None:
        """Show icons only, or icons and words."""
        self.setFixedWidth(_NARROW if is_folded else _WIDE)
        for row, entry in enumerate(self._entries):
            item = self.item(row)
            item.setText("" if is_folded else entry.title)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.title)

    def show_current(self, key: str) -> None:
        """Mark a page without choosing it again."""
        keys = [entry.key for entry in self._entries]
        self.blockSignals(True)
        self.setCurrentRow(keys.index(key))
        self.blockSignals(False)
