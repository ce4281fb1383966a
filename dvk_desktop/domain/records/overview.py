"""What one campaign comes to today, for the first page (tổng quan)."""

from dataclasses import dataclass
from datetime import date

from dvk_desktop.domain.deadlines import CampaignStep, DeadlineStatus
from dvk_desktop.domain.terms import Labelled, RegistrationState

_S = RegistrationState


class Stage(Labelled):
    """States that a leader looks at together (giai đoạn)."""

    WAITING = "waiting", "Chưa tiếp nhận"
    RUNNING = "running", "Đang thực hiện"
    SCORED = "scored", "Đã chấm"
    RECOGNISED = "recognised", "Được công nhận"
    STOPPED = "stopped", "Không đạt, đã dừng"


STAGE_STATES: dict[Stage, tuple[RegistrationState, ...]] = {
    Stage.WAITING: (_S.DRAFT, _S.SUBMITTED, _S.RETURNED),
    Stage.RUNNING: (_S.ACCEPTED, _S.IN_PROGRESS),
    Stage.SCORED: (_S.SELF_SCORED, _S.APPRAISED),
    Stage.RECOGNISED: (_S.RECOGNISED, _S.MAINTAINED),
    Stage.STOPPED: (_S.NOT_RECOGNISED, _S.SUSPENDED, _S.ENDED, _S.REVOKED, _S.MERGED),
}


class WaitingTask(Labelled):
    """Work that waits for the office itself (việc chờ tôi)."""

    CONFLICTS = "conflicts", "Xung đột dữ liệu cần chọn giá trị đúng"
    SUBMITTED = "submitted", "Đăng ký đã gửi, chờ tiếp nhận"
    DRAFTS = "drafts", "Bản nháp đăng ký chưa gửi"
    RETURNED = "returned", "Đăng ký đã trả lại, chờ đơn vị bổ sung"
    SILENT_UNITS = "silent_units", "Đơn vị chưa có đăng ký nào"
    TO_SCORE = "to_score", "Mô hình đã tự chấm, chờ Hội đồng chấm"
    TO_DECIDE = "to_decide", "Mô hình đã thẩm định, chờ đưa vào quyết định"
    DECISION_DRAFTS = "decision_drafts", "Dự thảo quyết định chờ ký"
    TO_PRINT = "to_print", "Giấy chứng nhận chờ in"


@dataclass(frozen=True, slots=True)
class SectorCount:
    """The registrations of one sector by state; without a code, those that have none."""

    code: str | None
    name: str
    by_state: dict[RegistrationState, int]

    @property
    def total(self) -> int:
        """All registrations of the sector."""
        return sum(self.by_state.values())

    def of(self, stage: Stage) -> int:
        """Return the registrations in one stage."""
        return sum(self.by_state.get(state, 0) for state in STAGE_STATES[stage])


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """The dates of one step as they stand today (thời hạn)."""

    step: CampaignStep
    on_time: date
    closes_on: date | None
    days_left: int
    status: DeadlineStatus
    exceptions: int = 0


@dataclass(frozen=True, slots=True)
class Overview:
    """All figures of the first page (tổng quan).

    ``units`` counts the units that take part; ``registering_units`` those that have a
    registration. ``waiting`` holds only what there is something of, the most urgent first.
    """

    units: int
    registering_units: int
    sectors: tuple[SectorCount, ...]
    late: int
    self_scored: int
    judged: int
    certificates: int
    deadlines: tuple[DeadlineLine, ...]
    waiting: tuple[tuple[WaitingTask, int], ...]

    @property
    def registrations(self) -> int:
        """All registrations of the campaign."""
        return sum(sector.total for sector in self.sectors)

    @property
    def by_state(self) -> dict[RegistrationState, int]:
        """How many there are in each state that occurs, in the order of the year."""
        totals = {
            state: sum(sector.by_state.get(state, 0) for sector in self.sectors)
            for state in RegistrationState
        }
        return {state: count for state, count in totals.items() if count}

    def of(self, stage: Stage) -> int:
        """Return the registrations in one stage."""
        return sum(sector.of(stage) for sector in self.sectors)
