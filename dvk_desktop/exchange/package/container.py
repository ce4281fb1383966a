"""The ZIP directory, read so strictly that all programs see one content (cấu trúc tệp nén).

The standard library's reader is made to open as much as it can: it skips data in front, takes
two members of one name and believes the directory where the local headers say otherwise. A
signed package has one reading only: the entries lie one after another from the first byte, in the
order of the directory, and nothing lies between, before or after.
"""

import struct
from dataclasses import dataclass, replace
from typing import BinaryIO

from dvk_desktop.exchange.package.limits import Limits
from dvk_desktop.exchange.package.refusals import (
    BrokenZipError,
    EntryPathError,
    HiddenDataError,
    NotZipError,
    TooManyEntriesError,
    TruncatedError,
)

_LOCAL = struct.Struct("<4sHHHHHLLLHH")
_CENTRAL = struct.Struct("<4sHHHHHHLLLHHHHHLL")
_END = struct.Struct("<4sHHHHLLH")
_END64 = struct.Struct("<4sQHHLLQQQQ")
_LOCATOR = struct.Struct("<4sLQL")
_LOCAL_SIGN, _CENTRAL_SIGN, _END_SIGN = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_END64_SIGN, _LOCATOR_SIGN, _DESCRIPTOR_SIGN = b"PK\x06\x06", b"PK\x06\x07", b"PK\x07\x08"
_FULL16, _FULL32 = 0xFFFF, 0xFFFFFFFF
_ZIP64_EXTRA = 1
_LONGEST_DIRECTORY_LINE = 1024
HAS_DESCRIPTOR = 0x0008


@dataclass(frozen=True, slots=True)
class Entry:
    """One member as directory and local header agree on it (tệp trong gói)."""

    name: str
    method: int
    flags: int
    crc: int
    packed: int
    unpacked: int
    attributes: int
    header_at: int
    data_at: int = 0


@dataclass(frozen=True, slots=True)
class _Directory:
    at: int
    size: int
    count: int


def scan(file: BinaryIO, file_name: str, limits: Limits) -> list[Entry]:
    """Return the entries in the order in which they lie in the file.

    Raises:
        PackageError: Not a ZIP, cut off, contradicting itself, or with data that no entry owns.
    """
    size = file.seek(0, 2)
    file.seek(0)
    start = file.read(4)
    if start not in (_LOCAL_SIGN, _END_SIGN):
        wrong = TruncatedError if _LOCAL_SIGN.startswith(start) else NotZipError
        raise wrong(file=file_name)
    directory = _find_directory(file, size, file_name)
    if directory.count > limits.entries:
        raise TooManyEntriesError(found=directory.count, limit=limits.entries)
    if directory.size > directory.count * _LONGEST_DIRECTORY_LINE:
        raise BrokenZipError(entry=file_name)
    file.seek(directory.at)
    listed = _parse_directory(file.read(directory.size), directory.count, file_name)
    return _match_local_headers(file, listed, directory.at)


def _find_directory(file: BinaryIO, size: int, file_name: str) -> _Directory:
    """Read the end record; it must be the last 22 bytes of the file."""
    tail_size = min(size, _END.size + _FULL16)
    file.seek(size - tail_size)
    tail = file.read(tail_size)
    found = tail.rfind(_END_SIGN)
    if found < 0 or len(tail) - found < _END.size:
        raise TruncatedError(file=file_name)
    _, disk, first_disk, here, count, length, at, comment = _END.unpack_from(tail, found)
    end = size - tail_size + found
    if found != len(tail) - _END.size or comment:
        # An attachment may be a ZIP itself: only an end record that points at its own directory
        # is ours, and then something was added behind it.
        ours = _FULL32 in (length, at) or at + length == end
        if ours:
            raise HiddenDataError(entry=file_name)
        raise TruncatedError(file=file_name)
    if disk or first_disk or here != count:
        raise BrokenZipError(entry=file_name)
    directory = _Directory(at, length, count)
    if count == _FULL16 or _FULL32 in (length, at) or at + length + 76 == end:
        directory, end = _zip64_directory(file, directory, end, file_name)
    if directory.at + directory.size != end:
        past_the_end = directory.at + directory.size > end
        raise (BrokenZipError if past_the_end else HiddenDataError)(entry=file_name)
    return directory


def _zip64_directory(
    file: BinaryIO, plain: _Directory, end: int, file_name: str
) -> tuple[_Directory, int]:
    """Read the ZIP64 end record, which lies directly before its locator and the plain one."""
    record_at = end - _LOCATOR.size - _END64.size
    if record_at < 0:
        raise BrokenZipError(entry=file_name)
    file.seek(record_at)
    sign, size, _, _, disk, first_disk, here, count, length, at = _END64.unpack(
        file.read(_END64.size)
    )
    locator = _LOCATOR.unpack(file.read(_LOCATOR.size))
    agrees = (
        plain.count in (count, _FULL16)
        and plain.size in (length, _FULL32)
        and plain.at in (at, _FULL32)
    )
    regular = (sign, size, disk, first_disk, here) == (_END64_SIGN, 44, 0, 0, count)
    if not (agrees and regular and locator == (_LOCATOR_SIGN, 0, record_at, 1)):
        raise BrokenZipError(entry=file_name)
    return _Directory(at, length, count), record_at


def _parse_directory(data: bytes, count: int, file_name: str) -> list[Entry]:
    entries = []
    position = 0
    for _ in range(count):
        if len(data) - position < _CENTRAL.size:
            raise BrokenZipError(entry=file_name)
        line = _CENTRAL.unpack_from(data, position)
        name_at = position + _CENTRAL.size
        extra_at = name_at + line[10]
        position = extra_at + line[11] + line[12]
        if line[0] != _CENTRAL_SIGN or position > len(data):
            raise BrokenZipError(entry=file_name)
        name = _decode_name(data[name_at:extra_at])
        if line[12]:
            raise HiddenDataError(entry=name)
        entries.append(_listed_entry(name, line, data[extra_at : extra_at + line[11]]))
    if position != len(data):
        raise BrokenZipError(entry=file_name)
    return entries


def _listed_entry(name: str, line: tuple[int, ...], extra: bytes) -> Entry:
    unpacked, packed, header_at = _widened(name, extra, (line[9], line[8], line[16]))
    if line[13] not in (0, _FULL16):
        raise BrokenZipError(entry=name)
    return Entry(
        name,
        method=line[4],
        flags=line[3],
        crc=line[7],
        packed=packed,
        unpacked=unpacked,
        attributes=line[15],
        header_at=header_at,
    )


def _decode_name(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        raise EntryPathError(entry=raw.decode("cp437")) from None


def _widened(name: str, extra: bytes, values: tuple[int, ...]) -> list[int]:
    """Return the values, those that are full replaced from the ZIP64 extra field."""
    wide = _zip64_values(name, extra)
    widened = []
    for value in values:
        if value == _FULL32:
            if not wide:
                raise BrokenZipError(entry=name)
            value = wide.pop(0)
        widened.append(value)
    return widened


def _zip64_values(name: str, extra: bytes) -> list[int]:
    position = 0
    while position + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, position)
        position += 4
        if position + size > len(extra):
            raise BrokenZipError(entry=name)
        if kind == _ZIP64_EXTRA:
            count = size // 8
            return list(struct.unpack_from(f"<{count}Q", extra, position))
        position += size
    return []


def _match_local_headers(file: BinaryIO, listed: list[Entry], directory_at: int) -> list[Entry]:
    """Walk over the file as the local headers tell it and compare with the directory."""
    entries = []
    position = 0
    for entry in listed:
        if entry.header_at != position:
            hidden = entry.header_at > position
            raise (HiddenDataError if hidden else BrokenZipError)(entry=entry.name)
        data_at = _check_local_header(file, entry)
        if data_at + entry.packed > directory_at:
            raise BrokenZipError(entry=entry.name)
        entries.append(replace(entry, data_at=data_at))
        position = data_at + entry.packed
        if entry.flags & HAS_DESCRIPTOR:
            position += _descriptor_size(file, entry, position)
    if position != directory_at:
        hidden = position < directory_at
        raise (HiddenDataError if hidden else BrokenZipError)(entry="central directory")
    return entries


def _check_local_header(file: BinaryIO, entry: Entry) -> int:
    """Return where the data begins."""
    file.seek(entry.header_at)
    header = file.read(_LOCAL.size)
    if len(header) < _LOCAL.size:
        raise BrokenZipError(entry=entry.name)
    sign, _, flags, method, _, _, crc, packed, unpacked, name_size, extra_size = _LOCAL.unpack(
        header
    )
    name: bytes = file.read(name_size)
    extra = file.read(extra_size)
    same = (sign, flags, method) == (_LOCAL_SIGN, entry.flags, entry.method)
    if not same or name != entry.name.encode() or len(extra) < extra_size:
        raise BrokenZipError(entry=entry.name)
    told = (crc, *_widened(entry.name, extra, (unpacked, packed)))
    later = flags & HAS_DESCRIPTOR and told == (0, 0, 0)
    if not later and told != (entry.crc, entry.unpacked, entry.packed):
        raise BrokenZipError(entry=entry.name)
    return entry.header_at + _LOCAL.size + len(name) + len(extra)


def _descriptor_size(file: BinaryIO, entry: Entry, at: int) -> int:
    """Return how long the data descriptor is; it comes in four shapes that only content tells."""
    file.seek(at)
    found = file.read(24)
    for sign in (_DESCRIPTOR_SIGN, b""):
        for sizes in ("<LLL", "<LQQ"):
            if sizes == "<LLL" and max(entry.packed, entry.unpacked) > _FULL32:
                continue
            wanted = sign + struct.pack(sizes, entry.crc, entry.packed, entry.unpacked)
            if found.startswith(wanted):
                return len(wanted)
    raise BrokenZipError(entry=entry.name)
