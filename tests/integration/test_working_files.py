"""What lies in clear only while it is worked on: gone afterwards, and after a kill too."""

import subprocess
import sys
from pathlib import Path

import pytest

from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.working_files import clear_left_behind, working_folder

_KILLED = """
import os, sys
from pathlib import Path
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.working_files import working_folder
with working_folder(DataFolder(Path(sys.argv[1]))) as place:
    (place / "up.dvk").write_bytes(b"in clear")
    os.kill(os.getpid(), 9) if os.name == "posix" else os._exit(9)
"""


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path)


def test_it_is_gone_after_the_work_and_after_a_failure(folder: DataFolder) -> None:
    with working_folder(folder) as place:
        (place / "up.dvk").write_bytes(b"in clear")
    assert list(folder.working.iterdir()) == []
    with pytest.raises(KeyError):
        _fail(folder)

    assert list(folder.working.iterdir()) == []


def _fail(folder: DataFolder) -> None:
    with working_folder(folder) as place:
        (place / "up.dvk").write_bytes(b"in clear")
        raise KeyError


def test_what_a_killed_program_left_goes_and_the_work_of_others_stays(folder: DataFolder) -> None:
    done = subprocess.run([sys.executable, "-c", _KILLED, str(folder.root)], check=False)
    assert done.returncode != 0
    left = next(path for path in folder.working.iterdir() if path.is_dir())
    assert (left / "up.dvk").read_bytes() == b"in clear"

    with working_folder(folder) as place:
        assert not left.exists()
        clear_left_behind(folder)
        assert place.is_dir()

    assert list(folder.working.iterdir()) == []
