"""The plan of an import of unit files: shown, then executed as it is (kế hoạch nhập)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from dvk_desktop.domain.records.registration import RegistrationDraft
from dvk_desktop.domain.terms import Labelled
from dvk_desktop.domain.words import Wording


class PlannedAction(Labelled):
    """What the import does with one row (việc sẽ làm)."""

    NEW = "new", "Thêm mới"
    SAME = "same", "Đã có, không đổi"
    CHANGED = "changed", "Cập nhật"
    SET_ASIDE = "set_aside", "Để lại xử lý"
    SKIPPED = "skipped", "Bỏ qua lần này"


TO_DO = frozenset({PlannedAction.NEW, PlannedAction.CHANGED})
"""What writes something; a person may leave it out."""


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


class HeadingMeaning(NamedTuple):
    """What a group heading says of the models under it (nghĩa của tiêu đề nhóm).

    ``item`` is one of ``HEADING_FIELDS`` and ``value`` its value; both are empty for a heading
    that means nothing.
    """

    item: str = ""
    value: str = ""


MEANS_NOTHING = HeadingMeaning()

HEADING_FIELDS = ("sector_code", "subject_type", "kind", "unit_id", "lead_body")
"""The items that a group heading may give."""


class HeaderChoice(NamedTuple):
    """The header row of a sheet as a person chose it (dòng tiêu đề do người dùng chọn).

    ``row`` is the number that people see, 0 for a sheet that has no list. ``words`` are those of
    the row: a file of next year with one more line of title is still read rightly, and one laid
    out anew is not read wrongly.
    """

    row: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a person corrected in one layout (sửa cách hiểu).

    ``roles`` gives the item that a column holds, by place among the columns from 0, or None for
    a column that is not taken. ``words`` gives the value that a word means, by item and word:
    ``{("sector_code", "KTNN"): "KT"}``. The items with words are ``WORD_FIELDS``. ``headings``
    gives the meaning of a group heading by its words. ``header`` stands only in the layout of a
    sheet (``PlannedSheet.layout``), the others only in that of a table. ``encodings`` says by place
    how a column is encoded, empty to let the program see for itself.
    """

    roles: Mapping[int, str | None] = field(default_factory=dict)
    words: Mapping[tuple[str, str], str] = field(default_factory=dict)
    headings: Mapping[str, HeadingMeaning] = field(default_factory=dict)
    header: HeaderChoice | None = None
    encodings: Mapping[int, str] = field(default_factory=dict)

    def joined(self, later: "Corrections") -> "Corrections":
        """Return both; where they speak of the same thing the later one counts."""
        return Corrections(
            {**self.roles, **later.roles},
            {**self.words, **later.words},
            {**self.headings, **later.headings},
            later.header or self.header,
            {**self.encodings, **later.encodings},
        )

    def __bool__(self) -> bool:
        said = (self.roles, self.words, self.headings, self.header, self.encodings)
        return any(said)


UNICODE = "unicode"
"""What ``Corrections.encodings`` calls text that is no legacy text."""

WORD_FIELDS = ("sector_code", "subject_type", "kind", "target_level", "unit_id")
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
    has_chosen_encoding: bool = False


@dataclass(frozen=True, slots=True)
class PlannedWord:
    """One word of a column of choices and what it was taken for (từ được hiểu).

    ``value`` is None when nobody knows what it means; ``count`` says how many rows have it.
    """

    item: str
    word: str
    value: str | None
    count: int
    is_corrected: bool = False


@dataclass(frozen=True, slots=True)
class PlannedHeading:
    """One group heading, or a row that looks like one (tiêu đề nhóm được hiểu).

    ``meanings`` is what it was taken for by itself, item by item; ``count`` says how many models
    stand between it and the next heading. ``is_taken`` tells a row that counts as a heading now;
    others were left as unclear, or read as a model without anything but a name.
    """

    text: str
    row: int
    meanings: tuple[HeadingMeaning, ...]
    count: int
    is_taken: bool = True
    is_corrected: bool = False

    @property
    def is_unknown(self) -> bool:
        """Whether nobody knows what it means."""
        return not self.meanings and not self.is_corrected


@dataclass(frozen=True, slots=True)
class PlannedTable:
    """How one table was understood (bảng được hiểu); ``row_count`` models were found in it."""

    sheet: str
    header_row: int
    layout: LayoutKey
    columns: tuple[PlannedColumn, ...]
    words: tuple[PlannedWord, ...] = ()
    row_count: int = 0
    headings: tuple[PlannedHeading, ...] = ()

    @property
    def is_corrected(self) -> bool:
        """Whether anything of it is as a person said."""
        columns = any(one.is_corrected or one.has_chosen_encoding for one in self.columns)
        words = any(one.is_corrected for one in self.words)
        return columns or words or any(one.is_corrected for one in self.headings)


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One of the first rows of a sheet as people see it (dòng của trang).

    ``choice`` is what ``Corrections.header`` takes when a person says that this is the header.
    """

    texts: tuple[str, ...]
    choice: HeaderChoice


@dataclass(frozen=True, slots=True)
class PlannedSheet:
    """One sheet with the rows where its header may stand (trang được hiểu).

    ``header_rows`` are the rows taken for headers, none where no list was found. ``no_list`` is
    what ``Corrections.header`` takes when a person says that the sheet has none.
    """

    name: str
    layout: LayoutKey
    header_rows: tuple[int, ...]
    rows: tuple[PlannedRow, ...]
    no_list: HeaderChoice
    is_hidden: bool = False
    is_corrected: bool = False


class RawCell(NamedTuple):
    """One cell of a file: as it stands, and as it is read (ô trong tệp)."""

    letters: str
    raw: str
    text: str


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """What a person says of one file: whose it is, and for which campaign (trả lời về tệp)."""

    unit_id: str | None = None
    campaign_id: str | None = None


RowKey = tuple[str, int]
"""Sheet and row, by which a row of a file is named."""


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """One row of a file and what becomes of it (dòng trong kế hoạch).

    ``fields`` are those that would change, ``before`` their present values; ``registration_id``
    is the registration they change.
    """

    sheet: str
    row: int
    action: PlannedAction
    draft: RegistrationDraft
    registration_id: str | None = None
    fields: tuple[str, ...] = ()
    before: Mapping[str, object] = field(default_factory=dict)

    @property
    def key(self) -> RowKey:
        """What the row is named by in its file."""
        return self.sheet, self.row


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """One file with its verdict (tệp trong kế hoạch).

    ``refusal`` is set when the file could not be read at all; it then has no items.
    ``understood`` says per column in words what was recognised, ``tables`` the same as facts.
    ``is_template`` is set for a workbook that this program made for the unit. ``campaign_id``
    is the campaign that its rows are registered in. ``sheets`` are those of an ordinary file.
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
    campaign_id: str = ""
    sheets: tuple[PlannedSheet, ...] = ()

    @property
    def needs_help(self) -> bool:
        """Whether a person has to look at it before it may go through with others."""
        is_of_nobody = any(not item.draft.unit_id for item in self.items)
        left = self.count(PlannedAction.SET_ASIDE)
        return bool(self.refusal or self.problems or left or is_of_nobody or not self.items)

    def without(self, left_out: Collection[RowKey]) -> "PlannedFile":
        """Return the file with some rows left out this time."""
        items = tuple(
            replace(item, action=PlannedAction.SKIPPED)
            if item.action in TO_DO and item.key in left_out
            else item
            for item in self.items
        )
        return replace(self, items=items)

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

    def only(self, paths: Collection[Path]) -> "IntakePlan":
        """Return the plan of some of its files."""
        return replace(self, files=tuple(file for file in self.files if file.path in paths))

    def without(self, left_out: Mapping[Path, Collection[RowKey]]) -> "IntakePlan":
        """Return the plan with rows left out, by file."""
        files = tuple(file.without(left_out.get(file.path, ())) for file in self.files)
        return replace(self, files=files)
