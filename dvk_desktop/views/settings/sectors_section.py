"""The sectors of the campaign that is shown (lĩnh vực)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.records.campaign import SectorRow
from dvk_desktop.domain.vietnamese.normal import clean_line
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.item_models.columns import Column
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.messages import confirm
from dvk_desktop.views.settings.section import Section
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.labelled_form import LabelledForm
from dvk_desktop.views.widgets.labels import button
from dvk_desktop.views.widgets.record_table_view import RecordTableView

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services


def sector_columns() -> tuple[Column[SectorRow], ...]:
    """Return the columns of the list of sectors."""
    translate = QCoreApplication.translate
    return (
        Column("code", translate("sector_columns", "Mã"), lambda row: row.code, width=90),
        Column(
            "name", translate("sector_columns", "Tên lĩnh vực"), lambda row: row.name, stretch=True
        ),
        Column(
            "counts_as",
            translate("sector_columns", "Cộng vào"),
            lambda row: row.counts_as or "",
            width=110,
        ),
    )


class SectorsSection(Section):
    """Adds, renames and removes sectors of one campaign (lĩnh vực)."""

    shows = Changes.CAMPAIGNS

    def __init__(self, services: "Services", runner: TaskRunner, bus: ChangeBus) -> None:
        super().__init__(services, runner, bus)
        self.name_it(self.tr("Lĩnh vực"), self.tr("Của đợt thi đua đang chọn ở phía trên."))
        self.header.add_action(button(self.tr("Thêm lĩnh vực"), self._begin, icon_name="plus"))
        self._id: str | None = None
        self.model: RecordTableModel[SectorRow] = RecordTableModel(sector_columns(), self)
        self.table = RecordTableView(
            "sectors", self.tr("Lĩnh vực"), empty_text=self.tr("Chưa có lĩnh vực nào.")
        )
        self.table.setModel(self.model)
        self.table.chosen.connect(self._choose)
        self.code_edit, self.name_edit = QLineEdit(), QLineEdit()
        self.code_edit.setMaxLength(20)
        self.counts_combo = ChoiceCombo()
        self.form = LabelledForm()
        self._lay_out()

    def refresh(self) -> None:
        """Read the sectors of the campaign."""
        rows = self.services.campaigns.sectors(self.campaign_id) if self.campaign_id else ()
        self.model.replace(rows)
        own = (None, self.tr("Lĩnh vực riêng"))
        self.counts_combo.offer([own, *((row.code, row.name) for row in rows)])
        if not self.table.selected_ids() and rows:
            self.table.selectRow(0)

    def _lay_out(self) -> None:
        self.form.add("code", self.tr("Mã"), self.code_edit, is_required=True)
        self.form.add("name", self.tr("Tên lĩnh vực"), self.name_edit, is_required=True)
        self.form.add(
            "counts_as",
            self.tr("Khi tổng hợp, cộng vào"),
            self.counts_combo,
            hint=self.tr("Cho lĩnh vực chỉ dùng ở cơ sở, báo cáo lên trên theo lĩnh vực khác"),
        )
        self.remove_button = button(self.tr("Xóa"), self._remove, icon_name="trash", kind="danger")
        self.save_button = self.lay_beside(
            self.table, self.form, remove=self.remove_button, save=self._save
        )

    def _begin(self) -> None:
        self.table.clearSelection()
        self._id = None
        self._show("", "", None)
        self.code_edit.setFocus()

    def _choose(self) -> None:
        rows = self.table.selected_records()
        if len(rows) == 1:
            self._id = rows[0].id
            self._show(rows[0].code, rows[0].name, rows[0].counts_as)

    def _show(self, code: str, name: str, counts_as: str | None) -> None:
        self.form.clear_faults()
        self.code_edit.setText(code)
        # Registrations and packages carry the code.
        self.code_edit.setReadOnly(self._id is not None)
        self.name_edit.setText(name)
        self.counts_combo.choose(counts_as)
        self.remove_button.setVisible(self._id is not None)

    def _save(self) -> None:
        from dvk_desktop.services.office.campaigns import SectorDraft  # noqa: PLC0415 -- slow import

        draft = SectorDraft(
            clean_line(self.code_edit.text()),
            clean_line(self.name_edit.text()),
            self.counts_combo.currentData(),
        )
        faults = {
            key: self.tr("Cần điền mục này.") for key in ("code", "name") if not getattr(draft, key)
        }
        taken = {row.code.casefold() for row in self.model.records if row.id != self._id}
        if draft.code.casefold() in taken:
            faults["code"] = self.tr("Mã này đã dùng cho lĩnh vực khác.")
        self.form.show_faults(faults)
        if not faults:
            said = self.tr("Đã lưu lĩnh vực “{name}”.").format(name=draft.name)
            save = self.services.campaigns.save_sector
            self.do(lambda: save(self.campaign_id, draft, self._id), said)

    def _remove(self) -> None:
        record_id = self._id
        if record_id is None:
            return
        title = self.tr("Xóa lĩnh vực “{name}”?").format(name=self.name_edit.text())
        text = self.tr("Chỉ xóa được lĩnh vực chưa có đăng ký nào.")
        if confirm(self, title, text, self.tr("Xóa lĩnh vực"), is_risky=True):
            self.do(lambda: self.services.campaigns.remove_sector(record_id))
