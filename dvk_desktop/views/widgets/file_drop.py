"""A place to drop files on, or to choose them (chỗ thả tệp)."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dvk_desktop.views.icons import icon
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.widgets.labels import button, set_property, text_label


def files_in(mime: QMimeData, suffixes: Sequence[str]) -> list[Path]:
    """Return the local files of a drop that have one of the suffixes, such as ``.xlsx``."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if not suffixes or path.suffix.lower() in suffixes]


class FileDrop(QFrame):
    """Takes files by dropping or by a dialog, and hands on their paths (chỗ thả tệp)."""

    dropped = Signal(list)

    def __init__(
        self,
        text: str,
        suffixes: Sequence[str],
        parent: QWidget | None = None,
        *,
        kind_name: str = "",
        choose: Callable[[], object] | None = None,
        takes_all: bool = False,
    ) -> None:
        """Build it.

        Args:
            text: What to do, such as "Thả các tệp đăng ký vào đây".
            suffixes: Lower case with the point; empty takes all files.
            parent: The page.
            kind_name: What the file dialog calls these files.
            choose: Asks for files instead, where the page remembers folders.
            takes_all: Hands on other files too; the page says what is wrong with them.
        """
        super().__init__(parent)
        self.setProperty("role", "drop")
        self.setProperty("over", "false")
        self.setAcceptDrops(True)
        self._suffixes = tuple(suffixes)
        self._taken = () if takes_all else self._suffixes
        self._kind_name = kind_name or self.tr("Tệp nhận được")
        picture = QLabel()
        picture.setPixmap(icon("upload", Tone.NEUTRAL).pixmap(QSize(24, 24)))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(text_label(text, "label"))
        words.addWidget(text_label(", ".join(self._suffixes), "muted"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(picture)
        layout.addLayout(words, 1)
        layout.addWidget(button(self.tr("Chọn tệp…"), choose or self._choose))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that these files will be taken."""
        if files_in(event.mimeData(), self._taken):
            event.acceptProposedAction()
            set_property(self, "over", "true")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show the normal border again."""
        set_property(self, "over", "false")

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files."""
        set_property(self, "over", "false")
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(files_in(event.mimeData(), self._taken))

    def _choose(self) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in self._suffixes) or "*"
        names, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Chọn tệp"), "", f"{self._kind_name} ({patterns})"
        )
        if names:
            self.dropped.emit([Path(name) for name in names])
