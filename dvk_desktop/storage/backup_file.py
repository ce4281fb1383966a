"""The backup container: one ZIP with the database, the keys and the attachments (tệp sao lưu).

``manifest.json`` comes first and names every entry with its length and SHA-256. A file is read
back and compared before it gets its name, and nothing of it is trusted when it is opened.
"""

import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.words import Wording
from dvk_desktop.safe_files import flush, replacing
from dvk_desktop.storage.disk import copy_stream, explained, sha256_of
from dvk_desktop.storage.engine import to_json

FORMAT = 1
SUFFIX = ".dvkbackup"
DATABASE = "database.sqlite"
_MANIFEST = "manifest.json"
_MANIFEST_LIMIT = 64 << 20
_NAME = re.compile(r"database\.sqlite|keys/[A-Za-z0-9][A-Za-z0-9._-]*|attachments/[0-9a-f]{64}")
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


class DamagedBackupError(DvkError):
    """The backup cannot be used (bản sao lưu hỏng)."""

    code = "BACKUP_DAMAGED"
    template = (
        "Bản sao lưu “{path}” không dùng được: {reason}."
        " Dữ liệu đang dùng không bị thay đổi. Hãy chọn một bản sao lưu khác."
    )


class NewerBackupError(DvkError):
    """The backup was made by a newer program (bản sao lưu của bản mới hơn)."""

    code = "BACKUP_NEWER"
    template = (
        "Bản sao lưu “{path}” do bản mới hơn của chương trình tạo ({found}, bản này đọc được đến"
        " {known}). Dữ liệu đang dùng không bị thay đổi. Hãy cập nhật chương trình rồi thử lại."
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """One file inside a backup (tệp trong bản sao lưu)."""

    path: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself (bản kê)."""

    facts: Mapping[str, Any]
    entries: tuple[Entry, ...]

    def entry(self, path: str) -> Entry | None:
        """Return one entry, or None."""
        return next((entry for entry in self.entries if entry.path == path), None)


def entry_of(path: str, source: Path) -> Entry:
    """Return the entry that a file will be."""
    with explained(source), source.open("rb") as stream:
        digest, length = sha256_of(stream)
    return Entry(path, length, digest)


def write_backup(path: Path, facts: Mapping[str, Any], sources: Mapping[str, Path]) -> Manifest:
    """Write a backup of the files, read it back, and only then give it its name.

    Raises:
        StoreError: A file to be kept cannot be read.
        FileWriteError: The disk refused the backup; nothing is left.
        DamagedBackupError: What was read back is not what was written.
    """
    entries = tuple(entry_of(name, source) for name, source in sources.items())
    manifest = Manifest(facts, entries)
    with replacing(path) as file:
        _fill(file, manifest, sources)
        flush(file)
        verify_entries(Path(file.name))
    return manifest


def _fill(file: BinaryIO, manifest: Manifest, sources: Mapping[str, Path]) -> None:
    listed = [
        {"path": entry.path, "bytes": entry.bytes, "sha256": entry.sha256}
        for entry in manifest.entries
    ]
    text = to_json({**manifest.facts, "format": FORMAT, "entries": listed})
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        archive.writestr(_MANIFEST, text)
        for name, source in sources.items():
            archive.write(source, name)


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with explained(path), zipfile.ZipFile(path) as archive:
            yield archive
    except _UNREADABLE as error:
        raise DamagedBackupError(path=path, reason=error) from error


def read_manifest(path: Path) -> Manifest:
    """Return what a backup says of itself; its content is not looked at.

    Raises:
        StoreError: The file cannot be read.
        DamagedBackupError: It is not a backup.
        NewerBackupError: Its format is newer than this program.
    """
    with _opened(path) as archive:
        return _manifest_of(path, archive)


def _manifest_of(path: Path, archive: zipfile.ZipFile) -> Manifest:
    try:
        if archive.getinfo(_MANIFEST).file_size > _MANIFEST_LIMIT:
            raise DamagedBackupError(path=path, reason=Wording("bản kê quá lớn"))
        facts = json.loads(archive.read(_MANIFEST))
        if facts["format"] > FORMAT:
            raise NewerBackupError(path=path, found=facts["format"], known=FORMAT)
        entries = tuple(
            Entry(str(row["path"]), int(row["bytes"]), str(row["sha256"]))
            for row in facts.pop("entries")
        )
    except (KeyError, TypeError, ValueError) as error:
        reason = Wording("không có bản kê đọc được")
        raise DamagedBackupError(path=path, reason=reason) from error
    _refuse_strangers(path, archive, entries)
    return Manifest(facts, entries)


def _refuse_strangers(path: Path, archive: zipfile.ZipFile, entries: tuple[Entry, ...]) -> None:
    listed = [entry.path for entry in entries]
    bad = next((name for name in listed if not _NAME.fullmatch(name)), None)
    if bad is not None:
        raise DamagedBackupError(path=path, reason=Wording("tên tệp lạ “{name}”", {"name": bad}))
    if sorted([*listed, _MANIFEST]) != sorted(archive.namelist()) or DATABASE not in listed:
        raise DamagedBackupError(path=path, reason=Wording("các tệp bên trong không khớp bản kê"))


def verify_entries(path: Path) -> Manifest:
    """Read every byte of a backup and compare it with its manifest.

    Raises:
        StoreError: The file cannot be read.
        DamagedBackupError: It is not a whole backup.
        NewerBackupError: Its format is newer than this program.
    """
    with _opened(path) as archive:
        manifest = _manifest_of(path, archive)
        for entry in manifest.entries:
            with archive.open(entry.path) as stream:
                found = sha256_of(stream)
            _compare(path, entry, found)
    return manifest


def _compare(path: Path, entry: Entry, found: tuple[str, int]) -> None:
    if found != (entry.sha256, entry.bytes):
        reason = Wording("“{name}” khác với lúc sao lưu", {"name": entry.path})
        raise DamagedBackupError(path=path, reason=reason)


def unpack(path: Path, folder: Path, *, only: str | None = None) -> Manifest:
    """Unpack a backup, or one entry of it, into an empty folder, checking each byte.

    Raises:
        StoreError: The disk refused.
        DamagedBackupError: It is not a whole backup.
        NewerBackupError: Its format is newer than this program.
    """
    with _opened(path) as archive:
        manifest = _manifest_of(path, archive)
        for entry in manifest.entries:
            if only is not None and entry.path != only:
                continue
            target = folder / entry.path
            with explained(folder):
                target.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(entry.path) as stream, explained(folder), target.open("xb") as out:
                found = copy_stream(stream, out, entry.bytes)
                flush(out)
            _compare(path, entry, found)
    return manifest
