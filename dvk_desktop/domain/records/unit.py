"""Units as they travel between layers (đơn vị)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class LevelRow:
    """A level of the tree of units (cấp)."""

    code: str
    name: str
    rank: int


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit of the register (đơn vị)."""

    id: str
    code: str
    name: str
    level_code: str
    level_name: str
    parent_id: str | None
    kind: str
    sort_order: int
    valid_from: date | None
    valid_to: date | None
    owes_nothing: bool
    note: str


@dataclass(frozen=True, slots=True)
class UnitDraft:
    """A unit as a form gives it; ``id`` is None for a new one (đơn vị đang nhập)."""

    code: str
    name: str
    level_code: str
    parent_id: str | None
    kind: str = ""
    sort_order: int | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    owes_nothing: bool = False
    note: str = ""
    id: str | None = None


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """What an import did or would do (kết quả nhập)."""

    new: int = 0
    same: int = 0
    changed: int = 0
    set_aside: int = 0
    batch: str | None = None
