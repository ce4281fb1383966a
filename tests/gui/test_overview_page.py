"""The first page: figures, lists, and where each of them leads."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from registrations_office import add_units, empty_office, sample_office

from dvk_desktop.domain.changes import EVERYTHING
from dvk_desktop.domain.deadlines import CampaignStep
from dvk_desktop.domain.records.backup import BackupAge
from dvk_desktop.domain.records.overview import Stage, WaitingTask
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.terms import RegistrationState as S
from dvk_desktop.services.services import Services
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.overview.page import OverviewPage
from dvk_desktop.views.tasks import TaskRunner

CLICK = Qt.MouseButton.LeftButton


@pytest.fixture
def office(tmp_path: Path) -> Iterator[tuple[Services, str]]:
    services, campaign = sample_office(tmp_path, 24)
    yield services, campaign
    services.close()


@pytest.fixture
def page(
    qtbot: QtBot, office: tuple[Services, str], runner: TaskRunner, bus: ChangeBus
) -> OverviewPage:
    return shown(qtbot, OverviewPage(office[0], runner, bus), office[1], runner)


def shown(qtbot: QtBot, page: OverviewPage, campaign: str, runner: TaskRunner) -> OverviewPage:
    qtbot.addWidget(page)
    page.resize(1178, 644)
    page.show_campaign(campaign)
    page.refresh(EVERYTHING)
    page.show()
    qtbot.waitUntil(lambda: runner.unfinished == ())
    return page


def figures(page: OverviewPage) -> dict[str, tuple[str, str]]:
    tiles = page.tiles.items()
    return {key: (tile._figure.text(), tile._note.text()) for key, tile in tiles}


def row(page: QWidget, name: str) -> QPushButton:
    # What was there before the last reading is only removed with the next event.
    return page.findChildren(QPushButton, name)[-1]


def test_the_service_counts_the_sample(office: tuple[Services, str]):
    services, campaign = office
    overview = services.overview.of_campaign(campaign)
    assert (overview.units, overview.registering_units, overview.registrations) == (9, 8, 24)
    assert overview.by_state == {
        S.DRAFT: 2,
        S.SUBMITTED: 2,
        S.RETURNED: 2,
        S.ACCEPTED: 10,
        S.IN_PROGRESS: 8,
    }
    assert {one.code: one.total for one in overview.sectors} == {
        "KT": 3,
        "VHXH": 12,
        "QPAN": 3,
        "HTCT": 3,
        "NTM": 3,
    }
    assert overview.waiting == (
        (WaitingTask.SUBMITTED, 2),
        (WaitingTask.DRAFTS, 2),
        (WaitingTask.RETURNED, 2),
        (WaitingTask.SILENT_UNITS, 1),
    )


def test_every_state_belongs_to_one_stage(office: tuple[Services, str]):
    services, campaign = office
    overview = services.overview.of_campaign(campaign)
    assert sum(overview.of(stage) for stage in Stage) == overview.registrations


def test_deadlines_are_counted_from_today(office: tuple[Services, str]):
    services, campaign = office
    first = services.overview.of_campaign(campaign).deadlines[0]
    assert (first.step, first.on_time, first.days_left) == (
        CampaignStep.REGISTRATION,
        date(2017, 3, 20),
        6,
    )


def test_the_tiles_say_what_they_count(page: OverviewPage):
    assert figures(page) == {
        "registered": ("24", "8/9 đơn vị đã có"),
        "accepted": ("18", "6 chưa tiếp nhận"),
        "scored": ("0", "0 đã tự chấm"),
        "recognised": ("0", "0 % số đăng ký"),
        "certificates": ("0", "của 0 được công nhận"),
        "late": ("2", "8 % số đăng ký"),
    }


def test_a_tile_leads_to_its_rows(qtbot: QtBot, page: OverviewPage):
    with qtbot.waitSignal(page.go_to) as went:
        qtbot.mouseClick(page.tiles["late"], CLICK)
    assert went.args == ["registrations", RegistrationFilter(only_late=True)]


@pytest.mark.parametrize(
    ("name", "key", "wanted"),
    [
        ("submitted_row", "registrations", RegistrationFilter(states=(S.SUBMITTED,))),
        ("drafts_row", "registrations", RegistrationFilter(states=(S.DRAFT,))),
        ("silent_units_row", "units", None),
    ],
)
def test_what_waits_leads_to_its_page(
    qtbot: QtBot, page: OverviewPage, name: str, key: str, wanted: RegistrationFilter | None
):
    with qtbot.waitSignal(page.go_to) as went:
        qtbot.mouseClick(row(page, name), CLICK)
    assert went.args == [key, wanted]


def test_bars_lead_to_their_rows_with_the_keyboard(qtbot: QtBot, page: OverviewPage):
    page.sector_chart.setFocus()
    with qtbot.waitSignal(page.go_to) as went:
        qtbot.keyClick(page.sector_chart, Qt.Key.Key_Down)
        qtbot.keyClick(page.sector_chart, Qt.Key.Key_Return)
    assert went.args == ["registrations", RegistrationFilter(sector_code="VHXH")]
    assert page.state_chart.accessibleDescription().startswith("Bản nháp: 2; Đã gửi: 2")


def test_an_old_backup_comes_first(qtbot: QtBot, page: OverviewPage):
    page.waiting.show_backup(BackupAge(None, None, unsaved=5, is_old=True))
    with qtbot.waitSignal(page.go_to) as went:
        qtbot.mouseClick(row(page, "backup_row"), CLICK)
    assert went.args == ["settings", None]


def test_a_new_office_is_led_through_three_steps(
    qtbot: QtBot, tmp_path: Path, runner: TaskRunner, bus: ChangeBus
):
    services = empty_office(tmp_path)
    page = shown(qtbot, OverviewPage(services, runner, bus), "", runner)
    kinds = {
        key: row(page, f"{key}_step_button").property("kind")
        for key in ("units", "settings", "registrations")
    }
    assert kinds == {"units": "primary", "settings": "", "registrations": ""}

    add_units(services)
    campaign, _ = services.campaigns.create(2017)
    page.show_campaign(campaign)
    page.refresh(EVERYTHING)
    with qtbot.waitSignal(page.go_to) as went:
        button = row(page.first_steps, "registrations_step_button")
        qtbot.mouseClick(button, CLICK)
    assert went.args == ["registrations", None]
    assert button.property("kind") == "primary"
    services.close()
