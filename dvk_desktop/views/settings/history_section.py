"""What was changed lately, and taking it back (nhật ký thay đổi)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QSplitter

from dvk_desktop.domain.changes import EVERYTHING
from dvk_desktop.domain.records.history import FieldChangeRow
from dvk_desktop.domain.records.office import ChangeSetRow
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.icons import dot
from dvk_desktop.views.item_models.columns import NUMBER, Column
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.messages import confirm
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.settings.section import Section
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.labels import button
from dvk_desktop.views.widgets.record_table_view import RecordTableView

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services

_SHOWN = 300


def change_set_columns() -> tuple[Column[ChangeSetRow], ...]:
    """Return the columns of the list of changes."""
    translate = QCoreApplication.translate
    undone = translate("history_columns", "đã hoàn tác")
    return (
        Column(
            "number",
            translate("history_columns", "Số"),
            lambda row: str(row.number),
            sort_key=lambda row: row.number,
            alignment=NUMBER,
            width=60,
        ),
        Column(
            "happened_at",
            translate("history_columns", "Lúc"),
            lambda row: _moment(row.happened_at),
            sort_key=lambda row: row.happened_at,
            width=150,
        ),
        Column(
            "title",
            translate("history_columns", "Việc đã làm"),
            lambda row: f"{row.title} ({undone})" if row.undone else row.title,
            tool_tip=lambda row: row.title,
            decoration=lambda row: dot(Tone.NEUTRAL if row.undone else Tone.ACCENT),
            stretch=True,
        ),
        Column(
            "actor", translate("history_columns", "Người làm"), lambda row: row.actor, width=110
        ),
        Column(
            "changes",
            translate("history_columns", "Bản ghi"),
            lambda row: str(row.changes),
            sort_key=lambda row: row.changes,
            alignment=NUMBER,
            width=76,
        ),
    )


def field_columns() -> tuple[Column[FieldChangeRow], ...]:
    """Return the columns of what one change did."""
    translate = QCoreApplication.translate
    return (
        Column(
            "record",
            translate("history_columns", "Bản ghi"),
            lambda row: f"{worded(row.record_label)}: {row.record_name}",
            width=230,
        ),
        Column(
            "field",
            translate("history_columns", "Mục"),
            lambda row: worded(row.field_label),
            width=150,
        ),
        Column(
            "before",
            translate("history_columns", "Trước"),
            lambda row: row.before,
            tool_tip=lambda row: row.before,
            width=180,
        ),
        Column(
            "after",
            translate("history_columns", "Sau"),
            lambda row: row.after,
            tool_tip=lambda row: row.after,
            stretch=True,
        ),
    )


class HistorySection(Section):
    """The list of changes, what each did, and undoing one of them whole (nhật ký)."""

    shows = EVERYTHING

    def __init__(self, services: "Services", runner: TaskRunner, bus: ChangeBus) -> None:
        super().__init__(services, runner, bus)
        self.name_it(
            self.tr("Nhật ký thay đổi"),
            self.tr(
                "Mỗi dòng là một lần làm; một lần nhập cả tập tệp cũng hoàn tác được một lượt."
            ),
        )
        self.undo_button = button(
            self.tr("Hoàn tác dòng đang chọn"), self._undo, icon_name="arrow-back-up"
        )
        self.undo_button.setEnabled(False)
        self.header.add_action(self.undo_button)
        self.model: RecordTableModel[ChangeSetRow] = RecordTableModel(change_set_columns(), self)
        self.table = RecordTableView(
            "history", self.tr("Nhật ký"), empty_text=self.tr("Chưa có thay đổi nào.")
        )
        self.table.setModel(self.model)
        self.table.chosen.connect(self._choose)
        self.fields: RecordTableModel[FieldChangeRow] = RecordTableModel(
            field_columns(), self, identity=lambda row: f"{row.record_id}/{row.field}"
        )
        details = RecordTableView(
            "history_fields",
            self.tr("Chi tiết thay đổi"),
            empty_text=self.tr("Chọn một dòng ở trên để xem từng mục đã đổi."),
        )
        details.setModel(self.fields)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(10)
        splitter.addWidget(self.table)
        splitter.addWidget(details)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        self.body.addWidget(splitter, 1)

    def refresh(self) -> None:
        """Read the newest changes."""
        self.model.replace(self.services.history.recent(_SHOWN))
        self._choose()

    def _chosen(self) -> ChangeSetRow | None:
        rows = self.table.selected_records()
        return rows[0] if len(rows) == 1 else None

    def _choose(self) -> None:
        row = self._chosen()
        self.undo_button.setEnabled(row is not None and not row.undone)
        self.fields.replace(self.services.history.changes(row.id) if row is not None else ())

    def _undo(self) -> None:
        row = self._chosen()
        if row is None:
            return
        title = self.tr("Hoàn tác lần thay đổi này?")
        text = self.tr("“{title}”: {count} bản ghi trở về như trước. Nhật ký giữ cả hai lần.")
        words = text.format(title=row.title, count=row.changes)
        if confirm(self, title, words, self.tr("Hoàn tác")):
            self.do(lambda: self.services.history.undo(row.id), self.tr("Đã hoàn tác."))


def _moment(text: str) -> str:
    """Write the stored moment as offices do."""
    day, _, clock = text.partition("T")
    year, month, number = day.split("-")
    return f"{number}/{month}/{year} {clock[:5]}"
