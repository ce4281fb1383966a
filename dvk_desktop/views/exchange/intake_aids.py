"""What helps with single files: marked workbooks, raw rows, new units, templates (việc phụ)."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dvk_desktop.domain.records.intake import PlannedFile, ProblemRow
from dvk_desktop.views import file_choice
from dvk_desktop.views.exchange.desk import Desk
from dvk_desktop.views.exchange.intake_raw_row import RawRowDialog
from dvk_desktop.views.exchange.intake_unit_dialog import NewUnitDialog
from dvk_desktop.views.exchange.template_dialog import TemplateDialog
from dvk_desktop.views.messages import show_error, tell
from dvk_desktop.views.palettes import Tone


class IntakeAids(QObject):
    """Opens the boxes beside the plan; ``unit_added`` carries the file and the unit (việc phụ)."""

    unit_added = Signal(object, str)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window

    def add_unit(self, file: PlannedFile) -> None:
        """Add the unit that sent a file to the register."""
        dialog = NewUnitDialog(self._desk, file.path.name, self._window)
        dialog.added.connect(lambda unit_id: self.unit_added.emit(file, unit_id))
        dialog.open()

    def show_row(self, file: PlannedFile, problem: ProblemRow) -> None:
        """Show the row of a problem as it stands in the file."""
        if problem.row is None:
            return
        intake, sheet, row = self._desk.services.intake, problem.sheet, problem.row
        self._desk.runner.start(
            lambda progress: intake.raw_row(file.path, sheet, row),
            title=self.tr("Đọc dòng {row}").format(row=row),
            done=lambda cells: RawRowDialog(file, problem, cells, self._window).open(),
            failed=lambda error: show_error(self._window, error),
        )

    def make_templates(self) -> None:
        """Write template workbooks for units."""
        TemplateDialog(self._desk, self._window).open()

    def ask_marked(self, file: PlannedFile) -> None:
        """Ask where the marked workbook goes, and write it."""
        target = self._desk.files.target(
            self._window,
            purpose="marked_files",
            title=self.tr("Lưu bản đánh dấu lỗi"),
            name=f"{file.path.stem}-can-sua.xlsx",
            kind="Excel",
        )
        if target is not None:
            self.write_marked(file, target)

    def write_marked(self, file: PlannedFile, target: Path) -> None:
        """Write a file back with its problems marked."""
        self._desk.runner.start(
            lambda progress: self._desk.services.intake.write_marked(file, target),
            title=self.tr("Ghi bản đánh dấu {name}").format(name=target.name),
            done=lambda _: self._marked(target),
            failed=lambda error: show_error(self._window, error),
        )

    def _marked(self, target: Path) -> None:
        tell(self._window, self.tr("Đã lưu {file}.").format(file=target.name), Tone.SUCCESS)
        file_choice.show_in_system(target.parent)
