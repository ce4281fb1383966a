"""The office's private keys: in the open for this user, or under a passphrase (khóa)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.exchange.desk import clear_layout
from dvk_desktop.views.messages import tell
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.passphrase_dialog import PassphraseDialog
from dvk_desktop.views.settings.section import Section
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.notice import Notice

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services


class KeysSection(Section):
    """Sets, changes and takes away the passphrase of the keys (khóa của văn phòng)."""

    shows = Changes.SETTINGS

    def __init__(self, services: "Services", runner: TaskRunner, bus: ChangeBus) -> None:
        super().__init__(services, runner, bus)
        self.name_it(
            self.tr("Khóa của văn phòng"),
            self.tr("Khóa ký mọi gói gửi đi và mở gói mã hóa gửi cho văn phòng này."),
        )
        self._state = QVBoxLayout()
        self.set_button = button(
            self.tr("Đặt mật khẩu…"), self._set, icon_name="key", kind="primary"
        )
        self.change_button = button(self.tr("Đổi mật khẩu…"), self._change, icon_name="key")
        self.remove_button = button(self.tr("Gỡ mật khẩu…"), self._remove)
        buttons = QHBoxLayout()
        for each in (self.set_button, self.change_button, self.remove_button):
            buttons.addWidget(each)
        buttons.addStretch(1)
        self.body.addLayout(self._state)
        self.body.addLayout(buttons)
        text = self.tr(
            "Quên mật khẩu thì không ai lấy lại được khóa, chỉ còn cách khôi phục từ bản sao lưu"
            " làm trước khi đặt mật khẩu, hoặc lập khóa mới ở trang Gửi, nhận dữ liệu, mục Văn"
            " phòng. Bản sao lưu cũ vẫn giữ khóa như lúc sao lưu."
        )
        self.body.addWidget(text_label(text, "muted"))
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Show whether there is a passphrase."""
        is_protected = self.services.keys.is_protected
        clear_layout(self._state)
        self._state.addWidget(self._protected() if is_protected else self._open())
        self.set_button.setVisible(not is_protected)
        self.change_button.setVisible(is_protected)
        self.remove_button.setVisible(is_protected)

    def _set(self, fault: str = "") -> None:
        dialog = PassphraseDialog(
            self.tr("Đặt mật khẩu cho khóa"),
            self.tr("Chương trình hỏi mật khẩu này một lần, khi cần ký hoặc mở gói mã hóa."),
            self.tr("Đặt mật khẩu"),
            self,
            asks_old=False,
            asks_new=True,
            fault=fault,
        )
        self._ask(
            dialog,
            lambda: self.services.keys.protect(dialog.new_passphrase),
            self.tr("Đã đặt mật khẩu cho khóa."),
            self._set,
        )

    def _change(self, fault: str = "") -> None:
        dialog = PassphraseDialog(
            self.tr("Đổi mật khẩu của khóa"),
            self.tr("Khóa giữ nguyên, chỉ đổi mật khẩu; các văn phòng khác không phải làm gì."),
            self.tr("Đổi mật khẩu"),
            self,
            asks_new=True,
            fault=fault,
        )
        self._ask(
            dialog,
            lambda: self.services.keys.change(dialog.passphrase, dialog.new_passphrase),
            self.tr("Đã đổi mật khẩu của khóa."),
            self._change,
        )

    def _remove(self, fault: str = "") -> None:
        dialog = PassphraseDialog(
            self.tr("Gỡ mật khẩu của khóa"),
            self.tr("Sau khi gỡ, ai dùng được tài khoản này trên máy thì ký được gói."),
            self.tr("Gỡ mật khẩu"),
            self,
            fault=fault,
        )
        self._ask(
            dialog,
            lambda: self.services.keys.unprotect(dialog.passphrase),
            self.tr("Đã gỡ mật khẩu của khóa."),
            self._remove,
        )

    def _ask(
        self,
        dialog: PassphraseDialog,
        act: Callable[[], None],
        said: str,
        again: Callable[[str], None],
    ) -> None:
        def done(_: object) -> None:
            tell(self, said, Tone.SUCCESS)
            self.refresh()

        def failed(error: DvkError) -> None:
            again(worded(error))

        def start() -> None:
            self.runner.start(
                lambda progress: act(), title=dialog.windowTitle(), done=done, failed=failed
            )

        dialog.accepted.connect(start)
        dialog.open()

    def _protected(self) -> Notice:
        title = self.tr("Khóa được bảo vệ bằng mật khẩu")
        text = self.tr("Người lấy được tệp khóa cũng không dùng được nếu không có mật khẩu.")
        return Notice(title, text, Tone.SUCCESS)

    def _open(self) -> Notice:
        title = self.tr("Khóa chưa có mật khẩu")
        text = self.tr(
            "Tệp khóa chỉ tài khoản này trên máy đọc được. Nên đặt mật khẩu nếu máy có nhiều người"
            " dùng chung một tài khoản."
        )
        return Notice(title, text, Tone.ACCENT)
