"""The dates of the campaign that is shown, step by step (thời hạn)."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.deadlines import CampaignStep, Deadline, DeadlineError, require_deadline
from dvk_desktop.domain.records.campaign import DeadlineRow
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.settings.section import Section
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.date_edit import DateEdit
from dvk_desktop.views.widgets.labelled_form import LabelledForm
from dvk_desktop.views.widgets.labels import button
from dvk_desktop.views.widgets.scrolling import scrolling

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services


class DeadlinesSection(Section):
    """Two dates for each step: on time until, and taken until (thời hạn)."""

    shows = Changes.CAMPAIGNS

    def __init__(self, services: "Services", runner: TaskRunner, bus: ChangeBus) -> None:
        super().__init__(services, runner, bus)
        self.name_it(
            self.tr("Thời hạn"),
            self.tr(
                "Nộp sau hạn vẫn nhận và ghi là muộn; có ngày khóa thì sau ngày đó không nhận."
            ),
        )
        self._stored: dict[str, DeadlineRow] = {}
        self.dates: dict[CampaignStep, tuple[DateEdit, DateEdit]] = {}
        self.form = LabelledForm(columns=2)
        for step in CampaignStep:
            on_time, closing = DateEdit(), DateEdit()
            self.form.add_section(worded(step.label))
            self.form.add(f"{step.value}.on_time", self.tr("Đúng hạn đến hết ngày"), on_time)
            self.form.add(f"{step.value}.closing", self.tr("Khóa sau ngày"), closing)
            self.dates[step] = (on_time, closing)
        inside = QHBoxLayout()
        inside.setContentsMargins(0, 0, 12, 0)
        inside.addWidget(self.form, 3)
        inside.addStretch(1)
        self.body.addWidget(scrolling(inside), 1)
        acts = QHBoxLayout()
        self.save_button = button(
            self.tr("Lưu thời hạn"), self._save, icon_name="device-floppy", kind="primary"
        )
        acts.addWidget(self.save_button)
        acts.addStretch(1)
        self.body.addLayout(acts)

    def refresh(self) -> None:
        """Read the dates of the campaign."""
        if not self.campaign_id:
            return
        rows = self.services.campaigns.detail(self.campaign_id).deadlines
        self._stored = {row.step: row for row in rows if row.unit_id is None}
        for step, (on_time, closing) in self.dates.items():
            row = self._stored.get(step.value)
            on_time.set_value(row.on_time if row is not None else None)
            closing.set_value(row.closes_on if row is not None else None)

    def _save(self) -> None:
        faults: dict[str, str] = {}
        rows = [row for step in CampaignStep if (row := self._row(step, faults)) is not None]
        self.form.show_faults(faults)
        if faults:
            return
        self.do(lambda: self._store(rows), self.tr("Đã lưu thời hạn."))

    def _store(self, rows: list[DeadlineRow]) -> Changes:
        changes = Changes.NOTHING
        for row in rows:
            if row != self._stored.get(row.step):
                changes |= self.services.campaigns.save_deadline(self.campaign_id, row)
        return changes

    def _row(self, step: CampaignStep, faults: dict[str, str]) -> DeadlineRow | None:
        on_time, closing = self.dates[step]
        for name, edit in (("on_time", on_time), ("closing", closing)):
            if not edit.is_valid():
                faults[f"{step.value}.{name}"] = self.tr("Hãy nhập ngày/tháng/năm.")
        day, stored = on_time.value(), self._stored.get(step.value)
        if day is None:
            if stored is not None and on_time.is_valid():
                faults[f"{step.value}.on_time"] = self.tr("Bước này cần có hạn.")
            return None
        try:
            require_deadline(Deadline(step, day, closing.value()))
        except DeadlineError as error:
            faults[f"{step.value}.closing"] = worded(error)
        record_id = stored.id if stored is not None else ""
        return DeadlineRow(record_id, step.value, day, closing.value(), None, "")
