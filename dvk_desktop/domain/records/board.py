"""Who should have sent what by when, and what came (bảng theo dõi gửi nhận)."""

from dataclasses import dataclass
from datetime import date

from dvk_desktop.domain.deadlines import CampaignStep
from dvk_desktop.domain.records.exchange import PackageRow
from dvk_desktop.domain.terms import Labelled


class BoardState(Labelled):
    """Where a unit stands with one step (tình trạng gửi)."""

    WAITING = "waiting", "Chưa gửi, còn hạn"
    OVERDUE = "overdue", "Quá hạn, chưa gửi"
    ON_TIME = "on_time", "Đã nhận đúng hạn"
    LATE = "late", "Đã nhận, muộn"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """One unit and one step (dòng của bảng theo dõi).

    ``count`` is how many registrations, recognised models or dossiers came; ``packages`` are
    those of the unit, the newest first; ``missing`` names the parts that did not arrive, such as
    "2/3".
    """

    unit_id: str
    unit_code: str
    unit_name: str
    step: CampaignStep
    due: date
    closes: date | None
    is_extended: bool
    received_on: date | None
    count: int
    state: BoardState
    days_over: int
    packages: tuple[PackageRow, ...] = ()
    missing: tuple[str, ...] = ()
    conflicts: int = 0

    @property
    def id(self) -> str:
        """What the row is known by."""
        return f"{self.unit_id} {self.step.value}"

    @property
    def is_corrected(self) -> bool:
        """Whether a newer package has taken the place of an earlier one."""
        sets = {package.set_id or package.package_id for package in self.packages}
        return len(sets) > 1 and self.received_on is not None

    @property
    def needs_look(self) -> bool:
        """Whether a person must act on what came."""
        return bool(self.missing) or self.conflicts > 0
