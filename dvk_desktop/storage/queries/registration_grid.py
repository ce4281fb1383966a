"""Registrations as the entry grid reads them: an order of places, then whole rows (bảng nhập)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.records.registration_grid import GridTotals
from dvk_desktop.models import Registration
from dvk_desktop.storage.queries.registration_order import ROW
from dvk_desktop.storage.queries.registrations import filtered, ordered_rows

_CHUNK = 500
"""SQLite takes a limited number of values in one statement."""


def ordered_places(session: Session, wanted: RegistrationFilter) -> list[int]:
    """Return the places of what the filter leaves, in its order."""
    rows = ordered_rows(wanted).with_only_columns(ROW.label("place")).subquery()
    # One text: a hundred thousand result rows would take three times as long. This function
    # gets its values in the order of the rows below it.
    joined = session.execute(select(func.group_concat(rows.c.place))).scalar_one()
    return [int(place) for place in joined.split(",")] if joined else []


def places_of(session: Session, ids: Sequence[str]) -> dict[str, int]:
    """Return the places of some registrations."""
    found: dict[str, int] = {}
    for start in range(0, len(ids), _CHUNK):
        query = select(Registration.id, ROW).where(Registration.id.in_(ids[start : start + _CHUNK]))
        found.update((id_, place) for id_, place in session.execute(query))
    return found


def records_at(session: Session, places: Sequence[int]) -> dict[int, Registration]:
    """Return the registrations at some places, deleted ones too."""
    query = select(ROW, Registration).where(ROW.in_(places))
    return {place: record for place, record in session.execute(query)}


def records_of(session: Session, ids: Sequence[str]) -> Iterator[Registration]:
    """Return the registrations of these ids that are not deleted, in no special order."""
    for start in range(0, len(ids), _CHUNK):
        query = select(Registration).where(
            Registration.id.in_(ids[start : start + _CHUNK]), Registration.is_deleted.is_(False)
        )
        yield from session.execute(query).scalars()


def grid_totals(session: Session, wanted: RegistrationFilter) -> GridTotals:
    """Return the sums of what the filter leaves, exact."""
    # In one pass, grouped by the exact decimals: SQLite would add them as binary fractions.
    columns = (Registration.work_days, Registration.land_area)
    figures = (
        func.count(),
        func.coalesce(func.sum(Registration.people_count), 0),
        func.coalesce(func.sum(Registration.cost), 0),
    )
    query = filtered(select(*columns, *figures), wanted).group_by(*columns)
    rows = session.execute(query).all()
    return GridTotals(
        count=sum(row[2] for row in rows),
        people=sum(row[3] for row in rows),
        cost=sum(row[4] for row in rows),
        work_days=sum((row[0] * row[2] for row in rows if row[0] is not None), Decimal(0)),
        land_area=sum((row[1] * row[2] for row in rows if row[1] is not None), Decimal(0)),
    )
