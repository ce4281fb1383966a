"""A file that appears whole under its name or not at all (ghi rồi mới đổi tên)."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from dvk_desktop.exchange.package.refusals import NotWrittenError, os_reason


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """Open ``target.partial``; on success flush it to the drive and give it its name.

    Whoever writes may read back what it wrote, by ``file.name`` after a flush, before leaving.

    Raises:
        NotWrittenError: The drive refuses; an older file is untouched and nothing is left.
    """
    partial = target.with_name(target.name + ".partial")
    try:
        with partial.open("w+b") as file:
            yield file
            flush(file)
        os.replace(partial, target)
        _flush_folder(target.parent)
    except OSError as error:
        raise NotWrittenError(file=target.name, reason=os_reason(error)) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def flush(file: BinaryIO) -> None:
    """Make sure that the bytes are on the drive."""
    file.flush()
    os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the new name itself last; Windows does so by itself and cannot open a folder."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        # Some network and USB file systems cannot flush a folder; the file itself is safe.
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)
