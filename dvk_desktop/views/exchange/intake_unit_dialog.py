"""Adds the unit that sent a file and is not in the register yet (thêm đơn vị khi nhập)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dvk_desktop.domain.errors import DvkError, MissingFieldsError
from dvk_desktop.domain.records.unit import UnitDraft
from dvk_desktop.domain.vietnamese.normal import clean_line
from dvk_desktop.views.exchange.desk import Desk
from dvk_desktop.views.messages import show_error, tell
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.labelled_form import LabelledForm
from dvk_desktop.views.widgets.labels import button, text_label

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services


class NewUnitDialog(QDialog):
    """Asks for name, code, level and the unit above; ``added`` carries the id (đơn vị mới)."""

    added = Signal(str)

    def __init__(self, desk: Desk, file_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Thêm đơn vị mới"))
        self._desk = desk
        self.name_edit, self.code_edit = QLineEdit(), QLineEdit()
        self.level_combo, self.parent_combo = ChoiceCombo(), ChoiceCombo()
        self.form = LabelledForm(columns=2)
        self.form.add("name", self.tr("Tên đơn vị"), self.name_edit, is_required=True, span=2)
        self.form.add("code", self.tr("Mã"), self.code_edit, is_required=True)
        self.form.add("level_code", self.tr("Cấp"), self.level_combo, is_required=True)
        self.form.add("parent_id", self.tr("Thuộc"), self.parent_combo, span=2)
        self._offer(desk.services)
        self.save_button = button(self.tr("Thêm đơn vị"), self.save, kind="primary")
        self._lay_out(file_name)

    def save(self) -> None:
        """Add the unit to the register."""
        draft = UnitDraft(
            code=clean_line(self.code_edit.text()),
            name=clean_line(self.name_edit.text()),
            level_code=str(self.level_combo.currentData() or ""),
            parent_id=self.parent_combo.currentData(),
        )
        try:
            unit_id, changes = self._desk.services.units.save(draft)
        except MissingFieldsError as error:
            if not self.form.show_missing(error):
                show_error(self, error)
            return
        except DvkError as error:
            show_error(self, error)
            return
        tell(self.parentWidget(), self.tr("Đã thêm {unit}.").format(unit=draft.name), Tone.SUCCESS)
        self.accept()
        self.added.emit(unit_id)
        self._desk.bus.publish(changes)

    def _offer(self, services: "Services") -> None:
        office, units = services.office.office(), services.units.units()
        levels = services.office.levels()
        self.level_combo.offer([(level.code, level.name) for level in levels])
        nothing = (None, self.tr("Không có (đứng đầu)"))
        self.parent_combo.offer([nothing, *((unit.id, unit.name) for unit in units)])
        self.parent_combo.choose(office.unit_id)
        below = [unit.level_code for unit in units if unit.parent_id == office.unit_id]
        if below:
            self.level_combo.choose(max(set(below), key=below.count))

    def _lay_out(self, file_name: str) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(self.tr("Hủy"), self.reject))
        buttons.addWidget(self.save_button)
        text = self.tr("Tệp “{name}” sẽ được nhập cho đơn vị này.").format(name=file_name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(text_label(self.tr("Thêm đơn vị mới"), "heading"))
        layout.addWidget(text_label(text, "muted"))
        layout.addWidget(self.form)
        layout.addLayout(buttons)
        self.setMinimumWidth(460)
