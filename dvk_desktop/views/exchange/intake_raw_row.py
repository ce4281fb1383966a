"""The row of a problem as it stands in the file, cell by cell (dòng gốc trong tệp)."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from dvk_desktop.domain.records.intake import PlannedFile, ProblemRow, RawCell
from dvk_desktop.views.icons import dot
from dvk_desktop.views.item_models.columns import Column
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.notice import Notice
from dvk_desktop.views.widgets.record_table_view import RecordTableView


class RawRowDialog(QDialog):
    """Shows what a file holds where the reader stumbled (dòng gốc)."""

    def __init__(
        self,
        file: PlannedFile,
        problem: ProblemRow,
        cells: Sequence[RawCell],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Trang “{sheet}”, dòng {row}")
        self.setWindowTitle(title.format(sheet=problem.sheet, row=problem.row))
        self.table = RecordTableView(
            "intake_raw_row",
            self.tr("Các ô của dòng"),
            empty_text=self.tr("Dòng này không có ô nào có chữ."),
        )
        columns = _columns(_headers(file, problem), problem.column)
        model = RecordTableModel(columns, self, identity=lambda cell: cell.letters)
        model.replace([cell for cell in cells if cell.raw])
        self.table.setModel(model)
        tone = Tone.DANGER if problem.is_error else Tone.WARNING
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(self.tr("Đóng"), self.accept, kind="primary"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(text_label(file.path.name, "heading"))
        layout.addWidget(Notice(self.windowTitle(), worded(problem.wording), tone))
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        self.resize(720, 460)


def _headers(file: PlannedFile, problem: ProblemRow) -> dict[str, str]:
    """Return the headers of the table that the row belongs to, by letters."""
    above = [
        table
        for table in file.tables
        if table.sheet == problem.sheet and table.header_row <= (problem.row or 0)
    ]
    columns = max(above, key=lambda table: table.header_row).columns if above else ()
    return {column.letters: " ".join(column.header.split()) for column in columns}


def _columns(headers: dict[str, str], faulty: str | None) -> tuple[Column[RawCell], ...]:
    return (
        Column[RawCell](
            "letters",
            QCoreApplication.translate("intake_raw_row", "Cột"),
            lambda cell: cell.letters,
            decoration=lambda cell: dot(Tone.DANGER) if cell.letters == faulty else None,
            width=70,
            sortable=False,
        ),
        Column[RawCell](
            "header",
            QCoreApplication.translate("intake_raw_row", "Tiêu đề"),
            lambda cell: headers.get(cell.letters, ""),
            width=150,
            sortable=False,
        ),
        Column[RawCell](
            "raw",
            QCoreApplication.translate("intake_raw_row", "Ô trong tệp"),
            lambda cell: cell.raw,
            tool_tip=lambda cell: cell.raw,
            width=200,
            sortable=False,
        ),
        Column[RawCell](
            "decoded",
            QCoreApplication.translate("intake_raw_row", "Đọc thành"),
            lambda cell: cell.text,
            tool_tip=lambda cell: cell.text,
            strong=lambda cell: cell.letters == faulty,
            stretch=True,
            sortable=False,
        ),
    )
