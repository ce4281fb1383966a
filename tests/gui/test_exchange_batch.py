"""A folder of packages in the window: verdicts first, one run, each taken back by itself."""

import shutil

import pytest
from exchange_offices import settle, shown_page, texts, two_offices
from PySide6.QtWidgets import QPushButton

from dvk_desktop.domain.registration_states import RegistrationAction as Action
from dvk_desktop.views import file_choice
from dvk_desktop.views.exchange.desk import RECEIVE
from dvk_desktop.views.exchange.page import ExchangePage
from dvk_desktop.views.widgets.notice import Notice


@pytest.fixture
def offices(tmp_path):
    with two_offices(tmp_path) as made:
        made.trust_each_other()
        made.register()
        made.folder = tmp_path / "tháng 1"
        made.folder.mkdir()
        yield made


@pytest.fixture
def page(qtbot, offices, runner, bus):
    made = shown_page(qtbot, ExchangePage(offices.district, runner, bus), bus, offices.campaign_id)
    settle(qtbot, runner)
    return made


@pytest.fixture
def filled(offices):
    """Two packages out of order by name, one of them twice, a cut one, and a card."""
    second, first = offices.folder / "a.dvk", offices.folder / "b.dvk"
    offices.commune.sending.export("H00", first)
    offices.commune.registrations.step(offices.ids[:1], Action.WITHDRAW)
    offices.commune.sending.export("H00", second)
    (offices.folder / "cut.dvk").write_bytes(first.read_bytes()[:900])
    shutil.copyfile(offices.card, offices.folder / "xa.dvkcard")
    return offices.folder


def _states(view):
    return [(line.file.path.name, line.state[0]) for line in view.lines()]


def _visible(page, text):
    return [one for one in page.findChildren(QPushButton) if one.text() == text]


def test_a_dropped_folder_is_judged_and_nothing_is_stored(qtbot, offices, page, runner, filled):
    page.take_files([filled])
    settle(qtbot, runner)

    view = page.receive.batch
    assert page.tabs.currentIndex() == RECEIVE
    assert view.isVisible()
    assert _states(view) == [
        ("b.dvk", "Sẽ nhập"),
        ("a.dvk", "Sẽ nhập"),
        ("xa.dvkcard", "Thẻ chờ xác nhận"),
        ("cut.dvk", "Để riêng"),
    ]
    assert view.run_button.text() == "Nhập 2 gói"
    assert "thiếu phần cuối" in texts(view.table.model())[3][-1]
    assert offices.count() == 0


def test_one_press_takes_in_the_rest_and_each_can_be_undone(
    qtbot, offices, page, runner, filled, boxes
):
    page.take_files([filled])
    settle(qtbot, runner)
    view = page.receive.batch

    view.run_button.click()
    settle(qtbot, runner)
    merged, held = _states(view), offices.count()
    view.table.selectRow(1)
    view.undo_button.click()
    settle(qtbot, runner)

    assert merged[:2] == [("b.dvk", "Đã nhập"), ("a.dvk", "Đã nhập")]
    assert merged[2:] == [("xa.dvkcard", "Thẻ chờ xác nhận"), ("cut.dvk", "Để riêng")]
    assert held == 5
    assert [line.is_undone for line in view.lines()] == [False, True, False, False]
    assert not view.undo_button.isVisible()
    assert any("2 biên nhận" in one.accessibleName() for one in view.findChildren(Notice))


def test_receipts_are_copied_to_a_stick(
    qtbot, offices, page, runner, filled, monkeypatch, tmp_path
):
    stick = tmp_path / "USB"
    stick.mkdir()
    monkeypatch.setattr(file_choice, "ask_folder", lambda parent, title, folder: stick)
    page.take_files([filled])
    settle(qtbot, runner)
    page.receive.batch.run()
    settle(qtbot, runner)

    _visible(page.receive.batch, "Chép ra USB…")[0].click()
    settle(qtbot, runner)
    copies = sorted(stick.iterdir())
    for copy in copies:
        offices.commune.receiving.merge(offices.commune.receiving.preview(copy))

    sent = [row for row in offices.commune.receiving.history() if row.direction == "out"]
    assert [path.name for path in copies] == ["bien-nhan-X13-0001.dvk", "bien-nhan-X13-0002.dvk"]
    assert all(row.receipt for row in sent)


def test_the_folder_is_asked_for(qtbot, offices, page, runner, filled, monkeypatch):
    monkeypatch.setattr(file_choice, "ask_folder", lambda parent, title, folder: filled)

    _visible(page.receive, "Nhập cả thư mục…")[0].click()
    settle(qtbot, runner)

    assert len(page.receive.batch.lines()) == 4


def test_one_of_many_is_looked_at_closely(qtbot, offices, page, runner, filled):
    page.take_files([filled / "a.dvk", filled / "b.dvk"])
    settle(qtbot, runner)
    page.receive.batch.table.selectRow(0)

    page.receive.batch.single_button.click()
    settle(qtbot, runner)

    assert page.receive.looked.path == filled / "b.dvk"
    assert page.receive.merge_button.isVisible()


def test_an_empty_folder_says_so(qtbot, offices, page, runner, tmp_path):
    (tmp_path / "trống").mkdir()
    page.receive.take([tmp_path / "trống"])
    settle(qtbot, runner)

    assert page.receive.batch.lines() == []
    assert not page.receive.batch.run_button.isEnabled()
