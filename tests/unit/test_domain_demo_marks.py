from decimal import Decimal

import pytest

from dvk_desktop.domain.demo_marks import demo_council_marks, demo_self_marks, demo_tally
from dvk_desktop.domain.scoring import (
    check_marks,
    classify,
    combine_sheets,
    default_form,
    default_forms,
    sheet_total,
)
from dvk_desktop.domain.voting import VoteRule, outcome, tally_problems

FORM = default_form()
SAMPLE = range(138)


def test_every_computer_makes_up_the_same_year():
    first = [sheet_total(FORM, demo_council_marks(FORM, index)).total for index in range(5)]
    assert first == [Decimal("87"), Decimal("88.5"), Decimal("59.5"), Decimal("87"), Decimal("84")]
    assert demo_self_marks(FORM, 7) == demo_self_marks(FORM, 7)
    assert demo_self_marks(FORM, 7) != demo_self_marks(FORM, 7, seed=1)


@pytest.mark.parametrize("form", default_forms(), ids=lambda form: form.subject_type.value)
def test_made_up_sheets_are_valid(form):
    sheets = [demo_self_marks(form, index) for index in SAMPLE]
    sheets += [demo_council_marks(form, index, member) for index in SAMPLE for member in range(3)]
    assert [problem for sheet in sheets for problem in check_marks(form, sheet)] == []


def test_the_made_up_year_is_plausible():
    codes = []
    for index in SAMPLE:
        result = combine_sheets(FORM, [demo_council_marks(FORM, index, m) for m in range(3)])
        codes.append(classify(FORM, result.score, result.zero_criteria).code)
    assert 0.85 <= 1 - codes.count("failed") / len(SAMPLE) <= 0.98
    assert set(codes) == {"excellent", "good", "passed", "failed"}


def test_made_up_votes_follow_the_scores():
    for worthy in (True, False):
        tallies = [demo_tally(index, worthy=worthy) for index in SAMPLE]
        assert not any(tally_problems(tally) for tally in tallies)
        assert {outcome(VoteRule(), tally).passed for tally in tallies} == {worthy}
