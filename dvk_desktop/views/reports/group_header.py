"""A table header with headings over several columns (tiêu đề gộp)."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from dvk_desktop.domain.records.report import HeaderGroup
from dvk_desktop.views.icons import icon
from dvk_desktop.views.palettes import colours

_PAD = 6
_LINES = 4
_ARROW = 12


class GroupHeader(QHeaderView):
    """Wraps headings to four lines and draws groups above them (tiêu đề gộp).

    A column outside every group takes the whole height.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._groups: tuple[HeaderGroup, ...] = ()

    def set_groups(self, groups: Sequence[HeaderGroup]) -> None:
        """Show other groups."""
        self._groups = tuple(groups)
        self.updateGeometry()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Need the height of the headings, and of the groups where there are any."""
        return QSize(super().sizeHint().width(), self._group_height() + self._heading_height())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 -- Qt's own name
        """Draw one column; each draws its slice of the group above it."""
        chosen = colours(self.palette())
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, QColor(chosen.surface))
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        group = self._group_of(logicalIndex)
        area = QRect(rect)
        if group is not None:
            self._paint_group(painter, rect, group)
            area.setTop(rect.top() + self._group_height())
        painter.setPen(QColor(chosen.muted))
        alignment = self.model().headerData(
            logicalIndex, self.orientation(), Qt.ItemDataRole.TextAlignmentRole
        )
        text = str(self.model().headerData(logicalIndex, self.orientation()))
        words = area.adjusted(_PAD, 3, -_PAD, -3)
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex:
            self._paint_arrow(painter, area)
            words.setRight(words.right() - _ARROW)
        flags = Qt.TextFlag.TextWordWrap | alignment
        painter.drawText(words, int(flags), text)
        painter.setPen(QColor(chosen.line))
        painter.drawLine(area.topRight(), rect.bottomRight())
        painter.setPen(QColor(chosen.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _paint_group(self, painter: QPainter, rect: QRect, group: HeaderGroup) -> None:
        chosen = colours(self.palette())
        left = self.sectionViewportPosition(group.first)
        right = self.sectionViewportPosition(group.last) + self.sectionSize(group.last)
        area = QRect(left, rect.top(), right - left, self._group_height())
        painter.setPen(QColor(chosen.muted))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), group.heading)
        painter.setPen(QColor(chosen.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.topRight(), area.bottomRight())

    def _paint_arrow(self, painter: QPainter, area: QRect) -> None:
        is_down = self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        place = QRect(area.right() - _ARROW - 3, area.center().y() - 6, _ARROW, _ARROW)
        icon("chevron-down" if is_down else "chevron-up").paint(painter, place)

    def _group_of(self, section: int) -> HeaderGroup | None:
        return next((one for one in self._groups if one.first <= section <= one.last), None)

    def _group_height(self) -> int:
        return self.fontMetrics().lineSpacing() + 8 if self._groups else 0

    def _heading_height(self) -> int:
        font = self.font()
        font.setBold(True)
        lines = max((self._lines(n) for n in range(self.count())), default=1)
        return lines * self.fontMetrics().lineSpacing() + 10

    def _lines(self, section: int) -> int:
        model = self.model()
        if model is None or self.isSectionHidden(section):
            return 1
        text = str(model.headerData(section, self.orientation()))
        width = max(40, self.sectionSize(section) - 2 * _PAD - 4)
        area = QRect(0, 0, width, 1000)
        # Bold is a twelfth wider than what the metrics of the header measure.
        area.setWidth(int(area.width() * 0.9))
        needed = self.fontMetrics().boundingRect(area, int(Qt.TextFlag.TextWordWrap), text)
        return min(_LINES, round(needed.height() / self.fontMetrics().lineSpacing()))
