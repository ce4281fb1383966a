"""Every check of a package, from the outside in (kiểm tra gói).

The shape of the file, the version of the format, the signature, the list, and then every byte of
content. One complaint ends the reading of a package that is to be merged; an inspection goes on
and gathers them all.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.progress import Progress
from dvk_desktop.domain.records.package import Manifest, ManifestEntry, WireRecord
from dvk_desktop.exchange.package.container import Entry, scan
from dvk_desktop.exchange.package.limits import (
    MANIFEST_NAME,
    MIMETYPE,
    MIMETYPE_NAME,
    SIGNATURE_BYTES,
    SIGNATURE_NAME,
    UNLISTED_NAMES,
    Limits,
    type_of,
)
from dvk_desktop.exchange.package.manifest import parse_manifest, read_manifest, sender_key
from dvk_desktop.exchange.package.records import MOST_PROBLEMS, LineReader, split_lines
from dvk_desktop.exchange.package.refusals import (
    EntryDoubledError,
    EntryMissingError,
    EntryUnlistedError,
    LineTooLongError,
    PackageError,
    SignatureMissingError,
    SignatureWrongError,
    TooBigError,
    TooManyRecordsError,
    WrongDigestError,
    WrongMimetypeError,
    WrongRecordCountError,
    WrongSizeError,
)
from dvk_desktop.exchange.package.signing import verify
from dvk_desktop.exchange.package.unpacking import STORED, Digest, entry_problem, unpack

Complain = Callable[[DvkError], None]
Visit = Callable[[str, WireRecord], None]


def refuse(error: DvkError) -> None:
    """End the reading with the first complaint."""
    raise error


@dataclass(slots=True)
class PackageCheck:
    """One walk through an open package file (lần kiểm tra gói).

    ``manifest`` is set once it is read, also where a later check complains.
    """

    file: BinaryIO
    file_name: str
    limits: Limits
    progress: Progress
    complain: Complain = refuse
    visit: Visit | None = None
    manifest: Manifest | None = None
    manifest_sha256: str = ""
    entries: dict[str, Entry] = field(default_factory=dict)
    _refused: set[str] = field(default_factory=set)
    _done: int = 0
    _total: int = 0

    def run(self) -> Manifest:
        """Make all checks.

        Raises:
            PackageError: A complaint after which nothing more can be checked.
        """
        found = scan(self.file, self.file_name, self.limits)
        self._check_mimetype(found)
        self._index(found)
        raw = self._read_manifest_bytes()
        data = parse_manifest(raw)
        self._check_entries(found)
        self._check_signature(raw, data)
        self.manifest = read_manifest(data)
        self.manifest_sha256 = hashlib.sha256(raw).hexdigest()
        listed = self._check_list(self.manifest.entries)
        for line in listed:
            self._check_content(line, self.entries[line.path])
        return self.manifest

    def _check_mimetype(self, found: Sequence[Entry]) -> None:
        first = found[0] if found else None
        if (
            first is None
            or first.name != MIMETYPE_NAME
            or first.method != STORED
            or first.unpacked != len(MIMETYPE)
            or entry_problem(first, self.limits)
            or b"".join(unpack(self.file, first)) != MIMETYPE
        ):
            raise WrongMimetypeError

    def _index(self, found: Sequence[Entry]) -> None:
        for entry in found:
            if entry.name in self.entries:
                self.complain(EntryDoubledError(entry=entry.name))
            self.entries.setdefault(entry.name, entry)

    def _read_manifest_bytes(self) -> bytes:
        """Return the manifest, the one entry that is read before anything is known of it."""
        entry = self.entries.get(MANIFEST_NAME)
        if entry is None:
            raise EntryMissingError(entry=MANIFEST_NAME)
        problem = entry_problem(entry, self.limits)
        if problem is not None:
            raise problem
        if entry.unpacked > self.limits.manifest_bytes:
            raise TooBigError(found=entry.unpacked, limit=self.limits.manifest_bytes)
        return b"".join(unpack(self.file, entry))

    def _check_entries(self, found: Sequence[Entry]) -> None:
        for entry in found:
            problem = entry_problem(entry, self.limits)
            if problem is not None:
                self._refused.add(entry.name)
                self.complain(problem)
        self._total = sum(entry.unpacked for entry in found)
        if self._total > self.limits.unpacked_bytes:
            raise TooBigError(found=self._total, limit=self.limits.unpacked_bytes)

    def _check_signature(self, raw: bytes, data: dict[str, Any]) -> None:
        key = sender_key(data)
        entry = self.entries.get(SIGNATURE_NAME)
        if entry is None:
            self.complain(SignatureMissingError())
        elif (
            entry.name in self._refused
            or entry.unpacked != SIGNATURE_BYTES
            or not verify(key, b"".join(unpack(self.file, entry)), raw)
        ):
            self.complain(SignatureWrongError())

    def _check_list(self, listed: Sequence[ManifestEntry]) -> list[ManifestEntry]:
        """Compare the list with what is there; return the lines whose content can be checked."""
        names = {line.path for line in listed} | UNLISTED_NAMES
        for name in self.entries:
            if name not in names and name not in self._refused:
                self.complain(EntryUnlistedError(entry=name))
        records = sum(line.records or 0 for line in listed)
        if records > self.limits.records:
            raise TooManyRecordsError(found=records, limit=self.limits.records)
        return [line for line in listed if self._is_there(line)]

    def _is_there(self, line: ManifestEntry) -> bool:
        entry = self.entries.get(line.path)
        if entry is None:
            self.complain(EntryMissingError(entry=line.path))
            return False
        if entry.unpacked != line.bytes:
            self.complain(
                WrongSizeError(entry=line.path, found=entry.unpacked, expected=line.bytes)
            )
            return False
        return line.path not in self._refused

    def _check_content(self, line: ManifestEntry, entry: Entry) -> None:
        digest = Digest()
        pieces = digest.watch(self._stepping(unpack(self.file, entry), line.path))
        problems: list[PackageError] = []
        try:
            if line.records is not None:
                problems = self._check_records(pieces, line.path, line.records)
            for _ in pieces:
                pass
        except PackageError as error:
            self.complain(error)
            return
        # What was not signed is not worth a complaint about its lines.
        if digest.hexdigest() != line.sha256 or _named_digest(line.path, line.sha256):
            problems = [WrongDigestError(entry=line.path)]
        for problem in problems[:MOST_PROBLEMS]:
            self.complain(problem)

    def _check_records(
        self, pieces: Iterator[bytes], path: str, expected: int
    ) -> list[PackageError]:
        type_name = type_of(path)
        reader = LineReader(path, type_name)
        visit = self.visit
        try:
            for record in reader.read_all(split_lines(pieces, path, self.limits.line_bytes)):
                if visit is not None:
                    visit(type_name, record)
                if reader.line > self.limits.records:
                    return [TooManyRecordsError(found=reader.line, limit=self.limits.records)]
        except LineTooLongError as error:
            return [*reader.problems, error]
        problems: list[PackageError] = [*reader.problems]
        if not problems and reader.line != expected:
            problems.append(WrongRecordCountError(entry=path, found=reader.line, expected=expected))
        return problems

    def _stepping(self, pieces: Iterator[bytes], path: str) -> Iterator[bytes]:
        for piece in pieces:
            yield piece
            self._done += len(piece)
            self.progress.step(min(self._done, self._total), self._total, path)


def _named_digest(path: str, sha256: str) -> bool:
    """Say whether an attachment bears another name than its digest."""
    return path.startswith("files/") and path != f"files/{sha256}"
