from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_desktop.domain.terms import VoteChoice
from dvk_desktop.domain.voting import (
    BadVoteRuleError,
    Tally,
    TallyError,
    VoteBase,
    VoteRule,
    count_ballots,
    outcome,
    rule_from_json,
    rule_to_json,
    tally_problems,
)

MAJORITY = VoteRule()
OF_ALL = VoteRule(base=VoteBase.ALL)
EIGHTY = VoteRule(threshold=Fraction(4, 5), more_than=False)
SEVENTY_OF_ALL = VoteRule(base=VoteBase.ALL, threshold=Fraction(7, 10), more_than=False)
SPOKEN_ONLY = VoteRule(counts_written=False)
SIX_OF_NINE = Tally(9, 6, agree=5, disagree=1)


@pytest.mark.parametrize(
    ("rule", "tally", "expected"),
    [
        # rule, tally, (passed, share, quorum)
        (MAJORITY, SIX_OF_NINE, (True, Fraction(5, 6), True)),
        (OF_ALL, SIX_OF_NINE, (True, Fraction(5, 9), True)),
        (EIGHTY, SIX_OF_NINE, (True, Fraction(5, 6), True)),
        (SEVENTY_OF_ALL, SIX_OF_NINE, (False, Fraction(5, 9), True)),
        (MAJORITY, Tally(9, 5, agree=5), (False, Fraction(1), False)),
        (MAJORITY, Tally(10, 8, agree=4, disagree=4), (False, Fraction(1, 2), True)),
        (MAJORITY, Tally(10, 8, agree=4, abstain=4), (False, Fraction(1, 2), True)),
        (MAJORITY, Tally(10, 8, agree=5, invalid=3), (True, Fraction(5, 8), True)),
        (EIGHTY, Tally(10, 10, agree=8, disagree=2), (True, Fraction(4, 5), True)),
        (EIGHTY, Tally(9, 9, agree=7, disagree=2), (False, Fraction(7, 9), True)),
        (SEVENTY_OF_ALL, Tally(10, 7, agree=7), (True, Fraction(7, 10), True)),
        # Three of six present agree; three absent ones write that they agree.
        (MAJORITY, Tally(9, 6, agree=3, disagree=3, written_agree=3), (True, Fraction(2, 3), True)),
        (
            SPOKEN_ONLY,
            Tally(9, 6, agree=3, disagree=3, written_agree=3),
            (False, Fraction(1, 2), True),
        ),
        (OF_ALL, Tally(9, 6, agree=3, disagree=3, written_agree=2), (True, Fraction(5, 9), True)),
        # Written opinions do not make up for an empty room.
        (MAJORITY, Tally(9, 4, agree=4, written_agree=5), (False, Fraction(1), False)),
        # Who has a conflict of interest leaves the base, who abstains does not.
        (MAJORITY, Tally(9, 8, agree=4, disagree=3, recused=1), (True, Fraction(4, 7), True)),
        (MAJORITY, Tally(9, 8, agree=4, disagree=3, abstain=1), (False, Fraction(1, 2), True)),
        (MAJORITY, Tally(3, 2), (False, Fraction(0), True)),
        (MAJORITY, Tally(3, 3, recused=3), (False, Fraction(0), True)),
    ],
)
def test_cases_of_councils(rule, tally, expected):
    result = outcome(rule, tally)
    assert (result.passed, result.share, result.quorum_reached) == expected


def test_an_item_can_pass_at_the_lower_level_only():
    result = outcome(MAJORITY, Tally(9, 9, agree=4, lower=3, disagree=2))
    assert (result.passed, result.passed_lower) == (False, True)
    assert "thông qua ở mức thấp hơn" in str(result.explanation)


def test_the_sentence_for_the_minutes():
    assert str(outcome(EIGHTY, SIX_OF_NINE).explanation) == (
        "5/6 đồng ý (83,33 %), tính trên: Thành viên có mặt; cần từ 80 % trở lên. Thông qua."
    )


def test_the_sentence_without_quorum():
    assert str(outcome(MAJORITY, Tally(9, 5, agree=5)).explanation) == (
        "Có mặt 5/9 thành viên, chưa đủ 2/3 nên kết quả không có giá trị."
    )


def test_counting_ballots():
    ballots = [VoteChoice.AGREE] * 4 + [VoteChoice.INVALID, VoteChoice.LOWER]
    written = [VoteChoice.AGREE, VoteChoice.INVALID]
    assert count_ballots(9, 7, ballots, written) == Tally(
        9, 7, agree=4, lower=1, invalid=1, written_agree=1, written_abstain=1
    )


def test_ballots_that_were_not_handed_in_are_known():
    assert Tally(9, 8, agree=5, recused=1).not_returned == 2


@pytest.mark.parametrize(
    ("tally", "words"),
    [
        (Tally(0, 0), "chưa có thành viên"),
        (Tally(3, 4), "có mặt 4"),
        (Tally(3, 2, agree=3), "thu vào 3 phiếu"),
        (Tally(3, 3, agree=3, recused=1), "chỉ có 2 thành viên"),
        (Tally(3, 2, written_agree=2), "2 ý kiến bằng văn bản"),
        (Tally(3, 2, agree=-1), "nhỏ hơn 0"),
    ],
)
def test_counts_that_cannot_be_true_are_refused(tally, words):
    with pytest.raises(TallyError, match=words):
        outcome(MAJORITY, tally)


shares = st.fractions(min_value=0, max_value=1, max_denominator=12)
rules = st.builds(VoteRule, shares, st.sampled_from(VoteBase), shares, st.booleans(), st.booleans())


@st.composite
def tallies(draw):
    members = draw(st.integers(1, 30))
    present = draw(st.integers(0, members))
    choices = st.lists(st.sampled_from(VoteChoice), max_size=30)
    written = draw(choices)[: members - present]
    return count_ballots(members, present, draw(choices)[:present], written)


@given(tallies())
def test_counted_ballots_have_no_problem(tally):
    assert tally_problems(tally) == ()


@given(rules, tallies())
def test_one_more_agreement_never_loses_the_vote(rule, tally):
    better = [replace(tally, agree=tally.agree + 1)] if tally.not_returned else []
    for name in ("disagree", "lower", "abstain", "invalid"):
        if getattr(tally, name):
            fewer = {name: getattr(tally, name) - 1}
            better.append(replace(tally, agree=tally.agree + 1, **fewer))
    before = outcome(rule, tally)
    for more in better:
        after = outcome(rule, more)
        assert after.share > before.share
        assert after.passed >= before.passed


@given(rules, tallies())
def test_a_share_is_a_share_and_needs_the_quorum(rule, tally):
    result = outcome(rule, tally)
    assert 0 <= result.share <= 1
    assert not result.passed or result.quorum_reached
    assert not (result.passed and result.passed_lower)


@given(rules)
def test_rules_travel_unchanged(rule):
    assert rule_from_json(rule_to_json(rule)) == rule


@pytest.mark.parametrize(
    ("place", "value"),
    [("quorum", "3/2"), ("threshold", "1/0"), ("threshold", 0.5), ("base", "x"), ("more_than", 1)],
)
def test_a_bad_rule_is_refused_with_the_place(place, value):
    with pytest.raises(BadVoteRuleError, match=place):
        rule_from_json({**rule_to_json(MAJORITY), place: value})
