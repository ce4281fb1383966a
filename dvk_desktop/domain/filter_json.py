"""Filters of registrations as plain values, to be kept and read again (bộ lọc đã lưu)."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from dvk_desktop.domain.records.column_condition import (
    SORTS,
    ColumnCondition,
    FilterKind,
    SortKey,
    filter_kind,
)
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.terms import Labelled, RegistrationKind, RegistrationState, SubjectType

T = TypeVar("T", bound=Labelled)
_MOST_DIGITS = 30


def filter_to_plain(wanted: RegistrationFilter) -> dict[str, Any]:
    """Return a filter without its campaign: it is meant for those of later years too."""
    return {
        "text": wanted.text,
        "unit_id": wanted.unit_id,
        "sector_code": wanted.sector_code,
        "subject_type": wanted.subject_type,
        "kind": wanted.kind,
        "states": list(wanted.states),
        "only_late": wanted.only_late,
        "columns": [asdict(each) for each in wanted.columns],
        "order": [list(key) for key in wanted.order],
    }


def filter_from_plain(plain: Mapping[str, Any]) -> RegistrationFilter:
    """Return a filter that was kept, maybe by another version; what is unknown is left out."""
    columns = (_condition(each) for each in _list(plain, "columns"))
    found = RegistrationFilter(
        text=_text(plain, "text"),
        unit_id=_text(plain, "unit_id") or None,
        sector_code=_text(plain, "sector_code") or None,
        subject_type=_term(SubjectType, plain.get("subject_type")),
        kind=_term(RegistrationKind, plain.get("kind")),
        states=tuple(filter(None, (_term(RegistrationState, s) for s in _list(plain, "states")))),
        only_late=plain.get("only_late") is True,
        columns=tuple(each for each in columns if each is not None),
    )
    return found.ordered(order_from_plain(plain.get("order")))


def order_from_plain(plain: object) -> tuple[SortKey, ...]:
    """Return the keys of an order that was kept; columns that are no more do not sort."""
    if not isinstance(plain, list):
        return ()
    pairs = (key for key in plain if isinstance(key, list | tuple) and len(key) == 2)
    return tuple((str(name), down is True) for name, down in pairs if str(name) in SORTS)


def _condition(plain: object) -> ColumnCondition | None:
    if not isinstance(plain, Mapping) or filter_kind(_text(plain, "column")) is None:
        return None
    found = ColumnCondition(
        column=_text(plain, "column"),
        values=tuple(map(str, _list(plain, "values"))),
        is_excluded=plain.get("is_excluded") is True,
        words=_text(plain, "words"),
        low=_limit(plain, "low"),
        high=_limit(plain, "high"),
        labels=tuple(map(str, _list(plain, "labels"))),
    )
    return found if found.is_narrowing else None


def _limit(plain: Mapping[str, Any], key: str) -> str:
    """Return a number or a date that was kept; one that cannot be read limits nothing."""
    text = _text(plain, key)
    try:
        if filter_kind(_text(plain, "column")) is FilterKind.DATE:
            return date.fromisoformat(text).isoformat() if text else ""
        number = Decimal(text or "NaN")
        is_sound = number.is_finite() and abs(number.adjusted()) < _MOST_DIGITS
        return format(number, "f") if is_sound else ""
    except (ValueError, InvalidOperation):
        return ""


def _list(plain: Mapping[str, Any], key: str) -> list[Any]:
    value = plain.get(key)
    return list(value) if isinstance(value, list | tuple) else []


def _text(plain: Mapping[str, Any], key: str) -> str:
    value = plain.get(key)
    return value if isinstance(value, str) else ""


def _term(terms: type[T], value: object) -> T | None:
    return next((term for term in terms if term.value == value), None)
