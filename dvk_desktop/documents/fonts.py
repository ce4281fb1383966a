"""The Vietnamese fonts of paper (phông chữ).

Tinos has the widths of Times New Roman, which the rules of office documents ask for, and may be
embedded and given away. The fonts built into PDF have no Vietnamese letters at all.
"""

import threading
from functools import cache, lru_cache

from dvk_desktop.paths import resource

REGULAR = "Tinos"
BOLD = "Tinos-Bold"
ITALIC = "Tinos-Italic"
BOLD_ITALIC = "Tinos-BoldItalic"

_FILES = {
    REGULAR: "Tinos-Regular.ttf",
    BOLD: "Tinos-Bold.ttf",
    ITALIC: "Tinos-Italic.ttf",
    BOLD_ITALIC: "Tinos-BoldItalic.ttf",
}
_lock = threading.Lock()


def register_fonts() -> None:
    """Make the bundled fonts known to the PDF library; later calls cost nothing."""
    with _lock:
        _register()


@cache
def _register() -> None:
    from reportlab.lib.fonts import addMapping  # noqa: PLC0415 -- slow import
    from reportlab.pdfbase.pdfmetrics import registerFont  # noqa: PLC0415 -- slow import
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415 -- slow import

    for name, file in _FILES.items():
        registerFont(TTFont(name, str(resource("fonts", file))))
    addMapping(REGULAR, 0, 0, REGULAR)
    addMapping(REGULAR, 1, 0, BOLD)
    addMapping(REGULAR, 0, 1, ITALIC)
    addMapping(REGULAR, 1, 1, BOLD_ITALIC)


@lru_cache(maxsize=1 << 15)
def width(text: str, font: str) -> float:
    """Return how wide ``text`` is at a size of one point; the width grows with the size."""
    from reportlab.pdfbase.pdfmetrics import stringWidth  # noqa: PLC0415 -- slow import

    register_fonts()
    return float(stringWidth(text, font, 1))


def missing_glyphs(text: str, font: str) -> str:
    """Return the letters of ``text`` that ``font`` cannot draw, each once, in order."""
    known = _letters(font)
    return "".join(dict.fromkeys(letter for letter in text if ord(letter) not in known))


@cache
def _letters(font: str) -> frozenset[int]:
    from reportlab.pdfbase.pdfmetrics import getFont  # noqa: PLC0415 -- slow import
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415 -- slow import

    register_fonts()
    known = getFont(font)
    assert isinstance(known, TTFont)
    return frozenset(known.face.charToGlyph)
