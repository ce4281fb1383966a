"""How large the pieces of a package will be, before it is written (đo gói)."""

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dvk_desktop.domain.progress import SILENT, Progress
from dvk_desktop.domain.records.package import Manifest, PackageContent
from dvk_desktop.exchange.package.limits import DEFAULT, MIMETYPE, SIGNATURE_BYTES
from dvk_desktop.exchange.package.manifest import encode_manifest
from dvk_desktop.exchange.package.writer import COMPRESSION_LEVEL, file_pieces, record_pieces

_HEADERS = 30 + 46 + 2 * 80
"""Both headers of a ZIP entry with names of up to 80 letters."""

_LISTED = 220
"""What the manifest says of one entry."""

_ENTRY = _HEADERS + _LISTED
_FRAME = 3 * _HEADERS + len(MIMETYPE) + SIGNATURE_BYTES + 256


@dataclass(frozen=True, slots=True)
class Measured:
    """Bytes in the finished file, never too few (số đo)."""

    frame: int
    records: int
    files: Mapping[str, int]

    @property
    def whole(self) -> int:
        """The size of one package with all of it."""
        return self.frame + self.records + sum(self.files.values())


def measure(
    manifest: Manifest, content: PackageContent, room: int, progress: Progress = SILENT
) -> Measured:
    """Return how large everything will be; files are packed on trial only where it matters.

    Raises:
        UnreadableFileError: An attachment cannot be read.
    """
    frame = _FRAME + len(encode_manifest(manifest))
    records = sum(
        _ENTRY + _packed(record_pieces(rows)) for rows in content.records.values() if rows
    )
    raw = {sha256: _ENTRY + _raw_size(source) for sha256, source in content.files.items()}
    measured = Measured(frame, records, raw)
    if measured.whole <= room:
        return measured
    packed = {}
    for number, sha256 in enumerate(sorted(content.files)):
        progress.step(number, len(content.files), sha256)
        packed[sha256] = _ENTRY + _packed(file_pieces(content.files[sha256]))
    return Measured(frame, records, packed)


def _raw_size(source: Path | bytes) -> int:
    # What does not pack grows a little: five bytes for each 16 KiB at the worst.
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    return size + size // 3000 + 16


def _packed(pieces: Iterator[bytes]) -> int:
    packer = zlib.compressobj(COMPRESSION_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    raw = packed = 0
    for piece in pieces:
        raw += len(piece)
        packed += len(packer.compress(piece))
    packed += len(packer.flush())
    # Readers refuse what packs to less than a 200th, so such entries stay unpacked.
    return raw if raw > DEFAULT.ratio * packed else packed
