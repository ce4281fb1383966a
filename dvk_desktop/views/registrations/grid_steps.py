"""Takes the chosen rows of the entry grid on (chuyển bước từ bảng nhập)."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.views import messages
from dvk_desktop.views.icons import icon
from dvk_desktop.views.registrations.editor import as_row
from dvk_desktop.views.registrations.grid_store import GridStore
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.grid_view import GridView

_ICONS = {
    RegistrationAction.SUBMIT: "transfer",
    RegistrationAction.ACCEPT: "circle-check",
    RegistrationAction.RETURN: "arrow-back-up",
}


class GridSteps(QObject):
    """Adds the steps to the menu of the grid (chuyển bước từ bảng nhập).

    ``asked`` carries the registrations of the chosen rows, and the action; ``remove_asked`` those
    that are to be removed.
    """

    asked = Signal(list, object)
    remove_asked = Signal(list)

    def __init__(self, view: GridView, store: GridStore) -> None:
        super().__init__(view)
        self._view = view
        self._store = store
        self._model = store.model
        remove = QAction(icon("trash"), self.tr("Xóa dòng (Ctrl+-)"), view)
        remove.triggered.connect(lambda: self.remove())
        view.addAction(remove)
        view.remove_asked.connect(self.remove)
        for step, name in _ICONS.items():
            text = self.tr("{action} – các dòng đã chọn…").format(action=worded(step.label))
            action = QAction(icon(name), text, view)
            action.triggered.connect(partial(self.take, step))
            view.addAction(action)

    def go_to_item(self, record_id: str, field: str) -> bool:
        """Go to one cell of a registration; say whether it is in the grid."""
        fields = [column.key for column in self._model.columns]
        row = self._model.row_of(record_id)
        if row < 0 or field not in fields:
            return False
        self._view.setColumnHidden(fields.index(field), False)
        self._view.go_to(row, fields.index(field))
        self._view.setFocus()
        return True

    def remove(self) -> None:
        """Remove the chosen rows: those not stored at once, of the others it is asked."""
        self._view.take_open_editor()
        rows = self._view.chosen_cells()[0]
        records = [record for row in rows if (record := self._model.record(row)) is not None]
        gone = self._store.remove_rows(rows)
        if records:
            self.remove_asked.emit([as_row(record) for record in records])
        elif gone:
            text = self.tr("Đã xóa {count} dòng chưa lưu. Ctrl+Z để lấy lại.")
            messages.tell(self._view, text.format(count=gone))

    def take(self, action: RegistrationAction) -> None:
        """Ask for a step with the stored rows among those that are chosen."""
        self._view.take_open_editor()
        records = (self._model.record(row) for row in self._view.chosen_cells()[0])
        rows = [as_row(record) for record in records if record is not None]
        if rows:
            self.asked.emit(rows, action)
