"""What another office may change here, and what not (quyền sửa): section 8 of the package format.

A signature says who wrote a package, not that all of it was theirs to write. The rules are pure;
``storage.authority`` finds the facts that they ask for.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum, auto

from dvk_desktop.domain.terms import RegistrationState
from dvk_desktop.domain.words import Wording

SET_FROM_ABOVE = frozenset({"level", "campaign", "sector", "deadline", "target"})
"""What only the office above sets for the ones below."""

OF_A_UNIT = frozenset(
    {"unit", "exemplar", "registration", "registration_event", "attachment", "site"}
)
"""What belongs to the branch of one unit."""

OF_AN_OFFICE = frozenset(
    {
        "score_sheet",
        "council_meeting",
        "vote_count",
        "decision",
        "decision_item",
        "certificate",
    }
)
"""What one office writes and answers for."""

TYPED_BESIDE = frozenset({"attachment", "site"})
"""What belongs to the text of a registration, in records of its own."""

STEP_FIELDS = frozenset(
    {"state", "open_fields", "submitted_on", "is_late", "campaign_id", "exemplar_id"}
)
"""The fields of a registration that tell where it stands; all others are its text."""

FROM_ABOVE_ONLY = Wording("Văn phòng cấp dưới không được sửa nội dung do cấp trên ban hành.")
OUTSIDE_BRANCH = Wording("Bản ghi này không thuộc đơn vị gửi hay đơn vị trực thuộc nơi gửi.")
OF_ANOTHER_OFFICE = Wording("Phiếu, biên bản, quyết định này do văn phòng khác lập.")
SHEET_BELOW = Wording("Cấp trên không được sửa phiếu điểm do cấp dưới lập.")
NOT_SUBMITTED = Wording("Cấp trên không được sửa nội dung đăng ký mà đơn vị chưa gửi.")
NOT_EXCHANGED = Wording("Loại bản ghi này là việc riêng của mỗi văn phòng, không nhận qua gói.")


class Writer(Enum):
    """Whose work a record is, as the receiver sees it (người lập)."""

    SENDER = auto()
    OURS = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a record that came in belongs, here (vị trí bản ghi).

    ``writer`` is the office that the record names or, for a record that names none, the one
    whose replica made it. ``is_by_sender`` says whether the incoming change itself was made on
    a computer of the sender's, and not only passed on.
    """

    is_in_branch: bool = True
    writer: Writer = Writer.SENDER
    is_by_sender: bool = True
    registration_state: RegistrationState | None = None


@dataclass(frozen=True, slots=True)
class Overstep:
    """A change that is not the sender's to make (vượt quyền).

    ``fields`` names the fields that are refused; empty when the whole record is.
    """

    reason: Wording
    fields: tuple[str, ...] = ()


def overstep_from_below(record_type: str, standing: Standing) -> Overstep | None:
    """Say why a change by an office below is refused, or that it is not."""
    if record_type in SET_FROM_ABOVE:
        return Overstep(FROM_ABOVE_ONLY)
    if record_type == "scoring_form":
        return None if standing.writer is Writer.SENDER else Overstep(FROM_ABOVE_ONLY)
    if record_type in OF_A_UNIT:
        return None if standing.is_in_branch else Overstep(OUTSIDE_BRANCH)
    if record_type in OF_AN_OFFICE:
        if standing.writer is Writer.OURS:
            return Overstep(OF_ANOTHER_OFFICE)
        if standing.writer is Writer.OTHER and standing.is_by_sender:
            return Overstep(OF_ANOTHER_OFFICE)
        return None if standing.is_in_branch else Overstep(OUTSIDE_BRANCH)
    return Overstep(NOT_EXCHANGED)


def overstep_from_above(
    record_type: str, standing: Standing, touched: Collection[str]
) -> Overstep | None:
    """Say why a change by an office above is refused, whole or of some fields, or that it is not.

    Args:
        record_type: As in the package.
        standing: Where the record belongs here.
        touched: The fields whose value would become another one, ``deleted`` among them.
    """
    if record_type == "score_sheet":
        is_forged = standing.writer is Writer.OTHER and standing.is_by_sender
        return Overstep(SHEET_BELOW) if standing.writer is Writer.OURS or is_forged else None
    if record_type == "signatory":
        return Overstep(NOT_EXCHANGED)
    if standing.registration_state is not RegistrationState.DRAFT:
        return None
    if record_type in TYPED_BESIDE:
        return Overstep(NOT_SUBMITTED)
    if record_type == "registration":
        text = tuple(sorted(name for name in touched if name not in STEP_FIELDS))
        return Overstep(NOT_SUBMITTED, text) if text else None
    return None
