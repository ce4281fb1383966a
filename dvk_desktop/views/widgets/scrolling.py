"""Lets a long page scroll, for small screens and large text (vùng cuộn)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget


def scrolling(content: QLayout | QWidget) -> QScrollArea:
    """Return an area that scrolls ``content`` up and down and never sideways."""
    if isinstance(content, QLayout):
        canvas = QWidget()
        canvas.setProperty("role", "canvas")
        canvas.setLayout(content)
    else:
        canvas = content
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    # The fields inside take the keyboard, not the area around them.
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(canvas)
    return area
