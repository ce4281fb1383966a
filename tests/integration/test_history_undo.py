"""Taking changes back, and having them again."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import NotFoundError
from dvk_desktop.domain.record_labels import item_label, record_label
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.records.unit import UnitDraft
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.domain.terms import SubjectType
from dvk_desktop.models import EXCHANGED
from dvk_desktop.paths import resource
from dvk_desktop.services.keeping.history import (
    AlreadyUndoneError,
    HistoryService,
    NotUndoableError,
    UndoDependentsError,
)
from dvk_desktop.services.office.office import OfficeCodeError
from dvk_desktop.storage.wire import field_names, fields_of


@pytest.fixture
def history(database):
    return HistoryService(database)


def living(database):
    """All fields of all records that are not removed."""
    with database.reading() as work:
        return {
            record.id: fields_of(record)
            for mapped in EXCHANGED.values()
            for record in work.find(mapped)
        }


def test_undoing_a_new_record_removes_it(history, database, services, campaign, register):
    before = living(database)
    record_id = register()
    change = history.last_undoable()
    assert change.title == "Đăng ký mô hình “Thắp sáng đường quê”"
    assert history.undo(change.id) == Changes.REGISTRATIONS
    assert living(database) == before
    with pytest.raises(NotFoundError):
        services.registrations.detail(record_id)
    assert services.registrations.count(RegistrationFilter(campaign_id=campaign.id)) == 0


def test_undoing_an_edit_gives_the_old_values_under_new_versions(
    history, database, services, register
):
    record_id = register()
    before = living(database)
    draft = services.registrations.detail(record_id).draft
    edited = replace(draft, name="Tên khác", cost=5, registered_on=date(2017, 3, 2))
    services.registrations.correct(record_id, edited)
    history.undo(history.last_undoable().id)
    assert living(database) == before
    with database.reading() as work:
        record = work.session.get(EXCHANGED["registration"], record_id)
        versions = {version[1] for version in record.field_versions.values()}
        assert versions == {work.office().counter}


def test_redo_brings_it_back_and_undo_takes_it_again(history, database, register):
    start = living(database)
    register()
    end = living(database)
    first = history.last_undoable()
    history.undo(first.id)
    assert history.last_redoable().title == "Hoàn tác: Đăng ký mô hình “Thắp sáng đường quê”"
    history.undo(history.last_redoable().id)
    assert living(database) == end
    assert history.recent(1)[0].title == "Làm lại: Đăng ký mô hình “Thắp sáng đường quê”"
    assert history.last_redoable() is None
    assert history.last_undoable().id == first.id
    history.undo(first.id)
    assert living(database) == start


def test_undoing_twice_is_refused(history, register):
    register()
    change = history.last_undoable()
    history.undo(change.id)
    with pytest.raises(AlreadyUndoneError):
        history.undo(change.id)


def test_taking_back_a_redo_undoes_the_first_again(history, database, register):
    start = living(database)
    register()
    first = history.last_undoable().id
    for _ in range(3):
        history.undo(history.recent(1)[0].id)
    assert living(database) == start
    assert {row.id: row.undone for row in history.recent()}[first]


def test_later_work_is_named_and_nothing_changes(history, database, services, register):
    record_id = register()
    first = history.last_undoable()
    draft = services.registrations.detail(record_id).draft
    services.registrations.correct(record_id, replace(draft, address="Thôn 1"))
    before = living(database)
    with pytest.raises(UndoDependentsError) as refusal:
        history.undo(first.id)
    assert [row.title for row in refusal.value.dependents] == ["Sửa đăng ký “Thắp sáng đường quê”"]
    assert living(database) == before
    for row in (*refusal.value.dependents, first):
        history.undo(row.id)


def test_a_unit_that_has_registrations_is_not_undone(history, commune, register):
    made = next(row for row in history.recent() if "Khánh Dương" in row.title)
    register()
    with pytest.raises(UndoDependentsError):
        history.undo(made.id)


def test_a_removed_record_does_not_come_back_below_a_removed_unit(
    history, database, services, office
):
    parent, _ = services.units.save(UnitDraft("A", "Xã A", "commune", office.unit_id))
    child, _ = services.units.save(UnitDraft("B", "Thôn B", "base", parent))
    services.units.remove(child)
    removal = history.last_undoable()
    services.units.remove(parent)
    with pytest.raises(UndoDependentsError):
        history.undo(removal.id)


def test_other_fields_that_changed_later_stay(history, services, register):
    record_id = register()
    draft = services.registrations.detail(record_id).draft
    services.registrations.correct(record_id, replace(draft, address="Thôn 1"))
    change = history.last_undoable()
    services.registrations.correct(record_id, replace(draft, address="Thôn 1", goals="Sáng"))
    history.undo(change.id)
    after = services.registrations.detail(record_id).draft
    assert (after.address, after.goals) == ("", "Sáng")


def test_the_founding_of_the_office_stays(history, office):
    with pytest.raises(NotUndoableError):
        history.undo(history.recent()[-1].id)
    assert history.last_undoable() is None


def test_a_step_of_many_is_undone_in_one_call(history, database, services, register):
    items = {"sector_code": "KT", "subject_type": SubjectType.COLLECTIVE, "kind": "new"}
    ids = [register(f"Mô hình {number}", **items) for number in range(5)]
    before = living(database)
    services.registrations.step(ids, RegistrationAction.SUBMIT)
    history.undo(history.last_undoable().id)
    assert living(database) == before


def test_renaming_the_office_leaves_its_unit_alone(history, services, office):
    before = services.units.unit(office.unit_id)
    services.office.rename("Tên mới")
    assert services.office.office().name == "Tên mới"
    assert services.units.unit(office.unit_id) == before


def test_a_list_of_units_names_the_territory_and_not_the_office(services, office):
    services.unit_import.import_file(resource("samples", "yen-mo-2017", "units.xlsx"))
    batch = services.history.last_undoable().id
    assert services.units.unit(office.unit_id).name == "Huyện Yên Mô"
    services.office.put_settings({"place": "Yên Mô"})
    services.history.undo(batch)
    assert services.office.office().name == office.name


@pytest.mark.parametrize("code", ["YÊN MÔ/..", "A B", "A/B", "..", "x" * 21])
def test_an_office_needs_a_code_for_names_of_files(services, code):
    with pytest.raises(OfficeCodeError):
        services.office.found(code=code, name="Ban Dân vận", level="district")
    assert not services.office.is_founded()


def test_changes_are_told_in_words(history, services, register):
    record_id = register()
    draft = services.registrations.detail(record_id).draft
    edited = replace(draft, subject_type=SubjectType.HOUSEHOLD, registered_on=date(2017, 3, 2))
    services.registrations.correct(record_id, edited)
    told = {
        (row.record_label, row.record_name, row.field_label, row.before, row.after)
        for row in history.changes(history.of_record(record_id)[0].id)
    }
    name = "Thắp sáng đường quê"
    assert told == {
        ("Đăng ký", name, "Đối tượng", "", "Hộ gia đình"),
        ("Đăng ký", name, "Ngày nhận đăng ký", "", "02/03/2017"),
    }


def test_every_change_can_be_told(history, register, services):
    items = {"sector_code": "KT", "subject_type": SubjectType.COLLECTIVE, "kind": "new"}
    services.registrations.step([register(**items)], RegistrationAction.SUBMIT)
    rows = [row for entry in history.recent() for row in history.changes(entry.id)]
    shown = {row.field_label: row.after for row in rows if row.record_type == "registration_event"}
    assert shown["Trạng thái sau"] == "Đã gửi"
    assert shown["Đăng ký"] == "Thắp sáng đường quê"
    assert not [row for row in rows if row.field_label == row.field]


def test_every_item_of_every_record_has_a_name():
    unnamed = [
        f"{record_type}.{name}"
        for record_type in EXCHANGED
        for name in field_names(record_type)
        if item_label(name) == name
    ]
    assert unnamed == []
    assert [name for name in EXCHANGED if record_label(name) == name] == []


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["add", "name", "address", "cost", "remove"]),
        st.integers(0, 3),
        st.sampled_from(["Nhà sạch", "Đường hoa", "Tổ liên gia", "Ao cá"]),
    ),
    min_size=1,
    max_size=12,
)


def act(services, register, ids, edit):
    kind, which, text = edit
    if kind == "add" or not ids:
        ids.append(register(text))
        return
    record_id = ids[which % len(ids)]
    if kind == "remove":
        services.registrations.remove([record_id])
        ids.remove(record_id)
        return
    draft = services.registrations.detail(record_id).draft
    value = len(text) * which if kind == "cost" else text
    services.registrations.correct(record_id, replace(draft, **{kind: value}))


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(edits=EDITS)
def test_undoing_all_is_the_start_and_redoing_all_the_end(
    history, database, services, register, edits
):
    # What an earlier example left behind is part of this one's start.
    start, newest, ids = living(database), history.recent(1)[0].number, []
    for edit in edits:
        act(services, register, ids, edit)
    end = living(database)
    done = [row.id for row in history.recent() if row.number > newest]
    for change in done:
        history.undo(change)
    assert living(database) == start
    while (undone := history.last_redoable()) is not None and undone.number > newest:
        history.undo(undone.id)
    assert living(database) == end
