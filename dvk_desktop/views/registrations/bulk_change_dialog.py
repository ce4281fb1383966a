"""One value for a column of many registrations, shown before it is done (đổi hàng loạt)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.registration_cells import ChoiceList
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.typed_count import TypedCount

_LISTED = 1000


class BulkChangeDialog(QDialog):
    """Asks for the value; lists each registration with before and after (đổi hàng loạt)."""

    def __init__(
        self,
        label: str,
        rows: Sequence[tuple[str, str]],
        shown_as: Callable[[str], str],
        *,
        choices: ChoiceList | None = None,
        closed: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Build it.

        Args:
            label: What the column is called.
            rows: Name and present text of each registration that is changed.
            shown_as: Gives how a typed text will be written; refuses what cannot be read.
            choices: The list of the column, if it has one.
            closed: How many of the chosen ones may not be changed now.
            parent: The grid.
        """
        super().__init__(parent)
        self._rows = rows
        self._shown_as = shown_as
        self._label = label
        self.edit = QLineEdit()
        self.combo = ChoiceCombo()
        self._choices = choices
        if choices is not None:
            self.combo.offer((choice.value, choice.names[0]) for choice in choices.choices)
        self.setWindowTitle(self.tr("Đổi “{column}” cho nhiều đăng ký").format(column=label))
        self.table = QTableWidget(min(len(rows), _LISTED), 3)
        self.typed_count = TypedCount(len(rows))
        self._fault = text_label("", "error")
        self._fault.setWordWrap(True)
        words = self.tr("Đổi {count} đăng ký").format(count=len(rows))
        self.act_button = button(words, self.accept, kind="primary")
        self._lay_out(closed)
        self.edit.textChanged.connect(self._show_after)
        self.combo.currentIndexChanged.connect(self._show_after)
        self.typed_count.changed.connect(self._show_after)
        self._show_before()
        self._show_after()

    @property
    def text(self) -> str:
        """The value as typed or chosen."""
        return self.edit.text() if self._choices is None else self.combo.currentText()

    def _lay_out(self, closed: int) -> None:
        field: QWidget = self.edit if self._choices is None else self.combo
        field.setAccessibleName(self._label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(text_label(self.windowTitle(), "heading"))
        layout.addWidget(
            text_label(self.tr("Giá trị mới của “{column}”").format(column=self._label), "label")
        )
        layout.addWidget(field)
        layout.addWidget(self._fault)
        layout.addWidget(self.table, 1)
        notes = []
        if closed:
            text = self.tr("{count} đăng ký đang khóa, giữ nguyên.")
            notes.append(text.format(count=closed))
        if len(self._rows) > _LISTED:
            text = self.tr("Chỉ liệt kê {count} đăng ký đầu; tất cả đều được đổi.")
            notes.append(text.format(count=_LISTED))
        if notes:
            layout.addWidget(text_label(" ".join(notes), "muted"))
        layout.addWidget(self.typed_count)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(self.tr("Hủy"), self.reject))
        buttons.addWidget(self.act_button)
        layout.addLayout(buttons)
        self.resize(680, 480)
        field.setFocus()

    def _show_before(self) -> None:
        headings = [self.tr("Tên mô hình"), self.tr("Trước"), self.tr("Sau")]
        self.table.setHorizontalHeaderLabels(headings)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(1, 160)
        header.resizeSection(2, 160)
        for row, (name, before) in enumerate(self._rows[:_LISTED]):
            for column, text in enumerate((name, before, "")):
                self.table.setItem(row, column, QTableWidgetItem(text))

    def _show_after(self) -> None:
        try:
            after, fault = self._shown_as(self.text), ""
        except DvkError as error:
            after, fault = "", worded(error)
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
        self.act_button.setEnabled(not fault and self.typed_count.is_met)
        for row in range(self.table.rowCount()):
            self.table.setItem(row, 2, QTableWidgetItem(after))
