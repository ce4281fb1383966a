"""The numbers that Word shows but does not store: automatic lists (đánh số tự động).

A paragraph only names its list and its level; the number is counted along the document.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_MOST_LEVELS = 9
BULLET = "-"


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered (một cấp của danh sách)."""

    style: str
    pattern: str
    start: int


@dataclass(slots=True)
class WordNumbers:
    """Counts the automatic numbers of a document (bộ đếm số tự động)."""

    _levels: dict[str, dict[int, _Level]]
    _lists: dict[str, str]
    _by_style: dict[str, tuple[str, int]]
    _counts: defaultdict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    @staticmethod
    def of(document: Any) -> "WordNumbers":
        """Return the counter of a document."""
        root = _numbering_root(document)
        abstracts: dict[str, dict[int, _Level]] = {}
        lists: dict[str, str] = {}
        for element in root.iterchildren() if root is not None else ():
            if element.tag == f"{_W}abstractNum":
                abstracts[element.get(f"{_W}abstractNumId", "")] = dict(_levels_of(element))
            elif element.tag == f"{_W}num":
                lists[element.get(f"{_W}numId", "")] = _value(element, "abstractNumId")
        by_style = {
            style.style_id: found
            for style in document.styles
            if (found := _list_of(style.element.find(f"{_W}pPr/{_W}numPr"))) is not None
        }
        return WordNumbers(abstracts, lists, by_style)

    def next(self, paragraph: Any) -> str:
        """Return the number of a paragraph, “1.”, “a)” or a bullet, and count it; often none."""
        properties = paragraph.find(f"{_W}pPr/{_W}numPr")
        found = _list_of(properties)
        if found is None and properties is None:
            style = paragraph.find(f"{_W}pPr/{_W}pStyle")
            found = self._by_style.get(style.get(f"{_W}val")) if style is not None else None
        if found is None:
            return ""
        number, depth = found
        abstract = self._lists.get(number, "")
        levels = self._levels.get(abstract, {})
        level = levels.get(depth)
        if level is None or level.style == "none":
            return ""
        if level.style == "bullet":
            return BULLET
        return self._count(abstract, depth, levels)

    def _count(self, abstract: str, depth: int, levels: dict[int, _Level]) -> str:
        counts = self._counts[abstract]
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [known for known in counts if known > depth]:
            del counts[deeper]
        text = levels[depth].pattern
        for upper in range(depth + 1):
            if upper in levels:
                shown = _shown(counts.get(upper, levels[upper].start), levels[upper].style)
                text = text.replace(f"%{upper + 1}", shown)
        return text.strip()


def _numbering_root(document: Any) -> Any:
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/numbering") and not relation.is_external:
            return relation.target_part.element
    return None


def _levels_of(abstract: Any) -> Any:
    for element in abstract.iterchildren(f"{_W}lvl"):
        depth = int(element.get(f"{_W}ilvl", "0"))
        if depth < _MOST_LEVELS:
            style = _value(element, "numFmt") or "decimal"
            start = _value(element, "start")
            yield depth, _Level(style, _value(element, "lvlText"), int(start or "1"))


def _list_of(properties: Any) -> tuple[str, int] | None:
    """Return list and level; list 0 says that there is none."""
    if properties is None:
        return None
    number = _value(properties, "numId")
    return (number, int(_value(properties, "ilvl") or "0")) if number not in ("", "0") else None


def _value(element: Any, name: str) -> str:
    child = element.find(f"{_W}{name}")
    return "" if child is None else str(child.get(f"{_W}val", ""))


def _shown(number: int, style: str) -> str:
    if style in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter.upper() if style == "upperLetter" else letter
    if style in ("lowerRoman", "upperRoman"):
        roman, rest = "", min(number, 39)
        for value, sign in _ROMAN:
            roman += sign * (rest // value)
            rest %= value
        return roman.lower() if style == "lowerRoman" else roman
    return f"{number:02}" if style == "decimalZero" else str(number)
