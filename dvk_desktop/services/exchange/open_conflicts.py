"""What an open conflict holds up: papers of its own record, and nothing else (xung đột còn mở)."""

from collections.abc import Iterable, Mapping

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.models import Conflict, ScoreSheet, VoteCount
from dvk_desktop.storage.unit_of_work import UnitOfWork


class OpenConflictError(DvkError):
    """A registration has two values waiting for a person (còn xung đột dữ liệu)."""

    code = "OPEN_CONFLICT"
    template = "“{name}” còn xung đột dữ liệu chưa xử lý. Hãy chọn giá trị đúng rồi thử lại."


def held_up_ids(work: UnitOfWork, registration_ids: Iterable[str]) -> tuple[str, ...]:
    """Return which of the registrations wait for a person.

    What a paper rests on belongs to it: the registration, its score sheets and its votes.
    """
    waiting = {row.record_id for row in work.find(Conflict, resolution="")}
    if not waiting:
        return ()
    sheets = {one.registration_id for one in work.find(ScoreSheet) if one.id in waiting}
    votes = {one.registration_id for one in work.find(VoteCount) if one.id in waiting}
    waiting |= sheets | votes
    return tuple(one for one in registration_ids if one in waiting)


def require_settled(work: UnitOfWork, names: Mapping[str, str]) -> None:
    """Refuse while one of the registrations has an open conflict, naming each that has.

    Raises:
        OpenConflictError: There is one.
    """
    named = [names[one] for one in held_up_ids(work, names)]
    if named:
        raise OpenConflictError(name="”, “".join(named))
