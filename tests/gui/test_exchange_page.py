"""Two offices exchange packages in the window; each moment says what it is."""

import pytest
from exchange_offices import settle, shown_page, texts, two_offices
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton

from dvk_desktop.domain.records.exchange import MergeAction
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.views import file_choice
from dvk_desktop.views.exchange.card_dialog import CardDialog
from dvk_desktop.views.exchange.desk import CONFLICTS, OFFICES, RECEIVE
from dvk_desktop.views.exchange.page import ExchangePage
from dvk_desktop.views.exchange.wording import package_state
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.widgets.notice import Notice


@pytest.fixture
def offices(tmp_path):
    with two_offices(tmp_path) as made:
        yield made


@pytest.fixture
def shown_folders(monkeypatch):
    shown = []
    monkeypatch.setattr(file_choice, "show_in_system", shown.append)
    return shown


@pytest.fixture
def page(qtbot, offices, runner, bus):
    made = shown_page(qtbot, ExchangePage(offices.district, runner, bus), bus, offices.campaign_id)
    settle(qtbot, runner)
    return made


def notices(panel):
    return [one.accessibleName() for one in panel.findChildren(Notice) if one.isVisibleTo(panel)]


def press(panel, text):
    found = [one for one in panel.findChildren(QPushButton) if one.text() == text]
    assert found, text
    found[-1].click()


def drop(page, *paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, mime, left, none))


def test_the_commune_sends_up_and_nothing_is_green(qtbot, offices, runner, bus, monkeypatch):
    offices.register()
    page = shown_page(
        qtbot, ExchangePage(offices.commune, runner, bus), bus, offices.commune_campaign
    )
    offices.trust_each_other()
    page.send.refresh()
    suggested = []

    def choose(parent, title, suggestion, kinds):
        suggested.append(suggestion.name)
        return offices.post / "gui-huyen"

    monkeypatch.setattr(file_choice, "ask_target", choose)
    assert page.send.send_button.text() == "Gửi lên cấp trên…"
    page.send.send_button.click()
    settle(qtbot, runner)
    assert (offices.post / "gui-huyen.dvk").exists()
    assert suggested[0].startswith("bao-cao_x13_h00_")
    assert "5 đăng ký" in notices(page.send)[0]
    assert "Chưa có biên nhận" in notices(page.send)[0]
    row = offices.commune.receiving.history()[0]
    assert package_state(row) == ("Đã ghi, chờ biên nhận", Tone.WARNING)


def test_without_a_card_the_way_leads_to_the_offices(qtbot, page):
    assert page.send.target() is None
    page.send.send_button.click()
    assert page.tabs.currentIndex() == OFFICES


def test_a_package_of_a_stranger_is_looked_at_and_not_merged(qtbot, offices, page, runner):
    offices.register()
    drop(page, offices.package())
    settle(qtbot, runner)
    assert page.tabs.currentIndex() == RECEIVE
    assert "Đảng ủy xã Yên Phong chưa được tin cậy" in notices(page.receive)[0]
    assert not page.receive.merge_button.isEnabled()
    assert {item.action for item in page.receive.preview.shown()} == {MergeAction.NEW}
    press(page.receive, "Nhập thẻ…")
    assert page.tabs.currentIndex() == OFFICES


def test_a_card_is_trusted_after_its_fingerprint_was_heard(qtbot, offices, page, boxes):
    card = offices.district.trust.read_card(offices.card)
    dialog = CardDialog(page._desk, offices.card, card)
    qtbot.addWidget(dialog)
    assert not dialog.trust_button.isEnabled()
    dialog.typed.setText("12345 67890")
    dialog.trust_button.click()
    assert [box.details for box in boxes] == ["FINGERPRINT"]
    dialog.typed.setText(offices.commune.trust.fingerprint())
    dialog.trust_button.click()
    page._desk.bus.publish(dialog.changes)
    assert [row[0] for row in texts(page.offices.table.model())] == ["Đảng ủy xã Yên Phong"]


def test_the_merge_is_shown_done_and_taken_back(qtbot, offices, page, runner, boxes):
    offices.trust_each_other()
    offices.register()
    page.take_files([offices.package()])
    settle(qtbot, runner)
    page.receive.merge_button.click()
    settle(qtbot, runner)
    assert offices.count() == 5
    assert "mới" in notices(page.receive)[0]
    assert "gửi lại biên nhận" in notices(page.receive)[1]
    press(page.receive, "Hoàn tác lần nhập này")
    settle(qtbot, runner)
    assert offices.count() == 0
    page.history.table.selectRow(page.history.table.model().rowCount() - 1)
    assert "đã được hoàn tác" in page.history._text.text()


def test_the_same_again_has_nothing_to_do(qtbot, offices, page, runner):
    offices.trust_each_other()
    offices.register()
    package = offices.package()
    offices.merge(package)
    page.take_files([package])
    settle(qtbot, runner)
    assert [text.strip() for text in notices(page.receive)] == [
        "Gói này đã được nhập trước đây; nhập lại không làm thay đổi gì."
    ]
    page.receive.merge_button.click()
    settle(qtbot, runner)
    assert offices.count() == 5


def test_a_damaged_package_shows_its_code_and_its_remedy(qtbot, offices, page, runner):
    offices.trust_each_other()
    offices.register()
    package = offices.package()
    package.write_bytes(package.read_bytes()[:-900])
    page.take_files([package])
    settle(qtbot, runner)
    assert "PKG_TRUNCATED" in notices(page.receive)[0]
    assert not page.receive.merge_button.isEnabled()


def test_a_package_for_another_office_is_named(qtbot, offices, runner, bus):
    offices.trust_each_other()
    offices.register()
    page = shown_page(
        qtbot, ExchangePage(offices.commune, runner, bus), bus, offices.commune_campaign
    )
    page.take_files([offices.package()])
    settle(qtbot, runner)
    assert "PKG_OWN" in notices(page.receive)[0]


@pytest.mark.parametrize(
    ("way", "address"),
    [("ours", "Bình Hòa, huyện ghi"), ("theirs", "Thôn Bình Hòa 1"), ("other", "Xóm 3")],
)
def test_a_conflict_has_three_ways_out(qtbot, offices, page, runner, way, address):
    package = offices.disagree()
    page.take_files([package])
    settle(qtbot, runner)
    page.receive.preview.filter_by(MergeAction.CONFLICT)
    assert len(page.receive.preview.shown()) == 1
    page.receive.merge_button.click()
    settle(qtbot, runner)
    assert page.tabs.tabText(CONFLICTS) == "Xung đột (1)"
    press(page.receive, "Xử lý xung đột")
    assert page.tabs.currentIndex() == CONFLICTS
    panel = page.conflicts
    if way == "other":
        panel.other.text.setPlainText(address)
    {"ours": panel.take_ours, "theirs": panel.take_theirs, "other": panel.take_other}[way]()
    settle(qtbot, runner)
    assert offices.address() == address
    assert panel.count == 0


def test_a_record_without_its_tick_stays_where_it_is(qtbot, offices, page, runner):
    offices.trust_each_other()
    offices.register()
    drop(page, offices.package())
    settle(qtbot, runner)
    table = page.receive.preview.table
    left = page.receive.preview.shown()[0]
    tick, unticked = Qt.ItemDataRole.CheckStateRole, Qt.CheckState.Unchecked
    assert (left.record_type, page.receive.preview.left_out()) == ("registration", frozenset())
    table.model().setData(table.model().index(0, 0), unticked.value, tick)
    assert page.receive.preview.left_out() == {left.record_id}
    page.receive.merge_button.click()
    settle(qtbot, runner)
    rows = offices.district.registrations.rows(RegistrationFilter(campaign_id=offices.campaign_id))
    assert (len(rows), left.record_id in {row.id for row in rows}) == (4, False)


def test_a_receipt_turns_the_sent_package_green(qtbot, offices, runner, bus):
    offices.trust_each_other()
    offices.register()
    receipt = offices.merge(offices.package()).receipt
    page = shown_page(
        qtbot, ExchangePage(offices.commune, runner, bus), bus, offices.commune_campaign
    )
    page.take_files([receipt])
    settle(qtbot, runner)
    assert page.receive.merge_button.text() == "Ghi nhận biên nhận"
    page.receive.merge_button.click()
    settle(qtbot, runner)
    sent = page.send.table.model().record(0)
    assert package_state(sent) == ("Đã nhận biên nhận, nhận đủ", Tone.SUCCESS)
    assert "nhập" in page.history._lines(sent)[1]


def test_trust_is_withdrawn_after_a_question(qtbot, offices, page, boxes):
    offices.trust_each_other()
    page.offices.refresh()
    page.offices.table.selectRow(0)
    page.offices.withdraw_button.click()
    assert [box.action for box in boxes] == ["Gỡ tin cậy"]
    assert [row.is_trusted for row in offices.district.trust.offices()] == [False]


def test_our_card_is_written_where_the_person_says(offices, page, shown_folders, monkeypatch):
    target = offices.post / "the-huyen.dvkcard"
    monkeypatch.setattr(file_choice, "ask_target", lambda *given: target)
    press(page.offices, "Ghi thẻ thành tệp…")
    assert offices.commune.trust.read_card(target).code == "H00"
    assert shown_folders == [offices.post]
    assert page.offices.fingerprint.text() == offices.district.trust.fingerprint()


def test_merged_registrations_belong_to_the_campaign(offices):
    offices.trust_each_other()
    offices.register()
    offices.merge(offices.package())
    rows = offices.district.registrations.rows(RegistrationFilter(campaign_id=offices.campaign_id))
    assert {row.unit_name for row in rows} == {"Xã Yên Phong"}
