"""The look of the whole program: Fusion, own palettes, one small style sheet (giao diện).

``make_application`` comes first. ``apply_theme`` sets everything explicitly, because the colour
scheme of the platform is unknown offscreen and differs between machines.
"""

import re
from collections.abc import Sequence
from dataclasses import asdict
from string import Template

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from dvk_desktop.paths import resource, resources_folder
from dvk_desktop.views.palettes import LIGHT, Scheme, colours_of, make_palette

FONT_FAMILY = "Be Vietnam Pro"
FONT_PIXELS = 13
ROW_HEIGHT = 30
"""Of lists: dense enough for 1366 x 768, tall enough for Vietnamese double accents."""

_FONT_SIZE = re.compile(r"(?<=font-size: )\d+(?=px)")
_FONT_FILES = ("BeVietnamPro-Regular.ttf", "BeVietnamPro-SemiBold.ttf")


def make_application(arguments: Sequence[str] = ("dan-van-kheo",)) -> QApplication:
    """Make the one application object, in our style and with our faces loaded."""
    # As an argument: QApplication.setStyle answers with a QStyle, and the enumerations of that
    # class alone cost PySide 6.9 some 6 ms.
    application = QApplication([*arguments, "-style", "Fusion"])
    load_fonts()
    return application


def load_fonts() -> None:
    """Make the bundled faces known; once for an application."""
    for name in _FONT_FILES:
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))


def apply_theme(
    application: QApplication, scheme: Scheme = Scheme.LIGHT, text_percent: int = 100
) -> None:
    """Give the program its colours and its font; may be called again to switch."""
    application.setPalette(make_palette(colours_of(scheme)))
    application.setFont(_window_font(text_percent))
    application.setStyleSheet(style_sheet(scheme, text_percent))


def style_sheet(scheme: Scheme, text_percent: int = 100) -> str:
    """Return ``resources/style.qss`` with colours and sizes of text filled in."""
    chosen = colours_of(scheme)
    template = Template(resource("style.qss").read_text(encoding="utf-8"))
    arrows = "light" if chosen is LIGHT else "dark"
    folder = (resources_folder() / "theme").as_posix()
    sheet = template.substitute(asdict(chosen), theme=folder, arrows=arrows)
    return _FONT_SIZE.sub(lambda found: str(_scaled(int(found[0]), text_percent)), sheet)


def _scaled(pixels: int, percent: int) -> int:
    return round(pixels * percent / 100)


def _window_font(text_percent: int) -> QFont:
    font = QFont(FONT_FAMILY)
    font.setPixelSize(_scaled(FONT_PIXELS, text_percent))
    # Unhinted outlines keep stacked Vietnamese accents apart at 125 % and 150 %.
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font
