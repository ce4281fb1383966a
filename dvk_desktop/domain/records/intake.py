"""The plan of an import of unit files: shown, then executed as it is (kế hoạch nhập)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dvk_desktop.domain.records.registration import RegistrationDraft
from dvk_desktop.domain.terms import Labelled
from dvk_desktop.domain.words import Wording


class PlannedAction(Labelled):
    """What the import does with one row (việc sẽ làm)."""

    NEW = "new", "Thêm mới"
    SAME = "same", "Đã có, không đổi"
    CHANGED = "changed", "Cập nhật"
    SET_ASIDE = "set_aside", "Để lại xử lý"


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """One thing in a file that a person must look at (vấn đề)."""

    sheet: str
    row: int | None
    column: str | None
    value: str
    code: str
    wording: Wording
    is_error: bool


@dataclass(frozen=True, slots=True)
class LayoutKey:
    """One way in which one unit lays out its lists (dạng bảng của một đơn vị).

    ``fingerprint`` stands for the texts of the headers; ``unit_id`` is empty for a file whose
    unit is not known.
    """

    unit_id: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a person corrected in one layout (sửa cách hiểu).

    ``roles`` gives the item that a column holds, by place among the columns from 0, or None for
    a column that is not taken. ``words`` gives the value that a word means, by item and word:
    ``{("sector_code", "KTNN"): "KT"}``. The items with words are ``WORD_FIELDS``.
    """

    roles: Mapping[int, str | None] = field(default_factory=dict)
    words: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def joined(self, later: "Corrections") -> "Corrections":
        """Return both; where they speak of the same thing the later one counts."""
        return Corrections({**self.roles, **later.roles}, {**self.words, **later.words})

    def __bool__(self) -> bool:
        return bool(self.roles or self.words)


WORD_FIELDS = ("sector_code", "subject_type", "kind", "target_level")
"""The items whose words can be given a meaning."""

CorrectionBook = Mapping[LayoutKey, Corrections]
"""Corrections by layout."""


@dataclass(frozen=True, slots=True)
class PlannedColumn:
    """How one column was understood, with a few of its cells (cột được hiểu).

    ``role`` is the item it holds, None when it is not taken; ``place`` is what ``Corrections``
    name it by. ``encoding`` names the legacy encoding that it was decoded from.
    """

    place: int
    letters: str
    header: str
    role: str | None
    confidence: float
    encoding: str | None
    raw_samples: tuple[str, ...]
    decoded_samples: tuple[str, ...]
    is_corrected: bool = False


@dataclass(frozen=True, slots=True)
class PlannedTable:
    """How one table was understood (bảng được hiểu)."""

    sheet: str
    header_row: int
    layout: LayoutKey
    columns: tuple[PlannedColumn, ...]


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """One row of a file and what becomes of it (dòng trong kế hoạch).

    ``fields`` are those that would change; ``registration_id`` the registration they change.
    """

    sheet: str
    row: int
    action: PlannedAction
    draft: RegistrationDraft
    registration_id: str | None = None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """One file with its verdict (tệp trong kế hoạch).

    ``refusal`` is set when the file could not be read at all; it then has no items.
    ``understood`` says per column in words what was recognised, ``tables`` the same as facts.
    ``is_template`` is set for a workbook that this program made for the unit.
    """

    path: Path
    unit_id: str | None
    unit_name: str
    year: int
    items: tuple[PlannedItem, ...]
    problems: tuple[ProblemRow, ...]
    understood: tuple[Wording, ...] = ()
    refusal: Wording | None = None
    refusal_code: str = ""
    tables: tuple[PlannedTable, ...] = ()
    is_template: bool = False

    def count(self, action: PlannedAction) -> int:
        """Return how many rows the import treats so."""
        return sum(item.action is action for item in self.items)


@dataclass(frozen=True, slots=True)
class IntakePlan:
    """All files of one import (kế hoạch nhập).

    ``basis`` is the number of the newest change set when the plan was made: if it has moved on,
    the plan is made anew before anything is stored.
    """

    campaign_id: str
    year: int
    files: tuple[PlannedFile, ...]
    basis: int

    def count(self, action: PlannedAction) -> int:
        """Return how many rows of all files the import treats so."""
        return sum(file.count(action) for file in self.files)
