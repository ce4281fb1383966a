"""Looks at the bones of an .xls before calamine does (kiểm tra khung tệp .xls).

calamine 0.37 reserves memory for the used area that a sheet states, and a failed reservation
ends the whole program. So what a damaged file states is checked first.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

_FIRST_SPECIAL = 0xFFFFFFFA
_SMALL_SECTOR = 64
_ENTRY = 128
_FILE_PASS, _FIRST_RECORDS = 0x2F, 30
_BEGIN, _DIMENSIONS = 0x0809, 0x0200
_CELLS = frozenset({0x06, 0xBD, 0xBE, 0xD6, 0xFD, 0x201, 0x203, 0x204, 0x205, 0x27E})
_LAST_COLUMN = 255
_STREAM_NAMES = ("Workbook", "Book")


def is_locked(content: bytes) -> bool:
    """Tell whether the workbook opens only with a password.

    Raises:
        ValueError: The container or its records contradict themselves.
    """
    try:
        records = _records(_Container.of(content).workbook_stream())
        return any(kind == _FILE_PASS for kind, _, _ in islice(records, _FIRST_RECORDS))
    except (struct.error, IndexError) as error:
        raise ValueError("damaged compound file") from error


def used_areas(content: bytes) -> list[tuple[int, int]]:
    """Return rows and columns that each sheet states, and those that its cells reach.

    Raises:
        ValueError: The container or its records contradict themselves.
    """
    try:
        return list(_areas(_Container.of(content).workbook_stream()))
    except (struct.error, IndexError) as error:
        raise ValueError("damaged compound file") from error


def _areas(stream: bytes) -> Iterator[tuple[int, int]]:
    rows = columns = 0
    for kind, start, length in _records(stream):
        if kind == _BEGIN:
            yield rows, columns
            rows = columns = 0
        elif kind == _DIMENSIONS:
            # BIFF8 has row numbers of four bytes, older ones of two.
            layout = "<IIHH" if length >= 14 else "<HHHH"
            top, bottom, left, right = struct.unpack_from(layout, stream, start)
            if top > bottom or left > right:
                raise ValueError("used area ends before it begins")
            yield bottom, right
        elif kind in _CELLS and length >= 4:
            row, column = struct.unpack_from("<HH", stream, start)
            if column > _LAST_COLUMN:
                raise ValueError("cell beyond the last column")
            rows, columns = max(rows, row + 1), max(columns, column + 1)
    yield rows, columns


def _records(stream: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield kind, start and length of each record."""
    position = 0
    while position + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, position)
        yield kind, position + 4, length
        position += 4 + length


@dataclass(frozen=True, slots=True)
class _Container:
    """A compound file (MS-CFB): sectors, chained by a table."""

    content: bytes
    sector_size: int
    table: list[int]
    directory_start: int
    cutoff: int
    small_table_start: int

    @staticmethod
    def of(content: bytes) -> "_Container":
        """Read the header and the table of chains."""
        shift = struct.unpack_from("<H", content, 30)[0]
        if shift not in (9, 12):
            raise ValueError("no sector size that exists")
        size = 1 << shift
        directory, cutoff, small_table = (
            struct.unpack_from("<I", content, at)[0] for at in (48, 56, 60)
        )
        table: list[int] = []
        for sector in struct.unpack_from("<109I", content, 76):
            if sector < _FIRST_SPECIAL:
                table += _numbers(_sector(content, size, sector))
        return _Container(content, size, table, directory, cutoff, small_table)

    def workbook_stream(self) -> bytes:
        """Return the stream that holds the workbook."""
        entries = self._chain(self.directory_start)
        root_start = struct.unpack_from("<I", entries, 116)[0]
        for at in range(0, len(entries) - _ENTRY + 1, _ENTRY):
            length = struct.unpack_from("<H", entries, at + 64)[0]
            name = entries[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            if name in _STREAM_NAMES:
                start, size = struct.unpack_from("<II", entries, at + 116)
                if size < self.cutoff:
                    return self._small_chain(root_start, start)[:size]
                return self._chain(start)[:size]
        raise ValueError("no workbook stream")

    def _chain(self, start: int) -> bytes:
        sectors = (
            _sector(self.content, self.sector_size, number) for number in _follow(self.table, start)
        )
        return b"".join(sectors)

    def _small_chain(self, root_start: int, start: int) -> bytes:
        held = self._chain(root_start)
        table = _numbers(self._chain(self.small_table_start))
        pieces = (
            held[number * _SMALL_SECTOR : (number + 1) * _SMALL_SECTOR]
            for number in _follow(table, start)
        )
        return b"".join(pieces)


def _sector(content: bytes, size: int, number: int) -> bytes:
    start = (number + 1) * size
    if start >= len(content):
        raise ValueError("sector beyond the end")
    return content[start : start + size]


def _numbers(sector: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4]))


def _follow(table: list[int], start: int) -> Iterator[int]:
    seen = 0
    number = start
    while number < _FIRST_SPECIAL:
        yield number
        number = table[number]
        seen += 1
        if seen > len(table):
            raise ValueError("chain that never ends")
