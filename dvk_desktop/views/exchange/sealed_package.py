"""Packages that do not open by themselves, or not whole: what is missing (gói chưa đủ)."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.views.exchange.desk import Desk
from dvk_desktop.views.exchange.wording import when
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.passphrase_dialog import PassphraseDialog, with_keys
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.notice import Notice

_ASKS_PASSPHRASE = ("AGE_PASSPHRASE_MISSING", "AGE_PASSPHRASE_WRONG")
_ASKS_KEYS = ("KEYS_LOCKED",)


def way_in(
    owner: QWidget, desk: Desk, path: Path, error: DvkError, again: Callable[[], object]
) -> tuple[str, Callable[[], None]] | None:
    """Return what a person can do about a package that did not open: a word and the act."""
    if error.code in _ASKS_PASSPHRASE:
        text = QCoreApplication.translate("sealed_package", "Nhập mật khẩu…")
        return text, lambda: ask_passphrase(owner, desk, path, error, again)
    if error.code in _ASKS_KEYS:
        text = QCoreApplication.translate("sealed_package", "Mở khóa…")
        return text, lambda: with_keys(owner, desk.services.keys, desk.runner, again)
    return None


def ask_passphrase(
    owner: QWidget, desk: Desk, path: Path, error: DvkError, again: Callable[[], object]
) -> None:
    """Ask for the passphrase of a package, then look at it again."""
    dialog = PassphraseDialog(
        QCoreApplication.translate("sealed_package", "Gói được mã hóa bằng mật khẩu"),
        QCoreApplication.translate(
            "sealed_package", "Tệp {file}. Nơi gửi báo mật khẩu này qua điện thoại."
        ).format(file=path.name),
        QCoreApplication.translate("sealed_package", "Mở gói"),
        owner,
        fault=worded(error) if error.code == _ASKS_PASSPHRASE[1] else "",
    )

    def give() -> None:
        desk.services.receiving.give_passphrase(path, dialog.passphrase)
        again()

    dialog.accepted.connect(give)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def incomplete_notices(desk: Desk) -> list[Notice]:
    """Tell of packages of which parts have not arrived."""
    notices = []
    for one in desk.services.receiving.incomplete_sets():
        title = QCoreApplication.translate(
            "sealed_package", "Gói của {name} còn thiếu phần {missing} trong {of} phần"
        ).format(name=one.peer_name, missing=", ".join(map(str, one.missing)), of=one.of)
        text = QCoreApplication.translate(
            "sealed_package",
            "Gói lập {time}. Tệp đính kèm trong phần thiếu chưa tới; hãy xin nơi gửi gửi lại phần"
            " đó hoặc gửi lại cả gói.",
        ).format(time=when(one.written_at))
        notices.append(Notice(title, text, Tone.WARNING))
    return notices
