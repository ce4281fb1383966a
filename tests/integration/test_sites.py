"""Sites of a model: an ordered list of records of their own, journalled, undone, exchanged."""

import pytest
from two_offices import edit, make_pair, receive

from dvk_desktop.cli.registration_members import registration_members
from dvk_desktop.domain.errors import NotFoundError
from dvk_desktop.domain.joint_units import UNKNOWN_UNIT
from dvk_desktop.domain.records.exchange import MergeAction
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.records.site import SiteDraft, SiteRow
from dvk_desktop.domain.records.unit import UnitDraft
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.domain.site_list import SiteCountError, SiteNameError
from dvk_desktop.domain.terms import RegistrationKind, SubjectType
from dvk_desktop.models import Site
from dvk_desktop.services.registrations.registrations import FieldClosedError, NotEditableError

COMPLETE = {
    "sector_code": "KT",
    "subject_type": SubjectType.COLLECTIVE,
    "kind": RegistrationKind.NEW,
}
THREE = (SiteDraft("Thôn 1", "Nhà văn hóa"), SiteDraft("Thôn 2"), SiteDraft("Thôn 3"))


def names(services, registration_id):
    return [row.name for row in services.sites.of(registration_id)]


def as_draft(row: SiteRow, **changes):
    values = {
        "name": row.name,
        "address": row.address,
        "unit_id": row.unit_id,
        "group_count": row.group_count,
        "household_count": row.household_count,
        "note": row.note,
        "id": row.id,
    }
    return SiteDraft(**{**values, **changes})


def drafts(services, registration_id):
    return [as_draft(row) for row in services.sites.of(registration_id)]


@pytest.fixture
def model(register):
    return register("Đường hoa", **COMPLETE)


@pytest.fixture
def sited(services, model):
    services.sites.save(model, THREE)
    return model


@pytest.fixture
def pair(tmp_path):
    made = make_pair(tmp_path)
    yield made
    made.close()


def test_a_list_is_kept_in_its_order_with_all_it_says(services, model, commune):
    typed = SiteDraft(" Thôn  Đông ", "Cầu Lạc Hiền", commune, 2, 85, "Làm trước 30/6")
    services.sites.save(model, [SiteDraft("Thôn Tây"), typed])
    west, east = services.sites.of(model)
    assert west.name == "Thôn Tây"
    assert as_draft(east, id="") == SiteDraft(
        "Thôn Đông", "Cầu Lạc Hiền", commune, 2, 85, "Làm trước 30/6"
    )
    assert (east.unit_name, east.unit_code) == ("Xã Khánh Dương", "YM-KD")


def test_the_list_of_registrations_counts_them(services, sited, register):
    register("Không có điểm")
    rows = {row.name: row.sites for row in services.registrations.rows(RegistrationFilter())}
    assert rows == {"Đường hoa": 3, "Không có điểm": 0}
    full = services.registers.full(RegistrationFilter(text="duong hoa"))[0]
    assert [site["name"] for site in registration_members(full)["sites"]] == [
        "Thôn 1",
        "Thôn 2",
        "Thôn 3",
    ]


def test_editing_removing_and_moving_is_one_change_set_and_undone_as_one(services, sited):
    one, two, three = drafts(services, sited)
    before = services.sites.of(sited)
    changed = [three, SiteDraft("Thôn 9"), as_draft(before[0], household_count=40)]
    services.sites.save(sited, changed)
    assert names(services, sited) == ["Thôn 3", "Thôn 9", "Thôn 1"]
    assert two.id not in {row.id for row in services.sites.of(sited)}
    assert one.id == services.sites.of(sited)[2].id
    services.history.undo(services.history.last_undoable().id)
    assert services.sites.of(sited) == before


def test_what_stays_as_it_was_keeps_its_version(services, sited, database):
    def versions():
        with database.reading() as work:
            return {site.name: dict(site.field_versions) for site in work.find(Site)}

    before = versions()
    first, *rest = services.sites.of(sited)
    services.sites.save(sited, [as_draft(first, note="Mới"), *map(as_draft, rest)])
    after = versions()
    assert after["Thôn 1"].keys() == {"note"}
    assert {name: after[name] for name in ("Thôn 2", "Thôn 3")} == {
        name: before[name] for name in ("Thôn 2", "Thôn 3")
    }
    number = services.history.recent(1)[0].id
    services.sites.save(sited, drafts(services, sited))
    assert services.history.recent(1)[0].id == number


def test_what_cannot_be_a_site_is_refused_whole(services, sited):
    for wrong, error in (
        (SiteDraft("  "), SiteNameError),
        (SiteDraft("T" * 301), SiteNameError),
        (SiteDraft("Thôn 4", household_count=-1), SiteCountError),
        (SiteDraft("Thôn 4", unit_id="01a20a77-0000-7000-8000-000000000000"), NotFoundError),
    ):
        with pytest.raises(error):
            services.sites.save(sited, [wrong])
    assert names(services, sited) == ["Thôn 1", "Thôn 2", "Thôn 3"]


def test_a_return_opens_the_sites_only_when_they_are_named(services, sited):
    steps = services.registrations
    steps.step([sited], RegistrationAction.SUBMIT)
    steps.step([sited], RegistrationAction.RETURN, note="Sửa", fields=["content"])
    with pytest.raises(FieldClosedError, match="Các điểm mô hình"):
        services.sites.save(sited, [])
    steps.step([sited], RegistrationAction.SUBMIT)
    steps.step([sited], RegistrationAction.RETURN, note="Sửa", fields=["sites"])
    services.sites.save(sited, drafts(services, sited)[:2])
    assert names(services, sited) == ["Thôn 1", "Thôn 2"]
    steps.step([sited], RegistrationAction.SUBMIT)
    steps.step([sited], RegistrationAction.ACCEPT)
    steps.step([sited], RegistrationAction.END, note="Thôi")
    with pytest.raises(NotEditableError):
        services.sites.save(sited, [])


def test_this_year_begins_with_the_places_of_last_year(services, sited):
    first, *rest = drafts(services, sited)
    services.sites.save(
        sited, [as_draft(services.sites.of(sited)[0], household_count=85, note="Cũ"), *rest]
    )
    for action in (RegistrationAction.SUBMIT, RegistrationAction.ACCEPT):
        services.registrations.step([sited], action)
    year, _ = services.campaigns.create(2018)
    (made,) = services.continuing.go_on(year, [sited]).ids
    assert names(services, made) == ["Thôn 1", "Thôn 2", "Thôn 3"]
    again = services.sites.of(made)[0]
    assert (again.address, again.household_count) == ("Nhà văn hóa", None)
    assert again.id != first.id
    services.history.undo(services.history.last_undoable().id)
    assert services.registrations.count(RegistrationFilter(campaign_id=year)) == 0
    assert services.sites.of(made) == ()


def test_sites_go_up_and_back_with_their_registration(pair):
    first = pair.registrations[0]
    unit = pair.commune.office.office().unit_id
    pair.commune.sites.save(first, [*THREE[:2], SiteDraft("Thôn 3", unit_id=unit)])
    result = pair.arrive(pair.send_up())
    assert (result.conflicts, result.refused) == (0, 0)
    assert names(pair.district, first) == ["Thôn 1", "Thôn 2", "Thôn 3"]
    assert pair.district.sites.of(first)[2].unit_name == "Xã Yên Phong"
    pair.district.sites.save(first, drafts(pair.district, first)[1:])
    pair.arrive_below(pair.send_down())
    assert names(pair.commune, first) == ["Thôn 2", "Thôn 3"]


def test_a_site_in_a_unit_that_is_not_known_above_arrives(pair):
    first = pair.registrations[0]
    friend, _ = pair.commune.units.save(UnitDraft("X09", "Xã Yên Thái", "commune", None))
    pair.commune.sites.save(first, [SiteDraft("Thôn giáp ranh", unit_id=friend)])
    preview, _ = receive(pair.district, pair.send_up())
    refused = [one.record_id for one in preview.items if one.action is MergeAction.REFUSED]
    assert refused == [friend]
    (row,) = pair.district.sites.of(first)
    assert (row.name, row.unit_name) == ("Thôn giáp ranh", UNKNOWN_UNIT)
    pair.district.sites.save(first, [as_draft(row, note="Đã xem")])
    assert pair.district.sites.of(first)[0].unit_id == friend


def test_both_sides_change_other_sites_and_nothing_is_asked(pair):
    first = pair.registrations[0]
    pair.commune.sites.save(first, THREE)
    pair.arrive(pair.send_up("one.dvk"))
    ours = pair.district.sites.of(first)
    pair.district.sites.save(first, [as_draft(ours[0], note="Trên"), *map(as_draft, ours[1:])])
    theirs = drafts(pair.commune, first)
    pair.commune.sites.save(first, [*theirs[:2], SiteDraft("Thôn 4")])
    _, result = receive(pair.district, pair.send_up("two.dvk"))
    assert result.conflicts == 0
    assert names(pair.district, first) == ["Thôn 1", "Thôn 2", "Thôn 4"]
    assert pair.district.sites.of(first)[0].note == "Trên"


def test_both_sides_change_one_site_and_a_person_chooses(pair):
    first = pair.registrations[0]
    pair.commune.sites.save(first, THREE[:1])
    pair.arrive(pair.send_up("one.dvk"))
    for office, households in ((pair.commune, 40), (pair.district, 45)):
        (row,) = office.sites.of(first)
        office.sites.save(first, [as_draft(row, household_count=households)])
    _, result = receive(pair.district, pair.send_up("two.dvk"))
    assert result.conflicts == 1
    (conflict,) = pair.district.conflicts.open()
    assert (conflict.field_label, conflict.ours, conflict.theirs) == ("Số hộ", 45, 40)
    pair.district.conflicts.resolve(conflict.id, "theirs")
    assert pair.district.sites.of(first)[0].household_count == 40


def test_a_package_of_an_office_without_sites_leaves_ours(pair):
    first = pair.registrations[0]
    pair.arrive(pair.send_up("one.dvk"))
    pair.district.sites.save(first, THREE)
    edit(pair.commune, first, note="Sửa ở xã")
    pair.arrive(pair.send_up("two.dvk"))
    assert names(pair.district, first) == ["Thôn 1", "Thôn 2", "Thôn 3"]
