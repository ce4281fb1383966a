"""What may be registered twice: reviewed in groups, and hinted at while typing."""

import pytest
from exchange_offices import settle, shown_page, texts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from registrations_office import add_units, empty_office

from dvk_desktop.domain.records.registration import RegistrationDraft
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.domain.terms import RegistrationKind, RegistrationState, SubjectType
from dvk_desktop.views.registrations.duplicates_panel import DuplicatesPanel
from dvk_desktop.views.registrations.page import RegistrationsPage

ROAD = "Hiến đất mở rộng đường giao thông nông thôn"


class Office:
    """A district office with a few registrations that may be one."""

    def __init__(self, folder):
        self.services = empty_office(folder)
        self.units = add_units(self.services)
        self.campaign_id, _ = self.services.campaigns.create(2017)

    def register(self, unit, name, **more):
        draft = RegistrationDraft(
            self.units[unit],
            name,
            sector_code="KT",
            subject_type=SubjectType.COLLECTIVE,
            kind=RegistrationKind.NEW,
            **more,
        )
        return self.services.registrations.register(self.campaign_id, draft)[0]

    def state(self, record_id):
        return self.services.registrations.detail(record_id).state


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path)
    yield made
    made.services.close()


@pytest.fixture
def three(office):
    """One model, registered three times by one unit in three ways."""
    return [
        office.register(0, f"Vận động nhân dân {ROAD.lower()}", situation="Đường hẹp."),
        office.register(0, ROAD, address="Thôn 1"),
        office.register(0, "Hien dat mo rong duong giao thong nong thon"),
    ]


@pytest.fixture
def panel(qtbot, office, runner, bus):
    made = DuplicatesPanel(office.services, runner, bus, office.campaign_id)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()

    def look():
        made.refresh()
        settle(qtbot, runner)
        return made

    return look


def groups(panel):
    return [sorted(group.ids) for group in panel.model.records]


def press(widget, text):
    found = [one for one in widget.findChildren(QPushButton) if one.text() == text]
    next(one for one in found if one.isVisibleTo(widget)).click()


def test_a_group_shows_reason_members_and_content(office, three, panel):
    shown = panel()
    assert groups(shown) == [sorted(three)]
    words = [label.text() for label in shown.group.findChildren(type(shown.header._title))]
    assert "Thực trạng, lý do xây dựng mô hình: Đường hẹp." in words
    assert "Xã Yên Phong · Đăng ký mới · Thôn 1" in words
    assert shown.model.records[0].wording.template in words


def test_the_same_are_merged_into_the_one_that_stays(qtbot, runner, office, three, panel, boxes):
    shown = panel()
    shown.group.keep(three[1])
    shown.group.merge_button.click()
    settle(qtbot, runner)
    assert [box.action for box in boxes] == ["Gộp"]
    merged = RegistrationState.MERGED
    assert [office.state(one) for one in three] == [merged, RegistrationState.DRAFT, merged]
    assert groups(shown) == []


def test_a_merge_is_taken_back(qtbot, runner, office, three, panel, boxes):
    shown = panel()
    shown.group.merge_button.click()
    settle(qtbot, runner)
    shown.undo_button.click()
    settle(qtbot, runner)
    assert {office.state(one) for one in three} == {RegistrationState.DRAFT}
    assert groups(shown) == [sorted(three)]
    assert not shown.undo_button.isVisible()


def test_told_apart_is_remembered_and_taken_back(qtbot, runner, office, three, panel):
    shown = panel()
    shown.group.apart_button.click()
    settle(qtbot, runner)
    assert groups(panel()) == []
    shown.undo()
    settle(qtbot, runner)
    assert groups(shown) == [sorted(three)]


def test_one_member_is_taken_out(qtbot, runner, office, three, panel):
    shown = panel()
    place = shown.model.records[0].ids.index(three[2])
    links = [b for b in shown.group.findChildren(QPushButton) if b.text() == "Đưa ra khỏi nhóm"]
    links[place].click()
    settle(qtbot, runner)
    assert groups(shown) == [sorted(three[:2])]


def test_a_replication_keeps_both(qtbot, runner, office, panel):
    first, second = office.register(0, ROAD), office.register(0, ROAD, address="Thôn 2")
    shown = panel()
    shown.group.keep(first)
    shown.group.replicate_button.click()
    settle(qtbot, runner)
    details = [office.services.registrations.detail(one) for one in (first, second)]
    assert [one.draft.kind for one in details] == [RegistrationKind.NEW, RegistrationKind.REPLICATE]
    assert details[0].draft.exemplar_id == details[1].draft.exemplar_id
    assert groups(shown) == []


def test_replications_of_one_model_are_taken_back_together(qtbot, runner, office, panel):
    ids = [office.register(0, ROAD, address=f"Thôn {number}") for number in range(3)]
    shown = panel()
    shown.group.replicate_button.click()
    settle(qtbot, runner)
    assert groups(shown) == [sorted(ids[1:])]
    shown.undo()
    settle(qtbot, runner)
    kinds = {office.services.registrations.detail(one).draft.kind for one in ids}
    assert kinds == {RegistrationKind.NEW}
    assert groups(shown) == [sorted(ids)]


def test_the_same_name_of_two_units_is_shown_when_asked_for(qtbot, office, panel):
    ids = sorted((office.register(0, ROAD), office.register(1, ROAD)))
    shown = panel()
    assert groups(shown) == [ids]
    assert shown.table.model().rowCount() == 0
    shown.usual.click()
    assert [row[1:] for row in texts(shown.table.model())] == [
        [ROAD, "Xã Yên Phong, Xã Yên Thành", "2"]
    ]
    assert shown.group.apart_button.property("kind") == "primary"


def test_a_refusal_is_explained_and_nothing_is_lost(qtbot, runner, office, panel, boxes):
    ids = [office.register(0, ROAD), office.register(0, ROAD, address="Thôn 2")]
    for action in (RegistrationAction.SUBMIT, RegistrationAction.ACCEPT):
        office.services.registrations.step(ids, action)
    shown = panel()
    before = groups(shown)
    office.services.registrations.step(ids[:1], RegistrationAction.END, note="Thôi")
    shown.group.keep(ids[1])
    shown.group.merge_button.click()
    settle(qtbot, runner)
    assert len(boxes) == 2
    assert groups(shown) == before


@pytest.fixture
def page(qtbot, office, runner, bus):
    services = office.services
    return shown_page(qtbot, RegistrationsPage(services, runner, bus), bus, office.campaign_id)


def test_typing_hints_at_what_is_alike(qtbot, office, page):
    known = office.register(0, ROAD)
    page.new()
    form = page.editor.form
    form.field("unit_id").choose(office.units[0])
    name = form.field("name")
    name.setFocus()
    QTest.keyClicks(name, "hien dat mo rong duong giao thong nong thon")
    qtbot.waitUntil(lambda: form.hint.text == f"Giống “{ROAD}” của Xã Yên Phong")
    assert name.toPlainText() == "hien dat mo rong duong giao thong nong thon"
    assert name.hasFocus()
    form.show_draft(form.draft(), form._keys)
    assert form.hint.text == ""
    assert known


def test_the_hint_opens_what_it_names(qtbot, office, page, monkeypatch):
    known = office.register(0, ROAD)
    page.new()
    form = page.editor.form
    form.field("unit_id").choose(office.units[0])
    form.field("name").setPlainText(ROAD)
    qtbot.waitUntil(lambda: form.hint.text != "")
    monkeypatch.setattr(page.editor, "may_leave", lambda: True)
    form.hint.open_button.click()
    assert page.editor.record_id == known
    assert form.hint.text == ""


def test_a_registration_is_not_like_itself(qtbot, office, page):
    known = office.register(0, ROAD)
    page.show_record(known)
    looked = []
    hint = page.editor.form.hint
    hint.watch(lambda: looked.append(found := page.editor._alike()) or found)
    page.editor.form.field("name").setPlainText(f"{ROAD} ")
    qtbot.waitUntil(lambda: looked == [()])
    assert hint.text == ""


def test_the_review_is_reached_from_the_page(qtbot, runner, office, three, page):
    dialog = page.extras.review_duplicates()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    settle(qtbot, runner)
    assert groups(dialog.panel) == [sorted(three)]
    press(dialog.panel.group, "Mở phiếu")
    assert not dialog.isVisible()
    assert page.editor.record_id == dialog.panel.model.records[0].ids[0]
