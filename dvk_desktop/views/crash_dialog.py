"""What is shown when the program itself fails: an apology and what to send (báo lỗi)."""

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from dvk_desktop.views.forms.ui_crash_dialog import Ui_CrashDialog

_log = logging.getLogger(__name__)


class CrashDialog(QDialog):
    """Apologises, and gives the details to copy and the path of the log (hộp báo lỗi)."""

    def __init__(self, details: str, log_file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_CrashDialog()
        self.ui.setupUi(self)
        self.ui.details_edit.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.ui.details_edit.setPlainText(details)
        self.ui.log_label.setText(self.tr("Nhật ký đầy đủ: {path}").format(path=log_file))
        self.ui.copy_button.clicked.connect(self._copy)
        self.ui.continue_button.clicked.connect(self.accept)
        self.ui.quit_button.clicked.connect(self.reject)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.ui.details_edit.toPlainText())
        self.ui.copy_button.setText(self.tr("Đã sao chép"))


class CrashHook:
    """Takes the place of ``sys.excepthook``: writes the log, then asks how to go on (bẫy lỗi).

    A fault while the dialog is open is only logged, so that a fault in painting cannot open
    dialogs without end.
    """

    def __init__(
        self,
        log_file: Path,
        *,
        show: Callable[[str, Path], bool] | None = None,
        leave: Callable[[], object] = QGuiApplication.quit,
    ) -> None:
        self._log_file = log_file
        self._show = show or show_crash
        self._leave = leave
        self._is_showing = False

    def install(self) -> None:
        """Take all faults from now on."""
        sys.excepthook = self

    def __call__(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Log one fault and show it, unless one is being shown."""
        if issubclass(kind, KeyboardInterrupt):
            self._leave()
            return
        _log.critical("unexpected fault", exc_info=(kind, error, trace))
        if self._is_showing:
            return
        self._is_showing = True
        try:
            details = "".join(traceback.format_exception(kind, error, trace))
            if not self._show(details, self._log_file):
                self._leave()
        finally:
            self._is_showing = False


def show_crash(details: str, log_file: Path) -> bool:
    """Show the dialog and say whether the person wants to go on working."""
    dialog = CrashDialog(details, log_file)
    goes_on = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return goes_on
