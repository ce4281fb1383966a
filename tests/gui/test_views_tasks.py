"""Long work: outcome, progress, stopping, faults."""

import sys
import threading
import time

import pytest

from dvk_desktop.domain.errors import Cancelled, NotFoundError
from dvk_desktop.views.tasks import TaskState

HERE = threading.get_ident
PAUSE = threading.Event()
"""Never set: lets work last a moment."""


def test_result_arrives_in_the_gui_thread(qtbot, runner):
    got = []
    task = runner.start(
        lambda progress: HERE(), title="Đọc", done=lambda worker: got.append((worker, HERE()))
    )
    qtbot.waitUntil(lambda: task.is_over)
    assert len(got) == 1
    assert got[0][0] != got[0][1] == HERE()
    assert task.state is TaskState.DONE


def test_fast_work_is_never_lost(qtbot, runner):
    got = []
    for number in range(200):
        runner.start(lambda progress, n=number: n, title="Nhanh", done=got.append)
    qtbot.waitUntil(lambda: not runner.unfinished)
    assert got == list(range(200))


def test_refusal_goes_to_failed(qtbot, runner):
    got = []

    def refuse(progress):
        raise NotFoundError(what="đơn vị", key="x")

    task = runner.start(refuse, title="Tìm", done=got.append, failed=got.append)
    qtbot.waitUntil(lambda: task.is_over)
    assert [type(error) for error in got] == [NotFoundError]
    assert task.state is TaskState.FAILED


def test_refusal_without_a_listener_goes_to_the_window(qtbot, runner):
    def refuse(progress):
        raise NotFoundError(what="đơn vị", key="x")

    with qtbot.waitSignal(runner.failed) as failed:
        task = runner.start(refuse, title="Tìm")
    assert failed.args[0] is task
    assert isinstance(failed.args[1], NotFoundError)


def test_fault_goes_to_the_crash_hook(qtbot, runner, monkeypatch):
    faults = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: faults.append((kind, HERE())))
    task = runner.start(lambda progress: 1 / 0, title="Chia")
    qtbot.waitUntil(lambda: task.is_over)
    assert faults == [(ZeroDivisionError, HERE())]
    assert task.state is TaskState.CRASHED


def test_cancel_stops_at_the_next_step(qtbot, runner):
    began, got = threading.Event(), []

    def work(progress):
        began.set()
        while True:
            progress.step(1, 2)
            PAUSE.wait(0.001)

    task = runner.start(work, title="Mãi", failed=got.append)
    assert began.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: task.is_over)
    assert [type(error) for error in got] == [Cancelled]
    assert task.state is TaskState.CANCELLED


def test_waiting_work_that_is_cancelled_never_begins(qtbot, runner):
    gate, touched = threading.Event(), []
    runner.start(lambda progress: gate.wait(5), title="Giữ chỗ")
    task = runner.start(lambda progress: touched.append(1), title="Chờ", failed=lambda error: None)
    task.cancel()
    gate.set()
    qtbot.waitUntil(lambda: task.is_over)
    assert touched == []


def test_progress_is_throttled_and_ends_with_the_last_step(qtbot, runner):
    got = []

    def work(progress):
        for number in range(1, 20_001):
            progress.step(number, 20_000, f"dòng {number}")

    began = time.monotonic()
    task = runner.start(work, title="Đếm", progressed=lambda *step: got.append(step))
    qtbot.waitUntil(lambda: task.is_over)
    assert got[-1] == (20_000, 20_000, "dòng 20000")
    assert len(got) <= 3 + 20 * (time.monotonic() - began)


def test_one_piece_of_work_at_a_time(qtbot, runner):
    inside, most = [], []

    def work(progress):
        inside.append(1)
        most.append(len(inside))
        PAUSE.wait(0.002)
        inside.pop()

    for _ in range(10):
        runner.start(work, title="Lần lượt")
    qtbot.waitUntil(lambda: not runner.unfinished)
    assert most == [1] * 10


def test_a_fault_in_a_callback_still_ends_the_task(qtbot, runner):
    def explode(result):
        raise RuntimeError("in done")

    with qtbot.captureExceptions() as faults:
        task = runner.start(lambda progress: 1, title="Xong", done=explode)
        qtbot.waitSignal(runner.idle).wait()
    assert task.is_over
    assert [kind for kind, *_ in faults] == [RuntimeError]


@pytest.mark.parametrize("count", [0, 3])
def test_stop_waits_for_the_worker(runner, count):
    for _ in range(count):
        runner.start(lambda progress: PAUSE.wait(0.005), title="Ngắn")
    runner.stop()
    assert [t.name for t in threading.enumerate() if t.name == "task"] == []
