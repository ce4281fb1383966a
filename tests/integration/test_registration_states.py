"""Returns and their answers, dates and exceptions, targets, and models that go on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from two_offices import Pair, make_pair

from dvk_desktop.domain.deadlines import DeadlineError, StepClosedError
from dvk_desktop.domain.records.campaign import CampaignRow, DeadlineRow
from dvk_desktop.domain.records.registration import (
    ContinuableRow,
    EarlierRow,
    FieldDifference,
    RegistrationFilter,
)
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.domain.terms import RegistrationKind, RegistrationState, SubjectType
from dvk_desktop.services.services import Services

A = RegistrationAction
WHOLE = {
    "sector_code": "KT",
    "subject_type": SubjectType.COLLECTIVE,
    "kind": RegistrationKind.NEW,
}
OVER = date(2017, 2, 20)
CLOSED = date(2017, 2, 25)


def correct(services: Services, registration_id: str, **items: object) -> None:
    draft = services.registrations.detail(registration_id).draft
    services.registrations.correct(registration_id, replace(draft, **items))


def close(services: Services, campaign: CampaignRow) -> None:
    row = DeadlineRow("", "registration", OVER, CLOSED, None, "")
    services.campaigns.save_deadline(campaign.id, row)


def returned(services: Services, registration_id: str) -> None:
    services.registrations.step([registration_id], A.SUBMIT)
    fields = ("goals", "name", "cost")
    services.registrations.step([registration_id], A.RETURN, note="Chưa rõ", fields=fields)


def test_resubmitting_shows_just_the_differences(services: Services, register: Callable[..., str]):
    registration_id = register(**WHOLE, goals="Cũ")
    correct(services, registration_id, goals="Trước khi gửi")
    returned(services, registration_id)
    correct(services, registration_id, goals="Nháp", cost=5)
    correct(services, registration_id, goals="Sau", cost=None)
    assert services.registrations.differences(registration_id) == ()
    services.registrations.step([registration_id], A.SUBMIT)
    assert services.registrations.differences(registration_id) == (
        FieldDifference("goals", "Mục tiêu, tiêu chí", "Trước khi gửi", "Sau"),
    )


def test_differences_come_with_a_package_too(tmp_path_factory: pytest.TempPathFactory):
    pair: Pair = make_pair(tmp_path_factory.mktemp("hai"))
    registration_id = pair.registrations[0]
    pair.arrive(pair.send_up())
    fields = ("goals",)
    pair.district.registrations.step([registration_id], A.RETURN, note="Thiếu", fields=fields)
    pair.arrive_below(pair.send_down())
    correct(pair.commune, registration_id, goals="Mỗi hộ một vườn")
    pair.commune.registrations.step([registration_id], A.SUBMIT)
    pair.arrive(pair.send_up("again.dvk"))
    assert pair.district.registrations.differences(registration_id) == (
        FieldDifference("goals", "Mục tiêu, tiêu chí", "", "Mỗi hộ một vườn"),
    )
    pair.close()


def test_a_return_that_was_undone_shows_nothing(services: Services, register: Callable[..., str]):
    registration_id = register(**WHOLE)
    returned(services, registration_id)
    last = services.history.last_undoable()
    assert last is not None
    services.history.undo(last.id)
    assert services.registrations.differences(registration_id) == ()


def test_after_the_closing_date_nothing_is_taken(
    services: Services, campaign: CampaignRow, register: Callable[..., str]
):
    registration_id = register(**WHOLE)
    close(services, campaign)
    with pytest.raises(StepClosedError, match="25/02/2017"):
        services.registrations.step([registration_id], A.SUBMIT)
    assert services.registrations.detail(registration_id).state is RegistrationState.DRAFT
    correct(services, registration_id, registered_on=CLOSED)
    services.registrations.step([registration_id], A.SUBMIT)
    detail = services.registrations.detail(registration_id)
    assert (detail.is_late, detail.days_late) == (True, 5)


def test_an_exception_opens_the_step_for_its_unit(
    services: Services, campaign: CampaignRow, register: Callable[..., str], commune: str
):
    registration_id = register(**WHOLE)
    close(services, campaign)
    row = DeadlineRow("", "registration", date(2017, 3, 31), None, commune, "Bão số 2")
    services.campaigns.save_deadline(campaign.id, row)
    services.registrations.step([registration_id], A.SUBMIT)
    assert not services.registrations.detail(registration_id).is_late


def test_a_returned_registration_comes_back_after_the_closing_date(
    services: Services, campaign: CampaignRow, register: Callable[..., str]
):
    registration_id = register(**WHOLE)
    returned(services, registration_id)
    close(services, campaign)
    services.registrations.step([registration_id], A.SUBMIT)
    detail = services.registrations.detail(registration_id)
    assert detail.state is RegistrationState.SUBMITTED


def test_an_exception_counts_lateness_anew(
    services: Services, campaign: CampaignRow, register: Callable[..., str], commune: str
):
    registration_id = register(**WHOLE, registered_on=date(2017, 3, 25))
    services.registrations.step([registration_id], A.SUBMIT)
    assert services.registrations.detail(registration_id).days_late == 5
    row = DeadlineRow("", "registration", date(2017, 3, 31), None, commune, "Bão số 2")
    services.campaigns.save_deadline(campaign.id, row)
    assert not services.registrations.detail(registration_id).is_late
    deadlines = services.campaigns.detail(campaign.id).deadlines
    (exception,) = [one for one in deadlines if one.unit_id == commune]
    services.campaigns.remove_deadline(exception.id)
    assert services.registrations.detail(registration_id).is_late


def test_an_exception_needs_a_reason_and_dates_in_order(
    services: Services, campaign: CampaignRow, commune: str
):
    row = DeadlineRow("", "registration", OVER, None, commune, " ")
    with pytest.raises(DeadlineError, match="lý do"):
        services.campaigns.save_deadline(campaign.id, row)
    row = replace(row, reason="Bão", closes_on=OVER - timedelta(days=1))
    with pytest.raises(DeadlineError, match="khóa"):
        services.campaigns.save_deadline(campaign.id, row)


def test_targets_are_set_changed_and_removed(
    services: Services, campaign: CampaignRow, commune: str
):
    services.campaigns.save_target(campaign.id, None, 1)
    services.campaigns.save_target(campaign.id, commune, 2)
    services.campaigns.save_target(campaign.id, commune, 3)
    targets = services.campaigns.detail(campaign.id).targets
    assert set(targets) == {(None, 1), (commune, 3)}
    services.campaigns.remove_target(campaign.id, commune)
    assert services.campaigns.detail(campaign.id).targets == ((None, 1),)


def test_models_of_last_year_go_on(services: Services, register: Callable[..., str], commune: str):
    old = register(**WHOLE, goals="Mục tiêu", cost=7, registered_on=date(2017, 3, 1))
    register("Chưa gửi", **WHOLE)
    services.registrations.step([old], A.SUBMIT)
    services.registrations.step([old], A.ACCEPT)
    year, _ = services.campaigns.create(2018, like=2017)
    names = ("Thắp sáng đường quê", commune, "Xã Khánh Dương", "KT", 2017)
    state = RegistrationState.ACCEPTED
    assert services.continuing.candidates(year) == (ContinuableRow(old, *names, state),)
    done = services.continuing.go_on(year, [old])
    again = services.continuing.go_on(year, [old])

    assert (len(done.ids), done.skipped, again.ids, again.skipped) == (1, 0, (), 1)
    assert services.continuing.candidates(year) == ()
    was = services.registrations.detail(old).draft
    detail = services.registrations.detail(done.ids[0])
    assert detail.state is RegistrationState.DRAFT
    assert detail.draft == replace(
        was, kind=RegistrationKind.MAINTAIN, cost=None, registered_on=None
    )
    assert services.continuing.other_years(done.ids[0]) == (
        EarlierRow(old, 2017, "Thắp sáng đường quê", state, ""),
    )
    assert services.registrations.count(RegistrationFilter(year)) == 1


def test_the_first_year_has_nothing_to_go_on_with(services: Services, campaign: CampaignRow):
    assert services.continuing.candidates(campaign.id) == ()
