"""The window dies while one types, pastes and imports: what the disk had is still there."""

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
from killed_typist import form_drafts, grid_drafts
from registrations_office import add_units, empty_office

from dvk_desktop.bootstrap import database_path, open_office
from dvk_desktop.domain.records.health import Health
from dvk_desktop.services.registrations.row_drafts import KeptDrafts

KILLS = int(os.environ.get("DVK_KILLS", "100"))
LONGEST_LIFE = 2.5

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(60 + 15 * KILLS),
    pytest.mark.skipif(sys.platform == "win32", reason="forks"),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An office with its units and a campaign."""
    folder = tmp_path / "office"
    folder.mkdir()
    services = empty_office(folder)
    add_units(services)
    services.campaigns.create(2017)
    services.close()
    return tmp_path


@pytest.fixture
def nursery(root: Path) -> Iterator[subprocess.Popen[str]]:
    """The process that starts typists."""
    tests = Path(__file__).parent
    paths = os.pathsep.join([str(tests), str(tests.parents[1])])
    process = subprocess.Popen(
        [sys.executable, str(tests / "killed_typist.py"), str(root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
        env={**os.environ, "PYTHONPATH": paths, "QT_QPA_PLATFORM": "offscreen"},
    )
    with process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def killed(nursery: subprocess.Popen[str], root: Path, seed: int, life: float) -> set[str]:
    """Let a typist work for a moment; return what it told."""
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    nursery.stdin.write(f"{seed}\n")
    nursery.stdin.flush()
    typist = int(nursery.stdout.readline())
    assert nursery.stdout.readline() == "ready\n", told(root, seed)
    ended_by_itself, _, _ = select.select([nursery.stdout], [], [], life)
    assert not ended_by_itself, told(root, seed)
    os.kill(typist, signal.SIGKILL)
    assert nursery.stdout.readline() == "ended\n"
    return told(root, seed)


def told(root: Path, seed: int) -> set[str]:
    text = (root / f"told-{seed}.txt").read_text(encoding="utf-8")
    assert "ERROR" not in text, text
    return set(text.splitlines())


def stored_in(folder: Path) -> set[str]:
    """Return names and notes of a database that is sound and has no half block."""
    with closing(sqlite3.connect(database_path(folder))) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        rows = connection.execute("SELECT name, note FROM registration").fetchall()
    names = [name for name, _ in rows]
    groups = Counter(name.rpartition(" ")[0] for name in names if name[:3] in {"Dán", "Tệp"})
    assert [group for group, n in groups.items() if n != int(group.rpartition(" ")[2])] == []
    assert [name for name, n in Counter(names).items() if n > 1] == []
    return {*names, *(note for _, note in rows)}


def drafts_left(folder: Path) -> set[str]:
    """Return what is kept and not stored, and forget it for the next typist."""
    services = open_office(folder)
    campaign = services.campaigns.of_year(2017).id
    found = {*grid_drafts(services, campaign), *form_drafts(services, campaign)}
    services.row_drafts.keep(campaign, KeptDrafts())
    for draft in services.form_drafts.kept(campaign):
        services.form_drafts.drop(draft.key)
    services.close()
    return found


def test_killed_while_typing(
    root: Path, nursery: subprocess.Popen[str], capsys: pytest.CaptureFixture[str]
) -> None:
    dice = random.Random(2024)
    folder, begun = root / "office", time.perf_counter()
    confirmed: set[str] = set()
    drafted, waiting = 0, 0
    for seed in range(KILLS):
        lines = killed(nursery, root, seed, dice.uniform(0.01, LONGEST_LIFE))
        confirmed |= {line.removeprefix("has ") for line in lines if line.startswith("has ")}
        drafts = {line.removeprefix("draft ") for line in lines if line.startswith("draft ")}
        stored, left = stored_in(folder), drafts_left(folder)
        assert confirmed - stored == set()
        assert drafts - stored - left == set()
        drafted += len(drafts)
        waiting += len(drafts - stored)
    services = open_office(folder)
    bad = [str(line.wording) for line in services.doctor.check() if line.health is Health.BAD]
    services.close()
    assert bad == []
    assert confirmed or KILLS < 10
    with capsys.disabled():
        sys.stdout.write(
            f"\n{KILLS} kills, {len(confirmed)} confirmed, {drafted} drafts on the disk,"
            f" {waiting} of them still drafts, {time.perf_counter() - begun:.0f} s\n"
        )
