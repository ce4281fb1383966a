"""Ctrl+Z and Ctrl+Y of the entry grid: typed and stored acts in one order (hoàn tác bảng nhập)."""

from PySide6.QtCore import QObject, Signal

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.office import ChangeSetRow
from dvk_desktop.services.keeping.history import HistoryService
from dvk_desktop.views import messages
from dvk_desktop.views.registrations.grid_store import GridStore
from dvk_desktop.views.registrations.local_edits import LocalEdit
from dvk_desktop.views.widgets.grid_view import GridView


class GridUndo(QObject):
    """Takes back what was done last, whether it is stored yet or not (hoàn tác bảng nhập).

    ``changed`` carries what is to be read again; ``turned`` meanwhile holds the registrations
    that were touched, None for all.
    """

    changed = Signal(object)

    def __init__(self, history: HistoryService, store: GridStore, view: GridView) -> None:
        super().__init__(view)
        self._history = history
        self._store = store
        self._view = view
        self.turned: tuple[str, ...] | None = None

    def undo(self) -> None:
        """Take the last act back: what was typed into the grid, or a change of the office."""
        local, stored = self._store.local.last_done(), self._history.last_undoable()
        if local is not None and (stored is None or stored.number <= local.number):
            is_joint = stored is not None and stored.id == local.change_set
            self._turn_local(local, stored if is_joint else None, is_undoing=True)
        elif stored is None:
            messages.tell(self._view, self.tr("Không còn gì để hoàn tác."))
        elif self._turn_stored(stored):
            self._tell_stored(is_undoing=True)

    def redo(self) -> None:
        """Let hold again what was taken back last."""
        local, stored = self._store.local.last_undone(), self._history.last_redoable()
        if stored is not None and stored.number <= self._store.local.since:
            stored = None
        if local is not None and (stored is None or stored.number <= local.turned):
            is_joint = stored is not None and local.change_set and stored.number == local.turned
            self._turn_local(local, stored if is_joint else None, is_undoing=False)
        elif stored is None:
            messages.tell(self._view, self.tr("Không còn gì để làm lại."))
        elif self._turn_stored(stored):
            self._tell_stored(is_undoing=False)

    def _turn_local(self, edit: LocalEdit, joint: ChangeSetRow | None, *, is_undoing: bool) -> None:
        if joint is not None and not self._turn_stored(joint):
            return
        row, field = self._store.local.turn(is_undoing=is_undoing)
        self._store.keep(lasting=True)
        model = self._view.grid_model()
        model.reread()
        fields = [column.key for column in model.columns]
        if field in fields and row >= 0:
            self._view.go_to(min(row, model.row_total() - 1), fields.index(field))
        self._store.done.emit()
        told = self.tr("Hoàn tác: {title}") if is_undoing else self.tr("Làm lại: {title}")
        self._tell(told.format(title=edit.title), is_undoing=is_undoing)

    def _turn_stored(self, entry: ChangeSetRow) -> bool:
        try:
            changes: Changes = self._history.undo(entry.id)
        except DvkError as error:
            messages.show_error(self._view, error)
            return False
        self.turned = self._history.registrations_changed(entry.id)
        self.changed.emit(changes)
        self.turned = None
        self._store.done.emit()
        return True

    def _tell_stored(self, *, is_undoing: bool) -> None:
        # The undoing itself is named after what it took back or let hold again.
        self._tell(self._history.recent(1)[0].title, is_undoing=is_undoing)

    def _tell(self, told: str, *, is_undoing: bool) -> None:
        following = self._following() if is_undoing else ""
        if following:
            more = self.tr("{told}. Ctrl+Z tiếp theo: {following}.")
            told = more.format(told=told, following=following)
        messages.tell(self._view, told)

    def _following(self) -> str:
        local, stored = self._store.local.last_done(), self._history.last_undoable()
        if local is not None and (stored is None or stored.number <= local.number):
            return local.title
        return "" if stored is None else stored.title
