"""Entries unpacked in pieces, never beyond what was declared (giải nén từng phần)."""

import hashlib
import stat
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from dvk_desktop.exchange.package.container import Entry
from dvk_desktop.exchange.package.limits import CHUNK, Limits
from dvk_desktop.exchange.package.refusals import (
    BombError,
    BrokenZipError,
    DamagedEntryError,
    EntryEncryptedError,
    EntryLinkError,
    EntryPathError,
    PackageError,
    UnknownMethodError,
    WrongSizeError,
)

STORED, DEFLATED = 0, 8
_ENCRYPTED = 0x0001 | 0x0040 | 0x2000
_KNOWN_FLAGS = _ENCRYPTED | 0x0006 | 0x0008 | 0x0800
_DOS_FOLDER = 0x10


def entry_problem(entry: Entry, limits: Limits) -> PackageError | None:
    """Return why the entry must not even be unpacked."""
    if is_unsafe_path(entry.name):
        return EntryPathError(entry=entry.name)
    if entry.flags & _ENCRYPTED:
        return EntryEncryptedError(entry=entry.name)
    if stat.S_IFMT(entry.attributes >> 16) not in (0, stat.S_IFREG):
        return EntryLinkError(entry=entry.name)
    if entry.attributes & _DOS_FOLDER and not entry.name.endswith("/"):
        return EntryLinkError(entry=entry.name)
    if entry.method not in (STORED, DEFLATED):
        return UnknownMethodError(entry=entry.name, method=entry.method)
    if entry.flags & ~_KNOWN_FLAGS or (entry.method == STORED and entry.packed != entry.unpacked):
        return BrokenZipError(entry=entry.name)
    if entry.unpacked > limits.ratio * entry.packed:
        return BombError(entry=entry.name, limit=limits.ratio)
    return None


def is_unsafe_path(name: str) -> bool:
    """Say whether a name could lead out of a folder on any system."""
    parts = name.removesuffix("/").split("/")
    return (
        any(part in ("", ".", "..") for part in parts)
        or any(sign in name for sign in "\\:")
        or not name.isprintable()
    )


def unpack(file: BinaryIO, entry: Entry) -> Iterator[bytes]:
    """Yield the content in pieces.

    Raises:
        WrongSizeError: It unpacks to more or less than the directory declares.
        DamagedEntryError: The packed bytes make no sense or the CRC is wrong.
    """
    total = crc = 0
    for piece in _pieces(file, entry):
        total += len(piece)
        if total > entry.unpacked:
            break
        crc = zlib.crc32(piece, crc)
        yield piece
    if total != entry.unpacked:
        raise WrongSizeError(entry=entry.name, found=total, expected=entry.unpacked)
    if crc != entry.crc:
        raise DamagedEntryError(entry=entry.name)


def _pieces(file: BinaryIO, entry: Entry) -> Iterator[bytes]:
    packed = _packed_pieces(file, entry)
    if entry.method == STORED:
        yield from packed
        return
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for block in packed:
            while block:
                yield inflater.decompress(block, CHUNK)
                block = inflater.unconsumed_tail
            if inflater.unused_data:
                raise DamagedEntryError(entry=entry.name)
        yield inflater.flush()
    except zlib.error:
        raise DamagedEntryError(entry=entry.name) from None
    if not inflater.eof:
        raise DamagedEntryError(entry=entry.name)


def _packed_pieces(file: BinaryIO, entry: Entry) -> Iterator[bytes]:
    left = entry.packed
    at = entry.data_at
    while left:
        # Several entries may be read by turns, so every piece is looked up anew.
        file.seek(at)
        block = file.read(min(CHUNK, left))
        if not block:
            raise DamagedEntryError(entry=entry.name)
        at += len(block)
        left -= len(block)
        yield block


@dataclass(slots=True)
class Digest:
    """Counts and hashes what passes by (mã kiểm tra)."""

    size: int = 0
    _sha256: "hashlib._Hash" = field(default_factory=hashlib.sha256)

    def watch(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        """Yield the pieces unchanged."""
        for piece in pieces:
            self.size += len(piece)
            self._sha256.update(piece)
            yield piece

    def hexdigest(self) -> str:
        """Return the SHA-256 of all that has passed."""
        return self._sha256.hexdigest()
