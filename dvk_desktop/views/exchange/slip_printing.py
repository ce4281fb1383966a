"""Print the slip that goes with a package (in phiếu bàn giao)."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from dvk_desktop.views import file_choice
from dvk_desktop.views.exchange.desk import Desk
from dvk_desktop.views.messages import show_error, tell
from dvk_desktop.views.palettes import Tone


def print_slips(owner: QWidget, desk: Desk, package_ids: Sequence[str], file_name: str) -> None:
    """Ask where the slips of sent packages go, write them and open them for printing.

    The parts of one set are one file, a page for each.
    """
    handover = desk.services.handover
    path = desk.files.target(
        owner,
        purpose="slips",
        title=QCoreApplication.translate("slip_printing", "Ghi phiếu bàn giao"),
        name=f"phieu-ban-giao_{Path(file_name).stem}.pdf",
        kind=QCoreApplication.translate("slip_printing", "Tệp PDF"),
    )
    if path is None:
        return

    def written(_: object) -> None:
        text = QCoreApplication.translate("slip_printing", "Đã ghi phiếu bàn giao {file}.")
        tell(owner, text.format(file=path.name), Tone.SUCCESS)
        file_choice.show_in_system(path)

    desk.runner.start(
        lambda progress: handover.write([handover.of_sent(one) for one in package_ids], path),
        title=QCoreApplication.translate("slip_printing", "Ghi phiếu bàn giao"),
        done=written,
        failed=lambda error: show_error(owner, error),
    )
