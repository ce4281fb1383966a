"""The colours of the window by role: light, dark and high contrast (bảng màu).

Widgets that paint themselves ask ``colours(self.palette())`` while painting, so that they
follow a switch of the theme without being told.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor, QPalette

from dvk_desktop.domain.terms import Labelled


class Scheme(Labelled):
    """How bright the window is (giao diện)."""

    LIGHT = "light", "Sáng"
    DARK = "dark", "Tối"
    CONTRAST = "contrast", "Tương phản cao"


class Tone(StrEnum):
    """What a colour says beside the words; never the only sign (sắc thái)."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"
    INVERSE = "on_accent"
    """For icons on a button in the accent colour."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours by role, as ``#rrggbb`` (màu theo vai trò)."""

    window: str
    surface: str
    sidebar: str
    hover: str
    line: str
    border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_hover: str
    soft: str
    brand: str
    success: str
    success_soft: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    series: tuple[str, ...]

    def tone(self, tone: Tone) -> QColor:
        """Return the strong colour of a tone, for text and marks."""
        return QColor(self.muted if tone is Tone.NEUTRAL else getattr(self, tone.value))


LIGHT = Colours(
    window="#f5f6f6",
    surface="#ffffff",
    sidebar="#ebeeee",
    hover="#e3e8e8",
    line="#e4e8e8",
    border="#c3cbcc",
    text="#1d2527",
    muted="#5a666a",
    accent="#0f6862",
    on_accent="#ffffff",
    accent_hover="#0b544f",
    soft="#d6eae7",
    brand="#a3222d",
    success="#2c6e3c",
    success_soft="#e0f0e3",
    warning="#855600",
    warning_soft="#fbf0d8",
    danger="#a8242f",
    danger_soft="#f9e4e4",
    series=("#1c7a73", "#c6902f", "#5c7fb5", "#b05a63", "#80914f", "#8f6fa8", "#7d8b90"),
)
DARK = Colours(
    window="#1f2426",
    surface="#262c2e",
    sidebar="#1a1e20",
    hover="#323a3c",
    line="#343c3f",
    border="#4b5659",
    text="#e3e8e8",
    muted="#a1adb0",
    accent="#58b8ae",
    on_accent="#0c211f",
    accent_hover="#79cac2",
    soft="#1b403d",
    brand="#e2727a",
    success="#86c795",
    success_soft="#24402b",
    warning="#e2b565",
    warning_soft="#453819",
    danger="#f0969b",
    danger_soft="#4d2729",
    series=("#4fa79f", "#cfa250", "#7b9bcb", "#c97f87", "#9fb06c", "#ab8fc2", "#8f9ca0"),
)
CONTRAST = Colours(
    window="#000000",
    surface="#000000",
    sidebar="#000000",
    hover="#303030",
    line="#8c8c8c",
    border="#ffffff",
    text="#ffffff",
    muted="#e6e6e6",
    accent="#ffe14d",
    on_accent="#000000",
    accent_hover="#fff0a0",
    soft="#004f9e",
    brand="#ffe14d",
    success="#7dff8a",
    success_soft="#003808",
    warning="#ffc94d",
    warning_soft="#403000",
    danger="#ff9c9c",
    danger_soft="#4d0000",
    series=("#ffe14d", "#4dd2ff", "#ff9c9c", "#7dff8a", "#ffb84d", "#d9a6ff", "#ffffff"),
)

_BY_SCHEME = {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK, Scheme.CONTRAST: CONTRAST}
_BY_WINDOW = {colours.window: colours for colours in _BY_SCHEME.values()}


def colours_of(scheme: Scheme) -> Colours:
    """Return the colours of a scheme."""
    return _BY_SCHEME[scheme]


def colours(palette: QPalette) -> Colours:
    """Return the colours that belong to a palette; for a foreign one the nearest of ours."""
    window = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Window)
    return _BY_WINDOW.get(window.name(), LIGHT if window.lightness() > 127 else DARK)


def make_palette(chosen: Colours) -> QPalette:
    """Return a complete palette; nothing is left to the platform, which may be offscreen."""
    role = QPalette.ColorRole
    palette = QPalette()
    for target, value in {
        role.Window: chosen.window,
        role.WindowText: chosen.text,
        role.Base: chosen.surface,
        role.AlternateBase: chosen.window,
        role.Text: chosen.text,
        role.PlaceholderText: chosen.muted,
        role.Button: chosen.surface,
        role.ButtonText: chosen.text,
        role.BrightText: chosen.danger,
        role.ToolTipBase: chosen.text,
        role.ToolTipText: chosen.surface,
        role.Light: chosen.surface,
        role.Midlight: chosen.line,
        role.Mid: chosen.border,
        role.Dark: chosen.border,
        role.Shadow: chosen.border,
        role.Highlight: chosen.soft,
        role.HighlightedText: chosen.text,
        role.Accent: chosen.accent,
        role.Link: chosen.accent,
        role.LinkVisited: chosen.accent,
    }.items():
        palette.setColor(target, QColor(value))
    faint = QColor(chosen.muted)
    faint.setAlpha(150)
    for target in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, faint)
    return palette
