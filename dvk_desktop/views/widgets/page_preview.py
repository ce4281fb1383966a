"""Shows the pages of a document, one by one (xem trước trang in)."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from dvk_desktop.views.palettes import colours
from dvk_desktop.views.widgets.labels import icon_button, text_label

_ZOOM_STEP = 1.25
_SMALLEST, _LARGEST = 0.2, 4.0
_MARGIN = 24


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as pixels: rows of red, green, blue, alpha bytes (ảnh trang)."""

    width: int
    height: int
    rgba: bytes


Provider = Callable[[int, float], PageImage]
"""Draws page ``number`` (from 0) at so many pixels for each point of 1/72 inch."""


class PagePreview(QWidget):
    """Turns and zooms pages that a provider draws; fits the page at first (xem trước).

    ``turned`` tells the number of the page, from 0. Pages are drawn in the GUI thread, one at
    a time, only when they are looked at.
    """

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._provider: Provider | None = None
        self._count = 0
        self._number = 0
        self._zoom: float | None = None
        self._natural = QSize(1, 1)
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(self._picture)
        self._area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._where = text_label("")
        self._where.setWordWrap(False)
        self._where.setMinimumWidth(84)
        self._where.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._make_bar())
        layout.addWidget(self._area, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_pages(0, None)

    @property
    def number(self) -> int:
        """The page that is shown, from 0; -1 when there is none."""
        return self._number

    def set_pages(self, count: int, provider: Provider | None, *, number: int = 0) -> None:
        """Show another document, or nothing with a count of 0."""
        self._provider = provider
        self._count = count
        self._number = -1
        self._natural = QSize(1, 1)
        if count and provider is not None:
            first = provider(min(number, count - 1), 0.25)
            self._natural = QSize(first.width * 4, first.height * 4)
            self.turn_to(min(number, count - 1))
        else:
            self._picture.clear()
            self._say_where()

    def turn_to(self, number: int) -> None:
        """Show one page, counted from 0."""
        number = max(0, min(self._count - 1, number))
        if number != self._number and self._count:
            self._number = number
            self._draw()
            self._say_where()
            self.turned.emit(number)

    def zoom_by(self, factor: float) -> None:
        """Make the page larger or smaller."""
        self._zoom = max(_SMALLEST, min(_LARGEST, self._scale() * factor))
        self._draw()

    def fit(self) -> None:
        """Show the whole page."""
        self._zoom = None
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page again."""
        super().resizeEvent(event)
        if self._zoom is None:
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was not drawn while hidden."""
        super().showEvent(event)
        self._draw()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl and the wheel."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(_ZOOM_STEP if event.angleDelta().y() > 0 else 1 / _ZOOM_STEP)
        else:
            super().wheelEvent(event)

    def _make_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(4)
        self._back = icon_button(
            "chevron-left", self.tr("Trang trước"), lambda: self.turn_to(self._number - 1)
        )
        self._forth = icon_button(
            "chevron-right", self.tr("Trang sau"), lambda: self.turn_to(self._number + 1)
        )
        smaller = icon_button("zoom-out", self.tr("Thu nhỏ"), lambda: self.zoom_by(1 / _ZOOM_STEP))
        larger = icon_button("zoom-in", self.tr("Phóng to"), lambda: self.zoom_by(_ZOOM_STEP))
        whole = icon_button("arrows-maximize", self.tr("Vừa khung"), self.fit)
        bar.addWidget(self._back)
        bar.addWidget(self._where)
        bar.addWidget(self._forth)
        bar.addStretch(1)
        for one in (smaller, larger, whole):
            bar.addWidget(one)
        return bar

    def _scale(self) -> float:
        if self._zoom is not None:
            return self._zoom
        room = self._area.viewport().size() - QSize(_MARGIN, _MARGIN)
        wide = room.width() / self._natural.width()
        high = room.height() / self._natural.height()
        return max(_SMALLEST, min(_LARGEST, wide, high))

    def _draw(self) -> None:
        if self._provider is None or not self._count or not self.isVisible():
            return
        ratio = self.devicePixelRatioF()
        page = self._provider(self._number, self._scale() * ratio)
        stride = page.width * 4
        form = QImage.Format.Format_RGBA8888
        image = QImage(page.rgba, page.width, page.height, stride, form)
        pixmap = QPixmap.fromImage(image)
        frame = QPainter(pixmap)
        frame.setPen(QColor(colours(self.palette()).border))
        frame.drawRect(pixmap.rect().adjusted(0, 0, -1, -1))
        frame.end()
        pixmap.setDevicePixelRatio(ratio)
        self._picture.setPixmap(pixmap)

    def _say_where(self) -> None:
        text = self.tr("Trang {number}/{count}")
        shown = text.format(number=self._number + 1, count=self._count)
        self._where.setText(shown if self._count else self.tr("Chưa có trang"))
        self._picture.setAccessibleName(self._where.text())
        self._back.setEnabled(self._number > 0)
        self._forth.setEnabled(self._number + 1 < self._count)
