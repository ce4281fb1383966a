"""Files that exist only while something is worked on, such as a package in clear (tệp tạm).

They lie in the data folder, never beside the stick, in a folder of their own whose lock dies with
the program: what a killed program left behind is removed by the next one that works here.
"""

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.disk import explained
from dvk_desktop.storage.lock import FolderLock

_LOCK = ".lock"


@contextlib.contextmanager
def working_folder(folder: DataFolder) -> Iterator[Path]:
    """Make an empty folder that only the user can read; it is gone when the block ends.

    Raises:
        StoreError: The drive refuses.
    """
    clear_left_behind(folder)
    name = uuid4().hex
    place = folder.working / name
    with _owned(folder.working / (name + _LOCK)):
        with explained(place):
            place.mkdir(mode=0o700)
        try:
            yield place
        finally:
            shutil.rmtree(place, ignore_errors=True)


def clear_left_behind(folder: DataFolder) -> None:
    """Remove what programs that were killed have left in clear; others' work stays."""
    root = folder.working
    if not root.is_dir():
        return
    names = {path.name.removesuffix(_LOCK) for path in root.iterdir()}
    for name in names:
        # What cannot be removed now is tried again the next time.
        with contextlib.suppress(DvkError, OSError), _owned(root / (name + _LOCK)):
            shutil.rmtree(root / name)


@contextlib.contextmanager
def _owned(path: Path) -> Iterator[None]:
    lock = FolderLock(path)
    lock.take()
    try:
        yield
    finally:
        lock.release()
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
