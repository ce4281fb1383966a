"""Which automatic backups stay."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dvk_desktop.domain.backup_retention import Retention, kept

START = datetime(2017, 1, 1, 8)
MOMENTS = st.dictionaries(
    st.integers(0, 200), st.integers(0, 60 * 24 * 800).map(lambda m: START + timedelta(minutes=m))
)
RULES = st.builds(Retention, *(st.integers(0, 15) for _ in range(4)))


@given(moments=MOMENTS, rule=RULES)
def test_the_newest_stays_and_nothing_is_invented(moments, rule):
    stay = kept(moments, rule)
    assert stay <= set(moments)
    if moments:
        assert max(moments.values()) in {moments[key] for key in stay}
    assert len(stay) <= max(1, rule.newest) + rule.daily + rule.weekly + rule.monthly


@given(moments=MOMENTS, rule=RULES)
def test_thinning_out_twice_removes_nothing_more(moments, rule):
    once = kept(moments, rule)
    assert kept({key: moments[key] for key in once}, rule) == once


def test_a_year_of_daily_backups_leaves_days_weeks_and_months():
    moments = {day: START + timedelta(days=day) for day in range(365)}
    stay = kept(moments, Retention(newest=3, daily=7, weekly=5, monthly=12))
    assert set(range(358, 365)) <= stay
    assert {(moments[key].year, moments[key].month) for key in stay} == {
        (2017, month) for month in range(1, 13)
    }
    assert len(stay) == 22
