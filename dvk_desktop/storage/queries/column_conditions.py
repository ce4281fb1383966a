"""Conditions on single columns of the registrations as SQL (điều kiện của cột)."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Float,
    String,
    and_,
    cast,
    false,
    func,
    literal_column,
    not_,
    or_,
    text,
    type_coerce,
)

from dvk_desktop.domain.records.column_condition import (
    EMPTY,
    ColumnCondition,
    FilterKind,
    filter_kind,
)
from dvk_desktop.domain.vietnamese.folding import fold
from dvk_desktop.domain.vietnamese.sorting import collation_key
from dvk_desktop.models import Registration
from dvk_desktop.storage.engine import MATCHES
from dvk_desktop.storage.queries.search import match_expression
from dvk_desktop.storage.search_index import TABLE

INDEXED_WORDS = frozenset({"name", "lead_body", "address", "contact_name"})
"""Columns whose words the search index holds."""

NAME_KEY = 700
"""So many characters of the key of a name are stored."""

_INDEX_HITS = f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH :expression"


def column_conditions(conditions: Sequence[ColumnCondition]) -> list[ColumnElement[bool]]:
    """Return what each condition asks of the rows; columns that cannot be filtered say nothing."""
    found: list[ColumnElement[bool]] = []
    for wanted in conditions:
        if filter_kind(wanted.column) is not None and wanted.is_narrowing:
            found += _parts(wanted)
    return found


def value_key(column: str) -> ColumnElement[Any]:
    """Return what equal values of a column have in common, as ``ColumnCondition.values`` say it.

    Names go by the stored key of their order, which the index holds; dates by their month.
    """
    if column == "name":
        return Registration.name_sort.expression
    if filter_kind(column) is FilterKind.DATE:
        month: ColumnElement[Any] = func.strftime("%Y-%m", raw(column))
        return month
    return raw(column)


def raw(column: str) -> ColumnElement[Any]:
    """Return a column as the text or number that is stored."""
    return type_coerce(getattr(Registration, column), String)


def is_empty(column: str) -> ColumnElement[bool]:
    """Hold for cells without anything in them."""
    return or_(raw(column).is_(None), raw(column) == "")


def has_words(column: str, words: str) -> ColumnElement[bool]:
    """Hold for cells of which each typed word begins a word."""
    matching: ColumnElement[bool] = (
        getattr(func, MATCHES)(words, func.coalesce(raw(column), "")) == 1
    )
    expression = match_expression(fold(words)) if column in INDEXED_WORDS else None
    if expression is None:
        return matching
    # The index knows more than the column, and nothing less: it spares reading most rows.
    hits = text(_INDEX_HITS.replace(":expression", f":{column}_words"))
    found = hits.bindparams(**{f"{column}_words": expression})
    return and_(literal_column("registration.rowid").in_(found), matching)


def _parts(wanted: ColumnCondition) -> list[ColumnElement[bool]]:
    parts: list[ColumnElement[bool]] = []
    if wanted.values:
        parts.append(_by_values(wanted))
    if wanted.words:
        parts.append(has_words(wanted.column, wanted.words))
    if wanted.low or wanted.high:
        parts.append(_in_range(wanted))
    return parts


def _by_values(wanted: ColumnCondition) -> ColumnElement[bool]:
    values = [value for value in wanted.values if value != EMPTY]
    if wanted.column == "name":
        values = [collation_key(value)[:NAME_KEY] for value in values]
    chosen: ColumnElement[bool] = value_key(wanted.column).in_(values) if values else false()
    has_empty = EMPTY in wanted.values
    if not wanted.is_excluded:
        return or_(chosen, is_empty(wanted.column)) if has_empty else chosen
    if has_empty:
        return and_(not_(is_empty(wanted.column)), not_(chosen))
    return or_(is_empty(wanted.column), not_(chosen))


def _in_range(wanted: ColumnCondition) -> ColumnElement[bool]:
    column, limits = raw(wanted.column), [wanted.low, wanted.high]
    if filter_kind(wanted.column) is FilterKind.NUMBER:
        # Stored digits and typed digits become the same fraction, so limits are exact here.
        column = cast(column, Float)
        low, high = (float(limit) if limit else None for limit in limits)
    else:
        low, high = (limit or None for limit in limits)  # type: ignore[assignment]  # -- text
    parts = [column >= low] if low is not None else []
    parts += [column <= high] if high is not None else []
    return and_(*parts)
