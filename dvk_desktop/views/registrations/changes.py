"""What a unit changed after its registration was returned, before and after (thay đổi)."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dvk_desktop.domain.records.registration import FieldDifference
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.labels import text_label
from dvk_desktop.views.widgets.number_edit import format_number
from dvk_desktop.views.widgets.scrolling import scrolling

_NUMBERS = frozenset({"people_count", "cost", "work_days", "land_area"})
_LONGEST = 600
_HEIGHT = 190


class RegistrationChanges(QFrame):
    """Only the items that differ, so that nobody has to read the form again (thay đổi)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.is_needed = False
        self._title = text_label("", "label")
        self._place = QHBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 4, 8)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        layout.addLayout(self._place)

    def show_differences(self, differences: Sequence[FieldDifference]) -> None:
        """Show these, or nothing at all when there are none."""
        while (item := self._place.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.is_needed = bool(differences)
        self.setVisible(self.is_needed)
        if not differences:
            return
        text = self.tr("Thay đổi sau khi trả lại ({count} mục)")
        self._title.setText(text.format(count=len(differences)))
        table = self._table(differences)
        area = scrolling(table)
        # The card has a ground of its own.
        area.viewport().setAutoFillBackground(False)
        table.setAutoFillBackground(False)
        area.setFixedHeight(min(_HEIGHT, table.sizeHint().height() + 4))
        self._place.addWidget(area)

    def _table(self, differences: Sequence[FieldDifference]) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for column, heading in enumerate((self.tr("Trước"), self.tr("Sau"))):
            grid.addWidget(text_label(heading, "muted"), 0, column)
            grid.setColumnStretch(column, 1)
        for number, each in enumerate(differences):
            grid.addWidget(text_label(worded(each.label), "label"), 2 * number + 1, 0, 1, 2)
            for column, text in enumerate((each.before, each.after)):
                value = self._value(each.field, text)
                grid.addWidget(value, 2 * number + 2, column, Qt.AlignmentFlag.AlignTop)
        return holder

    def _value(self, field: str, text: str) -> QWidget:
        if not text:
            return text_label(self.tr("(trống)"), "muted")
        if field in _NUMBERS:
            text = format_number(Decimal(text))
        shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        return text_label(shown)
