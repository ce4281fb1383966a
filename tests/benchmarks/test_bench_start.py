"""The window shown, against a bare QMainWindow shown; each start is a fresh process."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from ratios import Report, in_turns

ROOT = Path(__file__).resolve().parents[2]
PAIRS = 15

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)
application = QApplication(sys.argv)
window = Window()
window.setCentralWidget(QLabel("Dân vận khéo"))
window.resize(1280, 700)
window.show()
application.exec()
"""


def started(*arguments: str) -> Callable[[], object]:
    """Return a start of Python that must end well; compiled modules are used, as installed."""
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, *arguments]
    quiet = subprocess.DEVNULL
    return lambda: subprocess.run(command, cwd=ROOT, env=variables, check=True, stderr=quiet)


def wall(work: Callable[[], object]) -> float:
    """Time a process by the clock on the wall; rubbish here does not slow it."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


@pytest.mark.bench
@pytest.mark.timeout(600)
@pytest.mark.parametrize("moment", ["frame", "page"])
def test_window_shown(empty_office, tmp_path, report: Report, moment: str):
    office = empty_office.copy(tmp_path / "office")
    program = ("-m", "dvk_desktop", "--data", str(office.folder), f"--quit-when-shown={moment}")
    ours, bare = started(*program), started("-c", BARE)
    ours()
    bare()
    timing = in_turns(ours, bare, pairs=PAIRS, clock=wall)
    if moment == "frame":
        report.ratio("window shown", timing, 1.6)
    else:
        report.line(f"        first page filled: {timing.ratio:.2f} times the bare window")
