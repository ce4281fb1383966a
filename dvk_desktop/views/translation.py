"""The language of the window (ngôn ngữ).

The program is written in Vietnamese. Three sources of words are joined here: our own
Vietnamese for the buttons and menus of Qt, the English of the window (``.qm``), and the
English of sentences worded below the window (JSON catalogues).
"""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from dvk_desktop.domain.catalogue import load_catalogue
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.words import Wording
from dvk_desktop.paths import resource

VIETNAMESE = "vi"
ENGLISH = "en"

_CONTEXT = "catalogue"

_installed: list[QTranslator] = []


class _CatalogueTranslator(QTranslator):
    """Answers for the sentences of domain and services (bộ dịch câu chữ)."""

    def __init__(self) -> None:
        super().__init__()
        self._translate = load_catalogue(resource("i18n", "en"))

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 -- Qt's own name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """Return the English of a sentence; everything else as it is."""
        return self._translate(sourceText) if context == _CONTEXT else sourceText

    def isEmpty(self) -> bool:
        """Have Qt ask."""
        return False


def install_language(application: QCoreApplication, language: str = VIETNAMESE) -> None:
    """Let the window speak ``vi`` or ``en``; widgets that are there keep their words."""
    # Not findChildren: it makes a Python object of the style too, 6 ms of enumerations.
    while _installed:
        application.removeTranslator(_installed.pop())
    if language == ENGLISH:
        QLocale.setDefault(QLocale("en_GB"))
        # Qt asks the latest first; this one answers everything, so it has to be the last asked.
        _install(application, _CatalogueTranslator())
        _install_file(application, "dvk_en")
    else:
        QLocale.setDefault(QLocale("vi_VN"))
        _install_file(application, "qtbase_vi")


def _install_file(application: QCoreApplication, name: str) -> None:
    translator = QTranslator()
    if translator.load(str(resource("i18n") / f"{name}.qm")):
        _install(application, translator)


def _install(application: QCoreApplication, translator: QTranslator) -> None:
    # Qt does not own translators.
    _installed.append(translator)
    application.installTranslator(translator)


def worded(words: Wording | DvkError | str) -> str:
    """Return a sentence or a label from below the window in the language of the person."""
    if isinstance(words, str):
        return _look_up(words)
    return words.render(_look_up)


def _look_up(template: str) -> str:
    return QCoreApplication.translate(_CONTEXT, template)
