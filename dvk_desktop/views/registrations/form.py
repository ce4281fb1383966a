"""All that is typed about a registration, in groups (phiếu đăng ký)."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from dvk_desktop.domain.records.campaign import SectorRow
from dvk_desktop.domain.records.registration import RegistrationDraft
from dvk_desktop.domain.records.unit import LevelRow, UnitRow
from dvk_desktop.domain.registration_fields import (
    CONTENT_LABELS,
    ITEM_LABELS,
    REQUIRED_TO_SUBMIT,
)
from dvk_desktop.domain.terms import Labelled, RegistrationKind, SubjectType
from dvk_desktop.views.registrations.joint_units_field import JointUnitsField
from dvk_desktop.views.registrations.likeness_hint import LikenessHint
from dvk_desktop.views.registrations.model_link import ModelLink
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.date_edit import DateEdit
from dvk_desktop.views.widgets.growing_text import GrowingText
from dvk_desktop.views.widgets.labelled_form import LabelledForm
from dvk_desktop.views.widgets.labels import set_property
from dvk_desktop.views.widgets.number_edit import NumberEdit
from dvk_desktop.views.widgets.written_text import write_text

EMPTY = RegistrationDraft("", "", kind=RegistrationKind.NEW, subject_type=SubjectType.COLLECTIVE)
"""What a new form begins with: by far the most registrations are new and of collectives."""


class RegistrationForm(LabelledForm):
    """Fields for all of ``RegistrationDraft`` (phiếu).

    ``changed`` tells of every edit, ``shown`` that another registration is shown now.
    """

    changed = Signal()
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, columns=2)
        self._shown = EMPTY
        self._before: dict[str, object] = {}
        self._is_showing = False
        self._keys: list[str] = []
        self.hint = LikenessHint()
        self._add_head()
        self._add_content()
        self._add_figures()
        for key in self._keys:
            self._listen(self.field(key))
        self._combo("unit_id").currentIndexChanged.connect(self._follow_name)
        self._offer_terms("subject_type", SubjectType)
        self._offer_terms("kind", RegistrationKind)
        self._before = self._values()

    @property
    def is_changed(self) -> bool:
        """Whether something was typed since the last ``show_draft``."""
        return self._values() != self._before or self.model.is_changed

    @property
    def unit_id(self) -> str:
        """The unit that is chosen now; empty for none."""
        return str(self._combo("unit_id").currentData() or "")

    @property
    def name(self) -> str:
        """The name as it is typed now, on one line."""
        return " ".join(str(_read(self.field("name"))).split())

    def offer(
        self, units: Iterable[UnitRow], sectors: Iterable[SectorRow], levels: Iterable[LevelRow]
    ) -> None:
        """Offer what can be chosen; what is chosen stays chosen."""
        was_changed, joint = self.is_changed, self.joint.value()
        self._is_showing = True
        none = self.tr("Chưa chọn")
        self._combo("unit_id").offer([("", none), *((unit.id, unit.name) for unit in units)])
        sector_texts = ((sector.code, f"{sector.code} – {sector.name}") for sector in sectors)
        self._combo("sector_code").offer([(None, none), *sector_texts])
        level_texts = ((level.code, level.name) for level in levels)
        self._combo("target_level").offer([(None, none), *level_texts])
        # Its lists share the choices of the leading unit, which are new now.
        self.joint.set_value(joint)
        self._is_showing = False
        if not was_changed:
            self._before = self._values()

    def show_draft(self, draft: RegistrationDraft, open_fields: Collection[str]) -> None:
        """Show another registration; only ``open_fields`` can be changed."""
        self._is_showing = True
        self._shown = draft
        for key in self._keys:
            _write(self.field(key), getattr(draft, key))
            _lock(self.field(key), key not in open_fields)
        self.model.show_model(draft.exemplar_id, is_locked="kind" not in open_fields)
        self.clear_faults()
        self.hint.clear()
        self._before = self._values()
        self._is_showing = False
        self.shown.emit()

    def draft(self) -> RegistrationDraft:
        """Return what the form says; what it has no field for stays as it was shown."""
        values = self._values()
        for key in ("people_count", "cost"):
            values[key] = None if values[key] is None else int(str(values[key]))
        values["name"] = self.name
        arguments: dict[str, Any] = values
        return replace(self._shown, exemplar_id=self.model.value, **arguments)

    def refuse_unreadable(self) -> bool:
        """Mark dates and numbers that cannot be read; say whether there are any."""
        faults = {}
        for key in self._keys:
            widget = self.field(key)
            if isinstance(widget, DateEdit) and not widget.is_valid():
                faults[key] = self.tr("Không đọc được ngày này. Hãy ghi như 05/03/2017.")
            elif isinstance(widget, NumberEdit) and not widget.is_valid():
                faults[key] = widget.fault()
        if faults:
            # All at once: nobody likes to mend one and then hear of the next.
            empty = {"name": self.name, "unit_id": self.unit_id}
            missing = self.tr("Cần điền mục này.")
            faults |= {key: missing for key, value in empty.items() if not value}
        self.show_faults(faults)
        return bool(faults)

    def go_to(self, key: str) -> None:
        """Put the keyboard into one field."""
        self.field(key).setFocus()

    def _add_head(self) -> None:
        name = GrowingText(least_lines=1, most_lines=4)
        name.textChanged.connect(self._follow_name)
        self._add("name", name, span=2)
        self.add_wide(self.hint)
        self._add("unit_id", ChoiceCombo())
        self._add("lead_body", QLineEdit())
        self.joint = JointUnitsField(self._combo("unit_id"))
        self.joint.changed.connect(self._follow_name)
        self._add("co_unit_ids", self.joint, span=2)
        self._add("sector_code", ChoiceCombo())
        self._add("subject_type", ChoiceCombo())
        self._add("kind", ChoiceCombo())
        self._add("target_level", ChoiceCombo())
        self.model = ModelLink(self._combo("kind"))
        self.model.changed.connect(self._tell)
        self.add_wide(self.model)
        self._add("registered_on", DateEdit())
        self._add("address", QLineEdit())

    def _add_content(self) -> None:
        self.add_section(self.tr("Nội dung mô hình"))
        for key in CONTENT_LABELS:
            self._add(key, GrowingText(), span=2)

    def _add_figures(self) -> None:
        self.add_section(self.tr("Số liệu"))
        self._add("people_count", NumberEdit(is_whole=True))
        self._add("cost", NumberEdit(is_whole=True), self.tr("đồng"))
        self._add("work_days", NumberEdit(), self.tr("ngày"))
        self._add("land_area", NumberEdit(), self.tr("m²"))
        self.add_section(self.tr("Người phụ trách"))
        self._add("contact_name", QLineEdit())
        self._add("contact_title", QLineEdit())
        self._add("contact_phone", QLineEdit())
        self._add("note", GrowingText(least_lines=1), span=2)

    def _add(self, key: str, widget: QWidget, measure: str = "", *, span: int = 1) -> None:
        label = worded(ITEM_LABELS[key])
        if measure:
            label = f"{label} ({measure})"
        widget.setObjectName(f"{key}_edit")
        self.add(key, label, widget, is_required=key in REQUIRED_TO_SUBMIT, span=span)
        self._keys.append(key)

    def _offer_terms(self, key: str, terms: type[Labelled]) -> None:
        texts = ((term, worded(term.label)) for term in terms)
        self._combo(key).offer([(None, self.tr("Chưa chọn")), *texts])

    def _combo(self, key: str) -> ChoiceCombo:
        combo = self.field(key)
        assert isinstance(combo, ChoiceCombo)
        return combo

    def _listen(self, widget: QWidget) -> None:
        if isinstance(widget, ChoiceCombo):
            widget.currentIndexChanged.connect(self._tell)
        elif isinstance(widget, JointUnitsField):
            widget.changed.connect(self._tell)
        elif isinstance(widget, QLineEdit | QPlainTextEdit):
            widget.textChanged.connect(self._tell)

    def _follow_name(self) -> None:
        if not self._is_showing:
            self.hint.follow()

    def _tell(self) -> None:
        if not self._is_showing:
            self.changed.emit()

    def _values(self) -> dict[str, object]:
        return {key: _read(self.field(key)) for key in self._keys}


def _read(widget: QWidget) -> object:
    if isinstance(widget, JointUnitsField):
        return widget.value()
    if isinstance(widget, ChoiceCombo):
        return widget.currentData()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    if isinstance(widget, DateEdit | NumberEdit):
        # What cannot be read is a change too, or it would be lost without a question.
        return widget.value() if widget.is_valid() else widget.text()
    assert isinstance(widget, QLineEdit)
    return widget.text()


def _write(widget: QWidget, value: Any) -> None:
    """Show a value; a text that is the same keeps its cursor and its undo."""
    if isinstance(widget, JointUnitsField):
        if widget.value() != value:
            widget.set_value(value)
    elif isinstance(widget, ChoiceCombo):
        if not widget.choose(value) and value:
            widget.addItem(str(value), value)
            widget.choose(value)
    elif isinstance(widget, DateEdit | NumberEdit):
        if not widget.is_valid() or widget.value() != value:
            widget.set_value(value)
    elif isinstance(widget, QPlainTextEdit | QLineEdit):
        write_text(widget, value)


def _lock(widget: QWidget, is_locked: bool) -> None:
    if isinstance(widget, JointUnitsField):
        widget.set_locked(is_locked)
    elif isinstance(widget, ChoiceCombo):
        widget.setEnabled(not is_locked)
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        # As a property, so that the style sheet looks again.
        set_property(widget, "readOnly", is_locked)
