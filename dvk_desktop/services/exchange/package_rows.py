"""The log of packages as records (nhật ký gói)."""

from dvk_desktop.domain.records.exchange import PackageRow
from dvk_desktop.models import PackageLog


def package_row(log: PackageLog) -> PackageRow:
    """Return one package of the log."""
    return PackageRow(
        package_id=log.package_id,
        direction=log.direction,
        kind=log.kind,
        peer_code=log.peer_code,
        peer_name=log.peer_name,
        sequence=log.sequence,
        file_name=log.file_name,
        counts=log.counts,
        happened_at=log.happened_at,
        batch=log.change_set_id,
        receipt=log.receipt,
        manifest_sha256=log.manifest_sha256,
        set_id=log.set_id,
        part_number=log.part_number,
        part_of=log.part_of,
        campaign_ids=tuple(log.campaign_ids),
        written_at=log.written_at,
        byte_count=log.byte_count,
        folder=log.folder,
    )
