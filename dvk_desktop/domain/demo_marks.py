"""Made-up scores and votes for the sample year (điểm và phiếu minh họa).

Nothing here was ever given by anybody. Each value follows from a seed and the registration's
place in the list alone, so that every computer makes up the same year.
"""

from decimal import Decimal
from random import Random
from typing import Final

from dvk_desktop.domain.marks import Marks
from dvk_desktop.domain.scoring_form import Criterion, ScoringForm
from dvk_desktop.domain.terms import VoteChoice
from dvk_desktop.domain.voting import Tally, count_ballots

DEMO_SEED: Final = 2017
_WEAK_SHARE: Final = 0.08
_ZERO_SHARE: Final = 0.03


def _stream(seed: int, index: int, purpose: str) -> Random:
    # Text seeds are hashed with SHA-512 and random() is the one method whose sequence Python
    # promises to keep, so the numbers are the same on every platform and version.
    return Random(f"{seed}/{index}/{purpose}")


def _quality(seed: int, index: int) -> float:
    """Return how good the registration is said to be, between 0.55 and 0.97."""
    stream = _stream(seed, index, "quality")
    if stream.random() < _WEAK_SHARE:
        return 0.55 + 0.10 * stream.random()
    return 0.74 + 0.23 * (stream.random() + stream.random()) / 2


def _points(criterion: Criterion, share: float) -> Decimal:
    steps = int(criterion.maximum / criterion.step)
    chosen = min(steps, max(1, round(share * steps)))
    return criterion.step * chosen


def _marks(form: ScoringForm, stream: Random, quality: float, spread: float) -> Marks:
    points = {
        criterion.code: _points(criterion, quality + spread * (2 * stream.random() - 1))
        for criterion in form.criteria
    }
    bonus = min(form.bonus_maximum, Decimal(1)) if stream.random() < quality - 0.7 else Decimal(0)
    late = stream.random() < 0.04
    return Marks(points, bonus, min(form.deduction_maximum, Decimal(1)) if late else Decimal(0))


def demo_self_marks(form: ScoringForm, index: int, *, seed: int = DEMO_SEED) -> Marks:
    """Return a made-up self-score, a little kinder than the council's."""
    return _marks(form, _stream(seed, index, "self"), _quality(seed, index) + 0.03, 0.04)


def demo_council_marks(
    form: ScoringForm, index: int, member: int = 0, *, seed: int = DEMO_SEED
) -> Marks:
    """Return the made-up sheet of one council member; a few have a criterion at 0."""
    marks = _marks(form, _stream(seed, index, f"council {member}"), _quality(seed, index), 0.06)
    if _stream(seed, index, "zero").random() >= _ZERO_SHARE:
        return marks
    last = form.criteria[-1].code
    return Marks({**marks.points, last: Decimal(0)}, marks.bonus, marks.deduction)


def demo_tally(
    index: int, *, members: int = 9, absent: int = 1, worthy: bool, seed: int = DEMO_SEED
) -> Tally:
    """Return a made-up secret ballot.

    Args:
        index: The registration's place in the list.
        members: All members of the council.
        absent: How many of them are away, without a written opinion.
        worthy: Whether the result of scoring speaks for recognition.
        seed: The seed of the made-up year.
    """
    stream = _stream(seed, index, "votes")
    return count_ballots(
        members, members - absent, [_ballot(stream, worthy) for _ in range(members - absent)]
    )


def _ballot(stream: Random, worthy: bool) -> VoteChoice:
    drawn = stream.random()
    if worthy:
        if drawn < 0.96:
            return VoteChoice.AGREE
        return VoteChoice.ABSTAIN if drawn < 0.98 else VoteChoice.DISAGREE
    if drawn < 0.15:
        return VoteChoice.AGREE
    return VoteChoice.ABSTAIN if drawn < 0.25 else VoteChoice.DISAGREE
