"""The English of the window: collected, complete, compiled, and really shown."""

from collections.abc import Iterator

import pytest
from office_folder import found_office
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QPushButton

from dvk_desktop.domain.changes import EVERYTHING
from dvk_desktop.views.frame.office_pages import PageMaker
from dvk_desktop.views.frame.office_window import OfficeWindow
from dvk_desktop.views.preferences import Language, Preferences
from dvk_desktop.views.settings.page import SettingsPage
from dvk_desktop.views.translation import install_language
from dvk_desktop.views.units.page import UnitsPage
from scripts.build_translations import problems


@pytest.fixture
def english(dressed_application: QApplication) -> Iterator[None]:
    install_language(dressed_application, "en")
    yield
    install_language(dressed_application, "vi")


@pytest.fixture
def services(tmp_path):
    made = found_office(tmp_path)
    yield made
    made.close()


def test_every_text_of_the_window_has_its_english():
    assert problems() == []


def test_a_page_speaks_english(qtbot, english, services, runner, bus):
    page = UnitsPage(services, runner, bus)
    qtbot.addWidget(page)
    page.show_campaign(services.campaigns.of_year(2017).id)
    page.refresh(EVERYTHING)
    headings = [page.tree_model.headerData(n, page.tree.header().orientation()) for n in range(4)]
    assert headings == ["Name of the unit", "Code", "Level", "Registrations"]
    assert "27 units, 26 of them owe registrations" in {
        label.text() for label in page.findChildren(type(page.form.header._title))
    }


def test_labels_from_below_the_window_are_english(qtbot, english, services, runner, bus, tmp_path):
    preferences = Preferences(tmp_path / "window.ini")
    page = SettingsPage(services, runner, bus, preferences=preferences)
    qtbot.addWidget(page)
    page.refresh(EVERYTHING)
    combo = page.open_section("appearance").look_combo
    looks = [combo.itemText(row) for row in range(combo.count())]
    assert looks == ["As the computer", "Light", "Dark", "High contrast"]


def test_texts_of_a_base_class_are_found_too(qtbot, english, services, runner, bus, tmp_path):
    window = OfficeWindow(Preferences(tmp_path / "window.ini"), runner=runner, bus=bus)
    qtbot.addWidget(window)
    window.fill(services, page="units")
    texts = {one.text() for one in window.findChildren(QPushButton)}
    assert {"Import from Excel…", "Add a unit"} <= texts


def test_the_navigation_follows_the_language(english, runner, bus, tmp_path):
    preferences = Preferences(tmp_path / "window.ini")
    maker = PageMaker(lambda: None, runner, bus, preferences, lambda page: None)
    assert [entry.title for entry in maker.entries()] == [
        "Overview",
        "Units",
        "Registrations",
        "Scoring",
        "Recognition",
        "Certificates",
        "Reports",
        "Exchange",
        "Settings",
    ]


def test_vietnamese_comes_back(dressed_application: QApplication):
    install_language(dressed_application, "en")
    install_language(dressed_application, Language.VIETNAMESE)
    assert QLocale().language() is QLocale.Language.Vietnamese
    assert dressed_application.translate("pages", "Đơn vị") == "Đơn vị"
