"""Say in the person's words why the disk refused (lỗi ổ đĩa)."""

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.safe_files import FULL

_CHUNK = 1 << 20


class StoreError(DvkError):
    """The disk refused to read or write (lỗi ổ đĩa)."""

    code = "STORE_FAILED"
    template = (
        "Ổ đĩa báo lỗi ở “{path}”: {reason}. Dữ liệu đang dùng không bị thay đổi."
        " Hãy kiểm tra ổ đĩa hoặc chọn nơi lưu khác rồi thử lại."
    )


class StoreFullError(StoreError):
    """There is no room left (ổ đĩa đầy)."""

    code = "STORE_FULL"
    template = (
        "Ổ đĩa chứa “{path}” không đủ chỗ trống. Dữ liệu đang dùng không bị thay đổi."
        " Hãy xóa bớt tệp không cần hoặc chọn ổ đĩa khác rồi thử lại."
    )


class StoreForbiddenError(StoreError):
    """The account may not write there, or the file is open elsewhere (không có quyền)."""

    code = "STORE_FORBIDDEN"
    template = (
        "Máy không cho đọc hoặc ghi “{path}”. Dữ liệu đang dùng không bị thay đổi. Hãy đóng chương"
        " trình khác đang mở tệp này, hoặc chọn một thư mục mà tài khoản của anh/chị ghi được."
    )


class StoreMissingError(StoreError):
    """The file or folder is not there, such as a stick pulled out (không tìm thấy)."""

    code = "STORE_MISSING"
    template = "Không tìm thấy “{path}”. Hãy cắm lại USB hoặc kiểm tra lại đường dẫn rồi thử lại."


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the system says about ``path`` into a refusal with a remedy.

    Raises:
        StoreError: The subclass says why.
    """
    try:
        yield
    except PermissionError as error:
        raise StoreForbiddenError(path=path) from error
    except (FileNotFoundError, NotADirectoryError) as error:
        raise StoreMissingError(path=path) from error
    except OSError as error:
        if error.errno in FULL:
            raise StoreFullError(path=path) from error
        raise StoreError(path=path, reason=error.strerror or error) from error


def require_space(folder: Path, wanted: int) -> None:
    """Refuse before the work when the disk has no room for ``wanted`` bytes and some air.

    Raises:
        StoreFullError: There is not enough room.
    """
    with explained(folder):
        free = shutil.disk_usage(folder).free
    if free < wanted + (16 << 20):
        raise StoreFullError(path=folder)


def sha256_of(stream: IO[bytes]) -> tuple[str, int]:
    """Return the SHA-256 and the length of what is left in a stream."""
    import hashlib  # noqa: PLC0415 -- loads OpenSSL, and the window takes its lock without

    digest, length = hashlib.sha256(), 0
    while chunk := stream.read(_CHUNK):
        digest.update(chunk)
        length += len(chunk)
    return digest.hexdigest(), length


def copy_stream(source: IO[bytes], target: IO[bytes], limit: int) -> tuple[str, int]:
    """Copy at most one chunk more than ``limit`` bytes; returns SHA-256 and length."""
    import hashlib  # noqa: PLC0415 -- loads OpenSSL, and the window takes its lock without

    digest, length = hashlib.sha256(), 0
    while length <= limit and (chunk := source.read(_CHUNK)):
        target.write(chunk)
        digest.update(chunk)
        length += len(chunk)
    return digest.hexdigest(), length
