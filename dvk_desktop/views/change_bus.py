"""Tells the pages what has changed (thông báo thay đổi)."""

from PySide6.QtCore import QObject, Signal

from dvk_desktop.domain.changes import Changes


class ChangeBus(QObject):
    """One signal for the whole window; who changed something publishes it here (kênh báo tin)."""

    changed = Signal(object)

    def publish(self, changes: Changes) -> None:
        """Tell all pages, unless nothing changed; call it in the GUI thread."""
        if changes:
            self.changed.emit(changes)
