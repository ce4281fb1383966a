"""Exceptions and targets of single units, in the settings."""

from collections.abc import Iterator
from datetime import date

import pytest
from office_folder import found_office
from pytestqt.qtbot import QtBot

from dvk_desktop.domain.records.campaign import DeadlineRow
from dvk_desktop.services.services import Services
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.messages import Box
from dvk_desktop.views.settings.exceptions_section import ExceptionsSection
from dvk_desktop.views.settings.section import Section
from dvk_desktop.views.settings.targets_section import TargetsSection
from dvk_desktop.views.tasks import TaskRunner


@pytest.fixture
def services(tmp_path) -> Iterator[Services]:
    made = found_office(tmp_path)
    yield made
    made.close()


@pytest.fixture
def unit(services: Services) -> str:
    return services.units.by_code("X01").id


def opened(made: Section, qtbot: QtBot, services: Services, bus: ChangeBus) -> str:
    qtbot.addWidget(made)
    made.campaign_id = services.campaigns.of_year(2017).id
    bus.changed.connect(lambda _: made.refresh())
    made.refresh()
    return made.campaign_id


def test_a_unit_is_given_more_time_and_loses_it_again(
    qtbot: QtBot,
    services: Services,
    unit: str,
    runner: TaskRunner,
    bus: ChangeBus,
    boxes: list[Box],
):
    section = ExceptionsSection(services, runner, bus)
    campaign = opened(section, qtbot, services, bus)
    section._begin()
    section.unit_combo.choose(unit)
    section.on_time_edit.set_value(date(2017, 4, 10))
    section.save_button.click()
    assert section.reason_edit.property("invalid")
    section.reason_edit.setText(" Bão  số 2 ")
    section.save_button.click()
    (row,) = section.model.records
    assert row == DeadlineRow(row.id, "registration", date(2017, 4, 10), None, unit, "Bão số 2")
    section.table.selectRow(0)
    section.remove_button.click()
    assert [box.title for box in boxes] == ["Bỏ gia hạn của Thị trấn Yên Thịnh?"]
    assert section.model.records == ()
    assert all(one.unit_id is None for one in services.campaigns.detail(campaign).deadlines)


def test_targets_of_all_and_of_one_unit(
    qtbot: QtBot, services: Services, unit: str, runner: TaskRunner, bus: ChangeBus
):
    section = TargetsSection(services, runner, bus)
    campaign = opened(section, qtbot, services, bus)
    before = set(services.campaigns.detail(campaign).targets)
    section.save_button.click()
    assert section.minimum_edit.property("invalid")
    for chosen, least in (("", 1), (unit, 3)):
        section.unit_combo.choose(chosen)
        section.minimum_edit.set_value(least)
        section.save_button.click()
    assert set(services.campaigns.detail(campaign).targets) - before == {(None, 1), (unit, 3)}
    section.table.select_id(unit)
    section.remove_button.click()
    assert (unit, 3) not in services.campaigns.detail(campaign).targets
