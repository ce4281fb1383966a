"""The slip that goes with a package from hand to hand (phiếu bàn giao)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from dvk_desktop.documents.handover_slip import write_handover_slips
from dvk_desktop.domain.errors import DvkError, NotFoundError
from dvk_desktop.domain.record_labels import record_label
from dvk_desktop.domain.record_types import RECORD_TYPES
from dvk_desktop.domain.records.handover import HandoverSlip, Party
from dvk_desktop.domain.records.package import Manifest, PackageKind
from dvk_desktop.exchange.package.limits import type_of
from dvk_desktop.exchange.package.manifest import digest_of
from dvk_desktop.models import Campaign, PackageLog
from dvk_desktop.services.exchange.packing import SENT
from dvk_desktop.services.exchange.paper_heads import paper_head
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork

Inspect = Callable[[Path], tuple[Manifest | None, bool, list[DvkError]]]
"""Opens a package file, encrypted or not, and gives its manifest or every reason against it."""

_FIRST = ("registration", "decision", "score_sheet", "certificate", "unit")
"""What people ask for first stands first."""


class HandoverService:
    """Makes the slip of a package that was sent, or of a package file at hand."""

    def __init__(self, database: Database, inspect: Inspect) -> None:
        self._database = database
        self._inspect = inspect

    def of_sent(self, package_id: str) -> HandoverSlip:
        """Return the slip of a package that this office has written.

        Raises:
            NotFoundError: The log has no such package.
        """
        with self._database.reading() as work:
            log = work.first(PackageLog, package_id=package_id, direction=SENT)
            if log is None:
                raise NotFoundError(what="gói dữ liệu", key=package_id)
            own, head = work.office(), paper_head(work)
            return HandoverSlip(
                kind=PackageKind(log.kind),
                sequence=log.sequence,
                written_at=log.written_at or log.happened_at,
                sender=Party(own.code, own.name),
                recipient=Party(log.peer_code, log.peer_name),
                campaigns=_campaign_names(work, log.campaign_ids),
                counts=_named_counts(log.counts),
                file_name=log.file_name,
                byte_count=log.byte_count,
                manifest_sha256=log.manifest_sha256,
                part_number=log.part_number,
                part_of=log.part_of,
                **head._asdict(),
            )

    def of_file(self, path: Path) -> HandoverSlip:
        """Check a package file and return its slip, for whoever sends or receives it.

        Raises:
            DvkError: It is no sound package, or cannot be opened; the code says why.
        """
        manifest, _, problems = self._inspect(path)
        if problems or manifest is None:
            raise problems[0]
        counts = {type_of(line.path): line.records for line in manifest.entries if line.records}
        with self._database.reading() as work:
            return HandoverSlip(
                kind=manifest.kind,
                sequence=manifest.sequence,
                written_at=manifest.created_at,
                sender=Party(manifest.sender.code, manifest.sender.name),
                recipient=Party(manifest.recipient.code, manifest.recipient.name),
                campaigns=_campaign_names(work, manifest.campaigns),
                counts=_named_counts(counts),
                file_name=path.name,
                byte_count=path.stat().st_size,
                manifest_sha256=digest_of(manifest),
                part_number=manifest.part.number,
                part_of=manifest.part.of,
                **paper_head(work)._asdict(),
            )

    def write(self, slips: Sequence[HandoverSlip], path: Path) -> None:
        """Write slips as one PDF, a page for each: the parts of one set go together.

        Raises:
            FileWriteError: The drive refuses; the subclass says why.
        """
        write_handover_slips(slips, path)


def _campaign_names(work: UnitOfWork, ids: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the campaigns that are known here."""
    known = {campaign.id: campaign.name for campaign in work.find(Campaign, "year_from", "id")}
    return tuple(known[one] for one in ids if one in known)


def _named_counts(counts: Mapping[str, Any]) -> tuple[tuple[str, int], ...]:
    order = dict.fromkeys((*_FIRST, *RECORD_TYPES, *counts))
    return tuple((record_label(name), counts[name]) for name in order if counts.get(name))
