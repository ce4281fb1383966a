"""A new office ready to work from one file of the office above and its fingerprint."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from forged_packages import Content, forge
from forged_packages import made as made_by
from two_offices import Pair, draft, make_pair, names_in, receive, trust_each_other

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.errors import NotFoundError
from dvk_desktop.domain.records.unit import UnitDraft
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.exchange.package.age_keys import new_age_keys
from dvk_desktop.exchange.package.cards import make_card, members_of
from dvk_desktop.exchange.package.signing import new_keys
from dvk_desktop.services.exchange.founding import NotFromAboveError, NoUnitForUsError
from dvk_desktop.services.exchange.trust import FingerprintDiffersError
from dvk_desktop.services.office.office import AlreadyFoundedError
from dvk_desktop.services.services import Services


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    """A district with two communes in its register; X02 has no program yet."""
    made = make_pair(tmp_path)
    parent = made.district.office.office().unit_id
    made.district.units.save(UnitDraft("X02", "Xã Mai Sơn", "commune", parent))
    yield made
    made.close()


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Services]:
    services = open_office(tmp_path / "mới")
    yield services
    services.close()


@pytest.fixture
def package(pair: Pair, tmp_path: Path) -> Path:
    return pair.district.sending.export("X02", tmp_path / "trien-khai.dvk").path


def test_the_offer_says_who_sends_and_what_will_be(
    pair: Pair, fresh: Services, package: Path
) -> None:
    offer = fresh.founding.look(package)

    assert (offer.code, offer.name, offer.level_name) == ("X02", "Xã Mai Sơn", "Xã")
    assert (offer.sender_code, offer.sender_name) == ("H00", "Huyện ủy Yên Mô")
    assert offer.fingerprint == pair.district.trust.fingerprint()
    assert (len(offer.campaigns), offer.unit_count) == (1, 3)
    assert not fresh.office.is_founded()


def test_one_file_sets_up_the_whole_office(pair: Pair, fresh: Services, package: Path) -> None:
    fresh.founding.found(package, pair.district.trust.fingerprint())

    office = fresh.office.office()
    assert (office.code, office.name, office.level_code) == ("X02", "Xã Mai Sơn", "commune")
    assert office.unit_id == pair.district.units.by_code("X02").id
    assert [row.id for row in fresh.campaigns.campaigns()] == [pair.campaign]
    assert fresh.units.units() == pair.district.units.units()
    theirs = pair.district.scoring.forms(pair.campaign)
    assert [row.id for row in fresh.scoring.forms(pair.campaign)] == [row.id for row in theirs]
    (above,) = fresh.trust.offices()
    assert (above.code, above.is_trusted) == ("H00", True)


def test_its_first_report_is_merged_above_without_a_question(
    pair: Pair, fresh: Services, package: Path, tmp_path: Path
) -> None:
    fresh.founding.found(package, pair.district.trust.fingerprint())
    unit = fresh.office.office().unit_id or ""
    record_id, _ = fresh.registrations.register(pair.campaign, draft(unit, "Vườn mẫu"))
    fresh.registrations.step([record_id], RegistrationAction.SUBMIT)
    trust_each_other(pair.district, fresh, tmp_path)

    _, result = receive(pair.district, fresh.sending.export("H00", tmp_path / "up.dvk").path)

    assert (result.conflicts, result.refused) == (0, 0)
    assert names_in(pair.district, pair.campaign) == ["Vườn mẫu"]


def test_another_fingerprint_leaves_the_folder_empty(fresh: Services, package: Path) -> None:
    with pytest.raises(FingerprintDiffersError):
        fresh.founding.found(package, "0" * 64)

    assert not fresh.office.is_founded()
    with pytest.raises(NotFoundError):
        fresh.office.office()


def test_a_report_from_below_founds_nothing(pair: Pair, fresh: Services) -> None:
    with pytest.raises(NotFromAboveError):
        fresh.founding.look(pair.send_up())


def test_a_package_without_our_unit_founds_nothing(
    pair: Pair, fresh: Services, package: Path
) -> None:
    def forget(content: Content) -> None:
        content["unit"] = [unit for unit in content["unit"] if unit.fields["code"] != "X02"]

    with pytest.raises(NoUnitForUsError, match="X02"):
        fresh.founding.found(forge(pair.district, package, forget), "")


def test_an_office_is_founded_once(pair: Pair, fresh: Services, package: Path) -> None:
    fresh.founding.found(package, pair.district.trust.fingerprint())

    with pytest.raises(AlreadyFoundedError):
        fresh.founding.found(package, pair.district.trust.fingerprint())


def test_trust_is_handed_down_and_a_withdrawn_office_stays_withdrawn(
    pair: Pair, tmp_path: Path
) -> None:
    hamlet = open_office(tmp_path / "thôn")
    hamlet.office.found(code="X01-1", name="Chi bộ thôn Bình Hòa", level="base")
    commune_unit = pair.district.units.by_code("X01").id
    pair.district.units.save(UnitDraft("X01-1", "Thôn Bình Hòa", "base", commune_unit))
    trust_each_other(pair.district, hamlet, tmp_path)

    preview, _ = receive(pair.commune, pair.send_down())

    assert ["“Chi bộ thôn Bình Hòa”" in str(notice) for notice in preview.notices] == [True]
    known = {row.code: row for row in pair.commune.trust.offices()}
    assert known["X01-1"].is_trusted

    pair.commune.trust.withdraw(known["X01-1"].office_id)
    preview, _ = receive(pair.commune, pair.send_down("again.dvk"))
    assert "đã được gỡ tin cậy" in str(preview.notices[-1])
    assert not {row.code: row.is_trusted for row in pair.commune.trust.offices()}["X01-1"]
    hamlet.close()


def test_another_key_from_above_is_an_alarm_and_no_update(pair: Pair, tmp_path: Path) -> None:
    real = open_office(tmp_path / "thật")
    real.office.found(code="X01-1", name="Chi bộ thôn Bình Hòa", level="base")
    commune_unit = pair.district.units.by_code("X01").id
    pair.district.units.save(UnitDraft("X01-1", "Thôn Bình Hòa", "base", commune_unit))
    trust_each_other(pair.district, real, tmp_path)
    trust_each_other(pair.commune, real, tmp_path)
    before = pair.commune.trust.fingerprint_of(real.office.office().office_id)

    office_id = real.office.office().office_id
    other = make_card(
        office_id=office_id,
        code="X01-1",
        name="Chi bộ giả",
        level="base",
        private_key=new_keys().private_key,
        age_public_key=new_age_keys().recipient,
    )

    def swap(content: Content) -> None:
        altered = {**members_of(other), "name": "Tên khác"}
        for card in (members_of(other), altered):
            fields = {"office_id": office_id, "card": card}
            content["office_card"].append(made_by(pair.district, **fields))
        content["office_card"].sort(key=lambda one: one.id)

    preview, _ = receive(pair.commune, forge(pair.district, pair.send_down(), swap))

    told = " ".join(map(str, preview.notices))
    assert "thẻ của “Chi bộ giả” trong gói mang khóa khác" in told
    assert "không đúng quy cách" in told
    assert pair.commune.trust.fingerprint_of(office_id) == before
    real.close()
