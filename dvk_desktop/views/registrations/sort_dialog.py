"""The order by several columns, for whoever does not know Shift (sắp xếp nhiều cột)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dvk_desktop.domain.records.column_condition import SortKey
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.labels import button, icon_button, text_label

_MOST = 5


class SortDialog(QDialog):
    """Asks by which columns to sort, the first one first (sắp xếp).

    ``columns`` are pairs of the name of an order and what the heading says.
    """

    def __init__(
        self, columns: Sequence[tuple[str, str]], order: Sequence[SortKey], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sắp xếp"))
        self.setMinimumWidth(460)
        self._columns = list(columns)
        known = dict(self._columns)
        # An order by a column that this table does not show is kept as it stands.
        self._columns += [(name, name) for name, _ in order if name not in known]
        self._lines: list[tuple[ChoiceCombo, ChoiceCombo]] = []
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2)
        self.add_button = button(self.tr("&Thêm cột"), self._add, icon_name="plus")
        self.sort_button = button(self.tr("&Sắp xếp"), self.accept, kind="primary")
        self._lay_out()
        self._show(order)

    def order(self) -> tuple[SortKey, ...]:
        """Return the keys as they are chosen; a column counts once."""
        keys: dict[str, bool] = {}
        for column, way in self._lines:
            keys.setdefault(column.currentData(), way.currentData())
        return tuple(keys.items())

    def _lay_out(self) -> None:
        self.sort_button.setDefault(True)
        self.add_button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        foot.addWidget(button(self.tr("Hủy"), self.reject))
        foot.addWidget(self.sort_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        hint = self.tr("Cũng có thể giữ Shift và bấm lần lượt vào các tiêu đề cột.")
        layout.addWidget(text_label(hint, "muted"))
        layout.addLayout(self._grid)
        layout.addStretch(1)
        layout.addLayout(foot)

    def _show(self, order: Sequence[SortKey]) -> None:
        """Make the lines anew."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._lines = []
        for place, key in enumerate(order):
            self._add_line(place, key, len(order))
        self.add_button.setEnabled(len(order) < min(_MOST, len(self._columns)))

    def _add_line(self, place: int, key: SortKey, count: int) -> None:
        words = self.tr("Sắp xếp theo") if place == 0 else self.tr("rồi theo")
        column, way = ChoiceCombo(), ChoiceCombo()
        column.setMinimumContentsLength(16)
        way.setMinimumContentsLength(16)
        column.offer(self._columns)
        column.choose(key[0])
        way.offer([(False, self.tr("Tăng dần (A → Z)")), (True, self.tr("Giảm dần (Z → A)"))])
        way.choose(key[1])
        column.setAccessibleName(self.tr("Cột thứ {number}").format(number=place + 1))
        way.setAccessibleName(self.tr("Chiều của cột thứ {number}").format(number=place + 1))
        up = icon_button("chevron-up", self.tr("Đưa lên trước"), lambda: self._raise(place))
        up.setEnabled(place > 0)
        drop = icon_button("x", self.tr("Bỏ cột này"), lambda: self._drop(place))
        drop.setEnabled(count > 1)
        self._lines.append((column, way))
        widgets = (QLabel(words), column, way, up, drop)
        for number, widget in enumerate(widgets):
            self._grid.addWidget(widget, place, number, Qt.AlignmentFlag.AlignVCenter)

    def _add(self) -> None:
        used = {name for name, _ in self.order()}
        free = next(name for name, _ in self._columns if name not in used)
        self._show((*self.order(), (free, False)))
        self._lines[-1][0].setFocus()

    def _drop(self, place: int) -> None:
        order = self.order()
        self._show((*order[:place], *order[place + 1 :]))

    def _raise(self, place: int) -> None:
        order = list(self.order())
        order[place - 1 : place + 1] = reversed(order[place - 1 : place + 1])
        self._show(order)
