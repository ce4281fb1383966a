"""Where each line of a certificate stands (bố cục giấy chứng nhận).

Top to bottom: national lines, issuer, heading, lotus, what is recognised, whose it is, what it
achieved; at the foot the decision on the left and the signature on the right. The name of the
model takes the room that is left: the largest size that fits, in one to three balanced lines.
Lengths are points from the lower left corner of the page.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import floor
from typing import NamedTuple

from dvk_desktop.documents.certificate_blocks import (
    ASCENT,
    DESCENT,
    LEADING,
    MM,
    PAGE_WIDTH,
    Block,
    Group,
    Rule,
    Sheet,
    Style,
    block,
    block_of,
    fit,
    height_of,
    present,
)
from dvk_desktop.documents.fonts import BOLD, BOLD_ITALIC, ITALIC, REGULAR
from dvk_desktop.documents.line_breaking import words_of
from dvk_desktop.domain.records.certificate import CertificateText

_CENTRE = PAGE_WIDTH / 2
_TOP = 186.5 * MM
_FOOT = 25.5 * MM
_LEFT = 33 * MM
_WIDE = 226 * MM
_FOOT_WIDE = 98 * MM
_SIGNATURE_CENTRE = 213 * MM
_SIGNATURE_CLEAR = 35 * MM

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
_DIVIDER_ROOM = 6.6 * MM  # capitals have no descenders: the lotus may rise into theirs
_ABOVE_DIVIDER = 2.4 * MM
_ABOVE_SUBJECT = 2.6 * MM
_ABOVE_DATE = 5 * MM
_MOST_STRETCH = 0.9
_SCALES = (1.0, 0.92, 0.84, 0.77, 0.7)  # what stands around a long name makes room for it


@dataclass(frozen=True, slots=True)
class PageLayout:
    """One page, ready to draw (trang đã bố cục).

    The ``common`` groups are the same on many pages of a batch: national lines, head, decision
    and signature; ``own`` is not.
    """

    common: tuple[Group, ...]
    own: Group
    divider: tuple[float, float]

    @property
    def tight(self) -> tuple[str, ...]:
        """Return the parts that had to be smaller than can be read comfortably."""
        return sum((group.tight for group in self.common), self.own.tight)


class _Head(NamedTuple):
    """What stands between the national lines and the name of the model."""

    above: tuple[Block, ...]
    below: tuple[Block, ...]
    gap: float  # above the lotus, between the two

    @property
    def height(self) -> float:
        return height_of(self.above) + self.gap + _DIVIDER_ROOM + height_of(self.below)

    @property
    def gaps(self) -> float:
        return self.gap + sum(one.above for one in self.above + self.below)


def lay_out(text: CertificateText) -> PageLayout:
    """Return where everything of one certificate stands."""
    national, top = _lay_national(text.national_lines)
    signature, top_of_date = _lay_signature(
        text.place_date, text.signature_lines, text.signatory_name
    )
    head, body, spare = _fit_stack(text, top - top_of_date - _ABOVE_DATE)
    gaps = head.gaps + sum(one.above for one in body)
    # In steps, so that many pages of a batch have the very same head.
    stretch = 1 + floor(min(max(spare, 0) / gaps, _MOST_STRETCH) * 10) / 10
    upper, divider, y = _lay_head(head, top, stretch)
    sheet = Sheet()
    sheet.stack(body, y, _CENTRE, stretch)
    number = f"{text.register_label} {text.register_number}" if text.register_number else ""
    words = words_of(number, BOLD_ITALIC)
    sheet.put_left(block_of("register_number", words, _DECISION, _FOOT_WIDE), _FOOT, _LEFT)
    decision = _lay_decision(text.decision_line, text.register_label if number else "")
    common = (national, upper, decision, signature)
    return PageLayout(common, sheet.group(), (_CENTRE, divider))


def _fit_stack(text: CertificateText, room: float) -> tuple[_Head, tuple[Block, ...], float]:
    """Return head, body and the room that they leave; a long name makes the others smaller."""
    words = words_of(text.subject, BOLD)
    lines, size = fit(words, _SUBJECT, _WIDE)
    wanted = min(0.9 * size, 18)
    label = text.subject_label if words else ""
    for scale in _SCALES:
        head = _head(text.issuer, text.heading, text.subheading, label, scale)
        after = _after_subject(text, scale)
        subject = Block("subject", lines, size, _SUBJECT, scale * _ABOVE_SUBJECT)
        left = room - head.height - height_of(after) - subject.above
        if subject.lines and subject.height > left:
            tall = max(left, _SUBJECT.smallest / 2)
            subject = Block("subject", *fit(words, _SUBJECT, _WIDE, tall), _SUBJECT, subject.above)
        if subject.size >= wanted:
            break
    body = present(subject) + after
    return head, body, room - head.height - height_of(body)


@lru_cache(maxsize=256)
def _head(issuer: str, heading: str, subheading: str, label: str, scale: float) -> _Head:
    def part(name: str, text: str, font: str, style: Style, above: float) -> Block:
        return block(name, text, font, _scaled(style, scale), _WIDE, above * scale * MM)

    return _Head(
        present(
            part("issuer", issuer, BOLD, _ISSUER, 5.2),
            part("heading", heading, BOLD, _HEADING, 4.6),
        ),
        present(
            part("subheading", subheading, BOLD, _SUBHEADING, 1.4),
            part("subject_label", label, ITALIC, _LABEL, 1.8),
        ),
        scale * _ABOVE_DIVIDER,
    )


def _after_subject(text: CertificateText, scale: float) -> tuple[Block, ...]:
    words = words_of(text.recipient, BOLD)
    if words:
        words = words_of(text.recipient_label, REGULAR) + words
    style, above = _scaled(_ACHIEVEMENT, scale), 2.4 * scale * MM
    return present(
        block_of("recipient", words, _scaled(_RECIPIENT, scale), _WIDE, 3.0 * scale * MM),
        block("achievement", text.achievement, REGULAR, style, _WIDE, above),
    )


@lru_cache(maxsize=64)
def _scaled(style: Style, scale: float) -> Style:
    return style._replace(largest=max(style.largest * scale, style.smallest))


@lru_cache(maxsize=1024)
def _lay_head(head: _Head, top: float, stretch: float) -> tuple[Group, float, float]:
    """Place the head; return where the lotus stands and where the head ends as well."""
    sheet = Sheet()
    y = sheet.stack(head.above, top, _CENTRE, stretch) - head.gap * stretch - _DIVIDER_ROOM
    divider = round(y + 1.2 * MM, 2)
    end = sheet.stack(head.below, y, _CENTRE, stretch)
    return sheet.group(), divider, end


@lru_cache(maxsize=256)
def _lay_national(lines: tuple[str, ...]) -> tuple[Group, float]:
    """Place Quốc hiệu and Tiêu ngữ, or the Party's line, with the rule under the last."""
    sheet = Sheet()
    y, long = _TOP, 0.0
    for line in lines:
        one = block("national_lines", line, BOLD, _NATIONAL, _WIDE)
        baseline = y - one.size * ASCENT
        sheet.put(one, baseline, _CENTRE)
        long = max((part.width for part in one.lines), default=0) * one.size
        y = baseline - one.size * (LEADING - ASCENT)
    if lines:
        y -= 0.4 * MM
        sheet.rules.append(Rule(round(_CENTRE - long / 2, 2), round(y, 2), round(long, 2)))
    return sheet.group(), y


@lru_cache(maxsize=256)
def _lay_signature(
    place_date: str, signature_lines: tuple[str, ...], signatory_name: str
) -> tuple[Group, float]:
    """Place date, titles and name around the clear room; return the top of the date as well."""
    rows = [
        block("signature_lines", line, BOLD, _SIGNATURE, _FOOT_WIDE)
        for line in reversed(signature_lines)
    ]
    date = block("place_date", place_date, BOLD_ITALIC, _PLACE_DATE, _FOOT_WIDE, 0.8 * MM)
    # Accents of the name and descenders of the title must not enter the room of the seal.
    y = _FOOT + 0.95 * _SIGNATORY.largest + _SIGNATURE_CLEAR + DESCENT * _SIGNATURE.largest
    places = []
    for row in (*rows, date):
        y += row.above + max(len(row.lines) - 1, 0) * row.size * LEADING
        places.append((row, y))
        y += row.size * LEADING
    sheet = Sheet()
    for row, baseline in reversed(places):
        sheet.put(row, baseline, _SIGNATURE_CENTRE)
    name = block("signatory_name", signatory_name, BOLD, _SIGNATORY, _FOOT_WIDE)
    sheet.put(name, _FOOT, _SIGNATURE_CENTRE)
    return sheet.group(), places[-1][1] + date.size * ASCENT


@lru_cache(maxsize=256)
def _lay_decision(decision_line: str, register: str) -> Group:
    """Place the decision flush left at the foot, above the number in the register."""
    lines = block("decision_line", decision_line, BOLD_ITALIC, _DECISION, _FOOT_WIDE)
    rows = len(lines.lines) - (0 if register else 1)
    sheet = Sheet()
    sheet.put_left(lines, _FOOT + rows * lines.size * LEADING, _LEFT)
    return sheet.group()
