"""A program killed at any moment of an encrypted exchange leaves no package in clear outside."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
from two_offices import make_pair

from dvk_desktop.bootstrap import open_office
from dvk_desktop.storage.data_folder import DataFolder

_WORKER = """
import sys
from itertools import count
from pathlib import Path
from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.records.exchange import SendOptions
root = Path(sys.argv[1])
district, commune = open_office(root / "huyện"), open_office(root / "xã")
for number in count():
    path = root / "stick" / f"{number}.dvk"
    sent = commune.sending.export("H00", path, options=SendOptions(40_000, to_card=True))
    print("sent", flush=True)
    for part in sent.parts:
        district.receiving.merge(district.receiving.preview(part.path))
"""
_ROUNDS = 8


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_nothing_in_clear_is_left(tmp_path: Path) -> None:
    pair = make_pair(tmp_path)
    for number in range(3):
        paper = tmp_path / f"{number}.pdf"
        paper.write_bytes(b"%PDF" + random.Random(number).randbytes(30_000))
        pair.commune.attachments.add(pair.registrations[0], [paper])
    pair.close()
    stick = tmp_path / "stick"
    stick.mkdir()
    dice = random.Random(4)
    for _ in range(_ROUNDS):
        _kill_after(tmp_path, lines=dice.randint(1, 2), pause=dice.random() / 2)
        assert not [path.name for path in stick.iterdir() if _is_clear(path)]

    for name in ("huyện", "xã"):
        services = open_office(tmp_path / name)
        working = DataFolder(services.folder).working
        assert not working.is_dir() or not list(working.iterdir())
        assert services.audit.verify().is_good
        services.close()


def _is_clear(path: Path) -> bool:
    content = path.read_bytes()
    return bool(content) and not content.startswith(b"age-encryption.org/v1\n")


def _kill_after(root: Path, *, lines: int, pause: float) -> None:
    """Let the worker finish some exports, then kill it in the midst of something."""
    worker = subprocess.Popen(
        [sys.executable, "-c", _WORKER, str(root)], stdout=subprocess.PIPE, text=True
    )
    assert worker.stdout is not None
    for _ in range(lines):
        assert worker.stdout.readline() == "sent\n"
    try:
        worker.wait(pause)
    except subprocess.TimeoutExpired:
        worker.kill()
    worker.wait()
    worker.stdout.close()
    assert worker.returncode != 0
