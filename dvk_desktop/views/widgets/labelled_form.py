"""A form: labels above the fields, faults under them (biểu mẫu)."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLayout, QWidget

from dvk_desktop.domain.errors import MissingFieldsError
from dvk_desktop.views.widgets.labels import line, set_property, text_label


@dataclass(frozen=True, slots=True)
class _Field:
    widget: QWidget
    fault: QLabel


class LabelledForm(QWidget):
    """Fields in one or more columns, each with label, required mark and room for a fault.

    Fields are added in the order in which the keyboard visits them; ``faults_shown`` carries the
    keys of those that are wrong, none when all is well (biểu mẫu).
    """

    faults_shown = Signal(tuple)

    def __init__(self, parent: QWidget | None = None, *, columns: int = 1) -> None:
        super().__init__(parent)
        self._columns = columns
        self._fields: dict[str, _Field] = {}
        self._row = 0
        self._column = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetMinAndMaxSize)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def add(
        self,
        key: str,
        label: str,
        widget: QWidget,
        *,
        is_required: bool = False,
        hint: str = "",
        span: int = 1,
    ) -> None:
        """Add one field.

        Args:
            key: The name that errors use for the field.
            label: What stands above it.
            widget: What is typed into; a plain edit, a combo box, a date edit and so on.
            is_required: Adds the mark and says so to screen readers.
            hint: A quiet line under the field until there is a fault.
            span: How many columns the field takes.
        """
        if self._column + span > self._columns:
            self._next_row()
        caption = text_label(f"{label} *" if is_required else label, "label")
        caption.setBuddy(widget)
        required = self.tr("bắt buộc")
        widget.setAccessibleName(f"{label}, {required}" if is_required else label)
        fault = text_label(hint, "muted")
        fault.setProperty("hint", hint)
        # To show what has no parent yet would open a window for a moment.
        if not hint:
            fault.hide()
        if isinstance(widget, QComboBox):
            _keep_narrow(widget)
        place = (self._column, 1, span)
        self._grid.addWidget(caption, self._row, *place)
        self._grid.addWidget(widget, self._row + 1, *place)
        self._grid.addWidget(fault, self._row + 2, *place, Qt.AlignmentFlag.AlignTop)
        self._fields[key] = _Field(widget, fault)
        self._column += span
        if self._column >= self._columns:
            self._next_row()

    def add_section(self, title: str) -> None:
        """Begin a part of the form with a heading and a line."""
        self._next_row()
        if self._row:
            self._grid.setRowMinimumHeight(self._row, 8)
        self._grid.addWidget(text_label(title, "heading"), self._row + 1, 0, 1, self._columns)
        self._grid.addWidget(line(), self._row + 2, 0, 1, self._columns)
        self._row += 4

    def add_wide(self, widget: QWidget) -> None:
        """Add something without a label over the whole width."""
        self._next_row()
        self._grid.addWidget(widget, self._row, 0, 1, self._columns)
        self._row += 4

    def field(self, key: str) -> QWidget:
        """Return the widget of one field."""
        return self._fields[key].widget

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Show what is wrong under the fields and go to the first one; none clears all."""
        for key, one in self._fields.items():
            text = faults.get(key, "")
            _say(one, text)
        wrong = tuple(key for key in self._fields if key in faults)
        if wrong:
            self.field(wrong[0]).setFocus(Qt.FocusReason.OtherFocusReason)
        self.faults_shown.emit(wrong)

    def show_hint(self, key: str, hint: str) -> None:
        """Put another quiet line under a field that was added with one."""
        field = self._fields[key]
        field.fault.setProperty("hint", hint)
        _say(field, "")

    def clear_faults(self) -> None:
        """Take all faults away."""
        self.show_faults({})

    def show_missing(self, error: MissingFieldsError) -> bool:
        """Mark the fields that an error names; say whether this form has one of them."""
        text = self.tr("Cần điền mục này.")
        faults = {key: text for key in error.fields if key in self._fields}
        self.show_faults(faults)
        return bool(faults)

    def _next_row(self) -> None:
        if self._column:
            self._grid.setRowMinimumHeight(self._row + 3, 6)
            self._row += 4
            self._column = 0


def _say(field: _Field, text: str) -> None:
    hint = str(field.fault.property("hint"))
    field.fault.setText(text or hint)
    field.fault.setVisible(bool(text or hint))
    set_property(field.fault, "role", "error" if text else "muted")
    set_property(field.widget, "invalid", bool(text))
    field.widget.setAccessibleDescription(text or hint)


def _keep_narrow(combo: QComboBox) -> None:
    """Let a combo box with long entries not push the form wider than the window."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(8)
