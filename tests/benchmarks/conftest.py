"""What the benchmarks share: an office with 100,000 registrations, built once a session."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from ratios import Report

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.records.registration import RegistrationDraft
from dvk_desktop.domain.terms import RegistrationKind, SubjectType
from dvk_desktop.services.services import Services

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples" / "yen-mo-2017"
COUNT = 100_000
YEARS = range(2015, 2025)

_DEEDS = (
    "Thắp sáng đường quê",
    "Vận động nhân dân hiến đất, đóng góp công sức xây dựng nông thôn mới",
    "Tuyến đường hoa kiểu mẫu Sáng - xanh - sạch - đẹp - an toàn",
    "Camera an ninh phòng, chống tội phạm",
    "Giúp nhau phát triển kinh tế, giảm nghèo bền vững",
    "Dòng họ khuyến học, khuyến tài",
    "3 sạch",
    "Phân loại rác thải tại nguồn",
    "Chuyển đổi cơ cấu cây trồng trên đất lúa kém hiệu quả",
    "Nói không với túi ni lông",
)
_FIRST = ("Yên", "Khánh", "Mai", "Đông", "Quảng", "Bình", "Thượng", "Hòa")
_SECOND = ("Phong", "Thịnh", "Sơn", "Thái", "Nhân", "Lâm", "Mỹ", "Đồng", "Dương")
_BODIES = ("Chi hội Phụ nữ", "Chi bộ", "Ban công tác Mặt trận", "Chi hội Nông dân")


@dataclass(frozen=True)
class Office:
    """An office on disk, with what a test needs to ask it."""

    folder: Path
    campaign_id: str
    name: str = "one year"

    def copy(self, folder: Path) -> "Office":
        """Return a copy of its own to change."""
        shutil.copytree(self.folder, folder)
        return replace(self, folder=folder)


@pytest.fixture
def report(capsys: pytest.CaptureFixture[str]) -> Report:
    return Report(capsys)


@pytest.fixture(scope="session")
def empty_office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The office of Yên Mô with its units and nothing registered."""
    folder = tmp_path_factory.mktemp("empty") / "office"
    services = open_office(folder)
    services.office.found(code="H00", name="Ban Dân vận Huyện ủy Yên Mô", level="district")
    campaign_id, _ = services.campaigns.create(2017)
    services.unit_import.import_file(SAMPLES / "units.xlsx")
    services.close()
    return Office(folder, campaign_id)


@pytest.fixture(scope="session")
def drafts(empty_office: Office) -> list[RegistrationDraft]:
    """100,000 registrations, the same in every run."""
    services = open_office(empty_office.folder)
    units = [unit.id for unit in services.units.units()]
    services.close()
    dice = random.Random(2017)
    return [_draft(dice, number, units) for number in range(COUNT)]


@pytest.fixture(scope="session")
def large_office(
    tmp_path_factory: pytest.TempPathFactory, empty_office: Office, drafts: list[RegistrationDraft]
) -> Office:
    """The office with 100,000 registrations; tests only read it."""
    office = empty_office.copy(tmp_path_factory.mktemp("large") / "office")
    services = open_office(office.folder)
    services.registrations.register_many(office.campaign_id, drafts)
    services.close()
    return office


@pytest.fixture(scope="session")
def ten_years_office(
    tmp_path_factory: pytest.TempPathFactory, empty_office: Office, drafts: list[RegistrationDraft]
) -> Office:
    """The office with 100,000 registrations of ten campaigns; its campaign is the last."""
    office = empty_office.copy(tmp_path_factory.mktemp("years") / "office")
    services = open_office(office.folder)
    a_year = COUNT // len(YEARS)
    for place, year in enumerate(YEARS):
        campaign_id = office.campaign_id if year == 2017 else services.campaigns.create(year)[0]
        services.registrations.register_many(campaign_id, drafts[place * a_year :][:a_year])
    services.close()
    return replace(office, campaign_id=campaign_id, name="ten years")


@pytest.fixture(params=["ten years", "one year"])
def full_office(request: pytest.FixtureRequest) -> Office:
    """100,000 registrations as an office has them, and the worst case: all in one campaign."""
    name = {"ten years": "ten_years_office", "one year": "large_office"}[request.param]
    office: Office = request.getfixturevalue(name)
    return office


@pytest.fixture
def full_services(full_office: Office) -> Iterator[Services]:
    opened = open_office(full_office.folder)
    yield opened
    opened.close()


@pytest.fixture
def services(large_office: Office) -> Iterator[Services]:
    opened = open_office(large_office.folder)
    yield opened
    opened.close()


def _draft(dice: random.Random, number: int, units: list[str]) -> RegistrationDraft:
    place = f"{dice.choice(_FIRST)} {dice.choice(_SECOND)}"
    return RegistrationDraft(
        unit_id=dice.choice(units),
        name=f"{dice.choice(_DEEDS)} thôn {place} {number}",
        lead_body=f"{dice.choice(_BODIES)} thôn {place}",
        sector_code=dice.choice(("KT", "VHXH", "QPAN", "HTCT")),
        subject_type=dice.choice(tuple(SubjectType)),
        kind=RegistrationKind.NEW if dice.random() < 0.7 else RegistrationKind.MAINTAIN,
        registered_on=date(2017, 1, 5) + timedelta(days=dice.randrange(90)),
        people_count=dice.choice((None, dice.randrange(300))),
        cost=dice.choice((None, dice.randrange(500) * 1_000_000)),
        work_days=dice.choice((None, Decimal(dice.randrange(400)) / 2)),
        land_area=dice.choice((None, Decimal(dice.randrange(9000)) / 10)),
        address=f"Thôn {place}",
        content="Tuyên truyền, vận động hội viên và Nhân dân cùng tham gia.",
    )
