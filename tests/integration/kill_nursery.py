"""Processes that are killed by their id, and what they leave behind (bị dừng đột ngột).

A nursery is a program that forks a worker for each seed it is told, so that the slow start of
Python is paid once. It tells the id of each worker, and when that one has ended.
"""

import os
import select
import signal
import sqlite3
import subprocess
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from dvk_desktop.bootstrap import database_path

TESTS = Path(__file__).parent
BEGUN = "begun\n"
_PATIENCE = 60


@contextmanager
def nursed(root: Path, program: str) -> Iterator[subprocess.Popen[str]]:
    """Start the process that starts workers."""
    paths = os.pathsep.join([str(TESTS), str(TESTS.parents[1])])
    process = subprocess.Popen(
        [sys.executable, str(TESTS / program), str(root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
        env={**os.environ, "PYTHONPATH": paths},
    )
    with process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def killed(nursery: subprocess.Popen[str], words: str, life: float, *, waits: bool = False) -> None:
    """Let a worker live for a moment, counted from where it says so when the parent ``waits``."""
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    nursery.stdin.write(f"{words}\n")
    nursery.stdin.flush()
    worker = int(nursery.stdout.readline())
    seed, root = int(words.split()[0]), Path(str(nursery.args[-1]))  # type: ignore[index]  # -- a list
    if waits:
        heard, _, _ = select.select([nursery.stdout], [], [], _PATIENCE)
        assert heard, "the worker did not begin"
        assert nursery.stdout.readline() == BEGUN, told(root, seed)
    ended_by_itself, _, _ = select.select([nursery.stdout], [], [], life)
    assert not ended_by_itself, told(root, seed)
    os.kill(worker, signal.SIGKILL)
    assert nursery.stdout.readline() == "ended\n"


def told(root: Path, seed: int) -> set[str]:
    """Return the actions that a worker confirmed."""
    path = root / f"told-{seed}.txt"
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    assert "ERROR" not in text, text
    return set(text.splitlines())


def look_inside(folder: Path) -> tuple[str, list[tuple[object, ...]], Counter[str]]:
    """Return what SQLite says of a database, and how many models each action left."""
    with closing(sqlite3.connect(database_path(folder))) as connection:
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
        orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
        query = "SELECT name FROM registration WHERE name GLOB '* * * *' AND NOT is_deleted"
        names = connection.execute(query)
        groups = Counter(name.rpartition(" ")[0] for (name,) in names if "-" in name)
    return verdict, orphans, groups


def halves(groups: Counter[str]) -> list[str]:
    """Return the actions of which only a part is there; each name ends in its size and place."""
    return [group for group, found in groups.items() if found != int(group.rpartition(" ")[2])]


def serve(work: Callable[[Path, str, int], None]) -> None:
    """Be the nursery: start a copy for each line, tell its id, and tell when it has ended."""
    root = Path(sys.argv[1])
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _copy(root, line, work)
        os.write(1, f"{child}\n".encode())
        os.waitpid(child, 0)
        os.write(1, b"ended\n")


def _copy(root: Path, line: str, work: Callable[[Path, str, int], None]) -> None:
    seed, _, _ = line.strip().partition(" ")
    parent = os.dup(1)
    out = os.open(root / f"told-{seed}.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(out, 1)
    try:
        work(root, line.strip(), parent)
    except BaseException:  # noqa: BLE001 -- the parent shall see whatever it was
        os.write(1, f"ERROR\n{traceback.format_exc()}".encode())
    finally:
        os._exit(1)
