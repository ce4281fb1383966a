"""A signed package can still overstep: every case of section 8, record by record."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from forged_packages import Content, changed, forge, held_by, made, records_of
from two_offices import Pair, draft, edit, item, make_pair

from dvk_desktop.domain.authority import (
    FROM_ABOVE_ONLY,
    NOT_EXCHANGED,
    NOT_SUBMITTED,
    OF_ANOTHER_OFFICE,
    OUTSIDE_BRANCH,
    SHEET_BELOW,
)
from dvk_desktop.domain.records.exchange import MergeAction
from dvk_desktop.domain.records.package import PackageKind
from dvk_desktop.domain.records.unit import UnitDraft
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.domain.words import Wording
from dvk_desktop.services.exchange.arrival import WrongDirectionError


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    """Two offices that hold the same after a package each way; X02 is the commune's neighbour."""
    made_pair = make_pair(tmp_path)
    parent = made_pair.district.office.office().unit_id
    made_pair.district.units.save(UnitDraft("X02", "Xã Mai Sơn", "commune", parent))
    made_pair.arrive(made_pair.send_up("first.dvk"))
    made_pair.arrive_below(made_pair.send_down("first-down.dvk"))
    yield made_pair
    made_pair.close()


def refusals(pair: Pair, change: Callable[[Content], None]) -> dict[str, Wording | None]:
    """Let the commune overstep; return the reasons by type, after merging."""
    return _merged(pair, forge(pair.commune, pair.send_up("honest.dvk"), change), pair.district)


def refusals_below(pair: Pair, change: Callable[[Content], None]) -> dict[str, Wording | None]:
    """Let the district overstep; return the reasons by type, after merging."""
    return _merged(pair, forge(pair.district, pair.send_down("honest.dvk"), change), pair.commune)


def _merged(pair: Pair, path: Path, receiver: object) -> dict[str, Wording | None]:
    office = pair.district if receiver is pair.district else pair.commune
    preview = office.receiving.preview(path)
    result, _ = office.receiving.merge(preview)
    refused = [one for one in preview.items if one.action is MergeAction.REFUSED]
    assert result.receipt is not None
    (receipt,) = records_of(result.receipt)["receipt"]
    told = [(one["type"], one["id"], one["reason"]) for one in receipt.fields["refused"]]
    assert told == [(one.record_type, one.record_id, str(one.reason)) for one in refused]
    assert result.refused == len(refused)
    return {one.record_type: one.reason for one in refused}


def sheet(pair: Pair, office_id: str) -> dict[str, object]:
    form = pair.district.scoring.forms(pair.campaign)[0]
    return {
        "registration_id": pair.registrations[0],
        "form_id": form.id,
        "office_id": office_id,
        "kind": "self",
        "scorer": "",
        "marks": {"points": {}, "bonus": "0", "deduction": "0"},
        "comment": "",
        "is_final": True,
        "scored_on": None,
    }


def decision(pair: Pair, office_id: str) -> dict[str, object]:
    return {
        "campaign_id": pair.campaign,
        "office_id": office_id,
        "style": "state_nd30",
        "title": "Công nhận",
        "authority": "UBND",
    }


def test_the_campaign_is_the_business_of_the_office_above(pair: Pair) -> None:
    campaign = held_by(pair.district, "campaign", pair.campaign)

    def change(content: Content) -> None:
        content["campaign"] = [changed(pair.commune, campaign, name="Đợt khác")]

    assert refusals(pair, change) == {"campaign": FROM_ABOVE_ONLY}
    assert held_by(pair.district, "campaign", pair.campaign) == campaign


def test_a_form_of_ours_stays_ours(pair: Pair) -> None:
    form = held_by(pair.district, "scoring_form", pair.district.scoring.forms(pair.campaign)[0].id)

    def change(content: Content) -> None:
        content["scoring_form"] = [changed(pair.commune, form, name="Dễ hơn")]

    assert refusals(pair, change) == {"scoring_form": FROM_ABOVE_ONLY}


def test_a_neighbour_is_not_the_senders_to_rename_or_to_move_under(pair: Pair) -> None:
    neighbour = held_by(pair.district, "unit", pair.district.units.by_code("X02").id)
    own = held_by(pair.district, "unit", pair.district.units.by_code("X01").id)

    def change(content: Content) -> None:
        content["unit"] = [
            changed(pair.commune, neighbour, name="Xã Cũ"),
            changed(pair.commune, own, parent_id=neighbour.id),
        ]

    assert refusals(pair, change) == {"unit": OUTSIDE_BRANCH}
    assert [held_by(pair.district, "unit", one.id) for one in (neighbour, own)] == [neighbour, own]


def test_registrations_of_a_neighbour_and_moving_there_are_refused(pair: Pair) -> None:
    neighbour = pair.district.units.by_code("X02").id
    theirs, _ = pair.district.registrations.register(pair.campaign, draft(neighbour, "Vườn mẫu"))
    own, held = pair.registrations[0], held_by(pair.district, "registration", theirs)

    def change(content: Content) -> None:
        fields = {**held.fields, "name": "Của ai cũng được", "exemplar_id": None}
        content["registration"] = [
            changed(pair.commune, held, name="Tên khác"),
            changed(pair.commune, held_by(pair.district, "registration", own), unit_id=neighbour),
            made(pair.commune, **fields),
        ]
        content["registration_event"].clear()

    assert refusals(pair, change) == {"registration": OUTSIDE_BRANCH}
    assert held_by(pair.district, "registration", theirs) == held
    assert item(pair.district, own, "unit_id") != neighbour


def test_a_file_cannot_be_hung_on_a_neighbours_registration(pair: Pair) -> None:
    neighbour = pair.district.units.by_code("X02").id
    theirs, _ = pair.district.registrations.register(pair.campaign, draft(neighbour, "Vườn mẫu"))
    moved = {**held_by(pair.district, "registration", theirs).fields}
    moved["unit_id"] = pair.district.units.by_code("X01").id

    def change(content: Content) -> None:
        # The package claims that the registration is its own; what we hold decides.
        held = held_by(pair.district, "registration", theirs)
        content["registration"].append(replace(held, fields=moved))
        site = {"registration_id": theirs, "name": "Điểm lạ", "sort_order": 1}
        content["site"] = [made(pair.commune, **site)]

    assert refusals(pair, change)["site"] == OUTSIDE_BRANCH


@pytest.mark.parametrize("writer", ["ours", "nobody we know"])
def test_sheets_and_decisions_of_others_are_not_the_senders(pair: Pair, writer: str) -> None:
    ours = pair.district.office.office().office_id
    office_id = ours if writer == "ours" else "0190a000-0000-7000-8000-0000000000ff"

    def change(content: Content) -> None:
        content["score_sheet"] = [made(pair.commune, **sheet(pair, office_id))]
        content["decision"] = [made(pair.commune, **decision(pair, office_id))]

    expected = {"score_sheet": OF_ANOTHER_OFFICE, "decision": OF_ANOTHER_OFFICE}
    assert refusals(pair, change) == expected


def test_whoever_signs_for_us_is_not_for_others_to_say(pair: Pair) -> None:
    def change(content: Content) -> None:
        content["signatory"] = [made(pair.commune, name="Ông A", title="Chủ tịch", form="head")]

    assert refusals(pair, change) == {"signatory": NOT_EXCHANGED}
    assert pair.district.office.signatories() == ()


def test_what_is_the_senders_own_is_merged(pair: Pair) -> None:
    own_unit = pair.commune.office.office().unit_id
    pair.commune.units.save(UnitDraft("X01-1", "Thôn Bình Hòa", "commune", own_unit))
    edit(pair.commune, pair.registrations[0], goals="Mục tiêu mới")

    def change(content: Content) -> None:
        own = pair.commune.office.office().office_id
        content["score_sheet"] = [made(pair.commune, **sheet(pair, own))]

    assert refusals(pair, change) == {}
    assert item(pair.district, pair.registrations[0], "goals") == "Mục tiêu mới"
    assert pair.district.units.by_code("X01-1").name == "Thôn Bình Hòa"
    assert len(pair.district.scoring.sheets(pair.registrations[0])) == 1


def test_a_draft_is_the_units_until_it_is_submitted(pair: Pair) -> None:
    unit = pair.commune.office.office().unit_id or ""
    campaign = pair.commune_campaign
    record_id, _ = pair.commune.registrations.register(campaign, draft(unit, "Bếp ăn"))
    pair.arrive(pair.send_up("with-draft.dvk"))
    held = held_by(pair.district, "registration", record_id)

    def change(content: Content) -> None:
        bad = changed(pair.district, held, name="Tên của huyện", is_late=True)
        rest = [one for one in content["registration"] if one.id != record_id]
        content["registration"] = [*rest, bad]

    assert refusals_below(pair, change) == {"registration": NOT_SUBMITTED}
    assert item(pair.commune, record_id, "name") == "Bếp ăn"
    assert held_by(pair.commune, "registration", record_id).fields["is_late"] is True


def test_the_text_of_a_submitted_one_may_be_mended_above(pair: Pair) -> None:
    edit(pair.district, pair.registrations[1], address="Thôn Đông")

    assert refusals_below(pair, lambda content: None) == {}
    assert item(pair.commune, pair.registrations[1], "address") == "Thôn Đông"


def test_our_own_sheets_are_not_for_the_office_above(pair: Pair) -> None:
    own = pair.commune.office.office().office_id

    def change(content: Content) -> None:
        content["score_sheet"] = [made(pair.district, **sheet(pair, own))]

    assert refusals_below(pair, change) == {"score_sheet": SHEET_BELOW}


def test_nobody_below_can_speak_as_the_office_above(pair: Pair) -> None:
    path = forge(pair.commune, pair.send_up(), lambda content: None, PackageKind.DOWN)

    with pytest.raises(WrongDirectionError):
        pair.district.receiving.preview(path)


def test_a_step_of_the_office_above_still_arrives(pair: Pair) -> None:
    pair.district.registrations.step(pair.registrations, RegistrationAction.ACCEPT)

    assert refusals_below(pair, lambda content: None) == {}
