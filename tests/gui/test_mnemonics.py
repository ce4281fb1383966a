"""No two things that a page shows at once answer to one letter with Alt."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QTabBar, QWidget
from pytestqt.qtbot import QtBot
from registrations_office import sample_office

from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.frame.office_pages import PageMaker
from dvk_desktop.views.preferences import Preferences
from dvk_desktop.views.registrations.page import RegistrationsPage
from dvk_desktop.views.tasks import TaskRunner

PAGES = (
    "overview",
    "units",
    "registrations",
    "scoring",
    "recognition",
    "certificates",
    "reports",
    "exchange",
    "settings",
)


def letters(page: QWidget) -> list[str]:
    """Return the keys of all that is shown."""
    texts = [one.text() for one in page.findChildren(QAbstractButton) if one.isVisible()]
    labels = [one for one in page.findChildren(QLabel) if one.isVisible() and one.buddy()]
    texts += [label.text() for label in labels]
    for bar in page.findChildren(QTabBar):
        if bar.isVisible():
            texts += [bar.tabText(n) for n in range(bar.count()) if bar.isTabVisible(n)]
    keys = (QKeySequence.mnemonic(text).toString() for text in texts)
    return [key for key in keys if key]


def doubled(page: QWidget) -> list[str]:
    return [key for key, count in Counter(letters(page)).items() if count > 1]


@pytest.mark.parametrize("name", PAGES)
def test_each_letter_is_used_once(
    qtbot: QtBot, tmp_path: Path, runner: TaskRunner, bus: ChangeBus, name: str
):
    services, campaign = sample_office(tmp_path, 6)
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    maker = PageMaker(lambda: services, runner, bus, Preferences(settings), lambda page: None)
    entry = next(entry for entry in maker.entries() if entry.key == name)
    page = entry.factory()
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show_campaign(campaign)
    page.refresh(page.shows)
    page.show()
    shown = [doubled(page)]
    if isinstance(page, RegistrationsPage):
        for row in services.registrations.rows(RegistrationFilter(campaign)):
            page.show_record(row.id)
            shown.append(doubled(page))
        page.new()
        shown.append(doubled(page))
    runner.stop()
    services.close()
    assert [keys for keys in shown if keys] == []
