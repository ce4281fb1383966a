"""One program per data folder: a lock of the system that dies with the process (khóa thư mục).

The window holds it for as long as it runs, so a second window finds out at once. Restoring and
upgrading replace the database file, so they need it too. Other commands of ``dvk`` do not: they
read and write beside the window, and SQLite makes writers wait for each other (BEGIN IMMEDIATE).
"""

import contextlib
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.storage.disk import explained

# Windows hides locked bytes from readers: lock one far behind the text that names the holder.
_LOCKED_BYTE = 4096


class FolderInUseError(DvkError):
    """Another program has this data folder open (thư mục dữ liệu đang mở)."""

    code = "FOLDER_IN_USE"
    template = (
        "Dữ liệu trong “{folder}” đang mở ở một cửa sổ khác của chương trình (tiến trình {holder})."
        " Hãy dùng cửa sổ đó, hoặc đóng nó rồi thử lại."
    )


class FolderLock:
    """Owns one data folder while it is held; leaving the block gives it back."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: BinaryIO | None = None

    @property
    def is_held(self) -> bool:
        """Say whether this object owns the folder."""
        return self._handle is not None

    def take(self) -> None:
        """Own the folder until ``release``; taking twice is fine.

        Raises:
            FolderInUseError: Another program owns it.
        """
        if self._handle is not None:
            return
        with explained(self._path):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle = open(self._path, "a+b")  # noqa: SIM115 -- held open until release
        try:
            _lock(handle)
        except OSError as error:
            handle.seek(0)
            holder = handle.read(20).decode("ascii", "replace").strip() or "?"
            handle.close()
            raise FolderInUseError(folder=self._path.parent, holder=holder) from error
        handle.truncate(0)
        handle.write(str(os.getpid()).encode("ascii"))
        handle.flush()
        self._handle = handle

    def release(self) -> None:
        """Let others have the folder; the file stays, only its lock counts."""
        if self._handle is None:
            return
        with contextlib.suppress(OSError):
            self._handle.truncate(0)
        self._handle.close()
        self._handle = None

    def __enter__(self) -> Self:
        self.take()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: BinaryIO) -> None:
        handle.seek(_LOCKED_BYTE)
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        handle.seek(0)

else:
    import fcntl

    def _lock(handle: BinaryIO) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
