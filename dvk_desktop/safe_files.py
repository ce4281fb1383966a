"""Write a file whole or not at all (ghi tệp an toàn).

The old file stays as it was until the new one is complete, on the disk, and read back.
"""

import contextlib
import errno
import io
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from dvk_desktop.domain.errors import DvkError

_GONE = frozenset({errno.ENODEV, errno.ENXIO, errno.EIO, errno.ESTALE, errno.ENOTCONN})
"""What the system answers when a drive is no longer there, or no longer answers itself."""

_GONE_ON_WINDOWS = frozenset({21, 31, 55, 433, 1117, 1167})
_LOCKED_ON_WINDOWS = 19
"""Windows hides these behind errors that mean something else on other systems."""

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""What the system answers when a drive or its file system has no room."""


class FileWriteError(DvkError):
    """The file could not be written (không ghi được tệp)."""

    code = "FILE_WRITE"
    template = (
        "Không ghi được tệp “{name}” vào thư mục {folder} (lỗi hệ thống {number}). "
        "Hãy kiểm tra ổ đĩa hoặc chọn thư mục khác rồi lưu lại."
    )

    def __init__(self, path: Path, number: int = 0) -> None:
        self.path = path
        self.number = number
        super().__init__(name=path.name, folder=str(path.parent), number=number)


class DiskFullError(FileWriteError):
    """No room is left (ổ đĩa hết chỗ)."""

    code = "DISK_FULL"
    template = (
        "Ổ đĩa chứa thư mục {folder} đã hết chỗ nên chưa lưu được tệp “{name}”. "
        "Hãy xóa bớt tệp không dùng hoặc chọn ổ đĩa khác rồi lưu lại."
    )


class FolderMissingError(FileWriteError):
    """The folder is gone, such as a stick pulled out (không có thư mục)."""

    code = "FOLDER_MISSING"
    template = (
        "Không tìm thấy thư mục {folder} để lưu tệp “{name}”. "
        "Hãy cắm lại USB hoặc chọn thư mục khác rồi lưu lại."
    )


class NoWritePermissionError(FileWriteError):
    """This folder may not be written to (không có quyền ghi)."""

    code = "NO_PERMISSION"
    template = (
        "Máy không cho ghi vào thư mục {folder} nên chưa lưu được tệp “{name}”. "
        "Hãy chọn thư mục khác, ví dụ thư mục Tài liệu, rồi lưu lại."
    )


class FileInUseError(FileWriteError):
    """Another program holds the file open (tệp đang mở)."""

    code = "FILE_IN_USE"
    template = (
        "Tệp “{name}” đang mở trong chương trình khác (Excel, Word, trình xem PDF). "
        "Hãy đóng tệp đó rồi lưu lại, hoặc lưu với tên khác."
    )


class ReadBackError(FileWriteError):
    """What came back from the disk is not what was written (đọc lại thấy sai)."""

    code = "READ_BACK"
    template = (
        "Tệp “{name}” ghi vào {folder} đọc lại không đúng nên không được giữ. "
        "Ổ đĩa hoặc USB có thể đã hỏng; hãy lưu vào nơi khác."
    )


class ReadOnlyDriveError(FileWriteError):
    """The drive is locked against writing (ổ đĩa khóa ghi)."""

    code = "DRIVE_READ_ONLY"
    template = (
        "Ổ đĩa chứa thư mục {folder} đang khóa ghi nên chưa lưu được tệp “{name}”. "
        "Hãy gạt nút khóa trên USB, cắm lại, hoặc dùng USB khác."
    )


class DriveGoneError(FileWriteError):
    """The drive was pulled or broke while it was written (mất kết nối ổ đĩa)."""

    code = "DRIVE_GONE"
    template = (
        "Mất kết nối với ổ đĩa chứa thư mục {folder} nên chưa lưu được tệp “{name}”. "
        "Hãy cắm lại USB, chờ máy nhận rồi lưu lại; nếu vẫn lỗi, dùng USB khác."
    )


@contextlib.contextmanager
def replacing(path: Path, *, mode: int = 0o666, lasting: bool = True) -> Iterator[BinaryIO]:
    """Open a partial file beside ``path`` that takes its name when all went well.

    Whoever writes may read back what it wrote, by ``file.name`` after a ``flush``, before
    leaving. Whatever goes wrong, a refusal of the person included, the partial file is removed
    and an older file of that name is untouched.

    Args:
        path: The file; an older one is replaced.
        mode: Who may read and write it, from the first moment on.
        lasting: Wait until the disk has it; not for what may be lost in a power cut.

    Raises:
        FileWriteError: The subclass says why, and what to do.
    """
    partial = path.with_name(f"{path.name}.partial")
    try:
        with _explained(path, NoWritePermissionError), _opened_anew(partial, mode) as file:
            yield file
            if lasting:
                flush(file)
        with _explained(path, FileInUseError):
            os.replace(partial, path)
    except BaseException:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        raise
    if lasting:
        sync_folder(path.parent)


def write_safely(
    path: Path,
    write: Callable[[BinaryIO], None],
    verify: Callable[[Path], bool] = lambda written: written.stat().st_size > 0,
) -> None:
    """Let ``write`` fill a partial file, check it with ``verify``, then put it in place.

    Raises:
        FileWriteError: The subclass says why, and what to do; nothing was changed.
    """
    with replacing(path) as file:
        write(file)
        flush(file)
        if not verify(Path(file.name)):
            raise ReadBackError(path)


def require_place(path: Path) -> None:
    """Refuse a place that can hold no file, before anything else is done for it.

    Raises:
        FolderMissingError: There is no such folder.
        NoWritePermissionError: The folder is not open to us.
    """
    if not path.parent.is_dir():
        raise FolderMissingError(path)
    if path.is_dir() or not os.access(path.parent, os.W_OK):
        raise NoWritePermissionError(path)


def flush(file: BinaryIO) -> None:
    """Make sure that the bytes are on the disk, and that reading them back asks the disk."""
    file.flush()
    os.fsync(file.fileno())
    if sys.platform == "linux":
        # A hint: some file systems do not take it, and the file is safe all the same.
        with contextlib.suppress(OSError):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def sync_file(path: Path) -> None:
    """Make sure that a file which another hand wrote is on the disk."""
    with path.open("rb+") as file:
        flush(file)


def sync_folder(folder: Path) -> None:
    """Make a new name itself survive a power cut; Windows has no such call."""
    if os.name != "posix":
        return
    # Some network and USB file systems cannot do it; the file itself is safe.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _opened_anew(path: Path, mode: int) -> BinaryIO:
    # A file left behind by a power cut may be open to others.
    path.unlink(missing_ok=True)
    return open(path, "x+b", opener=lambda name, flags: os.open(name, flags, mode))


@contextlib.contextmanager
def _explained(path: Path, forbidden: type[FileWriteError]) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _meaning(error, forbidden)(path, error.errno or 0) from error


def _meaning(error: OSError, forbidden: type[FileWriteError]) -> type[FileWriteError]:
    """Return what an error of the system means to the person who writes."""
    number, on_windows = error.errno or 0, getattr(error, "winerror", None)
    if number == errno.EROFS or on_windows == _LOCKED_ON_WINDOWS:
        return ReadOnlyDriveError
    if number in _GONE or on_windows in _GONE_ON_WINDOWS:
        return DriveGoneError
    if isinstance(error, PermissionError):
        return forbidden
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return FolderMissingError
    return DiskFullError if number in FULL else FileWriteError


def save_archive(path: Path, save: Callable[[BinaryIO], None]) -> None:
    """Write what a library saves as a ZIP, such as a workbook or a Word file.

    It is made in memory: a library whose file breaks off half-way keeps it and fails once more.

    Raises:
        FileWriteError: The subclass says why, and what to do; nothing was changed.
    """
    made = io.BytesIO()
    save(made)

    def write(out: BinaryIO) -> None:
        out.write(made.getbuffer())

    write_safely(path, write, is_whole_archive)


def is_whole_archive(path: Path) -> bool:
    """Say whether every entry of a ZIP (a workbook, a Word file) reads back as it was written."""
    import zipfile  # noqa: PLC0415 -- slow import

    with zipfile.ZipFile(path) as archive:
        return archive.testzip() is None
