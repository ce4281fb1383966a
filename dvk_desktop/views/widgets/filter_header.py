"""Headings that are filtered and sorted by, with a mark in each (tiêu đề cột có lọc)."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QTableView, QWidget

from dvk_desktop.domain.records.column_condition import SortKey, filter_kind, sort_name
from dvk_desktop.views.icons import icon
from dvk_desktop.views.item_models.columns import COLUMN_ROLE
from dvk_desktop.views.palettes import Tone, colours

_MARK = 16
_MARGIN = 8
_EDGE = 6
"""Room at the border of a heading, which is for changing its width."""
_ARROW = 11
_LEFT_BUTTON = Qt.MouseButton.LeftButton


class FilterHeader(QHeaderView):
    """Headings with a mark to filter by and numbers of the order (tiêu đề có lọc).

    ``filter_asked`` carries the column whose mark was pressed, ``sort_added`` the one that was
    clicked with Shift. A plain click sorts as in every table.
    """

    filter_asked = Signal(int)
    sort_added = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self._filtered: frozenset[str] = frozenset()
        self._order: tuple[SortKey, ...] = ()
        self._pressed = -1

    def show_filtered(self, columns: Collection[str]) -> None:
        """Mark these columns as filtered."""
        self._filtered = frozenset(columns)
        self.viewport().update()

    def show_order(self, order: Sequence[SortKey]) -> None:
        """Show by which columns the rows are sorted."""
        self._order = tuple(order)
        names = [sort_name(self.field(section)) for section in range(self.count())]
        first, is_descending = self._order[0] if self._order else ("", False)
        # The next plain click turns round what is shown.
        self.blockSignals(True)
        way = Qt.SortOrder.DescendingOrder if is_descending else Qt.SortOrder.AscendingOrder
        self.setSortIndicator(names.index(first) if first in names else -1, way)
        self.blockSignals(False)
        self.viewport().update()

    def field(self, section: int) -> str:
        """Return which item of a registration a column shows."""
        column = self._column(section)
        key = "" if column is None else str(column.key)
        return "unit_id" if key == "unit" else key

    def mark_place(self, section: int) -> QRect:
        """Return where the mark of a column is, in the viewport."""
        right = self.sectionViewportPosition(section) + self.sectionSize(section)
        top = (self.height() - _MARK) // 2
        return QRect(right - _EDGE - _MARK, top, _MARK, _MARK)

    def below(self, section: int) -> QPoint:
        """Return the lower left corner of a heading on the screen."""
        left = max(0, self.sectionViewportPosition(section))
        return self.viewport().mapToGlobal(QPoint(left, self.height()))

    def sectionSizeFromContents(self, section: int) -> QSize:
        """Ask for room for the mark too."""
        size = super().sectionSizeFromContents(section)
        return QSize(size.width() + _MARK + _EDGE, size.height())

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, section: int) -> None:
        """Leave words and arrow to ``paintSection``: the style knows no room for marks."""
        super().initStyleOptionForIndex(option, section)
        option.text = ""  # type: ignore[attr-defined]  # -- stubs lack it
        nothing = QStyleOptionHeader.SortIndicator.None_
        option.sortIndicator = nothing  # type: ignore[attr-defined]  # -- stubs lack it

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw the words, the order and the mark."""
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        column = self._column(section)
        if column is None:
            return
        field = self.field(section)
        area = rect.adjusted(_MARGIN, 0, -_EDGE, -1)
        if filter_kind(field) is not None:
            self._draw_mark(painter, area, field in self._filtered)
            area.setRight(area.right() - _MARK - 1)
        area = self._draw_order(painter, area, sort_name(field))
        painter.save()
        painter.setFont(self._font())
        painter.setPen(colours(self.palette()).muted)
        text = painter.fontMetrics().elidedText(
            column.heading, Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, int(column.alignment | Qt.AlignmentFlag.AlignVCenter), text)
        painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the filter, or begin to add a column to the order."""
        place = event.position().toPoint()
        section = self.logicalIndexAt(place)
        self._pressed = -1
        if event.button() != _LEFT_BUTTON or section < 0:
            super().mousePressEvent(event)
        elif self._is_on_mark(section, place):
            self.filter_asked.emit(section)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._pressed = section
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Add the column that was pressed with Shift to the order."""
        place = event.position().toPoint()
        section, pressed = self.logicalIndexAt(place), self._pressed
        self._pressed = -1
        if pressed >= 0:
            if section == pressed:
                self.sort_added.emit(section)
        else:
            super().mouseReleaseEvent(event)

    def _is_on_mark(self, section: int, place: QPoint) -> bool:
        grown = self.mark_place(section).adjusted(-2, -6, 1, 6)
        return filter_kind(self.field(section)) is not None and grown.contains(place)

    def _draw_mark(self, painter: QPainter, area: QRect, is_filtered: bool) -> None:
        place = QRect(0, 0, _MARK, _MARK)
        place.moveCenter(area.center())
        place.moveRight(area.right())
        if is_filtered:
            icon("filter", Tone.ACCENT).paint(painter, place)
        else:
            icon("chevron-down").paint(painter, place.adjusted(2, 2, -2, -2))

    def _draw_order(self, painter: QPainter, area: QRect, name: str) -> QRect:
        """Draw arrow and number of a column that is sorted by; return the room that is left."""
        names = [key for key, _ in self._order]
        if name not in names:
            return area
        number = names.index(name)
        painter.save()
        painter.setFont(self._font())
        painter.setPen(colours(self.palette()).accent)
        text = str(number + 1) if len(names) > 1 else ""
        width = painter.fontMetrics().horizontalAdvance(text)
        place = QRect(area.right() - width, area.top(), width + 1, area.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)
        arrow = QRect(0, 0, _ARROW, _ARROW)
        arrow.moveCenter(area.center())
        arrow.moveRight(place.left() - 1)
        turned = "sort-descending" if self._order[number][1] else "sort-ascending"
        icon(turned, Tone.ACCENT).paint(painter, arrow.adjusted(-2, -2, 1, 1))
        painter.restore()
        return QRect(area.topLeft(), QPoint(arrow.left() - 4, area.bottom()))

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _column(self, section: int) -> Any:
        model = self.model()
        if model is None:
            return None
        return model.headerData(section, Qt.Orientation.Horizontal, COLUMN_ROLE)


def filter_header(table: QTableView) -> FilterHeader:
    """Return the heading of a table that has such a one."""
    header = table.horizontalHeader()
    assert isinstance(header, FilterHeader)
    return header
