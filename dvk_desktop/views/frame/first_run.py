"""The first start: what to do with an empty data folder (lần mở đầu tiên)."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dvk_desktop.views.frame.founding_form import FoundingForm
from dvk_desktop.views.icons import icon
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.widgets.labels import button, text_label
from dvk_desktop.views.widgets.scrolling import scrolling
from dvk_desktop.views.widgets.task_strip import TaskStrip

_PICTURE = QSize(28, 28)


class FirstRunWindow(QMainWindow):
    """Offers to found an office, to see the sample year, to restore a backup (bắt đầu).

    It does nothing itself: the signals carry the wish to the one who can open databases.
    """

    founding_wanted = Signal(object)
    package_wanted = Signal(Path)
    sample_wanted = Signal()
    backup_wanted = Signal(Path)
    folder_wanted = Signal(Path)

    def __init__(self, folder: Path, runner: TaskRunner) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Dân vận khéo"))
        self.setMinimumSize(860, 480)
        self.resize(1100, 660)
        self._folder = folder
        self._runner = runner
        self._stack = QStackedWidget()
        self.form = FoundingForm()
        self.form.left.connect(lambda: self._stack.setCurrentIndex(0))
        self.form.finished.connect(self.founding_wanted)
        self._stack.addWidget(scrolling(self._choice()))
        self._stack.addWidget(scrolling(self.form))
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        self._strip = TaskStrip(runner)
        layout.addWidget(self._strip)
        self.setCentralWidget(centre)
        self._strip.show_message(self.tr("Dữ liệu sẽ nằm ở {folder}").format(folder=folder))
        runner.started.connect(self._lock)
        runner.idle.connect(self._unlock)

    def show_message(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Show one sentence in the strip below."""
        self._strip.show_message(text, tone)

    def _choice(self) -> QVBoxLayout:
        cards = QHBoxLayout()
        cards.setSpacing(16)
        cards.addStretch(1)
        for card in self._cards():
            cards.addWidget(card, 20)
        cards.addStretch(1)
        layout = QVBoxLayout()
        layout.setContentsMargins(48, 24, 48, 24)
        layout.setSpacing(8)
        centre = Qt.AlignmentFlag.AlignHCenter
        mark = QLabel()
        mark.setPixmap(icon("app").pixmap(QSize(56, 56), self.devicePixelRatioF()))
        words = text_label(
            self.tr("Cả năm thi đua của một văn phòng, trên một máy tính, không cần mạng."), "muted"
        )
        words.setAlignment(centre)
        other = button(
            self.tr("Mở thư mục dữ liệu đã có…"),
            self._choose_folder,
            icon_name="folder-open",
            kind="link",
        )
        layout.addStretch(2)
        layout.addWidget(mark, 0, centre)
        layout.addWidget(text_label(self.tr("Bắt đầu với Dân vận khéo"), "title"), 0, centre)
        layout.addWidget(words)
        layout.addSpacing(20)
        layout.addLayout(cards)
        layout.addSpacing(8)
        layout.addWidget(other, 0, centre)
        layout.addStretch(3)
        return layout

    def _cards(self) -> tuple[QFrame, ...]:
        return (
            _choice_card(
                "building-community",
                self.tr("Lập văn phòng của tôi"),
                self.tr(
                    "Điền cấp, mã, tên văn phòng và năm thi đua. Cấp trên đã gửi gói triển khai"
                    " thì lập từ gói: có sẵn đơn vị, đợt thi đua, phiếu chấm."
                ),
                button(self.tr("Lập văn phòng"), self._show_form, kind="primary"),
                button(self.tr("Từ gói của cấp trên…"), self._choose_package),
            ),
            _choice_card(
                "eye",
                self.tr("Xem thử năm mẫu"),
                self.tr(
                    "Một năm trọn vẹn của huyện Yên Mô: 138 đăng ký của 26 đơn vị, chấm điểm,"
                    " công nhận, giấy chứng nhận. Chỉ để tập, không lẫn với dữ liệu thật."
                ),
                button(self.tr("Xem năm mẫu"), self.sample_wanted.emit),
            ),
            _choice_card(
                "history",
                self.tr("Khôi phục bản sao lưu"),
                self.tr(
                    "Máy mới, hoặc máy cũ bị hỏng: chọn tệp sao lưu, chương trình kiểm tra rồi"
                    " dựng lại toàn bộ dữ liệu."
                ),
                button(self.tr("Chọn bản sao lưu…"), self._choose_backup),
            ),
        )

    def _show_form(self) -> None:
        self._stack.setCurrentIndex(1)
        self.form.begin()

    def _choose_package(self) -> None:
        kinds = self.tr("Gói dữ liệu") + " (*.dvk);;" + self.tr("Mọi tệp") + " (*)"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Chọn gói của cấp trên"), "", kinds)
        if name:
            self.package_wanted.emit(Path(name))

    def _choose_backup(self) -> None:
        kinds = self.tr("Bản sao lưu") + " (*.dvkbackup);;" + self.tr("Mọi tệp") + " (*)"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Chọn bản sao lưu"), "", kinds)
        if name:
            self.backup_wanted.emit(Path(name))

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Chọn thư mục dữ liệu"))
        if name:
            self.folder_wanted.emit(Path(name))

    def _lock(self) -> None:
        self._stack.setEnabled(False)

    def _unlock(self) -> None:
        self._stack.setEnabled(True)


def _choice_card(picture: str, title: str, text: str, *acts: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    card.setMaximumWidth(340)
    mark = QLabel()
    mark.setPixmap(icon(picture, Tone.ACCENT).pixmap(_PICTURE, card.devicePixelRatioF()))
    heading = text_label(title, "heading")
    heading.setWordWrap(True)
    words = text_label(text, "muted")
    words.setAlignment(Qt.AlignmentFlag.AlignTop)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(20, 18, 20, 18)
    layout.setSpacing(8)
    layout.addWidget(mark)
    layout.addWidget(heading)
    layout.addWidget(words, 1)
    layout.addSpacing(8)
    for act in acts:
        layout.addWidget(act)
    return card
