"""The same model in other years, each a click away (các năm khác của mô hình)."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dvk_desktop.domain.records.registration import EarlierRow
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.labels import text_label
from dvk_desktop.views.widgets.link_row import LinkRow


class RegistrationYears(QWidget):
    """Year, state and decision of each; ``opened`` carries the registration (các năm khác)."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[LinkRow, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 12, 0, 0)
        self._layout.setSpacing(2)
        title = text_label(self.tr("Các năm khác của mô hình này"), "label")
        self._layout.addWidget(title)
        self.hide()

    def show_years(self, rows: Sequence[EarlierRow]) -> None:
        """Show other years, or nothing when the model has just this one."""
        for line in self.lines:
            self._layout.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = tuple(LinkRow(str(row.year), self._text(row)) for row in rows)
        for line, row in zip(self.lines, rows, strict=True):
            line.setToolTip(row.name)
            line.clicked.connect(partial(self.opened.emit, row.id))
            self._layout.addWidget(line)
        self.setVisible(bool(rows))

    def _text(self, row: EarlierRow) -> str:
        state = worded(row.state.label)
        if row.unit_name:
            state = self.tr("{unit} · {state}").format(unit=row.unit_name, state=state)
        if not row.decision:
            return state
        return self.tr("{state} · Quyết định {number}").format(state=state, number=row.decision)
