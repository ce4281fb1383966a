"""Reading beside the tasks: the latest question is answered, in the thread of the window."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from dvk_desktop.domain.errors import NotFoundError
from dvk_desktop.views.reading_aside import LatestAnswer
from dvk_desktop.views.tasks import TaskRunner


@pytest.fixture
def asker(runner: TaskRunner) -> LatestAnswer:
    return LatestAnswer(runner.reading, runner)


def settle(runner: TaskRunner) -> None:
    runner.reading.settle()
    QCoreApplication.sendPostedEvents(runner.reading)


def test_it_reads_in_another_thread_and_answers_in_this_one(
    runner: TaskRunner, asker: LatestAnswer
) -> None:
    answers: list[tuple[str, str]] = []
    here = threading.current_thread().name
    asker.ask(
        lambda: threading.current_thread().name,
        lambda there: answers.append((there, threading.current_thread().name)),
    )
    assert asker.is_waiting
    settle(runner)
    assert answers == [("reading_0", here)]
    assert not asker.is_waiting


def test_no_task_is_told_of(runner: TaskRunner, asker: LatestAnswer) -> None:
    told: list[object] = []
    runner.started.connect(told.append)
    asker.ask(lambda: 1, lambda _: None)
    assert runner.unfinished == ()
    settle(runner)
    assert told == []


def test_only_the_latest_question_is_answered(runner: TaskRunner, asker: LatestAnswer) -> None:
    answers: list[int] = []
    go_on = threading.Event()
    read: list[int] = []

    def reading(number: int) -> Callable[[], int]:
        def work() -> int:
            go_on.wait()
            read.append(number)
            return number

        return work

    for number in range(3):
        asker.ask(reading(number), answers.append)
    go_on.set()
    settle(runner)
    assert answers == [2]
    assert read[-1] == 2
    assert 1 not in read


def test_a_dropped_question_and_one_of_a_widget_that_is_gone_are_not_answered(
    runner: TaskRunner, asker: LatestAnswer
) -> None:
    answers: list[int] = []
    asker.ask(lambda: 1, answers.append)
    asker.drop()
    place = QObject()
    LatestAnswer(runner.reading, place).ask(lambda: 2, answers.append)
    place.deleteLater()
    QCoreApplication.sendPostedEvents(place, QEvent.Type.DeferredDelete)
    settle(runner)
    assert answers == []


def test_a_refusal_leaves_things_as_they_are(runner: TaskRunner, asker: LatestAnswer) -> None:
    def refuse() -> None:
        raise NotFoundError(what="đợt thi đua", key="x")

    answers: list[None] = []
    asker.ask(refuse, answers.append)
    settle(runner)
    assert answers == []
    assert not asker.is_waiting


def test_a_fault_of_the_program_is_reported(
    qtbot: QtBot, runner: TaskRunner, asker: LatestAnswer
) -> None:
    with qtbot.captureExceptions() as seen:
        asker.ask(lambda: 1 // 0, lambda _: None)
        settle(runner)
    assert [kind for kind, *_ in seen] == [ZeroDivisionError]


def test_it_stops_with_the_runner(qtbot: QtBot) -> None:
    runner = TaskRunner()
    LatestAnswer(runner.reading, runner).ask(lambda: 1, lambda _: None)
    runner.stop()
    assert not any(thread.name.startswith("reading") for thread in threading.enumerate())
