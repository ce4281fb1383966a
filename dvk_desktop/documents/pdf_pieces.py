"""Pieces that printed papers are built of: lines, rules, the head (các phần của trang in)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal
from unicodedata import normalize
from xml.sax.saxutils import escape

from dvk_desktop.documents.fonts import BOLD, ITALIC, REGULAR, width
from dvk_desktop.documents.report_shape import headline, office_share

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Flowable, Table

MM = 72 / 25.4
NATIONAL_SIZE = 12.5

Align = Literal["left", "center", "right", "justify"]
_ALIGNMENTS: dict[Align, Literal[0, 1, 2, 4]] = {"left": 0, "center": 1, "right": 2, "justify": 4}


def text_line(
    text: str,
    font: str,
    size: float,
    align: Align = "center",
    indent: float = 0,
    first: float = 0,
) -> Flowable:
    """Return a paragraph; ``first`` moves its first line in."""
    from reportlab.platypus import Paragraph  # noqa: PLC0415 -- slow import

    marked = escape(normalize("NFC", text)).replace("\n", "<br/>")
    return Paragraph(marked, _style(font, size, align, indent, first))


def rule(length: float) -> Flowable:
    """Return a thin line of a length in points, in the middle."""
    from reportlab.platypus import HRFlowable  # noqa: PLC0415 -- slow import

    return HRFlowable(width=length, thickness=0.7, color="#000000", spaceBefore=2, spaceAfter=2)


def halves(left: list[Flowable], right: list[Flowable], room: float, share: float) -> Table:
    """Return two columns side by side; ``share`` of the room is for the left one."""
    from reportlab.platypus import Table  # noqa: PLC0415 -- slow import

    return Table(
        [[left, right]],
        colWidths=[room * share, room * (1 - share)],
        style=[
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("ALIGN", (0, 0), (-1, -1), "CENTER"),
            *((f"{side}PADDING", (0, 0), (-1, -1), 3) for side in ("LEFT", "RIGHT")),
        ],
    )


def paper_head(
    offices: Sequence[str], national_lines: Sequence[str], place_date: str, room: float
) -> Flowable:
    """Return the head: offices on the left, the nation or the Party on the right."""
    from reportlab.platypus import Spacer  # noqa: PLC0415 -- slow import

    share = office_share(national_lines, room, NATIONAL_SIZE)
    left: list[Flowable] = [text_line(line, REGULAR, 12) for line in offices[:-1]]
    for line in offices[-1:]:
        left.append(text_line(headline(line, BOLD, 12, room * share - 6), BOLD, 12))
        is_party = len(national_lines) == 1
        left.append(text_line("*", BOLD, 12) if is_party else rule(room * 0.12))
    right: list[Flowable] = [text_line(line, BOLD, NATIONAL_SIZE) for line in national_lines]
    if national_lines:
        right.append(rule(width(national_lines[-1], BOLD) * NATIONAL_SIZE))
    right += [Spacer(0, 5), text_line(place_date, ITALIC, 12.5)]
    return halves(left, right, room, share)


def _style(font: str, size: float, align: Align, indent: float, first: float) -> ParagraphStyle:
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415 -- slow import

    return ParagraphStyle(
        font,
        fontName=font,
        fontSize=size,
        leading=size * 1.2,
        alignment=_ALIGNMENTS[align],
        leftIndent=indent,
        firstLineIndent=first,
        splitLongWords=1,
    )
