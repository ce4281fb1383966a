"""Encrypted packages, parts and the passphrase of the keys, as a person meets them."""

import pytest
from exchange_offices import shown_page, two_offices
from PySide6.QtWidgets import QApplication, QPushButton

from dvk_desktop.domain.records.exchange import MEGABYTE, SendOptions
from dvk_desktop.views import file_choice
from dvk_desktop.views.exchange.page import ExchangePage
from dvk_desktop.views.exchange.send_options import BY_PASSPHRASE, OPEN, TO_CARD
from dvk_desktop.views.passphrase_dialog import PassphraseDialog
from dvk_desktop.views.settings.keys_section import KeysSection
from dvk_desktop.views.widgets.notice import Notice

FIRST, SECOND = "mật khẩu thứ nhất", "mật khẩu thứ hai"


@pytest.fixture
def offices(tmp_path):
    with two_offices(tmp_path) as made:
        made.trust_each_other()
        made.register()
        yield made


@pytest.fixture
def below(qtbot, offices, runner, bus):
    made = shown_page(
        qtbot, ExchangePage(offices.commune, runner, bus), bus, offices.commune_campaign
    )
    settle(qtbot, runner)
    return made


@pytest.fixture
def above(qtbot, offices, runner, bus):
    made = shown_page(qtbot, ExchangePage(offices.district, runner, bus), bus, offices.campaign_id)
    settle(qtbot, runner)
    return made


def notices(panel):
    return [one.accessibleName() for one in panel.findChildren(Notice) if one.isVisibleTo(panel)]


def settle(qtbot, runner):
    """Wait until nothing is left to do; a passphrase takes a second by intent."""
    qtbot.waitUntil(lambda: not runner.unfinished, timeout=60_000)
    QApplication.processEvents()


def asked():
    """Return the dialog that waits for a passphrase, if there is one."""
    QApplication.sendPostedEvents()
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, PassphraseDialog)]
    return next((one for one in shown if one.isVisible()), None)


def answer(qtbot, runner, text):
    qtbot.waitUntil(lambda: asked() is not None)
    dialog = asked()
    dialog.old_edit.setText(text)
    dialog.act_button.click()
    settle(qtbot, runner)


def test_the_choices_become_options(below):
    box = below.send.options

    assert box.options() == SendOptions()
    box.size_choice.choose(20)
    box.way_choice.choose(TO_CARD)
    assert box.options() == SendOptions(20 * MEGABYTE, to_card=True)
    box.size_choice.choose(-1)
    assert box.options() is None
    box.other_size.setText("2,5")
    box.way_choice.choose(BY_PASSPHRASE)
    assert box.options() is None
    box.findChildren(QPushButton)[0].click()
    assert box.options() == SendOptions(2_500_000, passphrase=box.passphrase.text())
    box.way_choice.choose(OPEN)
    assert box.options() == SendOptions(2_500_000)


def test_to_the_card_from_window_to_window(qtbot, offices, below, runner, monkeypatch):
    monkeypatch.setattr(
        file_choice, "ask_target", lambda parent, title, suggestion, kinds: offices.post / "goi"
    )
    below.send.options.way_choice.choose(TO_CARD)
    below.send.options.size_choice.choose(20)
    below.send.send_button.click()
    settle(qtbot, runner)

    path = offices.post / "goi.age"
    assert path.read_bytes().startswith(b"age-encryption.org")
    assert "5 đăng ký" in notices(below.send)[0]
    assert offices.merge(path).new > 0


@pytest.mark.slow
def test_a_passphrase_is_asked_for_until_it_opens(qtbot, offices, above, runner):
    path = offices.commune.sending.export(
        "H00", offices.post / "goi.dvk", options=SendOptions(passphrase=FIRST)
    ).path
    above.receive.look_at(path)
    settle(qtbot, runner)

    assert "AGE_PASSPHRASE_MISSING" in notices(above.receive)[0]
    answer(qtbot, runner, SECOND)
    assert "AGE_PASSPHRASE_WRONG" in notices(above.receive)[0]
    answer(qtbot, runner, FIRST)
    assert asked() is None
    assert above.receive.merge_button.isEnabled()
    assert notices(above.receive) == []


def test_locked_keys_are_opened_once_before_the_merge(qtbot, offices, above, runner):
    path = offices.package()
    offices.district.keys.protect(FIRST)
    offices.district.keys._unlocked = None  # as after a new start
    above.receive.look_at(path)
    settle(qtbot, runner)
    above.receive.merge_button.click()
    answer(qtbot, runner, SECOND)
    assert offices.count() == 0

    answer(qtbot, runner, FIRST)

    assert offices.count() == 5
    assert not offices.district.keys.is_locked


def test_missing_parts_are_told(qtbot, offices, above, runner, bus, tmp_path):
    for number in range(2):
        file = tmp_path / f"{number}.pdf"
        file.write_bytes(b"%PDF" + bytes(range(256)) * 400 + bytes([number]))
        offices.commune.attachments.add(offices.ids[0], [file])
    size = offices.commune.sending.export("H00", offices.post / "x.dvk").path.stat().st_size
    parts = offices.commune.sending.export(
        "H00", offices.post / "goi.dvk", options=SendOptions(most_bytes=size - 200)
    ).parts
    assert len(parts) == 2
    offices.merge(parts[1].path)
    above.receive.refresh()

    assert "còn thiếu phần 1 trong 2 phần" in notices(above.receive)[0]
    offices.merge(parts[0].path)
    above.receive.refresh()
    assert notices(above.receive) == []


@pytest.mark.slow
def test_the_passphrase_of_the_keys_is_set_changed_and_removed(qtbot, offices, runner, bus):
    section = KeysSection(offices.commune, runner, bus)
    qtbot.addWidget(section)
    section.refresh()
    section.show()
    section.set_button.click()
    dialog = asked()
    dialog.new_edit.setText(FIRST)
    dialog.again_edit.setText(SECOND)
    dialog.act_button.click()
    assert asked() is dialog
    dialog.again_edit.setText(FIRST)
    dialog.act_button.click()
    settle(qtbot, runner)

    assert offices.commune.keys.is_protected
    assert [section.set_button.isVisible(), section.change_button.isVisible()] == [False, True]
    section.change_button.click()
    dialog = asked()
    dialog.old_edit.setText(FIRST)
    dialog.new_edit.setText(SECOND)
    dialog.again_edit.setText(SECOND)
    dialog.act_button.click()
    settle(qtbot, runner)
    section.remove_button.click()
    answer(qtbot, runner, FIRST)
    assert offices.commune.keys.is_protected
    answer(qtbot, runner, SECOND)
    assert not offices.commune.keys.is_protected
