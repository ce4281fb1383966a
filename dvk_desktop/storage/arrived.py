"""The packages that were merged and not taken back (gói đã nhập)."""

from sqlalchemy import select

from dvk_desktop.models import ChangeSet, PackageLog
from dvk_desktop.storage.unit_of_work import UnitOfWork

ARRIVED = "in"
"""What ``PackageLog.direction`` says of a package that came to this office."""


def arrived_packages(work: UnitOfWork, **equal: str) -> list[PackageLog]:
    """Return the merged packages whose columns equal the given values, in order of arrival."""
    undone = select(ChangeSet.id).where(ChangeSet.undone_by.is_not(None))
    query = (
        select(PackageLog)
        .filter_by(direction=ARRIVED, **equal)
        .where(PackageLog.change_set_id.is_(None) | PackageLog.change_set_id.not_in(undone))
        .order_by(PackageLog.id)
    )
    return list(work.session.execute(query).scalars())
