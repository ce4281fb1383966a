"""Cells of the entry grid: what a typed text means, and how a value is written (ô bảng nhập)."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Any

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.registration_fields import FIELD_LABELS
from dvk_desktop.domain.vietnamese.dates import parse_date, parse_decimal, short_date
from dvk_desktop.domain.vietnamese.folding import fold, fold_tones, matches
from dvk_desktop.domain.vietnamese.normal import clean_line, clean_text

CHOICES = ("unit_id", "sector_code", "subject_type", "kind", "target_level")
WHOLE_NUMBERS = ("people_count", "cost")
NUMBERS = (*WHOLE_NUMBERS, "work_days", "land_area")
DATES = ("registered_on",)
LINES = ("name", "lead_body", "address", "contact_name", "contact_title", "contact_phone")
NEEDED = ("name", "unit_id")
"""Without these a row can't be stored."""

_LARGEST = Decimal(10) ** 15
_SHORT_YEAR = re.compile(r"^(\d{1,2}[/.-]\d{1,2}[/.-])(\d{2})$")
_EIGHT_FIGURES = re.compile(r"[0-3][0-9][01][0-9](19|20)[0-9]{2}")
_SERIAL = re.compile(r"[0-9]{5}")


class CellKind(Enum):
    """How a cell is typed (kiểu ô)."""

    LINE = "line"
    TEXT = "text"
    CHOICE = "choice"
    DATE = "date"
    NUMBER = "number"


class CellEmptyError(DvkError):
    """Name and unit may not be emptied (ô không được trống)."""

    code = "CELL_EMPTY"
    template = "“{field}” không được để trống."


class CellDateError(DvkError):
    """The text is no date (không phải ngày)."""

    code = "CELL_DATE"
    template = "Không đọc được ngày “{text}”. Hãy ghi như 05/03/2024."


class CellNumberError(DvkError):
    """The text is no number (không phải số)."""

    code = "CELL_NUMBER"
    template = "Không đọc được số “{text}”. Hãy ghi như 1.250 hoặc 18,5."


class CellWholeError(DvkError):
    """The item counts whole things (không phải số nguyên)."""

    code = "CELL_WHOLE"
    template = "“{field}” là số nguyên; “{text}” có phần lẻ."


class CellChoiceError(DvkError):
    """The list has nothing of this name (không có trong danh sách)."""

    code = "CELL_CHOICE"
    template = "Danh sách “{field}” không có “{text}”. Hãy chọn một mục của danh sách."


class CellAmbiguousError(DvkError):
    """The list has several that fit (khớp nhiều mục)."""

    code = "CELL_AMBIGUOUS"
    template = "“{text}” khớp nhiều mục của danh sách “{field}”. Hãy gõ rõ hơn."


class HalfTypedError(DvkError):
    """The program ended while the cell was typed into (ô gõ dở)."""

    code = "CELL_HALF_TYPED"
    template = "Đang gõ dở thì chương trình dừng, chưa lưu; giá trị đang lưu: {stored}."


class HalfTypedOverError(DvkError):
    """The cell that was typed into has been changed since (ô gõ dở đã đổi)."""

    code = "CELL_HALF_TYPED_OVER"
    template = (
        "Đang gõ dở thì chương trình dừng, chưa lưu; lúc gõ ô này là {before},"
        " nay đã được sửa thành {stored}."
    )


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a list with its names; the first is shown, the others are read too (mục)."""

    value: Any
    names: tuple[str, ...]


class ChoiceList:
    """A list that is typed into with or without accents (danh sách chọn)."""

    def __init__(self, choices: Iterable[Choice], bare: Callable[[str], str] | None = None) -> None:
        """``bare`` takes off what people write around a name."""
        self.choices = tuple(choices)
        self._bare = bare
        self._labels = {choice.value: choice.names[0] for choice in self.choices}
        self._exact: dict[str, Any] = {}
        self._plain: dict[str, list[Any]] = {}
        self._known: dict[str, list[Any]] = {}
        for choice in self.choices:
            for name in choice.names:
                self._exact.setdefault(fold_tones(name), choice.value)
                self._note_plain(fold(name), choice.value)

    def label(self, value: Any) -> str:
        """Return the name that is shown; a value that left the list shows itself."""
        return self._labels.get(value, "" if value is None else str(value))

    def found(self, text: str) -> list[Any]:
        """Return the values that a text may mean; one when it is clear."""
        # A pasted column repeats few texts.
        if text not in self._known:
            self._known[text] = self._look_up(text)
        return self._known[text]

    def fitting(self, text: str) -> list[Choice]:
        """Return the choices of which a name has words that begin as the typed ones."""
        return [
            choice for choice in self.choices if any(matches(text, name) for name in choice.names)
        ]

    def _look_up(self, text: str) -> list[Any]:
        exact = self._exact.get(fold_tones(text))
        if exact is not None:
            return [exact]
        plain = self._plain.get(fold(text), [])
        if plain and fold_tones(text) == fold(text):
            return plain
        fitting = [choice.value for choice in self.fitting(text)]
        if fitting or self._bare is None:
            return fitting
        wanted = self._bare(text)
        return [one.value for one in self.choices if self._bare(one.names[0]) == wanted]

    def _note_plain(self, plain: str, value: Any) -> None:
        known = self._plain.setdefault(plain, [])
        if value not in known:
            known.append(value)


Lists = MappingProxyType[str, ChoiceList]
NO_LISTS: Lists = MappingProxyType({})


def kind_of(field: str) -> CellKind:
    """Return how the cells of an item are typed."""
    if field in CHOICES:
        return CellKind.CHOICE
    if field in DATES:
        return CellKind.DATE
    if field in NUMBERS:
        return CellKind.NUMBER
    return CellKind.LINE if field in LINES else CellKind.TEXT


def read_cell(field: str, text: str, lists: Lists) -> Any:
    """Return the value that a typed or pasted text means.

    Raises:
        CellEmptyError: Name or unit is empty.
        CellDateError: It is no date.
        CellNumberError: It is no number, or a negative one.
        CellWholeError: The item counts whole things.
        CellChoiceError: The list has nothing of this name.
        CellAmbiguousError: The list has several that fit.
    """
    kind = kind_of(field)
    clean = clean_text(text) if kind is CellKind.TEXT else clean_line(text)
    if not clean.strip():
        if field in NEEDED:
            raise CellEmptyError(field=FIELD_LABELS[field])
        return "" if kind in {CellKind.LINE, CellKind.TEXT} else None
    reader = _READERS.get(kind)
    return clean if reader is None else reader(field, clean, lists)


def cell_text(field: str, value: Any, lists: Lists) -> str:
    """Return how a value is written in a cell."""
    if value is None:
        return ""
    if field in CHOICES and field in lists:
        return lists[field].label(value)
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, int | Decimal):
        return grouped_number(value)
    return str(value)


def grouped_number(value: Decimal | int) -> str:
    """Write a number as 1.250.000 and 12,5."""
    whole, _, part = f"{Decimal(value):,f}".partition(".")
    part = part.rstrip("0")
    return whole.replace(",", ".") + (f",{part}" if part else "")


def _read_choice(field: str, text: str, lists: Lists) -> Any:
    found = lists[field].found(text) if field in lists else []
    if len(found) == 1:
        return found[0]
    error = CellAmbiguousError if found else CellChoiceError
    raise error(field=FIELD_LABELS[field], text=text)


def _read_date(_field: str, text: str, _lists: Lists) -> date:
    # Typed dates end with two figures of the year as often as with four.
    found = parse_date(_SHORT_YEAR.sub(r"\g<1>20\g<2>", text))
    if found is None and _EIGHT_FIGURES.fullmatch(text):
        found = parse_date(f"{text[:2]}/{text[2:4]}/{text[4:]}")
    if found is None and _SERIAL.fullmatch(text):
        # A date cell of Excel that had lost its format.
        found = parse_date(int(text))
    if found is None:
        raise CellDateError(text=text)
    return found


def _read_number(field: str, text: str, _lists: Lists) -> Decimal | int:
    value = parse_decimal(text)
    if value is None or not 0 <= value < _LARGEST:
        raise CellNumberError(text=text)
    if field not in WHOLE_NUMBERS:
        return value
    if value != int(value):
        raise CellWholeError(field=FIELD_LABELS[field], text=text)
    return int(value)


_READERS: dict[CellKind, Callable[[str, str, Lists], Any]] = {
    CellKind.CHOICE: _read_choice,
    CellKind.DATE: _read_date,
    CellKind.NUMBER: _read_number,
}
