"""What the page of units asks or reports in a box of its own (hộp thoại đơn vị)."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from dvk_desktop.domain.records.intake import ProblemRow
from dvk_desktop.domain.records.unit import ImportCounts
from dvk_desktop.views.icons import dot
from dvk_desktop.views.item_models.columns import NUMBER, Column
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.date_edit import DateEdit
from dvk_desktop.views.widgets.labelled_form import LabelledForm
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.record_table_view import RecordTableView
from dvk_desktop.views.widgets.section_header import SectionHeader


class DissolveDialog(QDialog):
    """Asks from which day on a unit is no more (giải thể đơn vị)."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Giải thể đơn vị"))
        self.day_edit = DateEdit()
        self.day_edit.set_value(date.today())
        self._form = LabelledForm()
        self._form.add(
            "day",
            self.tr("Giải thể từ ngày"),
            self.day_edit,
            is_required=True,
            hint=self.tr("Theo quyết định. Đăng ký và giấy tờ trước ngày này giữ nguyên."),
        )
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(self.tr("Hủy"), self.reject))
        buttons.addWidget(button(self.tr("Giải thể"), self._finish, kind="primary"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(14)
        layout.addWidget(text_label(self.tr("Giải thể “{name}”?").format(name=name), "heading"))
        layout.addWidget(self._form)
        layout.addLayout(buttons)
        self.setMinimumWidth(420)

    def _finish(self) -> None:
        if self.day_edit.value() is None:
            self._form.show_faults({"day": self.tr("Hãy nhập ngày/tháng/năm.")})
            return
        self.accept()


def import_summary(counts: ImportCounts) -> str:
    """Return in one sentence what the import of a list of units did."""
    words = QCoreApplication.translate(
        "unit_dialogs",
        "Thêm {new} đơn vị, sửa {changed}, giữ nguyên {same}; để lại {set_aside} dòng cần sửa.",
    )
    return words.format(
        new=counts.new, changed=counts.changed, same=counts.same, set_aside=counts.set_aside
    )


def problem_columns() -> tuple[Column[ProblemRow], ...]:
    """Return the columns of a list of problems."""
    translate = QCoreApplication.translate
    return (
        Column(
            "row",
            translate("unit_dialogs", "Dòng"),
            lambda row: "" if row.row is None else str(row.row),
            sort_key=lambda row: row.row,
            alignment=NUMBER,
            width=64,
        ),
        Column("column", translate("unit_dialogs", "Cột"), lambda row: row.column or "", width=110),
        Column("value", translate("unit_dialogs", "Giá trị"), lambda row: row.value, width=150),
        Column(
            "message",
            translate("unit_dialogs", "Vấn đề và cách sửa"),
            lambda row: worded(row.wording),
            tool_tip=lambda row: worded(row.wording),
            decoration=lambda row: dot(Tone.DANGER if row.is_error else Tone.WARNING),
            stretch=True,
        ),
    )


class ImportReportDialog(QDialog):
    """Lists what a list of units left open (kết quả nhập danh mục)."""

    def __init__(
        self, counts: ImportCounts, problems: Sequence[ProblemRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Kết quả nhập danh sách đơn vị"))
        self.resize(820, 440)
        model: RecordTableModel[ProblemRow] = RecordTableModel(
            problem_columns(), self, identity=lambda row: f"{row.sheet}/{row.row}/{row.code}"
        )
        model.replace(problems)
        self.table = RecordTableView("unit_problems", self.tr("Vấn đề trong tệp"))
        self.table.setModel(model)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(self.tr("Đóng"), self.accept, kind="primary"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(
            SectionHeader(
                self.tr("Danh sách đã nhập, còn chỗ cần xem")
                if counts.new + counts.changed + counts.same
                else self.tr("Chưa nhập được đơn vị nào"),
                import_summary(counts),
            )
        )
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
