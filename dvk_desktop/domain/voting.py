"""Votes of the council: quorum, base, share (biểu quyết).

Shares are exact fractions. Who has a conflict of interest takes no part and leaves the base;
who abstains stays in it. "Đồng ý ở mức thấp hơn" speaks against the level proposed and for the
one below, so an item can fail at its level and still pass at the lower one.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.exact_numbers import percent_text
from dvk_desktop.domain.terms import Labelled, VoteChoice
from dvk_desktop.domain.words import Wording


class VoteBase(Labelled):
    """What the share is counted of (cơ sở tính tỷ lệ)."""

    PRESENT = "present", "Thành viên có mặt"
    ALL = "all", "Toàn thể thành viên"


@dataclass(frozen=True, slots=True)
class VoteRule:
    """When a vote is valid and when it passes (quy tắc biểu quyết).

    Args:
        quorum: The share of all members that must be present.
        base: What the share of agreement is counted of.
        threshold: The share that decides.
        more_than: True when the threshold must be exceeded, False when reaching it is enough.
        counts_written: Whether written opinions of absent members are votes; with the base
            ``PRESENT`` they then also count in the base, but never towards the quorum.
    """

    quorum: Fraction = Fraction(2, 3)
    base: VoteBase = VoteBase.PRESENT
    threshold: Fraction = Fraction(1, 2)
    more_than: bool = True
    counts_written: bool = True


@dataclass(frozen=True, slots=True)
class Tally:
    """The count of one item (kết quả kiểm phiếu); ``written_*`` are opinions of the absent."""

    members: int
    present: int
    agree: int = 0
    disagree: int = 0
    lower: int = 0
    abstain: int = 0
    invalid: int = 0
    written_agree: int = 0
    written_disagree: int = 0
    written_lower: int = 0
    written_abstain: int = 0
    recused: int = 0

    @property
    def ballots(self) -> int:
        """Return the ballots taken in from members present (phiếu thu vào)."""
        return self.agree + self.disagree + self.lower + self.abstain + self.invalid

    @property
    def written(self) -> int:
        """Return the written opinions received (ý kiến bằng văn bản)."""
        return (
            self.written_agree + self.written_disagree + self.written_lower + self.written_abstain
        )

    @property
    def not_returned(self) -> int:
        """Return how many members present handed in nothing (phiếu không thu về)."""
        return self.present - self.recused - self.ballots


@dataclass(frozen=True, slots=True)
class VoteOutcome:
    """What the vote came to (kết quả biểu quyết)."""

    passed: bool
    share: Fraction
    quorum_reached: bool
    explanation: Wording
    passed_lower: bool = False
    in_favour: int = 0
    base: int = 0


class TallyError(DvkError):
    """The numbers of a count cannot be true together (số phiếu không khớp)."""

    code = "TALLY"
    template = "Số phiếu không khớp: {problem} Hãy kiểm phiếu lại và nhập cho đúng."

    def __init__(self, problem: Wording) -> None:
        super().__init__(problem=problem)


def count_ballots(
    members: int,
    present: int,
    ballots: Iterable[VoteChoice],
    written: Iterable[VoteChoice] = (),
    *,
    recused: int = 0,
) -> Tally:
    """Count ballots of members present and written opinions of absent ones (kiểm phiếu).

    An invalid written opinion counts as an abstention.
    """
    cast = Counter(ballots)
    sent = Counter(written)
    return Tally(
        members=members,
        present=present,
        agree=cast[VoteChoice.AGREE],
        disagree=cast[VoteChoice.DISAGREE],
        lower=cast[VoteChoice.LOWER],
        abstain=cast[VoteChoice.ABSTAIN],
        invalid=cast[VoteChoice.INVALID],
        written_agree=sent[VoteChoice.AGREE],
        written_disagree=sent[VoteChoice.DISAGREE],
        written_lower=sent[VoteChoice.LOWER],
        written_abstain=sent[VoteChoice.ABSTAIN] + sent[VoteChoice.INVALID],
        recused=recused,
    )


def tally_problems(tally: Tally) -> tuple[Wording, ...]:
    """Return what cannot be true in a count, all at once."""
    facts = {
        "members": tally.members,
        "present": tally.present,
        "ballots": tally.ballots,
        "written": tally.written,
        "absent": tally.members - tally.present,
        "voters": tally.present - tally.recused,
    }
    numbers = (getattr(tally, name) for name in Tally.__dataclass_fields__)
    checks = (
        (any(number < 0 for number in numbers), "có số nhỏ hơn 0."),
        (tally.members < 1, "Hội đồng chưa có thành viên."),
        (tally.present > tally.members, "có mặt {present} trong khi chỉ có {members} thành viên."),
        (
            tally.ballots > tally.present - tally.recused,
            "thu vào {ballots} phiếu trong khi chỉ có {voters} thành viên được bỏ phiếu.",
        ),
        (
            tally.written > tally.members - tally.present,
            "có {written} ý kiến bằng văn bản trong khi chỉ vắng {absent} thành viên.",
        ),
    )
    return tuple(Wording(template, facts) for wrong, template in checks if wrong)


def _base(rule: VoteRule, tally: Tally) -> int:
    if rule.base is VoteBase.ALL:
        return tally.members - tally.recused
    return tally.present - tally.recused + (tally.written if rule.counts_written else 0)


def _passes(rule: VoteRule, votes: int, base: int) -> bool:
    share = Fraction(votes, base) if base else Fraction(0)
    return share > rule.threshold if rule.more_than else share >= rule.threshold and votes > 0


def quorum_reached(rule: VoteRule, members: int, present: int) -> bool:
    """Say whether enough members are present for the meeting to be valid (đủ số họp)."""
    return members > 0 and Fraction(present, members) >= rule.quorum


def _explanation(
    rule: VoteRule, tally: Tally, *, enough: bool, passed: bool, passed_lower: bool
) -> Wording:
    if not enough:
        return Wording(
            "Có mặt {present}/{members} thành viên, chưa đủ {quorum} nên kết quả không có giá trị.",
            {
                "present": tally.present,
                "members": tally.members,
                "quorum": f"{rule.quorum.numerator}/{rule.quorum.denominator}",
            },
        )
    votes = tally.agree + (tally.written_agree if rule.counts_written else 0)
    base = _base(rule, tally)
    if passed:
        verdict = "Thông qua."
    elif passed_lower:
        verdict = "Không thông qua ở mức đề nghị; thông qua ở mức thấp hơn."
    else:
        verdict = "Không thông qua."
    needed = "trên {threshold}" if rule.more_than else "từ {threshold} trở lên"
    return Wording(
        "{agree}/{base} đồng ý ({share}), tính trên: {label}; cần {needed}. {verdict}",
        {
            "agree": votes,
            "base": base,
            "share": percent_text(Fraction(votes, base) if base else Fraction(0)),
            "label": Wording(rule.base.label),
            "needed": Wording(needed, {"threshold": percent_text(rule.threshold)}),
            "verdict": Wording(verdict),
        },
    )


def outcome(rule: VoteRule, tally: Tally) -> VoteOutcome:
    """Return whether an item passes, with the exact share and the sentence for the minutes.

    Raises:
        TallyError: The numbers cannot be true together.
    """
    for problem in tally_problems(tally):
        raise TallyError(problem)
    agree = tally.agree + (tally.written_agree if rule.counts_written else 0)
    lower = tally.lower + (tally.written_lower if rule.counts_written else 0)
    base = _base(rule, tally)
    enough = quorum_reached(rule, tally.members, tally.present)
    passed = enough and _passes(rule, agree, base)
    passed_lower = enough and not passed and lower > 0 and _passes(rule, agree + lower, base)
    return VoteOutcome(
        passed=passed,
        share=Fraction(agree, base) if base else Fraction(0),
        quorum_reached=enough,
        explanation=_explanation(
            rule, tally, enough=enough, passed=passed, passed_lower=passed_lower
        ),
        passed_lower=passed_lower,
        in_favour=agree,
        base=base,
    )


def rule_to_json(rule: VoteRule) -> dict[str, object]:
    """Return the rule as plain values; fractions travel as text such as "2/3"."""
    return {
        "quorum": str(rule.quorum),
        "base": rule.base.value,
        "threshold": str(rule.threshold),
        "more_than": rule.more_than,
        "counts_written": rule.counts_written,
    }


class BadVoteRuleError(DvkError):
    """A stored or received rule of voting cannot be used (quy tắc biểu quyết sai)."""

    code = "BAD_VOTE_RULE"
    template = "Quy tắc biểu quyết có mục “{place}” không hợp lệ. Hãy đặt lại trong đợt thi đua."


def _share(value: object, place: str) -> Fraction:
    try:
        share = Fraction(value) if isinstance(value, str) else None
    except (ValueError, ZeroDivisionError):
        share = None
    if share is None or not 0 <= share <= 1:
        raise BadVoteRuleError(place=place)
    return share


def rule_from_json(value: object) -> VoteRule:
    """Read a rule from plain values, strictly; an empty object is the usual rule.

    Raises:
        BadVoteRuleError: Names the part that is wrong.
    """
    if value == {}:
        return VoteRule()
    if not isinstance(value, dict) or set(value) != set(VoteRule.__dataclass_fields__):
        raise BadVoteRuleError(place="rule")
    for place in ("more_than", "counts_written"):
        if not isinstance(value[place], bool):
            raise BadVoteRuleError(place=place)
    if value["base"] not in list(VoteBase):
        raise BadVoteRuleError(place="base")
    return VoteRule(
        quorum=_share(value["quorum"], "quorum"),
        base=VoteBase(value["base"]),
        threshold=_share(value["threshold"], "threshold"),
        more_than=value["more_than"],
        counts_written=value["counts_written"],
    )
