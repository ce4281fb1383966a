"""The files that travel with attachments in a package (tệp trong gói)."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from dvk_desktop.domain.progress import SILENT, Progress
from dvk_desktop.domain.record_types import RECORD_TYPES
from dvk_desktop.domain.records.package import Recipient, WireRecord
from dvk_desktop.exchange.package.limits import is_sha256
from dvk_desktop.exchange.package.reader import Package
from dvk_desktop.models import PackageLog
from dvk_desktop.services.exchange.packing import RECEIVED, SENT
from dvk_desktop.storage.attachment_files import holds
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.disk import explained, require_space
from dvk_desktop.storage.unit_of_work import UnitOfWork

_Records = Mapping[str, Sequence[WireRecord]]
_ATTACHMENT = "attachment"


def files_to_send(
    records: _Records, folder: Path, known: frozenset[str] = frozenset()
) -> dict[str, Path]:
    """Return the contents of the attachments among ``records`` that are here and sound.

    What the recipient is ``known`` to hold stays; its record goes.

    One that is missing or damaged here does not keep the rest from being sent; its record goes,
    so that whoever has the content keeps it.
    """
    place = DataFolder(folder).attachments
    wanted = _named(records) - known
    return {sha256: place / sha256 for sha256 in wanted if holds(place / sha256, sha256)}


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
    wanted = kept_files(package, records)
    fresh = [sha256 for sha256 in wanted if not holds(place / sha256, sha256)]
    if not fresh:
        return 0
    with explained(place):
        place.mkdir(parents=True, exist_ok=True)
    require_space(place, sum(package.entries[f"files/{sha256}"].unpacked for sha256 in fresh))
    for number, sha256 in enumerate(fresh):
        progress.step(number, len(fresh), sha256)
        package.copy_file(sha256, place / sha256)
    return len(fresh)


def kept_files(package: Package, records: _Records) -> list[str]:
    """Return the SHA-256 of the contents in a package that are stored here."""
    if package.manifest.part.of > 1:
        # The records that name what a part brings may come with another part.
        return sorted(package.files)
    return sorted(_named(records).intersection(package.files))


def confirmed_files(work: UnitOfWork, recipient: Recipient) -> frozenset[str]:
    """Return the SHA-256 of what the recipient has said in receipts to hold.

    Only receipts of the installation that was heard of last count: a database that was put back
    from a backup, or a second computer, may lack what an earlier one had.
    """
    heard = work.find(PackageLog, "id", direction=RECEIVED, peer_office_id=recipient.office_id)
    if recipient.office_id is None or not heard:
        return frozenset()
    replica = heard[-1].replica_id
    found: set[str] = set()
    for row in work.find(PackageLog, direction=SENT, peer_code=recipient.code):
        if row.receipt is not None and row.receipt.get("replica_id") == replica:
            found.update(row.receipt.get("files") or ())
    return frozenset(found)


def _named(records: _Records) -> set[str]:
    """Return the SHA-256 of each attachment that is not removed, also of types not known."""
    return {
        str(record.fields["sha256"])
        for record_type, found in records.items()
        if record_type == _ATTACHMENT or record_type not in RECORD_TYPES
        for record in found
        if not record.deleted and is_sha256(str(record.fields.get("sha256")))
    }
