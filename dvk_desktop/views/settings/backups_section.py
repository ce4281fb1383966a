"""Backups: making one, proving it, putting one back; other data folders (sao lưu)."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.records.backup import BackupAge, BackupRow
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.icons import dot
from dvk_desktop.views.item_models.columns import NUMBER, Column
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.messages import confirm, inform, tell
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.settings.section import Section
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.labels import button, set_property, text_label
from dvk_desktop.views.widgets.record_table_view import RecordTableView

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services


def backup_columns() -> tuple[Column[BackupRow], ...]:
    """Return the columns of the list of backups."""
    translate = QCoreApplication.translate
    good = translate("backup_columns", "Dùng được")
    return (
        Column(
            "created_at",
            translate("backup_columns", "Lúc"),
            lambda row: f"{row.created_at:%d/%m/%Y %H:%M}",
            sort_key=lambda row: row.created_at.isoformat(),
            width=140,
        ),
        Column(
            "reason",
            translate("backup_columns", "Lý do"),
            lambda row: worded(row.reason.label),
            width=170,
        ),
        Column(
            "size",
            translate("backup_columns", "Cỡ"),
            lambda row: f"{max(1, row.byte_count // 1024)} KB",
            sort_key=lambda row: row.byte_count,
            alignment=NUMBER,
            width=90,
        ),
        Column(
            "state",
            translate("backup_columns", "Tình trạng"),
            lambda row: good if row.problem is None else worded(row.problem),
            tool_tip=lambda row: str(row.path),
            decoration=lambda row: dot(Tone.SUCCESS if row.problem is None else Tone.DANGER),
            stretch=True,
        ),
    )


class BackupsSection(Section):
    """Lists the backups of the data folder, with what can be done with them (sao lưu)."""

    shows = Changes.NOTHING

    backup_wanted = Signal(Path)
    folder_wanted = Signal(Path)
    sample_wanted = Signal()

    def __init__(self, services: "Services", runner: TaskRunner, bus: ChangeBus) -> None:
        super().__init__(services, runner, bus)
        self.name_it(self.tr("Sao lưu"), str(services.folder))
        self.create_button = button(
            self.tr("Sao lưu ra nơi khác…"), self._create, icon_name="device-floppy", kind="primary"
        )
        self.header.add_action(self.create_button)
        self._age = text_label("")
        self.model: RecordTableModel[BackupRow] = RecordTableModel(
            backup_columns(), self, identity=lambda row: str(row.path)
        )
        self.table = RecordTableView(
            "backups",
            self.tr("Bản sao lưu"),
            empty_text=self.tr("Chưa có bản nào trong thư mục dữ liệu."),
        )
        self.table.setModel(self.model)
        acts = QHBoxLayout()
        acts.addWidget(button(self.tr("Sao lưu ngay"), self._create_here))
        acts.addWidget(button(self.tr("Kiểm tra bản này"), self._verify, icon_name="shield-check"))
        acts.addWidget(button(self.tr("Khôi phục bản này…"), self._restore, kind="danger"))
        acts.addWidget(button(self.tr("Khôi phục từ tệp…"), self._restore_file, kind="danger"))
        acts.addStretch(1)
        other = QHBoxLayout()
        other.addWidget(
            button(
                self.tr("Mở thư mục dữ liệu khác…"),
                self._choose_folder,
                icon_name="folder-open",
                kind="link",
            )
        )
        other.addWidget(
            button(self.tr("Xem năm mẫu"), self.sample_wanted.emit, icon_name="eye", kind="link")
        )
        other.addStretch(1)
        self.body.addWidget(self._age)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(acts)
        self.body.addLayout(other)

    def refresh(self) -> None:
        """Read the list in the background: it opens every file."""
        backups = self.services.backups
        self.runner.start(
            lambda progress: (backups.list(), backups.age()),
            title=self.tr("Xem các bản sao lưu"),
            done=self._show,
        )

    def _show(self, found: tuple[tuple[BackupRow, ...], BackupAge]) -> None:
        rows, age = found
        self.model.replace(rows)
        self._age.setText(self._age_text(age))
        set_property(self._age, "role", "error" if age.is_old else "muted")

    def _age_text(self, age: BackupAge) -> str:
        if age.last is None:
            return self.tr("Chưa có bản sao lưu nào dùng được. Hãy sao lưu ngay.")
        day = f"{age.last.created_at:%d/%m/%Y %H:%M}"
        if not age.unsaved:
            return self.tr("Bản tốt gần nhất: {day}; từ đó dữ liệu chưa thay đổi.").format(day=day)
        text = self.tr("Bản tốt gần nhất: {day}; từ đó có {count} lần thay đổi.")
        return text.format(day=day, count=age.unsaved)

    def _create(self) -> None:
        kinds = self.tr("Bản sao lưu") + " (*.dvkbackup)"
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Sao lưu vào"), "dan-van-kheo.dvkbackup", kinds
        )
        if name:
            self.back_up(Path(name))

    def _create_here(self) -> None:
        self.back_up(None)

    def back_up(self, path: Path | None) -> None:
        """Make a backup, in the data folder or at ``path``."""
        self.runner.start(
            lambda progress: self.services.backups.create(path, progress=progress),
            title=self.tr("Sao lưu"),
            done=self._created,
        )

    def _created(self, row: BackupRow) -> None:
        text = self.tr("Đã sao lưu và kiểm tra: {file}").format(file=row.path)
        if self.services.drives.may_be_pulled(row.path):
            text = self.tr("{text}. Có thể rút USB.").format(text=text)
        tell(self, text, Tone.SUCCESS)
        self.refresh()

    def _chosen(self) -> BackupRow | None:
        rows: list[BackupRow] = self.table.selected_records()
        if len(rows) == 1:
            return rows[0]
        tell(self, self.tr("Hãy chọn một bản sao lưu trong danh sách."))
        return None

    def _verify(self) -> None:
        row = self._chosen()
        if row is not None:
            self.runner.start(
                lambda progress: self.services.backups.verify(row.path),
                title=self.tr("Kiểm tra bản sao lưu"),
                done=self._verified,
            )

    def _verified(self, row: BackupRow) -> None:
        title = self.tr("Bản sao lưu dùng được")
        text = self.tr("Đã dựng thử lại dữ liệu từ {file}: đủ và đúng, nhật ký nguyên vẹn.")
        inform(self, title, text.format(file=row.path.name))

    def _restore(self) -> None:
        row = self._chosen()
        if row is not None:
            self._ask_to_restore(row.path)

    def _restore_file(self) -> None:
        kinds = self.tr("Bản sao lưu") + " (*.dvkbackup)"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Chọn bản sao lưu"), "", kinds)
        if name:
            self._ask_to_restore(Path(name))

    def _ask_to_restore(self, path: Path) -> None:
        title = self.tr("Thay dữ liệu đang dùng bằng bản sao lưu?")
        text = self.tr(
            "Dữ liệu trở về như trong {file}. Dữ liệu đang dùng không bị xóa mà được cất vào thư"
            " mục “set-aside”."
        )
        if confirm(self, title, text.format(file=path.name), self.tr("Khôi phục"), is_risky=True):
            self.backup_wanted.emit(path)

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Chọn thư mục dữ liệu"))
        if name:
            self.folder_wanted.emit(Path(name))
