"""Labels and buttons that the style sheet knows by role (nhãn, nút)."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from dvk_desktop.views.icons import icon
from dvk_desktop.views.palettes import Tone

ICON_SIZE = QSize(18, 18)

_ICON_TONES = {"primary": Tone.INVERSE, "danger": Tone.DANGER, "link": Tone.ACCENT}


def text_label(text: str, role: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a wrapping label; roles: title, heading, label, figure, muted, error."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(role in {"", "muted", "error"})
    label.setProperty("role", role)
    return label


def badge(text: str, tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None) -> QLabel:
    """Return a small rounded label for a state or a warning."""
    label = QLabel(text, parent)
    label.setProperty("role", "badge")
    label.setProperty("tone", tone.value)
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return label


def button(
    text: str,
    clicked: Callable[[], object] | None = None,
    *,
    icon_name: str = "",
    kind: str = "",
    parent: QWidget | None = None,
) -> QPushButton:
    """Return a push button; kinds: primary (one on a page), danger, link."""
    made = QPushButton(text, parent)
    made.setProperty("kind", kind)
    if icon_name:
        made.setIcon(icon(icon_name, _ICON_TONES.get(kind)))
        made.setIconSize(QSize(16, 16))
    if clicked is not None:
        made.clicked.connect(lambda: clicked())
    return made


def icon_button(
    icon_name: str,
    name: str,
    clicked: Callable[[], object] | None = None,
    parent: QWidget | None = None,
) -> QToolButton:
    """Return a button that shows an icon only; ``name`` is its tip and its spoken name."""
    made = QToolButton(parent)
    made.setIcon(icon(icon_name))
    made.setIconSize(ICON_SIZE)
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if clicked is not None:
        made.clicked.connect(lambda: clicked())
    return made


def line(parent: QWidget | None = None) -> QFrame:
    """Return a thin horizontal line."""
    made = QFrame(parent)
    made.setProperty("role", "line")
    made.setFixedHeight(1)
    return made


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet asks for, and let the widget be styled anew."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        # One that was never shown is styled when it is.
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
