"""Texts set in lines of one size and put on a page (khối chữ).

Lengths are points from the lower left corner of the page.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from dvk_desktop.documents.fonts import width
from dvk_desktop.documents.line_breaking import Line, Run, balanced, words_of

MM = 72 / 25.4
PAGE_WIDTH = 297 * MM
PAGE_HEIGHT = 210 * MM

ASCENT = 0.74  # of a capital letter; its accents may reach into the gap above
DESCENT = 0.22
LEADING = 1.22
_PER_EXTRA_LINE = 0.14  # a name is read best in few lines, so a line more must pay in size


class PlacedText(NamedTuple):
    """A stretch of text at its place (chữ đã đặt chỗ)."""

    x: float
    y: float
    size: float
    font: str
    red: bool
    text: str


class Rule(NamedTuple):
    """A thin horizontal line."""

    x: float
    y: float
    length: float


class Group(NamedTuple):
    """Texts and rules that stand together (nhóm chữ), and the parts that had to become tight."""

    texts: tuple[PlacedText, ...]
    rules: tuple[Rule, ...] = ()
    tight: tuple[str, ...] = ()


class Style(NamedTuple):
    """How large a part may be and how small it must not become (cỡ chữ).

    ``less`` is the share of the size taken off for each further line: several lines of the
    largest size would shout.
    """

    largest: float
    smallest: float
    lines: int = 1
    red: bool = False
    less: float = 0.0


class Block(NamedTuple):
    """A part set in lines of one size, and the room wanted above it."""

    part: str
    lines: tuple[Line, ...]
    size: float
    style: Style
    above: float = 0.0

    @property
    def height(self) -> float:
        """Return the height from the first capital to the last descender."""
        return self.size * (ASCENT + DESCENT + LEADING * (len(self.lines) - 1))


class Sheet:
    """Collects what is placed."""

    def __init__(self) -> None:
        self.texts: list[PlacedText] = []
        self.rules: list[Rule] = []
        self.tight: list[str] = []

    def put(self, block: Block, baseline: float, centre: float) -> None:
        """Place the lines of a block around a centre."""
        half = block.size / 2
        self._put(block, baseline, [centre - line.width * half for line in block.lines])

    def put_left(self, block: Block, baseline: float, left: float) -> None:
        """Place the lines of a block flush left."""
        self._put(block, baseline, [left] * len(block.lines))

    def stack(self, blocks: Iterable[Block], top: float, centre: float, stretch: float) -> float:
        """Place blocks from ``top`` down, the gaps widened; return the bottom."""
        for block in blocks:
            top -= block.above * stretch
            self.put(block, top - block.size * ASCENT, centre)
            top -= block.height
        return top

    def _put(self, block: Block, baseline: float, starts: list[float]) -> None:
        if block.lines and block.size < block.style.smallest - 0.01:
            self.tight.append(block.part)
        size, red = block.size, block.style.red
        y = round(baseline, 2)
        for line, start in zip(block.lines, starts, strict=True):
            x = start
            for run in line.runs:
                self.texts.append(PlacedText(round(x, 2), y, size, run.font, red, run.text))
                if run is not line.runs[-1]:
                    x += width(run.text, run.font) * size
            y = round(y - size * LEADING, 2)

    def group(self) -> Group:
        """Return what was placed."""
        return Group(tuple(self.texts), tuple(self.rules), tuple(self.tight))


@lru_cache(maxsize=8192)
def fit(
    words: tuple[Run, ...], style: Style, wide: float, tall: float = PAGE_HEIGHT
) -> tuple[tuple[Line, ...], float]:
    """Return the lines and the size that read best within ``wide`` and ``tall``.

    Nothing is ever cut: what does not fit even so becomes smaller than the style allows.
    """
    best: tuple[tuple[Line, ...], float] = ((), style.largest)
    score = 0.0
    for count in range(1, min(style.lines, len(words)) + 1):
        lines = balanced(words, count)
        deep = ASCENT + DESCENT + LEADING * (count - 1)
        largest = style.largest * (1 - style.less * (count - 1))
        size = min(largest, wide / max(line.width for line in lines), tall / deep)
        worth = size * (1 - _PER_EXTRA_LINE * (count - 1))
        if size < style.smallest:
            worth *= 0.5
        if worth > score:
            best, score = (lines, size), worth
        if size >= style.largest:
            break
    return best[0], int(best[1] * 20) / 20


def block_of(
    part: str, words: tuple[Run, ...], style: Style, wide: float, above: float = 0.0
) -> Block:
    """Return the words of a part set within a width."""
    lines, size = fit(words, style, wide)
    return Block(part, lines, size, style, above)


@lru_cache(maxsize=1024)
def block(part: str, text: str, font: str, style: Style, wide: float, above: float = 0.0) -> Block:
    """Return a text set within a width; the texts that all pages share are set once."""
    return block_of(part, words_of(text, font), style, wide, above)


def present(*blocks: Block) -> tuple[Block, ...]:
    """Return the blocks that have text."""
    return tuple(one for one in blocks if one.lines)


def height_of(blocks: Iterable[Block]) -> float:
    """Return the height of blocks one above the other, with the room above each."""
    return sum(one.above + one.height for one in blocks)
