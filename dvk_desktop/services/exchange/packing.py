"""Put a package together: manifest, sequence, chain, signature (đóng gói).

Sending and receiving both write packages (a receipt is one), so the steps stand here.
"""

import base64
from collections.abc import Callable, Sequence
from pathlib import Path

import dvk_desktop
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.identity import new_id
from dvk_desktop.domain.progress import SILENT, Progress
from dvk_desktop.domain.record_types import SCHEMA
from dvk_desktop.domain.records.package import (
    Manifest,
    OfficeIdentity,
    PackageContent,
    PackageKind,
    Part,
    Recipient,
)
from dvk_desktop.exchange.package.manifest import digest_of
from dvk_desktop.exchange.package.signing import public_key_of
from dvk_desktop.exchange.package.writer import write_package
from dvk_desktop.models import PackageLog
from dvk_desktop.storage.given_numbers import give, last_given, take_back
from dvk_desktop.storage.knowledge import seen_in
from dvk_desktop.storage.unit_of_work import UnitOfWork

SENT = "out"
RECEIVED = "in"


class OtherKeyHereError(DvkError):
    """The key file here is not the office's: nobody would take what it signs (khóa khác)."""

    code = "KEY_OTHER"
    template = (
        "Tệp khóa ở máy này không phải khóa của văn phòng nên chưa ký gói. Hãy khôi phục khóa từ"
        " bản sao lưu, hoặc lập khóa mới ở mục Văn phòng."
    )


Write = Callable[[Path, Manifest, PackageContent, bytes, Progress], Manifest]
"""Writes a package file under a key, and may encrypt it; returns the manifest as signed."""


def write_plain(
    path: Path, manifest: Manifest, content: PackageContent, key: bytes, progress: Progress
) -> Manifest:
    """Write a package as it is."""
    return write_package(path, manifest, content, key, progress=progress)


def write_signed(
    work: UnitOfWork,
    key: bytes,
    path: Path,
    manifest: Manifest,
    content: PackageContent,
    *,
    write: Write = write_plain,
    progress: Progress = SILENT,
) -> Manifest:
    """Write a package under the office's key and log it; the caller commits.

    The file is complete before the log is: a log entry without a file would leave a gap that
    nobody can fill, a file without an entry is only sent again under the next number.

    Raises:
        FileWriteError: The drive or the data folder refuses; nothing is left.
        PackageError: The content breaks the format; nothing is left.
        OtherKeyHereError: The key is not the office's; nothing was written.
    """
    if public_key_of(key) != manifest.sender.public_key:
        raise OtherKeyHereError
    path.parent.mkdir(parents=True, exist_ok=True)
    give(work, manifest, path)
    try:
        signed = write(path, manifest, content, key, progress)
    except BaseException:
        take_back(work, manifest)
        raise
    log_package(
        work,
        signed,
        digest_of(signed),
        direction=SENT,
        file_name=path.name,
        counts={name: len(rows) for name, rows in content.records.items() if rows},
        written=path,
    )
    return signed


def next_manifest(
    work: UnitOfWork,
    kind: PackageKind,
    recipient: Recipient,
    campaign_ids: Sequence[str],
    part: Part | None = None,
) -> Manifest:
    """Return the manifest of the next package to a recipient, without its entries."""
    sequence, previous = _place_in_chain(work, recipient)
    office = work.office()
    return Manifest(
        package_id=new_id(),
        kind=kind,
        created_at=work.now.isoformat(timespec="seconds"),
        sender=OfficeIdentity(
            office_id=office.office_id,
            replica_id=office.replica_id,
            code=office.code,
            name=office.name,
            level=office.level_code,
            public_key=base64.b64decode(office.public_key),
        ),
        recipient=recipient,
        campaigns=tuple(campaign_ids),
        part=part or Part(set_id=new_id()),
        sequence=sequence,
        previous=previous,
        audit_head=work.journal_head() or "0" * 64,
        seen=seen_in(work, campaign_ids),
        app=dvk_desktop.__version__,
        schema=SCHEMA,
    )


def log_package(
    work: UnitOfWork,
    manifest: Manifest,
    manifest_sha256: str,
    *,
    direction: str,
    file_name: str,
    counts: dict[str, int],
    written: Path | None = None,
) -> None:
    """Note a package that was sent or merged; ``written`` is the file of ours."""
    peer = manifest.recipient if direction == SENT else manifest.sender
    work.session.add(
        PackageLog(
            package_id=manifest.package_id,
            direction=direction,
            kind=manifest.kind.value,
            peer_office_id=peer.office_id,
            replica_id=manifest.sender.replica_id,
            peer_code=peer.code,
            peer_name=peer.name,
            sequence=manifest.sequence,
            manifest_sha256=manifest_sha256,
            file_name=file_name,
            counts=counts,
            happened_at=work.now.isoformat(timespec="seconds"),
            change_set_id=work.change_set_id,
            set_id=manifest.part.set_id,
            part_number=manifest.part.number,
            part_of=manifest.part.of,
            campaign_ids=list(manifest.campaigns),
            written_at=manifest.created_at,
            byte_count=None if written is None else written.stat().st_size,
            folder="" if written is None else str(written.parent),
        )
    )


def _place_in_chain(work: UnitOfWork, recipient: Recipient) -> tuple[int, str | None]:
    """Return the next number of this replica to a recipient, and the hash before it."""
    replica = work.office().replica_id
    sent = work.find(
        PackageLog, "sequence", direction=SENT, replica_id=replica, peer_code=recipient.code
    )
    given = last_given(work, recipient.code)
    if not sent:
        return given + 1, None
    return max(sent[-1].sequence, given) + 1, sent[-1].manifest_sha256
