"""The register of units on a real database."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from office_folder import UNITS_FILE, found_office
from PySide6.QtCore import QModelIndex, Qt

from dvk_desktop.domain.changes import EVERYTHING, Changes
from dvk_desktop.domain.records.unit import UnitDraft, UnitRow
from dvk_desktop.services.services import Services
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.item_models.columns import ID_ROLE
from dvk_desktop.views.item_models.unit_tree import UnitTreeModel
from dvk_desktop.views.messages import Box
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.units.dialogs import DissolveDialog
from dvk_desktop.views.units.page import UnitsPage


@pytest.fixture
def services(tmp_path) -> Iterator[Services]:
    made = found_office(tmp_path)
    yield made
    made.close()


@pytest.fixture
def page(qtbot, services: Services, runner: TaskRunner, bus: ChangeBus, boxes) -> UnitsPage:
    made = UnitsPage(services, runner, bus)
    qtbot.addWidget(made)
    bus.changed.connect(made.refresh)
    made.show_campaign(services.campaigns.of_year(2017).id)
    made.refresh(EVERYTHING)
    return made


def _names(model: UnitTreeModel, parent: QModelIndex | None = None) -> list[str]:
    above = QModelIndex() if parent is None else parent
    found = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        found += [index.data(), *_names(model, index)]
    return found


def _show(page: UnitsPage, services: Services, code: str) -> UnitRow:
    unit = services.units.by_code(code)
    page.show_record(unit.id)
    return unit


def test_all_units_stand_below_their_district(page, services):
    model = page.tree_model
    assert [model.index(0, 0).data(), model.rowCount(model.index(0, 0))] == ["Huyện Yên Mô", 26]
    assert sorted(_names(model)) == sorted(unit.name for unit in services.units.units())


def test_the_tree_keeps_the_rules_of_qt(qtmodeltester, page):
    qtmodeltester.check(page.tree_model)


def test_search_without_accents_keeps_the_units_above(qtbot, page):
    qtbot.keyClicks(page.search_box, "mai son")
    qtbot.keyClick(page.search_box, Qt.Key.Key_Return)
    assert _names(page.tree_model) == ["Huyện Yên Mô", "Xã Mai Sơn"]


def test_a_chosen_unit_is_in_the_form(page, services):
    unit = _show(page, services, "X05")
    assert page.form.draft() == UnitDraft(
        unit.code,
        unit.name,
        unit.level_code,
        unit.parent_id,
        unit.kind,
        unit.sort_order,
        id=unit.id,
    )
    assert not page.form.is_changed()


def test_renaming_a_unit_stores_it(page, services):
    unit = _show(page, services, "X05")
    page.form.name_edit.setText("Phường  Mai Sơn")
    page.form.save_button.click()
    assert services.units.unit(unit.id).name == "Phường Mai Sơn"
    assert page.tree.currentIndex().data() == "Phường Mai Sơn"


def test_a_taken_code_is_said_at_its_field(page, services, boxes: list[Box]):
    _show(page, services, "X05")
    page.form.code_edit.setText("X01")
    page.form.save_button.click()
    assert page.form.code_edit.property("invalid") is True
    assert "Mã “X01” đã dùng" in page.form.code_edit.accessibleDescription()
    assert boxes == []


def test_a_new_unit_begins_below_the_office(page, services):
    page.add_button.click()
    page.form.name_edit.setText("Hội Người cao tuổi huyện")
    page.form.code_edit.setText("HNCT")
    page.form.save_button.click()
    added, own = services.units.by_code("HNCT"), services.office.office().unit_id
    assert (added.parent_id, added.level_code) == (own, "commune")
    assert page.tree.currentIndex().data(ID_ROLE) == added.id


def test_a_unit_without_a_name_is_asked_for_it(page):
    page.add_button.click()
    page.form.save_button.click()
    assert page.form.name_edit.property("invalid") is True


def test_dropping_a_unit_on_another_moves_it(page, services, boxes: list[Box]):
    moved, above = services.units.by_code("X05"), services.units.by_code("X01")
    model = page.tree_model
    data = model.mimeData([model.index_of(moved.id)])
    target = model.index_of(above.id)
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, target)
    assert services.units.unit(moved.id).parent_id == above.id
    assert [box.action for box in boxes] == ["Chuyển"]


def test_dissolving_keeps_the_unit_with_its_last_day(qtbot, page, services):
    unit = _show(page, services, "X05")
    page.form.dissolving.emit()
    dialog = page.findChild(DissolveDialog)
    dialog.day_edit.set_value(date(2025, 7, 1))
    dialog.accept()
    assert services.units.unit(unit.id).valid_to == date(2025, 6, 30)


def test_an_unused_unit_can_be_removed(page, services):
    _show(page, services, "X05")
    page.form.removing.emit()
    assert "X05" not in {unit.code for unit in services.units.units()}


def test_leaving_with_unsaved_text_asks(page, services, boxes: list[Box]):
    _show(page, services, "X05")
    assert page.may_leave()
    page.form.note_edit.setPlainText("đang gõ dở")
    assert page.may_leave()
    assert [box.title for box in boxes] == ["Bỏ những gì vừa sửa?"]


def test_reading_again_keeps_what_is_being_typed(page, services):
    _show(page, services, "X05")
    page.form.note_edit.setPlainText("đang gõ dở")
    page.refresh(Changes.REGISTRATIONS)
    assert page.form.draft().note == "đang gõ dở"


def test_a_list_from_excel_is_taken_in(qtbot, page, services, runner):
    with qtbot.waitSignal(runner.idle):
        page.import_list(UNITS_FILE)
    assert len(services.units.units()) == 27


def test_the_tree_is_quick_with_twelve_thousand_units(services):
    district = UnitRow("d", "D", "Huyện", "district", "Huyện", None, "", 0, None, None, False, "")
    units = [district]
    units += [
        UnitRow(str(n), f"X{n}", f"Xã số {n}", "commune", "Xã", "d", "", n, None, None, False, "")
        for n in range(12_000)
    ]
    model = UnitTreeModel()
    model.show_units(units, {"7": 3}, "")
    top = model.index(0, 0)
    assert (model.rowCount(top), model.index(7, 3, top).data()) == (12_000, "3")
    model.show_units(units, {}, "xa so 11999")
    assert _names(model) == ["Huyện", "Xã số 11999"]
    del services


def test_a_file_that_is_no_list_is_refused(qtbot, page, runner, tmp_path: Path, boxes):
    file = tmp_path / "danh-sach.xlsx"
    file.write_bytes(b"PK\x03\x04 cut off")
    refused = []
    runner.failed.connect(lambda task, error: refused.append(type(error).__name__))
    with qtbot.waitSignal(runner.idle):
        page.import_list(file)
    assert refused == ["DamagedFileError"]
