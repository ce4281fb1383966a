"""Copy receipts to a stick or a folder for the post (chép biên nhận)."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from dvk_desktop.views import file_choice
from dvk_desktop.views.exchange.desk import Desk
from dvk_desktop.views.messages import show_error, tell
from dvk_desktop.views.palettes import Tone


def copy_receipts(owner: QWidget, desk: Desk, receipts: Sequence[Path]) -> None:
    """Ask where receipts go, copy them there and say whether the stick may be pulled."""
    title = QCoreApplication.translate("receipt_copying", "Chọn USB hoặc thư mục để chép biên nhận")
    folder = file_choice.ask_folder(owner, title, desk.files.folder("receipts"))
    if folder is None:
        return
    desk.files.remember("receipts", folder)

    def copied(copies: tuple[Path, ...]) -> None:
        text = QCoreApplication.translate(
            "receipt_copying", "Đã chép {count} biên nhận và đọc lại đúng."
        ).format(count=len(copies))
        if copies and desk.services.drives.may_be_pulled(copies[0]):
            pulled = QCoreApplication.translate("receipt_copying", "{text} Có thể rút USB.")
            text = pulled.format(text=text)
        tell(owner, text, Tone.SUCCESS)

    service = desk.services.package_batch
    copying = QCoreApplication.translate("receipt_copying", "Chép {count} biên nhận")
    desk.runner.start(
        lambda progress: service.copy_receipts(receipts, folder),
        title=copying.format(count=len(receipts)),
        done=copied,
        failed=lambda error: show_error(owner, error),
    )
