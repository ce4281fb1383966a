"""Chooses which models of last year go on in this one (tiếp tục mô hình năm trước)."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.registration import ContinuableRow
from dvk_desktop.services.services import Services
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.icons import dot
from dvk_desktop.views.item_models.columns import Column
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.item_models.registration_columns import state_tone
from dvk_desktop.views.item_models.sort_filter import SortFilterProxy
from dvk_desktop.views.messages import show_error, tell
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.record_table_view import RecordTableView


def continuing_columns() -> tuple[Column[ContinuableRow], ...]:
    """Return the columns of the list of last year's models."""
    translate = QCoreApplication.translate
    return (
        Column(
            "name",
            translate("continuing_columns", "Tên mô hình"),
            lambda row: row.name,
            stretch=True,
            tool_tip=lambda row: row.name,
        ),
        Column(
            "unit", translate("continuing_columns", "Đơn vị"), lambda row: row.unit_name, width=170
        ),
        Column(
            "sector",
            translate("continuing_columns", "Lĩnh vực"),
            lambda row: row.sector_code or "",
            width=80,
        ),
        Column(
            "state",
            translate("continuing_columns", "Năm trước"),
            lambda row: worded(row.state.label),
            decoration=lambda row: dot(state_tone(row.state)),
            width=170,
        ),
    )


class ContinuingDialog(QDialog):
    """A list to tick, of one unit or of all; one press makes the drafts (tiếp tục mô hình)."""

    def __init__(
        self, services: Services, bus: ChangeBus, campaign_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Tiếp tục mô hình năm trước"))
        self._services = services
        self._bus = bus
        self._campaign = campaign_id
        rows = services.continuing.candidates(campaign_id)
        self.model: RecordTableModel[ContinuableRow] = RecordTableModel(
            continuing_columns(), self, checkable=True
        )
        self.proxy = SortFilterProxy(self.model, self)
        self.table = RecordTableView(
            "continuing",
            self.tr("Mô hình năm trước"),
            empty_text=self.tr("Không còn mô hình nào của năm trước để tiếp tục."),
        )
        self.table.setModel(self.proxy)
        self.unit_combo = ChoiceCombo()
        units = dict.fromkeys((row.unit_id, row.unit_name) for row in rows)
        self.unit_combo.offer([(None, self.tr("Tất cả đơn vị")), *units])
        self.unit_combo.currentIndexChanged.connect(self._narrow)
        self.go_button = button("", self._go_on, kind="primary")
        self._lay_out(rows[0].year if rows else 0)
        self.model.replace(rows)
        self.model.checked_changed.connect(self._count)
        self._count()

    def tick(self, is_ticked: bool) -> None:
        """Tick or untick what is listed now."""
        unit = self.unit_combo.currentData()
        listed = {row.id for row in self.model.records if unit in {None, row.unit_id}}
        ticked = set(self.model.checked_ids())
        self.model.check(ticked | listed if is_ticked else ticked - listed)

    def _lay_out(self, year: int) -> None:
        text = self.tr(
            "Mỗi mô hình được chọn thành một bản nháp loại duy trì của năm nay, kèm nội dung"
            " đã ghi năm {year}; số liệu và ngày nhận để ghi mới."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(text_label(self.windowTitle(), "heading"))
        note = text_label(text.format(year=year), "muted")
        note.setVisible(bool(year))
        layout.addWidget(note)
        head = QHBoxLayout()
        head.addWidget(self.unit_combo, 1)
        head.addWidget(button(self.tr("Chọn hết"), lambda: self.tick(True)))
        head.addWidget(button(self.tr("Bỏ chọn"), lambda: self.tick(False)))
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(button(self.tr("Đóng"), self.reject))
        acts.addWidget(self.go_button)
        layout.addLayout(acts)
        self.resize(820, 520)

    def _narrow(self) -> None:
        unit = self.unit_combo.currentData()
        self.proxy.set_condition(None if unit is None else lambda row: row.unit_id == unit)

    def _count(self) -> None:
        count = len(self.model.checked_ids())
        self.go_button.setText(self.tr("Tiếp tục {count} mô hình").format(count=count))
        self.go_button.setEnabled(count > 0)

    def _go_on(self) -> None:
        try:
            done = self._services.continuing.go_on(self._campaign, self.model.checked_ids())
        except DvkError as error:
            show_error(self, error)
            return
        self._bus.publish(done.changes)
        text = self.tr("Đã lập {count} bản nháp từ mô hình năm trước.")
        tell(self.parentWidget(), text.format(count=len(done.ids)))
        self.accept()
