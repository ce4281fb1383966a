"""JSON fields of a package are checked for what pages and papers need of them."""

from dataclasses import asdict

import pytest

from dvk_desktop.domain.default_forms import default_forms
from dvk_desktop.domain.json_shapes import SHAPES, known_members
from dvk_desktop.domain.record_checking import checks_for
from dvk_desktop.domain.record_types import RECORD_TYPES
from dvk_desktop.domain.records.certificate import CertificateText
from dvk_desktop.domain.records.council import MemberRow
from dvk_desktop.domain.scoring_form_json import form_to_json
from dvk_desktop.domain.voting import Tally, VoteRule, rule_to_json

PAPER = asdict(
    CertificateText(["CỘNG HÒA"], "UBND", "GIẤY", "A", "B", "C", "D", "1", "Nay", ["KT."], "Ông C")
)
PERSON = {"name": "Bà A", "role": "chair", "is_present": True}
MARKS = {"points": {"1": "10"}, "bonus": "0", "deduction": "0"}

SOUND = {
    "texts": ["name", "goals"],
    "members": [PERSON, {"name": "Ông B", "newer": 1}],
    "counts": {"new": 3, "refused": 0},
    "tally": asdict(Tally(members=9, present=9, agree=7, disagree=2)),
    "signature": {"name": "Ông C", "title": "Chủ tịch", "form": "for_head", "newer": []},
    "wording": PAPER,
    "marks": MARKS,
    "form": form_to_json(default_forms()[0]),
    "vote_rule": rule_to_json(VoteRule()),
}


def test_every_shape_has_a_sound_example_here() -> None:
    assert set(SOUND) == set(SHAPES)
    named = {spec.shape for one in RECORD_TYPES.values() for spec in one.fields if spec.shape}
    assert named == set(SHAPES)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_sound_value_passes(shape: str) -> None:
    assert SHAPES[shape](SOUND[shape]) is None


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("value", [7, "chữ", True, [1], [{"name": 3}], {"name": []}])
def test_another_kind_of_value_is_complained_of(shape: str, value: object) -> None:
    assert SHAPES[shape](value) is not None


@pytest.mark.parametrize(
    ("shape", "value"),
    [
        ("members", [{**PERSON, "is_present": "có"}]),
        ("members", [{"name": ""}]),
        ("counts", {"new": -1}),
        ("counts", {"new": True}),
        ("tally", {"members": 5, "present": 5, "agree": 9}),
        ("tally", {"members": 5}),
        ("signature", {"name": "Ông C", "form": "king"}),
        ("wording", {**PAPER, "recipient": None}),
        ("wording", {**PAPER, "signature_lines": "KT."}),
        ("marks", {**MARKS, "points": {"1": "mười"}}),
        ("marks", {}),
        ("vote_rule", {**SOUND["vote_rule"], "quorum": "2"}),
        ("form", {**SOUND["form"], "criteria": []}),
    ],
)
def test_one_wrong_part_is_complained_of(shape: str, value: object) -> None:
    assert SHAPES[shape](value) is not None


def test_the_complaint_stands_at_the_field_of_the_record() -> None:
    sheet = checks_for(RECORD_TYPES["score_sheet"].fields)

    (problem,) = sheet.problems({"marks": {"points": []}}, whole=False)

    assert problem.field == "marks"
    assert str(problem.reason).startswith("không đúng cấu trúc: Phiếu chấm không hợp lệ tại")


def test_parts_of_a_newer_program_are_left_aside() -> None:
    assert known_members(MemberRow, {**PERSON, "seat": 4}) == PERSON
