from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_desktop.domain.deadlines import (
    CampaignStep,
    Deadline,
    DeadlineError,
    DeadlineException,
    DeadlineStatus,
    days_left,
    days_left_text,
    default_deadlines,
    exception_for,
    is_late,
    require_deadline,
    status,
)

STEP = CampaignStep.REGISTRATION
DEADLINE = Deadline(STEP, date(2017, 3, 20), date(2017, 3, 31))
LONGER = DeadlineException("u1", STEP, date(2017, 4, 5), "Sáp nhập xóm", date(2017, 4, 10))
days = st.dates(date(2017, 1, 1), date(2017, 12, 31))


def test_the_dates_of_a_year():
    assert [deadline.on_time for deadline in default_deadlines(2017)] == [
        date(2017, 3, 20),
        date(2017, 10, 1),
        date(2017, 10, 10),
        date(2017, 10, 15),
    ]


@pytest.mark.parametrize(
    ("day", "exception", "expected"),
    [
        (date(2017, 3, 20), None, (False, DeadlineStatus.OPEN, 0)),
        (date(2017, 3, 21), None, (True, DeadlineStatus.LATE_BUT_OPEN, -1)),
        (date(2017, 3, 31), None, (True, DeadlineStatus.LATE_BUT_OPEN, -11)),
        (date(2017, 4, 1), None, (True, DeadlineStatus.CLOSED, -12)),
        (date(2017, 4, 1), LONGER, (False, DeadlineStatus.OPEN, 4)),
        (date(2017, 4, 11), LONGER, (True, DeadlineStatus.CLOSED, -6)),
    ],
)
def test_days_around_a_deadline(day, exception, expected):
    found = (
        is_late(day, DEADLINE, exception),
        status(day, DEADLINE, exception),
        days_left(day, DEADLINE, exception),
    )
    assert found == expected


@given(days, days)
def test_a_step_without_a_closing_date_never_closes(today, on_time):
    deadline = Deadline(STEP, on_time)
    assert status(today, deadline) is not DeadlineStatus.CLOSED
    assert is_late(today, deadline) == (days_left(today, deadline) < 0)


@given(days)
def test_time_never_reopens_a_step(today):
    order = list(DeadlineStatus)
    later = status(today + timedelta(days=1), DEADLINE)
    assert order.index(later) >= order.index(status(today, DEADLINE))


def test_the_latest_exception_of_the_unit_and_step_counts():
    earlier = DeadlineException("u1", STEP, date(2017, 3, 25), "x")
    other = DeadlineException("u2", STEP, date(2017, 5, 1), "x")
    assert exception_for("u1", STEP, [LONGER, earlier, other]) == LONGER
    assert exception_for("u1", CampaignStep.DOSSIER, [LONGER]) is None


@pytest.mark.parametrize(
    "bad",
    [
        Deadline(STEP, date(2017, 3, 20), date(2017, 3, 1)),
        DeadlineException("u1", STEP, date(2017, 4, 5), " "),
    ],
)
def test_unusable_deadlines_are_refused(bad):
    with pytest.raises(DeadlineError, match="Đăng ký mô hình"):
        require_deadline(bad)


@pytest.mark.parametrize(
    ("count", "text"), [(3, "còn 3 ngày"), (0, "hết hạn hôm nay"), (-2, "quá hạn 2 ngày")]
)
def test_days_left_in_words(count, text):
    assert str(days_left_text(count)) == text
