"""How the window looks and speaks (giao diện)."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.preferences import TEXT_PERCENTS, Language, Look, Preferences
from dvk_desktop.views.settings.section import Section
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.labelled_form import LabelledForm

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services

# Each language is offered in its own words, never translated.
_LANGUAGES = ((Language.VIETNAMESE, "Tiếng Việt"), (Language.ENGLISH, "English"))


class AppearanceSection(Section):
    """Every choice takes effect at once; another language builds the window anew (giao diện)."""

    def __init__(
        self,
        services: "Services",
        runner: TaskRunner,
        bus: ChangeBus,
        preferences: Preferences,
    ) -> None:
        super().__init__(services, runner, bus)
        self._preferences = preferences
        self.name_it(self.tr("Giao diện"), self.tr("Có hiệu lực ngay, chỉ trên máy này."))
        self.look_combo, self.language_combo, self.text_combo = (
            QComboBox(),
            QComboBox(),
            QComboBox(),
        )
        for look in Look:
            self.look_combo.addItem(worded(look.label), look.value)
        for language, name in _LANGUAGES:
            self.language_combo.addItem(name, language.value)
        for percent in TEXT_PERCENTS:
            self.text_combo.addItem(f"{percent} %", percent)
        form = LabelledForm()
        form.add("look", self.tr("Màu"), self.look_combo)
        form.add("text", self.tr("Cỡ chữ"), self.text_combo)
        form.add(
            "language",
            self.tr("Ngôn ngữ"),
            self.language_combo,
            hint=self.tr("Cửa sổ được dựng lại bằng ngôn ngữ mới; giấy tờ luôn bằng tiếng Việt."),
        )
        self.add_narrow(form, share=2)
        self.body.addStretch(1)
        self.look_combo.activated.connect(self._dress)
        self.text_combo.activated.connect(self._scale)
        self.language_combo.activated.connect(self._speak)

    def refresh(self) -> None:
        """Show what was chosen."""
        chosen = self._preferences
        self.look_combo.setCurrentIndex(self.look_combo.findData(chosen.look.value))
        self.text_combo.setCurrentIndex(self.text_combo.findData(chosen.text_percent))
        self.language_combo.setCurrentIndex(self.language_combo.findData(chosen.language.value))

    def _dress(self) -> None:
        self._preferences.choose_look(Look(self.look_combo.currentData()))

    def _scale(self) -> None:
        self._preferences.choose_text_percent(int(self.text_combo.currentData()))

    def _speak(self) -> None:
        self._preferences.choose_language(Language(self.language_combo.currentData()))
