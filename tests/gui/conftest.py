"""What tests of the window share: one look everywhere, nothing left running."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication

from dvk_desktop.views import messages
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.palettes import Scheme
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.theme import apply_theme, load_fonts
from dvk_desktop.views.translation import install_language


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["dvk-tests", "-style", "Fusion"]


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(scope="session")
def dressed_application(qapp: QApplication) -> QApplication:
    load_fonts()
    install_language(qapp)
    apply_theme(qapp, Scheme.LIGHT)
    return qapp


@pytest.fixture(autouse=True)
def nothing_left_running(dressed_application: QApplication) -> Iterator[None]:
    """Fail when a test leaves a thread or a visible timer behind."""
    threads = set(threading.enumerate())
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [thread.name for thread in set(threading.enumerate()) - threads if thread.is_alive()]
    assert left == []
    timers = [
        timer
        for timer in gc.get_objects()
        if type(timer) is QTimer
        and _is_alive(timer)
        and timer.isActive()
        and timer.parent() is None
    ]
    assert timers == []


def _is_alive(timer: QTimer) -> bool:
    try:
        timer.isActive()
    except RuntimeError:
        return False
    return True


@pytest.fixture
def runner(dressed_application: QApplication) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.stop()


@pytest.fixture
def bus(dressed_application: QApplication) -> ChangeBus:
    return ChangeBus()


@pytest.fixture
def boxes(monkeypatch: pytest.MonkeyPatch) -> list[messages.Box]:
    """Boxes that were shown; every question is answered with its action."""
    shown: list[messages.Box] = []

    def show(parent: object, box: messages.Box) -> bool:
        shown.append(box)
        return bool(box.action)

    monkeypatch.setattr(messages, "show_box", show)
    return shown
