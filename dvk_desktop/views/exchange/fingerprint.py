"""A fingerprint in groups that can be read out over the telephone (dấu vân tay)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from dvk_desktop.views.widgets.labels import text_label


class FingerprintLabel(QWidget):
    """Shows groups of digits, some to a line, large enough to read out (dấu vân tay)."""

    def __init__(
        self, fingerprint: str = "", parent: QWidget | None = None, *, per_line: int = 8
    ) -> None:
        super().__init__(parent)
        self._per_line = per_line
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(per_line, 1)
        self._text = ""
        self.show_fingerprint(fingerprint)

    def text(self) -> str:
        """Return the fingerprint as it is shown."""
        return self._text

    def show_fingerprint(self, fingerprint: str) -> None:
        """Show another one."""
        if fingerprint == self._text:
            return
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._text = fingerprint
        self.setAccessibleName(fingerprint)
        for number, group in enumerate(fingerprint.split()):
            label = text_label(group, "digits")
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(label, number // self._per_line, number % self._per_line)
