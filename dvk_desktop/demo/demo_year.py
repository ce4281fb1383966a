"""The three offices of the sample year, their clock, and what has been told (năm mẫu)."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from dvk_desktop.bootstrap import open_office
from dvk_desktop.demo.places import COMMUNES, DemoPlaces
from dvk_desktop.demo.summary import DemoStep
from dvk_desktop.domain.progress import Progress
from dvk_desktop.domain.records.campaign import CampaignRow
from dvk_desktop.domain.words import Wording
from dvk_desktop.services.services import Services
from dvk_desktop.storage.unit_of_work import VIETNAM

YEAR = 2017
STEPS = 17
Tell = Callable[[DemoStep], None]


class DemoClock:
    """The office clock of the sample year: it stands at eight o'clock of a day we name."""

    def __init__(self) -> None:
        self._now = datetime(YEAR, 1, 9, 8, tzinfo=VIETNAM)

    def __call__(self) -> datetime:
        """Return the time."""
        return self._now

    def turn_to(self, month: int, day: int) -> None:
        """Go on to another day of the year."""
        self._now = datetime(YEAR, month, day, 8, tzinfo=VIETNAM)


@dataclass(frozen=True, slots=True)
class DemoOffice:
    """One office with its data folder open (văn phòng)."""

    code: str
    name: str
    folder: str
    services: Services
    file: str = ""

    def campaign(self) -> CampaignRow:
        """Return the campaign of the sample year in this office."""
        return self.services.campaigns.of_year(YEAR)


class DemoYear:
    """What the steps share."""

    def __init__(self, places: DemoPlaces, progress: Progress, tell: Tell) -> None:
        self.places = places
        self.progress = progress
        self.clock = DemoClock()
        self.steps: list[DemoStep] = []
        self.files: dict[str, str] = {}
        self.conflicts = 0
        self._tell = tell
        self._since = time.perf_counter()
        yen_phong, yen_thinh = COMMUNES
        self.district = self._office("H00", "Ban Dân vận Huyện ủy Yên Mô", "huyen-yen-mo")
        self.communes = (
            self._office("X13", "Đảng ủy xã Yên Phong", yen_phong, "02-xa-yen-phong.xlsx"),
            self._office(
                "X01", "Đảng ủy thị trấn Yên Thịnh", yen_thinh, "05-thi-tran-yen-thinh.xlsx"
            ),
        )

    @property
    def offices(self) -> tuple[DemoOffice, ...]:
        """All three, the district first."""
        return (self.district, *self.communes)

    def today(self) -> date:
        """Return the day that the clock stands at."""
        return self.clock().date()

    def keep(self, name: str, path: Path) -> Path:
        """Note a file that is left behind."""
        self.files[name] = str(path)
        return path

    def told(self, template: str, **facts: object) -> None:
        """Say that a step is finished.

        Raises:
            Cancelled: The person pressed "Dừng".
        """
        now = time.perf_counter()
        step = DemoStep(Wording(template, facts), now - self._since)
        self._since = now
        self.steps.append(step)
        self._tell(step)
        self.progress.step(min(len(self.steps), STEPS), STEPS, str(step.wording))

    def close(self) -> None:
        """Release the databases."""
        for office in self.offices:
            office.services.close()

    def _office(self, code: str, name: str, folder: str, file: str = "") -> DemoOffice:
        services = open_office(self.places.data(folder), clock=self.clock, actor="Năm mẫu")
        return DemoOffice(code, name, folder, services, file)
