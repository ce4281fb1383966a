"""The plan of an import of unit files: shown, then executed as it is (kế hoạch nhập)."""

from dataclasses import dataclass
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
    ``understood`` says per column in words what was recognised.
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
