"""A real data folder for every test: the office of Yên Mô, its campaign of 2017, a steady clock."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from dvk_desktop.domain.records.campaign import CampaignRow
from dvk_desktop.domain.records.office import OfficeRow
from dvk_desktop.domain.records.registration import RegistrationDraft
from dvk_desktop.domain.records.unit import UnitDraft
from dvk_desktop.services.services import Services
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.engine import open_engine
from dvk_desktop.storage.unit_of_work import VIETNAM, Database
from dvk_desktop.storage.upgrade import upgrade_file


class SteadyClock:
    """Tells the time that a test sets; every look takes one second."""

    def __init__(self) -> None:
        self.now = datetime(2017, 3, 1, 8, 0, tzinfo=VIETNAM)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def pass_by(self, **time: float) -> None:
        """Let time pass, or run backwards."""
        self.now += timedelta(**time)


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the current schema, laid down once and copied by each test."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    upgrade_file(path)
    return path


@pytest.fixture
def clock() -> SteadyClock:
    return SteadyClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The office's data folder; it lies in a path that careless code would trip over."""
    path = tmp_path / "Dữ liệu 100% văn phòng?"
    path.mkdir()
    return path


@pytest.fixture
def database(folder: Path, clock: SteadyClock, empty_database: Path) -> Iterator[Database]:
    """A database without an owner."""
    path = DataFolder(folder).database
    path.write_bytes(empty_database.read_bytes())
    opened = Database(open_engine(path), clock, actor="Nguyễn Thị Hòa")
    yield opened
    opened.close()


@pytest.fixture
def services(database: Database, folder: Path) -> Services:
    return Services(database, folder)


@pytest.fixture
def office(services: Services) -> OfficeRow:
    """The district office, founded."""
    services.office.found(code="YM", name="Ban Dân vận Huyện ủy Yên Mô", level="district")
    return services.office.office()


@pytest.fixture
def campaign(services: Services, office: OfficeRow) -> CampaignRow:
    """The campaign of 2017."""
    services.campaigns.create(2017)
    return services.campaigns.of_year(2017)


@pytest.fixture
def commune(services: Services, office: OfficeRow) -> str:
    """The id of one commune below the office."""
    return services.units.save(UnitDraft("YM-KD", "Xã Khánh Dương", "commune", office.unit_id))[0]


@pytest.fixture
def register(services: Services, campaign: CampaignRow, commune: str) -> Callable[..., str]:
    """Register a model of the commune by its name; returns its id."""

    def _register(name: str = "Thắp sáng đường quê", **items: object) -> str:
        draft = RegistrationDraft(unit_id=commune, name=name, **items)
        return services.registrations.register(campaign.id, draft)[0]

    return _register
