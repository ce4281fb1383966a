"""Widgets side by side, in as many rows as they need (xếp thành nhiều dòng)."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

_BETWEEN_ROWS = 4


def place_in_rows(widgets: Iterable[QWidget], width: int, gap: int) -> int:
    """Place widgets within a width and return the height they take (xếp theo bề rộng)."""
    placed = list(widgets)
    height = max((widget.sizeHint().height() for widget in placed), default=0)
    left = top = 0
    for widget in placed:
        size = widget.sizeHint()
        taken = min(size.width(), width)
        if left and left + taken > width:
            left, top = 0, top + height + _BETWEEN_ROWS
        widget.setGeometry(left, top + (height - size.height()) // 2, taken, size.height())
        left += taken + gap
    return top + height
