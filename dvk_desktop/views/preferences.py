"""How the person wants the window; kept in the data folder, beside the data (tùy chọn)."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QGuiApplication

from dvk_desktop.domain.terms import Labelled
from dvk_desktop.views.palettes import Scheme

TEXT_PERCENTS = (100, 115, 130, 150)


class Look(Labelled):
    """Which colours the person has chosen (giao diện)."""

    SYSTEM = "system", "Theo máy tính"
    LIGHT = "light", "Sáng"
    DARK = "dark", "Tối"
    CONTRAST = "contrast", "Tương phản cao"


class Language(StrEnum):
    """The language of the window (ngôn ngữ)."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


class Preferences(QObject):
    """Reads and writes the choices of the person; unknown values count as none (tùy chọn)."""

    changed = Signal()
    language_changed = Signal()

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = QSettings(str(file), QSettings.Format.IniFormat, self)

    @property
    def look(self) -> Look:
        """The colours that were chosen."""
        value = str(self.settings.value("window/look", Look.SYSTEM))
        return Look(value) if value in set(Look) else Look.SYSTEM

    def choose_look(self, look: Look) -> None:
        """Remember other colours."""
        self._put("window/look", look.value)
        self.changed.emit()

    def scheme(self) -> Scheme:
        """Return the colours to show now."""
        look = self.look
        if look is not Look.SYSTEM:
            return Scheme(look.value)
        is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return Scheme.DARK if is_dark else Scheme.LIGHT

    @property
    def language(self) -> Language:
        """The language that was chosen."""
        value = str(self.settings.value("window/language", Language.VIETNAMESE))
        return Language(value) if value in set(Language) else Language.VIETNAMESE

    def choose_language(self, language: Language) -> None:
        """Remember another language."""
        if language is not self.language:
            self._put("window/language", language.value)
            self.language_changed.emit()

    @property
    def text_percent(self) -> int:
        """How large text is, in percent of the usual size."""
        value = str(self.settings.value("window/text", "100"))
        percent = int(value) if value.isdecimal() else 100
        return percent if percent in TEXT_PERCENTS else 100

    def choose_text_percent(self, percent: int) -> None:
        """Remember another size of text."""
        self._put("window/text", percent)
        self.changed.emit()

    def geometry(self) -> QByteArray | None:
        """Return where the window stood last."""
        value = self.settings.value("window/geometry")
        return value if isinstance(value, QByteArray) else None

    def keep_geometry(self, geometry: QByteArray) -> None:
        """Remember where the window stands."""
        self._put("window/geometry", geometry)

    def _put(self, key: str, value: object) -> None:
        self.settings.setValue(key, value)
        # A power cut must not lose it.
        self.settings.sync()
