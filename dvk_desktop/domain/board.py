"""How the board of what was sent decides (bảng theo dõi gửi nhận)."""

from collections.abc import Iterable
from datetime import date, datetime

from dvk_desktop.domain.deadlines import Deadline, DeadlineException
from dvk_desktop.domain.records.board import BoardState
from dvk_desktop.domain.records.exchange import PackageRow


def received_on(written_on: date | None, packages: Iterable[PackageRow]) -> date | None:
    """Return when something came that the sender dated ``written_on``.

    It is the day of the first package that can have held it; what was typed in from paper came
    on the day that it bears.
    """
    if written_on is None:
        return None
    days = sorted(day_of(package.happened_at) for package in packages)
    return next((day for day in days if day >= written_on), written_on)


def board_state(
    today: date, came: date | None, deadline: Deadline, exception: DeadlineException | None
) -> tuple[BoardState, int]:
    """Return where a unit stands with a step, and by how many days it is or was over."""
    due = (exception or deadline).on_time
    over = max(((came or today) - due).days, 0)
    if came is None:
        return (BoardState.OVERDUE if over else BoardState.WAITING), over
    return (BoardState.LATE if over else BoardState.ON_TIME), over


def day_of(stamp: str) -> date:
    """Return the day of a time in the log."""
    return datetime.fromisoformat(stamp).date()
