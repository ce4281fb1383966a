"""The slip of a package is printed after writing it and from the history; both read one code."""

import pytest
from exchange_offices import settle, shown_page, two_offices
from PySide6.QtWidgets import QLabel, QPushButton

from dvk_desktop.views import file_choice
from dvk_desktop.views.exchange.page import ExchangePage


@pytest.fixture
def offices(tmp_path):
    with two_offices(tmp_path) as made:
        made.trust_each_other()
        made.register()
        yield made


@pytest.fixture
def opened(monkeypatch):
    shown = []
    monkeypatch.setattr(file_choice, "show_in_system", shown.append)
    return shown


@pytest.fixture
def targets(monkeypatch, offices):
    """Where files go that the page asks a place for: into the post under their own names."""
    names = []

    def choose(parent, title, suggestion, kinds):
        names.append(suggestion.name)
        return offices.post / suggestion.name

    monkeypatch.setattr(file_choice, "ask_target", choose)
    return names


def _press(panel, text):
    found = [one for one in panel.findChildren(QPushButton) if one.text() == text]
    assert found, text
    found[-1].click()


def _shown(panel):
    return " ".join(one.text() for one in panel.findChildren(QLabel) if one.isVisibleTo(panel))


def test_the_slip_comes_right_after_the_package(qtbot, offices, runner, bus, targets, opened):
    page = shown_page(
        qtbot, ExchangePage(offices.commune, runner, bus), bus, offices.commune_campaign
    )
    page.send.send_button.click()
    settle(qtbot, runner)

    _press(page.send, "In phiếu bàn giao…")
    settle(qtbot, runner)

    assert targets[1].startswith("phieu-ban-giao_bao-cao_x13_h00_")
    assert opened == [offices.post / targets[1]]
    assert opened[0].read_bytes().startswith(b"%PDF")


def test_history_prints_it_again_and_shows_the_code(qtbot, offices, runner, bus, targets, opened):
    path = offices.package()
    page = shown_page(
        qtbot, ExchangePage(offices.commune, runner, bus), bus, offices.commune_campaign
    )
    page.show_record("history")
    page.history.table.selectRow(0)

    page.history.slip_button.click()
    settle(qtbot, runner)

    code = offices.commune.handover.of_file(path).check_code
    assert targets == ["phieu-ban-giao_goi.pdf"]
    assert f"Mã đối chiếu: {code}." in _shown(page.history)


def test_the_receiver_sees_the_same_code_before_merging(qtbot, offices, runner, bus):
    path = offices.package()
    page = shown_page(qtbot, ExchangePage(offices.district, runner, bus), bus, offices.campaign_id)

    page.take_files([path])
    settle(qtbot, runner)

    code = offices.commune.handover.of_file(path).check_code
    assert f"Mã đối chiếu: {code}." in _shown(page.receive)


def test_a_received_package_has_no_slip_of_ours(qtbot, offices, runner, bus):
    offices.merge(offices.package())
    page = shown_page(qtbot, ExchangePage(offices.district, runner, bus), bus, offices.campaign_id)
    page.show_record("history")
    for row, can_print in ((0, False), (1, False)):
        page.history.table.selectRow(row)
        assert page.history.slip_button.isVisibleTo(page.history) is can_print
