"""A scoring form: criteria, ranks, caps and how sheets are combined (phiếu chấm điểm).

Provinces replace their sheets every one to three years, so all of it is data; the program only
knows what the parts mean. Ranks and levels stand best first, and the last rank starts at 0.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from dvk_desktop.domain.terms import Labelled, SubjectType


class CombineMethod(Labelled):
    """How the sheets of several scorers become one figure (cách tính điểm chung)."""

    MEAN = "mean", "Trung bình cộng"
    MEDIAN = "median", "Trung vị"
    TRIMMED_MEAN = "trimmed_mean", "Trung bình cộng sau khi bỏ điểm cao nhất và thấp nhất"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of the sheet (tiêu chí)."""

    code: str
    title: str
    maximum: Decimal
    step: Decimal
    guidance: str = ""
    must_not_be_zero: bool = False
    group: str = ""
    needs_evidence: bool = False


@dataclass(frozen=True, slots=True)
class Rank:
    """A classification that a result falls into (xếp loại)."""

    code: str
    label: str
    minimum: Decimal
    no_zero_criterion: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """What a result must reach to be proposed at a level of recognition (cấp công nhận)."""

    code: str
    label: str
    minimum: Decimal
    no_zero_criterion: bool = False


@dataclass(frozen=True, slots=True)
class Cap:
    """A circumstance that limits the rank (điều kiện khống chế)."""

    code: str
    label: str
    best_rank: str


@dataclass(frozen=True)
class ScoringForm:
    """One version of a sheet with its rules of result (phiếu chấm điểm)."""

    name: str
    subject_type: SubjectType | None
    version: int
    is_example: bool
    criteria: tuple[Criterion, ...]
    bonus_maximum: Decimal
    deduction_maximum: Decimal
    ranks: tuple[Rank, ...]
    levels: tuple[Level, ...] = ()
    caps: tuple[Cap, ...] = ()
    method: CombineMethod = CombineMethod.MEAN
    decimals: int = 2

    @cached_property
    def maximum(self) -> Decimal:
        """Return the points of a perfect sheet without bonus (thang điểm)."""
        return sum((criterion.maximum for criterion in self.criteria), Decimal(0))

    def criterion(self, code: str) -> Criterion | None:
        """Return the criterion of that code, or None when the form has none."""
        return next((each for each in self.criteria if each.code == code), None)


EXAMPLE_NOTE: Final = "mẫu, cần sửa theo hướng dẫn của tỉnh"
"""Stands in the name of every form that no province has issued."""
