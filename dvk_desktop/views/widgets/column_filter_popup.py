"""What opens below the mark of a heading: order, search and values of a column (lọc cột)."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dvk_desktop.domain.records.column_condition import (
    EMPTY,
    ColumnCondition,
    ColumnValue,
    ColumnValues,
    FilterKind,
    filter_kind,
)
from dvk_desktop.views.item_models.value_ticks import ValueTicks
from dvk_desktop.views.reading_aside import LatestAnswer
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.widgets.labels import button, line, text_label
from dvk_desktop.views.widgets.number_edit import format_number
from dvk_desktop.views.widgets.range_fields import RangeFields
from dvk_desktop.views.widgets.search_box import SearchBox
from dvk_desktop.views.widgets.value_list import ValueList

_WIDTH = 330
_WIDE = 400
_TALLEST = 470
_GAP = 4
_PATIENCE = 200
"""Milliseconds until the list says that it is still read."""

_LISTS = frozenset({FilterKind.CHOICE, FilterKind.TEXT, FilterKind.DATE})


class ColumnFilterPopup(QFrame):
    """Asks what one column has to hold (ô lọc của cột).

    It is part of the window and no window of its own, so that input methods are not disturbed.
    ``applied`` carries the condition, which asks for nothing when the filter is taken off.
    """

    applied = Signal(object)
    sort_asked = Signal(bool)
    closed = Signal()

    def __init__(
        self,
        heading: str,
        condition: ColumnCondition,
        values: Callable[[str], ColumnValues],
        runner: TaskRunner,
        parent: QWidget,
        *,
        is_sortable: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "popup")
        self._condition = condition
        self._kind = filter_kind(condition.column) or FilterKind.TEXT
        self.setFixedWidth(_WIDE if self._kind is FilterKind.DATE else _WIDTH)
        self._read = values
        self._values = LatestAnswer(runner.reading, self)
        self._is_entered = False
        self._waiting = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._waiting.timeout.connect(self._tell_reading)
        self._ticks = ValueTicks(condition.column, condition)
        self.search = SearchBox(self.tr("Tìm trong các giá trị…"))
        self.list = ValueList(self._ticks)
        self.range: RangeFields | None = None
        self.words: SearchBox | None = None
        self.empty = QCheckBox(self.tr("Chỉ các dòng để trống"))
        self.more = text_label("", "muted")
        self._lay_out(heading, is_sortable=is_sortable)
        self.list.ticked.connect(self._show_state)
        self.search.searched.connect(self._look_for)

    def open_at(self, corner: QPoint) -> None:
        """Show it with its corner at a point of the screen, as far as the window has room."""
        window = self.parentWidget()
        assert window is not None
        if self._kind in _LISTS:
            self._look_for(self._condition.words)
        height = min(self.sizeHint().height(), _TALLEST, window.height() - 2 * _GAP)
        place = window.mapFromGlobal(corner)
        left = max(_GAP, min(place.x(), window.width() - self.width() - _GAP))
        top = max(_GAP, min(place.y(), window.height() - height - _GAP))
        self.setGeometry(QRect(left, top, self.width(), height))
        self.show()
        self.raise_()
        self._chain()[0].setFocus(Qt.FocusReason.PopupFocusReason)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.installEventFilter(self)
        application.focusChanged.connect(self._follow_focus)

    @property
    def is_reading(self) -> bool:
        """Say whether the values are still on their way."""
        return self._values.is_waiting

    def apply(self) -> None:
        """Filter as it is asked, and close."""
        if self._values.is_waiting:
            # Whoever types and presses Enter need not wait for the list.
            self._is_entered = True
        elif self.apply_button.isEnabled():
            found = self.condition()
            self.close()
            self.applied.emit(found)

    def clear(self) -> None:
        """Take the filter off this column, and close."""
        self.close()
        self.applied.emit(ColumnCondition(self._condition.column))

    def condition(self) -> ColumnCondition:
        """Return what is asked for."""
        column = self._condition.column
        if self._kind in _LISTS:
            found = self._ticks.condition(self.list.values)
        elif self.empty.isChecked():
            return ColumnCondition(column, (EMPTY,))
        else:
            words = " ".join(self.words.text().split()) if self.words is not None else ""
            found = ColumnCondition(column, words=words)
        low, high = self.range.limits() if self.range is not None else ("", "")
        return replace(found, low=low, high=high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Apply with Enter, close with Escape, go from the search to the values with Down."""
        key = event.key()
        event.accept()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
            else:
                self.apply()
        elif key == Qt.Key.Key_Escape:
            self.close()
        elif key == Qt.Key.Key_Down and self.search.hasFocus() and self.list.count():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Keep Tab inside."""
        chain = self._chain()
        focused = self.focusWidget()
        place = chain.index(focused) if focused in chain else -1
        chain[(place + (1 if next else -1)) % len(chain)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close when something else is pressed, or the window changes under it."""
        window = self.parentWidget()
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            inside = self.rect().contains(self.mapFromGlobal(event.globalPosition().toPoint()))
            if not inside and QApplication.activePopupWidget() is None:
                self.close()
        elif watched is window and event.type() in {QEvent.Type.Resize, QEvent.Type.Hide}:
            self.close()
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop to watch; tell once."""
        super().closeEvent(event)
        self._values.drop()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.removeEventFilter(self)
        application.focusChanged.disconnect(self._follow_focus)
        self.closed.emit()

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Close when the keyboard goes elsewhere in the window."""
        is_inside = now is None or now is self or self.isAncestorOf(now)
        if not is_inside and QApplication.activePopupWidget() is None:
            self.close()

    def _chain(self) -> list[QWidget]:
        """Return what the keyboard goes through, the first one at the beginning."""
        fields: list[QWidget] = [self.search, self.list] if self._kind in _LISTS else []
        if self.words is not None:
            fields.append(self.words)
        if self.range is not None:
            fields += [self.range.low, self.range.high]
        fields += [self.empty, self.apply_button, self.cancel_button]
        fields += [self.clear_button, *self.sort_buttons]
        return [one for one in fields if not one.isHidden() and one.isEnabled()]

    def _lay_out(self, heading: str, *, is_sortable: bool) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        title = QLabel(heading)
        title.setProperty("role", "label")
        title.setTextFormat(Qt.TextFormat.PlainText)
        layout.addWidget(title)
        up, down = self._sort_texts()
        self.sort_buttons = (
            button(up, lambda: self._sort(is_descending=False), icon_name="sort-ascending"),
            button(down, lambda: self._sort(is_descending=True), icon_name="sort-descending"),
        )
        sorting = QHBoxLayout()
        for made in self.sort_buttons:
            made.setVisible(is_sortable)
            sorting.addWidget(made, 1)
        layout.addLayout(sorting)
        self._lay_fields(layout)
        layout.addWidget(line())
        self.clear_button = button(self.tr("Bỏ lọc cột này"), self.clear, kind="link")
        self.clear_button.setEnabled(self._condition.is_narrowing)
        self.apply_button = button(self.tr("Lọc"), self.apply, kind="primary")
        self.cancel_button = button(self.tr("Hủy"), self.close)
        foot = QHBoxLayout()
        foot.addWidget(self.clear_button)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.apply_button)
        layout.addLayout(foot)

    def _lay_fields(self, layout: QVBoxLayout) -> None:
        is_list = self._kind in _LISTS
        if self._kind in {FilterKind.NUMBER, FilterKind.DATE}:
            self.range = RangeFields(self._condition, is_date=self._kind is FilterKind.DATE)
            self.range.changed.connect(self._show_state)
            layout.addWidget(self.range)
        if self._kind is FilterKind.LONG:
            self.words = SearchBox(self.tr("Có các chữ (gõ không dấu cũng được)"))
            self.words.setText(self._condition.words)
            layout.addWidget(self.words)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.more)
        layout.addWidget(self.empty)
        self.empty.setChecked(self._condition.values == (EMPTY,))
        self.list.setMinimumHeight(96)
        for one in (self.search, self.list):
            one.setVisible(is_list)
        self.more.hide()
        self.empty.setVisible(not is_list)

    def _sort_texts(self) -> tuple[str, str]:
        match self._kind:
            case FilterKind.NUMBER:
                return self.tr("Nhỏ → lớn"), self.tr("Lớn → nhỏ")
            case FilterKind.DATE:
                return self.tr("Cũ → mới"), self.tr("Mới → cũ")
            case FilterKind.CHOICE:
                return self.tr("Tăng dần"), self.tr("Giảm dần")
        return self.tr("A → Z"), self.tr("Z → A")

    def _sort(self, *, is_descending: bool) -> None:
        self.close()
        self.sort_asked.emit(is_descending)

    def _look_for(self, typed: str) -> None:
        if typed != self.search.text():
            self.search.setText(typed)
        self._ticks.look_for(typed)
        self._is_entered = False
        self._waiting.start()
        self._values.ask(lambda: self._read(typed), partial(self._list, typed))

    def _tell_reading(self) -> None:
        self.more.setText(self.tr("Đang đọc các giá trị…"))
        self.more.show()

    def _list(self, typed: str, found: ColumnValues) -> None:
        self._waiting.stop()
        listed = {value.value for value in found.values}
        chosen = () if typed else self._beyond(listed)
        self.list.show_values((*chosen, *found.values))
        self.more.setText(self._more_text(found))
        self.more.setVisible(bool(self.more.text()))
        self._show_state()
        if self._is_entered:
            self.apply()

    def _beyond(self, listed: set[str]) -> tuple[ColumnValue, ...]:
        """Return what is chosen and not among the first values, or not there any more."""
        names = self._ticks.chosen.items()
        return tuple(ColumnValue(value, name, 0) for value, name in names if value not in listed)

    def _more_text(self, found: ColumnValues) -> str:
        if not found.values:
            return self.tr("Không có giá trị nào như vậy.")
        if found.more is None:
            return self.tr("Còn nhiều giá trị nữa, hãy gõ thêm để tìm.")
        if not found.more:
            return ""
        return self.tr("Còn {count} giá trị nữa, gõ để tìm.").format(
            count=format_number(found.more)
        )

    def _show_state(self) -> None:
        is_valid = self.range is None or self.range.is_valid
        nothing = self._kind in _LISTS and (self._ticks.is_empty or not self._is_listing)
        self.apply_button.setEnabled(is_valid and not nothing)

    @property
    def _is_listing(self) -> bool:
        return bool(self.list.values) or not self._ticks.means_found
