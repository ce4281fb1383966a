"""An exact number to type, with comma or point (ô điểm)."""

import re
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from dvk_desktop.views.widgets.labels import set_property

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?|[+-]?[.,]\d+")


def parse_points(text: str) -> Decimal | None:
    """Read a number with decimal comma or point; ``None`` when it is not one number."""
    text = text.strip()
    return Decimal(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None


def format_points(value: Decimal | None) -> str:
    """Write a number as offices do, with a comma and no superfluous zeros."""
    if value is None:
        return ""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",")


class PointsEdit(QLineEdit):
    """Holds points or nothing, exactly; arrows up and down change by a step (ô điểm).

    ``changed`` is emitted with the new value, or ``None`` while the text is empty or not valid.
    """

    changed = Signal(object)

    def __init__(
        self,
        minimum: Decimal = Decimal(0),
        maximum: Decimal = Decimal(100),
        *,
        step: Decimal = Decimal("0.5"),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaximumWidth(96)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self._minimum = minimum
        self._maximum = maximum
        self._step = step
        self._value: Decimal | None = None
        self.setToolTip(
            self.tr("Từ {minimum} đến {maximum}").format(
                minimum=format_points(minimum), maximum=format_points(maximum)
            )
        )
        self.textChanged.connect(self._read)
        self.editingFinished.connect(self._tidy)

    def value(self) -> Decimal | None:
        """Return the points; ``None`` when the box is empty or not valid."""
        return self._value

    def set_value(self, value: Decimal | None) -> None:
        """Show other points or nothing."""
        self.setText(format_points(value))

    def is_valid(self) -> bool:
        """Say whether the box is empty or holds points within the limits."""
        return not self.text().strip() or self._value is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrows; everything else is typing."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if steps and not self.isReadOnly():
            start = self._minimum if self._value is None else self._value
            wanted = start + steps * self._step
            self.set_value(max(self._minimum, min(self._maximum, wanted)))
            self.selectAll()
            return
        super().keyPressEvent(event)

    def _read(self, text: str) -> None:
        value = parse_points(text)
        if value is not None and not self._minimum <= value <= self._maximum:
            value = None
        is_changed = value != self._value
        self._value = value
        set_property(self, "invalid", not self.is_valid())
        if is_changed:
            self.changed.emit(value)

    def _tidy(self) -> None:
        if self._value is not None:
            self.setText(format_points(self._value))
