"""Scoring in the window: points typed by key, totals, faults, and sheets that are closed."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from year_steps import opened_year

from dvk_desktop.domain.changes import EVERYTHING
from dvk_desktop.domain.terms import RegistrationState, SheetKind
from dvk_desktop.views.scoring.page import ScoringPage

FULL = ("14", "18,5", "19", "22.5", "9", "8")


@pytest.fixture
def year(tmp_path):
    with opened_year(tmp_path) as made:
        yield made


@pytest.fixture
def page(qtbot, year, runner, bus):
    year.accept()
    made = ScoringPage(year.services, runner, bus)
    qtbot.addWidget(made)
    bus.changed.connect(made.refresh)
    made.show_campaign(year.campaign_id)
    made.refresh(EVERYTHING)
    made.resize(1150, 650)
    made.show()
    return made


def type_points(qtbot, page, values=FULL):
    page.panel.sheet.go_to_first()
    for value, code in zip(values, ("TC1", "TC2", "TC3", "TC4", "TC5", "TC6"), strict=False):
        edit = page.panel.sheet.edit_of(code)
        qtbot.keyClicks(edit, value)
        qtbot.keyClick(edit, Qt.Key.Key_Return)


def test_the_total_follows_every_key(qtbot, page):
    assert page.panel.total_text() == "0"
    edit = page.panel.sheet.edit_of("TC1")
    qtbot.keyClicks(edit, "1")
    assert page.panel.total_text() == "1"
    qtbot.keyClicks(edit, "2,5")
    assert page.panel.total_text() == "12,5"
    assert page.panel.missing_text() == "Còn 5 tiêu chí"


def test_comma_and_point_are_both_taken(qtbot, page):
    type_points(qtbot, page)
    assert page.panel.total_text() == "91"
    assert page.panel.sheet.marks().points["TC4"] == Decimal("22.5")


def test_enter_goes_down_and_ends_at_the_button(qtbot, page):
    type_points(qtbot, page)
    for place in ("bonus", "deduction"):
        edit = page.panel.sheet.edit_of(place)
        assert edit.hasFocus()
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert page.panel.finish_button.hasFocus()


def test_a_fault_stands_at_its_box_until_it_is_mended(qtbot, page):
    edit = page.panel.sheet.edit_of("TC1")
    qtbot.keyClicks(edit, "16")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert page.panel.sheet.fault_of("TC1") == "Vượt mức tối đa 15."
    assert page.panel.total_text() == "0"
    edit.setText("15")
    assert page.panel.sheet.fault_of("TC1") == ""
    assert page.panel.total_text() == "15"


def test_a_sheet_with_gaps_is_not_closed(qtbot, page, boxes):
    type_points(qtbot, page, FULL[:3])
    qtbot.mouseClick(page.panel.finish_button, Qt.MouseButton.LeftButton)
    assert page.panel.sheet.fault_of("TC4") == "Chưa chấm điểm."
    assert page.panel.sheet.edit_of("TC4").hasFocus()
    assert boxes == []


def test_closing_a_sheet_moves_the_registration_and_opens_the_next(qtbot, page, boxes, year):
    first = page.panel.shown.line.id
    type_points(qtbot, page)
    qtbot.mouseClick(page.panel.finish_button, Qt.MouseButton.LeftButton)
    assert [box.action for box in boxes] == ["Chốt phiếu"]
    assert "không sửa được" in boxes[0].text
    assert year.state_of(first) is RegistrationState.SELF_SCORED
    (sheet,) = year.services.scoring.sheets(first)
    assert (sheet.kind, sheet.is_final) == (SheetKind.SELF, True)
    assert page.panel.shown.line.id != first
    assert page.queue.progress_text() == "Đã chốt 1/12 phiếu"


def test_a_closed_sheet_cannot_be_typed_into(qtbot, page, boxes):
    first = page.panel.shown.line.id
    type_points(qtbot, page)
    page.finish()
    page.show_record(first)
    assert page.panel.sheet.edit_of("TC1").isReadOnly()
    assert not page.panel.finish_button.isVisible()


def test_going_on_keeps_what_was_typed_as_a_draft(qtbot, page, year):
    first = page.panel.shown.line.id
    type_points(qtbot, page, FULL[:2])
    qtbot.keyClick(page.panel.sheet, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.panel.shown.line.id != first
    (sheet,) = year.services.scoring.sheets(first)
    assert (dict(sheet.marks.points), sheet.is_final) == (
        {"TC1": Decimal(14), "TC2": Decimal("18.5")},
        False,
    )


def test_council_members_have_their_own_sheets(qtbot, page, year):
    year.self_score()
    page.refresh(EVERYTHING)
    page.bar.kind_combo.choose(SheetKind.COUNCIL)
    assert not page.panel.finish_button.isVisible()
    page.bar.scorer_edit.setText("Trần Thị Bình")
    page.bar.scorer_edit.editingFinished.emit()
    shown = page.panel.shown
    type_points(qtbot, page)
    assert page.save()
    sheets = year.services.scoring.sheets(shown.line.id)
    assert [one.scorer for one in sheets if one.kind is SheetKind.COUNCIL] == ["Trần Thị Bình"]


def test_the_scorer_is_remembered(qtbot, page, year, runner, bus):
    page.bar.kind_combo.choose(SheetKind.COUNCIL)
    page.bar.scorer_edit.setText("Lê Quang Minh")
    page.bar.scorer_edit.editingFinished.emit()
    again = ScoringPage(year.services, runner, bus)
    qtbot.addWidget(again)
    assert (again.bar.kind, again.bar.scorer) == (SheetKind.COUNCIL, "Lê Quang Minh")


def test_results_explain_themselves(page, year):
    year.self_score()
    year.council_score()
    page.refresh(EVERYTHING)
    page.results.table.selectRow(0)
    assert "Điểm chung là trung bình cộng của 2 phiếu" in page.results.explanation()


def test_an_empty_campaign_says_what_comes_here(qtbot, year, runner, bus):
    made = ScoringPage(year.services, runner, bus)
    qtbot.addWidget(made)
    made.show_campaign(year.services.campaigns.create(2031)[0])
    made.refresh(EVERYTHING)
    assert made.panel.shown is None
    assert made.may_leave()


def test_when_all_have_scored_themselves_the_council_begins(qtbot, year, runner, bus):
    year.accept()
    year.self_score()
    made = ScoringPage(year.services, runner, bus)
    qtbot.addWidget(made)
    made.show_campaign(year.campaign_id)
    made.refresh(EVERYTHING)
    assert made.bar.kind is SheetKind.COUNCIL
    assert made.queue.progress_text() == "Đã chốt 0/12 phiếu"
