"""What was understood of a file, and the lists to correct it (bước Tôi hiểu thế này)."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dvk_desktop.domain.records.intake import (
    UNICODE,
    Corrections,
    LayoutKey,
    PlannedColumn,
    PlannedFile,
    PlannedTable,
)
from dvk_desktop.services.intake.layouts import COLUMN_ROLES, ENCODINGS, column_label
from dvk_desktop.views.exchange.choice_table import Choices, ChoiceTable
from dvk_desktop.views.exchange.understood_columns import columns_of_columns, encoding_name
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.decided_combo import DecidedCombo
from dvk_desktop.views.widgets.labels import button, text_label

Said = Mapping[LayoutKey, Corrections]


class ColumnsView(QWidget):
    """What each column of a table was taken for, beside some of its cells (cách hiểu cột).

    ``corrected`` carries the layout and what was said; ``forgotten`` the layout.
    """

    corrected = Signal(object, object)
    forgotten = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file: PlannedFile | None = None
        self._said: Said = {}
        self.sheet = ChoiceCombo()
        self.sheet.setAccessibleName(self.tr("Bảng trong tệp"))
        self.sheet.setMinimumContentsLength(22)
        self.sheet.currentIndexChanged.connect(lambda: self._show_table())
        self._where = text_label("", "muted")
        self.forget_button: QPushButton = button(
            self.tr("Quên phần đã sửa"), self._forget, icon_name="arrow-back-up"
        )
        self.forget_button.setToolTip(
            self.tr("Bỏ mọi sửa đổi của dạng bảng này; chương trình tự hiểu lại từ đầu")
        )
        self.table = ChoiceTable(
            "intake_columns",
            self.tr("Các cột của bảng"),
            lambda column: str(column.place),
            self._choices,
            empty_text=self.tr("Không thấy bảng nào trong tệp này."),
        )
        self.table.show_columns(columns_of_columns(self._is_new), "role")
        self.table.decided.connect(self._decide)
        self.table.chosen.connect(self._offer_encodings)
        self.encoding = DecidedCombo()
        self.encoding.setMinimumContentsLength(22)
        self.encoding.decided.connect(self._decide_encoding)
        self._encoding_of = text_label("", "label")
        self._lay_out()

    def show_file(self, file: PlannedFile, said: Said) -> None:
        """Show a file; ``said`` is what was corrected but is not remembered yet."""
        is_other = self._file is None or self._file.path != file.path
        self._file, self._said = file, said
        title = self.tr("Trang “{sheet}”, {count} mô hình")
        titles = [
            (place, title.format(sheet=table.sheet, count=table.row_count))
            for place, table in enumerate(file.tables)
        ]
        self.sheet.offer(titles)
        if is_other and titles:
            self.sheet.blockSignals(True)
            self.sheet.setCurrentIndex(0)
            self.sheet.blockSignals(False)
        self.sheet.setVisible(len(titles) > 1)
        self._show_table()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.sheet)
        bar.addWidget(self._where, 1)
        bar.addWidget(self.forget_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(bar)
        layout.addWidget(self.table, 1)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._encoding_of)
        below.addWidget(self.encoding)
        below.addStretch(1)
        self._encoding_of.setBuddy(self.encoding)
        layout.addLayout(below)

    def _shown(self) -> PlannedTable | None:
        place = self.sheet.currentIndex()
        if self._file is None or not 0 <= place < len(self._file.tables):
            return None
        return self._file.tables[place]

    def _show_table(self) -> None:
        table = self._shown()
        self.table.show_records(table.columns if table is not None else ())
        self._where.setText(self._where_text(table) if table is not None else "")
        is_said = table is not None and (table.is_corrected or table.layout in self._said)
        self.forget_button.setVisible(is_said)
        if table is not None and table.columns and self.table.current_record() is None:
            named = (one for one in table.columns if one.role == "name")
            self.table.select_id(str(next(named, table.columns[0]).place))
        self._offer_encodings()

    def _offer_encodings(self) -> None:
        """Say how the column with the keyboard is encoded, with the other ways."""
        column: PlannedColumn | None = self.table.current_record()
        is_shown = column is not None and self._file is not None and not self._file.is_template
        for part in (self.encoding, self._encoding_of):
            part.setVisible(is_shown)
        if column is None:
            return
        text = self.tr("Bảng mã của cột {letters}:").format(letters=column.letters)
        self._encoding_of.setText(text)
        seen = self.tr("{encoding} (tự nhận)").format(encoding=encoding_name(column))
        present = (column.encoding or UNICODE) if column.has_chosen_encoding else ""
        others = [(name, worded(label)) for name, label in ENCODINGS.items() if name]
        automatic = worded(ENCODINGS[""]) if column.has_chosen_encoding else seen
        self.encoding.show_choices([("", automatic), *others], present)

    def _decide_encoding(self, name: str) -> None:
        table, column = self._shown(), self.table.current_record()
        if table is not None and column is not None:
            self.corrected.emit(table.layout, Corrections(encodings={column.place: name}))

    def _where_text(self, table: PlannedTable) -> str:
        assert self._file is not None
        if self._file.is_template:
            return self.tr("Tệp mẫu: các cột được nhận theo mã ẩn, không phải sửa.")
        alike = sum(one.layout == table.layout for one in self._file.tables)
        if table.is_corrected and table.layout.unit_id:
            text = self.tr("Tiêu đề ở dòng {row}. Phần đã sửa được nhớ cho {unit} khi nhập.")
            return text.format(row=table.header_row, unit=self._file.unit_name)
        if alike > 1:
            text = self.tr("Tiêu đề ở dòng {row}. Sửa ở đây dùng cho cả {count} bảng cùng dạng.")
            return text.format(row=table.header_row, count=alike)
        if len(self._file.tables) > 1:
            return self.tr("Tiêu đề ở dòng {row}.").format(row=table.header_row)
        text = self.tr("Trang “{sheet}”, tiêu đề ở dòng {row}, {count} mô hình.")
        return text.format(sheet=table.sheet, row=table.header_row, count=table.row_count)

    def _choices(self, column: PlannedColumn) -> tuple[Choices, object, str]:
        nothing = (None, self.tr("– Không nhận cột này –"))
        roles = [nothing, *((role, worded(label)) for role, label in COLUMN_ROLES.items())]
        present = column.role
        if present is not None and present not in COLUMN_ROLES:
            crossed = self.tr("{item} (đánh dấu x)").format(item=worded(column_label(present)))
            roles.insert(0, (present, crossed))
        if self._file is not None and self._file.is_template:
            roles = [pair for pair in roles if pair[0] == present]
        name = self.tr("Cột {letters} được hiểu là").format(letters=column.letters)
        return roles, present, name

    def _is_new(self, place: int) -> bool:
        table = self._shown()
        return table is not None and place in self._said.get(table.layout, Corrections()).roles

    def _decide(self, column: PlannedColumn, role: str | None) -> None:
        table = self._shown()
        if table is None or (role is not None and role not in COLUMN_ROLES):
            return
        roles: dict[int, str | None] = {column.place: role}
        for other in table.columns:
            if role is not None and other.role == role and other.place != column.place:
                # One item has one column: the other one would contend for it.
                roles[other.place] = None
        self.corrected.emit(table.layout, Corrections(roles))

    def _forget(self) -> None:
        table = self._shown()
        if table is not None:
            self.forgotten.emit(table.layout)
