"""What the entry grid gives and gets (bảng nhập đăng ký)."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.registration import RegistrationDetail


@dataclass(frozen=True, slots=True)
class GridTotals:
    """Sums of the rows that the filter leaves (tổng cộng)."""

    count: int
    people: int
    cost: int
    work_days: Decimal
    land_area: Decimal


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of the grid; it has no content once it was deleted (dòng bảng nhập)."""

    id: str
    detail: RegistrationDetail | None


@dataclass(frozen=True, slots=True)
class CellEdit:
    """Another value for one item of one registration (sửa một ô)."""

    registration_id: str
    field: str
    value: Any


@dataclass(frozen=True, slots=True)
class CellRefusal:
    """A cell that could not be taken, and why (ô không nhận được)."""

    registration_id: str
    field: str
    error: DvkError


@dataclass(frozen=True, slots=True)
class CellResult:
    """What storing a block of cells did (kết quả lưu ô).

    ``added`` holds the ids of the new rows, in their order.
    """

    changed: int
    added: tuple[str, ...]
    refusals: tuple[CellRefusal, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class CellPast:
    """One change of one cell: who, when, from what to what (lịch sử ô)."""

    happened_at: str
    actor: str
    title: str
    before: str
    after: str
