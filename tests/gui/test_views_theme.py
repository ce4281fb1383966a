"""The look: every scheme complete, readable, switched at once."""

import string

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QPushButton

from dvk_desktop.paths import resource, resources_folder
from dvk_desktop.views.icons import dot, icon
from dvk_desktop.views.palettes import Scheme, Tone, colours, colours_of, make_palette
from dvk_desktop.views.theme import FONT_FAMILY, apply_theme, style_sheet


@pytest.fixture
def switch(qapp):
    yield lambda scheme: apply_theme(qapp, scheme)
    apply_theme(qapp, Scheme.LIGHT)


def luminance(colour):
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in QColor(colour).getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


PAIRS = [
    ("text", "surface"),
    ("text", "window"),
    ("text", "sidebar"),
    ("text", "soft"),
    ("muted", "surface"),
    ("muted", "window"),
    ("accent", "surface"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("brand", "surface"),
    ("danger", "surface"),
    ("danger", "danger_soft"),
    ("warning", "warning_soft"),
    ("success", "success_soft"),
    ("accent", "soft"),
]


@pytest.mark.parametrize("scheme", list(Scheme))
def test_words_can_be_read_on_every_ground(scheme):
    chosen = colours_of(scheme)
    weak = {pair: round(contrast(*(getattr(chosen, name) for name in pair)), 1) for pair in PAIRS}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("scheme", list(Scheme))
def test_every_role_of_the_palette_is_ours(scheme):
    palette = make_palette(colours_of(scheme))
    own = {value for value in vars_of(colours_of(scheme)) if isinstance(value, str)}
    group = QPalette.ColorGroup.Active
    roles = [r for r in QPalette.ColorRole if r.name not in {"NoRole", "NColorRoles"}]
    assert {palette.color(group, role).name() for role in roles} <= own
    assert colours(palette) is colours_of(scheme)


def vars_of(chosen):
    return [getattr(chosen, name) for name in chosen.__slots__]


@pytest.mark.parametrize("scheme", list(Scheme))
def test_style_sheet_has_no_open_places_and_real_pictures(scheme):
    sheet = style_sheet(scheme)
    assert "$" not in sheet
    for part in sheet.split("url(")[1:]:
        assert (resources_folder() / "theme" / part.split(")")[0].split("/")[-1]).is_file()
    names = {
        name
        for _, name, *_ in string.Template.pattern.findall(
            resource("style.qss").read_text(encoding="utf-8")
        )
        if name
    }
    assert names <= {*colours_of(scheme).__slots__, "theme", "arrows"}


def test_switch_recolours_window_and_icons(qapp, qtbot, switch):
    button = QPushButton(icon("home"), "Nhà")
    qtbot.addWidget(button)
    pictures = []
    for scheme in Scheme:
        switch(scheme)
        assert qapp.palette().color(QPalette.ColorRole.Window).name() == colours_of(scheme).window
        assert (
            button.palette().color(QPalette.ColorRole.ButtonText).name() == colours_of(scheme).text
        )
        pictures.append(icon("home").pixmap(QSize(24, 24)).toImage())
    assert pictures[0] != pictures[1]


def test_bundled_font_is_used(qtbot):
    button = QPushButton("Đồng ý")
    qtbot.addWidget(button)
    assert button.fontInfo().family() == FONT_FAMILY


@pytest.mark.parametrize("size", [16, 20, 24, 40])
@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_icons_are_sharp_on_every_screen(size, ratio):
    pixmap = icon("settings").pixmap(QSize(size, size), ratio)
    assert pixmap.width() == round(size * ratio)
    assert pixmap.devicePixelRatio() == ratio


def test_disabled_icons_are_fainter():
    def darkest(mode):
        image = icon("settings").pixmap(QSize(24, 24), 1.0, mode).toImage()
        return max(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24))

    assert darkest(QIcon.Mode.Disabled) < 0.5 * darkest(QIcon.Mode.Normal)


def test_every_bundled_icon_can_be_drawn():
    files = sorted(resource("icons").glob("*.svg"))
    assert files
    for file in files:
        image = icon(file.stem).pixmap(QSize(24, 24)).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), file.stem


def test_dots_carry_their_tone():
    image = dot(Tone.DANGER).pixmap(QSize(16, 16)).toImage()
    assert image.pixelColor(8, 8).name() == colours_of(Scheme.LIGHT).danger
