"""Units that join in and the sites of a model, typed, pasted and put in order in the window."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from registrations_office import sample_office, today_in_2017

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.changes import EVERYTHING
from dvk_desktop.domain.joint_units import UNKNOWN_UNIT
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.records.site import SiteDraft
from dvk_desktop.domain.terms import RegistrationState as S
from dvk_desktop.models import Registration
from dvk_desktop.services.services import Services
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.exchange.wording import shown_value
from dvk_desktop.views.item_models.site_table import ADDRESS, HOUSEHOLDS, NAME, UNIT
from dvk_desktop.views.registrations.form_keeper import texts_of, type_texts
from dvk_desktop.views.registrations.page import RegistrationsPage
from dvk_desktop.views.registrations.sites_panel import SitesPanel
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo
from dvk_desktop.views.widgets.elided_label import ElidedLabel

NOBODY = "01a20a77-0000-7000-8000-000000000000"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """An office to copy: to found one takes a second."""
    folder = tmp_path_factory.mktemp("sample")
    services, campaign = sample_office(folder, 24)
    services.close()
    return folder, campaign


@pytest.fixture
def services(tmp_path: Path, sample: tuple[Path, str], runner: TaskRunner) -> Iterator[Services]:
    shutil.copytree(sample[0], tmp_path, dirs_exist_ok=True)
    opened = open_office(tmp_path, clock=today_in_2017, actor="Nguyễn Thị Hường")
    yield opened
    runner.stop()
    opened.close()


@pytest.fixture
def page(
    qtbot: QtBot, services: Services, sample: tuple[Path, str], runner: TaskRunner, bus: ChangeBus
) -> RegistrationsPage:
    made = RegistrationsPage(services, runner, bus)
    qtbot.addWidget(made)
    made.resize(1140, 680)
    made.show_campaign(sample[1])
    made.refresh(EVERYTHING)
    bus.changed.connect(made.refresh)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def record(services: Services) -> str:
    """A registration that may still be corrected, of the first unit."""
    rows = services.registrations.rows(RegistrationFilter(states=(S.ACCEPTED,)))
    return rows[0].id


@pytest.fixture
def panel(page: RegistrationsPage, record: str) -> SitesPanel:
    """Its sites, three of them, in front."""
    page.show_record(record)
    made = page.editor.panel
    made._tabs.setCurrentIndex(1)
    three = [SiteDraft("Thôn 1"), SiteDraft("Thôn 2"), SiteDraft("Thôn 3")]
    assert made.sites._save(three)
    return made.sites


def unit_of(services: Services, name: str) -> str:
    return next(unit.id for unit in services.units.units() if unit.name == name)


def editor_in(panel: SitesPanel) -> QLineEdit:
    """Return the editor of the cell that is typed into; one that has closed is let go later."""
    return panel.table.viewport().findChildren(QLineEdit)[-1]


def names(services: Services, record: str) -> list[str]:
    return [row.name for row in services.sites.of(record)]


def copy(text: str) -> None:
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)


def test_units_that_join_in_are_found_without_accents_and_saved(
    qtbot: QtBot, page: RegistrationsPage, services: Services, record: str
) -> None:
    page.show_record(record)
    form = page.editor.form
    (empty,) = form.joint.combos
    empty.setFocus()
    qtbot.keyClicks(empty, "mai son")
    assert empty.currentText() == "Xã Mai Sơn"
    second = form.joint.combos[1]
    qtbot.keyClicks(second, "huyen doan")
    assert (len(form.joint.combos), form.is_changed) == (3, True)

    assert page.editor.save()

    wanted = (unit_of(services, "Xã Mai Sơn"), unit_of(services, "Huyện đoàn"))
    assert services.registrations.detail(record).draft.co_unit_ids == wanted
    assert not form.is_changed
    assert "phối hợp: Xã Mai Sơn, Huyện đoàn" in page.editor.panel._where.text()


def test_a_unit_is_taken_out_with_its_button(
    qtbot: QtBot, page: RegistrationsPage, services: Services, record: str
) -> None:
    mine = (unit_of(services, "Xã Mai Sơn"), unit_of(services, "Huyện đoàn"))
    draft = services.registrations.detail(record).draft
    services.registrations.correct(record, replace(draft, co_unit_ids=mine))
    page.show_record(record)
    joint = page.editor.form.joint
    assert [combo.currentText() for combo in joint.combos][:2] == ["Xã Mai Sơn", "Huyện đoàn"]
    qtbot.mouseClick(joint._rows[0].remove_button, Qt.MouseButton.LeftButton)
    assert joint.value() == mine[1:]
    page.editor.discard()
    assert joint.value() == mine


def test_tab_goes_through_the_units_and_on_in_the_form(
    qtbot: QtBot, page: RegistrationsPage, services: Services, record: str
) -> None:
    draft = services.registrations.detail(record).draft
    mine = (unit_of(services, "Xã Mai Sơn"),)
    services.registrations.correct(record, replace(draft, co_unit_ids=mine))
    page.show_record(record)
    form = page.editor.form
    first, empty = form.joint.combos
    wanted = [first, form.joint._rows[0].remove_button, empty, form.field("sector_code")]
    form.field("lead_body").setFocus()
    for widget in wanted:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is widget


def test_new_choices_leave_what_is_chosen(
    page: RegistrationsPage, services: Services, record: str
) -> None:
    page.show_record(record)
    form = page.editor.form
    form.joint.set_value((unit_of(services, "Xã Mai Sơn"),))
    page.refresh(EVERYTHING)
    assert form.joint.value() == (unit_of(services, "Xã Mai Sơn"),)
    assert form.is_changed


def test_a_unit_that_is_not_in_the_register_is_told_and_kept(
    page: RegistrationsPage, services: Services, record: str
) -> None:
    with services.database.writing("Gói từ văn phòng khác") as work:
        work.get(Registration, record).co_unit_ids = (NOBODY,)
        work.commit()
    page.show_record(record)
    form = page.editor.form
    label = form.joint.findChild(ElidedLabel)
    assert label is not None
    assert UNKNOWN_UNIT in (label.text(), label.toolTip(), getattr(label, "full_text", ""))
    form.field("note").setPlainText("Đã xem")
    assert page.editor.save()
    assert services.registrations.detail(record).draft.co_unit_ids == (NOBODY,)


def test_what_may_not_be_changed_is_locked(
    page: RegistrationsPage, services: Services, record: str
) -> None:
    returned = services.registrations.rows(RegistrationFilter(states=(S.RETURNED,)))[0].id
    page.show_record(returned)
    panel = page.editor.panel
    assert not any(combo.isEnabled() for combo in page.editor.form.joint.combos)
    assert not panel.sites.add_button.isEnabled()
    assert panel.sites.model.rowCount() == 0


def test_the_unit_that_joins_in_sees_it_in_its_list_with_a_mark(
    page: RegistrationsPage, services: Services, record: str
) -> None:
    joining = unit_of(services, "Xã Yên Hòa")
    draft = services.registrations.detail(record).draft
    services.registrations.correct(record, replace(draft, co_unit_ids=(joining,)))
    (row,) = services.registrations.rows(RegistrationFilter(unit_id=joining))
    columns = {column.key: column for column in page.table.model().columns}
    assert columns["unit"].text(row) == f"{row.unit_name} (phối hợp: Xã Yên Hòa)"
    assert columns["unit"].decoration(row) is not None


def test_a_site_is_typed_into_the_empty_line(
    qtbot: QtBot, panel: SitesPanel, services: Services, record: str
) -> None:
    table = panel.table
    panel.add()
    editor = editor_in(panel)
    editor.setText("Thôn Đông")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    editor = editor_in(panel)
    editor.setText("Cầu Lạc Hiền")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    # Qt commits what Enter ends after the key is dealt with.
    qtbot.waitUntil(lambda: services.sites.of(record)[-1].address == "Cầu Lạc Hiền")
    assert names(services, record)[-1] == "Thôn Đông"
    assert table.currentIndex().row() == 3
    assert panel.model.rowCount() == 5


def test_cells_are_changed_in_place(panel: SitesPanel, services: Services, record: str) -> None:
    model = panel.model
    unit = unit_of(services, "Xã Mai Sơn")
    assert model.setData(model.index(1, HOUSEHOLDS), "1.200")
    assert model.setData(model.index(1, ADDRESS), "Đầu cầu")
    panel.table.setCurrentIndex(model.index(1, UNIT))
    panel.table.edit(model.index(1, UNIT))
    combo = panel.table.findChild(ChoiceCombo)
    assert combo is not None
    combo.choose(unit)
    panel.table.commitData(combo)
    second = services.sites.of(record)[1]
    assert (second.household_count, second.address, second.unit_id) == (1200, "Đầu cầu", unit)
    assert "1200 hộ" in panel._totals.text()
    assert not model.setData(model.index(1, HOUSEHOLDS), "nhiều")
    assert not model.setData(model.index(1, NAME), "  ")
    assert services.sites.of(record)[1] == second


def test_lines_from_excel_are_pasted_moved_removed_and_undone(
    qtbot: QtBot, panel: SitesPanel, services: Services, record: str
) -> None:
    copy("STT\tTên điểm\tĐịa chỉ\tSố tổ\n1\tXóm 4\tNhà văn hóa\t2\n2\tXóm 5\t\t\n")
    panel.go_to(0, NAME)
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert names(services, record) == ["Thôn 1", "Xóm 4", "Xóm 5", "Thôn 2", "Thôn 3"]
    assert services.sites.of(record)[1].group_count == 2

    panel.go_to(2, NAME)
    panel.up_button.click()
    assert names(services, record)[:3] == ["Thôn 1", "Xóm 5", "Xóm 4"]
    assert panel.table.currentIndex().row() == 1

    panel.remove_button.click()
    assert names(services, record) == ["Thôn 1", "Xóm 4", "Thôn 2", "Thôn 3"]
    panel.remove_button.setFocus()
    qtbot.keyClick(panel.remove_button, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names(services, record)[1] == "Xóm 5"
    assert panel.model.drafts[1].name == "Xóm 5"
    qtbot.keyClick(panel.table, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert names(services, record)[1] == "Xóm 4"


def test_a_removal_in_the_list_is_undone_there(
    qtbot: QtBot, page: RegistrationsPage, services: Services
) -> None:
    wanted = RegistrationFilter(states=(S.DRAFT,))
    drafts = [row.id for row in services.registrations.rows(wanted)]
    page._bus.publish(services.registrations.remove(drafts))
    assert services.registrations.count(wanted) == 0
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert services.registrations.count(wanted) == len(drafts) > 0


def test_another_registration_shows_its_own_sites(
    page: RegistrationsPage, panel: SitesPanel, services: Services, record: str
) -> None:
    tabs = page.editor.panel._tabs
    assert tabs.tabText(1) == "Điểm mô hình (3)"
    other = next(
        row.id
        for row in services.registrations.rows(RegistrationFilter(states=(S.ACCEPTED,)))
        if row.id != record
    )
    page.show_record(other)
    assert (panel.model.drafts, tabs.tabText(1)) == ([], "Điểm mô hình")
    page.new()
    assert not tabs.isTabVisible(1)


def test_a_conflict_names_the_units(services: Services) -> None:
    names = {unit.id: unit.name for unit in services.units.units()}
    value = [unit_of(services, "Xã Mai Sơn"), NOBODY]
    shown = shown_value("registration", "co_unit_ids", value, names)
    assert shown == f"Xã Mai Sơn, {UNKNOWN_UNIT}"
    assert shown_value("registration", "co_unit_ids", [], names) == "–"


def test_units_that_were_half_chosen_are_kept_and_given_back(
    page: RegistrationsPage, services: Services, record: str
) -> None:
    page.show_record(record)
    form = page.editor.form
    wanted = (unit_of(services, "Xã Mai Sơn"), unit_of(services, "Huyện đoàn"))
    form.joint.set_value(wanted)
    kept = texts_of(form)
    form.joint.set_value(())
    assert type_texts(form, {"co_unit_ids": kept["co_unit_ids"]}) == {}
    assert form.joint.value() == wanted
    form.joint.set_locked(is_locked=True)
    assert type_texts(form, {"co_unit_ids": ""}) == {"co_unit_ids": ""}
