"""The files that travel with attachments in a package (tệp trong gói)."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from dvk_desktop.domain.progress import SILENT, Progress
from dvk_desktop.domain.records.package import WireRecord
from dvk_desktop.exchange.package.reader import Package
from dvk_desktop.storage.attachment_files import holds
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.disk import explained, require_space

_Records = Mapping[str, Sequence[WireRecord]]
_ATTACHMENT = "attachment"


def files_to_send(records: _Records, folder: Path) -> dict[str, Path]:
    """Return the contents of the attachments among ``records`` that are here and sound.

    One that is missing or damaged here does not keep the rest from being sent; its record goes,
    so that whoever has the content keeps it.
    """
    place = DataFolder(folder).attachments
    return {sha256: place / sha256 for sha256 in _named(records) if holds(place / sha256, sha256)}


def keep_files(
    package: Package, records: _Records, folder: Path, progress: Progress = SILENT
) -> int:
    """Store the contents that came with attachments; returns how many were new here.

    Raises:
        StoreFullError: There is no room for them.
        PackageError: The package was changed or taken away meanwhile.
        FileWriteError: The drive refuses.
    """
    place = DataFolder(folder).attachments
    named = _named(records)
    # The records that name what a part brings may come with another part.
    wanted = package.files if package.manifest.part.of > 1 else named.intersection(package.files)
    fresh = sorted(sha256 for sha256 in wanted if not holds(place / sha256, sha256))
    if not fresh:
        return 0
    with explained(place):
        place.mkdir(parents=True, exist_ok=True)
    require_space(place, sum(package.entries[f"files/{sha256}"].unpacked for sha256 in fresh))
    for number, sha256 in enumerate(fresh):
        progress.step(number, len(fresh), sha256)
        package.copy_file(sha256, place / sha256)
    return len(fresh)


def _named(records: _Records) -> set[str]:
    """Return the SHA-256 of each attachment that is not removed."""
    return {
        str(record.fields["sha256"])
        for record in records.get(_ATTACHMENT, ())
        if not record.deleted
    }
