"""Our card with its code, a key that was replaced, and a computer that was lost, in the window."""

from datetime import timedelta

import pytest
from exchange_offices import settle, shown_page, two_offices
from PySide6.QtWidgets import QDialog, QPushButton

from dvk_desktop.documents.preview import page_count
from dvk_desktop.domain.changes import Changes
from dvk_desktop.services.exchange.office_keys import OfficeKeys
from dvk_desktop.storage.key_files import AGE_FILE, KEY_FILE
from dvk_desktop.views import file_choice
from dvk_desktop.views.exchange.desk import OFFICES
from dvk_desktop.views.exchange.key_renewal_dialog import KeyRenewalDialog
from dvk_desktop.views.exchange.page import ExchangePage
from dvk_desktop.views.exchange.replaced_key_dialog import ReplacedKeyDialog
from dvk_desktop.views.frame.office_window import OfficeWindow
from dvk_desktop.views.preferences import Preferences
from dvk_desktop.views.widgets.banner import Banner
from dvk_desktop.views.widgets.notice import Notice


@pytest.fixture
def offices(tmp_path):
    with two_offices(tmp_path) as made:
        made.trust_each_other()
        yield made


@pytest.fixture
def page(qtbot, offices, runner, bus):
    made = shown_page(qtbot, ExchangePage(offices.district, runner, bus), bus, offices.campaign_id)
    made.tabs.setCurrentIndex(OFFICES)
    settle(qtbot, runner)
    return made


@pytest.fixture
def new_card(offices):
    """The card of the commune after it has lost its computer."""
    day = offices.commune.recognition.today()
    offices.commune.key_renewal.renew(withdrawn_on=day, reason="Máy bị mất")
    offices.commune.trust.own_card(offices.card)
    return offices.card


def notices(panel):
    return [one.accessibleName() for one in panel.findChildren(Notice) if one.isVisibleTo(panel)]


def replaced(qtbot, page, offices, card):
    dialog = ReplacedKeyDialog(page._desk, card, offices.district.trust.read_card(card))
    qtbot.addWidget(dialog)
    return dialog


def test_our_digits_and_our_code_are_shown(page, offices):
    own = page.offices.own
    assert len(own.fingerprint.text().split()) == 16
    assert own.square.rows == offices.district.trust.own_card_squares()
    assert own.square.isVisibleTo(own)
    assert not own.show_square.isVisibleTo(own)
    middle = own.square.grab().toImage()
    assert middle.pixelColor(1, 1).name() == "#ffffff"
    corner = (middle.width() - len(own.square.rows) * 3) // 2
    assert middle.pixelColor(corner, corner).name() == "#000000"


def test_the_page_of_the_card_is_written(qtbot, page, offices, runner, monkeypatch):
    shown = []
    monkeypatch.setattr(file_choice, "show_in_system", shown.append)
    monkeypatch.setattr(file_choice, "ask_target", lambda *_: offices.post / "the")
    page.offices.own.paper_button.click()
    settle(qtbot, runner)
    assert shown == [offices.post / "the.pdf"]
    assert page_count(offices.post / "the.pdf") == 1


def test_locked_keys_ask_before_the_code_is_drawn(qtbot, page, offices, bus, runner):
    offices.district.keys.protect("mật khẩu của khóa")
    # The program was started anew.
    offices.district.keys = OfficeKeys(offices.district.folder)
    offices.district.__dict__.pop("trust")
    offices.district.__dict__.pop("key_renewal")
    page.offices.refresh()
    own = page.offices.own
    assert own.show_square.isVisibleTo(own)
    assert not own.square.isVisibleTo(own)


def test_a_replaced_key_takes_a_call_a_name_a_day_and_all_digits(qtbot, page, offices, new_card):
    dialog = replaced(qtbot, page, offices, new_card)
    digits = offices.commune.trust.fingerprint()
    assert "khóa khác" in notices(dialog)[0]
    assert digits not in dialog.heard_edit.toPlainText()
    for fill in (
        lambda: dialog.spoken_edit.setText("Ông Phạm Văn Hòa"),
        lambda: dialog.said_box.setChecked(True),
        lambda: dialog.heard_edit.setPlainText(digits[:59]),
    ):
        assert not dialog.replace_button.isEnabled()
        fill()
    assert "10 trong 16" in dialog.match_label.text()
    assert not dialog.replace_button.isEnabled()
    dialog.heard_edit.setPlainText(digits)
    assert dialog.replace_button.isEnabled()
    dialog.day_edit.set_value(None)
    assert not dialog.replace_button.isEnabled()
    dialog.day_edit.set_value(offices.district.recognition.today() - timedelta(days=1))
    dialog.replace_button.click()

    assert dialog.result() == QDialog.DialogCode.Accepted
    page._desk.bus.publish(dialog.changes)
    page.offices.table.selectRow(0)
    assert "Ông Phạm Văn Hòa" in page.offices._about.text()


def test_a_wrong_group_is_named_at_once(qtbot, page, offices, new_card):
    dialog = replaced(qtbot, page, offices, new_card)
    groups = offices.commune.trust.fingerprint().split()
    groups[4] = "00000" if groups[4] != "00000" else "11111"
    dialog.heard_edit.setPlainText("-".join(groups))
    assert dialog.wrong_groups() == [5]
    assert "Nhóm thứ 5" in dialog.match_label.text()
    assert dialog.heard_edit.property("invalid")


def test_a_lost_computer_is_told_and_new_keys_are_made(qtbot, page, offices, runner, monkeypatch):
    for name in (KEY_FILE, AGE_FILE):
        (offices.district.folder / "keys" / name).unlink()
    old = offices.district.trust.fingerprint()
    page.offices.refresh()
    settle(qtbot, runner)
    assert "không có tệp khóa" in notices(page.offices.own)[0]
    assert not page.offices.own.card_button.isEnabled()

    def answer(dialog):
        assert not dialog.renew_button.isEnabled()
        dialog.reason_edit.setText("Máy bị mất")
        assert not dialog.renew_button.isEnabled()
        dialog.code_edit.setText("h00")
        dialog.renew_button.click()
        return dialog.result()

    monkeypatch.setattr(KeyRenewalDialog, "exec", answer)
    page.offices.renew_keys()
    settle(qtbot, runner)

    assert offices.district.trust.fingerprint() != old
    assert page.offices.own.card_button.isEnabled()
    assert "Đảng ủy xã Yên Phong" in notices(page.offices.own)[0]
    assert page.offices.own.square.rows


def test_every_page_says_that_the_keys_are_not_here(qtbot, offices, runner, bus, tmp_path):
    folder = offices.district.folder / "keys"
    kept = (folder / KEY_FILE).read_bytes()
    (folder / KEY_FILE).unlink()
    window = OfficeWindow(Preferences(tmp_path / "window.ini"), runner=runner, bus=bus)
    qtbot.addWidget(window)
    window.fill(offices.district)
    (banner,) = window.findChildren(Banner)
    banner.findChild(QPushButton).click()
    settle(qtbot, runner)
    page = window.current_page()
    assert isinstance(page, ExchangePage)
    assert page.tabs.currentIndex() == OFFICES

    (folder / KEY_FILE).write_bytes(kept)
    bus.publish(Changes.SETTINGS)
    settle(qtbot, runner)
    assert [one for one in window.findChildren(Banner) if not one.isHidden()] == []
