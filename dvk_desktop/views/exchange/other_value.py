"""A field for the third way out of a conflict: another value (giá trị khác)."""

import unicodedata
from datetime import date
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from dvk_desktop.views.exchange.wording import choices_of, spec_of
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.date_edit import DateEdit
from dvk_desktop.views.widgets.growing_text import GrowingText

_TEXT, _CHOICE, _DATE = range(3)


class OtherValue(QStackedWidget):
    """Asks for text, a date or one of the choices, as the field holds it (giá trị khác)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = GrowingText(least_lines=2)
        self.text.setAccessibleName(self.tr("Giá trị khác"))
        self.choice = ChoiceCombo()
        self.date = DateEdit()
        self._kind = "text"
        for widget in (self.text, self.choice, self.date):
            self.addWidget(widget)

    def ask_for(self, record_type: str, field: str, value: Any) -> bool:
        """Prepare for a field; say whether another value can be written here at all."""
        spec = spec_of(record_type, field)
        self._kind = spec.kind if spec is not None else "text"
        choices = choices_of(record_type, field)
        if field == "deleted" or self._kind in {"id", "ids", "json", "boolean", "timestamp"}:
            return False
        if choices:
            self.choice.offer(choices)
            self.choice.choose(value)
            self.setCurrentIndex(_CHOICE)
        elif self._kind == "date":
            self.date.set_value(date.fromisoformat(value) if value else None)
            self.setCurrentIndex(_DATE)
        else:
            self.text.setPlainText("" if value is None else str(value))
            self.setCurrentIndex(_TEXT)
        return True

    def value(self) -> Any:
        """Return the value as it stands in a package."""
        if self.currentIndex() == _CHOICE:
            return self.choice.currentData()
        if self.currentIndex() == _DATE:
            chosen = self.date.value()
            return None if chosen is None else chosen.isoformat()
        text = unicodedata.normalize("NFC", self.text.toPlainText().strip())
        if self._kind == "integer":
            plain = text.replace(".", "").replace(" ", "")
            return int(plain) if plain.lstrip("-").isdecimal() else text or None
        if self._kind == "decimal":
            return text.replace(",", ".") or None
        return text
