"""Packages that are rightly signed and carry what is not the sender's to change."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from dvk_desktop.domain.identity import new_id
from dvk_desktop.domain.records.package import PackageContent, PackageKind, Recipient, WireRecord
from dvk_desktop.exchange.package.reader import read_package
from dvk_desktop.models import EXCHANGED
from dvk_desktop.services.exchange.packing import next_manifest, write_signed
from dvk_desktop.services.services import Services
from dvk_desktop.storage.wire import wire_record

Content = dict[str, list[WireRecord]]
LATE = 1_000_000
"""A number that no honest office of a test reaches."""


def records_of(path: Path) -> Content:
    """Return what a package carries."""
    content: Content = defaultdict(list)
    read_package(path, visit=lambda name, record: content[name].append(record))
    return content


def held_by(office: Services, record_type: str, record_id: str) -> WireRecord:
    """Return a record as an office would send it."""
    with office.database.reading() as work:
        held = work.session.get(EXCHANGED[record_type], record_id)
        assert held is not None
        return wire_record(held)


def changed(office: Services, record: WireRecord, **fields: Any) -> WireRecord:
    """Return a record as if the office had changed it."""
    version = (office.office.office().replica_id, LATE)
    versions = {**record.fv, **dict.fromkeys(fields, version)}
    return replace(record, fields={**record.fields, **fields}, fv=versions)


def made(office: Services, **fields: Any) -> WireRecord:
    """Return a record as if the office had just made it."""
    return WireRecord(new_id(), fields, (office.office.office().replica_id, LATE))


def forge(
    office: Services,
    honest: Path,
    change: Callable[[Content], None],
    kind: PackageKind | None = None,
    to: Recipient | None = None,
) -> Path:
    """Sign another content with the keys of the office that wrote a package."""
    content = records_of(honest)
    change(content)
    with office.database.writing("Gửi", kind="export", always=True) as work:
        manifest = read_package(honest).manifest
        written = next_manifest(
            work, kind or manifest.kind, to or manifest.recipient, manifest.campaigns
        )
        path = honest.with_name(f"forged-{written.sequence}.dvk")
        write_signed(work, office.keys.signing_key(), path, written, PackageContent(content))
        work.commit()
    return path
