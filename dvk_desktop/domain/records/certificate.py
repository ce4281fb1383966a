"""The complete wording of one certificate (lời ghi trên giấy chứng nhận).

What is here is what is printed: numbers, dates and names are already words, so that a reprint
years later gives the same page whatever was renamed since.
"""

import re
from dataclasses import dataclass

from dvk_desktop.domain.words import Wording

_STRAIGHT_PAIR = re.compile(r'"([^"]*)"')
_STRAIGHT_RUN = re.compile(r'"{2,}')
_UNIT_WORD = re.compile(
    r"(,\s*|\svà\s)"
    r"(Tổ dân phố|Thị trấn|Thị xã|Thành phố|Phường|Huyện|Quận|Tỉnh|Thôn|Xã|Ấp|Bản|Xóm)(?=\s)"
)


@dataclass(frozen=True, slots=True)
class CertificateText:
    """The wording of one page, from top to bottom (nội dung giấy chứng nhận).

    ``national_lines`` are Quốc hiệu and Tiêu ngữ, or the one line of a Party body; a rule as
    long as the last of them is drawn beneath. An empty string leaves its item out.
    """

    national_lines: tuple[str, ...]
    issuer: str
    heading: str
    subject: str
    recipient: str
    achievement: str
    decision_line: str
    register_number: str
    place_date: str
    signature_lines: tuple[str, ...]
    signatory_name: str
    subheading: str = ""
    subject_label: str = "Mô hình"
    recipient_label: str = "của:"
    register_label: str = "Số sổ vàng:"


@dataclass(frozen=True, slots=True)
class CertificateProblem:
    """Something to mend before printing (điều cần xem lại trước khi in).

    ``index`` counts the certificates of the batch from 0, ``part`` is the item of
    ``CertificateText``; a problem that ``stops`` would be a misprint.
    """

    index: int
    part: str
    wording: Wording
    stops: bool


@dataclass(frozen=True, slots=True)
class ItemProblem:
    """What would be wrong on the certificate of one line of a decision (điều cần xem lại)."""

    name: str
    wording: Wording
    stops: bool


def in_line(recipient: str) -> str:
    """Return a recipient with the words of its units in lower case within the line (nơi nhận).

    The name of the unit keeps its capitals: "Chi hội A, Xã Yên Phong" is of "xã Yên Phong".
    """
    return _UNIT_WORD.sub(lambda found: found[1] + found[2].lower(), recipient)


def quoted(name: str) -> str:
    """Return a name in one pair of quotation marks, those within made single (ngoặc kép)."""
    inner = _STRAIGHT_PAIR.sub(r"“\1”", _STRAIGHT_RUN.sub('"', name.strip()))
    while _is_enclosed(inner):
        inner = inner[1:-1].strip()
    return "“" + inner.replace("“", "‘").replace("”", "’") + "”"


def _is_enclosed(text: str) -> bool:
    """Say whether the first mark and the last are one pair around everything."""
    if len(text) < 3 or text[0] != "“" or text[-1] != "”":
        return False
    depth = 0
    for place, letter in enumerate(text, start=1):
        depth += (letter == "“") - (letter == "”")
        if depth == 0:
            return place == len(text)
    return False
