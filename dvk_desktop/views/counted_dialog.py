"""Asks before something is done to many, with the names and their number to type (xác nhận)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget

from dvk_desktop.views.widgets.growing_text import GrowingText
from dvk_desktop.views.widgets.labels import button, set_property, text_label

TYPED_FROM = 20
"""With more than so many, their number is to be typed: a wrong bulk choice is costly."""


class CountedDialog(QDialog):
    """Names what is chosen; may ask for a reason (xác nhận theo số lượng)."""

    def __init__(
        self,
        title: str,
        names: Sequence[str],
        action: str,
        *,
        reason: str = "",
        is_risky: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Build it.

        Args:
            title: The question.
            names: What it is about, in order.
            action: The verb on the button.
            reason: The label of the reason; without it none is asked for.
            is_risky: Whether the button warns.
            parent: The page.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._count = len(names)
        self._needs_reason = bool(reason)
        self.list = QListWidget()
        self.list.addItems([f"{number}. {name}" for number, name in enumerate(names, start=1)])
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.count_edit = QLineEdit()
        self.count_edit.setMaximumWidth(96)
        self.reason_edit = GrowingText(least_lines=2, most_lines=5)
        kind = "danger" if is_risky else "primary"
        self.act_button = button(action, self.accept, kind=kind)
        self._lay_out(title, reason)
        self.count_edit.textChanged.connect(self._check)
        self.reason_edit.textChanged.connect(self._check)
        self._check()

    @property
    def reason(self) -> str:
        """The reason that was typed."""
        return self.reason_edit.toPlainText().strip()

    def _lay_out(self, title: str, reason: str) -> None:
        heading = text_label(title, "heading")
        heading.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(heading)
        layout.addWidget(self.list, 1)
        if reason:
            label = text_label(reason, "label")
            label.setBuddy(self.reason_edit)
            self.reason_edit.setAccessibleName(reason)
            layout.addWidget(label)
            layout.addWidget(self.reason_edit)
        if self._count > TYPED_FROM:
            layout.addLayout(self._count_row())
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(self.tr("Hủy"), self.reject))
        buttons.addWidget(self.act_button)
        layout.addLayout(buttons)
        self.resize(560, 460)

    def _count_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        text = self.tr("Gõ số lượng để xác nhận ({count}):").format(count=self._count)
        label = text_label(text, "label")
        label.setBuddy(self.count_edit)
        self.count_edit.setAccessibleName(text)
        row.addWidget(label)
        row.addWidget(self.count_edit)
        row.addStretch(1)
        return row

    def _check(self) -> None:
        typed = self.count_edit.text().strip()
        is_counted = self._count <= TYPED_FROM or typed == str(self._count)
        set_property(self.count_edit, "invalid", bool(typed) and not is_counted)
        has_reason = bool(self.reason) or not self._needs_reason
        self.act_button.setEnabled(is_counted and has_reason)
