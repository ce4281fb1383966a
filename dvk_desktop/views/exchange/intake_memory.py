"""What is remembered of how a unit writes its lists, said where it is used (cách đọc đã nhớ)."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dvk_desktop.domain.records.intake import Corrections, LayoutKey, PlannedFile
from dvk_desktop.services.intake.layouts import checked
from dvk_desktop.views.widgets.labels import button, text_label

Said = Mapping[LayoutKey, Corrections]


class MemoryLine(QWidget):
    """One line: what is remembered for the unit of a file, or will be (dòng đã nhớ).

    ``forgotten`` and ``kept`` carry the layouts.
    """

    forgotten = Signal(object)
    kept = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layouts: tuple[LayoutKey, ...] = ()
        self.text = text_label("", "muted")
        self.keep_button = button(
            self.tr("Nhớ ngay"), lambda: self.kept.emit(self._layouts), kind="link"
        )
        self.forget_button = button(
            self.tr("Quên"), lambda: self.forgotten.emit(self._layouts), kind="link"
        )
        self.forget_button.setToolTip(
            self.tr("Bỏ mọi sửa đổi về cách đọc tệp này; chương trình tự hiểu lại từ đầu")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.text, 1)
        row.addWidget(self.keep_button)
        row.addWidget(self.forget_button)

    def show_file(self, file: PlannedFile, said: Said, remembered: Said) -> None:
        """Show what was said of a file now, and what is remembered of its layouts."""
        layouts = layouts_of(file)
        fresh = [one for one in layouts if said.get(one)]
        known = [one for one in layouts if one in remembered]
        self._layouts = tuple(dict.fromkeys((*fresh, *known)))
        self.setVisible(bool(self._layouts))
        is_new = any(not _holds(remembered.get(one), said[one]) for one in fresh)
        self.keep_button.setVisible(is_new and bool(file.unit_id))
        self.text.setText(self._words(file, is_new=is_new))

    def _words(self, file: PlannedFile, *, is_new: bool) -> str:
        if is_new and file.unit_id:
            text = self.tr("Phần vừa sửa sẽ được nhớ cho {unit} khi nhập tệp.")
        elif is_new:
            text = self.tr("Hãy chọn đơn vị của tệp thì phần vừa sửa mới được nhớ cho lần sau.")
        else:
            text = self.tr("Đã nhớ cách đọc này cho {unit}.")
        return text.format(unit=file.unit_name)


def layouts_of(file: PlannedFile) -> tuple[LayoutKey, ...]:
    """Return the layouts of the tables and corrected sheets of a file, each once.

    What was said of a sheet counts only where its row was found: many sheets are named Sheet1.
    """
    tables = (one.layout for one in file.tables)
    sheets = (one.layout for one in file.sheets if one.is_corrected)
    return tuple(dict.fromkeys((*tables, *sheets)))


def _holds(kept: Corrections | None, said: Corrections) -> bool:
    """Tell whether what was said is remembered already."""
    return kept is not None and kept.joined(checked(said)) == kept
