"""A package that was checked whole before anything is changed (đọc gói)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.progress import SILENT, Progress
from dvk_desktop.domain.records.package import Manifest, ManifestEntry, WireRecord
from dvk_desktop.domain.system_words import os_reason
from dvk_desktop.exchange.package.checking import PackageCheck, Visit
from dvk_desktop.exchange.package.container import Entry
from dvk_desktop.exchange.package.limits import DEFAULT, Limits, records_path, type_of
from dvk_desktop.exchange.package.records import LineReader, split_lines
from dvk_desktop.exchange.package.refusals import (
    PackageChangedError,
    PackageError,
    UnreadableFileError,
)
from dvk_desktop.exchange.package.unpacking import Digest, unpack
from dvk_desktop.safe_files import replacing


@dataclass(frozen=True, slots=True)
class Package:
    """A package that passed every check (gói đã kiểm tra).

    Nothing is held open or in memory: records and attachments are read from the file again,
    and what is no longer what was checked is refused at the latest at its end, so act on
    records within one transaction.
    """

    path: Path
    manifest: Manifest
    manifest_sha256: str
    limits: Limits
    entries: Mapping[str, Entry]
    digests: Mapping[str, str]

    @property
    def types(self) -> tuple[str, ...]:
        """The types of records inside, also those that this program does not know."""
        return tuple(type_of(line.path) for line in self.manifest.entries if _is_records(line))

    @property
    def files(self) -> tuple[str, ...]:
        """The SHA-256 of each attachment inside."""
        return tuple(line.sha256 for line in self.manifest.entries if not _is_records(line))

    def records(self, type_name: str) -> Iterator[WireRecord]:
        """Yield the records of one type in the order of their ids; none if there are none.

        Raises:
            PackageError: The file was changed or taken away meanwhile.
        """
        path = records_path(type_name)
        if path not in self.entries:
            return
        reader = LineReader(path, type_name, check=False)
        yield from reader.read_all(
            split_lines(self._checked_pieces(path), path, self.limits.line_bytes)
        )
        if reader.problems:
            raise PackageChangedError(entry=path)

    def file_pieces(self, sha256: str) -> Iterator[bytes]:
        """Yield the content of an attachment in pieces.

        Raises:
            PackageError: The file was changed or taken away meanwhile.
        """
        yield from self._checked_pieces(f"files/{sha256}")

    def copy_file(self, sha256: str, target: Path) -> None:
        """Write an attachment to ``target``, whole or not at all.

        Raises:
            PackageError: The package was changed or taken away.
            FileWriteError: The drive refuses.
        """
        with replacing(target) as file:
            for piece in self.file_pieces(sha256):
                file.write(piece)

    def _checked_pieces(self, path: str) -> Iterator[bytes]:
        entry = self.entries[path]
        digest = Digest()
        try:
            with self.path.open("rb") as file:
                yield from digest.watch(unpack(file, entry))
        except PackageError as error:
            raise PackageChangedError(entry=path) from error
        except OSError as error:
            raise UnreadableFileError(file=self.path.name, reason=os_reason(error)) from error
        if digest.hexdigest() != self.digests[path]:
            raise PackageChangedError(entry=path)


def read_package(
    path: Path,
    *,
    limits: Limits = DEFAULT,
    progress: Progress = SILENT,
    visit: Visit | None = None,
) -> Package:
    """Check the whole package and return it; nothing is changed anywhere.

    Args:
        path: The file.
        limits: How much is taken.
        progress: Told of the bytes checked; may cancel.
        visit: Receives every record while it is checked, for a preview that need not parse
            twice. What it gathers counts only once this function has returned.

    Raises:
        PackageError: The first reason to refuse it.
    """
    with _opened(path) as file:
        check = PackageCheck(file, path.name, limits, progress, visit=visit)
        try:
            manifest = check.run()
        except OSError as error:
            raise UnreadableFileError(file=path.name, reason=os_reason(error)) from error
    digests = {line.path: line.sha256 for line in manifest.entries}
    return Package(path, manifest, check.manifest_sha256, limits, check.entries, digests)


def inspect_package(
    path: Path, *, limits: Limits = DEFAULT, progress: Progress = SILENT
) -> tuple[Manifest | None, list[DvkError]]:
    """Return the manifest, where it can be read, and every reason to refuse the package."""
    problems: list[DvkError] = []
    manifest = None
    try:
        with _opened(path) as file:
            check = PackageCheck(file, path.name, limits, progress, complain=problems.append)
            try:
                check.run()
            finally:
                manifest = check.manifest
    except PackageError as error:
        problems.append(error)
    except OSError as error:
        problems.append(UnreadableFileError(file=path.name, reason=os_reason(error)))
    return manifest, problems


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise UnreadableFileError(file=path.name, reason=os_reason(error)) from error


def _is_records(line: ManifestEntry) -> bool:
    return line.records is not None
