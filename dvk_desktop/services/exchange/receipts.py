"""Receipts: written at each merge, read back by the sender (biên nhận)."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dvk_desktop.domain.identity import new_id
from dvk_desktop.domain.records.exchange import MergeResult
from dvk_desktop.domain.records.package import PackageContent, PackageKind, Recipient, WireRecord
from dvk_desktop.exchange.package.reader import Package
from dvk_desktop.models import PackageLog
from dvk_desktop.services.exchange.packing import (
    RECEIVED,
    SENT,
    log_package,
    next_manifest,
    write_signed,
)
from dvk_desktop.storage.merge_plan import MergePlan, refused_as_json
from dvk_desktop.storage.unit_of_work import UnitOfWork

RECEIPT = "receipt"
_Records = Mapping[str, Sequence[WireRecord]]
_Refused = dict[str, Any]

_IN_A_LINE = 2_000
"""A line of a package holds 1 MiB; a refused record takes some 300 bytes of it."""


def write_receipt(
    work: UnitOfWork,
    key: bytes,
    path: Path,
    package: Package,
    plan: MergePlan,
    counts: dict[str, int],
    files: Sequence[str],
) -> None:
    """Write what the sender reads back: what arrived, what was refused, which files are here."""
    manifest = package.manifest
    office = work.office()
    told = {
        "package_id": manifest.package_id,
        "manifest_sha256": package.manifest_sha256,
        "merged_at": work.now.isoformat(timespec="seconds"),
        "counts": counts,
    }
    version = (office.replica_id, max(office.counter, 1))
    records = [
        WireRecord(new_id(), {**told, "refused": refused, "files": held}, version)
        for refused, held in _in_lines(refused_as_json(plan), list(files))
    ]
    sender = manifest.sender
    recipient = Recipient(sender.office_id, sender.code, sender.name)
    write_signed(
        work,
        key,
        path,
        next_manifest(work, PackageKind.RECEIPT, recipient, ()),
        PackageContent({RECEIPT: records}),
    )


def _in_lines(
    refused: list[_Refused], files: list[str]
) -> Iterator[tuple[list[_Refused], list[str]]]:
    """Cut long lists into what one line of a package can hold; there is always a first line."""
    for start in range(0, max(len(refused), len(files), 1), _IN_A_LINE):
        end = start + _IN_A_LINE
        yield refused[start:end], files[start:end]


def take_receipt(work: UnitOfWork, package: Package, records: _Records) -> MergeResult:
    """Note on the packages we sent that they arrived, and what was refused there."""
    if already_merged(work, package):
        return MergeResult(0, 0, 0, 0, 0, 0, None)
    told: dict[int, dict[str, Any]] = {}
    for record in records[RECEIPT]:
        package_id = record.fields["package_id"]
        for row in work.find(PackageLog, direction=SENT, package_id=package_id):
            if not _answers(package, record, row):
                continue
            replica_id = package.manifest.sender.replica_id
            lists = _joined(told.get(row.id), record)
            told[row.id] = row.receipt = {**record.fields, **lists, "replica_id": replica_id}
    log_package(
        work,
        package.manifest,
        package.manifest_sha256,
        direction=RECEIVED,
        file_name=package.path.name,
        counts={"receipts": len(told)},
    )
    work.note(always=True)
    work.commit()
    return MergeResult(0, 0, len(told), 0, 0, 0, work.change_set_id)


def _joined(before: Mapping[str, Any] | None, record: WireRecord) -> dict[str, Any]:
    """Return the lists of a receipt whose lines were cut, put together again."""
    if before is None:
        return {}
    return {
        name: [*(before.get(name) or ()), *(record.fields.get(name) or ())]
        for name in ("refused", "files")
    }


def _answers(package: Package, record: WireRecord, sent: PackageLog) -> bool:
    """Say whether a receipt is of the office that a package went to, and of that very package.

    Another office, even a trusted one, must not be able to make a package look arrived.
    """
    sender = package.manifest.sender
    if record.fields.get("manifest_sha256") != sent.manifest_sha256:
        return False
    if sent.peer_office_id is not None:
        return sent.peer_office_id == sender.office_id
    return sent.peer_code.casefold() == sender.code.casefold()


def already_merged(work: UnitOfWork, package: Package) -> bool:
    """Say whether a package is in our data: merged, and not taken back since."""
    merged = work.find(PackageLog, direction=RECEIVED, manifest_sha256=package.manifest_sha256)
    return any(_still_holds(work, row) for row in merged)


def _still_holds(work: UnitOfWork, row: PackageLog) -> bool:
    return not work.is_undone(row.change_set_id)
