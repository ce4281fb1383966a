"""Where each line of a certificate stands (bố cục giấy chứng nhận).

Top to bottom: national lines, issuer, heading, lotus, what is recognised, whose it is, what it
achieved; at the foot the decision on the left and the signature on the right. The name of the
model takes the room that is left: the largest size that fits, in one to three balanced lines.
Lengths are points from the lower left corner of the page.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from dvk_desktop.documents.fonts import BOLD, BOLD_ITALIC, ITALIC, REGULAR, width
from dvk_desktop.documents.line_breaking import Line, Run, balanced, words_of
from dvk_desktop.domain.records.certificate import CertificateText

MM = 72 / 25.4
PAGE_WIDTH = 297 * MM
PAGE_HEIGHT = 210 * MM

_CENTRE = PAGE_WIDTH / 2
_TOP = 186.5 * MM
_FOOT = 25.5 * MM
_LEFT = 33 * MM
_WIDE = 226 * MM
_FOOT_WIDE = 98 * MM
_SIGNATURE_CENTRE = 213 * MM
_SIGNATURE_CLEAR = 35 * MM

_ASCENT = 0.74  # of a capital letter; its accents may reach into the gap above
_DESCENT = 0.22
_LEADING = 1.22
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


@dataclass(frozen=True, slots=True)
class PageLayout:
    """One page, ready to draw (trang đã bố cục).

    The ``common`` groups are the same on most pages of a batch: national lines, decision and
    signature; ``own`` is not.
    """

    common: tuple[Group, Group, Group]
    own: Group
    divider: tuple[float, float]

    @property
    def tight(self) -> tuple[str, ...]:
        """Return the parts that had to be smaller than can be read comfortably."""
        return sum((group.tight for group in self.common), self.own.tight)


@dataclass(frozen=True, slots=True)
class Style:
    """How large a part may be and how small it must not become (cỡ chữ).

    ``less`` is the share of the size taken off for each further line: several lines of the
    largest size would shout.
    """

    largest: float
    smallest: float
    lines: int = 1
    red: bool = False
    less: float = 0.0


@dataclass(frozen=True, slots=True)
class Block:
    """A part set in lines of one size, and the room wanted above it."""

    part: str
    lines: tuple[Line, ...]
    size: float
    style: Style
    above: float

    @property
    def height(self) -> float:
        """Return the height from the first capital to the last descender."""
        return self.size * (_ASCENT + _DESCENT + _LEADING * (len(self.lines) - 1))


_NATIONAL = Style(14.5, 11)
_ISSUER = Style(17, 12.5, 2, red=True)
_HEADING = Style(38, 24, red=True)
_SUBHEADING = Style(18, 13, 2, red=True)
_LABEL = Style(16, 12)
_SUBJECT = Style(30, 15, 3, less=0.08)
_RECIPIENT = Style(20, 13, 2)
_ACHIEVEMENT = Style(17, 12, 2)
_PLACE_DATE = Style(14, 10.5)
_SIGNATURE = Style(14, 10.5, 2)
_SIGNATORY = Style(15, 11)
_DECISION = Style(12.5, 10, 3)
_DIVIDER_ROOM = 6.6 * MM
_ABOVE_DIVIDER = 2.4 * MM
_ABOVE_SUBJECT = 2.6 * MM
_ABOVE_DATE = 5 * MM
_SCALES = (1.0, 0.92, 0.84, 0.77, 0.7)  # what stands around a long name makes room for it


def lay_out(text: CertificateText) -> PageLayout:
    """Return where everything of one certificate stands."""
    national, y = _lay_national(text.national_lines)
    signature, top_of_date = _lay_signature(
        text.place_date, text.signature_lines, text.signatory_name
    )
    sheet = _Sheet()
    divider = _lay_stack(sheet, text, y, top_of_date + _ABOVE_DATE)
    number = f"{text.register_label} {text.register_number}" if text.register_number else ""
    words = words_of(number, BOLD_ITALIC)
    sheet.put(_block("register_number", words, _DECISION, wide=_FOOT_WIDE), _FOOT, None)
    decision = _lay_decision(text.decision_line, text.register_label if number else "")
    return PageLayout((national, decision, signature), sheet.group(), (_CENTRE, divider))


class _Sheet:
    """Collects what is placed."""

    def __init__(self) -> None:
        self.texts: list[PlacedText] = []
        self.rules: list[Rule] = []
        self.tight: list[str] = []

    def put(self, block: Block, baseline: float, centre: float | None) -> None:
        """Place the lines of a block; no centre means flush left."""
        if block.lines and block.size < block.style.smallest - 0.01:
            self.tight.append(block.part)
        y = round(baseline, 2)
        for line in block.lines:
            x = _LEFT if centre is None else centre - line.width * block.size / 2
            for run in line.runs:
                self.texts.append(
                    PlacedText(round(x, 2), y, block.size, run.font, block.style.red, run.text)
                )
                x += width(run.text, run.font) * block.size
            y = round(y - block.size * _LEADING, 2)

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
        deep = _ASCENT + _DESCENT + _LEADING * (count - 1)
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


def _block(
    part: str, words: tuple[Run, ...], style: Style, above: float = 0, wide: float = _WIDE
) -> Block:
    lines, size = fit(words, style, wide)
    return Block(part, lines, size, style, above)


def _lay_stack(sheet: _Sheet, text: CertificateText, y: float, floor: float) -> float:
    """Place the centred parts between ``y`` and ``floor``; return where the lotus stands."""
    subject = words_of(text.subject, BOLD)
    wanted = min(0.9 * fit(subject, _SUBJECT, _WIDE)[1], 18)
    for scale in _SCALES:
        upper, before, after = _around_subject(text, scale)
        room = y - floor - _DIVIDER_ROOM - scale * _ABOVE_DIVIDER
        room -= sum(block.above + block.height for block in upper + before + after)
        above = scale * _ABOVE_SUBJECT
        lines, size = fit(subject, _SUBJECT, _WIDE, max(room - above, _SUBJECT.smallest / 2))
        if size >= wanted:
            break
    main = _present(Block("subject", lines, size, _SUBJECT, above))
    spare = room - sum(block.above + block.height for block in main)
    return _stack(sheet, y, spare, upper, before + main + after)


def _around_subject(
    text: CertificateText, scale: float
) -> tuple[tuple[Block, ...], tuple[Block, ...], tuple[Block, ...]]:
    """Return the parts above the lotus, and those before and after the name of the model."""

    def block(part: str, words: tuple[Run, ...], style: Style, above: float) -> Block:
        style = replace(style, largest=max(style.largest * scale, style.smallest))
        return _block(part, words, style, above * scale * MM)

    recipient = words_of(text.recipient_label, REGULAR) + words_of(text.recipient, BOLD)
    upper = _present(
        block("issuer", words_of(text.issuer, BOLD), _ISSUER, 5.2),
        block("heading", words_of(text.heading, BOLD), _HEADING, 4.6),
    )
    before = _present(
        block("subheading", words_of(text.subheading, BOLD), _SUBHEADING, 1.4),
        block("subject_label", words_of(text.subject_label, ITALIC), _LABEL, 1.8),
    )
    after = _present(
        block("recipient", recipient if text.recipient else (), _RECIPIENT, 3.0),
        block("achievement", words_of(text.achievement, REGULAR), _ACHIEVEMENT, 2.4),
    )
    return upper, before, after


def _present(*blocks: Block) -> tuple[Block, ...]:
    return tuple(block for block in blocks if block.lines)


def _stack(
    sheet: _Sheet, y: float, spare: float, upper: tuple[Block, ...], lower: tuple[Block, ...]
) -> float:
    """Place the blocks with the lotus between them, the spare room shared among the gaps."""
    gaps = sum(block.above for block in upper + lower) + _ABOVE_DIVIDER
    stretch = 1 + min(max(spare, 0) / gaps, 0.9)
    for block in upper:
        y -= block.above * stretch
        sheet.put(block, y - block.size * _ASCENT, _CENTRE)
        y -= block.height
    # Capitals have no descenders, so the lotus may rise into their room.
    y -= _ABOVE_DIVIDER * stretch + _DIVIDER_ROOM
    divider = y + 1.2 * MM
    for block in lower:
        y -= block.above * stretch
        sheet.put(block, y - block.size * _ASCENT, _CENTRE)
        y -= block.height
    return round(divider, 2)


@lru_cache(maxsize=256)
def _lay_national(lines: tuple[str, ...]) -> tuple[Group, float]:
    """Place Quốc hiệu and Tiêu ngữ, or the Party's line, with the rule under the last."""
    sheet = _Sheet()
    y, long = _TOP, 0.0
    for line in lines:
        block = _block("national_lines", words_of(line, BOLD), _NATIONAL)
        baseline = y - block.size * _ASCENT
        sheet.put(block, baseline, _CENTRE)
        long = max((part.width for part in block.lines), default=0) * block.size
        y = baseline - block.size * (_LEADING - _ASCENT)
    if lines:
        y -= 0.4 * MM
        sheet.rules.append(Rule(round(_CENTRE - long / 2, 2), round(y, 2), round(long, 2)))
    return sheet.group(), y


@lru_cache(maxsize=256)
def _lay_signature(
    place_date: str, signature_lines: tuple[str, ...], signatory_name: str
) -> tuple[Group, float]:
    """Place date, titles and name around the clear room; return the top of the date as well."""
    blocks = [
        _block("signature_lines", words_of(line, BOLD), _SIGNATURE, wide=_FOOT_WIDE)
        for line in reversed(signature_lines)
    ]
    blocks.append(
        _block("place_date", words_of(place_date, BOLD_ITALIC), _PLACE_DATE, 0.8 * MM, _FOOT_WIDE)
    )
    # Accents of the name and descenders of the title must not enter the room of the seal.
    y = _FOOT + 0.95 * _SIGNATORY.largest + _SIGNATURE_CLEAR + _DESCENT * _SIGNATURE.largest
    places = []
    for block in blocks:
        y += block.above + max(len(block.lines) - 1, 0) * block.size * _LEADING
        places.append((block, y))
        y += block.size * _LEADING
    sheet = _Sheet()
    for block, baseline in reversed(places):
        sheet.put(block, baseline, _SIGNATURE_CENTRE)
    name = _block("signatory_name", words_of(signatory_name, BOLD), _SIGNATORY, wide=_FOOT_WIDE)
    sheet.put(name, _FOOT, _SIGNATURE_CENTRE)
    return sheet.group(), places[-1][1] + blocks[-1].size * _ASCENT


@lru_cache(maxsize=256)
def _lay_decision(decision_line: str, register: str) -> Group:
    """Place the decision flush left at the foot, above the number in the register."""
    words = words_of(decision_line, BOLD_ITALIC)
    block = _block("decision_line", words, _DECISION, wide=_FOOT_WIDE)
    rows = len(block.lines) - (0 if register else 1)
    sheet = _Sheet()
    sheet.put(block, _FOOT + rows * block.size * _LEADING, None)
    return sheet.group()
