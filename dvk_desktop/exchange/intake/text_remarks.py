"""What the line of a model says behind its name: “(tập thể, đăng ký mới)” (phần sau tên)."""

import re
from typing import NamedTuple

from dvk_desktop.exchange.intake.text_lines import Label
from dvk_desktop.exchange.intake.value_words import DEFAULT_SECTORS, words_for
from dvk_desktop.exchange.intake.vocabulary import Role

_BRACKETS = re.compile(r"\s*\((?P<inside>[^()]+)\)[\s.;]*$")
_DONE_BY = re.compile(
    r"(?P<quoted>[”\"»])\s*(?:,\s*)?do (?P<body>.+?)"
    r" (?:thực hiện|chủ trì|phụ trách|đảm nhận)[\s.;]*$"
)
_PARTS = re.compile(r"[,;–—/]|\s-\s")
_WORDS = words_for(DEFAULT_SECTORS)


class NameWithRemarks(NamedTuple):
    """A name and what is said of it (tên và phần nói thêm)."""

    name: str
    remarks: tuple[Label, ...]


def without_remarks(text: str) -> NameWithRemarks:
    """Return the name without brackets full of known words, and without who carries it out.

    Brackets that say anything else may belong to the name, “(VACR)”, and stay.
    """
    remarks: list[Label] = []
    name = text
    found = _BRACKETS.search(name)
    if found is not None:
        said = [_remark(part.strip()) for part in _PARTS.split(found["inside"]) if part.strip()]
        known = [remark for remark in said if remark is not None]
        if said and len({remark.role for remark in known}) == len(said):
            remarks, name = known, name[: found.start()]
    body = _DONE_BY.search(name)
    if body is not None:
        remarks.append(Label(Role.LEAD_BODY, "", body["body"]))
        name = name[: body.end("quoted")]
    return NameWithRemarks(name, tuple(remarks)) if remarks else NameWithRemarks(text, ())


def _remark(text: str) -> Label | None:
    readers = (
        (Role.KIND, _WORDS.kind),
        (Role.SUBJECT_TYPE, _WORDS.subject),
        (Role.SECTOR, _WORDS.sector),
    )
    return next((Label(role, "", text) for role, read in readers if read(text) is not None), None)
