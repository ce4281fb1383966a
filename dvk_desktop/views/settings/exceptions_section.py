"""Other dates for single units, each with its reason (gia hạn)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.deadlines import CampaignStep
from dvk_desktop.domain.records.campaign import DeadlineRow
from dvk_desktop.domain.vietnamese.normal import clean_line
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.dates import format_date
from dvk_desktop.views.item_models.columns import Column
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.messages import confirm
from dvk_desktop.views.settings.section import Section
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.date_edit import DateEdit
from dvk_desktop.views.widgets.labelled_form import LabelledForm
from dvk_desktop.views.widgets.labels import button
from dvk_desktop.views.widgets.record_table_view import RecordTableView

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services


class ExceptionsSection(Section):
    """Adds, changes and removes the exceptions of one campaign (gia hạn)."""

    shows = Changes.CAMPAIGNS | Changes.UNITS

    def __init__(self, services: "Services", runner: TaskRunner, bus: ChangeBus) -> None:
        super().__init__(services, runner, bus)
        self.name_it(
            self.tr("Gia hạn cho đơn vị"),
            self.tr("Thay thời hạn chung cho riêng một đơn vị; phải ghi lý do."),
        )
        self.header.add_action(button(self.tr("Thêm gia hạn"), self._begin, icon_name="plus"))
        self._names: dict[str, str] = {}
        self.model: RecordTableModel[DeadlineRow] = RecordTableModel(self._columns(), self)
        self.table = RecordTableView(
            "exceptions",
            self.tr("Gia hạn"),
            empty_text=self.tr("Mọi đơn vị theo thời hạn chung."),
        )
        self.table.setModel(self.model)
        self.table.chosen.connect(self._choose)
        self.unit_combo, self.step_combo = ChoiceCombo(), ChoiceCombo()
        self.step_combo.offer([(step.value, worded(step.label)) for step in CampaignStep])
        self.on_time_edit, self.closing_edit = DateEdit(), DateEdit()
        self.reason_edit = QLineEdit()
        self.form = LabelledForm()
        self._lay_out()

    def refresh(self) -> None:
        """Read the exceptions of the campaign, and the units."""
        units = self.services.units.units()
        self._names = {unit.id: unit.name for unit in units}
        none = ("", self.tr("Chưa chọn"))
        self.unit_combo.offer([none, *((unit.id, unit.name) for unit in units)])
        rows: list[DeadlineRow] = []
        if self.campaign_id:
            detail = self.services.campaigns.detail(self.campaign_id)
            rows = [row for row in detail.deadlines if row.unit_id is not None]
        self.model.replace(rows)
        self.remove_button.setEnabled(bool(self.table.selected_ids()))

    def _columns(self) -> tuple[Column[DeadlineRow], ...]:
        translate = QCoreApplication.translate
        return (
            Column(
                "unit",
                translate("exception_columns", "Đơn vị"),
                lambda row: self._names.get(row.unit_id or "", ""),
                stretch=True,
                tool_tip=lambda row: row.reason,
            ),
            Column(
                "step",
                translate("exception_columns", "Việc"),
                lambda row: worded(CampaignStep(row.step).label),
                width=130,
            ),
            Column(
                "on_time",
                translate("exception_columns", "Hạn mới"),
                lambda row: format_date(row.on_time),
                sort_key=lambda row: row.on_time.toordinal(),
                width=108,
            ),
        )

    def _lay_out(self) -> None:
        self.form.add("unit", self.tr("Đơn vị"), self.unit_combo, is_required=True)
        self.form.add("step", self.tr("Việc"), self.step_combo, is_required=True)
        self.form.add(
            "on_time", self.tr("Đúng hạn đến hết ngày"), self.on_time_edit, is_required=True
        )
        self.form.add("closing", self.tr("Khóa sau ngày"), self.closing_edit)
        self.form.add("reason", self.tr("Lý do"), self.reason_edit, is_required=True)
        self.remove_button = button(
            self.tr("Bỏ gia hạn"), self._remove, icon_name="trash", kind="danger"
        )
        self.save_button = self.lay_beside(
            self.table, self.form, remove=self.remove_button, save=self._save
        )

    def _begin(self) -> None:
        self.table.clearSelection()
        self._show(None)
        self.unit_combo.setFocus()

    def _choose(self) -> None:
        rows = self.table.selected_records()
        self._show(rows[0] if len(rows) == 1 else None)

    def _show(self, row: DeadlineRow | None) -> None:
        self.form.clear_faults()
        self.unit_combo.choose("" if row is None else row.unit_id)
        self.step_combo.choose(CampaignStep.REGISTRATION.value if row is None else row.step)
        self.on_time_edit.set_value(None if row is None else row.on_time)
        self.closing_edit.set_value(None if row is None else row.closes_on)
        self.reason_edit.setText("" if row is None else row.reason)
        self.remove_button.setEnabled(row is not None)

    def _save(self) -> None:
        unit_id, reason = self.unit_combo.currentData(), clean_line(self.reason_edit.text())
        day = self.on_time_edit.value() if self.on_time_edit.is_valid() else None
        faults: dict[str, str] = {}
        for key, value in (("unit", unit_id), ("on_time", day), ("reason", reason)):
            if not value:
                faults[key] = self.tr("Cần điền mục này.")
        if not self.closing_edit.is_valid():
            faults["closing"] = self.tr("Hãy nhập ngày/tháng/năm.")
        self.form.show_faults(faults)
        if faults or day is None:
            return
        step = self.step_combo.currentData()
        row = DeadlineRow("", step, day, self.closing_edit.value(), unit_id, reason)
        said = self.tr("Đã gia hạn cho {unit}.").format(unit=self._names[unit_id])
        self.do(lambda: self.services.campaigns.save_deadline(self.campaign_id, row), said)

    def _remove(self) -> None:
        rows = self.table.selected_records()
        if not rows:
            return
        name = self._names.get(rows[0].unit_id or "", "")
        title = self.tr("Bỏ gia hạn của {unit}?").format(unit=name)
        text = self.tr("Đơn vị theo thời hạn chung; đăng ký nộp muộn được tính lại.")
        if confirm(self, title, text, self.tr("Bỏ gia hạn"), is_risky=True):
            record_id = rows[0].id
            if self.do(lambda: self.services.campaigns.remove_deadline(record_id)):
                self._show(None)
