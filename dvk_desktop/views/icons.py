"""Icons in the colours of the theme (biểu tượng).

Every file in ``resources/icons`` is drawn in one colour. The engine paints it in the colour of
the palette at that moment, so that a switch of the theme recolours all icons by itself.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
)

from dvk_desktop.paths import resource
from dvk_desktop.views.palettes import Tone, colours

# Qt clones an engine when an icon is changed and does not own the Python half of the clone.
_clones: list[QIconEngine] = []


@cache
def icon(name: str, tone: Tone | None = None) -> QIcon:
    """Return the icon ``resources/icons/<name>.svg``; without a tone in the colour of text."""
    return QIcon(_OutlineEngine(name, tone))


@cache
def dot(tone: Tone) -> QIcon:
    """Return a small round mark, for the state of a row in a list."""
    return QIcon(_DotEngine(tone))


@cache
def _pixmap(name: str, colour: str, width: int, height: int) -> QPixmap:
    """Draw one icon in one colour; ``width`` and ``height`` are pixels of the device."""
    # The library of SVG is loaded when the first icon is painted, not with the program.
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 -- slow import

    drawing = resource("icons", f"{name}.svg").read_bytes()
    drawing = drawing.replace(b"currentColor", colour.encode())
    # The outline of 2 units is too heavy beside 13 pixel text.
    drawing = drawing.replace(b'stroke-width="2"', b'stroke-width="1.75"')
    pixmap = QPixmap(width, height)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, width, height))
    painter.end()
    return pixmap


class _Engine(QIconEngine):
    """Paints in any size and on any screen (bộ vẽ biểu tượng)."""

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        # The size is in points of the layout; the picture has the pixels of the screen.
        pixmap = QPixmap(round(size.width() * scale), round(size.height() * scale))
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap


class _OutlineEngine(_Engine):
    """Paints one outline drawing (biểu tượng nét)."""

    def __init__(self, name: str, tone: Tone | None) -> None:
        super().__init__()
        self._name = name
        self._tone = tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        side = max(1, round(min(rect.width(), rect.height()) * ratio))
        pixmap = QPixmap(_pixmap(self._name, self._colour(mode), side, side))
        pixmap.setDevicePixelRatio(ratio)
        painter.save()
        if mode is QIcon.Mode.Disabled:
            painter.setOpacity(0.4)
        target = QRect(0, 0, round(side / ratio), round(side / ratio))
        target.moveCenter(rect.center())
        painter.drawPixmap(target.topLeft(), pixmap)
        painter.restore()

    def clone(self) -> QIconEngine:
        _clones.append(_OutlineEngine(self._name, self._tone))
        return _clones[-1]

    def _colour(self, mode: QIcon.Mode) -> str:
        palette = QGuiApplication.palette()
        if self._tone is not None:
            return colours(palette).tone(self._tone).name()
        is_selected = mode is QIcon.Mode.Selected
        role = QPalette.ColorRole.Accent if is_selected else QPalette.ColorRole.ButtonText
        return palette.color(QPalette.ColorGroup.Active, role).name()


class _DotEngine(_Engine):
    """Paints a filled circle (chấm trạng thái)."""

    def __init__(self, tone: Tone) -> None:
        super().__init__()
        self._tone = tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours(QGuiApplication.palette()).tone(self._tone)))
        radius = min(rect.width(), rect.height()) * 0.25
        painter.drawEllipse(QRectF(rect).center(), radius, radius)
        painter.restore()

    def clone(self) -> QIconEngine:
        _clones.append(_DotEngine(self._tone))
        return _clones[-1]
