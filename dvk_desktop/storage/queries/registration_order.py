"""In which order registrations are listed (thứ tự danh sách đăng ký)."""

from collections.abc import Collection, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Float, Integer, case, cast, func, literal_column, or_

from dvk_desktop.domain.records.column_condition import SortKey
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.terms import Labelled, RegistrationKind, RegistrationState, SubjectType
from dvk_desktop.domain.vietnamese.sorting import collation_key
from dvk_desktop.models import Campaign, Registration, Unit
from dvk_desktop.storage.engine import ORDER
from dvk_desktop.storage.queries.column_conditions import raw

TEXTS = frozenset({"lead_body", "address", "contact_name", "contact_title", "contact_phone"})
"""Columns that keep no key of their own for the Vietnamese order."""

TERMS: dict[str, tuple[Labelled, ...]] = {
    # States follow the life of a registration, which says more than their first letters.
    "state": tuple(RegistrationState),
    "subject_type": tuple(sorted(SubjectType, key=lambda term: collation_key(term.label))),
    "kind": tuple(sorted(RegistrationKind, key=lambda term: collation_key(term.label))),
}
"""Terms in the order in which they are listed."""

_PLAIN: dict[str, tuple[Any, ...]] = {
    "name": (Registration.name_sort,),
    "unit": (Unit.sort_order, Unit.id),
    "sector_code": (Registration.sector_code,),
    "target_level": (Registration.target_level,),
    "registered_on": (Registration.registered_on,),
    "year": (Campaign.year_from,),
    "is_late": (Registration.is_late,),
    "people_count": (Registration.people_count,),
    "cost": (Registration.cost,),
    "work_days": (cast(raw("work_days"), Float),),
    "land_area": (cast(raw("land_area"), Float),),
}
_NEVER_EMPTY = frozenset({"name", "unit", "state", "year", "is_late"})
_BY_UNIT = frozenset({"sector_code", "state"})
"""Equal ones go by unit, as the index has them."""

GROUPED = frozenset({"unit", *TEXTS})
"""Orders that first go by values of which there are few."""

ROW = literal_column("registration.rowid", Integer)
"""The place of a registration in the order of entry; no row is ever taken out of the table."""


def in_order(query: Any, wanted: RegistrationFilter) -> Any:
    """Put a query over registrations, units and campaigns into the wanted order."""
    columns: list[Any] = []
    keys = wanted.order
    for place, key in enumerate(keys):
        columns += _columns(key, is_last=place == len(keys) - 1)
    # rowid is the order of entry: it settles equal keys without another index.
    return query.order_by(*columns, ROW.desc() if wanted.descending else ROW)


def group_column(name: str) -> ColumnElement[Any]:
    """Return the column whose values are counted for one of ``GROUPED``."""
    return Registration.unit_id.expression if name == "unit" else raw(name)


def ranked_groups(
    key: SortKey, values: Collection[Any], units: Sequence[str] = ()
) -> list[list[Any]]:
    """Return values in the order of a key; those that the order does not tell apart together."""
    name, is_descending = key
    if name == "unit":
        found = [[value] for value in units if value in values]
    else:
        present = sorted(filter(None, values), key=collation_key)
        found = [list(group) for _, group in groupby(present, key=collation_key)]
    if is_descending:
        found.reverse()
    empty = [value for value in values if not value]
    return [*found, empty] if empty else found


def one_of(column: ColumnElement[Any], values: Sequence[Any]) -> ColumnElement[bool]:
    """Hold for rows with one of these values, None among them."""
    named = [value for value in values if value is not None]
    found = column.in_(named)
    return found if len(named) == len(values) else or_(found, column.is_(None))


def _columns(key: SortKey, *, is_last: bool) -> list[Any]:
    name, is_descending = key
    columns: list[ColumnElement[Any]] = list(_PLAIN[name]) if name in _PLAIN else [_ranked(name)]
    if name in _BY_UNIT and is_last:
        columns.append(Registration.unit_id.expression)
    turned = [column.desc() if is_descending else column.asc() for column in columns]
    # Empty cells stand at the end whichever way the rest goes, as in Excel.
    return turned if name in _NEVER_EMPTY else [turned[0].nulls_last(), *turned[1:]]


def _ranked(name: str) -> ColumnElement[Any]:
    if name in TEXTS:
        return getattr(func, ORDER)(raw(name))  # type: ignore[no-any-return]  # -- any function
    ranks = {term.value: rank for rank, term in enumerate(TERMS[name])}
    return case(ranks, value=raw(name))
