"""Finds the unit and the year of a file in its titles or its name (nhận ra đơn vị).

Two units that fit equally well are never decided between here.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from dvk_desktop.domain.vietnamese.folding import fold_tones
from dvk_desktop.domain.vietnamese.names import unit_key
from dvk_desktop.exchange.intake.problems import IntakeProblem, problem
from dvk_desktop.exchange.intake.word_key import word_key

_LEADING_NUMBERS = re.compile(r"^[\d\s._-]+")
_LEVEL_BEFORE = re.compile(r"^(?:xa|phuong|thi tran|dac khu) (?=.)")
_YEAR_WORDED = re.compile(r"\bnam (20\d\d)\b")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_DATE_LINE = re.compile(r"\bngay \d* ?thang \d* ?nam (20\d\d)\b")
_PERIOD = re.compile(r"\b20\d\d (?:den |nam )*20\d\d\b")


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit that may have sent the file (đơn vị đã biết)."""

    id: str
    code: str
    name: str
    parent_id: str | None = None


@dataclass(frozen=True)
class KnownUnits:
    """The units to look for, prepared once for many files (danh mục đơn vị)."""

    units: tuple[KnownUnit, ...]

    @cached_property
    def _keys(self) -> tuple[tuple[KnownUnit, str, frozenset[str]], ...]:
        return tuple(
            (unit, unit_key(unit.name), frozenset(_accented_words(unit.name)))
            for unit in self.units
        )

    @cached_property
    def _by_key(self) -> dict[str, list[tuple[KnownUnit, frozenset[str]]]]:
        found: dict[str, list[tuple[KnownUnit, frozenset[str]]]] = {}
        for unit, key, words in self._keys:
            found.setdefault(key, []).append((unit, words))
        return found

    @cached_property
    def _parents(self) -> dict[str, str | None]:
        return {unit.id: unit.parent_id for unit in self.units}

    def named_in(self, text: str) -> list[KnownUnit]:
        """Return the units that a line names; a longer name hides a shorter one inside it."""
        key = f" {unit_key(text)} "
        found = [
            (position, position + len(name_key), unit)
            for unit, name_key, words in self._keys
            if (position := key.find(f" {name_key} ")) >= 0 and not _contradicts(words, text)
        ]
        return [
            unit
            for start, end, unit in found
            if not any(
                other_start < end and start < other_end and other_end - other_start > end - start
                for other_start, other_end, _ in found
            )
        ]

    def whole(self, text: str) -> KnownUnit | None:
        """Return the one unit whose name a text is, and nothing besides."""
        found = self._by_key.get(unit_key(text), ())
        fitting = [unit for unit, words in found if not _contradicts(words, text)]
        return fitting[0] if len(fitting) == 1 else None

    def of_place(self, text: str) -> KnownUnit | None:
        """Return the one unit of a place that is written without its level: “Yên Phú”."""
        wanted = _LEVEL_BEFORE.sub("", unit_key(text))
        found = [
            unit
            for unit, key, words in self._keys
            if _LEVEL_BEFORE.sub("", key) == wanted and not _contradicts(words, text)
        ]
        return found[0] if len(found) == 1 else None

    def is_above(self, upper: KnownUnit, lower: KnownUnit) -> bool:
        """Tell whether one unit stands above another, at any distance."""
        seen: set[str] = set()
        parent = self._parents.get(lower.id)
        while parent is not None and parent not in seen:
            if parent == upper.id:
                return True
            seen.add(parent)
            parent = self._parents.get(parent)
        return False

    def lowest(self, units: Iterable[KnownUnit]) -> list[KnownUnit]:
        """Leave out the units that stand above another of them: the letterhead names both."""
        distinct = list(dict.fromkeys(units))
        return [
            unit
            for unit in distinct
            if not any(self.is_above(unit, other) for other in distinct if other is not unit)
        ]


@dataclass(frozen=True, slots=True)
class UnitFinding:
    """The unit of a file, or why it is open (kết quả nhận đơn vị)."""

    unit: KnownUnit | None
    problem: IntakeProblem | None = None


def recognise_unit(title_lines: Sequence[str], file_name: str, known: KnownUnits) -> UnitFinding:
    """Return the unit that the titles name, or else the file name."""
    inside = units_of_titles(title_lines, known)
    outside = units_of_file_name(file_name, known)
    if len(inside) == 1 and len(outside) == 1 and inside != outside:
        return _settle(inside[0], outside[0], known)
    if len(inside) > 1:
        both = [unit for unit in inside if unit in outside]
        return _only(both if len(both) == 1 else inside)
    return _only(inside or outside)


def units_of_titles(title_lines: Sequence[str], known: KnownUnits) -> list[KnownUnit]:
    """Return the units that the title lines name, without those above them.

    In a letterhead the body above stands on the line before the body that writes.
    """
    letterhead: list[KnownUnit] = []
    others: list[KnownUnit] = []
    for line in title_lines:
        named = known.named_in(line)
        is_whole_line = len(named) == 1 and unit_key(named[0].name) == unit_key(line)
        (letterhead if is_whole_line else others).extend(named)
    return known.lowest([*letterhead[-1:], *(u for u in others if u not in letterhead[:-1])])


def units_of_file_name(file_name: str, known: KnownUnits) -> list[KnownUnit]:
    """Return the units that a file name names, mostly without accents."""
    stem = _LEADING_NUMBERS.sub("", PurePath(file_name).stem)
    line = re.sub(r"[-_.]+", " ", stem)
    words = set(line.lower().split())
    by_code = [unit for unit in known.units if unit.code and unit.code.lower() in words]
    return known.lowest(known.named_in(line) or by_code)


def recognise_year(
    title_lines: Sequence[str], sheet_names: Sequence[str], file_name: str
) -> tuple[int | None, IntakeProblem | None]:
    """Return the one year that the titles, or else the names of sheets and file, give."""
    for lines, pattern in (
        (title_lines, _YEAR_WORDED),
        (title_lines, _YEAR),
        ([*sheet_names, PurePath(file_name).stem], _YEAR),
    ):
        years = {int(year) for line in lines for year in _years(line, pattern)}
        if len(years) == 1:
            return years.pop(), None
        if years:
            listed = ", ".join(str(year) for year in sorted(years))
            return None, problem("YEAR_UNCLEAR", years=listed)
    return None, None


def _years(line: str, pattern: re.Pattern[str]) -> list[str]:
    key = _PERIOD.sub(" ", _DATE_LINE.sub(" ", word_key(line)))
    return pattern.findall(key)


def _only(units: Sequence[KnownUnit]) -> UnitFinding:
    if len(units) == 1:
        return UnitFinding(units[0])
    if not units:
        return UnitFinding(None, problem("UNIT_UNKNOWN"))
    names = ", ".join(f"{unit.name} ({unit.code})" for unit in units)
    return UnitFinding(None, problem("UNIT_AMBIGUOUS", units=names))


def _settle(inside: KnownUnit, outside: KnownUnit, known: KnownUnits) -> UnitFinding:
    for unit, other in ((inside, outside), (outside, inside)):
        if known.is_above(other, unit):
            return UnitFinding(unit)
    return UnitFinding(None, problem("UNIT_CONFLICT", inside=inside.name, outside=outside.name))


def _accented_words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold_tones(text))


def _contradicts(unit_words: frozenset[str], text: str) -> bool:
    """Tell whether the text writes a word of the name with other accents: Hoa for Hòa."""
    if text.isascii():
        return False
    written = set(_accented_words(text))
    plain_written = {word_key(word) for word in written}
    return any(word not in written and word_key(word) in plain_written for word in unit_words)
