from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_desktop.domain.scoring import (
    BadMarksError,
    Marks,
    SheetTotal,
    check_marks,
    default_form,
    marks_from_json,
    marks_to_json,
    require_marks,
    sheet_total,
)

FORM = default_form()
FULL = {criterion.code: criterion.maximum for criterion in FORM.criteria}


@st.composite
def sheets(draw):
    points = {c.code: c.step * draw(st.integers(0, int(c.maximum / c.step))) for c in FORM.criteria}
    return Marks(points, Decimal(draw(st.integers(0, 3))), Decimal(draw(st.integers(0, 3))))


def test_the_example_adds_up_to_100():
    assert (FORM.maximum, FORM.is_example) == (Decimal(100), True)


def test_a_bonus_lifts_the_total_above_the_scale_and_both_are_shown():
    total = sheet_total(FORM, Marks(FULL, bonus=Decimal(3)))
    assert total == SheetTotal(Decimal(100), Decimal(3), Decimal(0), Decimal(103), (), ())
    assert total.within_scale == Decimal(100)


def test_zero_and_missing_criteria_are_told_apart():
    points = {**FULL, "TC2": Decimal(0)}
    del points["TC3"]
    total = sheet_total(FORM, Marks(points))
    assert (total.zero_criteria, total.missing, total.total) == (("TC2",), ("TC3",), Decimal(60))


def test_a_deduction_never_leads_below_zero():
    assert sheet_total(FORM, Marks({"TC1": Decimal(1)}, deduction=Decimal(3))).total == Decimal(0)


def test_all_problems_come_at_once_in_the_order_of_the_form():
    points = {
        "TC1": Decimal(16),
        "TC2": Decimal("1.3"),
        "TC3": Decimal(-1),
        "TC4": Decimal("NaN"),
        "TC6": Decimal(1),
        "X": Decimal(1),
    }
    problems = check_marks(FORM, Marks(points, bonus=Decimal(4), deduction=Decimal(-1)))
    places = [problem.place for problem in problems]
    assert places == ["TC1", "TC2", "TC3", "TC4", "TC5", "X", "bonus", "deduction"]
    assert "vượt mức tối đa 15" in str(problems[0].wording)
    assert str(problems[6].wording) == "Điểm thưởng: 4 không nằm trong khoảng từ 0 đến 3."


def test_a_draft_may_lack_criteria():
    assert check_marks(FORM, Marks({"TC1": Decimal(1)}), may_be_incomplete=True) == ()


def test_a_bad_sheet_is_refused_with_its_problems():
    with pytest.raises(BadMarksError, match="Chưa chấm tiêu chí") as refusal:
        require_marks(FORM, Marks({}))
    assert len(refusal.value.problems) == len(FORM.criteria)


@given(sheets())
def test_sheets_on_the_steps_are_accepted_and_travel_unchanged(marks):
    assert check_marks(FORM, marks) == ()
    assert marks_from_json(marks_to_json(marks)) == marks


@given(sheets(), st.randoms(use_true_random=False))
def test_the_total_does_not_depend_on_the_order_of_entry(marks, random):
    items = list(marks.points.items())
    random.shuffle(items)
    shuffled = Marks(dict(items), marks.bonus, marks.deduction)
    assert sheet_total(FORM, shuffled) == sheet_total(FORM, marks)
