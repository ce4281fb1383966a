"""What the sample year did, with counts that are held against each other (tổng kết năm mẫu)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dvk_desktop.domain.demo_marks import DEMO_SEED
from dvk_desktop.domain.words import Wording

_NOTE = "Điểm và phiếu biểu quyết được sinh từ một hạt giống cố định; người ký là tên minh họa."


@dataclass(frozen=True, slots=True)
class DemoStep:
    """One step that was done, in words with its counts, and how long it took (bước)."""

    wording: Wording
    seconds: float


@dataclass(frozen=True, slots=True)
class DemoCheck:
    """Two counts that must be equal (đối chiếu)."""

    wording: Wording
    expected: Any
    found: Any

    @property
    def agrees(self) -> bool:
        """Say whether they are."""
        return bool(self.expected == self.found)


@dataclass(frozen=True, slots=True)
class DemoSummary:
    """The whole year in figures; ``files`` names everything that was left behind (tổng kết)."""

    registrations: int
    by_field: Mapping[str, int]
    late: int
    ranks: Mapping[str, int]
    recognised: int
    not_recognised: int
    certificates: int
    conflicts: int
    files: Mapping[str, str]
    steps: tuple[DemoStep, ...]
    checks: tuple[DemoCheck, ...]
    seed: int = DEMO_SEED

    @property
    def agrees(self) -> bool:
        """Say whether all counts agree with each other."""
        return all(check.agrees for check in self.checks)

    @property
    def seconds(self) -> float:
        """Return how long the year took."""
        return sum(step.seconds for step in self.steps)

    def members(self) -> dict[str, Any]:
        """Return the summary as programs read it; sentences stay translatable."""
        return {
            "registrations": self.registrations,
            "by_field": dict(self.by_field),
            "late": self.late,
            "ranks": dict(self.ranks),
            "recognised": self.recognised,
            "not_recognised": self.not_recognised,
            "certificates": self.certificates,
            "conflicts_settled": self.conflicts,
            "agrees": self.agrees,
            "files": dict(self.files),
            "checks": [
                {
                    "what": check.wording,
                    "expected": check.expected,
                    "found": check.found,
                    "agrees": check.agrees,
                }
                for check in self.checks
            ],
            "steps": [
                {"text": step.wording, "seconds": round(step.seconds, 3)} for step in self.steps
            ],
            "seconds": round(self.seconds, 3),
            "seed": self.seed,
            "note": Wording(_NOTE),
        }
