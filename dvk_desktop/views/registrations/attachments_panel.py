"""The files of one registration beside its form (tệp đính kèm của phiếu)."""

from collections.abc import Collection, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.attachment import Attached, AttachmentRow
from dvk_desktop.services.services import Services
from dvk_desktop.views import file_choice, messages
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.icons import icon
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.elided_label import ElidedLabel
from dvk_desktop.views.widgets.file_drop import FileDrop, files_in
from dvk_desktop.views.widgets.labels import icon_button, line, text_label

_SIDE = 48
_SHARPNESS = 2
_MEGABYTE = 1 << 20


class AttachmentsPanel(QWidget):
    """Takes files by dropping, shows and hands them out (tệp đính kèm).

    ``counted`` carries how many files there are.
    """

    counted = Signal(int)

    def __init__(
        self, services: Services, runner: TaskRunner, bus: ChangeBus, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._service = services.attachments
        self._runner = runner
        self._bus = bus
        self._record_id = ""
        self.rows: tuple[AttachmentRow, ...] = ()
        self.setAcceptDrops(True)
        self.drop = FileDrop(
            self.tr("Thả ảnh, văn bản vào đây"), (), kind_name=self.tr("Tệp đính kèm")
        )
        self.drop.dropped.connect(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 14, 12)
        layout.setSpacing(10)
        layout.addWidget(self.drop)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        layout.addLayout(self._list)
        layout.addStretch(1)

    def show_record(self, record_id: str) -> None:
        """Show the files of another registration; none for one that is not stored yet."""
        rows = self._service.of(record_id) if record_id else ()
        if (record_id, rows) != (self._record_id, self.rows):
            self._record_id, self.rows = record_id, rows
            self._show_rows()
        self.counted.emit(len(rows))

    def add(self, paths: Sequence[Path]) -> None:
        """Attach files, asking first what becomes of large photographs."""
        if not paths or not self._record_id:
            return
        shrink = self._to_shrink(paths)
        record_id, service = self._record_id, self._service
        self._runner.start(
            lambda progress: service.add(record_id, paths, shrink=shrink, progress=progress),
            title=self.tr("Đính kèm {count} tệp").format(count=len(paths)),
            done=self._tell,
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files on the whole panel; those of units too, for they may be evidence."""
        if files_in(event.mimeData(), ()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what was dropped."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.add(files_in(event.mimeData(), ()))

    def open(self, row: AttachmentRow) -> None:
        """Show a copy with the program that the system has for such files."""
        try:
            file_choice.show_in_system(self._service.open_copy(row.id))
        except DvkError as error:
            messages.show_error(self, error)

    def save_as(self, row: AttachmentRow) -> None:
        """Write a copy where the person wants it."""
        title = self.tr("Lưu tệp đính kèm")
        target = file_choice.ask_target(self, title, Path(row.file_name), "")
        if target is None:
            return
        try:
            self._service.save_copy(row.id, target)
        except DvkError as error:
            messages.show_error(self, error)
            return
        messages.tell(self, self.tr("Đã lưu “{file}”.").format(file=target.name))

    def remove(self, row: AttachmentRow) -> None:
        """Take a file off, after asking."""
        title = self.tr("Bỏ “{name}” khỏi phiếu?").format(name=row.file_name)
        text = self.tr("Có thể lấy lại bằng lệnh Hoàn tác.")
        if messages.confirm(self, title, text, self.tr("Bỏ tệp"), is_risky=True):
            self._bus.publish(self._service.remove([row.id]))
            self.show_record(self._record_id)

    def _to_shrink(self, paths: Sequence[Path]) -> Collection[Path]:
        large = self._service.large_pictures(paths)
        if not large:
            return ()
        title = self.tr("Thu nhỏ {count} ảnh trên 2 MB?").format(count=len(large))
        text = self.tr(
            "{names}\n\nẢnh thu nhỏ vẫn in rõ trên khổ A4 và gửi nhanh hơn."
            " Ảnh gốc trên máy không thay đổi."
        )
        names = "\n".join(f"• {path.name}" for path in large[:8])
        answer = messages.confirm(self, title, text.format(names=names), self.tr("Thu nhỏ"))
        return large if answer else ()

    def _tell(self, result: Attached) -> None:
        self._bus.publish(result.changes)
        self.show_record(self._record_id)
        if result.refused:
            title = self.tr("{count} tệp không đính kèm được").format(count=len(result.refused))
            messages.inform(self, title, "\n\n".join(worded(one) for one in result.refused))
        elif result.known and not result.added:
            messages.tell(self, self.tr("Tệp này đã có trong phiếu."))
        else:
            messages.tell(self, self.tr("Đã đính kèm {count} tệp.").format(count=result.added))

    def _show_rows(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, row in enumerate(self.rows):
            if number:
                self._list.addWidget(line())
            self._list.addWidget(self._line(row))

    def _line(self, row: AttachmentRow) -> QWidget:
        holder = QWidget()
        holder.setObjectName(f"attachment_{row.id}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(row.file_name))
        size = _size_text(row.byte_count)
        if row.is_here:
            words.addWidget(text_label(size, "muted"))
        else:
            missing = self.tr("{size} · thiếu nội dung, hãy đính kèm lại").format(size=size)
            words.addWidget(text_label(missing, "error"))
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._picture(row))
        layout.addLayout(words, 1)
        acts = (
            ("eye", self.tr("Mở “{name}”"), self.open),
            ("download", self.tr("Lưu “{name}” ra ngoài"), self.save_as),
            ("trash", self.tr("Bỏ “{name}”"), self.remove),
        )
        for name, text, act in acts:
            made = icon_button(name, text.format(name=row.file_name), partial(act, row))
            made.setEnabled(row.is_here or name == "trash")
            made.setObjectName(f"{name}_button")
            layout.addWidget(made)
        return holder

    def _picture(self, row: AttachmentRow) -> QLabel:
        label = QLabel()
        label.setFixedSize(_SIDE, _SIDE)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setPixmap(icon("file-text", Tone.NEUTRAL).pixmap(QSize(28, 28)))
        if row.is_picture and row.is_here:
            service = self._service
            self._runner.start(
                lambda _: service.thumbnail(row.id, _SIDE * _SHARPNESS),
                title=self.tr("Xem trước ảnh"),
                done=lambda found: _show_picture(label, found),
                failed=lambda _: None,
            )
        return label


def _show_picture(label: QLabel, found: tuple[int, int, bytes] | None) -> None:
    # Another registration may be shown by now.
    if found is None or not isValid(label):
        return
    width, height, points = found
    image = QImage(points, width, height, 4 * width, QImage.Format.Format_RGBA8888)
    picture = QPixmap.fromImage(image)
    picture.setDevicePixelRatio(_SHARPNESS)
    label.setPixmap(picture)


def _size_text(count: int) -> str:
    if count >= _MEGABYTE:
        return f"{count / _MEGABYTE:.1f} MB".replace(".", ",")
    return f"{max(1, round(count / 1024))} KB"
