"""A model run by two units together: counted once, found by both, told wherever units are named."""

from dataclasses import replace

import pytest
from two_offices import edit, item, make_pair, receive

from dvk_desktop.cli.registration_members import registration_members
from dvk_desktop.domain.duplicates import DuplicateReason
from dvk_desktop.domain.errors import NotFoundError
from dvk_desktop.domain.joint_units import UNKNOWN_UNIT
from dvk_desktop.domain.records.decision import DecisionDraft
from dvk_desktop.domain.records.exchange import MergeAction
from dvk_desktop.domain.records.office import SignatoryRow
from dvk_desktop.domain.records.registration import RegistrationDraft, RegistrationFilter
from dvk_desktop.domain.records.registration_grid import CellEdit
from dvk_desktop.domain.records.site import SiteDraft
from dvk_desktop.domain.records.unit import UnitDraft
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.domain.terms import RegistrationKind, SubjectType
from dvk_desktop.models import Decision, Registration
from dvk_desktop.services.office.units import UnitInUseError
from dvk_desktop.services.recognition.certificate_wording import certificate_wording
from dvk_desktop.services.registrations.registrations import FieldClosedError
from dvk_desktop.storage.decisions import decision_row

COMPLETE = {
    "sector_code": "KT",
    "subject_type": SubjectType.COLLECTIVE,
    "kind": RegistrationKind.NEW,
}
STEPS = (
    RegistrationAction.SUBMIT,
    RegistrationAction.ACCEPT,
    RegistrationAction.START,
    RegistrationAction.SELF_SCORE,
    RegistrationAction.APPRAISE,
)
NOBODY = "01a20a77-0000-7000-8000-000000000000"


@pytest.fixture
def neighbour(services, office):
    """The id of another commune."""
    return services.units.save(UnitDraft("YM-KT", "Xã Khánh Thịnh", "commune", office.unit_id))[0]


@pytest.fixture
def joint(register, neighbour):
    """A model of Khánh Dương that Khánh Thịnh runs with it."""
    return register("Đường hoa liên xã", co_unit_ids=(neighbour,))


@pytest.fixture
def pair(tmp_path):
    made = make_pair(tmp_path)
    yield made
    made.close()


def names(services, **wanted):
    return [row.name for row in services.registrations.rows(RegistrationFilter(**wanted), 0, 50)]


def test_both_units_find_it_and_the_total_counts_it_once(
    services, campaign, commune, neighbour, joint, register
):
    register("Tiếng kẻng an ninh")
    for sort in ("unit", "name"):
        assert "Đường hoa liên xã" in names(services, unit_id=commune, sort=sort)
        assert names(services, unit_id=neighbour, sort=sort) == ["Đường hoa liên xã"]
    assert names(services, unit_id=neighbour, only_leading=True) == []
    assert services.registrations.count(RegistrationFilter(campaign_id=campaign.id)) == 2
    by_unit = services.registrations.counts_by(campaign.id, "unit_id")
    assert by_unit == {(commune,): 2}


def test_the_list_names_who_joins_in(services, joint, neighbour, campaign):
    (row,) = services.registrations.rows(RegistrationFilter(unit_id=neighbour))
    assert (row.unit_name, row.co_units) == ("Xã Khánh Dương", ("Xã Khánh Thịnh",))
    assert services.registrations.detail(joint).co_units == ("Xã Khánh Thịnh",)
    (cells,) = services.registration_cells.rows([joint])
    assert cells.co_units == ("Xã Khánh Thịnh",)
    assert names(services, text="khanh thinh", campaign_id=campaign.id) == ["Đường hoa liên xã"]
    (full,) = services.registers.full(RegistrationFilter())
    assert registration_members(full)["co_units"] == ["YM-KT"]


def test_the_leading_unit_and_doubles_are_left_out(services, register, commune, neighbour):
    made = register("Cánh đồng lớn", co_unit_ids=(neighbour, commune, neighbour))
    assert item(services, made, "co_unit_ids") == (neighbour,)
    services.registration_cells.edit_cells([CellEdit(made, "unit_id", neighbour)])
    assert item(services, made, "co_unit_ids") == ()


def test_a_unit_that_is_not_in_the_register_cannot_be_named(services, register, joint):
    with pytest.raises(NotFoundError):
        register("Vườn mẫu", co_unit_ids=(NOBODY,))
    with pytest.raises(NotFoundError):
        edit(services, joint, co_unit_ids=(NOBODY,))


def test_a_unit_that_joins_in_cannot_be_removed(services, joint, neighbour):
    with pytest.raises(UnitInUseError):
        services.units.remove(neighbour)


def test_undo_brings_back_who_joined_in(services, joint, neighbour):
    edit(services, joint, co_unit_ids=())
    assert item(services, joint, "co_unit_ids") == ()
    services.history.undo(services.history.last_undoable().id)
    assert item(services, joint, "co_unit_ids") == (neighbour,)
    past = services.registration_cells.cell_history(joint, "co_unit_ids")
    assert [(one.before, one.after) for one in past][-2:] == [
        ("Xã Khánh Thịnh", ""),
        ("", "Xã Khánh Thịnh"),
    ]


def test_nothing_is_stored_when_nothing_changed(services, joint):
    before = services.history.recent(1)[0].id
    edit(services, joint)
    assert services.history.recent(1)[0].id == before


def test_a_return_opens_it_only_when_it_is_named(services, register, neighbour):
    made = register("Bến nước sạch", **COMPLETE)
    steps = services.registrations
    steps.step([made], RegistrationAction.SUBMIT)
    steps.step([made], RegistrationAction.RETURN, note="Ghi rõ", fields=["content"])
    with pytest.raises(FieldClosedError, match="Đơn vị phối hợp"):
        edit(services, made, co_unit_ids=(neighbour,))
    steps.step([made], RegistrationAction.SUBMIT)
    steps.step([made], RegistrationAction.RETURN, note="Ghi rõ", fields=["co_unit_ids"])
    edit(services, made, co_unit_ids=(neighbour,))
    steps.step([made], RegistrationAction.SUBMIT)
    (told,) = steps.differences(made)
    assert (told.label, told.after) == ("Đơn vị phối hợp", "Xã Khánh Thịnh")


def test_what_both_units_registered_is_offered_as_the_same(
    services, campaign, joint, neighbour, commune
):
    again, _ = services.registrations.register(
        campaign.id, RegistrationDraft(neighbour, "Mô hình “Đường hoa liên xã”")
    )
    (group,) = services.duplicates.groups(campaign.id)
    assert (group.reason, set(group.ids)) == (DuplicateReason.JOINT, {joint, again})
    assert group.is_suspicious
    typing = services.duplicates.while_typing
    (told,) = typing(campaign.id, neighbour, "Đường hoa liên xã", besides=again)
    assert (told.member.registration_id, told.reason) == (joint, DuplicateReason.JOINT)
    services.registrations.remove([joint])
    (told,) = typing(campaign.id, commune, "Đường hoa liên xã", co_unit_ids=(neighbour,))
    assert (told.member.registration_id, told.reason) == (again, DuplicateReason.JOINT)


def test_this_year_keeps_who_joins_in(services, joint, campaign, neighbour):
    edit(services, joint, **COMPLETE)
    for action in (RegistrationAction.SUBMIT, RegistrationAction.ACCEPT):
        services.registrations.step([joint], action)
    next_year, _ = services.campaigns.create(2018)
    (made,) = services.continuing.go_on(next_year, [joint]).ids
    assert item(services, made, "co_unit_ids") == (neighbour,)


def test_the_office_above_keeps_a_unit_that_it_does_not_know(pair):
    friend, _ = pair.commune.units.save(UnitDraft("X02", "Xã Yên Thái", "commune", None))
    first = pair.registrations[0]
    edit(pair.commune, first, co_unit_ids=(friend,))
    preview, result = receive(pair.district, pair.send_up())
    assert result.conflicts == 0
    (refused,) = [one for one in preview.items if one.action is MergeAction.REFUSED]
    assert (refused.record_type, refused.record_id) == ("unit", friend)
    assert pair.district.registrations.detail(first).co_units == (UNKNOWN_UNIT,)
    assert item(pair.district, first, "co_unit_ids") == (friend,)
    edit(pair.district, first, note="Đã xem")
    assert item(pair.district, first, "co_unit_ids") == (friend,)


def test_a_unit_that_both_offices_entered_is_one(pair):
    """The commune was founded from nothing and typed its neighbour into its own register."""
    parent = pair.district.office.office().unit_id
    ours, _ = pair.district.units.save(UnitDraft("X02", "Xã Yên Thái", "commune", parent))
    theirs, _ = pair.commune.units.save(UnitDraft("X02", "Yên Thái", "commune", None))
    first = pair.registrations[0]
    edit(pair.commune, first, co_unit_ids=(theirs,))
    pair.commune.sites.save(first, [SiteDraft("Thôn giáp ranh", unit_id=theirs)])
    result = pair.arrive(pair.send_up())
    assert (result.conflicts, result.refused) == (0, 0)
    assert item(pair.district, first, "co_unit_ids") == (ours,)
    assert pair.district.registrations.detail(first).co_units == ("Xã Yên Thái",)
    assert pair.district.sites.of(first)[0].unit_name == "Xã Yên Thái"
    found = pair.district.registrations.rows(RegistrationFilter(unit_id=ours))
    assert [row.id for row in found] == [first]


def test_a_unit_known_by_another_id_is_our_own(pair):
    """The commune, founded from nothing, learns of its neighbour from the district."""
    parent = pair.district.office.office().unit_id
    ours, _ = pair.district.units.save(UnitDraft("X02", "Xã Yên Thái", "commune", parent))
    theirs, _ = pair.commune.units.save(UnitDraft("X02", "Xã Yên Thái", "commune", None))
    first = pair.registrations[0]
    pair.arrive(pair.send_up())
    edit(pair.district, first, co_unit_ids=(ours,))
    pair.arrive_below(pair.send_down())
    assert item(pair.commune, first, "co_unit_ids") == (theirs,)


def test_both_sides_naming_another_unit_is_a_conflict_with_names(pair):
    parent = pair.district.office.office().unit_id
    for code, name in (("X02", "Xã Yên Thái"), ("X03", "Xã Yên Lâm")):
        pair.district.units.save(UnitDraft(code, name, "commune", parent))
    pair.arrive_below(pair.send_down("one.dvk"))
    units = {unit.code: unit.id for unit in pair.commune.units.units()}
    first = pair.registrations[0]
    pair.arrive(pair.send_up("two.dvk"))
    edit(pair.commune, first, co_unit_ids=(units["X02"],))
    edit(pair.district, first, co_unit_ids=(units["X03"],))
    _, result = receive(pair.district, pair.send_up("three.dvk"))
    assert result.conflicts == 1
    (conflict,) = pair.district.conflicts.open()
    assert conflict.field_label == "Đơn vị phối hợp"
    assert (conflict.ours, conflict.theirs) == ([units["X03"]], [units["X02"]])
    pair.district.conflicts.resolve(conflict.id, "theirs")
    assert pair.district.registrations.detail(first).co_units == ("Xã Yên Thái",)


@pytest.fixture
def decision(services, campaign, joint):
    """A drafted decision on the model."""
    edit(services, joint, **COMPLETE)
    for action in STEPS:
        services.registrations.step([joint], action)
    services.office.save_signatory(SignatoryRow("Nguyễn Văn An", "Trưởng ban"))
    (signer,) = services.office.signatories()
    draft = DecisionDraft(
        campaign.id, "Công nhận mô hình", "Ban Chỉ đạo", "Yên Mô", (joint,), signatory_id=signer.id
    )
    return services.recognition.draft(draft)[0]


def test_the_annex_and_the_certificate_name_both_units(services, decision, database):
    both = "Xã Khánh Dương và Xã Khánh Thịnh"
    (line,) = services.recognition.items(decision)
    assert (line.unit_name, line.recipient) == (both, both)
    with database.reading() as work:
        row = decision_row(work, work.get(Decision, decision))
        printed = "Xã Khánh Dương và xã Khánh Thịnh"
        assert certificate_wording(row, line, "").recipient == printed
        led = replace(line, recipient="Chi hội Phụ nữ thôn 3")
        assert certificate_wording(row, led, "").recipient == (
            "Chi hội Phụ nữ thôn 3, xã Khánh Dương và xã Khánh Thịnh"
        )


def test_a_certificate_warns_of_a_unit_it_cannot_name(services, decision, database, joint):
    with database.writing("Gói từ văn phòng khác") as work:
        record = work.get(Registration, joint)
        record.co_unit_ids = (*record.co_unit_ids, NOBODY)
        work.commit()
    (line,) = services.recognition.items(decision)
    assert line.unit_name == "Xã Khánh Dương và Xã Khánh Thịnh"
    told = [str(problem.wording) for problem in services.recognition.print_problems(decision)]
    assert any("chưa có trong danh mục" in text for text in told)


def test_a_report_counts_it_once_under_the_leading_unit(
    services, campaign, joint, commune, neighbour
):
    edit(services, joint, **COMPLETE)
    services.registrations.step([joint], RegistrationAction.SUBMIT)
    table = services.reports.compute("sector-by-unit", campaign.id)
    totals = {row.unit_id: row.cells[2] for row in table.rows}
    assert (totals[commune], totals[neighbour]) == (1, 0)
    assert table.totals[2] == 1
