"""Writes .xls of Excel 97-2003: BIFF8 records in a compound file, as little as Excel would take."""

import datetime as dt
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_SECTOR = 512
_END, _FREE, _TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_LEAST = 4096
_DAY_ZERO = dt.date(1899, 12, 30)
Rows = Sequence[Sequence[object]]
Box = tuple[int, int, int, int]


@dataclass(frozen=True)
class Page:
    """A sheet: name, cells, merged boxes (top, left, bottom, right), and whether it is hidden."""

    name: str
    rows: Rows
    merges: Sequence[Box] = ()
    is_hidden: bool = False


def write_xls(path: Path, pages: Sequence[Page]) -> Path:
    """Write a workbook."""
    path.write_bytes(compound({"Workbook": workbook_stream(pages)}))
    return path


def workbook_stream(pages: Sequence[Page]) -> bytes:
    """Return the records of a workbook; the sheets follow what is common to all."""
    formats = b"".join(_record(0xE0, struct.pack("<HH16x", 0, code)) for code in (0, 14))
    names = [
        struct.pack("<BB", page.is_hidden * 2, 0) + struct.pack("<BB", len(page.name), 1)
        + page.name.encode("utf-16-le")
        for page in pages
    ]  # fmt: skip
    start = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)) + formats
    length = len(start) + sum(len(name) + 8 for name in names) + 4
    head, body = start, b""
    for page, name in zip(pages, names, strict=True):
        head += _record(0x85, struct.pack("<I", length + len(body)) + name)
        body += _sheet(page)
    return head + _record(0x0A) + body


def _sheet(page: Page) -> bytes:
    width = max(map(len, page.rows), default=0)
    area = struct.pack("<IIHHH", 0, len(page.rows), 0, width, 0)
    records = [
        _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0)),
        _record(0x200, area),
    ]
    for row, cells in enumerate(page.rows):
        records += [
            _cell(row, column, value) for column, value in enumerate(cells) if value is not None
        ]
    if page.merges:
        boxes = b"".join(
            struct.pack("<HHHH", t, b, left, right) for t, left, b, right in page.merges
        )
        records.append(_record(0xE5, struct.pack("<H", len(page.merges)) + boxes))
    return b"".join([*records, _record(0x0A)])


def _cell(row: int, column: int, value: object) -> bytes:
    if isinstance(value, dt.datetime):
        value = value.date()
    if isinstance(value, dt.date):
        days = float((value - _DAY_ZERO).days)
        return _record(0x203, struct.pack("<HHHd", row, column, 1, days))
    if isinstance(value, int | float):
        return _record(0x203, struct.pack("<HHHd", row, column, 0, float(value)))
    text = str(value)
    place = struct.pack("<HHHHB", row, column, 0, len(text), 1)
    return _record(0x204, place + text.encode("utf-16-le"))


def _record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def compound(streams: dict[str, bytes]) -> bytes:
    """Return a compound file (MS-CFB) with these streams."""
    contents = {name: content.ljust(_LEAST, b"\x00") for name, content in streams.items()}
    counts = {name: -(-len(content) // _SECTOR) for name, content in contents.items()}
    directory_count = -(-(len(streams) + 1) // 4)
    data = sum(counts.values()) + directory_count
    table_count = -(-data // 127)
    directory_start = table_count
    starts, place = {}, table_count + directory_count
    for name, count in counts.items():
        starts[name], place = place, place + count
    table = [_TABLE] * table_count + _chain(directory_start, directory_count)
    for name, count in counts.items():
        table += _chain(starts[name], count)
    table += [_FREE] * (table_count * 128 - len(table))
    entries = _entry("Root Entry", 5, 1, _END, 0)
    for number, (name, content) in enumerate(streams.items(), start=1):
        after = number + 1 if number < len(streams) else _FREE
        entries += _entry(name, 2, _FREE, starts[name], max(len(content), _LEAST), after)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack(
        "<HHHHHHIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0, table_count, directory_start, 0,
        _LEAST, _END, 0, _END, 0,
    )  # fmt: skip
    places = [*range(table_count), *[_FREE] * (109 - table_count)]
    return b"".join([
        header, struct.pack("<109I", *places), struct.pack(f"<{len(table)}I", *table),
        entries.ljust(directory_count * _SECTOR, b"\x00"),
        *(content.ljust(counts[name] * _SECTOR, b"\x00") for name, content in contents.items()),
    ])  # fmt: skip


def _chain(start: int, count: int) -> list[int]:
    return [*range(start + 1, start + count), _END]


def _entry(name: str, kind: int, child: int, start: int, size: int, after: int = _FREE) -> bytes:
    text = name.encode("utf-16-le") + b"\x00\x00"
    head = text.ljust(64, b"\x00") + struct.pack("<HBBIII", len(text), kind, 1, _FREE, after, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)
