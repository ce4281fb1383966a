"""The strip below: long work, the last message, special data (thanh trạng thái)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.tasks import Task, TaskRunner
from dvk_desktop.views.widgets.elided_label import ElidedLabel
from dvk_desktop.views.widgets.labels import badge, button, set_property


class TaskStrip(QFrame):
    """Shows the task at work with a button to stop it, else the last message (thanh việc)."""

    def __init__(self, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self.setFixedHeight(34)
        self._runner = runner
        self._message = ElidedLabel()
        self._message.setAccessibleName(self.tr("Thông báo"))
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedWidth(180)
        self._stop = button(self.tr("Dừng"), self._cancel, icon_name="player-stop", kind="link")
        self._marker = badge("", Tone.WARNING)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 12, 0)
        layout.setSpacing(10)
        layout.addWidget(self._message, 1)
        for widget in (self._bar, self._stop, self._marker):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_marker("")
        self._show_running(None)
        runner.started.connect(self._begin)
        runner.ended.connect(self._end)

    def show_message(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Show one sentence until the next one comes."""
        set_property(self._message, "role", "error" if tone is Tone.DANGER else "")
        self._message.setText(text)

    def set_marker(self, text: str, tone: Tone = Tone.WARNING) -> None:
        """Show at the right that the data is for practice, or nothing."""
        self._marker.setText(text)
        set_property(self._marker, "tone", tone.value)
        self._marker.setVisible(bool(text))

    def _begin(self, task: Task) -> None:
        # A method of this object: a lambda would outlive the window.
        task.progressed.connect(self._step)
        self._show_running(self._runner.unfinished[0])

    def _step(self, done: int, total: int, text: str) -> None:
        if not self._runner.unfinished:
            return
        task = self._runner.unfinished[0]
        self._bar.setRange(0, max(total, 0))
        self._bar.setValue(done)
        self.show_message(f"{task.title}: {text}" if text else task.title)
        self._bar.setAccessibleName(task.title)

    def _end(self, task: Task) -> None:
        if self._message.text().startswith(task.title):
            self.show_message("")
        left = self._runner.unfinished
        self._show_running(left[0] if left else None)

    def _show_running(self, task: Task | None) -> None:
        self._bar.setVisible(task is not None)
        self._stop.setVisible(task is not None)
        if task is not None:
            self._bar.setRange(0, 0)
            self._stop.setEnabled(True)
            self.show_message(f"{task.title}…")

    def _cancel(self) -> None:
        if self._runner.unfinished:
            self._runner.unfinished[0].cancel()
            self._stop.setEnabled(False)
            self.show_message(self.tr("Đang dừng…"))
