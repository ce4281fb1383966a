"""The one place that asks for files and shows where they lie (chọn tệp).

``ask_target``, ``ask_files``, ``ask_folder`` and ``show_in_system`` are the only functions that
open something of the system; tests replace them.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_target(parent: QWidget, title: str, suggestion: Path, kinds: str) -> Path | None:
    """Ask where to write a file; None when the person changed their mind."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(suggestion), kinds)
    return Path(name) if name else None


def ask_files(parent: QWidget, title: str, folder: Path, kinds: str) -> list[Path]:
    """Ask for files to read; none when the person changed their mind."""
    names, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), kinds)
    return [Path(name) for name in names]


def ask_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Ask for a folder; None when the person changed their mind."""
    name = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(name) if name else None


def show_in_system(path: Path) -> None:
    """Open a file or a folder with the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class FileChoice:
    """Asks for files and remembers the folder of each purpose (chọn tệp)."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def target(
        self, parent: QWidget, *, purpose: str, title: str, name: str, kind: str
    ) -> Path | None:
        """Ask where to write ``name``; the suffix of ``name`` is added where it is left out."""
        suffix = Path(name).suffix
        kinds = f"{kind} (*{suffix})"
        chosen = ask_target(parent, title, self.folder(purpose) / name, kinds)
        if chosen is None:
            return None
        if chosen.suffix.lower() != suffix:
            chosen = chosen.with_name(chosen.name + suffix)
        self.remember(purpose, chosen.parent)
        return chosen

    def sources(
        self, parent: QWidget, *, purpose: str, title: str, suffixes: tuple[str, ...], kind: str
    ) -> list[Path]:
        """Ask for files to read."""
        patterns = " ".join(f"*{suffix}" for suffix in suffixes)
        every = QCoreApplication.translate("FileChoice", "Tất cả tệp")
        kinds = f"{kind} ({patterns});;{every} (*)"
        chosen = ask_files(parent, title, self.folder(purpose), kinds)
        if chosen:
            self.remember(purpose, chosen[0].parent)
        return chosen

    def folder(self, purpose: str) -> Path:
        """Return the folder that was last used for a purpose, if it is still there."""
        kept = str(self._settings.value(f"folders/{purpose}", ""))
        if kept and Path(kept).is_dir():
            return Path(kept)
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place) or Path.home())

    def remember(self, purpose: str, folder: Path) -> None:
        """Begin there the next time."""
        self._settings.setValue(f"folders/{purpose}", str(folder))
