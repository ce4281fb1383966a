"""Registrations through the service: entering, correcting, the steps of the year."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from dvk_desktop.domain.errors import MissingFieldsError, NotFoundError
from dvk_desktop.domain.records.campaign import CampaignRow, DeadlineRow
from dvk_desktop.domain.records.registration import RegistrationDraft, RegistrationFilter
from dvk_desktop.domain.records.unit import UnitDraft
from dvk_desktop.domain.registration_states import (
    NoteRequiredError,
    RegistrationAction,
    TransitionError,
)
from dvk_desktop.domain.terms import RegistrationKind, RegistrationState, SubjectType
from dvk_desktop.models import Exemplar
from dvk_desktop.services.registrations.registrations import FieldClosedError, NotEditableError
from dvk_desktop.services.services import Services

COMPLETE = {
    "sector_code": "KT",
    "subject_type": SubjectType.COLLECTIVE,
    "kind": RegistrationKind.NEW,
}
Register = Callable[..., str]


def shown(services: Services, **wanted: object) -> list[str]:
    rows = services.registrations.rows(RegistrationFilter(sort="name", **wanted))
    return [row.name for row in rows]


def test_what_was_typed_is_stored_clean(services: Services, register: Register) -> None:
    key = register("  Đường   hoa\u00a0thay cỏ dại ", content="Dòng một \nDòng hai", **COMPLETE)

    stored = services.registrations.detail(key).draft

    assert stored.name == "Đường hoa thay cỏ dại"
    assert stored.content == "Dòng một\nDòng hai"


def test_name_and_unit_are_asked_for(services: Services, campaign: CampaignRow) -> None:
    with pytest.raises(MissingFieldsError) as refused:
        services.registrations.register(campaign.id, RegistrationDraft(unit_id="", name=" "))

    assert refused.value.fields == ("name", "unit_id")
    assert services.registrations.count(RegistrationFilter()) == 0


def test_submitting_asks_for_what_is_missing(services: Services, register: Register) -> None:
    key = register("Ngôi nhà xanh")

    with pytest.raises(MissingFieldsError) as refused:
        services.registrations.step([key], RegistrationAction.SUBMIT)

    assert refused.value.fields == ("sector_code", "subject_type", "kind")
    assert services.registrations.detail(key).state is RegistrationState.DRAFT


@pytest.mark.parametrize(("day", "late"), [(date(2017, 3, 20), False), (date(2017, 3, 21), True)])
def test_late_by_the_day_the_paper_came(
    services: Services, register: Register, day: date, late: bool
) -> None:
    key = register("Ngôi nhà xanh", registered_on=day, **COMPLETE)

    services.registrations.step([key], RegistrationAction.SUBMIT)

    assert services.registrations.detail(key).is_late is late


def test_an_exception_for_one_unit(
    services: Services, register: Register, campaign: CampaignRow, commune: str
) -> None:
    exception = DeadlineRow("", "registration", date(2017, 4, 30), None, commune, "Mưa lũ")
    services.campaigns.save_deadline(campaign.id, exception)
    key = register("Ngôi nhà xanh", registered_on=date(2017, 4, 30), **COMPLETE)

    services.registrations.step([key], RegistrationAction.SUBMIT)

    assert not services.registrations.detail(key).is_late


def test_many_at_once_or_none(services: Services, register: Register) -> None:
    good, bad = register("Một", **COMPLETE), register("Hai")

    with pytest.raises(MissingFieldsError):
        services.registrations.step([good, bad], RegistrationAction.SUBMIT)

    assert services.registrations.detail(good).state is RegistrationState.DRAFT
    assert services.registrations.history(good) == ()


def test_a_return_opens_the_named_items_only(services: Services, register: Register) -> None:
    key = register("Ngôi nhà xanh", **COMPLETE)
    services.registrations.step([key], RegistrationAction.SUBMIT)
    with pytest.raises(NoteRequiredError):
        services.registrations.step([key], RegistrationAction.RETURN, fields=["content"])
    services.registrations.step(
        [key], RegistrationAction.RETURN, note="Ghi rõ cách làm", fields=["content"]
    )
    draft = services.registrations.detail(key).draft

    with pytest.raises(FieldClosedError):
        services.registrations.correct(key, replace(draft, address="Thôn 1"))
    services.registrations.correct(key, replace(draft, content="Vận động từng hộ"))
    services.registrations.step([key], RegistrationAction.SUBMIT)

    assert services.registrations.detail(key).draft.content == "Vận động từng hộ"
    steps = [event.action for event in services.registrations.history(key)]
    assert steps == ["Gửi đăng ký", "Trả lại để bổ sung", "Gửi đăng ký"]


def test_after_scoring_the_text_is_closed(services: Services, register: Register) -> None:
    key = register("Ngôi nhà xanh", **COMPLETE)
    for action in (RegistrationAction.SUBMIT, RegistrationAction.ACCEPT):
        services.registrations.step([key], action)
    services.registrations.step([key], RegistrationAction.SELF_SCORE)
    draft = services.registrations.detail(key).draft

    with pytest.raises(NotEditableError):
        services.registrations.correct(key, replace(draft, name="Tên khác"))
    with pytest.raises(TransitionError):
        services.registrations.step([key], RegistrationAction.SUBMIT)


def test_only_drafts_are_removed(services: Services, register: Register) -> None:
    draft, sent = register("Nháp", **COMPLETE), register("Đã gửi", **COMPLETE)
    services.registrations.step([sent], RegistrationAction.SUBMIT)

    with pytest.raises(NotEditableError):
        services.registrations.remove([draft, sent])
    services.registrations.remove([draft])

    assert shown(services) == ["Đã gửi"]
    with pytest.raises(NotFoundError):
        services.registrations.detail(draft)


def test_a_model_kept_alive_stays_one_model(
    services: Services, register: Register, campaign: CampaignRow, commune: str
) -> None:
    register("Tiếng kẻng an ninh", **COMPLETE)
    next_year, _ = services.campaigns.create(2018, like=2017)
    again = RegistrationDraft(
        unit_id=commune, name="Mô hình Tiếng kẻng an ninh", kind=RegistrationKind.MAINTAIN
    )
    services.registrations.register(next_year, again)

    with services.database.reading() as work:
        assert [row.first_year for row in work.find(Exemplar)] == [2017]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("duong hoa", ["Đường hoa thay cỏ dại"]),
        ("ĐƯỜNG", ["Đường hoa thay cỏ dại"]),
        ("hướng", ["Hướng dương"]),
        ("đương", []),
        ("hòa giải", ["Tổ hoà giải"]),
        ("hoa", ["Đường hoa thay cỏ dại", "Tổ hoà giải"]),
        ("", ["Đường hoa thay cỏ dại", "Hướng dương", "Tổ hoà giải"]),
        ('"; DROP TABLE registration', []),
    ],
)
def test_search_takes_accents_at_their_word(
    services: Services, register: Register, typed: str, found: list[str]
) -> None:
    for name in ("Đường hoa thay cỏ dại", "Hướng dương", "Tổ hoà giải"):
        register(name)

    assert shown(services, text=typed) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("yen lam", ["Đèn đường", "Yên Lâm sáng đẹp"]),
        ("xã Yên Lâm", ["Đèn đường"]),
        ("ym-yl", ["Đèn đường"]),
        ("yến lâm", []),
        ("khanh duong", ["Yên Lâm sáng đẹp"]),
    ],
)
def test_search_finds_the_unit_too(
    services: Services, campaign: CampaignRow, register: Register, typed: str, found: list[str]
) -> None:
    parent = services.office.office().unit_id
    other, _ = services.units.save(UnitDraft("YM-YL", "Xã Yên Lâm", "commune", parent))
    register("Yên Lâm sáng đẹp")
    services.registrations.register(campaign.id, RegistrationDraft(other, "Đèn đường"))

    assert shown(services, text=typed) == found
    assert shown(services, text=typed, campaign_id=campaign.id) == found
    assert services.registrations.count(RegistrationFilter(text=typed)) == len(found)


def test_pages_by_unit_join_to_the_whole_list(
    services: Services, register: Register, campaign: CampaignRow
) -> None:
    for number in range(25):
        register(f"Mô hình số {number}")
    wanted = RegistrationFilter(campaign_id=campaign.id, sort="unit")
    whole = services.registrations.rows(wanted)

    pages = [services.registrations.rows(wanted, start, 7) for start in range(0, 28, 7)]

    assert [row for page in pages for row in page] == whole
    assert services.registrations.count(wanted) == 25


def test_many_registered_as_one_change(
    services: Services, campaign: CampaignRow, commune: str
) -> None:
    drafts = [
        RegistrationDraft(unit_id=commune, name=f"Mô hình {n}", land_area=Decimal("12.50"))
        for n in range(3)
    ]

    ids, _ = services.registrations.register_many(campaign.id, drafts)
    stored = [services.registrations.detail(key).draft for key in ids]

    assert [draft.name for draft in stored] == ["Mô hình 0", "Mô hình 1", "Mô hình 2"]
    assert {draft.land_area for draft in stored} == {Decimal("12.5")}
    with pytest.raises(MissingFieldsError):
        services.registrations.register_many(campaign.id, [*drafts, replace(drafts[0], name="")])
    assert services.registrations.count(RegistrationFilter()) == 3
