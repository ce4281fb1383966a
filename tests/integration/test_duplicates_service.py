"""Duplicates in a real database: found while typing, in bulk, and decided."""

import pytest

from dvk_desktop.domain.duplicates import DuplicateReason
from dvk_desktop.domain.records.registration import RegistrationDraft, RegistrationFilter
from dvk_desktop.domain.records.unit import UnitDraft
from dvk_desktop.domain.registration_states import TransitionError
from dvk_desktop.domain.terms import RegistrationKind, RegistrationState
from dvk_desktop.services.registrations.duplicates import NotReplicableError, SameRegistrationError

BELL, LONG_BELL = "Tiếng kẻng an ninh", "Tiếng kẻng an ninh vì bình yên cuộc sống"


@pytest.fixture
def neighbour(services, office):
    return services.units.save(UnitDraft("YM-KT", "Xã Khánh Thịnh", "commune", office.unit_id))[0]


@pytest.fixture
def elsewhere(services, campaign, neighbour):
    """Register a model of the neighbouring commune."""

    def _register(name):
        draft = RegistrationDraft(unit_id=neighbour, name=name)
        return services.registrations.register(campaign.id, draft)[0]

    return _register


@pytest.fixture
def groups(services, campaign):
    def _groups():
        found = services.duplicates.groups(campaign.id)
        return [(group.reason.value, {m.name for m in group.members}) for group in found]

    return _groups


def typing(services, campaign, unit_id, name, **options):
    found = services.duplicates.while_typing(campaign.id, unit_id, name, **options)
    return [(like.member.name, like.reason, like.is_suspicious) for like in found]


def test_typing_finds_the_same_name_of_the_unit(services, campaign, commune, register):
    record = register(BELL)

    assert typing(services, campaign, commune, "mô hình “tiếng kẻng an ninh”") == [
        (BELL, DuplicateReason.SAME_NAME, True)
    ]
    assert typing(services, campaign, commune, BELL, besides=record) == []
    assert typing(services, campaign, commune, "Ti") == []


def test_typing_says_that_another_unit_is_usual(services, campaign, commune, elsewhere):
    elsewhere("Mô hình " + BELL)

    (like,) = services.duplicates.while_typing(campaign.id, commune, BELL)
    assert (like.reason, like.is_suspicious) == (DuplicateReason.OTHER_UNIT, False)
    assert str(like.wording) == ("Cùng tên ở hai đơn vị khác nhau: thường không phải trùng")


def test_typing_finds_the_unit_above(services, campaign, commune, office, register):
    draft = RegistrationDraft(unit_id=office.unit_id, name=BELL)
    services.registrations.register(campaign.id, draft)

    assert typing(services, campaign, commune, BELL) == [(BELL, DuplicateReason.BRANCH, True)]


def test_typing_finds_names_of_a_large_unit_by_the_index(services, campaign, commune, register):
    drafts = [RegistrationDraft(unit_id=commune, name=f"Tổ {n} xanh sạch") for n in range(650)]
    services.registrations.register_many(campaign.id, drafts)
    for name in (LONG_BELL, "Biến rác thải thành tiền", "Lắp đặt camera an ninh"):
        register(name)

    assert typing(services, campaign, commune, BELL)[0][0] == LONG_BELL
    assert typing(services, campaign, commune, "Biến rác thành tiền")[0][0] == (
        "Biến rác thải thành tiền"
    )
    assert typing(services, campaign, commune, "Camera an ninh")[0][0] == "Lắp đặt camera an ninh"


def test_groups_come_with_the_suspicious_first(groups, register, elsewhere):
    register(BELL)
    register(LONG_BELL)
    register("Đường hoa")
    elsewhere("Đường hoa")
    elsewhere("Camera 0 đồng")

    assert groups() == [("contained", {BELL, LONG_BELL}), ("other_unit", {"Đường hoa"})]


def test_merging_keeps_both_and_their_history(services, campaign, register, groups):
    keep, other = register(BELL), register(LONG_BELL)
    services.duplicates.merge(keep, [other], "Ghi hai lần")

    (event,) = services.registrations.history(other)
    assert event.note == ("Gộp vào đăng ký “Tiếng kẻng an ninh” của Xã Khánh Dương. Ghi hai lần")
    assert services.registrations.detail(other).state is RegistrationState.MERGED
    assert services.registrations.count(RegistrationFilter(campaign_id=campaign.id)) == 2
    assert groups() == []


def test_merging_is_one_change_that_can_be_undone(services, register, groups):
    keep, other = register(BELL), register(BELL)
    services.duplicates.merge(keep, [other])
    services.history.undo(services.history.last_undoable().id)

    assert groups() == [("same_name", {BELL})]


def test_what_is_recognised_is_not_merged(services, register):
    keep, other = register(BELL), register(BELL)
    services.duplicates.merge(keep, [other])

    with pytest.raises(TransitionError):
        services.duplicates.merge(keep, [other])


def test_told_apart_is_remembered_and_can_be_reconsidered(services, register, groups):
    ids = [register(BELL), register(LONG_BELL)]
    services.duplicates.not_same(ids)
    assert groups() == []

    services.duplicates.reconsider(ids)
    assert groups() == [("contained", {BELL, LONG_BELL})]


def test_one_member_is_taken_out_and_the_others_stay_together(services, register, groups):
    register("Ngôi nhà xanh")
    register("Mô hình ngôi nhà xanh")
    third = register("Ngôi nhà xanh hy vọng")
    others = [i for i in services.duplicates.groups(_campaign(services))[0].ids if i != third]
    services.duplicates.take_out(third, others)

    assert groups() == [("same_name", {"Ngôi nhà xanh", "Mô hình ngôi nhà xanh"})]


def _campaign(services):
    return services.campaigns.campaigns()[0].id


def test_replication_links_the_model_and_is_not_asked_again(services, register, elsewhere, groups):
    source, copy = register(BELL), elsewhere(BELL)
    services.duplicates.replicate_of(copy, source)
    draft = services.registrations.detail(copy).draft

    assert draft.kind is RegistrationKind.REPLICATE
    assert draft.exemplar_id == services.registrations.detail(source).draft.exemplar_id
    assert groups() == []


def test_a_merged_registration_is_no_replication(services, register):
    source, copy = register(BELL), register(BELL)
    services.duplicates.merge(source, [copy])

    with pytest.raises(NotReplicableError):
        services.duplicates.replicate_of(copy, source)


@pytest.mark.parametrize("count", [0, 1])
def test_a_decision_needs_two(services, register, count):
    ids = [register(BELL) for _ in range(count)]

    with pytest.raises(SameRegistrationError):
        services.duplicates.not_same(ids)
