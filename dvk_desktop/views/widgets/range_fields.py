"""From-to fields for numbers and dates (từ … đến …)."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dvk_desktop.domain.records.column_condition import ColumnCondition
from dvk_desktop.views.widgets.date_edit import DateEdit
from dvk_desktop.views.widgets.labels import text_label
from dvk_desktop.views.widgets.number_edit import NumberEdit


class RangeFields(QWidget):
    """Two fields of numbers or dates; either may stay empty (từ … đến …)."""

    changed = Signal()

    def __init__(self, condition: ColumnCondition, *, is_date: bool) -> None:
        super().__init__()
        self._is_date = is_date
        self.low, self.high = (DateEdit() if is_date else NumberEdit() for _ in range(2))
        self.low.setAccessibleName(self.tr("Từ"))
        self.high.setAccessibleName(self.tr("Đến"))
        for field, text in ((self.low, condition.low), (self.high, condition.high)):
            if isinstance(field, DateEdit):
                field.set_value(date.fromisoformat(text) if text else None)
            else:
                field.set_value(Decimal(text) if text else None)
            field.setMinimumWidth(96)
            field.textChanged.connect(lambda: self.changed.emit())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(text_label(self.tr("Từ"), "label"))
        layout.addWidget(self.low, 1)
        layout.addWidget(text_label(self.tr("đến"), "label"))
        layout.addWidget(self.high, 1)

    @property
    def is_valid(self) -> bool:
        """Whether both fields are empty or can be read."""
        return self.low.is_valid() and self.high.is_valid()

    def limits(self) -> tuple[str, str]:
        """Return both as a condition keeps them, the smaller one first."""
        found = [field.value() for field in (self.low, self.high)]
        if None not in found and found[0] > found[1]:  # type: ignore[operator]  # -- one kind
            found.reverse()
        low, high = (_plain(value) for value in found)
        return low, high


def _plain(value: date | Decimal | None) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else format(value.normalize(), "f")
