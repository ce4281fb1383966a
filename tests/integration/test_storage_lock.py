"""One program per data folder."""

import subprocess
import sys

import pytest

from dvk_desktop.storage.lock import FolderInUseError, FolderLock

HOLDER = """
import sys
from pathlib import Path
from dvk_desktop.storage.lock import FolderLock
lock = FolderLock(Path(sys.argv[1]))
lock.take()
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_program_is_told_who_has_the_folder(tmp_path):
    path = tmp_path / "khóa" / "a.lock"
    with FolderLock(path) as lock:
        lock.take()
        with pytest.raises(FolderInUseError) as refusal:
            FolderLock(path).take()
    assert refusal.value.facts["folder"] == path.parent
    assert refusal.value.facts["holder"].isdigit()
    with FolderLock(path) as lock:
        assert lock.is_held
    assert not lock.is_held


def test_the_lock_dies_with_its_process(tmp_path):
    path = tmp_path / "a.lock"
    command = [sys.executable, "-c", HOLDER, str(path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as holder:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(FolderInUseError) as refusal:
            FolderLock(path).take()
        assert refusal.value.facts["holder"] == str(holder.pid)
        holder.kill()
        holder.wait()
        with FolderLock(path) as lock:
            assert lock.is_held
