"""A table whose numbers are typed straight into the cells (bảng kiểm phiếu)."""

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QWidget

from dvk_desktop.views.widgets.record_table_view import RecordTableView


class BallotTableView(RecordTableView):
    """Numbers are typed straight into the cells; Enter goes down, Tab right (bảng kiểm phiếu)."""

    def __init__(self, title: str, settings: QSettings | None, empty_text: str) -> None:
        super().__init__("ballots", title, settings=settings, empty_text=empty_text)
        triggers = RecordTableView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed
        )
        self.setTabKeyNavigation(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down with Enter as in Excel."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif self.state() is not self.State.EditingState:
            self._go_down()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go down after Enter in a cell."""
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go_down()

    def _go_down(self) -> None:
        below = self.currentIndex().siblingAtRow(self.currentIndex().row() + 1)
        if below.isValid():
            self.setCurrentIndex(below)
