"""The one place that speaks to the person (thông báo).

Errors and questions go through ``show_box``, the question about unsaved text through
``ask_to_save``: the only functions a test has to replace.
Short good news goes to the strip at the bottom of the window through ``tell``.
"""

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, SignalInstance
from PySide6.QtWidgets import QMessageBox, QWidget
from shiboken6 import isValid

from dvk_desktop.domain.errors import Cancelled, DvkError
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.labels import set_property


@dataclass(frozen=True, slots=True)
class Box:
    """What one message box says (hộp thông báo).

    ``action`` is the verb on the button that does it; without it there is only "Đã hiểu".
    When ``over`` comes, the question has answered itself and the box goes away.
    """

    title: str
    text: str
    details: str = ""
    action: str = ""
    tone: Tone = Tone.NEUTRAL
    over: SignalInstance | None = field(default=None, compare=False)


class Answer(Enum):
    """What becomes of text that was not saved (trả lời)."""

    SAVE = auto()
    DISCARD = auto()
    STAY = auto()


@runtime_checkable
class Listener(Protocol):
    """A window that shows the last message in its strip (nơi nhận lời nhắn)."""

    def show_message(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Show one sentence until the next one comes."""


def show_error(parent: QWidget | None, error: DvkError) -> None:
    """Explain a refusal in its own words; a stop that was asked for is only noted below."""
    if isinstance(error, Cancelled):
        tell(parent, worded(error))
        return
    title = QCoreApplication.translate("messages", "Chưa làm được")
    show_box(parent, Box(title, worded(error), details=error.code, tone=Tone.WARNING))


def confirm(
    parent: QWidget | None, title: str, text: str, action: str, *, is_risky: bool = False
) -> bool:
    """Ask before doing something; ``action`` is a verb such as "Xoá 3 đăng ký"."""
    tone = Tone.DANGER if is_risky else Tone.NEUTRAL
    return show_box(parent, Box(title, text, action=action, tone=tone))


def inform(parent: QWidget | None, title: str, text: str) -> None:
    """Say something that the person has to read before going on."""
    show_box(parent, Box(title, text))


def tell(source: QWidget | None, text: str, tone: Tone = Tone.NEUTRAL) -> None:
    """Say something in passing, in the strip of the window that ``source`` belongs to."""
    # A page may have been made anew while its task was running.
    while source is not None and isValid(source):
        window = source.window()
        if isinstance(window, Listener):
            window.show_message(text, tone)
            return
        source = window.parentWidget()


def ask_to_save(parent: QWidget | None, text: str) -> Answer:
    """Ask what becomes of unsaved text before it is left; closing the box means to stay."""
    title = QCoreApplication.translate("messages", "Lưu thay đổi?")
    save = QCoreApplication.translate("messages", "Lưu")
    box = make_box(parent, Box(title, text, action=save))
    leave = box.addButton(
        QCoreApplication.translate("messages", "Bỏ thay đổi"),
        QMessageBox.ButtonRole.DestructiveRole,
    )
    stay = box.escapeButton()
    stay.setText(QCoreApplication.translate("messages", "Ở lại"))
    box.exec()
    chosen = box.clickedButton()
    box.deleteLater()
    if chosen is leave:
        return Answer.DISCARD
    return Answer.STAY if chosen is stay else Answer.SAVE


def show_box(parent: QWidget | None, content: Box) -> bool:
    """Show a box and say whether its action was chosen; tests replace this function."""
    box = make_box(parent, content)
    if content.over is not None:
        content.over.connect(box.reject)
    box.exec()
    chosen = bool(content.action) and box.clickedButton() not in {None, box.escapeButton()}
    box.deleteLater()
    return chosen


def make_box(parent: QWidget | None, content: Box) -> QMessageBox:
    """Build the box that ``show_box`` runs."""
    box = QMessageBox(parent)
    box.setWindowTitle(content.title)
    box.setText(f"<b>{content.title}</b>")
    box.setInformativeText(content.text)
    box.setIcon(_ICONS[content.tone] if not content.action else QMessageBox.Icon.NoIcon)
    if not content.action:
        understood = box.addButton(
            QCoreApplication.translate("messages", "Đã hiểu"), QMessageBox.ButtonRole.AcceptRole
        )
        box.setEscapeButton(understood)
        understood.setToolTip(content.details)
        return box
    act = box.addButton(content.action, QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton(
        QCoreApplication.translate("messages", "Hủy"), QMessageBox.ButtonRole.RejectRole
    )
    set_property(act, "kind", "danger" if content.tone is Tone.DANGER else "primary")
    box.setEscapeButton(leave)
    # A risky act is never what Enter does by itself.
    box.setDefaultButton(leave if content.tone is Tone.DANGER else act)
    return box


_ICONS = {
    Tone.NEUTRAL: QMessageBox.Icon.Information,
    Tone.ACCENT: QMessageBox.Icon.Information,
    Tone.SUCCESS: QMessageBox.Icon.Information,
    Tone.WARNING: QMessageBox.Icon.Warning,
    Tone.DANGER: QMessageBox.Icon.Critical,
}
