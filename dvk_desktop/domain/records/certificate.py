"""The complete wording of one certificate (lời ghi trên giấy chứng nhận).

What is here is what is printed: numbers, dates and names are already words, so that a reprint
years later gives the same page whatever was renamed since.
"""

import re
from dataclasses import dataclass

from dvk_desktop.domain.words import Wording

_STRAIGHT_PAIR = re.compile(r'"([^"]*)"')


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


def quoted(name: str) -> str:
    """Return a name in quotation marks (đặt trong ngoặc kép), the marks within made single."""
    inner = _STRAIGHT_PAIR.sub(r"“\1”", name.strip())
    if inner.startswith("“") and inner.endswith("”") and inner.count("“") == 1:
        return inner
    return "“" + inner.replace("“", "‘").replace("”", "’") + "”"
