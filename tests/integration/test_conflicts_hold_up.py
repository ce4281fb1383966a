"""A conflict holds up the papers of its own record and nothing else; what settles it travels."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from two_offices import Pair, edit, item, make_pair

from dvk_desktop.domain.errors import NotFoundError
from dvk_desktop.domain.marks import Marks
from dvk_desktop.domain.record_labels import item_label
from dvk_desktop.domain.records.decision import DecisionDraft
from dvk_desktop.domain.records.office import SignatoryRow
from dvk_desktop.domain.records.scoring import SheetDraft
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.domain.terms import RegistrationState, SheetKind
from dvk_desktop.services.exchange.open_conflicts import OpenConflictError

FIRST = "Đường hoa thay cỏ dại"
SIGNED = date(2017, 10, 12)


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    made = make_pair(tmp_path)
    yield made
    made.close()


@pytest.fixture
def later(pair: Pair) -> Path:
    """What brings a conflict on the first registration, which the district has scored by now."""
    first = pair.registrations[0]
    pair.arrive(pair.send_up())
    edit(pair.district, first, address="Thôn Đông")
    edit(pair.commune, first, address="Thôn Tây", people_count=7)
    pair.district.registrations.step(pair.registrations, RegistrationAction.ACCEPT)
    for key in pair.registrations:
        form = pair.district.scoring.form_of(key).form
        marks = Marks({one.code: one.maximum * Decimal("0.8") for one in form.criteria})
        for kind in (SheetKind.SELF, SheetKind.COUNCIL):
            pair.district.scoring.score([SheetDraft(key, kind, "A", marks)])
    pair.district.office.save_signatory(SignatoryRow("Nguyễn Văn An", "Trưởng ban"))
    return pair.send_up("later.dvk")


def drafted(pair: Pair, ids: list[str]) -> str:
    draft = DecisionDraft(
        pair.campaign,
        "Về việc công nhận mô hình",
        "Ban Chỉ đạo huyện Yên Mô",
        "Yên Mô",
        tuple(ids),
        signatory_id=pair.district.office.signatories()[0].id,
    )
    return pair.district.recognition.draft(draft)[0]


def test_a_decision_waits_and_every_other_goes_on(pair: Pair, later: Path) -> None:
    district = pair.district
    decision = drafted(pair, pair.registrations[:2])
    assert pair.arrive(later).conflicts == 1

    with pytest.raises(OpenConflictError, match=FIRST) as refused:
        district.recognition.sign(decision, number=1, signed_on=SIGNED)
    assert "Tiếng kẻng" not in str(refused.value)
    with pytest.raises(OpenConflictError, match=FIRST):
        drafted(pair, pair.registrations)
    other = drafted(pair, pair.registrations[2:])
    district.recognition.sign(other, number=1, signed_on=SIGNED)
    assert district.certificates.issue(other)[0] == 1

    (conflict,) = district.conflicts.open()
    district.conflicts.resolve(conflict.id, "theirs")
    district.recognition.sign(decision, number=2, signed_on=SIGNED)
    state = district.registrations.detail(pair.registrations[0]).state
    assert state is RegistrationState.RECOGNISED


def test_a_certificate_waits_and_the_others_of_its_decision_go_on(pair: Pair, later: Path) -> None:
    certificates = pair.district.certificates
    decision = drafted(pair, pair.registrations)
    pair.district.recognition.sign(decision, number=1, signed_on=SIGNED)
    pair.arrive(later)

    assert certificates.issue(decision)[0] == 2
    assert FIRST not in {row.name for row in certificates.certificates(decision)}
    assert certificates.held_up(decision) == (FIRST,)
    with pytest.raises(OpenConflictError, match=FIRST):
        certificates.issue(decision)

    (conflict,) = pair.district.conflicts.open()
    pair.district.conflicts.resolve(conflict.id, "ours")
    assert certificates.issue(decision)[0] == 1
    assert certificates.held_up(decision) == ()


def test_a_conflict_on_both_sides_is_closed_below_by_what_was_chosen_above(pair: Pair) -> None:
    first = pair.registrations[0]
    pair.arrive(pair.send_up())
    pair.arrive_below(pair.send_down("known.dvk"))
    edit(pair.district, first, address="Thôn Đông")
    edit(pair.commune, first, address="Thôn Tây")
    up, down = pair.send_up("up2.dvk"), pair.send_down("down2.dvk")
    assert pair.arrive(up).conflicts == 1
    assert pair.arrive_below(down).conflicts == 1

    (conflict,) = pair.district.conflicts.open()
    pair.district.conflicts.resolve(conflict.id, "value", "Thôn Nam")
    pair.arrive_below(pair.send_down("down3.dvk"))

    assert pair.commune.conflicts.open() == ()
    assert item(pair.commune, first, "address") == "Thôn Nam"
    assert pair.arrive(pair.send_up("up3.dvk")).conflicts == 0
    assert pair.district.conflicts.open() == ()


def test_what_was_chosen_below_is_not_asked_above(pair: Pair) -> None:
    first = pair.registrations[0]
    pair.arrive(pair.send_up())
    pair.arrive_below(pair.send_down("known.dvk"))
    edit(pair.district, first, address="Thôn Đông")
    edit(pair.commune, first, address="Thôn Tây")
    assert pair.arrive_below(pair.send_down("down2.dvk")).conflicts == 1
    (conflict,) = pair.commune.conflicts.open()
    pair.commune.conflicts.resolve(conflict.id, "ours")

    assert pair.arrive(pair.send_up("up2.dvk")).conflicts == 0
    assert item(pair.district, first, "address") == "Thôn Tây"


def test_all_of_one_package_are_settled_in_one_change(pair: Pair) -> None:
    pair.arrive(pair.send_up())
    for key in pair.registrations:
        edit(pair.district, key, address="Thôn Đông")
        edit(pair.commune, key, address="Thôn Tây")
    pair.arrive(pair.send_up("later.dvk"))
    rows, before = pair.district.conflicts.open(), len(pair.district.history.recent(1000))
    assert {row.package_number for row in rows} == {2}

    count, _ = pair.district.conflicts.resolve_package(rows[0].package_id, "theirs")

    assert count == 3
    assert pair.district.conflicts.open() == ()
    assert {item(pair.district, key, "address") for key in pair.registrations} == {"Thôn Tây"}
    assert len(pair.district.history.recent(1000)) == before + 1
    with pytest.raises(NotFoundError):
        pair.district.conflicts.resolve_package(rows[0].package_id, "theirs")
    pair.arrive_below(pair.send_down())
    assert pair.arrive(pair.send_up("last.dvk")).conflicts == 0


def test_a_delete_against_an_edit_names_what_was_edited(pair: Pair) -> None:
    first = pair.registrations[0]
    pair.arrive(pair.send_up())
    pair.arrive_below(pair.send_down("known.dvk"))
    edit(pair.district, first, address="Thôn Đông", people_count=9)
    pair.commune.registrations.step([first], RegistrationAction.WITHDRAW)
    pair.commune.registrations.remove([first])
    pair.arrive(pair.send_up("later.dvk"))

    (row,) = [one for one in pair.district.conflicts.open() if one.field == "deleted"]
    assert (row.ours, row.theirs) == (False, True)
    assert row.our_time[:10] == f"{pair.district.recognition.today()}"
    assert set(row.edited) >= {item_label("address"), item_label("people_count")}
    pair.district.conflicts.resolve(row.id, "ours")
    assert pair.district.conflicts.open() == ()
    assert item(pair.district, first, "address") == "Thôn Đông"
