"""Asks for the reason of a step, and what is to be mended (hộp ghi lý do)."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from dvk_desktop.views.forms.ui_reason_dialog import Ui_ReasonDialog
from dvk_desktop.views.widgets.labels import set_property

_COLUMNS = 3


class ReasonDialog(QDialog):
    """A reason that must be given, with items to tick where there are any (hộp ghi lý do)."""

    def __init__(
        self,
        title: str,
        names: str,
        action: str,
        fields: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_ReasonDialog()
        self.ui.setupUi(self)
        self.setWindowTitle(title)
        self.ui.title_label.setText(title)
        self.ui.names_label.setTextFormat(Qt.TextFormat.PlainText)
        self.ui.names_label.setText(names)
        self.ui.act_button.setText(action)
        self.ui.fields_box.setVisible(bool(fields))
        self._ticks: dict[str, QCheckBox] = {}
        for number, (key, label) in enumerate(fields.items()):
            tick = self._ticks[key] = QCheckBox(label)
            self.ui.fields_grid.addWidget(tick, *divmod(number, _COLUMNS))
        for earlier, later in zip(
            [self.ui.note_edit, *self._ticks.values()],
            [*self._ticks.values(), self.ui.leave_button],
            strict=True,
        ):
            QWidget.setTabOrder(earlier, later)
        self.ui.act_button.clicked.connect(self._act)
        self.ui.leave_button.clicked.connect(self.reject)
        self.ui.note_edit.textChanged.connect(lambda: self._mark(is_missing=False))

    @property
    def note(self) -> str:
        """The reason."""
        return self.ui.note_edit.toPlainText().strip()

    @property
    def fields(self) -> tuple[str, ...]:
        """The items that were ticked."""
        return tuple(key for key, tick in self._ticks.items() if tick.isChecked())

    @Slot()
    def _act(self) -> None:
        if self.note:
            self.accept()
            return
        self._mark(is_missing=True)
        self.ui.note_edit.setFocus()

    def _mark(self, *, is_missing: bool) -> None:
        set_property(self.ui.note_edit, "invalid", is_missing)
        self.ui.fault_label.setVisible(is_missing)
        self.ui.note_edit.setAccessibleDescription(self.ui.fault_label.text() * is_missing)
