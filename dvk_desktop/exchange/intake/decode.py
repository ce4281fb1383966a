"""Turns raw cells into readable text, column by column (giải mã văn bản).

Decoding comes before any cleaning: the "ư" of TCVN3 is a soft hyphen that cleaning removes.
A cell in a legacy font is decoded by its font, the others by the look of their column. In a
column that mixes encodings each cell is judged alone, and a cell with too little text by what
is usual in the sheet.
"""

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from dvk_desktop.domain.vietnamese.legacy import (
    LegacyEncoding,
    encoding_of_font,
    guess_encoding,
    repair,
)
from dvk_desktop.domain.vietnamese.normal import clean_text
from dvk_desktop.domain.vietnamese.syllables import is_syllable
from dvk_desktop.exchange.intake.grid import CellValue, Place, Sheet

_WORDS = re.compile(r"[^\s!-@\[-`{-~“”‘’–—…]+")
"""Runs without ASCII signs and digits; the signs of legacy text stay in and spoil the word."""

_ABBREVIATION = re.compile("[A-ZĐ]{2,6}")
"""“ĐK”: no legacy text holds a “Đ”."""

_NO_LETTER = re.compile(r"(?<=\d)\xad|\xad(?=\d)|(?<![^ -/:-@\[-`{-~])\xad(?![^ -/:-@\[-`{-~])")
"""Beside a digit, or alone, a soft hyphen is no “ư”."""

_MOST_SAMPLES = 2000
_CELLS_TO_JUDGE = 200
"""Of a column that mixes encodings; the rest of a long list says the same."""


@dataclass(frozen=True, slots=True)
class ReadableSheet:
    """A sheet whose text can be read (trang đã giải mã).

    ``encodings`` names the legacy encoding found in a column; Unicode columns are not in it.
    ``doubtful`` cells read as Vietnamese both as they stand and decoded; they were decoded like
    the rest of their column. ``usual`` are the encodings seen by their look, commonest first.
    """

    source: Sheet
    texts: Sequence[Sequence[str]]
    encodings: Mapping[int, LegacyEncoding]
    doubtful: frozenset[Place] = frozenset()
    usual: tuple[LegacyEncoding, ...] = ()

    def text(self, row: int, column: int) -> str:
        """Return the text of one cell; outside the used area it is empty."""
        if row >= len(self.texts) or column >= len(self.texts[row]):
            return ""
        return self.texts[row][column]

    def other_readings(self, row: int, column: int) -> list[str]:
        """Return the text of a cell as it stands, and in each encoding of the sheet."""
        raw = self.source.cell(row, column).value
        if not isinstance(raw, str) or raw.isascii():
            return []
        return [clean_text(repair(raw, guess=encoding)) for encoding in (None, *self.usual)]


@dataclass(frozen=True, slots=True)
class _Looks:
    """What the look of the text says: by column, and for the whole sheet."""

    by_column: Mapping[int, LegacyEncoding]
    usual: tuple[LegacyEncoding, ...]

    def of(self, column: int, text: str) -> LegacyEncoding | None:
        if not self.usual:
            return None
        of_column = self.by_column.get(column)
        if of_column is not None and makes_sense(repair(text, guess=of_column)):
            return of_column
        guess = guess_encoding([text]) or of_column
        if guess is None and not makes_sense(text):
            senses = (known for known in self.usual if makes_sense(repair(text, guess=known)))
            guess = next(senses, None)
        return guess


def decode_sheet(sheet: Sheet) -> ReadableSheet:
    """Return the sheet with every cell as clean Unicode text."""
    looks = _looks_of(sheet)
    fonts = sheet.fonts
    texts = [
        [
            _decoded(value, fonts.get(Place(number, column)), looks, column)
            if isinstance(value, str)
            else plain_text(value)
            for column, value in enumerate(row)
        ]
        for number, row in enumerate(sheet.rows)
    ]
    by_font = {
        place.column: encoding
        for place, font in fonts.items()
        if (encoding := encoding_of_font(font)) is not None
    }
    doubtful = frozenset(_doubtful(sheet, _legacy_columns(sheet, texts, looks)))
    return ReadableSheet(sheet, texts, {**looks.by_column, **by_font}, doubtful, looks.usual)


def makes_sense(text: str) -> bool:
    """Tell whether every accented word is a Vietnamese syllable as it stands."""
    words = [word for word in _WORDS.findall(text) if not word.isascii()]
    return all(is_syllable(word) or _ABBREVIATION.fullmatch(word) for word in words)


def _legacy_columns(
    sheet: Sheet, texts: Sequence[Sequence[str]], looks: _Looks
) -> Mapping[int, tuple[LegacyEncoding, ...]]:
    """Return the columns with cells that their look decoded, also those of a mixed column."""
    if not looks.usual:
        return {}
    mixed = {
        column
        for number, row in enumerate(sheet.rows)
        for column, value in enumerate(row)
        if isinstance(value, str)
        and not value.isascii()
        and column not in looks.by_column
        and Place(number, column) not in sheet.fonts
        and texts[number][column] != _cleaned(value)
    }
    surely = {column: (encoding,) for column, encoding in looks.by_column.items()}
    return {**dict.fromkeys(mixed, looks.usual), **surely}


def _doubtful(sheet: Sheet, columns: Mapping[int, tuple[LegacyEncoding, ...]]) -> Iterator[Place]:
    for number, row in enumerate(sheet.rows if columns else ()):
        for column, encodings in columns.items():
            value = row[column] if column < len(row) else None
            place = Place(number, column)
            if (
                isinstance(value, str)
                and value
                and not value.isascii()
                and place not in sheet.fonts
                and may_be_legacy(value)
                and makes_sense(value)
                and any(
                    other != value and makes_sense(other)
                    for other in (repair(value, guess=encoding) for encoding in encodings)
                )
            ):
                yield place


def plain_text(value: CellValue) -> str:
    """Return how a person would write the value: 3.0 is "3", a date is dd/mm/yyyy."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, dt.date):
        return f"{value:%d/%m/%Y}"
    return str(value)


def _decoded(value: str, font: str | None, looks: _Looks, column: int) -> str:
    if not value:
        return ""
    if font is None and (not looks.usual or value.isascii()):
        return _cleaned(value)
    value = _NO_LETTER.sub("", value)
    guess = None if font is not None else looks.of(column, value)
    return clean_text(repair(value, font_name=font, guess=guess))


def _cleaned(text: str) -> str:
    """Return the text clean; most cells are so already, and to see it costs little."""
    is_clean = (
        text.isprintable()
        and "  " not in text
        and text[0] != " " != text[-1]
        and (text.isascii() or unicodedata.is_normalized("NFC", text))
    )
    return text if is_clean else clean_text(text)


def may_be_legacy(text: str) -> bool:
    """Letters beyond Latin-1, as “ư” and “ạ”, occur in no legacy text."""
    return max(text) <= "\xff"


def _looks_of(sheet: Sheet) -> _Looks:
    """Guess the encoding of each column from its cells that no font explains."""
    samples: dict[int, dict[str, None]] = {}
    for number, row in enumerate(sheet.rows):
        for column, value in enumerate(row):
            if isinstance(value, str) and not value.isascii():
                texts = samples.setdefault(column, {})
                if len(texts) < _MOST_SAMPLES and Place(number, column) not in sheet.fonts:
                    texts[value] = None
    by_column = {
        column: guess
        for column, texts in samples.items()
        if (guess := guess_encoding(texts)) is not None
    }
    sure = Counter(by_column.values())
    single = Counter(  # in columns that mix encodings, or are too short to judge alone
        guess
        for column, texts in samples.items()
        if column not in by_column
        for text in islice(filter(may_be_legacy, texts), _CELLS_TO_JUDGE)
        if (guess := guess_encoding([text])) is not None
    )
    ordered = [encoding for counts in (sure, single) for encoding, _ in counts.most_common()]
    return _Looks(by_column, tuple(dict.fromkeys(ordered)))
