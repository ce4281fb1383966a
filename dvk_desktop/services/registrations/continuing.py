"""Go on this year with the models of last year (tiếp tục mô hình năm trước)."""

from collections.abc import Sequence
from typing import Any

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.records.registration import ContinuableRow, Continued, EarlierRow
from dvk_desktop.domain.registration_fields import CONTENT_LABELS
from dvk_desktop.domain.terms import RegistrationKind, RegistrationState
from dvk_desktop.models import Campaign, Decision, DecisionItem, Registration, Sector, Site, Unit
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork

_S = RegistrationState
CONTINUABLE = (
    _S.ACCEPTED,
    _S.IN_PROGRESS,
    _S.SELF_SCORED,
    _S.APPRAISED,
    _S.RECOGNISED,
    _S.NOT_RECOGNISED,
    _S.MAINTAINED,
)
"""What was taken on and is neither ended, revoked nor suspended."""

# Figures and dates are results of last year; they are written anew.
_COPIED = (
    *("unit_id", "co_unit_ids", "name", "lead_body", "subject_type", "target_level", "address"),
    *("contact_name", "contact_title", "contact_phone"),
    *CONTENT_LABELS,
)


class ContinuingService:
    """Makes this year's rows of models that go on, and tells of a model's earlier years."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def candidates(self, campaign_id: str) -> tuple[ContinuableRow, ...]:
        """Return the models of the campaign before that are not in this one yet, by unit."""
        with self._database.reading() as work:
            before = _campaign_before(work, work.get(Campaign, campaign_id, "đợt thi đua"))
            if before is None:
                return ()
            units = {unit.id: unit for unit in work.find(Unit)}
            here = _exemplars(work, campaign_id)
            found = [
                row
                for row in work.find(Registration, campaign_id=before.id)
                if row.state in CONTINUABLE and row.unit_id in units and row.exemplar_id not in here
            ]
            found.sort(key=lambda row: (units[row.unit_id].sort_order, row.unit_id, row.name_sort))
            return tuple(
                ContinuableRow(
                    id=row.id,
                    name=row.name,
                    unit_id=row.unit_id,
                    unit_name=units[row.unit_id].name,
                    sector_code=row.sector_code,
                    year=before.year_from,
                    state=row.state,
                )
                for row in found
            )

    def go_on(self, campaign_id: str, registration_ids: Sequence[str]) -> Continued:
        """Make a draft of this year for each model; those that are here already are skipped.

        Raises:
            NotFoundError: One of the registrations, or the campaign, is not there.
        """
        title = "Tiếp tục {count} mô hình của năm trước"
        with self._database.writing(title) as work:
            campaign = work.get(Campaign, campaign_id, "đợt thi đua")
            here = _exemplars(work, campaign.id)
            sectors = {sector.code for sector in work.find(Sector, campaign_id=campaign_id)}
            rows: list[dict[str, Any]] = []
            sources: list[str] = []
            for registration_id in registration_ids:
                record = work.get(Registration, registration_id, "đăng ký")
                if record.exemplar_id is None or record.exemplar_id in here:
                    continue
                here.add(record.exemplar_id)
                rows.append(_row(record, campaign_id, sectors))
                sources.append(record.id)
            work.note(count=len(rows))
            ids = work.bulk_add("registration", rows) if rows else []
            if ids:
                work.bulk_add("site", _sites(work, sources, ids))
            work.commit()
        changes = Changes.REGISTRATIONS if ids else Changes.NOTHING
        return Continued(tuple(ids), len(registration_ids) - len(ids), changes)

    def other_years(self, registration_id: str) -> tuple[EarlierRow, ...]:
        """Return the same model in other years with where it ended, the newest first."""
        with self._database.reading() as work:
            record = work.get(Registration, registration_id, "đăng ký")
            if record.exemplar_id is None:
                return ()
            years = {row.id: row.year_from for row in work.find(Campaign)}
            rows = [
                EarlierRow(
                    row.id,
                    years[row.campaign_id],
                    row.name,
                    row.state,
                    _decision(work, row),
                    "" if row.unit_id == record.unit_id else _unit_name(work, row),
                )
                for row in work.find(Registration, exemplar_id=record.exemplar_id)
                if row.id != registration_id and row.campaign_id in years
            ]
        return tuple(sorted(rows, key=lambda row: (row.year, row.id), reverse=True))


def _campaign_before(work: UnitOfWork, campaign: Campaign) -> Campaign | None:
    earlier = [row for row in work.find(Campaign) if row.year_to < campaign.year_from]
    return max(earlier, key=lambda row: row.year_to, default=None)


def _exemplars(work: UnitOfWork, campaign_id: str) -> set[str | None]:
    return {row.exemplar_id for row in work.find(Registration, campaign_id=campaign_id)}


def _row(record: Registration, campaign_id: str, sectors: set[str]) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(record, name) for name in _COPIED}
    values["campaign_id"] = campaign_id
    values["exemplar_id"] = record.exemplar_id
    values["sector_code"] = record.sector_code if record.sector_code in sectors else None
    values["kind"] = RegistrationKind.MAINTAIN
    return values


def _sites(work: UnitOfWork, sources: Sequence[str], ids: Sequence[str]) -> list[dict[str, Any]]:
    """Return the sites of the new registrations: where they are, without last year's figures."""
    return [
        {
            "registration_id": new,
            "name": site.name,
            "address": site.address,
            "unit_id": site.unit_id,
            "note": site.note,
            "sort_order": site.sort_order,
        }
        for source, new in zip(sources, ids, strict=True)
        for site in work.find(Site, "sort_order", "id", registration_id=source)
    ]


def _unit_name(work: UnitOfWork, record: Registration) -> str:
    return work.get(Unit, record.unit_id, "đơn vị").name


def _decision(work: UnitOfWork, record: Registration) -> str:
    """Return the number of the decision that recognised the model in that year."""
    item = work.first(DecisionItem, "id", registration_id=record.id)
    if item is None:
        return ""
    decision = work.session.get(Decision, item.decision_id)
    return "" if decision is None or decision.is_deleted else decision.number_text
