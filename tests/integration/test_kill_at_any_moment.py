"""The process dies at any moment: nothing confirmed is missing, nothing is half done."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from kill_nursery import halves, killed, look_inside, nursed, told
from killed_worker import opened
from two_offices import make_pair

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
    with nursed(root, "killed_worker.py") as process:
        yield process


def test_killed_at_random_moments(root: Path, nursery, capsys):
    dice = random.Random(2017)
    confirmed: set[str] = set()
    replicas: set[str] = set()
    begun = time.perf_counter()
    for seed in range(KILLS):
        killed(nursery, str(seed), dice.uniform(0.01, LONGEST_LIFE))
        confirmed |= told(root, seed)
        for name in ("huyện", "xã"):
            verdict, orphans, groups = look_inside(root / name)
            assert (verdict, orphans) == ("ok", [])
            assert halves(groups) == []
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
