"""The values of a column to tick, with how often each is there (danh sách giá trị)."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from dvk_desktop.domain.records.column_condition import EMPTY, ColumnValue
from dvk_desktop.views.item_models.value_ticks import ValueTicks
from dvk_desktop.views.widgets.number_edit import format_number

_ROW = 26
_LONGEST = 120
_VALUE = Qt.ItemDataRole.UserRole


class ValueList(QListWidget):
    """Shows values with ticks; the first line ticks them all (danh sách giá trị)."""

    ticked = Signal()

    def __init__(self, ticks: ValueTicks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Các giá trị của cột"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Names of one kind differ at their ends.
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setUniformItemSizes(True)
        self._ticks = ticks
        self._values: tuple[ColumnValue, ...] = ()
        self.itemChanged.connect(self._take)

    @property
    def values(self) -> tuple[ColumnValue, ...]:
        """What is listed."""
        return self._values

    def show_values(self, values: Sequence[ColumnValue]) -> None:
        """List other values."""
        self._values = tuple(values)
        self.blockSignals(True)
        self.clear()
        every = self.tr("(Chọn tất cả kết quả)") if self._ticks.typed else self.tr("(Chọn tất cả)")
        if values:
            self._add(every, None)
        for value in values:
            self._add(self._text(value), value)
        self._show_ticks()
        self.blockSignals(False)
        if values:
            self.setCurrentRow(0)

    def _add(self, text: str, value: ColumnValue | None) -> None:
        item = QListWidgetItem(text, self)
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
        )
        item.setSizeHint(QSize(0, _ROW))
        item.setData(_VALUE, value)
        if value is not None and len(value.label) > _LONGEST // 3:
            item.setToolTip(value.label)

    def _text(self, value: ColumnValue) -> str:
        name = self.tr("(Trống)") if value.value == EMPTY else " ".join(value.label.split())
        name = name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
        return f"{name}  ({format_number(value.count)})" if value.count else name

    def _take(self, item: QListWidgetItem) -> None:
        is_on = item.checkState() is Qt.CheckState.Checked
        value = item.data(_VALUE)
        if value is None:
            self._take_all(is_on)
        else:
            self._ticks.set_on(value, is_on)
        self.blockSignals(True)
        self._show_ticks()
        self.blockSignals(False)
        self.ticked.emit()

    def _take_all(self, is_on: bool) -> None:
        if self._ticks.means_found or not self._ticks.typed:
            self._ticks.set_all(is_on)
            return
        # The search only looks through the list: what it does not show keeps its ticks.
        for value in self._values:
            self._ticks.set_on(value, is_on)

    def _show_ticks(self) -> None:
        states = [self._ticks.is_on(value.value) for value in self._values]
        for place, is_on in enumerate(states, start=1):
            self.item(place).setCheckState(_checked(is_on))
        if states:
            some = any(states) and not all(states)
            state = Qt.CheckState.PartiallyChecked if some else _checked(states[0])
            self.item(0).setCheckState(state)


def _checked(is_on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
