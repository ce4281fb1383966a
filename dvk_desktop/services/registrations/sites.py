"""Sites: the places where a registered model is applied (điểm mô hình)."""

from collections.abc import Sequence
from dataclasses import replace

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.records.site import SiteDraft, SiteRow
from dvk_desktop.domain.registration_fields import ITEM_LABELS
from dvk_desktop.domain.registration_states import can_correct, open_fields
from dvk_desktop.domain.site_list import require_sites
from dvk_desktop.domain.terms import RegistrationState
from dvk_desktop.domain.vietnamese.normal import clean_line, clean_text
from dvk_desktop.models import Registration, Site, Unit
from dvk_desktop.services.registrations.registrations import FieldClosedError, NotEditableError
from dvk_desktop.storage.sites import site_records, sites_by_registration
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork

_FIELDS = ("name", "address", "unit_id", "group_count", "household_count", "note")


class SiteService:
    """Keeps the list of sites of a registration, as a whole and in its order."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, registration_id: str) -> tuple[SiteRow, ...]:
        """Return the sites of a registration in their order."""
        with self._database.reading() as work:
            return sites_by_registration(work, [registration_id]).get(registration_id, ())

    def save(self, registration_id: str, drafts: Sequence[SiteDraft]) -> Changes:
        """Make these the sites of a registration, in this order, as one change set.

        What is as it was keeps its version, so that two offices may change different sites.

        Raises:
            NotFoundError: There is no such registration, site or unit.
            SiteNameError: A site has no name.
            SiteCountError: A number of groups or households is below zero.
            NotEditableError: The registration is past the point where it may change.
            FieldClosedError: It was returned, and the sites are not among what was named.
        """
        clean = [_clean(draft) for draft in drafts]
        require_sites(clean)
        with self._database.writing("Sửa các điểm của mô hình “{name}”") as work:
            registration = work.get(Registration, registration_id, "đăng ký")
            _require_open(registration)
            work.note(name=registration.name)
            records = {site.id: site for site in site_records(work, registration_id)}
            is_changed = _remove_others(work, records, {draft.id for draft in clean})
            last = 0
            for draft in clean:
                record = records.get(draft.id)
                if record is None:
                    last += 1
                    _add(work, registration_id, draft, last)
                    is_changed = True
                else:
                    is_changed |= _change(work, record, draft, last)
                    last = record.sort_order
            work.commit()
        return Changes.REGISTRATIONS if is_changed else Changes.NOTHING


def _require_open(record: Registration) -> None:
    if not can_correct(record.state):
        raise NotEditableError(name=record.name, state=record.state.label)
    named = record.open_fields or ()
    is_returned = record.state is RegistrationState.RETURNED
    if is_returned and "sites" not in open_fields(record.state, named):
        raise FieldClosedError(fields=ITEM_LABELS["sites"])


def _remove_others(work: UnitOfWork, records: dict[str, Site], kept: set[str]) -> bool:
    gone = [record for site_id, record in records.items() if site_id not in kept]
    for record in gone:
        work.delete(record)
    return bool(gone)


def _add(work: UnitOfWork, registration_id: str, draft: SiteDraft, place: int) -> None:
    if draft.unit_id is not None:
        work.get(Unit, draft.unit_id, "đơn vị")
    values = {name: getattr(draft, name) for name in _FIELDS}
    work.add(Site(registration_id=registration_id, sort_order=place, **values))


def _change(work: UnitOfWork, record: Site, draft: SiteDraft, last: int) -> bool:
    """Bring a site in line; a place in the list is written only where the order asks for it."""
    changed = {name: getattr(draft, name) for name in _FIELDS}
    changed = {name: value for name, value in changed.items() if getattr(record, name) != value}
    if record.sort_order <= last:
        changed["sort_order"] = last + 1
    if changed.get("unit_id") is not None:
        work.get(Unit, str(changed["unit_id"]), "đơn vị")
    for name, value in changed.items():
        setattr(record, name, value)
    return bool(changed)


def _clean(draft: SiteDraft) -> SiteDraft:
    return replace(
        draft,
        name=clean_line(draft.name),
        address=clean_line(draft.address),
        note=clean_text(draft.note),
        unit_id=draft.unit_id or None,
    )
