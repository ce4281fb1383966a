"""Maps what people wrote in a cell to sector, subject type and kind (dịch giá trị).

A text that could mean two things means nothing here: the caller turns it into a problem.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from dvk_desktop.domain.records.intake import HeadingMeaning
from dvk_desktop.domain.terms import RegistrationKind, SubjectType
from dvk_desktop.exchange.intake.vocabulary import (
    KIND_WORDS,
    MARK_SIGNS,
    MARKS,
    NO_MARKS,
    SECTOR_WORDS,
    SUBJECT_WORDS,
)
from dvk_desktop.exchange.intake.word_key import has_words, word_key

T = TypeVar("T")

_MIN_PART = 6
"""A word shorter than this says nothing inside a longer text: “mới” is in “đổi mới”."""

_PARTS = re.compile(r"[;,/+&]|\bvà\b")
_DASHES = frozenset("-–—._/")

_NUMBERING = re.compile(r"^\s*(?:[IVXLC]+|[A-Z]|\d{1,2}(?:\.\d{1,2})*)\s*[.):/\-–]+\s*")
_COUNT = re.compile(
    r"[(:\-–]?\s*(?<!\d)\d{1,6}\s*(?:mô hình|MÔ HÌNH|MH|mh|điển hình)?\s*\)?\s*[.:;]?\s*$"
)
_LEADING = ("linh vuc", "thuoc linh vuc", "ve linh vuc", "nhom", "cac mo hinh", "mo hinh", "ve")


@dataclass(frozen=True, slots=True)
class SectorWords:
    """A sector of the campaign with further words for it (lĩnh vực và từ chỉ nó)."""

    code: str
    name: str
    words: tuple[str, ...] = ()


DEFAULT_SECTORS: tuple[SectorWords, ...] = (
    SectorWords("KT", "Kinh tế"),
    SectorWords("VHXH", "Văn hóa – xã hội"),
    SectorWords("QPAN", "Quốc phòng – an ninh"),
    SectorWords("HTCT", "Xây dựng Đảng, hệ thống chính trị"),
    SectorWords("NTM", "Xây dựng nông thôn mới"),
)


UnitFinder = Callable[[str], str | None]
"""Gives the id of the unit that a text names and says nothing besides."""

Meanings = Mapping[tuple[str, str], str]
"""What words mean by a person's say, by item and word: the first of all."""


@dataclass(frozen=True, slots=True)
class ValueWords:
    """The words of one campaign (bộ từ của đợt).

    ``levels`` are the codes and names of the levels; ``said`` what a person said words mean, and
    ``headings`` what group headings mean, by ``heading_key``; ``unit_of`` finds the unit that a
    heading names.
    """

    sectors: tuple[SectorWords, ...]
    levels: tuple[tuple[str, str], ...] = ()
    said: Meanings = field(default_factory=dict)
    headings: Mapping[str, HeadingMeaning] = field(default_factory=dict)
    unit_of: UnitFinder | None = None
    _sector_keys: Mapping[str, str] = field(init=False)
    _subject_keys: Mapping[str, SubjectType] = field(init=False)
    _kind_keys: Mapping[str, RegistrationKind] = field(init=False)
    _level_keys: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        said: dict[str, dict[str, str]] = {}
        for (item, word), value in self.said.items():
            said.setdefault(item, {})[word_key(word)] = value
        usual = {
            key: sector.code for sector in self.sectors for key in SECTOR_WORDS.get(sector.code, ())
        }
        own = {
            word_key(word): sector.code
            for sector in self.sectors
            for word in (sector.code, sector.name, *sector.words)
        }
        subjects = {key: SubjectType(value) for key, value in said.get("subject_type", {}).items()}
        kinds = {key: RegistrationKind(value) for key, value in said.get("kind", {}).items()}
        levels = {word_key(word): code for code, name in self.levels for word in (code, name)}
        given = {
            "_sector_keys": {**usual, **own, **said.get("sector_code", {})},
            "_subject_keys": {**_turned(SUBJECT_WORDS), **subjects},
            "_kind_keys": {**_turned(KIND_WORDS), **kinds},
            "_level_keys": {**levels, **said.get("target_level", {})},
        }
        for name, keys in given.items():
            object.__setattr__(self, name, keys)

    def sector(self, text: str) -> str | None:
        """Return the code of the sector that a cell or heading names."""
        return _named(text, self._sector_keys)

    def sector_within(self, text: str) -> str | None:
        """Return the one sector that is named somewhere in the text."""
        if (sector := self.sector(text)) is not None:
            return sector
        parts = {self.sector(part) for part in _PARTS.split(text)} - {None}
        return None if len(parts) > 1 else _only_one_within(word_key(text), self._sector_keys)

    def sector_heading(self, text: str) -> str | None:
        """Return the sector that a heading names, further words after it allowed."""
        return self.sector(text) or _only_one_at_start(_heading_key(text), self._sector_keys)

    def kind_heading(self, text: str) -> RegistrationKind | None:
        """Return the kind that a heading names, further words after it allowed."""
        return self.kind(text) or _only_one_at_start(_heading_key(text), self._kind_keys)

    def said_heading(self, text: str) -> HeadingMeaning | None:
        """Return what a heading means by a person's say, or the unit that it names."""
        said = self.headings.get(heading_key(text)) if self.headings else None
        if said is not None or self.unit_of is None:
            return said
        unit = self.unit_of(strip_numbering(text))
        return HeadingMeaning("unit_id", unit) if unit is not None else None

    def subject(self, text: str) -> SubjectType | None:
        """Return the subject type that a cell, heading or sheet name names."""
        return _named(text, self._subject_keys)

    def kind(self, text: str) -> RegistrationKind | None:
        """Return the kind that a cell or heading names."""
        return _named(text, self._kind_keys)

    def level(self, text: str) -> str | None:
        """Return the code of the level that a cell names: “Tỉnh”, “cấp tỉnh”."""
        key = word_key(text)
        return self._level_keys.get(key) or self._level_keys.get(key.removeprefix("cap "))

    def kind_within(self, text: str) -> RegistrationKind | None:
        """Return the one kind that is named somewhere in the text."""
        return self.kind(text) or _only_one_within(word_key(text), self._kind_keys)


def strip_numbering(text: str) -> str:
    """Drop the number of a heading and a count after it: “II. Kinh tế (5 mô hình)”."""
    line = " ".join(text.split())
    bare = _COUNT.sub("", _NUMBERING.sub("", line)).strip()
    return bare or line


def heading_key(text: str) -> str:
    """Return the bare words of a heading, without its number and a count after it."""
    return word_key(strip_numbering(text))


def mark_of(text: str) -> bool | None:
    """Tell whether a cell of a crossed column is crossed; None when that is unclear."""
    stripped = text.strip()
    if not stripped:
        return False
    if set(stripped) <= MARK_SIGNS:
        return True
    key = word_key(stripped)
    if key in MARKS:
        return True
    is_no = key in NO_MARKS or set(stripped) <= _DASHES
    return False if is_no else None


def _named(text: str, words: Mapping[str, T]) -> T | None:
    """Return what a text names as it stands (“T.thể”), or behind a number (“A. Tập thể”)."""
    whole = word_key(text)
    if whole in words:
        return words[whole]
    key = word_key(strip_numbering(text))
    return words.get(key) or words.get(_without_lead(key))


def _turned(words: Mapping[T, tuple[str, ...]]) -> dict[str, T]:
    return {phrase: value for value, phrases in words.items() for phrase in phrases}


def _without_lead(key: str) -> str:
    for lead in _LEADING:
        if key.startswith(f"{lead} "):
            return key.removeprefix(f"{lead} ")
    return key


def _only_one_within(key: str, words: Mapping[str, T]) -> T | None:
    found = {
        value
        for phrase, value in words.items()
        if len(phrase) >= _MIN_PART and has_words(key, phrase)
    }
    return found.pop() if len(found) == 1 else None


def _heading_key(text: str) -> str:
    return _without_lead(word_key(strip_numbering(text)))


def _only_one_at_start(key: str, words: Mapping[str, T]) -> T | None:
    """A body may be named after a sector: “Tổ phát triển kinh tế” heads no sector."""
    starts = any(key.startswith(phrase) for phrase in words if len(phrase) >= _MIN_PART)
    return _only_one_within(key, words) if starts else None


def words_for(
    sectors: Iterable[SectorWords],
    levels: Iterable[tuple[str, str]] = (),
    said: Meanings | None = None,
    headings: Mapping[str, HeadingMeaning] | None = None,
    unit_of: UnitFinder | None = None,
) -> ValueWords:
    """Return the words of a campaign with these sectors and levels."""
    return ValueWords(tuple(sectors), tuple(levels), said or {}, headings or {}, unit_of)
