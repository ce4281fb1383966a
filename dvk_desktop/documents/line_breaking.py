"""Break a name into lines of even length (ngắt dòng cân đối).

A certificate is read as a whole, so the lines of a name are balanced and meaning is kept
together: a quoted phrase, a number with its noun, a proper name.
"""

from functools import lru_cache
from typing import NamedTuple

from dvk_desktop.documents.fonts import width

_NEVER = 1e9
_LINKING = frozenset(
    ["và", "của", "về", "cho", "với", "trong", "các", "những", "theo", "tại", "từ", "do"]
) | frozenset(["cùng", "để", "ở", "là", "không", "được"])
_NOUNS_WITH_NUMBER = frozenset(
    ["thôn", "xóm", "bản", "ấp", "tổ", "khu", "đội", "cụm", "khối", "phố", "buôn", "làng"]
) | frozenset(["phường", "quận", "số", "ngày", "tháng", "năm"])
_DASHES = frozenset("-–—")
_SHORT_PHRASE = 5


class Run(NamedTuple):
    """A stretch of text in one font (đoạn chữ cùng phông)."""

    text: str
    font: str


class Line(NamedTuple):
    """One line: its runs and its width at a size of one point (một dòng)."""

    runs: tuple[Run, ...]
    width: float


def words_of(text: str, font: str) -> tuple[Run, ...]:
    """Return the words of ``text``, each with its font."""
    return tuple(Run(word, font) for word in text.split())


@lru_cache(maxsize=4096)
def balanced(words: tuple[Run, ...], count: int) -> tuple[Line, ...]:
    """Return ``words`` in at most ``count`` lines as even as their meaning allows."""
    total = len(words)
    count = min(count, total)
    if count < 1:
        return ()
    if count == 1:
        return (_line(words),)
    reach = _positions(words)
    costs = _break_costs(words)
    ideal = reach[total] / count
    # best[k][end]: the lowest cost of setting the first ``end`` words in k lines, and the word
    # at which the last of these lines starts.
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for made in range(1, count + 1):
        ends = range(total, total + 1) if made == count else range(made, total - count + made + 1)
        best.append({end: _cheapest(best[-1], end, reach, ideal, costs[end]) for end in ends})
    return _lines(words, best)


def _cheapest(
    row: dict[int, tuple[float, int]], end: int, reach: list[float], ideal: float, cost: float
) -> tuple[float, int]:
    return min(
        (before + cost + ((reach[end] - reach[start]) / ideal - 1) ** 2, start)
        for start, (before, _) in row.items()
        if start < end
    )


def _lines(words: tuple[Run, ...], best: list[dict[int, tuple[float, int]]]) -> tuple[Line, ...]:
    end, lines = len(words), []
    for row in reversed(best[1:]):
        start = row[end][1]
        lines.append(_line(words[start:end]))
        end = start
    return tuple(reversed(lines))


def _line(words: tuple[Run, ...]) -> Line:
    """Join words of one font; the width is summed up from words, which come again and again."""
    runs: list[Run] = []
    start, total = 0, 0.0
    for index, word in enumerate(words):
        total += width(word.text, word.font)
        last = index + 1 == len(words)
        if not last:
            total += width(" ", word.font)
        if last or words[index + 1].font != word.font:
            text = " ".join(part.text for part in words[start : index + 1])
            runs.append(Run(text if last else f"{text} ", word.font))
            start = index + 1
    return Line(tuple(runs), total)


def _positions(words: tuple[Run, ...]) -> list[float]:
    reach = [0.0]
    for word in words:
        reach.append(reach[-1] + width(word.text, word.font) + width(" ", word.font))
    return reach


def _break_costs(words: tuple[Run, ...]) -> list[float]:
    """Return what it costs to end a line after each number of words."""
    costs = [0.0] * (len(words) + 1)
    for index in range(1, len(words)):
        before, after = words[index - 1].text, words[index].text
        costs[index] = _pair_cost(before, after)
    for start, end in _phrases([word.text for word in words]):
        for index in range(start + 1, end + 1):
            costs[index] += 0.6
    if len(words) > 2:
        costs[len(words) - 1] += 0.8  # the last word alone on its line
        costs[1] += 0.3
    return costs


def _pair_cost(before: str, after: str) -> float:
    if after in _DASHES or before in {"“", "‘", "("} or after in {"”", "’", ")", ",", "."}:
        return _NEVER
    if before in _DASHES:
        return 0.7
    if after.startswith("("):
        return 0.45
    if before.endswith((",", ";", ":")):
        return 0.0
    if after[0].isdigit() and before.lower() in _NOUNS_WITH_NUMBER:
        return 2.0
    if before.isdigit() and after in {"tháng", "năm"}:
        return 1.0
    if before.lower() in _LINKING:
        return 0.25
    if before[0].isupper() and after[0].isupper():
        return 0.3
    return 0.06


def _phrases(texts: list[str]) -> list[tuple[int, int]]:
    """Return first and last index of short phrases in quotes or brackets."""
    found, opened = [], -1
    for index, text in enumerate(texts):
        if text[0] in "“‘(":
            opened = index
        if opened >= 0 and ("”" in text or "’" in text or ")" in text):
            if 0 < index - opened < _SHORT_PHRASE:
                found.append((opened, index))
            opened = -1
    return found
