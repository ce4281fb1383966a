"""The short form that founds an office (lập văn phòng)."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from dvk_desktop.domain.records.office import NewOffice
from dvk_desktop.domain.vietnamese.normal import clean_line
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.labelled_form import LabelledForm
from dvk_desktop.views.widgets.labels import button
from dvk_desktop.views.widgets.section_header import SectionHeader

_WIDTH = 620


class FoundingForm(QWidget):
    """Asks for level, code, name, year and, if there is one, a list of units (biểu mẫu)."""

    finished = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preset = QComboBox()
        self._level = QComboBox()
        self._code = QLineEdit()
        self._code.setMaxLength(20)
        self._name = QLineEdit()
        self._year = QSpinBox()
        self._year.setRange(2000, 2100)
        self._year.setValue(date.today().year)
        self._file = QLineEdit()
        self._form = LabelledForm(columns=2)
        self._fill_form()
        self._lay_out()
        self._preset.currentIndexChanged.connect(self._offer_levels)
        self._level.currentIndexChanged.connect(self._show_example)

    def begin(self) -> None:
        """Offer the trees of offices and go to the first field."""
        if not self._preset.count():
            self._preset.addItem(self.tr("Hai cấp: tỉnh – xã (từ 01/7/2025)"), "two-tier")
            self._preset.addItem(self.tr("Ba cấp: tỉnh – huyện – xã (đến 30/6/2025)"), "three-tier")
        self._preset.setFocus()

    def wish(self) -> NewOffice:
        """Return what was typed."""
        file = self._file.text().strip()
        return NewOffice(
            preset=str(self._preset.currentData()),
            level=str(self._level.currentData()),
            code=clean_line(self._code.text()),
            name=clean_line(self._name.text()),
            year=self._year.value(),
            units_file=Path(file) if file else None,
        )

    def _fill_form(self) -> None:
        form = self._form
        form.add("preset", self.tr("Hệ thống chính quyền"), self._preset)
        form.add("level", self.tr("Văn phòng ở cấp"), self._level)
        form.add(
            "name",
            self.tr("Tên văn phòng"),
            self._name,
            is_required=True,
            span=2,
            hint=" ",
        )
        form.add(
            "code",
            self.tr("Mã văn phòng"),
            self._code,
            is_required=True,
            hint=self.tr("Chữ không dấu và số, ví dụ: YENMO; không đổi được về sau"),
        )
        form.add("year", self.tr("Năm thi đua"), self._year)
        form.add(
            "units_file",
            self.tr("Danh sách đơn vị (nếu có)"),
            self._file_row(),
            span=2,
            hint=self.tr("Tệp Excel có cột mã, tên, cấp trên. Có thể nhập sau ở trang Đơn vị"),
        )

    def _file_row(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        self._file.setPlaceholderText(self.tr("Chưa chọn tệp"))
        self._file.setAccessibleName(self.tr("Tệp danh sách đơn vị"))
        holder.setFocusProxy(self._file)
        row.addWidget(self._file, 1)
        row.addWidget(button(self.tr("Chọn tệp…"), self._choose_file))
        return holder

    def _lay_out(self) -> None:
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        inside = QVBoxLayout(column)
        inside.setSpacing(16)
        inside.addWidget(
            SectionHeader(
                self.tr("Lập văn phòng của tôi"),
                self.tr("Mọi mục đều sửa được sau này ở trang Thiết lập, trừ cấp và mã."),
            )
        )
        inside.addWidget(self._form)
        buttons = QHBoxLayout()
        buttons.addWidget(button(self.tr("Quay lại"), self.left.emit, icon_name="chevron-left"))
        buttons.addStretch(1)
        self.save_button = button(
            self.tr("Lập văn phòng"), self._finish, icon_name="check", kind="primary"
        )
        buttons.addWidget(self.save_button)
        inside.addLayout(buttons)
        inside.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 24)
        layout.addStretch(1)
        layout.addWidget(column, 8)
        layout.addStretch(1)

    def _offer_levels(self) -> None:
        # The services bring SQLAlchemy with them; by now it is being loaded anyway.
        from dvk_desktop.services.office.office import LEVEL_PRESETS  # noqa: PLC0415 -- slow import

        chosen = self._level.currentData()
        self._level.clear()
        for level in LEVEL_PRESETS[str(self._preset.currentData())]:
            self._level.addItem(worded(level.name), level.code)
        self._level.setCurrentIndex(max(0, self._level.findData(chosen or "commune")))

    def _show_example(self) -> None:
        """Give an example of a name as offices of the chosen tree and level have it."""
        examples = {
            ("two-tier", "province"): self.tr("Ban Tuyên giáo và Dân vận Tỉnh ủy Ninh Bình"),
            ("two-tier", "commune"): self.tr("Ban Xây dựng Đảng Đảng ủy xã Yên Mô"),
            ("three-tier", "province"): self.tr("Ban Dân vận Tỉnh ủy Ninh Bình"),
            ("three-tier", "district"): self.tr("Ban Dân vận Huyện ủy Yên Mô"),
            ("three-tier", "commune"): self.tr("Khối Dân vận xã Yên Phong"),
        }
        chosen = (str(self._preset.currentData()), str(self._level.currentData()))
        name = examples.get(chosen, self.tr("Chi bộ thôn Bình Hải"))
        self._form.show_hint("name", self.tr("In trên giấy tờ, ví dụ: {name}").format(name=name))

    def _choose_file(self) -> None:
        kinds = self.tr("Bảng tính") + " (*.xlsx *.xls)"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Chọn danh sách đơn vị"), "", kinds)
        if name:
            self._file.setText(name)

    def _finish(self) -> None:
        from dvk_desktop.services.office.office import is_office_code  # noqa: PLC0415 -- slow import

        wish = self.wish()
        faults = {}
        if not wish.name:
            faults["name"] = self.tr("Cần điền tên văn phòng.")
        if not wish.code:
            faults["code"] = self.tr("Cần điền mã văn phòng.")
        elif not is_office_code(wish.code):
            faults["code"] = self.tr("Chỉ dùng chữ không dấu, chữ số và các dấu . - _")
        if wish.units_file is not None and not wish.units_file.is_file():
            faults["units_file"] = self.tr("Không có tệp này. Hãy chọn lại, hoặc để trống.")
        self._form.show_faults(faults)
        if not faults:
            self.finished.emit(wish)
