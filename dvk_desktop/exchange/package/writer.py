"""A package written so that the same content gives the same bytes (ghi gói)."""

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from dvk_desktop.domain.progress import SILENT, Progress
from dvk_desktop.domain.records.package import (
    Manifest,
    ManifestEntry,
    PackageContent,
    WireRecord,
)
from dvk_desktop.domain.system_words import os_reason
from dvk_desktop.exchange.package.limits import (
    CHUNK,
    DEFAULT,
    MANIFEST_NAME,
    MIMETYPE,
    MIMETYPE_NAME,
    SIGNATURE_NAME,
    records_path,
)
from dvk_desktop.exchange.package.manifest import encode_manifest
from dvk_desktop.exchange.package.reader import read_package
from dvk_desktop.exchange.package.records import encode_record
from dvk_desktop.exchange.package.refusals import (
    TooBigError,
    UnreadableFileError,
    WrongDigestError,
)
from dvk_desktop.exchange.package.signing import sign
from dvk_desktop.exchange.package.unpacking import Digest
from dvk_desktop.safe_files import flush, replacing

COMPRESSION_LEVEL = 6
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16
_LINES_AT_ONCE = 200


def write_package(
    path: Path,
    manifest: Manifest,
    content: PackageContent,
    private_key: bytes,
    *,
    progress: Progress = SILENT,
) -> Manifest:
    """Write, read back, check, and only then give the file its name.

    Args:
        path: Where the package is to be; an older file there is replaced.
        manifest: All but ``entries``, which are made here; its sender holds the public key.
        content: Records are sorted here; attachments are read from their paths.
        private_key: The sender's.
        progress: Told of entries written, then of bytes checked; may cancel.

    Returns:
        The manifest as it was signed.

    Raises:
        FileWriteError: The drive refuses; nothing is left.
        PackageError: The content breaks the format, e.g. a record its schema; nothing is left.
    """
    stored: frozenset[str] = frozenset()
    with replacing(path) as file:
        while True:
            signed = _write(file, manifest, content, private_key, stored, progress)
            too_dense = _too_dense(file)
            if not too_dense - stored:
                break
            # Readers refuse what packs to less than a 200th, so such entries stay unpacked.
            stored = stored | too_dense
        flush(file)
        read_package(Path(file.name), progress=progress)
    return signed


def _write(
    file: BinaryIO,
    manifest: Manifest,
    content: PackageContent,
    private_key: bytes,
    stored: frozenset[str],
    progress: Progress,
) -> Manifest:
    file.seek(0)
    file.truncate()
    packer = _Packer(file, manifest.created_at, stored)
    with packer.archive:
        packer.add(MIMETYPE_NAME, iter([MIMETYPE]), method=zipfile.ZIP_STORED)
        entries: list[ManifestEntry] = []
        types = sorted(name for name, records in content.records.items() if records)
        total = len(types) + len(content.files)
        for name in types:
            progress.step(len(entries), total, name)
            records = content.records[name]
            line = packer.add(records_path(name), record_pieces(records))
            entries.append(replace(line, records=len(records)))
        for sha256 in sorted(content.files):
            progress.step(len(entries), total, sha256)
            entries.append(_add_file(packer, sha256, content.files[sha256]))
        signed = replace(manifest, entries=tuple(entries))
        raw = encode_manifest(signed)
        packer.add(MANIFEST_NAME, iter([raw]))
        packer.add(SIGNATURE_NAME, iter([sign(private_key, raw)]), method=zipfile.ZIP_STORED)
    return signed


class _Packer:
    """Adds entries whose headers depend on nothing but content and time."""

    def __init__(self, file: BinaryIO, created_at: str, stored: frozenset[str]) -> None:
        self.archive = zipfile.ZipFile(
            file, "w", zipfile.ZIP_DEFLATED, compresslevel=COMPRESSION_LEVEL
        )
        self._time = _zip_time(created_at)
        self._stored = stored
        self._total = 0

    def add(
        self, name: str, pieces: Iterator[bytes], *, method: int = zipfile.ZIP_DEFLATED
    ) -> ManifestEntry:
        """Write one entry and say what the manifest must say of it."""
        info = zipfile.ZipInfo(name, self._time)
        info.create_system = _UNIX
        info.external_attr = _PLAIN_FILE
        info.compress_type = zipfile.ZIP_STORED if name in self._stored else method
        digest = Digest()
        with self.archive.open(info, "w") as entry:
            for piece in digest.watch(pieces):
                self._total += len(piece)
                if self._total > DEFAULT.unpacked_bytes:
                    raise TooBigError(found=self._total, limit=DEFAULT.unpacked_bytes)
                entry.write(piece)
        return ManifestEntry(name, digest.size, digest.hexdigest())


def _too_dense(file: BinaryIO) -> frozenset[str]:
    with zipfile.ZipFile(file) as archive:
        return frozenset(
            info.filename
            for info in archive.infolist()
            if info.file_size > DEFAULT.ratio * info.compress_size
        )


def _zip_time(created_at: str) -> tuple[int, int, int, int, int, int]:
    """Return the wall clock of the manifest; ZIP knows no years before 1980."""
    moment = datetime.fromisoformat(created_at)
    if not 1980 <= moment.year <= 2107:
        return (1980, 1, 1, 0, 0, 0)
    return (
        moment.year,
        moment.month,
        moment.day,
        moment.hour,
        moment.minute,
        moment.second // 2 * 2,
    )


def record_pieces(records: Sequence[WireRecord]) -> Iterator[bytes]:
    """Yield the lines of records of one type, sorted."""
    ordered = sorted(records, key=lambda record: record.id)
    for start in range(0, len(ordered), _LINES_AT_ONCE):
        yield b"".join(map(encode_record, ordered[start : start + _LINES_AT_ONCE]))


def _add_file(packer: _Packer, sha256: str, source: Path | bytes) -> ManifestEntry:
    line = packer.add(f"files/{sha256}", file_pieces(source))
    if line.sha256 != sha256:
        raise WrongDigestError(entry=line.path)
    return line


def file_pieces(source: Path | bytes) -> Iterator[bytes]:
    """Yield an attachment's content.

    Raises:
        UnreadableFileError: It cannot be read.
    """
    if isinstance(source, bytes):
        yield source
        return
    try:
        with source.open("rb") as file:
            while piece := file.read(CHUNK):
                yield piece
    except OSError as error:
        raise UnreadableFileError(file=source.name, reason=os_reason(error)) from error
