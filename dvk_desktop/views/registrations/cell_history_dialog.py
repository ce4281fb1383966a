"""Who changed one cell, when and from what (ai sửa ô này)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from dvk_desktop.domain.records.registration_grid import CellPast
from dvk_desktop.views.item_models.columns import Column
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.record_table_view import RecordTableView


class CellHistoryDialog(QDialog):
    """The changes of one cell, the newest first (lịch sử ô)."""

    def __init__(
        self, label: str, name: str, past: Sequence[CellPast], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        title = self.tr("Ai sửa “{column}” của “{name}”").format(column=label, name=name)
        self.setWindowTitle(title)
        heading = text_label(title, "heading")
        heading.setWordWrap(True)
        model: RecordTableModel[CellPast] = RecordTableModel(
            self._columns(), self, identity=lambda row: f"{row.happened_at}{row.before}{row.after}"
        )
        self.table = RecordTableView(
            "cell_history", title, empty_text=self.tr("Ô này chưa ai ghi gì.")
        )
        self.table.setModel(model)
        model.replace(tuple(past))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(self.tr("Đóng"), self.accept, kind="primary"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(heading)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        self.resize(760, 340)

    def _columns(self) -> tuple[Column[CellPast], ...]:
        return (
            Column("when", self.tr("Lúc"), lambda row: _moment(row.happened_at), width=130),
            Column("who", self.tr("Người làm"), lambda row: row.actor, width=140),
            Column("before", self.tr("Trước"), lambda row: row.before, width=140),
            Column("after", self.tr("Sau"), lambda row: row.after, width=140),
            Column("what", self.tr("Việc đã làm"), lambda row: row.title, stretch=True),
        )


def _moment(text: str) -> str:
    """Write the stored moment as offices do."""
    day, _, clock = text.partition("T")
    year, month, number = day.split("-")
    return f"{number}/{month}/{year} {clock[:5]}"
