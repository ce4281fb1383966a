"""The settings, section by section, on a real database."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from office_folder import found_office
from PySide6.QtWidgets import QPushButton

from dvk_desktop.domain.changes import EVERYTHING
from dvk_desktop.domain.deadlines import CampaignStep
from dvk_desktop.domain.paper_words import SignatureForm
from dvk_desktop.domain.records.office import SignatoryRow
from dvk_desktop.services.services import Services
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.messages import Box
from dvk_desktop.views.preferences import Language, Look, Preferences
from dvk_desktop.views.settings.page import SettingsPage
from dvk_desktop.views.tasks import TaskRunner


@pytest.fixture
def services(tmp_path) -> Iterator[Services]:
    made = found_office(tmp_path)
    yield made
    made.close()


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def page(
    qtbot, services: Services, runner: TaskRunner, bus: ChangeBus, preferences, boxes
) -> SettingsPage:
    made = SettingsPage(services, runner, bus, preferences=preferences)
    qtbot.addWidget(made)
    bus.changed.connect(made.refresh)
    made.show_campaign(services.campaigns.of_year(2017).id)
    made.refresh(EVERYTHING)
    return made


def _press(section, text: str) -> None:
    [pressed] = [one for one in section.findChildren(QPushButton) if one.text() == text]
    pressed.click()


def test_the_office_can_be_renamed(page, services):
    section = page.open_section("office")
    section.name_edit.setText("Ban Tuyên giáo và Dân vận Yên Mô")
    section.save_button.click()
    assert services.office.office().name == "Ban Tuyên giáo và Dân vận Yên Mô"


def test_a_signatory_is_stored_as_typed(page, services):
    section = page.open_section("signatories")
    section.name_edit.setText("Nguyễn Thị Hường")
    section.title_edit.setText("Phó Bí thư")
    section.form_combo.choose(SignatureForm.ON_BEHALF)
    section.body_edit.setText("Ban Thường vụ")
    section.save_button.click()
    [stored] = services.office.signatories()
    expected = SignatoryRow(
        "Nguyễn Thị Hường", "Phó Bí thư", SignatureForm.ON_BEHALF, "Ban Thường vụ", id=stored.id
    )
    assert stored == expected


def test_the_signature_is_shown_as_it_will_be_printed(page):
    section = page.open_section("signatories")
    section.name_edit.setText("Nguyễn Thị Hường")
    section.title_edit.setText("Phó Bí thư")
    section.form_combo.choose(SignatureForm.ON_BEHALF)
    section.body_edit.setText("Ban Thường vụ")
    assert section.preview.text().split("\n") == [
        "T/M BAN THƯỜNG VỤ",
        "PHÓ BÍ THƯ",
        "",
        "",
        "Nguyễn Thị Hường",
    ]


def test_signing_for_a_body_needs_its_name(page, services):
    section = page.open_section("signatories")
    section.name_edit.setText("Nguyễn Thị Hường")
    section.title_edit.setText("Phó Bí thư")
    section.form_combo.choose(SignatureForm.ON_BEHALF)
    section.save_button.click()
    assert section.body_edit.property("invalid") is True
    assert services.office.signatories() == ()


def test_the_next_year_is_opened_like_the_last(page, services):
    section = page.open_section("campaigns")
    assert (section.year_spin.value(), section.like_combo.currentData()) == (2018, 2017)
    section.create_button.click()
    assert [row.year_from for row in services.campaigns.campaigns()] == [2018, 2017]


def test_freezing_asks_first(page, services, boxes: list[Box]):
    section = page.open_section("campaigns")
    section.freeze_button.click()
    assert services.campaigns.of_year(2017).frozen_on is not None
    assert [box.action for box in boxes] == ["Khóa quy định"]
    assert not section.freeze_button.isEnabled()


def test_a_sector_is_added_to_the_campaign_shown(page, services):
    section = page.open_section("sectors")
    _press(section, "Thêm lĩnh vực")
    section.code_edit.setText("CDS")
    section.name_edit.setText("Chuyển đổi số")
    section.save_button.click()
    sectors = services.campaigns.sectors(services.campaigns.of_year(2017).id)
    assert [(row.code, row.name) for row in sectors][-1] == ("CDS", "Chuyển đổi số")


def test_the_code_of_a_sector_is_used_once(page):
    section = page.open_section("sectors")
    _press(section, "Thêm lĩnh vực")
    section.code_edit.setText("kt")
    section.name_edit.setText("Kinh tế")
    section.save_button.click()
    assert section.code_edit.property("invalid") is True


def test_deadlines_are_stored_for_the_campaign(page, services):
    section = page.open_section("deadlines")
    section.dates[CampaignStep.REGISTRATION][0].set_value(date(2017, 4, 15))
    section.save_button.click()
    rows = services.campaigns.detail(services.campaigns.of_year(2017).id).deadlines
    assert {row.step: row.on_time for row in rows}["registration"] == date(2017, 4, 15)


def test_closing_before_the_deadline_is_said_at_the_field(page):
    section = page.open_section("deadlines")
    section.dates[CampaignStep.REGISTRATION][1].set_value(date(2017, 1, 1))
    section.save_button.click()
    assert section.dates[CampaignStep.REGISTRATION][1].property("invalid") is True


def test_look_language_and_size_are_remembered(qtbot, page, preferences, tmp_path):
    section = page.open_section("appearance")
    for combo, value in (
        (section.look_combo, "dark"),
        (section.text_combo, 130),
        (section.language_combo, "en"),
    ):
        combo.setCurrentIndex(combo.findData(value))
        combo.activated.emit(combo.currentIndex())
    again = Preferences(tmp_path / "window.ini")
    found = (again.look, again.text_percent, again.language)
    assert found == (Look.DARK, 130, Language.ENGLISH)


def test_a_backup_is_made_listed_and_proven(qtbot, page, runner, boxes: list[Box]):
    section = page.open_section("backups")
    qtbot.waitUntil(lambda: not runner.unfinished)
    _press(section, "Sao lưu ngay")
    qtbot.waitUntil(lambda: len(section.model.records) == 1 and not runner.unfinished)
    section.table.selectRow(0)
    _press(section, "Kiểm tra bản này")
    qtbot.waitUntil(lambda: not runner.unfinished)
    assert [box.title for box in boxes] == ["Bản sao lưu dùng được"]


def test_restoring_is_asked_of_the_program(qtbot, page, runner, boxes: list[Box]):
    section = page.open_section("backups")
    section.back_up(None)
    qtbot.waitUntil(lambda: len(section.model.records) == 1 and not runner.unfinished)
    section.table.selectRow(0)
    with qtbot.waitSignal(page.backup_wanted) as wanted:
        _press(section, "Khôi phục bản này…")
    assert wanted.args == [section.model.records[0].path]
    assert [box.action for box in boxes] == ["Khôi phục"]


def test_the_import_of_units_is_undone_whole(page, services):
    section = page.open_section("history")
    titles = {row.title: row.id for row in section.model.records}
    section.table.select_id(titles["Nhập danh mục đơn vị từ “units.xlsx”"])
    assert section.fields.row_total() > 26
    section.undo_button.click()
    assert len(services.units.units()) == 1


def test_the_licences_are_named(page):
    section = page.open_section("about")
    assert "LGPL" in " ".join(
        one.text() for one in section.findChildren(type(section.header._title))
    )


def test_place_and_upper_office_are_kept_for_papers(page, services):
    section = page.open_section("office")
    section.upper_edit.setText("Huyện ủy Yên Mô")
    section.place_edit.setText("Yên Mô")
    section.save_button.click()
    kept = [services.office.setting(key) for key in ("upper_office", "place")]
    assert kept == ["Huyện ủy Yên Mô", "Yên Mô"]


def test_the_whole_fingerprint_is_shown(page, services):
    section = page.open_section("office")
    assert section._mark.text() == services.trust.fingerprint()
