"""Registrations as the entry grid reads them: an order of ids, then whole rows (bảng nhập)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.records.registration_grid import GridTotals
from dvk_desktop.models import Registration
from dvk_desktop.storage.queries.registrations import filtered, in_order

_CHUNK = 500
"""SQLite takes a limited number of values in one statement."""


def ordered_ids(session: Session, wanted: RegistrationFilter) -> list[str]:
    """Return the ids of what the filter leaves, in its order."""
    query = in_order(filtered(select(Registration.id), wanted), wanted)
    return list(session.execute(query).scalars())


def records_of(session: Session, ids: Sequence[str]) -> Iterator[Registration]:
    """Return the registrations of these ids that are not deleted, in no special order."""
    for start in range(0, len(ids), _CHUNK):
        query = select(Registration).where(
            Registration.id.in_(ids[start : start + _CHUNK]), Registration.is_deleted.is_(False)
        )
        yield from session.execute(query).scalars()


def grid_totals(session: Session, wanted: RegistrationFilter) -> GridTotals:
    """Return the sums of what the filter leaves, exact."""
    bare = replace(wanted, sort="unit")
    whole = select(
        func.count(),
        func.coalesce(func.sum(Registration.people_count), 0),
        func.coalesce(func.sum(Registration.cost), 0),
    )
    count, people, cost = session.execute(filtered(whole, bare, bare=True)).one()
    return GridTotals(
        count=count,
        people=people,
        cost=cost,
        work_days=_sum(session, bare, "work_days"),
        land_area=_sum(session, bare, "land_area"),
    )


def _sum(session: Session, wanted: RegistrationFilter, field: str) -> Decimal:
    """Add exact decimals, which SQLite itself would add as binary fractions."""
    column = getattr(Registration, field)
    query = filtered(select(column, func.count()), wanted, bare=True)
    rows = session.execute(query.where(column.is_not(None)).group_by(column))
    return sum((value * count for value, count in rows), Decimal(0))
