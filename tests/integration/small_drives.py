"""Real small file systems that can be filled, locked and pulled (USB thử)."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

CAN_MOUNT = sys.platform == "linux" and os.geteuid() == 0


def run(*words: object) -> None:
    subprocess.run([str(word) for word in words], check=True, capture_output=True)


@contextmanager
def mounted(place: Path, size: str = "4m") -> Iterator[Path]:
    """Give a small file system; a test without the right to mount is left out."""
    if not CAN_MOUNT:
        pytest.skip("only root can mount a file system")
    place.mkdir()
    run("mount", "-t", "tmpfs", "-o", f"size={size}", "dvk-test", place)
    try:
        yield place
    finally:
        pull(place)


def pull(place: Path) -> None:
    """Take the drive away, as a person pulls a stick."""
    subprocess.run(("umount", "-l", str(place)), check=False, capture_output=True)


def lock(place: Path) -> None:
    """Push the switch that forbids writing."""
    run("mount", "-o", "remount,ro", place)


def fill(place: Path, *, leaving: int) -> Path:
    """Fill a drive up to some bytes."""
    ballast = place / "ballast.bin"
    with ballast.open("wb") as out:
        free = os.statvfs(place).f_bavail * os.statvfs(place).f_frsize
        out.write(bytes(max(0, free - leaving)))
    return ballast
