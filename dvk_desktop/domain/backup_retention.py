"""Which automatic backups stay (giữ bản sao lưu nào)."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Retention:
    """How many of each kind stay; the newest of a day, week or month stands for it (lịch giữ)."""

    newest: int = 6
    daily: int = 7
    weekly: int = 5
    monthly: int = 12


def kept(moments: Mapping[Key, datetime], rule: Retention = Retention()) -> frozenset[Key]:
    """Return the backups that stay; the newest one always does.

    The clock of an old computer is often wrong, so nothing is compared with today: the rule
    counts the days, weeks and months that have a backup.
    """
    ordered = sorted(moments, key=lambda key: moments[key], reverse=True)
    stay = set(ordered[: max(1, rule.newest)])
    stay |= _first_of(ordered, (moments[key].date() for key in ordered), rule.daily)
    stay |= _first_of(ordered, (moments[key].isocalendar()[:2] for key in ordered), rule.weekly)
    months = ((moments[key].year, moments[key].month) for key in ordered)
    stay |= _first_of(ordered, months, rule.monthly)
    return frozenset(stay)


def _first_of(ordered: list[Key], periods: Iterable[Hashable], count: int) -> set[Key]:
    newest: dict[Hashable, Key] = {}
    for key, period in zip(ordered, periods, strict=True):
        newest.setdefault(period, key)
    return set(list(newest.values())[:count])
