"""What the JSON fields of exchanged records must look like (cấu trúc của mục JSON).

A field of kind ``json`` may hold anything on the wire; here stands what ours hold, so that a
package cannot bring in what a page or a paper would stumble over later. Members that are not
known come from a newer program and are let pass.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.words import Wording

Check = Callable[[object], Wording | None]

_LARGEST = 1_000_000

NOT_NAMES = Wording("phải là một danh sách chuỗi chữ.")
NOT_MEMBERS = Wording("phải là danh sách thành viên, mỗi người có tên.")
NOT_COUNTS = Wording("phải là các số đếm từ 0 trở lên.")
NOT_SIGNATURE = Wording("phải gồm tên, chức vụ và hình thức ký bằng chữ.")
NOT_WORDING = Wording("phải gồm đủ các dòng của giấy, mỗi dòng là chữ.")
NOT_RULES = Wording("không đúng cấu trúc: {detail}")

_MEMBER_TEXTS = ("name", "title", "role")
_SIGNATURE_TEXTS = ("name", "title", "body", "head_title", "organ_symbol")
_PAPER_LISTS = ("national_lines", "signature_lines")
_PAPER_TEXTS = (
    "issuer",
    "heading",
    "subject",
    "recipient",
    "achievement",
    "decision_line",
    "register_number",
    "place_date",
    "signatory_name",
)


def check_texts(value: object) -> Wording | None:
    """Complain of what is not a list of texts."""
    return None if _are_texts(value) else NOT_NAMES


def check_members(value: object) -> Wording | None:
    """Complain of what is not a list of council members."""
    if not isinstance(value, list):
        return NOT_MEMBERS
    return None if all(map(_is_member, value)) else NOT_MEMBERS


def check_counts(value: object) -> Wording | None:
    """Complain of what is not a count of votes or of records, by name."""
    if not isinstance(value, Mapping):
        return NOT_COUNTS
    sound = all(type(count) is int and 0 <= count <= _LARGEST for count in value.values())
    return None if sound else NOT_COUNTS


def check_tally(value: object) -> Wording | None:
    """Complain of what is not the count of one item of a meeting."""
    from dvk_desktop.domain.voting import Tally, tally_problems  # noqa: PLC0415 -- slow import

    if not isinstance(value, Mapping) or not {"members", "present"} <= value.keys():
        return NOT_COUNTS
    parts = known_members(Tally, value)
    problem = check_counts(parts)
    return problem or next(iter(tally_problems(Tally(**parts))), None)


def check_signature(value: object) -> Wording | None:
    """Complain of what does not say who signs a paper and in what capacity."""
    from dvk_desktop.domain.paper_words import SignatureForm  # noqa: PLC0415 -- slow import

    if not isinstance(value, Mapping):
        return NOT_SIGNATURE
    texts = all(isinstance(value.get(name, ""), str) for name in _SIGNATURE_TEXTS)
    form = value.get("form", SignatureForm.HEAD.value)
    forms = {known.value for known in SignatureForm}
    return None if texts and isinstance(form, str) and form in forms else NOT_SIGNATURE


def check_wording(value: object) -> Wording | None:
    """Complain of what is not the wording of a certificate."""
    if not isinstance(value, Mapping):
        return NOT_WORDING
    lists = all(_are_texts(value.get(name)) for name in _PAPER_LISTS)
    texts = all(isinstance(value.get(name), str) for name in _PAPER_TEXTS)
    return None if lists and texts else NOT_WORDING


def check_marks(value: object) -> Wording | None:
    """Complain of what is not the marks of a sheet."""
    from dvk_desktop.domain.scoring_form_json import marks_from_json  # noqa: PLC0415 -- slow import

    return _refusal(marks_from_json, value)


def check_form(value: object) -> Wording | None:
    """Complain of what is not a scoring form."""
    from dvk_desktop.domain.scoring_form_json import form_from_json  # noqa: PLC0415 -- slow import

    return _refusal(form_from_json, value)


def check_vote_rule(value: object) -> Wording | None:
    """Complain of what is not a rule of voting."""
    from dvk_desktop.domain.voting import rule_from_json  # noqa: PLC0415 -- slow import

    return _refusal(rule_from_json, value)


SHAPES: dict[str, Check] = {
    "texts": check_texts,
    "members": check_members,
    "counts": check_counts,
    "tally": check_tally,
    "signature": check_signature,
    "wording": check_wording,
    "marks": check_marks,
    "form": check_form,
    "vote_rule": check_vote_rule,
}
"""The checks by the name that ``FieldSpec.shape`` bears."""


def known_members(kind: type, value: Mapping[str, object]) -> dict[str, Any]:
    """Return the members of a JSON object that a record of this program has a place for."""
    return {member.name: value[member.name] for member in fields(kind) if member.name in value}


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _is_member(value: object) -> bool:
    if not isinstance(value, Mapping) or not value.get("name"):
        return False
    texts = all(isinstance(value.get(name, ""), str) for name in _MEMBER_TEXTS)
    return texts and isinstance(value.get("is_present", True), bool)


def _refusal(read: Callable[[object], object], value: object) -> Wording | None:
    try:
        read(value)
    except DvkError as error:
        return Wording(NOT_RULES.template, {"detail": error.wording})
    return None
