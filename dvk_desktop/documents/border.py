"""The border of a certificate, drawn as vectors (khung hoa văn).

Our own drawing after the geometry of bronze drums, with a lotus in each corner; it is stored
once in a file, however many pages show it. Lengths are millimetres.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dvk_desktop.documents.ornament import (
    GOLD,
    RED,
    chain,
    drum,
    ink,
    lotus,
    placed,
    rosette,
)

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_MM = 72 / 25.4
_EDGE = 7.5
_DEPTH = 10.0
_INNER = _EDGE + _DEPTH
_FRAME = _INNER + 2.0
_HOLLOW = 9.0
_DRUM_RADIUS = 66.0


def draw_border(canvas: Canvas, page_width: float, page_height: float) -> None:
    """Draw rules, bands, corners and the pale drum behind the text."""
    canvas.saveState()
    canvas.scale(_MM, _MM)
    with placed(canvas, page_width / 2, page_height / 2):
        drum(canvas, _DRUM_RADIUS)
    _rules(canvas, page_width, page_height)
    _inner_frame(canvas, page_width, page_height)
    for turn in range(4):
        length = page_width if turn % 2 == 0 else page_height
        x, y = ((0, 0), (page_width, 0), (page_width, page_height), (0, page_height))[turn]
        with placed(canvas, x, y, 90 * turn):
            _side(canvas, length)
    canvas.restoreState()


def draw_divider(canvas: Canvas) -> None:
    """Draw a lotus between two tapering rules, its foot at the origin."""
    canvas.saveState()
    canvas.scale(_MM, _MM)
    for side in (-1, 1):
        ink(canvas, GOLD)
        path = canvas.beginPath()
        path.moveTo(side * 9, 1.25)
        path.lineTo(side * 52, 1.0)
        path.lineTo(side * 9, 0.75)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
        ink(canvas, RED)
        path = canvas.beginPath()
        path.moveTo(side * 7.4, 1.0)
        path.lineTo(side * 8.5, 1.7)
        path.lineTo(side * 9.6, 1.0)
        path.lineTo(side * 8.5, 0.3)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
    lotus(canvas, 5.2)
    canvas.restoreState()


def _side(canvas: Canvas, length: float) -> None:
    """Draw the band of one side and the corner at its start; the side runs along the x axis."""
    start = _INNER + 1.1
    with placed(canvas, start, _EDGE + _DEPTH / 2):
        chain(canvas, length - 2 * start)
    ink(canvas, GOLD, 0.18)
    for height in (_EDGE + 1.1, _INNER - 1.1):
        canvas.line(_INNER, height, length - _INNER, height)
    canvas.rect(_EDGE + 1.1, _EDGE + 1.1, _DEPTH - 2.2, _DEPTH - 2.2)
    ink(canvas, RED, 0.38)
    canvas.line(_INNER, _EDGE, _INNER, _INNER)
    canvas.line(length - _INNER, _EDGE, length - _INNER, _INNER)
    with placed(canvas, _EDGE + _DEPTH / 2, _EDGE + _DEPTH / 2):
        rosette(canvas, 3.7)
    with placed(canvas, _FRAME + 1.4, _FRAME + 1.4, -45):
        lotus(canvas, 5.4)


def _rules(canvas: Canvas, page_width: float, page_height: float) -> None:
    for inset, thickness in ((_EDGE, 0.7), (_INNER, 0.38)):
        ink(canvas, RED, thickness)
        canvas.rect(inset, inset, page_width - 2 * inset, page_height - 2 * inset)


def _inner_frame(canvas: Canvas, page_width: float, page_height: float) -> None:
    """Draw the finest rule, its corners hollowed for a lotus."""
    left, right = _FRAME, page_width - _FRAME
    low, high = _FRAME, page_height - _FRAME
    ink(canvas, GOLD, 0.3)
    for x, y, start in ((left, low, 0), (right, low, 90), (right, high, 180), (left, high, 270)):
        path = canvas.beginPath()
        path.arc(x - _HOLLOW, y - _HOLLOW, x + _HOLLOW, y + _HOLLOW, startAng=start, extent=90)
        canvas.drawPath(path)
    canvas.line(left + _HOLLOW, low, right - _HOLLOW, low)
    canvas.line(left + _HOLLOW, high, right - _HOLLOW, high)
    canvas.line(left, low + _HOLLOW, left, high - _HOLLOW)
    canvas.line(right, low + _HOLLOW, right, high - _HOLLOW)
