"""Where the list of a sheet begins, shown in its own cells (dòng tiêu đề)."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dvk_desktop.domain.records.intake import (
    Corrections,
    HeaderChoice,
    PlannedFile,
    PlannedRow,
    PlannedSheet,
)
from dvk_desktop.views.icons import dot
from dvk_desktop.views.item_models.columns import Column
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.record_table_view import RecordTableView

_MOST_COLUMNS = 26
_CELL = 150

SheetRow = tuple[int, PlannedRow]
"""A row with its place: paragraphs above a Word table share a number."""


class SheetsView(QWidget):
    """The first rows of each sheet; a click says which of them is the header (trang, tiêu đề).

    ``corrected`` carries the layout of the sheet and what was said, ``forgotten`` the layout.
    """

    corrected = Signal(object, object)
    forgotten = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file: PlannedFile | None = None
        self.sheet = ChoiceCombo()
        self.sheet.setAccessibleName(self.tr("Trang của tệp"))
        self.sheet.setMinimumContentsLength(20)
        self.sheet.currentIndexChanged.connect(lambda: self._show_sheet())
        self._where = text_label("", "muted")
        self.table = RecordTableView(
            "intake_sheet",
            self.tr("Các dòng đầu của trang"),
            empty_text=self.tr("Trang này không có chữ nào."),
        )
        self.table.opened.connect(lambda _: self.choose_header())
        self.header_button = button(
            self.tr("Đây là dòng tiêu đề"), self.choose_header, icon_name="table"
        )
        self.no_list_button = button(self.tr("Trang này không phải danh sách"), self.refuse_sheet)
        self.forget_button = button(self.tr("Quên"), self._forget, icon_name="arrow-back-up")
        self.forget_button.setToolTip(self.tr("Để chương trình tự tìm lại dòng tiêu đề"))
        self._lay_out()

    def show_file(self, file: PlannedFile) -> None:
        """Show the sheets of a file; the one that is looked at stays."""
        is_other = self._file is None or self._file.path != file.path
        self._file = file
        self.sheet.offer([(place, _title(sheet)) for place, sheet in enumerate(file.sheets)])
        if is_other and file.sheets:
            first = (n for n, sheet in enumerate(file.sheets) if sheet.header_rows)
            self.sheet.blockSignals(True)
            self.sheet.setCurrentIndex(next(first, 0))
            self.sheet.blockSignals(False)
        self.sheet.setVisible(len(file.sheets) > 1)
        self._show_sheet(self.table.selected_ids()[:1] if not is_other else [])

    def choose_header(self) -> None:
        """Say that the list begins at the row with the keyboard."""
        sheet, chosen = self._shown(), self.table.current_record()
        if sheet is not None and chosen is not None and not _is_header(sheet, chosen[1]):
            self._say(sheet, chosen[1].choice)

    def refuse_sheet(self) -> None:
        """Say that the sheet has no list."""
        sheet = self._shown()
        if sheet is not None:
            self._say(sheet, sheet.no_list)

    def _say(self, sheet: PlannedSheet, choice: HeaderChoice) -> None:
        self.corrected.emit(sheet.layout, Corrections(header=choice))

    def _forget(self) -> None:
        sheet = self._shown()
        if sheet is not None:
            self.forgotten.emit(sheet.layout)

    def _shown(self) -> PlannedSheet | None:
        place = self.sheet.currentIndex()
        if self._file is None or not 0 <= place < len(self._file.sheets):
            return None
        return self._file.sheets[place]

    def _show_sheet(self, kept: Sequence[str] = ()) -> None:
        sheet = self._shown()
        rows = tuple(enumerate(sheet.rows)) if sheet is not None else ()
        self._show_rows(sheet, rows, kept)
        self._where.setText(self._where_text(sheet))
        self.forget_button.setVisible(sheet is not None and sheet.is_corrected)
        is_open = sheet is not None and self._file is not None and not self._file.is_template
        self.no_list_button.setVisible(is_open and bool(sheet and sheet.header_rows))
        self.header_button.setVisible(is_open and bool(sheet and sheet.rows))
        self._offer_header()

    def _show_rows(
        self, sheet: PlannedSheet | None, rows: Sequence[SheetRow], kept: Sequence[str]
    ) -> None:
        old = self.table.model()
        columns = sheet_columns(sheet)
        model = RecordTableModel(columns, self, identity=lambda row: str(row[0]))
        model.replace(rows)
        self.table.setModel(model)
        self.table.setSortingEnabled(False)
        self.table.chosen.connect(self._offer_header)
        header = [str(n) for n, row in rows if sheet is not None and _is_header(sheet, row)]
        for identifier in (*kept, *header)[:1]:
            self.table.select_id(identifier)
        if old is not None:
            old.deleteLater()

    def _offer_header(self) -> None:
        sheet, chosen = self._shown(), self.table.current_record()
        can_choose = sheet is not None and chosen is not None and not _is_header(sheet, chosen[1])
        self.header_button.setEnabled(can_choose)

    def _where_text(self, sheet: PlannedSheet | None) -> str:
        if self._file is not None and self._file.is_template:
            return self.tr("Tệp mẫu: danh sách được nhận theo mã ẩn, không phải chọn dòng.")
        if sheet is None:
            return ""
        rows = ", ".join(map(str, sheet.header_rows))
        if sheet.is_corrected and not sheet.header_rows:
            return self.tr("Bạn đã nói trang này không phải danh sách.")
        if not sheet.header_rows:
            return self.tr(
                "Không thấy danh sách ở trang này. Nếu có, hãy bấm vào dòng tiêu đề của nó rồi bấm"
                " “Đây là dòng tiêu đề”."
            )
        if sheet.is_corrected:
            return self.tr("Tiêu đề ở dòng {rows}, như bạn đã chọn.").format(rows=rows)
        text = self.tr("Tiêu đề ở dòng {rows}. Nếu không đúng, bấm vào dòng đúng.")
        return text.format(rows=rows)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.sheet)
        bar.addWidget(self._where, 1)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.header_button)
        below.addWidget(self.no_list_button)
        below.addWidget(self.forget_button)
        below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(bar)
        layout.addWidget(self.table, 1)
        layout.addLayout(below)


def sheet_columns(sheet: PlannedSheet | None) -> tuple[Column[SheetRow], ...]:
    """Return one column for the number of the row, and one for each column of the sheet."""
    rows = sheet.rows if sheet is not None else ()
    width = min(_MOST_COLUMNS, max((len(row.texts) for row in rows), default=0))
    number = Column[SheetRow](
        "row",
        QCoreApplication.translate("intake_sheets", "Dòng"),
        lambda row: _row_text(sheet, row[1]),
        decoration=lambda row: dot(Tone.ACCENT) if _is_header(sheet, row[1]) else None,
        strong=lambda row: _is_header(sheet, row[1]),
        width=110,
        sortable=False,
    )
    return (number, *(_cell_column(place, chr(ord("A") + place), sheet) for place in range(width)))


def _cell_column(place: int, letters: str, sheet: PlannedSheet | None) -> Column[SheetRow]:
    def text(row: SheetRow) -> str:
        cells = row[1].texts
        return cells[place] if place < len(cells) else ""

    return Column[SheetRow](
        f"cell{place}",
        letters,
        lambda row: " ".join(text(row).split()),
        tool_tip=text,
        strong=lambda row: _is_header(sheet, row[1]),
        width=_CELL,
        sortable=False,
    )


def _row_text(sheet: PlannedSheet | None, row: PlannedRow) -> str:
    if not _is_header(sheet, row):
        return str(row.choice.row)
    return QCoreApplication.translate("intake_sheets", "{row} tiêu đề").format(row=row.choice.row)


def _is_header(sheet: PlannedSheet | None, row: PlannedRow) -> bool:
    return sheet is not None and row.choice.row in sheet.header_rows


def _title(sheet: PlannedSheet) -> str:
    if sheet.is_hidden:
        text = QCoreApplication.translate("intake_sheets", "Trang “{sheet}” (đang ẩn)")
    elif sheet.header_rows:
        text = QCoreApplication.translate("intake_sheets", "Trang “{sheet}”")
    else:
        text = QCoreApplication.translate("intake_sheets", "Trang “{sheet}” (không có danh sách)")
    return text.format(sheet=sheet.name)
