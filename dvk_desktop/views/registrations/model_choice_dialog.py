"""Finds the model that is kept up or repeated, by name (chọn mô hình gốc)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from dvk_desktop.domain.records.registration import ModelOffer
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.search_box import SearchBox

Lookup = Callable[[str], Sequence[ModelOffer]]


class ModelChoiceDialog(QDialog):
    """Lists what the look-up finds while one types (chọn mô hình gốc)."""

    def __init__(self, title: str, lookup: Lookup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._lookup = lookup
        self._offers: Sequence[ModelOffer] = ()
        self.search_box = SearchBox(self.tr("Gõ tên mô hình, có dấu hoặc không dấu"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Các mô hình tìm thấy"))
        self._none = text_label("", "muted")
        self.choose_button = button(self.tr("Chọn"), self.accept, kind="primary")
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(button(self.tr("Hủy"), self.reject))
        acts.addWidget(self.choose_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(text_label(title, "heading"))
        layout.addWidget(self.search_box)
        layout.addWidget(self._none)
        layout.addWidget(self.list, 1)
        layout.addLayout(acts)
        self.search_box.searched.connect(self._find)
        self.list.itemDoubleClicked.connect(lambda: self.accept())
        self.list.currentRowChanged.connect(lambda row: self.choose_button.setEnabled(row >= 0))
        self.resize(620, 420)
        self._find("")
        self.search_box.setFocus()

    @property
    def chosen(self) -> ModelOffer | None:
        """The model that is marked."""
        row = self.list.currentRow()
        return self._offers[row] if 0 <= row < len(self._offers) else None

    def _find(self, text: str) -> None:
        self._offers = self._lookup(text)
        self.list.clear()
        line = self.tr("{name} – {unit}, năm {year} · {state}")
        self.list.addItems(
            [
                line.format(
                    name=one.name, unit=one.unit_name, year=one.year, state=worded(one.state.label)
                )
                for one in self._offers
            ]
        )
        self.choose_button.setEnabled(False)
        self._none.setVisible(not self._offers)
        if text:
            self._none.setText(self.tr("Không có mô hình nào như vậy."))
        else:
            self._none.setText(self.tr("Hãy gõ tên mô hình để tìm."))
        if self._offers:
            self.list.setCurrentRow(0)
