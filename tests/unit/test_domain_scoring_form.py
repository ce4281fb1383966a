import copy
import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_desktop.domain.scoring import (
    BadFormError,
    CombineMethod,
    Criterion,
    Marks,
    Rank,
    ScoringForm,
    classification,
    combine_sheets,
    default_form,
    default_forms,
    form_from_json,
    form_to_json,
    marks_from_json,
    sheet_total,
)
from dvk_desktop.domain.scoring_explanation import explain, explain_sheet
from dvk_desktop.domain.scoring_form_checks import form_problems
from dvk_desktop.domain.terms import SubjectType

FORM = default_form()
words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20).filter(str.strip)


@st.composite
def forms(draw):
    sizes = st.tuples(st.integers(1, 40), st.sampled_from([1, 2, 4, 8]))
    drawn = draw(st.lists(sizes, min_size=1, max_size=6))
    criteria = tuple(
        Criterion(f"c{i}", draw(words), Decimal(count) / size, Decimal(1) / size, draw(words))
        for i, (count, size) in enumerate(drawn)
    )
    best = sum((c.maximum for c in criteria), Decimal(0)) / 2
    ranks = (Rank("a", draw(words), best, draw(st.booleans())), Rank("b", draw(words), Decimal(0)))
    subject = draw(st.sampled_from([None, *SubjectType]))
    method = draw(st.sampled_from(CombineMethod))
    return ScoringForm(
        draw(words),
        subject,
        2,
        False,
        criteria,
        Decimal(3),
        Decimal(0),
        ranks,
        method=method,
        decimals=1,
    )


@given(forms())
def test_forms_travel_unchanged(form):
    assert form_from_json(json.loads(json.dumps(form_to_json(form)))) == form


@pytest.mark.parametrize("form", default_forms(), ids=lambda form: form.subject_type.value)
def test_the_examples_are_usable_and_say_that_they_are_examples(form):
    assert form_problems(form) == ()
    assert "mẫu, cần sửa theo hướng dẫn của tỉnh" in form.name
    assert form_from_json(form_to_json(form)) == form
    assert form.maximum == Decimal(100)


def changed(*path, value):
    plain = copy.deepcopy(form_to_json(FORM))
    place = plain
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return plain


@pytest.mark.parametrize(
    ("plain", "place"),
    [
        ([], ""),
        (changed("colour", value="red"), "colour"),
        (changed("name", value=5), "name"),
        (changed("version", value=True), "version"),
        (changed("version", value=0), "version"),
        (changed("is_example", value="yes"), "is_example"),
        (changed("subject_type", value="ship"), "subject_type"),
        (changed("method", value="guess"), "method"),
        (changed("decimals", value=9), "decimals"),
        (changed("criteria", value=[]), "criteria"),
        (changed("criteria", value={}), "criteria"),
        (changed("criteria", 1, "maximum", value=20.0), "criteria[2].maximum"),
        (changed("criteria", 1, "maximum", value="Infinity"), "criteria[2].maximum"),
        (changed("criteria", 1, "maximum", value="-1"), "criteria[2].maximum"),
        (changed("criteria", 1, "step", value="0"), "criteria[2].step"),
        (changed("criteria", 1, "step", value="0.3"), "criteria[2].step"),
        (changed("criteria", 1, "code", value="TC1"), "criteria[2].code"),
        (changed("criteria", 0, "title", value=" "), "criteria[1].title"),
        (changed("criteria", 0, value={"code": "x"}), "criteria[1].title"),
        (changed("ranks", value=[]), "ranks"),
        (changed("ranks", 0, "minimum", value="104"), "ranks[1].minimum"),
        (changed("ranks", 1, "minimum", value="95"), "ranks[2].minimum"),
        (changed("ranks", 3, "minimum", value="1"), "ranks[4]"),
        (changed("levels", 2, "minimum", value="85"), "levels[3].minimum"),
        (changed("caps", 0, "best_rank", value="gold"), "caps[1].best_rank"),
    ],
)
def test_a_bad_form_is_refused_with_the_place(plain, place):
    with pytest.raises(BadFormError) as refusal:
        form_from_json(plain)
    assert refusal.value.place == place


@pytest.mark.parametrize(
    ("plain", "place"),
    [
        ({"points": [], "bonus": "0", "deduction": "0"}, "points"),
        ({"points": {"TC1": 5}, "bonus": "0", "deduction": "0"}, "points.TC1"),
        ({"points": {}, "bonus": "x", "deduction": "0"}, "bonus"),
    ],
)
def test_bad_marks_are_refused_with_the_place(plain, place):
    with pytest.raises(BadFormError) as refusal:
        marks_from_json(plain)
    assert refusal.value.place == place


def test_all_problems_of_a_form_come_at_once():
    criterion = replace(FORM.criteria[0], title="", maximum=Decimal(0))
    form = replace(FORM, name="", criteria=(criterion, criterion))
    assert {problem.place for problem in form_problems(form)} >= {
        "name",
        "criteria[1].title",
        "criteria[2].code",
        "criteria[2].maximum",
    }


def test_the_formula_is_told_in_words():
    full = {criterion.code: criterion.maximum for criterion in FORM.criteria}
    sheets = [Marks({**full, "TC1": Decimal(points)}) for points in ("0", "0", "1")]
    result = combine_sheets(FORM, sheets)
    outcome = classification(FORM, result.score, zero_criteria=result.zero_criteria)
    assert [str(line) for line in explain(FORM, result, outcome)] == [
        "Điểm chung là trung bình cộng của 3 phiếu: (85 + 85 + 86) : 3 = 85,33.",
        "Chỉ làm tròn một lần ở kết quả cuối, đến 2 chữ số thập phân, "
        "từ 5 trở lên làm tròn lên.",
        "Theo điểm: 85,33 đạt mức “Tốt” (từ 80 điểm).",
        "Xếp loại: Tốt.",
        "Đủ điểm để đề nghị công nhận: cấp trên trực tiếp, cấp cơ sở.",
    ]  # fmt: skip


@given(forms(), st.lists(st.integers(0, 40), min_size=1, max_size=4))
def test_every_result_can_be_explained(form, counts):
    sheets = [
        Marks({c.code: min(c.maximum, c.step * count) for c in form.criteria}) for count in counts
    ]
    result = combine_sheets(form, sheets)
    outcome = classification(form, result.score, zero_criteria=result.zero_criteria)
    assert all(str(line).endswith(".") for line in explain(form, result, outcome))


def test_a_sheet_above_the_scale_explains_both_figures():
    full = {criterion.code: criterion.maximum for criterion in FORM.criteria}
    assert [
        str(line) for line in explain_sheet(sheet_total(FORM, Marks(full, bonus=Decimal(3))))
    ] == [
        "Tổng điểm = điểm các tiêu chí 100 + điểm thưởng 3 − điểm trừ 0 = 103.",
        "Điểm thưởng đưa tổng điểm lên 103, vượt thang 100 điểm; ghi cả hai.",
    ]
