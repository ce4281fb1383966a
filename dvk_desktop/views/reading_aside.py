"""Reads beside the tasks, without a word: sums, values to choose from (đọc ngầm).

Tasks may write, so they wait for each other. What only reads has a thread of its own and does
not wait behind an import; answers come to the GUI thread.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from dvk_desktop.domain.errors import DvkError

T = TypeVar("T")


class ReadingThread(QObject):
    """One thread that reads, begun when it is first wanted (luồng đọc)."""

    _ended = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None
        self._is_over = False
        self._ended.connect(lambda tell: tell(), Qt.ConnectionType.QueuedConnection)

    def put(self, read: Callable[[], T], tell: Callable[["Future[T]"], object]) -> None:
        """Queue a piece of reading; ``tell`` is called in the GUI thread when it is over."""
        if self._is_over:
            return
        if self._pool is None:
            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reading")
        future = self._pool.submit(read)
        future.add_done_callback(lambda over: self._ended.emit(partial(tell, over)))

    def settle(self) -> None:
        """Wait until everything that was asked for is read."""
        if self._pool is not None:
            self._pool.submit(lambda: None).result()

    def stop(self) -> None:
        """Wait for the thread to end; what is not begun is left."""
        self._is_over = True
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


class LatestAnswer(QObject):
    """The questions of one widget, of which only the latest is answered (câu hỏi mới nhất).

    A refusal leaves what is shown: whoever acts on it hears of it.
    """

    def __init__(self, thread: ReadingThread, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = thread
        self._number = 0
        self._is_waiting = False

    @property
    def is_waiting(self) -> bool:
        """Say whether an answer is still to come."""
        return self._is_waiting

    def ask(self, read: Callable[[], T], done: Callable[[T], object]) -> None:
        """Read in the other thread and hand what was read to ``done`` in this one."""
        self._number += 1
        self._is_waiting = True
        number = self._number

        def read_if_wanted() -> T | None:
            return read() if number == self._number else None

        self._thread.put(read_if_wanted, partial(self._take, number, done))

    def drop(self) -> None:
        """Want no answer any more."""
        self._number += 1
        self._is_waiting = False

    def _take(self, number: int, done: Callable[[T], object], over: "Future[T]") -> None:
        # The widget may be gone, or ask something else by now.
        if not isValid(self) or number != self._number or over.cancelled():
            return
        self._is_waiting = False
        try:
            found = over.result()
        except DvkError:
            return
        done(found)
