"""Packages between two real offices: up, down, twice, late, edited on both sides."""

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from two_offices import Pair, edit, item, make_pair, names_in, receive

from dvk_desktop.bootstrap import database_path, open_office
from dvk_desktop.domain.errors import DvkError, InvalidValueError
from dvk_desktop.domain.records.exchange import MergeAction
from dvk_desktop.domain.records.unit import UnitDraft
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.domain.terms import RegistrationState
from dvk_desktop.services.exchange.arrival import OwnPackageError, WrongRecipientError
from dvk_desktop.services.exchange.conflicts import ConflictSettledError
from dvk_desktop.services.exchange.receiving import StalePreviewError, UntrustedSenderError
from dvk_desktop.services.exchange.trust import (
    FingerprintDiffersError,
    KeyReplacedError,
    OwnCardError,
)
from dvk_desktop.services.services import Services


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    made = make_pair(tmp_path)
    yield made
    made.close()


def content_of(folder: Path) -> str:
    """Return a digest of everything in a database."""
    digest = hashlib.sha256()
    with sqlite3.connect(database_path(folder)) as connection:
        for line in connection.iterdump():
            digest.update(line.encode())
    connection.close()
    return digest.hexdigest()


def test_up_brings_the_registrations_under_our_own_unit_and_campaign(pair: Pair) -> None:
    result = pair.arrive(pair.send_up())

    assert (result.conflicts, result.refused) == (0, 0)
    assert names_in(pair.district, pair.campaign) == names_in(pair.commune, pair.commune_campaign)
    assert pair.district.registrations.detail(pair.registrations[0]).unit_name == "Xã Yên Phong"
    assert len(pair.district.units.units()) == 2


def test_the_same_again_changes_nothing(pair: Pair) -> None:
    path = pair.send_up()
    pair.arrive(path)
    before = content_of(pair.district.folder)

    again = pair.arrive(path)

    assert (again.new, again.changed, again.removed, again.batch) == (0, 0, 0, None)
    assert content_of(pair.district.folder) == before


def test_an_untrusted_office_can_be_looked_at_and_not_merged(pair: Pair) -> None:
    path = pair.send_up()
    office_id = pair.commune.office.office().office_id
    pair.district.trust.withdraw(office_id)
    manifest, trusted, problems = pair.district.receiving.inspect(path)
    preview = pair.district.receiving.preview(path)
    before = content_of(pair.district.folder)

    with pytest.raises(UntrustedSenderError):
        pair.district.receiving.merge(preview)

    assert manifest is not None
    assert (trusted, problems, preview.is_trusted) == (False, [], False)
    assert content_of(pair.district.folder) == before


def test_a_package_for_another_office_is_refused_by_name(pair: Pair, tmp_path: Path) -> None:
    third = open_office(tmp_path / "xã khác")
    third.office.found(code="X02", name="Đảng ủy xã Mai Sơn", level="commune")

    with pytest.raises(WrongRecipientError, match="Huyện"):
        third.receiving.preview(pair.send_up())
    with pytest.raises(OwnPackageError):
        pair.commune.receiving.preview(pair.send_up("own.dvk"))
    third.close()


@pytest.mark.parametrize(
    ("take", "value", "expected"),
    [("ours", None, "Thôn Đông"), ("theirs", None, "Thôn Tây"), ("value", "Thôn Nam", "Thôn Nam")],
)
def test_an_edit_on_both_sides_waits_for_a_person(
    pair: Pair, take: str, value: str | None, expected: str
) -> None:
    first = pair.registrations[0]
    pair.arrive(pair.send_up())
    edit(pair.district, first, address="Thôn Đông")
    edit(pair.commune, first, address="Thôn Tây")
    later = pair.send_up("later.dvk")

    assert pair.arrive(later).conflicts == 1
    assert item(pair.district, first, "address") == "Thôn Đông"
    (conflict,) = pair.district.conflicts.open()
    assert (conflict.ours, conflict.theirs) == ("Thôn Đông", "Thôn Tây")
    assert pair.arrive(later).batch is None
    assert pair.district.conflicts.open() == (conflict,)

    pair.district.conflicts.resolve(conflict.id, take, value)
    pair.arrive(later)
    assert (item(pair.district, first, "address"), pair.district.conflicts.open()) == (expected, ())
    pair.arrive_below(pair.send_down())
    assert item(pair.commune, first, "address") == expected
    assert pair.arrive(pair.send_up("last.dvk")).conflicts == 0
    assert item(pair.district, first, "address") == expected


def test_a_conflict_is_settled_once_and_by_a_value_that_fits(pair: Pair) -> None:
    first = pair.registrations[0]
    pair.arrive(pair.send_up())
    edit(pair.district, first, people_count=10)
    edit(pair.commune, first, people_count=12)
    pair.arrive(pair.send_up("later.dvk"))
    (conflict,) = pair.district.conflicts.open()

    with pytest.raises(InvalidValueError):
        pair.district.conflicts.resolve(conflict.id, "value", "mười")
    pair.district.conflicts.resolve(conflict.id, "theirs")
    with pytest.raises(ConflictSettledError):
        pair.district.conflicts.resolve(conflict.id, "ours")

    assert item(pair.district, first, "people_count") == 12


def test_edits_of_different_items_merge_by_themselves(pair: Pair) -> None:
    first = pair.registrations[0]
    pair.arrive(pair.send_up())
    edit(pair.district, first, note="Huyện ghi chú")
    edit(pair.commune, first, goals="Xã ghi mục tiêu")

    assert pair.arrive(pair.send_up("later.dvk")).conflicts == 0
    pair.arrive_below(pair.send_down())

    for office in (pair.district, pair.commune):
        assert item(office, first, "note") == "Huyện ghi chú"
        assert item(office, first, "goals") == "Xã ghi mục tiêu"


def test_late_and_repeated_packages_do_no_harm_and_say_so(pair: Pair) -> None:
    first = pair.registrations[0]
    early = pair.send_up("1.dvk")
    edit(pair.commune, first, goals="Mới hơn")
    late = pair.send_up("2.dvk")

    gap, _ = receive(pair.district, late)
    behind, result = receive(pair.district, early)
    repeated, _ = receive(pair.district, late)

    assert "Chưa thấy gói số 1" in str(gap.notices[0])
    assert "đến muộn" in str(behind.notices[0])
    assert "đã được nhập" in str(repeated.notices[0])
    assert (result.changed, item(pair.district, first, "goals")) == (0, "Mới hơn")


def copied(pair: Pair, folder: Path) -> Services:
    """Open a copy of the commune's data folder, as a clerk makes it with a USB stick."""
    pair.commune.close()
    shutil.copytree(pair.commune.folder, folder)
    return open_office(folder)


def test_a_copied_database_writes_under_an_id_of_its_own(pair: Pair, tmp_path: Path) -> None:
    twin = copied(pair, tmp_path / "bản chép")
    first = pair.registrations[0]
    pair.arrive(pair.send_up("1.dvk"))
    edit(twin, first, goals="Máy thứ hai")
    edit(pair.commune, first, goals="Máy thứ nhất")
    pair.arrive(pair.send_up("2.dvk"))

    result = pair.arrive(twin.sending.export("H00", tmp_path / "twin.dvk").path)

    assert twin.office.office().replica_id != pair.commune.office.office().replica_id
    twin.close()
    assert result.conflicts == 1


def test_a_clone_that_nobody_could_notice_is_an_alarm(pair: Pair, tmp_path: Path) -> None:
    twin = copied(pair, tmp_path / "bản chép")
    with twin.database.writing("Giả như máy được nhân bản nguyên vẹn") as work:
        work.office().replica_id = pair.commune.office.office().replica_id
        work.note(always=True)
        work.commit()
    pair.arrive(pair.send_up("1.dvk"))
    edit(twin, pair.registrations[0], goals="Máy thứ hai")

    path = twin.sending.export("H00", tmp_path / "twin.dvk").path
    preview = pair.district.receiving.preview(path)
    twin.close()

    assert "sao chép" in str(preview.notices[0])


def test_the_receipt_tells_the_sender(pair: Pair) -> None:
    result = pair.arrive(pair.send_up())
    assert pair.commune.receiving.history()[0].receipt is None

    assert result.receipt is not None
    receive(pair.commune, result.receipt)

    sent = next(row for row in pair.commune.receiving.history() if row.direction == "out")
    assert sent.receipt is not None
    assert sent.receipt["counts"]["new"] == result.new


def test_down_brings_what_was_decided(pair: Pair) -> None:
    pair.arrive(pair.send_up())
    pair.district.registrations.step(pair.registrations, RegistrationAction.ACCEPT)

    result = pair.arrive_below(pair.send_down())

    assert (result.conflicts, result.refused) == (0, 0)
    states = {pair.commune.registrations.detail(key).state for key in pair.registrations}
    assert states == {RegistrationState.ACCEPTED}


def test_a_lower_office_cannot_change_the_campaign(pair: Pair) -> None:
    pair.arrive_below(pair.send_down())
    campaign = pair.commune.campaigns.of_year(2017).id
    pair.commune.campaigns.rename(campaign, "Đợt thi đua của xã")

    preview, result = receive(pair.district, pair.send_up("after.dvk"))

    assert pair.district.campaigns.of_year(2017).name.startswith("Phong trào")
    assert result.refused == sum(i.action is MergeAction.REFUSED for i in preview.items)


def test_a_preview_goes_stale_when_our_data_changes(pair: Pair) -> None:
    preview = pair.district.receiving.preview(pair.send_up())
    pair.district.campaigns.create(2018)

    with pytest.raises(StalePreviewError):
        pair.district.receiving.merge(preview)

    assert names_in(pair.district, pair.campaign) == []


def test_a_deletion_travels_and_stays(pair: Pair) -> None:
    pair.arrive(pair.send_up("1.dvk"))
    first = pair.registrations[0]
    pair.commune.registrations.step([first], RegistrationAction.WITHDRAW)
    pair.commune.registrations.remove([first])

    result = pair.arrive(pair.send_up("2.dvk"))
    pair.arrive(pair.folder / "1.dvk")

    assert result.removed == 1
    assert len(names_in(pair.district, pair.campaign)) == 2


def test_undoing_a_merge_gives_the_state_before(pair: Pair) -> None:
    result = pair.arrive(pair.send_up())
    assert result.batch is not None

    pair.district.history.undo(result.batch)
    assert names_in(pair.district, pair.campaign) == []
    pair.arrive(pair.folder / "up.dvk")

    assert len(names_in(pair.district, pair.campaign)) == 3


def test_trust_asks_for_the_right_fingerprint(pair: Pair, tmp_path: Path) -> None:
    card = tmp_path / "own.dvkcard"
    pair.commune.trust.own_card(card)

    with pytest.raises(FingerprintDiffersError):
        pair.district.trust.trust(card, pair.district.trust.fingerprint())
    with pytest.raises(OwnCardError):
        pair.commune.trust.trust(card, pair.commune.trust.fingerprint())
    assert pair.district.trust.read_card(card).is_trusted


def test_another_key_of_a_known_office_is_an_alarm(pair: Pair, tmp_path: Path) -> None:
    from dvk_desktop.exchange.package.age_keys import new_age_keys
    from dvk_desktop.exchange.package.cards import make_card, write_card
    from dvk_desktop.exchange.package.signing import fingerprint, new_keys

    keys, office = new_keys(), pair.commune.office.office()
    forged = make_card(
        office_id=office.office_id,
        code=office.code,
        name=office.name,
        level=office.level_code,
        private_key=keys.private_key,
        age_public_key=new_age_keys().recipient,
    )
    write_card(tmp_path / "forged.dvkcard", forged)

    with pytest.raises(KeyReplacedError):
        pair.district.trust.trust(tmp_path / "forged.dvkcard", fingerprint(keys.public_key))


def test_a_damaged_package_is_refused_with_its_code(pair: Pair) -> None:
    path = pair.send_up()
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(bytes(raw))

    manifest, _, problems = pair.district.receiving.inspect(path)
    with pytest.raises(DvkError) as refused:
        pair.district.receiving.preview(path)

    assert problems
    assert refused.value.code.startswith("PKG_")
    assert manifest is None or manifest.sender.code == "X01"


def test_fields_of_a_newer_program_are_carried_on(pair: Pair) -> None:
    from dvk_desktop.models import Registration

    first = pair.registrations[0]
    with pair.commune.database.writing("Mục của bản mới hơn") as work:
        work.get(Registration, first).extra = {"drone_photos": 3}
        work.get(Registration, first).goals = "Kèm ảnh"
        work.commit()
    pair.arrive(pair.send_up())
    pair.district.registrations.step([first], RegistrationAction.ACCEPT)
    with pair.commune.database.writing("Quên mục mới") as work:
        work.get(Registration, first).extra = None
        work.commit()

    pair.arrive_below(pair.send_down())

    with pair.commune.database.reading() as work:
        assert work.get(Registration, first).extra == {"drone_photos": 3}


def test_the_first_package_of_a_year_brings_no_false_conflict(pair: Pair) -> None:
    first = pair.registrations[0]
    pair.arrive(pair.send_up())
    edit(pair.commune, first, address="Thôn Tây")
    pair.arrive(pair.send_up("later.dvk"))
    pair.district.campaigns.create(2018)
    edit(pair.district, first, address="Thôn Tây, xã Yên Phong")

    result = pair.arrive_below(pair.send_down())

    assert result.conflicts == 0
    assert item(pair.commune, first, "address") == "Thôn Tây, xã Yên Phong"


def test_a_sender_whose_own_unit_got_another_code_is_still_known(pair: Pair) -> None:
    own = pair.commune.units.by_code("X01")
    renamed = UnitDraft("YP-01", own.name, own.level_code, own.parent_id, id=own.id)
    pair.commune.units.save(renamed)

    result = pair.arrive(pair.send_up())

    assert (result.conflicts, result.refused) == (0, 0)
    assert len(names_in(pair.district, pair.campaign)) == 3
    assert pair.district.registrations.detail(pair.registrations[0]).unit_name == "Xã Yên Phong"
    assert {unit.code for unit in pair.district.units.units()} == {"H00", "X01"}
