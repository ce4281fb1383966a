"""Is a drive fit to take a file, and may it be pulled afterwards? (kiểm tra USB).

Nothing on a drive is ever run or opened but the file that is written there.
"""

import contextlib
import os
import secrets
import shutil
import sys
from pathlib import Path
from typing import BinaryIO, NamedTuple

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.drive import Drive
from dvk_desktop.safe_files import FileWriteError, FolderMissingError, write_safely
from dvk_desktop.storage.disk import explained

FAT_LIMIT = (4 << 30) - 1
"""No file on FAT16 or FAT32 is longer."""

_FAT = frozenset({"vfat", "fat", "fat32", "fat16", "msdos"})
_AIR = 1 << 20
_PROBE = 128 << 10
_REMOVABLE_PLACES = ("/media/", "/run/media/")
_DRIVE_REMOVABLE = 2


class DriveFullError(DvkError):
    """There is not enough room for what is to be written (không đủ chỗ)."""

    code = "DRIVE_FULL"
    template = (
        "Ổ đĩa chứa thư mục {folder} còn trống {free}, cần khoảng {wanted}. Chưa ghi gì. Hãy xóa"
        " bớt tệp không dùng trên ổ đó hoặc dùng USB khác."
    )


class DriveFileLimitError(DvkError):
    """The file system takes no file of this size (FAT32)."""

    code = "DRIVE_FILE_LIMIT"
    template = (
        "Ổ đĩa chứa thư mục {folder} định dạng {kind}, không chứa được tệp từ 4 GB trở lên; tệp"
        " này cần khoảng {wanted}. Chưa ghi gì. Hãy chia gói thành nhiều phần, hoặc dùng USB định"
        " dạng exFAT hay NTFS."
    )


class _Mount(NamedTuple):
    point: str
    kind: str
    source: str


def drive_of(folder: Path) -> Drive:
    """Return what can be known of the drive that holds a folder.

    Raises:
        StoreError: The folder cannot be asked.
    """
    with explained(folder):
        free = shutil.disk_usage(folder).free
    kind, is_removable = _known_of(folder)
    return Drive(folder, kind, is_removable, free, FAT_LIMIT if kind.casefold() in _FAT else None)


def require_drive(path: Path, wanted: int) -> Drive:
    """Refuse a drive that cannot take a file, by trying: write, flush, read back, compare.

    Raises:
        FileWriteError: The folder is gone, read-only, closed to us, or gives back other bytes.
        DriveFullError: There is not enough room.
        DriveFileLimitError: Its file system takes no file of this size.
    """
    if not path.parent.is_dir():
        raise FolderMissingError(path)
    drive = drive_of(path.parent)
    if drive.largest is not None and wanted > drive.largest:
        raise DriveFileLimitError(folder=path.parent, kind=drive.kind, wanted=size_of(wanted))
    if drive.free < wanted + _AIR:
        free, needed = size_of(drive.free), size_of(wanted + _AIR)
        raise DriveFullError(folder=path.parent, free=free, wanted=needed)
    try:
        _probe(path.parent)
    except FileWriteError as error:
        # The person knows the file to be written, not the one that tried the drive.
        raise type(error)(path, error.number) from error
    return drive


def size_of(count: int) -> str:
    """Return a size as people say it: 1,5 GB."""
    for unit, bytes_of in (("GB", 1 << 30), ("MB", 1 << 20)):
        if count >= bytes_of:
            return f"{count / bytes_of:.1f} {unit}".replace(".", ",")
    return f"{-(-count // 1024)} KB"


def _probe(folder: Path) -> None:
    """Write bytes that nobody can have guessed, and see that the drive gives them back."""
    content = secrets.token_bytes(_PROBE)
    trial = folder / f".dvk-{secrets.token_hex(8)}.tmp"

    def write(out: BinaryIO) -> None:
        out.write(content)

    try:
        write_safely(trial, write, lambda written: written.read_bytes() == content)
    finally:
        with contextlib.suppress(OSError):
            trial.unlink(missing_ok=True)


def mount_in(table: str, folder: str) -> tuple[str, str, str]:
    """Return mount point, file system and device of a folder from Linux's table of mounts."""
    best = _Mount("", "", "")
    for line in table.splitlines():
        head, _, tail = line.partition(" - ")
        fields, rest = head.split(), tail.split()
        if len(fields) < 5 or len(rest) < 2:
            continue
        point = fields[4].encode("utf-8").decode("unicode_escape").encode("latin-1").decode("utf-8")
        inside = folder == point or folder.startswith(point.rstrip("/") + "/")
        # Of two mounts on one point the later one is seen.
        if inside and len(point) >= len(best.point):
            best = _Mount(point, rest[0], rest[1])
    return best


def _known_of(folder: Path) -> tuple[str, bool]:
    """Return the kind of file system and whether the drive can be pulled, where it is known."""
    if sys.platform == "win32":
        return _known_to_windows(folder)
    try:
        table = Path("/proc/self/mountinfo").read_text("utf-8", "replace")
    except OSError:
        return "", False
    return known_in(table, os.path.realpath(folder))


def known_in(table: str, folder: str) -> tuple[str, bool]:
    """Return the file system of a folder and whether people pull its drive."""
    point, kind, source = mount_in(table, folder)
    return kind, f"{point}/".startswith(_REMOVABLE_PLACES) or _is_removable(source)


def _is_removable(source: str) -> bool:
    """Ask Linux whether a block device, or the disk that a partition is of, can be pulled."""
    place = Path("/sys/class/block", Path(source).name)
    if not source.startswith("/dev/") or not place.exists():
        return False
    whole = place.resolve()
    for candidate in (whole / "removable", whole.parent / "removable"):
        try:
            return candidate.read_text("ascii").strip() == "1"
        except OSError:
            continue
    return False


if sys.platform == "win32":

    def _known_to_windows(folder: Path) -> tuple[str, bool]:
        import ctypes  # noqa: PLC0415 -- only Windows needs it

        kernel = ctypes.windll.kernel32
        root, kind = ctypes.create_unicode_buffer(261), ctypes.create_unicode_buffer(261)
        if not kernel.GetVolumePathNameW(str(folder), root, 261):
            return "", False
        kernel.GetVolumeInformationW(root, None, 0, None, None, None, kind, 261)
        return kind.value, kernel.GetDriveTypeW(root) == _DRIVE_REMOVABLE

else:

    def _known_to_windows(folder: Path) -> tuple[str, bool]:
        """Say nothing: there is no Windows here."""
        return "", False
