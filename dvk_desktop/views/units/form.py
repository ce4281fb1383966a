"""One unit, with all that the register holds of it (biểu mẫu đơn vị)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from dvk_desktop.domain.errors import MissingFieldsError
from dvk_desktop.domain.records.unit import LevelRow, UnitDraft, UnitRow
from dvk_desktop.domain.vietnamese.normal import clean_line, clean_text
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.date_edit import DateEdit
from dvk_desktop.views.widgets.labelled_form import LabelledForm
from dvk_desktop.views.widgets.labels import button, icon_button
from dvk_desktop.views.widgets.scrolling import scrolling
from dvk_desktop.views.widgets.section_header import SectionHeader


class UnitForm(QWidget):
    """Shows a unit or a new one; hands on what was typed (biểu mẫu đơn vị).

    ``saved`` carries the draft; ``dissolving`` and ``removing`` ask for the unit shown.
    """

    saved = Signal(object)
    dissolving = Signal()
    removing = Signal()
    adding_below = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit: UnitRow | None = None
        self._loaded = UnitDraft("", "", "", None)
        self.header = SectionHeader(self.tr("Đơn vị"), role="heading")
        self.name_edit = QLineEdit()
        self.code_edit = QLineEdit()
        self.level_combo = QComboBox()
        self.parent_combo = ChoiceCombo()
        self.order_spin = QSpinBox()
        self.order_spin.setRange(0, 99_999)
        self.order_spin.setSpecialValueText(self.tr("cuối danh sách"))
        self.from_edit = DateEdit()
        self.to_edit = DateEdit()
        self.owes_check = QCheckBox(self.tr("Năm nay không phải đăng ký mô hình"))
        self.note_edit = QPlainTextEdit()
        self.note_edit.setFixedHeight(64)
        self.note_edit.setTabChangesFocus(True)
        self.form = LabelledForm(columns=2)
        self._fill()
        self._lay_out()

    def offer(self, levels: Sequence[LevelRow], units: Sequence[UnitRow]) -> None:
        """Offer levels and parents; what was chosen stays."""
        kept = self.level_combo.currentData()
        self.level_combo.clear()
        for level in levels:
            self.level_combo.addItem(level.name, level.code)
        self.level_combo.setCurrentIndex(self.level_combo.findData(kept))
        nothing = (None, self.tr("Không có (đứng đầu)"))
        self.parent_combo.offer([nothing, *((unit.id, unit.name) for unit in units)])

    def show_unit(self, unit: UnitRow, count: int) -> None:
        """Show one unit of the register with its number of registrations."""
        self._unit = unit
        subtitle = self.tr("{count} đăng ký trong đợt này").format(count=count)
        self.header.set_title(unit.name)
        self.header.set_subtitle(subtitle if count else self.tr("Chưa có đăng ký trong đợt này"))
        self._show(
            UnitDraft(
                code=unit.code,
                name=unit.name,
                level_code=unit.level_code,
                parent_id=unit.parent_id,
                kind=unit.kind,
                sort_order=unit.sort_order,
                valid_from=unit.valid_from,
                valid_to=unit.valid_to,
                owes_nothing=unit.owes_nothing,
                note=unit.note,
                id=unit.id,
            )
        )
        self._allow(is_new=False)

    def show_new(self, parent_id: str | None, level_code: str) -> None:
        """Begin a new unit below another one."""
        self._unit = None
        self.header.set_title(self.tr("Đơn vị mới"))
        self.header.set_subtitle(self.tr("Chưa lưu"))
        self._show(UnitDraft(code="", name="", level_code=level_code, parent_id=parent_id))
        self._allow(is_new=True)
        self.name_edit.setFocus()

    def draft(self) -> UnitDraft:
        """Return what was typed."""
        return UnitDraft(
            code=clean_line(self.code_edit.text()),
            name=clean_line(self.name_edit.text()),
            level_code=str(self.level_combo.currentData() or ""),
            parent_id=self.parent_combo.currentData(),
            kind=self._loaded.kind,
            sort_order=self.order_spin.value() or None,
            valid_from=self.from_edit.value(),
            valid_to=self.to_edit.value(),
            owes_nothing=self.owes_check.isChecked(),
            note=clean_text(self.note_edit.toPlainText()),
            id=self._loaded.id,
        )

    def is_changed(self) -> bool:
        """Say whether something was typed that is not stored."""
        return self.draft() != self._loaded

    def forget_changes(self) -> None:
        """Count what is shown as stored."""
        self._loaded = self.draft()

    def show_missing(self, error: MissingFieldsError) -> bool:
        """Mark the fields that must be filled."""
        return self.form.show_missing(error)

    def _show(self, draft: UnitDraft) -> None:
        self.form.clear_faults()
        self.name_edit.setText(draft.name)
        self.name_edit.setCursorPosition(0)
        self.code_edit.setText(draft.code)
        self.level_combo.setCurrentIndex(self.level_combo.findData(draft.level_code))
        self.parent_combo.choose(draft.parent_id)
        self.order_spin.setValue(draft.sort_order or 0)
        self.from_edit.set_value(draft.valid_from)
        self.to_edit.set_value(draft.valid_to)
        self.owes_check.setChecked(draft.owes_nothing)
        self.note_edit.setPlainText(draft.note)
        self._loaded = draft
        # What the widgets make of it is what counts as unchanged.
        self._loaded = self.draft()

    def _allow(self, *, is_new: bool) -> None:
        for act in (self._below, self._dissolve, self._remove):
            act.setVisible(not is_new)

    def _fill(self) -> None:
        form = self.form
        form.add("name", self.tr("Tên đơn vị"), self.name_edit, is_required=True, span=2)
        form.add("code", self.tr("Mã"), self.code_edit, is_required=True)
        form.add("level_code", self.tr("Cấp"), self.level_combo, is_required=True)
        form.add("parent_id", self.tr("Thuộc"), self.parent_combo, span=2)
        form.add("valid_from", self.tr("Có từ ngày"), self.from_edit)
        form.add("valid_to", self.tr("Đến hết ngày"), self.to_edit)
        form.add("sort_order", self.tr("Thứ tự trong danh sách"), self.order_spin)
        form.add("note", self.tr("Ghi chú"), self.note_edit, span=2)
        form.add_wide(self.owes_check)

    def _lay_out(self) -> None:
        self._below = icon_button(
            "plus", self.tr("Thêm đơn vị bên dưới đơn vị này"), self.adding_below.emit
        )
        self.header.add_action(self._below)
        self._dissolve = button(self.tr("Giải thể…"), self.dissolving.emit)
        self._remove = button(self.tr("Xóa"), self.removing.emit, icon_name="trash", kind="danger")
        self.save_button = button(
            self.tr("Lưu"), self._save, icon_name="device-floppy", kind="primary"
        )
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 12, 0)
        inside.setSpacing(12)
        inside.addWidget(self.form)
        inside.addStretch(1)
        buttons = QHBoxLayout()
        for act in (self._dissolve, self._remove):
            buttons.addWidget(act)
        buttons.addStretch(1)
        buttons.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.header)
        layout.addWidget(scrolling(inside), 1)
        layout.addLayout(buttons)

    def _save(self) -> None:
        bad = self.tr("Ngày chưa đúng. Hãy nhập ngày/tháng/năm.")
        dates = {"valid_from": self.from_edit, "valid_to": self.to_edit}
        faults = {key: bad for key, edit in dates.items() if not edit.is_valid()}
        begin, end = self.from_edit.value(), self.to_edit.value()
        if not faults and begin is not None and end is not None and end < begin:
            faults["valid_to"] = self.tr("Ngày kết thúc đứng trước ngày bắt đầu.")
        self.form.show_faults(faults)
        if not faults:
            self.saved.emit(self.draft())
