"""Asks for a passphrase, and opens the office's keys before they are needed (hộp mật khẩu)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.passphrases import LEAST_LETTERS, is_strong
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.labels import button, set_property, text_label

if TYPE_CHECKING:
    from dvk_desktop.services.exchange.office_keys import OfficeKeys


class PassphraseDialog(QDialog):
    """One passphrase, or with ``asks_new`` also a new one typed twice (hộp mật khẩu)."""

    def __init__(
        self,
        title: str,
        text: str,
        action: str,
        parent: QWidget | None = None,
        *,
        asks_old: bool = True,
        asks_new: bool = False,
        fault: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self._asks_old, self._asks_new = asks_old, asks_new
        self.old_edit, self.new_edit, self.again_edit = (_secret() for _ in range(3))
        self._fault = text_label(fault, "error")
        self._fault.setVisible(bool(fault))
        self.show_box = QCheckBox(self.tr("Hiện mật khẩu"))
        self.show_box.toggled.connect(self._show)
        self.act_button = button(action, self._act, icon_name="key", kind="primary")
        self.act_button.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(8)
        layout.addWidget(text_label(title, "heading"))
        layout.addWidget(text_label(text, "muted"))
        old = self.tr("Mật khẩu hiện nay") if asks_new else self.tr("Mật khẩu")
        for edit, label, is_asked in (
            (self.old_edit, old, asks_old),
            (self.new_edit, self.tr("Mật khẩu mới"), asks_new),
            (self.again_edit, self.tr("Nhập lại mật khẩu mới"), asks_new),
        ):
            edit.setAccessibleName(label)
            edit.textEdited.connect(lambda _: self._complain(""))
            if is_asked:
                layout.addWidget(text_label(label, "label"))
                layout.addWidget(edit)
        layout.addWidget(self._fault)
        layout.addWidget(self.show_box)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(self.tr("Để sau"), self.reject))
        buttons.addWidget(self.act_button)
        layout.addLayout(buttons)
        (self.old_edit if asks_old else self.new_edit).setFocus()

    @property
    def passphrase(self) -> str:
        """The passphrase that was asked for."""
        return self.old_edit.text()

    @property
    def new_passphrase(self) -> str:
        """The one that is to be set."""
        return self.new_edit.text()

    def _show(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        for edit in (self.old_edit, self.new_edit, self.again_edit):
            edit.setEchoMode(mode)

    def _act(self) -> None:
        fault = self._found_fault()
        if fault:
            self._complain(fault)
        else:
            self.accept()

    def _found_fault(self) -> str:
        if self._asks_old and not self.old_edit.text():
            return self.tr("Hãy nhập mật khẩu.")
        if self._asks_new and not is_strong(self.new_edit.text()):
            return self.tr("Mật khẩu mới cần ít nhất {least} ký tự.").format(least=LEAST_LETTERS)
        if self._asks_new and self.new_edit.text() != self.again_edit.text():
            return self.tr("Hai lần nhập mật khẩu mới không giống nhau.")
        return ""

    def _complain(self, text: str) -> None:
        self._fault.setText(text)
        self._fault.setVisible(bool(text))
        for edit in (self.old_edit, self.new_edit, self.again_edit):
            set_property(edit, "invalid", bool(text) and edit.isVisible())


def with_keys(
    owner: QWidget, keys: "OfficeKeys", runner: TaskRunner, go_on: Callable[[], object]
) -> None:
    """Go on at once, or once the passphrase of the office's keys was given."""
    if keys.is_locked:
        _ask_for_keys(owner, keys, runner, go_on, "")
    else:
        go_on()


def _ask_for_keys(
    owner: QWidget,
    keys: "OfficeKeys",
    runner: TaskRunner,
    go_on: Callable[[], object],
    fault: str,
) -> None:
    title = QCoreApplication.translate("passphrase_dialog", "Mở khóa của văn phòng")
    text = QCoreApplication.translate(
        "passphrase_dialog",
        "Khóa dùng để ký gói và mở gói mã hóa đang được bảo vệ. Mật khẩu chỉ hỏi một lần cho đến"
        " khi đóng chương trình.",
    )
    action = QCoreApplication.translate("passphrase_dialog", "Mở khóa")
    dialog = PassphraseDialog(title, text, action, owner, fault=fault)

    def refused(error: DvkError) -> None:
        _ask_for_keys(owner, keys, runner, go_on, worded(error))

    def unlock() -> None:
        passphrase = dialog.passphrase
        runner.start(
            lambda progress: keys.unlock(passphrase),
            title=title,
            done=lambda _: go_on(),
            failed=refused,
        )

    dialog.accepted.connect(unlock)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _secret() -> QLineEdit:
    edit = QLineEdit()
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    return edit
