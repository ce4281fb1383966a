"""What one column of the list of registrations is narrowed to (điều kiện của một cột)."""

from dataclasses import dataclass, field
from enum import Enum

from dvk_desktop.domain.registration_cells import CellKind, kind_of
from dvk_desktop.domain.registration_fields import FIELD_LABELS

EMPTY = ""
"""Stands among the values for cells that hold nothing."""

SortKey = tuple[str, bool]
"""A column of ``RegistrationFilter.sort`` and whether it goes down."""

SORTS = frozenset(
    {
        *("name", "unit", "sector_code", "subject_type", "kind", "state", "is_late", "year"),
        *("registered_on", "target_level", "people_count", "cost", "work_days", "land_area"),
        *("lead_body", "address", "contact_name", "contact_title", "contact_phone"),
    }
)
"""What ``RegistrationFilter`` may be ordered by."""

_OTHER_LABELS = {"state": "Trạng thái", "source_file": "Nhập từ tệp"}
_SORT_NAMES = {"unit_id": "unit"}


class FilterKind(Enum):
    """How the arrow of a column asks (cách lọc một cột)."""

    CHOICE = "choice"
    TEXT = "text"
    LONG = "long"
    NUMBER = "number"
    DATE = "date"


_KINDS = {
    CellKind.CHOICE: FilterKind.CHOICE,
    CellKind.LINE: FilterKind.TEXT,
    CellKind.TEXT: FilterKind.LONG,
    CellKind.NUMBER: FilterKind.NUMBER,
    CellKind.DATE: FilterKind.DATE,
}


@dataclass(frozen=True, slots=True)
class ColumnCondition:
    """What the cells of one column have to hold; every part that is given counts (điều kiện).

    ``values`` are what is stored, written as text: ids, codes, names, months such as 2017-03,
    and ``EMPTY``; with ``is_excluded`` all others are meant. ``words`` begin words of the cell.
    ``low`` and ``high`` are digits or ISO dates. ``labels`` name the values as they were shown
    when they were chosen, for the day when one of them is gone.
    """

    column: str
    values: tuple[str, ...] = ()
    is_excluded: bool = False
    words: str = ""
    low: str = ""
    high: str = ""
    labels: tuple[str, ...] = field(default=(), compare=False)

    @property
    def is_narrowing(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.values or self.words or self.low or self.high)

    def label_of(self, value: str) -> str:
        """Return how a value was called when it was chosen."""
        if len(self.labels) == len(self.values) and value in self.values:
            return self.labels[self.values.index(value)]
        return value


@dataclass(frozen=True, slots=True)
class ColumnValue:
    """One of the values that a column has, and in how many rows (giá trị của cột)."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class ColumnValues:
    """The first values of a column in their order; ``more`` are not listed (các giá trị).

    ``more`` is None where it was not counted, because a search stops at what is listed.
    """

    values: tuple[ColumnValue, ...]
    more: int | None = 0


def filter_kind(column: str) -> FilterKind | None:
    """Return how a column can be filtered; None for one that cannot."""
    if column in _OTHER_LABELS:
        return FilterKind.CHOICE if column == "state" else FilterKind.TEXT
    return _KINDS[kind_of(column)] if column in FIELD_LABELS else None


def column_label(column: str) -> str:
    """Return the name of a column that can be filtered (tên cột)."""
    return _OTHER_LABELS.get(column) or FIELD_LABELS[column]


def sort_name(column: str) -> str:
    """Return how ``RegistrationFilter.sort`` calls a column."""
    return _SORT_NAMES.get(column, column)
