"""A registration as programs read it, with the names of the outside (đăng ký dạng JSON)."""

from dataclasses import asdict
from typing import Any

from dvk_desktop.domain.records.registration import RegistrationDraft
from dvk_desktop.domain.records.site import SiteRow
from dvk_desktop.services.registrations.registers import FullRegistration

_HEAD = (
    "id",
    "name",
    "unit",
    "unit_code",
    "field",
    "subject_type",
    "kind",
    "year",
    "state",
    "late",
    "source_file",
)
_OTHERS = ("unit_id", "campaign_id", "submitted_on", "open_fields", "co_units", "sites")
_RENAMED = ("unit_id", "co_unit_ids", "name", "sector_code", "subject_type", "kind")
_ITEMS = tuple(name for name in RegistrationDraft.__dataclass_fields__ if name not in _RENAMED)

COLUMNS = (*_HEAD, *_OTHERS, *_ITEMS)
"""Every key of a registration, in the order they are printed; filters take the same."""


def registration_members(full: FullRegistration) -> dict[str, Any]:
    """Return all that is known of a registration."""
    row, detail = full.row, full.detail
    items = asdict(detail.draft)
    values = {
        "id": row.id,
        "name": row.name,
        "unit": row.unit_name,
        "unit_code": row.unit_code,
        "field": row.sector_code,
        "subject_type": row.subject_type.value if row.subject_type is not None else None,
        "kind": row.kind.value if row.kind is not None else None,
        "year": row.year,
        "state": row.state.value,
        "late": row.is_late,
        "source_file": row.source_file,
        "unit_id": row.unit_id,
        "campaign_id": detail.campaign_id,
        "submitted_on": detail.submitted_on,
        "open_fields": list(detail.open_fields),
        "co_units": list(full.co_unit_codes),
        "sites": [_site_members(site) for site in full.sites],
    }
    return values | {name: items[name] for name in _ITEMS}


def _site_members(site: SiteRow) -> dict[str, Any]:
    return {
        "id": site.id,
        "name": site.name,
        "address": site.address,
        "unit_code": site.unit_code or None,
        "groups": site.group_count,
        "households": site.household_count,
        "note": site.note,
    }
