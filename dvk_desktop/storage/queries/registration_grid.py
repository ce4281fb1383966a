"""Registrations as the entry grid reads them: an order of places, then whole rows (bảng nhập)."""

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Float, Integer, case, cast, func, select
from sqlalchemy.orm import Session

from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.records.registration_grid import GridTotals
from dvk_desktop.models import Registration
from dvk_desktop.storage.engine import to_json
from dvk_desktop.storage.queries.column_conditions import raw
from dvk_desktop.storage.queries.registration_order import ROW
from dvk_desktop.storage.queries.registrations import filtered, narrowed, ordered_rows

_CHUNK = 500
"""SQLite takes a limited number of values in one statement."""

_DIGITS = 6
_LARGE = 10_000_000
"""Below it a million values in millionths fit a whole number of SQLite."""


def ordered_places(
    session: Session, wanted: RegistrationFilter, among: Collection[int] | None = None
) -> list[int]:
    """Return the places of what the filter leaves, in its order, or of some places only."""
    query = ordered_rows(narrowed(session, wanted)).with_only_columns(ROW.label("place"))
    if among is not None:
        each = func.json_each(to_json(sorted(among))).table_valued("value", name="among")
        query = query.where(ROW.in_(select(each.c.value)))
    rows = query.subquery()
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
    figures = (
        func.count(),
        func.coalesce(func.sum(Registration.people_count), 0),
        func.coalesce(func.sum(Registration.cost), 0),
    )
    wanted = narrowed(session, wanted)
    days, land = _scaled_sum("work_days"), _scaled_sum("land_area")
    row = session.execute(filtered(select(*figures, *days, *land), wanted)).one()
    return GridTotals(
        count=row[0],
        people=row[1],
        cost=row[2],
        work_days=_exact(session, wanted, "work_days", row[3:6]),
        land_area=_exact(session, wanted, "land_area", row[6:9]),
    )


def _scaled_sum(field: str) -> tuple[ColumnElement[Any], ...]:
    """Return the sum of a decimal column in millionths, its largest value, its most digits.

    SQLite would add decimals as binary fractions; whole millionths it adds exactly.
    """
    digits, number = raw(field), cast(raw(field), Float)
    millionths = cast(func.round(number * 10**_DIGITS), Integer)
    return (
        func.coalesce(func.sum(case((func.abs(number) < _LARGE, millionths), else_=0)), 0),
        func.coalesce(func.max(func.abs(number)), 0),
        func.coalesce(func.max(func.length(digits) - func.instr(digits + ".", ".")), 0),
    )


def _exact(
    session: Session, wanted: RegistrationFilter, field: str, found: Sequence[Any]
) -> Decimal:
    """Return a sum, value by value where there are too large or too long ones."""
    millionths, largest, digits = found
    if largest < _LARGE and digits <= _DIGITS:
        return Decimal(millionths).scaleb(-_DIGITS).quantize(Decimal(1).scaleb(-max(digits, 0)))
    column = getattr(Registration, field)
    query = filtered(select(column, func.count()), wanted).where(column.is_not(None))
    rows = session.execute(query.group_by(column))
    return sum((value * count for value, count in rows), Decimal(0))
