"""The process dies at any moment: nothing confirmed is missing, nothing is half done."""

import os
import random
import select
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from killed_worker import opened
from two_offices import make_pair

from dvk_desktop.bootstrap import database_path
from dvk_desktop.domain.records.health import Health

KILLS = int(os.environ.get("DVK_KILLS", "100"))
LONGEST_LIFE = 0.8

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(60 + 10 * KILLS),
    pytest.mark.skipif(sys.platform == "win32", reason="forks"),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two offices that trust each other."""
    make_pair(tmp_path).close()
    return tmp_path


@pytest.fixture
def nursery(root: Path) -> Iterator[subprocess.Popen[str]]:
    """The process that starts workers."""
    tests = Path(__file__).parent
    paths = os.pathsep.join([str(tests), str(tests.parents[1])])
    process = subprocess.Popen(
        [sys.executable, str(tests / "killed_worker.py"), str(root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
    )
    with process:
        yield process
        process.stdin.close()


def killed(nursery: subprocess.Popen[str], seed: int, life: float) -> None:
    """Let a worker live for a moment."""
    nursery.stdin.write(f"{seed}\n")
    nursery.stdin.flush()
    worker = int(nursery.stdout.readline())
    ended_by_itself, _, _ = select.select([nursery.stdout], [], [], life)
    assert not ended_by_itself, told(Path(nursery.args[-1]), seed)
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
        names = connection.execute("SELECT name FROM registration WHERE name GLOB '* * * *'")
        groups = Counter(name.rpartition(" ")[0] for (name,) in names if "-" in name)
    return verdict, orphans, groups


def test_killed_at_random_moments(root: Path, nursery, capsys):
    dice = random.Random(2017)
    confirmed: set[str] = set()
    replicas: set[str] = set()
    begun = time.perf_counter()
    for seed in range(KILLS):
        killed(nursery, seed, dice.uniform(0.01, LONGEST_LIFE))
        confirmed |= told(root, seed)
        for name in ("huyện", "xã"):
            verdict, orphans, groups = look_inside(root / name)
            assert (verdict, orphans) == ("ok", [])
            assert [g for g, n in groups.items() if n != int(g.rpartition(" ")[2])] == []
            if name == "huyện":
                assert confirmed - groups.keys() == set()
            with opened(root / name) as office:
                replicas.add(office.office.office().replica_id)
                report = office.audit.verify()
                assert (report.broken, report.problem) == (None, None)
    assert len(replicas) == 2, "a kill was taken for a database put back by hand"
    assert_all_is_well(root)
    with capsys.disabled():
        spent = time.perf_counter() - begun
        sys.stdout.write(f"\n{KILLS} kills, {len(confirmed)} confirmed actions, {spent:.0f} s\n")


def assert_all_is_well(root: Path) -> None:
    """Ask the check-up; a partial file may only be what the next writing replaces."""
    for name in ("huyện", "xã"):
        with opened(root / name) as office:
            bad = [str(line.wording) for line in office.doctor.check() if line.health is Health.BAD]
            assert bad == []
            office.units.rename(office.office.office().unit_id, "Tên mới")
        assert not (root / name / "witness.json.partial").exists()
