"""Says quietly, while a name is typed, that something like it is registered (gợi ý trùng)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dvk_desktop.domain.records.duplicates import Likeness
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.labels import badge, button, text_label

_PAUSE_MILLISECONDS = 400
_LONGEST = 90

Lookup = Callable[[], Sequence[Likeness]]
"""Looks for what is like the name in the form as it is now."""


class LikenessHint(QWidget):
    """One line under the name: what is like it, and a click to open that (gợi ý trùng).

    It only listens: no key is filtered and the keyboard stays where it is.
    """

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lookup: Lookup | None = None
        self._first: Likeness | None = None
        self._badge = badge(self.tr("Nghi trùng"), Tone.WARNING)
        self._text = text_label("", "muted")
        self.open_button = button(self.tr("Mở phiếu ấy"), self._open, kind="link")
        self.open_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._timer.timeout.connect(self._look)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        layout.addWidget(self._badge, 0, top)
        layout.addWidget(self._text, 1)
        layout.addWidget(self.open_button, 0, top)
        # To show what has no parent yet would open a window for a moment.
        self.hide()

    @property
    def text(self) -> str:
        """What is said now; empty when there is nothing to say."""
        return self._text.text() if self._first is not None else ""

    def watch(self, lookup: Lookup) -> None:
        """Ask this from now on, whenever typing pauses."""
        self._lookup = lookup

    def follow(self) -> None:
        """Look again when typing pauses."""
        self._timer.start()

    def clear(self) -> None:
        """Say nothing: another registration is shown."""
        self._timer.stop()
        self._show(())

    def _look(self) -> None:
        if self._lookup is not None:
            self._show(self._lookup())

    def _show(self, found: Sequence[Likeness]) -> None:
        self._first = found[0] if found else None
        self.setVisible(self._first is not None)
        if self._first is None:
            return
        member = self._first.member
        name = member.name if len(member.name) <= _LONGEST else f"{member.name[:_LONGEST]}…"
        text = self.tr("Giống “{name}” của {unit}").format(name=name, unit=member.unit_name)
        others = sum(like.is_suspicious for like in found) - 1
        if self._first.is_suspicious and others > 0:
            text = self.tr("{text} và {count} đăng ký nữa").format(text=text, count=others)
        self._badge.setVisible(self._first.is_suspicious)
        self._text.setText(text)
        self.setToolTip(worded(self._first.wording))
        self.setAccessibleName(f"{text}. {worded(self._first.wording)}")

    def _open(self) -> None:
        if self._first is not None:
            self.opened.emit(self._first.member.registration_id)
