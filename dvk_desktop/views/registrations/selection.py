"""Several chosen registrations at once: how many of what, and the steps (chọn nhiều)."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dvk_desktop.domain.records.registration import RegistrationRow
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.domain.terms import RegistrationState
from dvk_desktop.views.registrations.steps import HANDLED_HERE, fit_for, incomplete
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.labels import button, icon_button, line, text_label

_BUTTON_WIDTH = 340


class RegistrationSelection(QWidget):
    """What can be done with all chosen registrations together (xử lý hàng loạt)."""

    step_asked = Signal(object)
    remove_asked = Signal()
    close_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._content: QWidget | None = None

    def show_rows(self, rows: Sequence[RegistrationRow]) -> None:
        """Show what these have in common and the steps that some of them are fit for."""
        if self._content is not None:
            self._layout.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget()
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        title = self.tr("{count} đăng ký được chọn").format(count=len(rows))
        head = QHBoxLayout()
        head.addWidget(text_label(title, "heading"), 1)
        head.addWidget(icon_button("x", self.tr("Bỏ chọn"), self.close_asked.emit))
        inner.addLayout(head)
        inner.addWidget(text_label(self._states_text(rows), "muted"))
        inner.addWidget(line())
        self._add_steps(inner, rows)
        inner.addStretch(1)
        self._layout.addWidget(self._content)

    def _states_text(self, rows: Sequence[RegistrationRow]) -> str:
        counts = Counter(row.state for row in rows)
        parts = [f"{worded(one.label)}: {counts[one]}" for one in RegistrationState if counts[one]]
        return " · ".join(parts)

    def _add_steps(self, layout: QVBoxLayout, rows: Sequence[RegistrationRow]) -> None:
        is_any = False
        for action in HANDLED_HERE:
            count = len(fit_for(rows, action))
            if not count:
                continue
            is_any = True
            text = self.tr("{action}: {count} đăng ký…")
            made = button(
                text.format(action=worded(action.label), count=count),
                partial(self.step_asked.emit, action),
            )
            made.setObjectName(f"{action.value}_many_button")
            made.setMaximumWidth(_BUTTON_WIDTH)
            layout.addWidget(made)
        lacking = len(incomplete(rows))
        if lacking:
            text = self.tr("{count} đăng ký còn thiếu mục…").format(count=lacking)
            made = button(text, partial(self.step_asked.emit, RegistrationAction.SUBMIT))
            made.setObjectName("missing_many_button")
            made.setMaximumWidth(_BUTTON_WIDTH)
            layout.addWidget(made)
        drafts = sum(row.state is RegistrationState.DRAFT for row in rows)
        if drafts:
            text = self.tr("Xóa {count} bản nháp…").format(count=drafts)
            remove = button(text, self.remove_asked.emit, icon_name="trash", kind="danger")
            remove.setMaximumWidth(_BUTTON_WIDTH)
            layout.addWidget(remove)
        if not is_any and not drafts:
            text = self.tr("Các đăng ký này được xử lý tiếp ở trang Chấm điểm hoặc Công nhận.")
            layout.addWidget(text_label(text, "muted"))
