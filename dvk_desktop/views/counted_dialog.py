"""Asks before something is done to many, with the names and their number to type (xác nhận)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from dvk_desktop.views.widgets.growing_text import GrowingText
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.typed_count import TypedCount


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
        self._needs_reason = bool(reason)
        self.list = QListWidget()
        self.list.addItems([f"{number}. {name}" for number, name in enumerate(names, start=1)])
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.typed_count = TypedCount(len(names))
        self.count_edit = self.typed_count.edit
        self.reason_edit = GrowingText(least_lines=2, most_lines=5)
        kind = "danger" if is_risky else "primary"
        self.act_button = button(action, self.accept, kind=kind)
        self._lay_out(title, reason)
        self.typed_count.changed.connect(self._check)
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
        layout.addWidget(self.typed_count)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        leave_button = button(self.tr("Hủy"), self.reject)
        # Enter behind the typed number must never mean the other button.
        leave_button.setAutoDefault(False)
        self.act_button.setDefault(True)
        buttons.addWidget(leave_button)
        buttons.addWidget(self.act_button)
        layout.addLayout(buttons)
        self.resize(560, 460)
        first = self.reason_edit if reason else self.count_edit
        (self.list if first.isHidden() else first).setFocus()

    def _check(self) -> None:
        has_reason = bool(self.reason) or not self._needs_reason
        self.act_button.setEnabled(self.typed_count.is_met and has_reason)
