"""What the arrow of a column offers to filter by (lọc theo cột)."""

from collections.abc import Mapping, Sequence

from dvk_desktop.domain.records.column_condition import (
    EMPTY,
    ColumnValue,
    ColumnValues,
    FilterKind,
    filter_kind,
)
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.terms import RegistrationKind, RegistrationState, SubjectType
from dvk_desktop.domain.vietnamese.folding import matches
from dvk_desktop.domain.vietnamese.sorting import collation_key
from dvk_desktop.models import Level, Sector, Unit
from dvk_desktop.storage.queries.column_values import all_values, empty_count, first_texts
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork

LISTED = 500
"""So many values of a column are listed at once."""

_TERMS = {"state": RegistrationState, "subject_type": SubjectType, "kind": RegistrationKind}


class ColumnFilterService:
    """Lists the values of columns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def values(
        self, wanted: RegistrationFilter, column: str, typed: str = "", limit: int = LISTED
    ) -> ColumnValues:
        """Return the values of a column among the rows that the other conditions leave.

        Empty cells come last, and only while nothing is typed.
        """
        others = wanted.without_column(column)
        with self._database.reading() as work:
            if filter_kind(column) is FilterKind.TEXT:
                return _texts(work, others, column, typed, limit)
            counts = all_values(work.session, others, column)
            empty = counts.pop(EMPTY, 0)
            names = _names(work, others, column, counts)
            found = [
                ColumnValue(value, names[value], counts[value])
                for value in names
                if value in counts and (not typed or matches(typed, names[value]))
            ]
            more = max(0, len(found) - limit)
            return ColumnValues((*found[:limit], *_empty(empty, typed)), more)


def _empty(count: int, typed: str) -> tuple[ColumnValue, ...]:
    return (ColumnValue(EMPTY, "", count),) if count and not typed else ()


def _texts(
    work: UnitOfWork, wanted: RegistrationFilter, column: str, typed: str, limit: int
) -> ColumnValues:
    pairs, more = first_texts(work.session, wanted, column, typed, limit)
    empty = 0 if typed else empty_count(work.session, wanted, column)
    found = (ColumnValue(text, text, count) for text, count in pairs)
    return ColumnValues((*found, *_empty(empty, typed)), more)


def _names(
    work: UnitOfWork, wanted: RegistrationFilter, column: str, present: Mapping[str, int]
) -> dict[str, str]:
    """Return the names of the values of a column in their order; present ones are all named."""
    if filter_kind(column) is FilterKind.DATE:
        return {month: _month(month) for month in sorted(present)}
    if column in _TERMS:
        known = {term.value: term.label for term in _TERMS[column]}
    elif column == "unit_id":
        units = sorted(work.find(Unit), key=lambda unit: collation_key(unit.name))
        known = {unit.id: unit.name for unit in units}
    elif column == "target_level":
        known = {level.code: level.name for level in work.find(Level, "rank")}
    else:
        known = _sectors(work, wanted)
    return known | {value: value for value in present if value not in known}


def _sectors(work: UnitOfWork, wanted: RegistrationFilter) -> dict[str, str]:
    equal = {} if wanted.campaign_id is None else {"campaign_id": wanted.campaign_id}
    sectors: Sequence[Sector] = work.find(Sector, "sort_order", "id", **equal)
    return {sector.code: f"{sector.code} – {sector.name}" for sector in sectors}


def _month(month: str) -> str:
    year, number = month.split("-")
    return f"{int(number)}/{year}"
