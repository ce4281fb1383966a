"""A date to type or to pick from a calendar, which may stay empty (ô ngày)."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QWidget

from dvk_desktop.views.dates import format_date as format_date
from dvk_desktop.views.dates import parse_date as parse_date
from dvk_desktop.views.icons import icon
from dvk_desktop.views.widgets.labels import set_property


class DateEdit(QLineEdit):
    """Holds a date or nothing; typing comes first (ô ngày).

    ``changed`` is emitted with the new value when it is complete, never half typed.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("ngày/tháng/năm"))
        self.setMinimumWidth(118)
        self._value: date | None = None
        picker = self.addAction(icon("calendar"), QLineEdit.ActionPosition.TrailingPosition)
        picker.setToolTip(self.tr("Chọn trên lịch"))
        picker.triggered.connect(self._pick)
        self.textChanged.connect(self._read)
        self.editingFinished.connect(self._tidy)

    def value(self) -> date | None:
        """Return the date; ``None`` when the box is empty or cannot be read."""
        return self._value

    def set_value(self, value: date | None) -> None:
        """Show another date or nothing."""
        self.setText(format_date(value))

    def is_valid(self) -> bool:
        """Say whether the box is empty or holds a real date."""
        return not self.text().strip() or self._value is not None

    def _read(self, text: str) -> None:
        value = parse_date(text)
        if self.is_valid() or value is not None:
            set_property(self, "invalid", False)
        if value != self._value:
            self._value = value
            self.changed.emit(value)

    def _tidy(self) -> None:
        if self._value is not None:
            self.setText(format_date(self._value))
        set_property(self, "invalid", not self.is_valid())

    def _pick(self) -> None:
        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        shown = self._value or date.today()
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.activated.connect(self._take)
        calendar.clicked.connect(self._take)
        calendar.activated.connect(calendar.close)
        calendar.clicked.connect(calendar.close)
        calendar.move(self.mapToGlobal(QPoint(0, self.height())))
        calendar.show()

    def _take(self, chosen: QDate) -> None:
        self.set_value(date(chosen.year(), chosen.month(), chosen.day()))
        self.setFocus()
