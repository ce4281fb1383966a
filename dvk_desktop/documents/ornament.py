"""Ornaments that borders are built from (hoa văn): bronze-drum geometry and the lotus.

Each function draws around the origin of the canvas; lengths are millimetres.
"""

from __future__ import annotations

from contextlib import contextmanager
from math import asin, cos, pi, sin
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.pathobject import PDFPathObject

Colour = tuple[float, float, float]
Point = tuple[float, float]

RED: Colour = (0.58, 0.06, 0.09)
GOLD: Colour = (0.72, 0.53, 0.16)
STRAW: Colour = (0.93, 0.84, 0.62)
PALE: Colour = (0.978, 0.952, 0.893)
PAPER: Colour = (1, 1, 1)

_RAYS = 14
_BIRDS = 14


def _micron(length: float) -> float:
    """Shorten a length to what a printer can show; the file is smaller for it."""
    return round(length, 3)


@contextmanager
def placed(canvas: Canvas, x: float, y: float, turn: float = 0) -> Iterator[None]:
    """Move the origin to ``x``, ``y`` and turn by degrees while the block runs."""
    canvas.saveState()
    canvas.translate(x, y)
    if turn:
        canvas.rotate(turn)
    yield
    canvas.restoreState()


def ink(canvas: Canvas, colour: Colour, thickness: float = 0) -> None:
    """Take a colour for lines and areas, and a thickness for lines."""
    canvas.setFillColorRGB(*colour)
    canvas.setStrokeColorRGB(*colour)
    canvas.setLineWidth(thickness)


def dots(canvas: Canvas, centres: list[Point], radius: float, colour: Colour) -> None:
    """Draw filled discs: lines of no length with round ends, far shorter in a file than curves."""
    canvas.setLineCap(1)
    ink(canvas, colour, 2 * radius)
    path = canvas.beginPath()
    for x, y in centres:
        path.moveTo(_micron(x), _micron(y))
        path.lineTo(_micron(x), _micron(y))
    canvas.drawPath(path)
    canvas.setLineCap(0)


def rings(
    canvas: Canvas, centres: list[Point], radius: float, thickness: float, colour: Colour
) -> None:
    """Draw circles on the colour of paper."""
    dots(canvas, centres, radius + thickness / 2, colour)
    dots(canvas, centres, radius - thickness / 2, PAPER)


def chain(canvas: Canvas, length: float) -> None:
    """Draw a band along the x axis: circles joined by tangents, comb teeth on both sides."""
    count = round(length / 7.8)
    step = length / count
    centres = [((number + 0.5) * step, 0.0) for number in range(count)]
    gaps = [(number * step, 0.0) for number in range(1, count)]
    ink(canvas, GOLD, 0.34)
    canvas.setLineCap(1)
    angle = pi / 2 - asin(2 * 1.8 / step)
    across, along = 1.8 * sin(angle), step / 2 - 1.8 * cos(angle)
    path = canvas.beginPath()
    for x, _ in gaps:
        path.moveTo(_micron(x - along), _micron(across))
        path.lineTo(_micron(x + along), _micron(-across))
    canvas.drawPath(path)
    rings(canvas, centres, 1.8, 0.34, GOLD)
    rings(canvas, centres, 1.18, 0.18, GOLD)
    dots(canvas, centres, 0.56, RED)
    dots(canvas, [(x + side * 1.0, side * 1.2) for x, _ in gaps for side in (-1, 1)], 0.24, RED)
    _teeth(canvas, length)


def _teeth(canvas: Canvas, length: float) -> None:
    count = round(length / 1.45)
    width = length / count
    ink(canvas, GOLD)
    path = canvas.beginPath()
    for number in range(count):
        for side in (-1, 1):
            path.moveTo(_micron(number * width), side * 3.45)
            path.lineTo(_micron((number + 0.5) * width), side * 2.6)
            path.lineTo(_micron((number + 1) * width), side * 3.45)
            path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _petal(path: PDFPathObject, length: float, breadth: float, turn: float) -> None:
    """Add a pointed petal from the origin outwards; ``turn`` is measured from the y axis."""
    c, s = cos(turn), sin(turn)

    def at(x: float, y: float) -> tuple[float, float]:
        return (_micron(x * c + y * s), _micron(y * c - x * s))

    half = breadth / 2
    path.moveTo(0, 0)
    path.curveTo(*at(half * 0.9, length * 0.12), *at(half * 1.5, length * 0.62), *at(0, length))
    path.curveTo(*at(-half * 1.5, length * 0.62), *at(-half * 0.9, length * 0.12), 0, 0)
    path.close()


def _petals(
    canvas: Canvas,
    turns: list[float],
    length: float,
    breadth: float,
    fill: Colour,
    line: Colour,
    thickness: float,
) -> None:
    """Draw petals one over the other, each closed by its outline."""
    for turn in turns:
        path = canvas.beginPath()
        _petal(path, length, breadth, turn)
        ink(canvas, line, thickness)
        canvas.setFillColorRGB(*fill)
        canvas.drawPath(path, stroke=1, fill=1)


def lotus(canvas: Canvas, size: float) -> None:
    """Draw a lotus seen from the side, its foot at the origin, opening upwards."""
    canvas.setLineJoin(1)
    thickness = size * 0.035
    for degrees, length, breadth, fill in (
        (82, 0.78, 0.30, PAPER),
        (58, 0.90, 0.36, PAPER),
        (32, 0.98, 0.40, STRAW),
    ):
        turns = [degrees * pi / 180, -degrees * pi / 180]
        _petals(canvas, turns, size * length, size * breadth, fill, RED, thickness)
    _petals(canvas, [0.0], size * 1.05, size * 0.46, PAPER, RED, thickness)
    _petals(canvas, [0.0], size * 0.62, size * 0.22, STRAW, RED, thickness * 0.6)


def rosette(canvas: Canvas, radius: float) -> None:
    """Draw a lotus seen from above."""
    canvas.setLineJoin(1)
    eighth = pi / 4
    outer = [(number + 0.5) * eighth for number in range(8)]
    inner = [number * eighth for number in range(8)]
    _petals(canvas, outer, radius, radius * 0.52, STRAW, GOLD, 0.16)
    _petals(canvas, inner, radius * 0.92, radius * 0.46, PAPER, RED, 0.2)
    _petals(canvas, inner, radius * 0.60, radius * 0.22, RED, RED, 0.05)
    ink(canvas, RED, 0.18)
    canvas.setFillColorRGB(*STRAW)
    canvas.circle(0, 0, radius * 0.22, stroke=1, fill=1)
    ink(canvas, RED)
    canvas.circle(0, 0, radius * 0.08, stroke=0, fill=1)


def drum(canvas: Canvas, radius: float) -> None:
    """Draw the pale face of a bronze drum: star, combs, joined circles, birds in flight."""
    ink(canvas, PALE, 0.35)
    _star(canvas, radius * 0.27)
    for share in (0.29, 0.30, 0.36, 0.37, 0.47, 0.48, 0.54, 0.78, 0.79, 0.87, 0.93, 0.94, 1.0):
        canvas.circle(0, 0, radius * share)
    for inner, outer, count in ((0.305, 0.355, 72), (0.485, 0.535, 96), (0.945, 0.99, 180)):
        _comb(canvas, radius * inner, radius * outer, count)
    _joined_circles(canvas, radius * 0.42, radius * 0.032, 28)
    _joined_circles(canvas, radius * 0.83, radius * 0.026, 64)
    ink(canvas, PALE)
    for number in range(_BIRDS):
        with placed(canvas, 0, 0, 360 / _BIRDS * number), placed(canvas, 0, radius * 0.66):
            canvas.scale(-1, 1)
            _bird(canvas, radius * 0.082)


def _star(canvas: Canvas, radius: float) -> None:
    path = canvas.beginPath()
    for number in range(2 * _RAYS):
        reach = radius if number % 2 == 0 else radius * 0.36
        turn = pi / _RAYS * number
        x, y = reach * sin(turn), reach * cos(turn)
        (path.lineTo if number else path.moveTo)(x, y)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _comb(canvas: Canvas, inner: float, outer: float, count: int) -> None:
    """Draw teeth as one broad dashed circle."""
    middle = (inner + outer) / 2
    dash = 2 * pi * middle / count
    ink(canvas, PALE, outer - inner)
    canvas.setDash([dash * 0.4, dash * 0.6])
    canvas.circle(0, 0, middle)
    canvas.setDash([])


def _joined_circles(canvas: Canvas, ring: float, radius: float, count: int) -> None:
    def at(reach: float, number: float) -> Point:
        turn = 2 * pi / count * number
        return (_micron(reach * sin(turn)), _micron(reach * cos(turn)))

    centres = [at(ring, number) for number in range(count)]
    ink(canvas, PALE, 0.35)
    path = canvas.beginPath()
    for number in range(count):
        path.moveTo(*at(ring + radius, number))
        path.lineTo(*at(ring - radius, number + 1))
    canvas.drawPath(path)
    rings(canvas, centres, radius, 0.35, PALE)
    dots(canvas, centres, radius * 0.35, PALE)


_BIRD = (
    # A long-beaked bird with spread wings, flying to the right; its shoulder is the origin.
    ((2.05, 0.10),),  # tip of the beak
    ((1.20, 0.30),),
    ((1.05, 0.50), (0.80, 0.52), (0.48, 0.66)),  # crest
    ((0.72, 0.36), (0.80, 0.30), (0.84, 0.22)),
    ((0.62, 0.10), (0.42, 0.10), (0.22, 0.16)),  # neck
    ((0.10, 0.50), (-0.10, 0.95), (-0.55, 1.25)),  # upper wing
    ((-0.48, 0.85), (-0.42, 0.50), (-0.38, 0.14)),
    ((-0.80, 0.08), (-1.10, 0.10), (-1.75, 0.34)),  # tail
    ((-1.62, 0.02),),
    ((-1.75, -0.30),),
    ((-1.10, -0.12), (-0.80, -0.12), (-0.38, -0.14)),
    ((-0.42, -0.50), (-0.48, -0.85), (-0.55, -1.25)),  # lower wing
    ((-0.10, -0.95), (0.10, -0.50), (0.22, -0.14)),
    ((0.50, -0.10), (0.90, -0.06), (1.14, 0.06)),
)


def _bird(canvas: Canvas, size: float) -> None:
    path = canvas.beginPath()
    for number, points in enumerate(_BIRD):
        flat = [_micron(part * size) for point in points for part in point]
        if number == 0:
            path.moveTo(*flat)
        elif len(points) == 1:
            path.lineTo(*flat)
        else:
            path.curveTo(*flat)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
