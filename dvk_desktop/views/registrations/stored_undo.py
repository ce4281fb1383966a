"""Ctrl+Z and Ctrl+Y where each act is stored at once (hoàn tác việc đã lưu)."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.office import ChangeSetRow
from dvk_desktop.services.keeping.history import HistoryService
from dvk_desktop.views import messages
from dvk_desktop.views.change_bus import ChangeBus


class StoredUndo(QObject):
    """Takes the last stored change back while a widget has the keyboard (hoàn tác việc đã lưu)."""

    def __init__(self, history: HistoryService, bus: ChangeBus, place: QWidget) -> None:
        super().__init__(place)
        self._history = history
        self._bus = bus
        self._place = place
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, slot in (("Ctrl+Z", self.undo), ("Ctrl+Y", self.redo)):
            shortcut = QShortcut(QKeySequence(keys), place, context=within)
            shortcut.activated.connect(slot)

    def undo(self) -> None:
        """Take the last change of the office back."""
        self._turn(self._history.last_undoable(), self.tr("Không còn gì để hoàn tác."))

    def redo(self) -> None:
        """Let hold again what was taken back last."""
        self._turn(self._history.last_redoable(), self.tr("Không còn gì để làm lại."))

    def _turn(self, entry: ChangeSetRow | None, nothing: str) -> None:
        if entry is None:
            messages.tell(self._place, nothing)
            return
        try:
            changes = self._history.undo(entry.id)
        except DvkError as error:
            messages.show_error(self._place, error)
            return
        self._bus.publish(changes)
        # The undoing itself is named after what it took back or let hold again.
        messages.tell(self._place, self._history.recent(1)[0].title)
