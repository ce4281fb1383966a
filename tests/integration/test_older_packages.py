"""Packages of every released format are read and merged for ever."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from two_offices import names_in, receive

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.records.exchange import MergeAction, MergeResult
from dvk_desktop.domain.records.unit import UnitDraft
from dvk_desktop.domain.terms import RegistrationState
from dvk_desktop.exchange.package.reader import read_package
from dvk_desktop.models import Registration
from dvk_desktop.services.exchange.packing import SENT, log_package
from dvk_desktop.services.services import Services

FIRST = Path(__file__).parents[1] / "data" / "packages" / "1-first"
NAMES = ["Ngôi nhà xanh", "Tiếng kẻng an ninh", "Đường hoa thay cỏ dại"]
DISTRICT, COMMUNE = (read_package(FIRST / name).manifest.sender for name in ("down.dvk", "up.dvk"))


def stand_for(office: Services, office_id: str) -> None:
    """Let an office of today be the one to which the old packages are addressed."""
    with office.database.writing("Mã văn phòng của bản cũ", always=True) as work:
        work.office().office_id = office_id
        work.commit()


def trust(office: Services, card: str) -> None:
    path = FIRST / card
    office.trust.trust(path, office.trust.read_card(path).fingerprint)


@pytest.fixture
def district(tmp_path: Path) -> Iterator[Services]:
    made = open_office(tmp_path / "huyện")
    made.office.found(code="H00", name="Huyện ủy Yên Mô", level="district")
    parent = made.office.office().unit_id
    made.units.save(UnitDraft("X01", "Xã Yên Phong", "commune", parent))
    made.campaigns.create(2017)
    stand_for(made, DISTRICT.office_id)
    trust(made, "commune.dvkcard")
    yield made
    made.close()


@pytest.fixture
def commune(tmp_path: Path) -> Iterator[Services]:
    made = open_office(tmp_path / "xã")
    made.office.found(code="X01", name="Đảng ủy xã Yên Phong", level="commune")
    stand_for(made, COMMUNE.office_id)
    trust(made, "district.dvkcard")
    yield made
    made.close()


def merged(office: Services, name: str) -> MergeResult:
    _, problems = office.receiving.inspect(FIRST / name)[1:]
    assert problems == []
    return receive(office, FIRST / name)[1]


def registrations(office: Services) -> dict[str, str]:
    campaign = office.campaigns.of_year(2017).id
    with office.database.reading() as work:
        return {row.name: row.id for row in work.find(Registration, campaign_id=campaign)}


def test_the_first_report_is_merged(district: Services) -> None:
    result = merged(district, "up.dvk")

    assert (result.conflicts, result.refused) == (0, 0)
    assert names_in(district, district.campaigns.of_year(2017).id) == NAMES
    flowers = district.registrations.detail(registrations(district)[NAMES[2]])
    assert (flowers.state, flowers.draft.address) == (RegistrationState.SUBMITTED, "Thôn Đông")
    assert flowers.draft.co_unit_ids == ()
    (minutes,) = district.attachments.of(flowers.id)
    assert minutes.file_name == "Biên bản họp.txt"
    assert district.attachments.open_copy(minutes.id).read_text("utf-8").startswith("Họp chi bộ")

    later, _ = receive(district, FIRST / "up-later.dvk")
    refused = [one.record_type for one in later.items if one.action is MergeAction.REFUSED]
    # The commune has taken its place under a unit that this stand-in of its district lacks.
    assert (refused, later.count(MergeAction.CONFLICT)) == (["unit"], 0)
    assert len(district.scoring.sheets(flowers.id)) == 1
    assert merged(district, "up.dvk").changed == 0
    assert len(district.scoring.sheets(flowers.id)) == 1


def test_the_first_answer_from_above_is_merged(commune: Services) -> None:
    result = merged(commune, "down.dvk")

    assert (result.conflicts, result.refused) == (0, 0)
    ids = registrations(commune)
    states = {name: commune.registrations.detail(key).state for name, key in ids.items()}
    recognised = dict.fromkeys(NAMES[1:], RegistrationState.RECOGNISED)
    assert {name: states[name] for name in recognised} == recognised
    (decision,) = commune.recognition.decisions(commune.campaigns.of_year(2017).id)
    assert len(commune.certificates.certificates(decision.id)) == 2


def test_the_first_receipt_is_read(commune: Services) -> None:
    sent = read_package(FIRST / "up.dvk")
    with commune.database.writing("Gói bản cũ đã gửi", always=True) as work:
        facts = {"direction": SENT, "file_name": "up.dvk", "counts": {}}
        log_package(work, sent.manifest, sent.manifest_sha256, **facts)
        work.commit()

    receive(commune, FIRST / "receipt.dvk")

    (row,) = [one for one in commune.receiving.history() if one.direction == SENT]
    assert row.receipt is not None
    assert (row.receipt["refused"], row.receipt["counts"]["conflicts"]) == ([], 0)


@pytest.mark.parametrize("name", ["up.dvk", "up-later.dvk", "down.dvk", "receipt.dvk"])
def test_they_are_of_the_first_schema(name: str) -> None:
    manifest = read_package(FIRST / name).manifest

    assert (manifest.format, manifest.min_reader, manifest.schema) == (1, 1, 1)
