"""The values that a column has in the rows that are left, and how often (giá trị của cột)."""

from typing import Any

from sqlalchemy import distinct, func, select
from sqlalchemy.orm import Session

from dvk_desktop.domain.records.column_condition import EMPTY
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.vietnamese.sorting import collation_key
from dvk_desktop.models import Registration
from dvk_desktop.storage.queries.column_conditions import has_words, is_empty, raw, value_key
from dvk_desktop.storage.queries.registrations import filtered

_SORTED_HERE = 20_000
"""More texts than these come as the database orders them: nobody looks through so many."""


def all_values(session: Session, wanted: RegistrationFilter, column: str) -> dict[str, int]:
    """Return every value of a column that has few, such as units, terms and months."""
    key = value_key(column)
    query = filtered(select(key, func.count()), wanted).group_by(key)
    counts: dict[str, int] = {}
    for value, count in session.execute(query):
        counts[value or EMPTY] = counts.get(value or EMPTY, 0) + count
    return counts


def empty_count(session: Session, wanted: RegistrationFilter, column: str) -> int:
    """Return in how many rows a column holds nothing."""
    query = filtered(select(func.count()), wanted).where(is_empty(column))
    return int(session.execute(query).scalar_one())


def first_texts(
    session: Session, wanted: RegistrationFilter, column: str, typed: str, limit: int
) -> tuple[list[tuple[str, int]], int | None]:
    """Return the first texts of a column in Vietnamese order, and how many more there are.

    With something typed only texts with these words, and what follows is not counted: the
    search stops at ``limit``.
    """
    if column == "name":
        return _first_names(session, wanted, typed, limit)
    text = raw(column)
    query = filtered(select(text, func.count()), wanted).where(~is_empty(column)).group_by(text)
    if typed:
        query = query.where(has_words(column, typed))
    found: list[Any] = list(session.execute(query.limit(_SORTED_HERE + 1)))
    pairs = [(value, count) for value, count in found]
    more: int | None = max(0, len(pairs) - limit)
    if len(pairs) > _SORTED_HERE:
        pairs, more = pairs[:limit], None
    pairs.sort(key=lambda pair: collation_key(pair[0]))
    return pairs[:limit], more


def _first_names(
    session: Session, wanted: RegistrationFilter, typed: str, limit: int
) -> tuple[list[tuple[str, int]], int | None]:
    # Names are as many as rows: the index gives the first ones in order, and is counted.
    key = Registration.name_sort
    query = filtered(select(func.min(Registration.name), func.count()), wanted)
    if typed:
        query = query.where(has_words("name", typed))
    found = [
        (name, count)
        for name, count in session.execute(query.group_by(key).order_by(key).limit(limit + 1))
    ]
    if len(found) <= limit:
        return found, 0
    if typed:
        return found[:limit], None
    total = session.execute(filtered(select(func.count(distinct(key))), wanted)).scalar_one()
    return found[:limit], int(total) - limit
