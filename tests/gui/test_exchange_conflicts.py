"""Many conflicts found, filtered and settled together; a plan made anew; the receipt sent back."""

from dataclasses import replace

import pytest
from exchange_offices import settle, shown_page, two_offices
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from dvk_desktop.domain.plan_changes import PlanChange, plan_changes
from dvk_desktop.domain.records.exchange import ConflictRow, MergeAction, MergeItem
from dvk_desktop.domain.registration_states import RegistrationAction as Action
from dvk_desktop.views import file_choice
from dvk_desktop.views.counted_dialog import CountedDialog
from dvk_desktop.views.exchange.conflict_columns import ours_in_words, theirs_in_words, ways_out
from dvk_desktop.views.exchange.page import ExchangePage
from dvk_desktop.views.widgets.notice import Notice
from dvk_desktop.views.widgets.typed_count import TYPED_FROM


@pytest.fixture
def offices(tmp_path):
    with two_offices(tmp_path) as made:
        yield made


@pytest.fixture
def page(qtbot, offices, runner, bus):
    made = shown_page(qtbot, ExchangePage(offices.district, runner, bus), bus, offices.campaign_id)
    settle(qtbot, runner)
    return made


def notices(panel):
    return [one for one in panel.findChildren(Notice) if one.isVisibleTo(panel)]


def change(office, record_id, **items):
    draft = replace(office.registrations.detail(record_id).draft, **items)
    office.registrations.correct(record_id, draft)


def quarrel(offices):
    """Bring two packages: two conflicts of the first, one of the second."""
    offices.trust_each_other()
    offices.register()
    offices.merge(offices.package())
    first, second, third = offices.ids[:3]
    offices.commune.registrations.step(offices.ids[:3], Action.WITHDRAW)
    for record_id in (first, second, third):
        change(offices.district, record_id, address="Huyện ghi")
    for record_id in (first, second):
        change(offices.commune, record_id, address="Xã ghi")
    offices.merge(offices.package("hai.dvk"))
    change(offices.commune, third, address="Xã ghi sau")
    offices.merge(offices.package("ba.dvk"))


def test_conflicts_are_searched_filtered_and_settled_by_package(qtbot, offices, page, runner):
    quarrel(offices)
    page.refresh(page.conflicts.shows)
    panel = page.conflicts
    addresses = [row for row in panel.shown() if row.field == "address"]
    assert len(addresses) == 3
    assert {row.package_number for row in addresses} == {2, 3}
    assert not panel.all_theirs_button.isEnabled()
    panel.search_box.setText("goi bao cao so 3")
    qtbot.waitUntil(lambda: {row.package_number for row in panel.shown()} == {3})
    panel.search_box.setText("")
    qtbot.waitUntil(lambda: len(panel.shown()) == panel.count)
    panel.package_combo.setCurrentIndex(1)
    chosen = panel.shown()
    assert {row.package_number for row in chosen} == {2}
    panel.all_theirs_button.click()
    (dialog,) = panel.findChildren(CountedDialog)
    assert dialog.list.count() == len(chosen)
    dialog.act_button.click()
    settle(qtbot, runner)
    assert offices.address() == "Xã ghi"
    assert {row.package_number for row in panel.shown()} == {3}


def test_more_than_twenty_want_their_number(qtbot):
    dialog = CountedDialog("Lấy hết?", ["x"] * (TYPED_FROM + 1), "Lấy")
    qtbot.addWidget(dialog)
    assert not dialog.act_button.isEnabled()
    dialog.count_edit.setText("21")
    assert dialog.act_button.isEnabled()


def test_a_delete_against_an_edit_is_told_in_words():
    row = ConflictRow(
        1, "registration", "x", "Đường hoa", "", "deleted", "Đã xóa", False, True,
        "Xã", "p", "", "", "", edited=("Địa chỉ", "Tên mô hình"),
    )  # fmt: skip
    assert ours_in_words(row, {}) == "Ở đây vẫn giữ và đã sửa: Địa chỉ, Tên mô hình."
    assert theirs_in_words(row, {}) == "Nơi gửi đã xóa bản ghi này."
    assert ways_out(row) == ("Giữ bản ghi", "Xóa bản ghi")
    other = replace(row, ours=True, theirs=False, edited=())
    assert ours_in_words(other, {}) == "Bản ghi đã bị xóa ở đây."
    assert theirs_in_words(other, {}) == "Nơi gửi vẫn giữ bản ghi này."
    assert ways_out(other) == ("Xóa bản ghi", "Giữ bản ghi")


def test_a_stale_plan_is_made_anew_and_keeps_the_ticks(qtbot, offices, page, runner, boxes):
    path = offices.disagree()
    offices.commune.registrations.step(offices.ids[1:3], Action.WITHDRAW)
    change(offices.commune, offices.ids[1], address="Xã ghi")
    change(offices.commune, offices.ids[2], address="Xã ghi")
    path = offices.package("ba.dvk")
    page.take_files([path])
    settle(qtbot, runner)
    preview = page.receive.preview
    row = next(n for n, item in enumerate(preview.shown()) if item.record_id == offices.ids[2])
    tick, unticked = Qt.ItemDataRole.CheckStateRole, Qt.CheckState.Unchecked
    preview.table.model().setData(preview.table.model().index(row, 0), unticked.value, tick)
    before = offices.district.receiving.history()
    change(offices.district, offices.ids[1], address="Huyện ghi")

    page.receive.merge_button.click()
    settle(qtbot, runner)

    told = notices(page.receive)[0].accessibleName()
    assert "lập lại" in told
    assert "1 bản ghi khác" in told
    assert "xung đột" in told
    assert boxes == []
    assert offices.district.receiving.history() == before
    assert preview.left_out() == {offices.ids[2]}
    page.receive.merge_button.click()
    settle(qtbot, runner)
    assert offices.ids[1] in {row.record_id for row in offices.district.conflicts.open()}


def test_the_receipt_is_the_next_thing_to_do(qtbot, offices, page, runner, monkeypatch, tmp_path):
    offices.trust_each_other()
    offices.register()
    page.take_files([offices.package()])
    settle(qtbot, runner)
    page.receive.merge_button.click()
    settle(qtbot, runner)
    told = notices(page.receive.outcome)[1]
    rows = [row for row in offices.district.receiving.history() if row.direction == "in"]
    receipt = offices.district.receiving.receipt_of(rows[0])
    for part in ("Đảng ủy xã Yên Phong", receipt.name, str(receipt.parent)):
        assert part in told.accessibleName()
    stick = tmp_path / "usb"
    stick.mkdir()
    monkeypatch.setattr(file_choice, "ask_folder", lambda *_: stick)
    told.findChildren(QPushButton)[0].click()
    settle(qtbot, runner)
    assert (stick / receipt.name).read_bytes() == receipt.read_bytes()


def test_what_two_plans_treat_in_different_ways():
    same = MergeItem("unit", "a", "A", MergeAction.SAME)
    before = (same, MergeItem("unit", "b", "B", MergeAction.NEW))
    after = (same, MergeItem("unit", "b", "B", MergeAction.CONFLICT))
    assert plan_changes(before, before) == ()
    assert plan_changes(before, after) == (PlanChange("B", MergeAction.NEW, MergeAction.CONFLICT),)
    assert plan_changes(before, after[:1]) == (PlanChange("B", MergeAction.NEW, None),)
