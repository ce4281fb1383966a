"""A whole or exact number to type, with points between thousands (ô số)."""

import re
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from dvk_desktop.views.widgets.labels import set_property

_GROUPED = re.compile(r"\d{1,3}(?:[.\s]\d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?")
_SIGNS = "-−–"
_LARGEST = Decimal(10) ** 15


def parse_number(text: str) -> Decimal | None:
    """Read 1250, 1.250, 1 250 000, 12,5 or 12.5; ``None`` when it is not one number.

    A point before exactly three digits separates thousands, as offices write it.
    """
    text = text.strip()
    if _GROUPED.fullmatch(text):
        text = re.sub(r"[.\s]", "", text)
    elif not _PLAIN.fullmatch(text):
        return None
    value = Decimal(text.replace(",", "."))
    return value if value < _LARGEST else None


def format_number(value: Decimal | int | None) -> str:
    """Write a number as 1.250.000 and 12,5."""
    if value is None:
        return ""
    whole, _, part = f"{Decimal(value):,f}".partition(".")
    part = part.rstrip("0")
    return whole.replace(",", ".") + (f",{part}" if part else "")


class NumberEdit(QLineEdit):
    """Holds a number that is not negative, or nothing (ô số)."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, is_whole: bool = False) -> None:
        super().__init__(parent)
        self._is_whole = is_whole
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.textChanged.connect(self._read)
        self.editingFinished.connect(self._tidy)

    def value(self) -> Decimal | None:
        """Return the number; ``None`` when the box is empty or cannot be read."""
        value = parse_number(self.text())
        if value is not None and self._is_whole and value != int(value):
            return None
        return value

    def set_value(self, value: Decimal | int | None) -> None:
        """Show another number or nothing."""
        self.setText(format_number(value))

    def is_valid(self) -> bool:
        """Say whether the box is empty or holds a number."""
        return not self.text().strip() or self.value() is not None

    def fault(self) -> str:
        """Say what is wrong with what was typed and how to write it; empty when nothing is."""
        text = self.text().strip()
        if self.is_valid():
            return ""
        if text[0] in _SIGNS and parse_number(text[1:]) is not None:
            return self.tr("Không được nhỏ hơn 0.")
        if self._is_whole:
            return self.tr("Hãy ghi số nguyên, ví dụ 1.250.")
        return self.tr("Không đọc được số này. Hãy ghi như 1.250 hoặc 12,5.")

    def _read(self) -> None:
        if self.is_valid():
            set_property(self, "invalid", False)
        self.changed.emit()

    def _tidy(self) -> None:
        if self.value() is not None:
            self.set_value(self.value())
        set_property(self, "invalid", not self.is_valid())
