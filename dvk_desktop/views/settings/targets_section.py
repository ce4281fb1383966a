"""How many models each unit is asked for (chỉ tiêu)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dvk_desktop.domain.changes import Changes
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.item_models.columns import NUMBER, Column
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.settings.section import Section
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.labelled_form import LabelledForm
from dvk_desktop.views.widgets.labels import button
from dvk_desktop.views.widgets.number_edit import NumberEdit
from dvk_desktop.views.widgets.record_table_view import RecordTableView

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target as it is listed; an empty ``id`` stands for every other unit (chỉ tiêu)."""

    id: str
    name: str
    minimum: int


def target_columns() -> tuple[Column[TargetRow], ...]:
    """Return the columns of the list of targets."""
    translate = QCoreApplication.translate
    return (
        Column("name", translate("target_columns", "Đơn vị"), lambda row: row.name, stretch=True),
        Column(
            "minimum",
            translate("target_columns", "Ít nhất"),
            lambda row: str(row.minimum),
            sort_key=lambda row: row.minimum,
            alignment=NUMBER,
            width=90,
        ),
    )


class TargetsSection(Section):
    """One target for every unit, and those of single units (chỉ tiêu)."""

    shows = Changes.CAMPAIGNS | Changes.UNITS

    def __init__(self, services: "Services", runner: TaskRunner, bus: ChangeBus) -> None:
        super().__init__(services, runner, bus)
        self.name_it(
            self.tr("Chỉ tiêu"),
            self.tr("Số mô hình ít nhất mỗi đơn vị đăng ký trong đợt đang chọn."),
        )
        self.model: RecordTableModel[TargetRow] = RecordTableModel(target_columns(), self)
        self.table = RecordTableView(
            "targets", self.tr("Chỉ tiêu"), empty_text=self.tr("Chưa giao chỉ tiêu cho đơn vị nào.")
        )
        self.table.setModel(self.model)
        self.table.chosen.connect(self._choose)
        self.unit_combo = ChoiceCombo()
        self.minimum_edit = NumberEdit(is_whole=True)
        self.form = LabelledForm()
        self._lay_out()

    def refresh(self) -> None:
        """Read the targets of the campaign, and the units."""
        every = ("", self.tr("Mọi đơn vị khác"))
        names = dict([every, *((unit.id, unit.name) for unit in self.services.units.units())])
        self.unit_combo.offer(list(names.items()))
        if not self.campaign_id:
            return
        targets = self.services.campaigns.detail(self.campaign_id).targets
        rows = [TargetRow(unit or "", names.get(unit or "", ""), least) for unit, least in targets]
        self.model.replace(sorted(rows, key=lambda row: list(names).index(row.id)))
        self.remove_button.setEnabled(bool(self.table.selected_ids()))

    def _lay_out(self) -> None:
        self.form.add("unit", self.tr("Đơn vị"), self.unit_combo)
        self.form.add("minimum", self.tr("Số mô hình ít nhất"), self.minimum_edit, is_required=True)
        self.remove_button = button(
            self.tr("Bỏ chỉ tiêu"), self._remove, icon_name="trash", kind="danger"
        )
        self.save_button = self.lay_beside(
            self.table, self.form, remove=self.remove_button, save=self._save
        )

    def _choose(self) -> None:
        rows = self.table.selected_records()
        self.remove_button.setEnabled(len(rows) == 1)
        if len(rows) == 1:
            self.form.clear_faults()
            self.unit_combo.choose(rows[0].id)
            self.minimum_edit.set_value(rows[0].minimum)

    def _save(self) -> None:
        value = self.minimum_edit.value() if self.minimum_edit.is_valid() else None
        fault = {} if value is not None else {"minimum": self.tr("Hãy ghi một số, như 2.")}
        self.form.show_faults(fault)
        if value is None:
            return
        unit_id = self.unit_combo.currentData() or None
        save = self.services.campaigns.save_target
        self.do(lambda: save(self.campaign_id, unit_id, int(value)), self.tr("Đã lưu chỉ tiêu."))

    def _remove(self) -> None:
        rows = self.table.selected_records()
        if rows:
            unit_id = rows[0].id or None
            remove = self.services.campaigns.remove_target
            self.do(lambda: remove(self.campaign_id, unit_id), self.tr("Đã bỏ chỉ tiêu."))
