"""Campaigns: opening the new year, naming, freezing the rules (đợt thi đua)."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSpinBox

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.records.campaign import CampaignRow
from dvk_desktop.domain.vietnamese.normal import clean_line
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.icons import dot
from dvk_desktop.views.item_models.columns import Column
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.messages import confirm
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.settings.section import Section
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.widgets.card import Card
from dvk_desktop.views.widgets.date_edit import format_date
from dvk_desktop.views.widgets.labelled_form import LabelledForm
from dvk_desktop.views.widgets.labels import button
from dvk_desktop.views.widgets.record_table_view import RecordTableView

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services


def campaign_columns() -> tuple[Column[CampaignRow], ...]:
    """Return the columns of the list of campaigns."""
    translate = QCoreApplication.translate
    free = translate("campaign_columns", "Đang sửa được")
    frozen = translate("campaign_columns", "Đã khóa từ {day}")
    return (
        Column(
            "name", translate("campaign_columns", "Tên đợt"), lambda row: row.name, stretch=True
        ),
        Column(
            "year",
            translate("campaign_columns", "Năm"),
            lambda row: _years(row),
            sort_key=lambda row: row.year_from,
            width=92,
        ),
        Column(
            "frozen",
            translate("campaign_columns", "Quy định chấm điểm"),
            lambda row: frozen.format(day=format_date(row.frozen_on)) if row.frozen_on else free,
            decoration=lambda row: dot(Tone.ACCENT if row.frozen_on else Tone.SUCCESS),
            width=190,
        ),
    )


class CampaignsSection(Section):
    """Opens a year, with defaults or like another one; renames; freezes (đợt thi đua)."""

    shows = Changes.CAMPAIGNS

    def __init__(self, services: "Services", runner: TaskRunner, bus: ChangeBus) -> None:
        super().__init__(services, runner, bus)
        self.name_it(
            self.tr("Đợt thi đua"),
            self.tr("Mỗi năm một đợt, với lĩnh vực, thời hạn, mẫu chấm điểm riêng."),
        )
        self.model: RecordTableModel[CampaignRow] = RecordTableModel(campaign_columns(), self)
        self.table = RecordTableView(
            "campaigns", self.tr("Đợt thi đua"), empty_text=self.tr("Chưa có đợt thi đua nào.")
        )
        self.table.setModel(self.model)
        self.table.chosen.connect(self._choose)
        self.year_spin = QSpinBox()
        self.year_spin.setRange(2000, 2100)
        self.like_combo = QComboBox()
        self.name_edit = QLineEdit()
        self._lay_out()

    def refresh(self) -> None:
        """Read the list again and offer the next year."""
        rows = self.services.campaigns.campaigns()
        self.model.replace(rows)
        self.year_spin.setValue(rows[0].year_to + 1 if rows else date.today().year)
        self.like_combo.clear()
        for row in rows:
            self.like_combo.addItem(
                self.tr("Như năm {year}").format(year=row.year_from), row.year_from
            )
        self.like_combo.addItem(self.tr("Mặc định của chương trình"), None)
        if not self.table.selected_ids() and rows:
            self.table.selectRow(0)
        self._choose()

    def _lay_out(self) -> None:
        opening = Card(self.tr("Mở đợt mới"))
        form = LabelledForm(columns=2)
        form.add("year", self.tr("Năm"), self.year_spin)
        form.add(
            "like",
            self.tr("Quy định"),
            self.like_combo,
            hint=self.tr("Lĩnh vực, thời hạn, chỉ tiêu, mẫu chấm điểm"),
        )
        opening.body.addWidget(form)
        row = QHBoxLayout()
        row.addStretch(1)
        self.create_button = button(
            self.tr("Mở đợt thi đua"), self._create, icon_name="plus", kind="primary"
        )
        row.addWidget(self.create_button)
        opening.body.addLayout(row)
        chosen = Card(self.tr("Đợt đang chọn"))
        naming = LabelledForm()
        naming.add(
            "name", self.tr("Tên"), self.name_edit, hint=self.tr("Đứng trên danh sách và giấy tờ")
        )
        chosen.body.addWidget(naming)
        acts = QHBoxLayout()
        self.freeze_button = button(self.tr("Khóa quy định…"), self._freeze, icon_name="lock")
        acts.addWidget(self.freeze_button)
        acts.addStretch(1)
        acts.addWidget(button(self.tr("Đổi tên"), self._rename))
        chosen.body.addLayout(acts)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(chosen, 1)
        below.addWidget(opening, 1)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(below)

    def _current(self) -> CampaignRow | None:
        rows = self.table.selected_records()
        return rows[0] if len(rows) == 1 else None

    def _choose(self) -> None:
        row = self._current()
        self.name_edit.setText(row.name if row is not None else "")
        self.name_edit.setCursorPosition(0)
        self.freeze_button.setEnabled(row is not None and row.frozen_on is None)

    def _create(self) -> None:
        year, like = self.year_spin.value(), self.like_combo.currentData()
        said = self.tr("Đã mở đợt thi đua năm {year}.").format(year=year)
        self.do(lambda: self.services.campaigns.create(year, like=like)[1], said)

    def _rename(self) -> None:
        row, name = self._current(), clean_line(self.name_edit.text())
        if row is not None and name and name != row.name:
            self.do(
                lambda: self.services.campaigns.rename(row.id, name), self.tr("Đã đổi tên đợt.")
            )

    def _freeze(self) -> None:
        row = self._current()
        if row is None:
            return
        title = self.tr("Khóa quy định chấm điểm của đợt này?")
        text = self.tr(
            "Khóa khi bắt đầu chấm điểm: mẫu chấm và quy tắc biểu quyết không đổi được nữa."
            " Sau đó chỉ lập được phiên bản mới, có ghi lý do."
        )
        if confirm(self, title, text, self.tr("Khóa quy định"), is_risky=True):
            self.do(lambda: self.services.campaigns.freeze(row.id), self.tr("Đã khóa quy định."))


def _years(row: CampaignRow) -> str:
    if row.year_from == row.year_to:
        return str(row.year_from)
    return f"{row.year_from}–{row.year_to}"
