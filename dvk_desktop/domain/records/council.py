"""Meetings and votes as they travel between layers (họp hội đồng)."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from dvk_desktop.domain.voting import Tally, VoteRule
from dvk_desktop.domain.words import Wording


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member of the council at one meeting (thành viên hội đồng)."""

    name: str
    title: str = ""
    role: str = ""
    is_present: bool = True


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting of the council (phiên họp)."""

    id: str
    campaign_id: str
    name: str
    held_on: date
    place: str
    members: tuple[MemberRow, ...]
    rule: VoteRule
    is_closed: bool
    minutes: str

    @property
    def present(self) -> int:
        """Return how many members are present."""
        return sum(member.is_present for member in self.members)


@dataclass(frozen=True, slots=True)
class VoteRow:
    """The count on one registration with what it came to (kết quả biểu quyết)."""

    registration_id: str
    name: str
    unit_name: str
    sector_code: str | None
    tally: Tally
    passed: bool
    passed_lower: bool
    share: Fraction
    explanation: Wording
