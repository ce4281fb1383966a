"""Long work off the GUI thread: progress, stopping, outcome (việc chạy nền).

There is exactly one worker, so that two pieces of work never write at the same time. All
callbacks run in the GUI thread. They are connected before the work is queued, so that no
outcome is lost, however fast the work is.
"""

import sys
import threading
import time
from collections.abc import Callable
from enum import Enum, auto
from queue import SimpleQueue
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from dvk_desktop.domain.errors import Cancelled, DvkError
from dvk_desktop.domain.progress import Progress
from dvk_desktop.views.reading_aside import ReadingThread

T = TypeVar("T")

_PAUSE = 0.05
"""Seconds between two reports of progress: at most 20 a second reach the window."""


class TaskState(Enum):
    """Where a task stands (trạng thái việc)."""

    WAITING = auto()
    RUNNING = auto()
    DONE = auto()
    FAILED = auto()
    CANCELLED = auto()
    CRASHED = auto()


_ENDED = {TaskState.DONE, TaskState.FAILED, TaskState.CANCELLED, TaskState.CRASHED}


class Task(QObject):
    """One piece of long work, as the window sees it (việc).

    ``progressed`` carries done, total, text. ``ended`` comes last, after the callback of the
    outcome, and only in the GUI thread. The other signals are for the runner.
    """

    progressed = Signal(int, int, str)
    ended = Signal()
    returned = Signal(object)
    raised = Signal(object)
    begun = Signal()

    def __init__(self, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self.state = TaskState.WAITING
        self._stop = threading.Event()

    @property
    def is_over(self) -> bool:
        """Say whether the outcome is known."""
        return self.state in _ENDED

    def cancel(self) -> None:
        """Ask the work to stop at its next step; harmless when it is over."""
        self._stop.set()

    def run(self, work: Callable[[Progress], object]) -> None:
        """Do the work; only the runner calls this, in the worker thread."""
        reporter = _Reporter(self._stop, self.progressed.emit)
        try:
            reporter.check()
            self.begun.emit()
            result = work(reporter)
        except BaseException as error:  # noqa: BLE001 -- handed to the GUI thread, lost otherwise
            self.raised.emit(error)
        else:
            reporter.flush()
            self.returned.emit(result)


class _Reporter:
    """The progress that services are given: throttled, raises when stopped (bộ báo tiến độ)."""

    def __init__(self, stop: threading.Event, report: Callable[[int, int, str], object]) -> None:
        self._stop = stop
        self._report = report
        self._last = 0.0
        self._unsent: tuple[int, int, str] | None = None

    def check(self) -> None:
        """Raise when the person has pressed "Dừng"."""
        if self._stop.is_set():
            raise Cancelled

    def step(self, done: int, total: int, text: str = "") -> None:
        """Report a step unless the last report is too fresh.

        Raises:
            Cancelled: The person pressed "Dừng".
        """
        self.check()
        self._unsent = (done, total, text)
        now = time.monotonic()
        if now - self._last >= _PAUSE:
            self._last = now
            self.flush()

    def flush(self) -> None:
        """Report the latest step if it was held back."""
        if self._unsent is not None:
            self._report(*self._unsent)
            self._unsent = None


class TaskRunner(QObject):
    """Runs one task after another on one worker thread (bộ chạy việc).

    A ``DvkError`` goes to ``failed`` of the task, or to the signal ``failed`` when the caller
    gave none. Anything else is a fault of the program and goes to ``sys.excepthook``.
    ``reading`` is for what only reads and is told to nobody.
    """

    started = Signal(object)
    failed = Signal(object, object)
    ended = Signal(object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: SimpleQueue[Callable[[], object] | None] = SimpleQueue()
        self._worker: threading.Thread | None = None
        self._open: list[Task] = []
        self.reading = ReadingThread(self)

    @property
    def unfinished(self) -> tuple[Task, ...]:
        """The tasks whose outcome is not known yet, oldest first."""
        return tuple(self._open)

    def start(
        self,
        work: Callable[[Progress], T],
        *,
        title: str,
        done: Callable[[T], object] | None = None,
        failed: Callable[[DvkError], object] | None = None,
        progressed: Callable[[int, int, str], object] | None = None,
    ) -> Task:
        """Queue ``work``; call this in the GUI thread.

        Args:
            work: Gets the progress to report to; must not touch widgets.
            title: What the strip below shows, such as "Đọc 26 tệp đăng ký".
            done: Gets what ``work`` returned.
            failed: Gets the refusal, also ``Cancelled``; without it the window explains.
            progressed: Gets done, total, text, at most 20 times a second.
        """
        task = Task(title, self)
        task.begun.connect(lambda: self._begin(task))
        if progressed is not None:
            task.progressed.connect(progressed)
        task.returned.connect(lambda result: self._succeed(task, result, done))
        task.raised.connect(lambda error: self._fail(task, error, failed))
        self._open.append(task)
        self.started.emit(task)
        self._begin_worker()
        self._queue.put(lambda: task.run(work))
        return task

    def cancel_all(self) -> None:
        """Ask all tasks to stop."""
        for task in self._open:
            task.cancel()

    def stop(self) -> None:
        """Stop everything and wait for the worker; the runner is of no use afterwards."""
        self.cancel_all()
        self.reading.stop()
        if self._worker is not None:
            self._queue.put(None)
            self._worker.join()
            self._worker = None

    def _begin_worker(self) -> None:
        """Start the only worker when the first work comes; it ends with the program."""
        if self._worker is None:
            self._worker = threading.Thread(target=self._drain, name="task", daemon=True)
            self._worker.start()

    def _drain(self) -> None:
        while (job := self._queue.get()) is not None:
            job()

    def _begin(self, task: Task) -> None:
        task.state = TaskState.RUNNING

    def _succeed(self, task: Task, result: T, done: Callable[[T], object] | None) -> None:
        self._close(task, TaskState.DONE)
        try:
            if done is not None:
                done(result)
        finally:
            self._tell_end(task)

    def _fail(
        self,
        task: Task,
        error: BaseException,
        failed: Callable[[DvkError], object] | None,
    ) -> None:
        self._close(task, _state_after(error))
        try:
            if not isinstance(error, DvkError):
                sys.excepthook(type(error), error, error.__traceback__)
            elif failed is not None:
                failed(error)
            else:
                self.failed.emit(task, error)
        finally:
            self._tell_end(task)

    def _close(self, task: Task, state: TaskState) -> None:
        task.state = state
        self._open.remove(task)

    def _tell_end(self, task: Task) -> None:
        task.ended.emit()
        self.ended.emit(task)
        if not self._open:
            self.idle.emit()
        # Python owns it from here on: the page that started it may still hold it.
        task.setParent(None)


def _state_after(error: BaseException) -> TaskState:
    if isinstance(error, Cancelled):
        return TaskState.CANCELLED
    return TaskState.FAILED if isinstance(error, DvkError) else TaskState.CRASHED
