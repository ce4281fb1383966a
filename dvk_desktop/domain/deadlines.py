"""Deadlines by step, and exceptions for one unit (thời hạn).

A step has an on-time date and, if the office wants one, a closing date. What comes between the
two is kept and counted as late; both dates are still inside.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.terms import Labelled
from dvk_desktop.domain.words import Wording


class CampaignStep(Labelled):
    """A step of the year that has a deadline (bước trong năm)."""

    REGISTRATION = "registration", "Đăng ký mô hình"
    RECOGNITION = "recognition", "Công nhận ở cơ sở"
    DOSSIER = "dossier", "Gửi hồ sơ đề nghị cấp trên"
    CEREMONY = "ceremony", "Biểu dương, trao giấy chứng nhận"


class DeadlineStatus(Labelled):
    """Where a step stands on a day (tình trạng thời hạn)."""

    OPEN = "open", "Còn hạn"
    LATE_BUT_OPEN = "late_but_open", "Quá hạn, vẫn nhận"
    CLOSED = "closed", "Đã khóa"


@dataclass(frozen=True, slots=True)
class Deadline:
    """The dates of one step; without ``closing`` the step never closes (thời hạn)."""

    step: CampaignStep
    on_time: date
    closing: date | None = None


@dataclass(frozen=True, slots=True)
class DeadlineException:
    """Other dates for one unit, with the reason (gia hạn cho đơn vị)."""

    unit_id: str
    step: CampaignStep
    on_time: date
    reason: str
    closing: date | None = None


class DeadlineError(DvkError):
    """The dates or the reason of a deadline are not usable (thời hạn không hợp lệ)."""

    code = "DEADLINE"
    template = "Thời hạn “{step}”: {problem} Hãy sửa rồi lưu lại."


class StepClosedError(DvkError):
    """The closing date of the step is over and the unit has no exception (đã khóa)."""

    code = "STEP_CLOSED"
    template = (
        "Bước “{step}” đã khóa sau ngày {day} nên không gửi được “{name}”. Nếu đăng ký đã đến"
        " trước ngày đó, hãy ghi đúng Ngày nhận đăng ký; nếu đơn vị được gia hạn, hãy ghi gia hạn"
        " ở Thiết lập, mục Thời hạn."
    )


# Dates of a real plan (2024): registration before 20/3, base recognition before 1/10, dossiers
# before 10/10; 15/10 is the traditional day of dân vận.
_DEFAULTS = {
    CampaignStep.REGISTRATION: (3, 20),
    CampaignStep.RECOGNITION: (10, 1),
    CampaignStep.DOSSIER: (10, 10),
    CampaignStep.CEREMONY: (10, 15),
}


def default_deadlines(year: int) -> tuple[Deadline, ...]:
    """Return the deadlines that a new campaign starts with, none of which closes."""
    return tuple(Deadline(step, date(year, month, day)) for step, (month, day) in _DEFAULTS.items())


def require_deadline(deadline: Deadline | DeadlineException) -> None:
    """Refuse a closing date before the on-time date and an exception without a reason.

    Raises:
        DeadlineError: Says which.
    """
    step = Wording(deadline.step.label)
    if deadline.closing is not None and deadline.closing < deadline.on_time:
        raise DeadlineError(step=step, problem=Wording("ngày khóa đứng trước ngày hết hạn."))
    if isinstance(deadline, DeadlineException) and not deadline.reason.strip():
        raise DeadlineError(step=step, problem=Wording("gia hạn phải ghi lý do."))


def exception_for(
    unit_id: str, step: CampaignStep, exceptions: Iterable[DeadlineException]
) -> DeadlineException | None:
    """Return the exception of a unit at a step; the latest date wins when there are several."""
    own = [each for each in exceptions if each.unit_id == unit_id and each.step is step]
    return max(own, key=lambda each: each.on_time, default=None)


def is_late(
    received_on: date, deadline: Deadline, exception: DeadlineException | None = None
) -> bool:
    """Say whether what came on ``received_on`` counts as late."""
    return received_on > (exception or deadline).on_time


def status(
    today: date, deadline: Deadline, exception: DeadlineException | None = None
) -> DeadlineStatus:
    """Return whether a step is open, late but open, or closed."""
    dates = exception or deadline
    if today <= dates.on_time:
        return DeadlineStatus.OPEN
    if dates.closing is not None and today > dates.closing:
        return DeadlineStatus.CLOSED
    return DeadlineStatus.LATE_BUT_OPEN


def require_open(
    name: str, day: date, deadline: Deadline, exception: DeadlineException | None = None
) -> None:
    """Refuse what comes after the closing date.

    Raises:
        StepClosedError: Says until when the step was open.
    """
    closing = (exception or deadline).closing
    if closing is not None and day > closing:
        step = Wording(deadline.step.label)
        raise StepClosedError(step=step, day=f"{closing:%d/%m/%Y}", name=name)


def days_left(today: date, deadline: Deadline, exception: DeadlineException | None = None) -> int:
    """Return the days until the on-time date; 0 on that day, negative when it is over."""
    return ((exception or deadline).on_time - today).days


def days_left_text(days: int) -> Wording:
    """Return the days left as a sentence part for lists and tasks."""
    if days > 0:
        return Wording("còn {days} ngày", {"days": days})
    if days == 0:
        return Wording("hết hạn hôm nay")
    return Wording("quá hạn {days} ngày", {"days": -days})
