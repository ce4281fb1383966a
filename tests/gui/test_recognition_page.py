"""From the meeting to the signed decision: counts typed into cells, choices named, numbers."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from year_steps import MEMBERS, opened_year

from dvk_desktop.domain.changes import EVERYTHING
from dvk_desktop.domain.terms import DecisionState, RegistrationState
from dvk_desktop.domain.voting import Tally
from dvk_desktop.views.counted_dialog import CountedDialog
from dvk_desktop.views.recognition.meeting_dialog import MeetingDialog
from dvk_desktop.views.recognition.page import RecognitionPage

AGREE, DISAGREE = 3, 4


@pytest.fixture
def year(tmp_path):
    with opened_year(tmp_path) as made:
        yield made


@pytest.fixture
def open_page(qtbot, year, runner, bus):
    kept = []

    def make(step=0):
        made = RecognitionPage(year.services, runner, bus)
        kept.append(made)
        qtbot.addWidget(made)
        bus.changed.connect(made.refresh)
        made.show_campaign(year.campaign_id)
        made.tabs.setCurrentIndex(step)
        made.refresh(EVERYTHING)
        made.resize(1150, 650)
        made.show()
        return made

    yield make
    kept.clear()


def type_count(qtbot, table, row, column, text):
    table.setCurrentIndex(table.model().index(row, column))
    qtbot.keyClicks(table, text[0])
    editor = table.findChild(QLineEdit)
    qtbot.keyClicks(editor, text[1:])
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.state() is table.State.NoState)


def test_a_meeting_is_opened_with_its_members(qtbot, year, open_page):
    year.score()
    panel = open_page().council
    panel.open_meeting()
    dialog: MeetingDialog = panel.dialog
    assert not dialog.open_button.isEnabled()
    for number, name in enumerate(("Nguyễn Văn An", "Trần Thị Bình", "Lê Quang Minh")):
        dialog.members.name_edit(number).insert(name)
    dialog.members.present_box(0).setChecked(False)
    assert dialog.quorum_text() == "Có mặt 2/3: đủ số họp (cần 2/3)"
    dialog.date_edit.set_value(date(2017, 10, 5))
    qtbot.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    (meeting,) = year.services.council.meetings(year.campaign_id)
    assert (meeting.held_on, meeting.present, len(meeting.members)) == (date(2017, 10, 5), 2, 3)
    assert panel.meeting == meeting


def test_without_quorum_no_meeting(qtbot, year, open_page):
    year.score()
    panel = open_page().council
    panel.open_meeting()
    dialog = panel.dialog
    for number in range(3):
        dialog.members.name_edit(number).insert(f"Đồng chí {number}")
        dialog.members.present_box(number).setChecked(number == 0)
    assert dialog.quorum_text() == "Có mặt 1/3: chưa đủ số họp (cần 2/3)"
    assert not dialog.open_button.isEnabled()
    dialog.reject()


def test_counts_are_typed_into_the_cells(qtbot, year, open_page):
    year.score()
    meeting_id = year.meet()
    panel = open_page().council
    first = panel.table.model().index(0, 0).data(Qt.ItemDataRole.UserRole + 3)
    type_count(qtbot, panel.table, 0, AGREE, "6")
    qtbot.waitUntil(lambda: panel.model.records[0].is_counted)
    type_count(qtbot, panel.table, 0, DISAGREE, "2")
    qtbot.waitUntil(lambda: panel.model.records[0].tally.disagree == 2)
    (vote,) = year.services.council.votes(meeting_id)
    assert (vote.registration_id, vote.tally) == (first, Tally(9, 8, agree=6, disagree=2))
    assert vote.passed
    assert panel.model.index(0, 8).data() == "Thông qua 6/8"


def test_counts_that_do_not_add_up_wait_in_the_table(qtbot, year, open_page, boxes):
    year.score()
    meeting_id = year.meet()
    panel = open_page().council
    type_count(qtbot, panel.table, 0, AGREE, "9")
    qtbot.waitUntil(lambda: panel.model.records[0].is_counted)
    assert year.services.council.votes(meeting_id) == ()
    assert panel.model.index(0, 8).data() == "Số phiếu không khớp"
    assert panel.may_leave()
    assert [box.action for box in boxes] == ["Bỏ số phiếu"]


def test_all_agree_for_the_chosen_ones(qtbot, year, open_page):
    year.score()
    meeting_id = year.meet()
    panel = open_page().council
    panel.table.selectAll()
    qtbot.mouseClick(panel.fill_button, Qt.MouseButton.LeftButton)
    votes = year.services.council.votes(meeting_id)
    assert {vote.tally for vote in votes} == {Tally(9, 8, agree=8)}
    assert len(votes) == 12


def test_a_closed_meeting_takes_no_counts(qtbot, year, open_page, boxes):
    year.score()
    meeting_id = year.meet()
    year.services.council.count(meeting_id, dict.fromkeys(year.ids, Tally(9, 8, agree=8)))
    panel = open_page().council
    qtbot.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)
    assert "Đã ghi 12/12 mô hình, 12 mô hình được thông qua" in boxes[0].text
    assert year.services.council.meetings(year.campaign_id)[0].is_closed
    assert not panel.model.flags(panel.model.index(0, AGREE)) & Qt.ItemFlag.ItemIsEditable


def test_those_who_passed_are_offered_and_drafted(qtbot, year, open_page):
    year.score()
    year.vote(passed=10)
    year.add_signatory()
    page = open_page()
    panel = page.decision
    page.tabs.setCurrentWidget(panel)
    qtbot.mouseClick(panel.tick_button, Qt.MouseButton.LeftButton)
    panel.form.place_edit.insert("Yên Mô")
    qtbot.mouseClick(panel.draft_button, Qt.MouseButton.LeftButton)
    dialog: CountedDialog = panel.dialog
    assert dialog.list.count() == 10
    qtbot.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
    (decision,) = year.services.recognition.decisions(year.campaign_id)
    assert (decision.items, decision.place, decision.state) == (10, "Yên Mô", DecisionState.DRAFT)
    assert page.tabs.currentWidget() is page.decisions


def test_a_draft_needs_place_and_signatory(qtbot, year, open_page):
    year.score()
    year.vote()
    panel = open_page(1).decision
    panel.tick_shown()
    panel.draft()
    assert panel.dialog is None
    assert panel.form.place_edit.property("invalid")
    assert panel.form.signatory_combo.property("invalid")


def test_many_are_confirmed_by_their_number(qtbot):
    dialog = CountedDialog("Công nhận?", [f"Mô hình {n}" for n in range(21)], "Lập")
    qtbot.addWidget(dialog)
    assert not dialog.act_button.isEnabled()
    qtbot.keyClicks(dialog.count_edit, "20")
    assert not dialog.act_button.isEnabled()
    dialog.count_edit.setText("21")
    assert dialog.act_button.isEnabled()


def test_those_not_passed_are_rejected_with_a_reason(qtbot, year, open_page):
    year.score()
    year.vote(passed=10)
    panel = open_page(1).decision
    panel.vote_combo.choose("failed")
    panel.tick_shown()
    qtbot.mouseClick(panel.reject_button, Qt.MouseButton.LeftButton)
    assert not panel.dialog.act_button.isEnabled()
    panel.dialog.reason_edit.insertPlainText("Hội đồng không thông qua")
    qtbot.mouseClick(panel.dialog.act_button, Qt.MouseButton.LeftButton)
    refused = {k for k, v in year.states().items() if v is RegistrationState.NOT_RECOGNISED}
    assert refused == set(year.ids[10:])


def test_the_annex_is_put_in_order(qtbot, year, open_page):
    year.score()
    decision_id = year.draft(3)
    page = open_page()
    page.tabs.setCurrentWidget(page.decisions)
    page.decisions.items_table.selectRow(2)
    qtbot.mouseClick(page.decisions.up_button, Qt.MouseButton.LeftButton)
    items = year.services.recognition.items(decision_id)
    assert [one.registration_id for one in items] == [year.ids[n] for n in (0, 2, 1)]
    assert [one.sort_order for one in items] == [1, 2, 3]


def test_signing_recognises_everything_in_it(qtbot, year, open_page, boxes, bus):
    year.score()
    decision_id = year.draft(10)
    page = open_page()
    page.tabs.setCurrentWidget(page.decisions)
    page.decisions.date_edit.set_value(date(2017, 10, 12))
    assert page.decisions.number_edit.text() == "1"
    page.decisions.number_edit.setText("15")
    with qtbot.waitSignal(bus.changed):
        qtbot.mouseClick(page.decisions.sign_button, Qt.MouseButton.LeftButton)
    assert [box.action for box in boxes] == ["Ghi số và ngày ký"]
    (decision,) = year.services.recognition.decisions(year.campaign_id)
    assert (decision.id, decision.number_text) == (decision_id, "Số 15-QĐ/BCĐ")
    recognised = {k for k, v in year.states().items() if v is RegistrationState.RECOGNISED}
    assert recognised == set(year.ids[:10])
    assert year.services.recognition.next_number(date(2017, 12, 1)) == 16


def test_a_draft_can_be_thrown_away(qtbot, year, open_page, boxes):
    year.score()
    year.draft(3)
    page = open_page()
    page.tabs.setCurrentWidget(page.decisions)
    qtbot.mouseClick(page.decisions.discard_button, Qt.MouseButton.LeftButton)
    assert year.services.recognition.decisions(year.campaign_id) == ()
    page.tabs.setCurrentWidget(page.decision)
    assert len(page.decision.model.records) == 12


def test_members_are_known_from_the_last_meeting(year, open_page):
    year.score()
    year.meet()
    panel = open_page().council
    panel.open_meeting()
    assert panel.dialog.wish().members == MEMBERS
    panel.dialog.reject()


def test_what_has_no_points_is_named(year, open_page, boxes):
    year.accept()
    year.self_score()
    page = open_page(1)
    page.decision.model.check(year.ids[:2])
    assert page.decision._count.text() == "Đã chọn 2 mô hình · 2 chưa có điểm hội đồng"
    year.draft(2)
    page.tabs.setCurrentIndex(2)
    page.refresh(EVERYTHING)
    page.decisions.number_edit.set_value(15)
    page.decisions.sign()
    assert "2 mô hình chưa có điểm hội đồng:\n• Mô hình số 1" in boxes[0].text


def test_a_missing_signatory_leads_to_the_settings(qtbot, year, open_page):
    page = open_page(1)
    with qtbot.waitSignal(page.go_to) as asked:
        page.decision.form.signatories_button.click()
    assert asked.args == ["settings", "signatories"]
