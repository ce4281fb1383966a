"""Which files may go with a registration, and under which name they are shown (tệp đính kèm)."""

import unicodedata
from pathlib import PurePosixPath

from dvk_desktop.domain.errors import DvkError

MOST_BYTES = 50 << 20
"""A film of a ceremony does not belong here; a scanned dossier does."""

LARGE_PICTURE_BYTES = 2 << 20
PICTURE_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff"})

# fmt: off
PROGRAM_SUFFIXES = frozenset({
    ".exe", ".com", ".bat", ".cmd", ".lnk", ".scr", ".pif", ".msi", ".msp", ".vbs", ".vbe",
    ".js", ".jse", ".wsf", ".wsh", ".hta", ".ps1", ".psm1", ".cpl", ".dll", ".sys", ".jar",
    ".reg", ".inf", ".scf", ".url", ".sh", ".app", ".apk", ".iso", ".img", ".vhd", ".gadget",
})
# fmt: on
_PROGRAM_BEGINNINGS = (b"MZ", b"\x7fELF", b"#!", b"L\x00\x00\x00\x01\x14\x02\x00")
_FORBIDDEN = '<>:"/\\|?*'
_LONGEST_NAME = 120


class ProgramFileError(DvkError):
    """Programs and short cuts are never taken (tệp chương trình)."""

    code = "ATTACHMENT_PROGRAM"
    template = (
        "Không nhận tệp “{name}” vì đó là chương trình hoặc lối tắt, có thể mang mã độc."
        " Hãy đính kèm văn bản, bảng tính, ảnh hoặc PDF."
    )


class LargeFileError(DvkError):
    """The file is larger than what is stored (tệp quá lớn)."""

    code = "ATTACHMENT_LARGE"
    template = (
        "Tệp “{name}” nặng {size} MB, quá mức {most} MB. Hãy giảm dung lượng hoặc chia nhỏ tệp."
    )


class EmptyFileError(DvkError):
    """There is nothing in the file (tệp rỗng)."""

    code = "ATTACHMENT_EMPTY"
    template = "Tệp “{name}” không có nội dung. Hãy kiểm tra lại tệp gốc."


class AttachmentMissingError(DvkError):
    """The record is here, its file is not (thiếu tệp)."""

    code = "ATTACHMENT_MISSING"
    template = (
        "Không thấy nội dung của “{name}” trong thư mục dữ liệu. Hãy đính kèm lại tệp gốc,"
        " hoặc lấy lại từ bản sao lưu có kèm tệp."
    )


class AttachmentDamagedError(DvkError):
    """The stored file is no longer what was stored (tệp đã hỏng)."""

    code = "ATTACHMENT_DAMAGED"
    template = (
        "Nội dung của “{name}” trong thư mục dữ liệu đã bị hỏng. Hãy đính kèm lại tệp gốc,"
        " hoặc lấy lại từ bản sao lưu có kèm tệp."
    )


def name_of_parts(*parts: str) -> str:
    """Return one file name made of parts such as codes, in which people write what they like."""
    return plain_name("-".join(filter(None, parts)).replace("/", "_").replace("\\", "_"))


def plain_name(name: str) -> str:
    """Return a name that is one file name on every system and shows its true ending."""
    last = PurePosixPath(name.replace("\\", "/")).name
    # Turning marks would let "gpj.exe" be shown as "exe.jpg".
    kept = (c for c in unicodedata.normalize("NFC", last) if unicodedata.category(c) != "Cf")
    spoken = "".join("_" if c in _FORBIDDEN or ord(c) < 32 else c for c in kept).strip(" .")
    stem, point, suffix = spoken.rpartition(".")
    if point and stem and len(suffix) <= 8:
        return f"{stem[: _LONGEST_NAME - len(suffix) - 1].rstrip()}.{suffix}"
    return spoken[:_LONGEST_NAME].rstrip() or "tep"


def suffix_of(name: str) -> str:
    """Return the ending of a name in lower case, with its point."""
    return PurePosixPath(plain_name(name)).suffix.lower()


def is_picture(name: str) -> bool:
    """Say whether a small view can be drawn of a file of this name."""
    return suffix_of(name) in PICTURE_SUFFIXES


def is_program(name: str, beginning: bytes = b"") -> bool:
    """Say whether a file runs when it is opened, by its name or by what it begins with."""
    return suffix_of(name) in PROGRAM_SUFFIXES or beginning.startswith(_PROGRAM_BEGINNINGS)


def require_size(name: str, size: int) -> None:
    """Refuse a file that is empty or too large.

    Raises:
        EmptyFileError: There is nothing in it.
        LargeFileError: It is larger than what is stored.
    """
    if size == 0:
        raise EmptyFileError(name=name)
    if size > MOST_BYTES:
        raise LargeFileError(name=name, size=-(-size // (1 << 20)), most=MOST_BYTES >> 20)
