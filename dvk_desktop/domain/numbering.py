"""Numbers of decisions and other documents (số, ký hiệu văn bản).

The Party numbers each type through a term of office, the State each type through a year. A
number is blank until the document is signed, and no number is used twice.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.terms import DocumentStyle, Labelled

_BLANK = "     "
_NUMBERED = r"^Số\s*:?\s*(?P<number>\d*)\s*"
_PARTY = re.compile(_NUMBERED + r"-\s*(?P<type>[^\W\d_]+)\s*/\s*(?P<organ>\S.*?)\s*$")
_STATE = re.compile(_NUMBERED + r"/\s*(?P<type>[^\W\d_]+)\s*-\s*(?P<organ>\S.*?)\s*$")
_STATE_LETTER = re.compile(_NUMBERED + r"/\s*(?P<organ>[^\W\d_]\S*(?:-\S+)?)\s*$")


class DocumentType(Labelled):
    """What kind of document a number belongs to (loại văn bản)."""

    DECISION = "decision", "Quyết định"
    SUBMISSION = "submission", "Tờ trình"
    MINUTES = "minutes", "Biên bản"
    REPORT = "report", "Báo cáo"
    PLAN = "plan", "Kế hoạch"
    GUIDANCE = "guidance", "Hướng dẫn"
    NOTICE = "notice", "Thông báo"
    LETTER = "letter", "Công văn"


TYPE_SYMBOLS: dict[DocumentType, str] = {
    DocumentType.DECISION: "QĐ",
    DocumentType.SUBMISSION: "TTr",
    DocumentType.MINUTES: "BB",
    DocumentType.REPORT: "BC",
    DocumentType.PLAN: "KH",
    DocumentType.GUIDANCE: "HD",
    DocumentType.NOTICE: "TB",
    DocumentType.LETTER: "CV",
}


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A number taken apart; ``number`` is None while it is blank (số và ký hiệu)."""

    number: int | None
    type_symbol: str
    organ_symbol: str


@dataclass(frozen=True, slots=True)
class NumberBlock:
    """Numbers that a higher office has handed down, both ends included (dải số)."""

    first: int
    last: int


class BadNumberError(DvkError):
    """A text is not a document number (số văn bản không đọc được)."""

    code = "BAD_NUMBER"
    template = (
        "Không đọc được số văn bản “{text}”. Hãy ghi như “Số 05-QĐ/BCĐ” (văn bản Đảng) hoặc "
        "“Số: 15/QĐ-UBND” (văn bản hành chính)."
    )


class NumberTakenError(DvkError):
    """The number belongs to another document (số đã dùng)."""

    code = "NUMBER_TAKEN"
    template = "Số {number} đã được dùng trong kỳ đánh số này. Hãy lấy số tiếp theo là {next}."


class NumbersExhaustedError(DvkError):
    """The block that was handed down is used up (hết dải số)."""

    code = "NUMBERS_EXHAUSTED"
    template = "Dải số từ {first} đến {last} đã dùng hết. Hãy đề nghị cấp trên cấp dải số mới."


def is_party_style(style: DocumentStyle) -> bool:
    """Say whether a style is one of the Party's."""
    return style is not DocumentStyle.STATE_ND30


def number_series(style: DocumentStyle, type_symbol: str, *, year: int, term: str) -> str:
    """Return the name of the series that a number is unique in (kỳ đánh số).

    Args:
        style: How the document is laid out.
        type_symbol: Such as "QĐ"; each type counts for itself.
        year: The year of signing, which bounds a State series.
        term: The term of office, such as "2020-2025", which bounds a Party series.
    """
    return f"{type_symbol}:{term}" if is_party_style(style) else f"{type_symbol}:{year}"


def format_number(
    style: DocumentStyle, number: int | None, type_symbol: str, organ_symbol: str
) -> str:
    """Write a number as on paper; below 10 with a zero, blank for None.

    A State letter has no type symbol ("Số: 15/UBND-NV"): pass an empty one.
    """
    digits = _BLANK if number is None else f"{number:02d}"
    if is_party_style(style):
        return f"Số {digits}-{type_symbol}/{organ_symbol}"
    if not type_symbol:
        return f"Số: {digits}/{organ_symbol}"
    return f"Số: {digits}/{type_symbol}-{organ_symbol}"


def parse_number(style: DocumentStyle, text: str) -> DocumentNumber:
    """Take a written number apart; the colon and spaces may differ from the rule.

    Raises:
        BadNumberError: The text is not a number of this style.
    """
    plain = text.strip()
    if not is_party_style(style) and (letter := _STATE_LETTER.match(plain)):
        known = set(TYPE_SYMBOLS.values())
        if letter["organ"].split("-")[0] not in known:
            return DocumentNumber(_digits(letter["number"]), "", letter["organ"])
    match = (_PARTY if is_party_style(style) else _STATE).match(plain)
    if match is None:
        raise BadNumberError(text=text)
    return DocumentNumber(_digits(match["number"]), match["type"], match["organ"])


def _digits(text: str) -> int | None:
    return int(text) if text else None


def next_number(used: Collection[int], block: NumberBlock | None = None) -> int:
    """Return the number after the greatest used one; gaps are never filled silently.

    Raises:
        NumbersExhaustedError: The block has no number left.
    """
    if block is None:
        return max(used, default=0) + 1
    inside = [number for number in used if block.first <= number <= block.last]
    following = max(inside, default=block.first - 1) + 1
    if following > block.last:
        raise NumbersExhaustedError(first=block.first, last=block.last)
    return following


def require_free(number: int, used: Collection[int]) -> None:
    """Refuse a number that another document of the series has.

    Raises:
        NumberTakenError: Names the next free one.
    """
    if number in used:
        raise NumberTakenError(number=number, next=next_number(used))


def gaps(used: Collection[int], block: NumberBlock | None = None) -> tuple[int, ...]:
    """Return the numbers that were left out below the greatest one used (số bỏ trống)."""
    first, last = (1, max(used, default=0)) if block is None else (block.first, block.last)
    taken = {number for number in used if first <= number <= last}
    return tuple(
        number for number in range(first, max(taken, default=first)) if number not in taken
    )
