"""Horizontal bars, also stacked, with their figures (biểu đồ thanh)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from dvk_desktop.views.palettes import colours

_ROW = 28
_BAR = 16
_LEGEND = 26
_LEGEND_LINE = 20
_LEGEND_GAP = 18
_MARK = 15
_BRIGHT = 0.45
_GAP = 10


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a label and one value for each series (thanh)."""

    key: str
    label: str
    values: tuple[int | Decimal, ...]

    @property
    def total(self) -> int | Decimal:
        """The length of the whole bar."""
        return sum(self.values, start=0)


class BarChart(QWidget):
    """Draws bars that open their rows by click or Enter (biểu đồ thanh).

    Figures stand beside the bars and in the accessible description, so nothing depends on
    seeing the colours.
    """

    opened = Signal(str)

    def __init__(
        self,
        title: str,
        series: Sequence[str] = (),
        parent: QWidget | None = None,
        *,
        hues: Sequence[int] = (),
        is_clickable: bool = False,
    ) -> None:
        """Build it.

        Args:
            title: What the chart shows, for people who do not see it.
            series: The names of the parts of stacked bars, empty for simple ones.
            parent: The widget around it.
            hues: Which colour of the palette each part takes, where colours mean something.
            is_clickable: Whether a bar leads somewhere.
        """
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._series = tuple(series)
        self._hues = tuple(hues) or tuple(range(max(len(series), 1)))
        self._bars: tuple[Bar, ...] = ()
        self._current = 0
        self._is_clickable = is_clickable
        if is_clickable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _hue(self, palette: Sequence[str], number: int) -> QColor:
        return QColor(palette[self._hues[number % len(self._hues)] % len(palette)])

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other bars."""
        self._bars = tuple(bars)
        self._current = 0
        lines = (f"{bar.label}: {self._explain(bar)}" for bar in self._bars)
        self.setAccessibleDescription("; ".join(lines))
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the legend needs more lines."""
        super().resizeEvent(event)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for a line for each bar."""
        return QSize(360, self._top() + _ROW * max(1, len(self._bars)))

    def minimumSizeHint(self) -> QSize:
        """Need the height of all bars."""
        return QSize(220, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw legend and bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_legend(painter)
        for row in range(len(self._bars)):
            self._paint_bar(painter, row)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the bar under the pointer."""
        row = self._row_at(event.position().y())
        if self._is_clickable and row is not None:
            self._current = row
            self.update()
            self.opened.emit(self._bars[row].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, open with Enter."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and self._bars:
            self._current = max(0, min(len(self._bars) - 1, self._current + step))
            self.update()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._bars:
            self.opened.emit(self._bars[self._current].key)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Show the figures under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            row = self._row_at(event.pos().y())
            if row is not None:
                bar = self._bars[row]
                QToolTip.showText(event.globalPos(), f"{bar.label}: {self._explain(bar)}", self)
            return True
        return super().event(event)

    def _top(self) -> int:
        places = self._legend_places()
        return round(places[-1].y()) + _LEGEND if places else 0

    def _legend_places(self) -> list[QPointF]:
        """Return where the names of the series begin, as many in a line as fit."""
        places: list[QPointF] = []
        left, top = 0.0, 0.0
        for name in self._series if len(self._series) > 1 else ():
            width = _MARK + self.fontMetrics().horizontalAdvance(name)
            if left and left + width > self.width():
                left, top = 0.0, top + _LEGEND_LINE
            places.append(QPointF(left, top))
            left += width + _LEGEND_GAP
        return places

    def _row_at(self, height: float) -> int | None:
        row = int((height - self._top()) // _ROW)
        return row if 0 <= row < len(self._bars) else None

    def _explain(self, bar: Bar) -> str:
        if len(self._series) < 2:
            return _figure(bar.total)
        parts = zip(self._series, bar.values, strict=True)
        return ", ".join(f"{name} {_figure(value)}" for name, value in parts)

    def _paint_legend(self, painter: QPainter) -> None:
        chosen = colours(self.palette())
        for number, place in enumerate(self._legend_places()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._hue(chosen.series, number))
            painter.drawRoundedRect(QRectF(place.x(), place.y() + 5, 10, 10), 2, 2)
            painter.setPen(QColor(chosen.muted))
            foot = QPointF(_MARK, 3 + self.fontMetrics().ascent())
            painter.drawText(place + foot, self._series[number])

    def _paint_bar(self, painter: QPainter, row: int) -> None:
        bar = self._bars[row]
        chosen = colours(self.palette())
        metrics = self.fontMetrics()
        top = self._top() + row * _ROW
        label_width = self._label_width(metrics)
        figure_width = max(metrics.horizontalAdvance(_figure(one.total)) for one in self._bars)
        if self.hasFocus() and row == self._current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(chosen.soft))
            painter.drawRoundedRect(QRectF(0, top, self.width(), _ROW), 4, 4)
        middle = Qt.AlignmentFlag.AlignVCenter
        label = metrics.elidedText(bar.label, Qt.TextElideMode.ElideRight, label_width)
        painter.setPen(QColor(chosen.text))
        painter.drawText(QRectF(0, top, label_width, _ROW), middle, label)
        room = self.width() - label_width - figure_width - 2 * _GAP
        end = self._paint_parts(painter, bar, QRectF(label_width + _GAP, top, room, _ROW))
        painter.setPen(QColor(chosen.text))
        figure = QRectF(end + _GAP - 2, top, figure_width + 4, _ROW)
        painter.drawText(figure, middle, _figure(bar.total))

    def _paint_parts(self, painter: QPainter, bar: Bar, area: QRectF) -> float:
        """Draw the parts of one bar and return where it ends."""
        chosen = colours(self.palette())
        longest = max((float(one.total) for one in self._bars), default=0.0) or 1.0
        painter.setPen(Qt.PenStyle.NoPen)
        left = area.left()
        for number, value in enumerate(bar.values):
            width = area.width() * float(value) / longest
            painter.setBrush(self._hue(chosen.series, number))
            part = QRectF(left, area.top() + (_ROW - _BAR) / 2, width, _BAR)
            painter.drawRect(part)
            if len(bar.values) > 1 and value:
                self._paint_figure(painter, part, _figure(value))
            left += width
        return left

    def _paint_figure(self, painter: QPainter, part: QRectF, figure: str) -> None:
        """Write the figure of one part into it where there is room."""
        if self.fontMetrics().horizontalAdvance(figure) + 4 > part.width():
            return
        is_bright = painter.brush().color().lightnessF() > _BRIGHT
        painter.setPen(QColor(Qt.GlobalColor.black if is_bright else Qt.GlobalColor.white))
        painter.drawText(part, int(Qt.AlignmentFlag.AlignCenter), figure)
        painter.setPen(Qt.PenStyle.NoPen)

    def _label_width(self, metrics: QFontMetrics) -> int:
        widest = max(metrics.horizontalAdvance(bar.label) for bar in self._bars) + 2
        return min(widest, int(self.width() * 0.45))


def _figure(value: int | Decimal) -> str:
    """Write a figure in the Vietnamese way: 1.234 and 8,5."""
    text = f"{value:,}"
    return text.translate(str.maketrans(",.", ".,"))
