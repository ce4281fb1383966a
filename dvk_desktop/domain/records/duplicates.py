"""Registrations that may be one, as they are shown to the person who decides (nghi trùng)."""

from dataclasses import dataclass

from dvk_desktop.domain.duplicates import SUSPICIOUS, DuplicateReason
from dvk_desktop.domain.terms import RegistrationKind, RegistrationState
from dvk_desktop.domain.words import Wording


@dataclass(frozen=True, slots=True)
class DuplicateMember:
    """One registration of a group (đăng ký trong nhóm)."""

    registration_id: str
    name: str
    unit_id: str
    unit_name: str
    lead_body: str
    address: str
    kind: RegistrationKind | None
    state: RegistrationState
    co_unit_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """A registration that looks like what is being typed (đăng ký giống tên đang gõ)."""

    member: DuplicateMember
    reason: DuplicateReason
    score: int

    @property
    def is_suspicious(self) -> bool:
        """Say whether it may really be the same."""
        return self.reason in SUSPICIOUS

    @property
    def wording(self) -> Wording:
        """The reason in words."""
        return Wording(self.reason.label)


@dataclass(frozen=True, slots=True)
class DuplicateGroup:
    """Registrations that may be one (nhóm nghi trùng)."""

    members: tuple[DuplicateMember, ...]
    reason: DuplicateReason
    score: int

    @property
    def is_suspicious(self) -> bool:
        """Say whether they may really be the same."""
        return self.reason in SUSPICIOUS

    @property
    def wording(self) -> Wording:
        """The reason in words."""
        return Wording(self.reason.label)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the members."""
        return tuple(member.registration_id for member in self.members)
