"""Sites of registrations as records (điểm mô hình)."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select

from dvk_desktop.domain.joint_units import UNKNOWN_UNIT
from dvk_desktop.domain.records.site import SiteRow
from dvk_desktop.models import Site, Unit
from dvk_desktop.storage.queries.joint_units import unit_names
from dvk_desktop.storage.unit_of_work import UnitOfWork

_CHUNK = 500
"""SQLite takes a limited number of values in one statement."""


def site_records(work: UnitOfWork, registration_id: str) -> list[Site]:
    """Return the sites of one registration in their order."""
    return work.find(Site, "sort_order", "id", registration_id=registration_id)


def sites_by_registration(
    work: UnitOfWork, registration_ids: Sequence[str]
) -> dict[str, tuple[SiteRow, ...]]:
    """Return the sites of several registrations, for those that have any."""
    records: list[Site] = []
    for start in range(0, len(registration_ids), _CHUNK):
        chunk = registration_ids[start : start + _CHUNK]
        query = select(Site).where(Site.registration_id.in_(chunk), Site.is_deleted.is_(False))
        records.extend(work.session.execute(query.order_by(Site.sort_order, Site.id)).scalars())
    unit_ids = [site.unit_id for site in records if site.unit_id is not None]
    names = unit_names(work.session, unit_ids)
    codes = {unit.id: unit.code for unit in work.find(Unit)} if unit_ids else {}
    found: defaultdict[str, list[SiteRow]] = defaultdict(list)
    for site in records:
        found[site.registration_id].append(_row(site, names, codes))
    return {registration_id: tuple(rows) for registration_id, rows in found.items()}


def _row(site: Site, names: dict[str, str], codes: dict[str, str]) -> SiteRow:
    unit_id = site.unit_id or None
    return SiteRow(
        id=site.id,
        registration_id=site.registration_id,
        name=site.name,
        address=site.address,
        unit_id=unit_id,
        unit_name=names.get(unit_id, UNKNOWN_UNIT) if unit_id is not None else "",
        unit_code=codes.get(unit_id or "", ""),
        group_count=site.group_count,
        household_count=site.household_count,
        note=site.note,
    )
