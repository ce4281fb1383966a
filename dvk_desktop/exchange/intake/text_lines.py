"""What one line of a list without a table is: number, label, parts (dòng danh sách chữ)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from dvk_desktop.exchange.intake.header_match import STARTS
from dvk_desktop.exchange.intake.row_looks import heading_style
from dvk_desktop.exchange.intake.understand import registration_matcher
from dvk_desktop.exchange.intake.vocabulary import Role
from dvk_desktop.exchange.intake.word_key import word_key

TAB = "|"
"""What stands for a tab: no text of old encodings holds it."""

_TYPED = re.compile(
    r"^\s*(?:(?P<number>[IVXLC]+|[A-ZĐ]|[a-zđ]|\(?\d{1,3}(?:\.\d{1,3})*)\s*[.):/]+[\s|]*"
    r"|(?P<dotted>\d{1,3}(?:\.\d{1,3})+)\s+|(?P<plain>\d{1,3})\s*(?:\||\s[–-]\s)\s*|(?P<bullet>[-–—+•*]+)\s+)(?=\S)"
)
_LABEL = re.compile(r"(?P<label>[^:|\n]{2,60}?)\s*:\s*(?P<value>.*)$", re.S)
_QUOTE_OR_BREAK = re.compile(r"“[^“”]*”|\"[^\"]*\"|(?P<break>[|;]|\s[-–—]\s)")
"""Each character is looked at once or twice, however long and odd a line is."""

_BULLET_RANK = 9
_LETTER_RANK = 8
_BODY_STARTS = (
    "chi bo", "chi hoi", "chi doan", "hoi", "ban", "to", "doan", "thon", "xom", "ong", "ba",
    "truong", "cong an", "ubnd", "uy ban", "mttq", "mat tran", "dang uy", "dong chi", "d c",
    "hop tac xa", "htx", "khoi", "tram", "phong", "cau lac bo", "doi", "khu dan cu",
    "ap", "khom", "to dan pho", "cong doan", "lien doan", "xa", "phuong", "thi tran",
)  # fmt: skip


class Label(NamedTuple):
    """A text that says what it is: “Đơn vị thực hiện: Chi hội Phụ nữ” (mục có nhãn)."""

    role: Role
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class TextLine:
    """One paragraph of a list (dòng).

    ``mark`` is its number as written or counted, and ``rank`` how deep such a number stands; 0 is
    the outermost, and a line without a number has none.
    """

    mark: str
    text: str
    rank: int | None

    @property
    def label(self) -> Label | None:
        """What the line says that it is."""
        return label_of(self.text)


def line_of(text: str, counted: str = "") -> TextLine:
    """Return a paragraph taken apart; ``counted`` is the number that Word counts for it."""
    if counted:
        return TextLine(counted, text.strip(), _rank(counted))
    found = _TYPED.match(text)
    if found is None:
        return TextLine("", text.strip(), None)
    mark = next(part for part in found.groups() if part)
    return TextLine(mark, text[found.end() :].strip(), _rank(mark))


def label_of(text: str) -> Label | None:
    """Return label and value of a text that begins with a header of ours."""
    found = _LABEL.match(text.lstrip())
    if found is None:
        return None
    matcher = registration_matcher()
    match = matcher.match(found["label"])
    if match is None or match.confidence < STARTS or not matcher.is_header(found["label"]):
        return None
    return Label(Role(match.role), found["label"].strip(), found["value"].strip())


def parts_of(text: str) -> list[str]:
    """Return the parts of a line between tabs, semicolons and dashes, quoted names whole."""
    parts, start = [], 0
    for found in _QUOTE_OR_BREAK.finditer(text):
        if found["break"]:
            parts.append(text[start : found.start()])
            start = found.end()
    stripped = (part.strip().strip(" .,") for part in (*parts, text[start:]))
    return [part for part in stripped if part]


def labels_within(text: str) -> tuple[str, list[Label]]:
    """Return what stands before the labels of a line, and these."""
    parts = parts_of(text)
    first = next((n for n, part in enumerate(parts) if label_of(part) is not None), len(parts))
    if first == len(parts):
        return text, []
    return " – ".join(parts[:first]), list(_joined(parts[first:]))


def _joined(parts: list[str]) -> Iterator[Label]:
    """Yield the labels; a part without one belongs to that before it."""
    open_label: Label | None = None
    for part in parts:
        found = label_of(part)
        if found is None and open_label is not None:
            open_label = open_label._replace(value=f"{open_label.value}; {part}")
            continue
        if open_label is not None:
            yield open_label
        open_label = found
    if open_label is not None:
        yield open_label


def is_body(text: str) -> bool:
    """Tell whether a text names who does something: “Chi hội Phụ nữ thôn Đông”."""
    key = word_key(text)
    return any(key == start or key.startswith(f"{start} ") for start in _BODY_STARTS)


def _rank(mark: str) -> int:
    bare = mark.strip("().:/ ")
    style = heading_style(bare)
    if style == "letter":
        return 0
    if style == "roman":
        return 1
    if bare[:1].isdigit():
        return 2 + bare.count(".")
    return _LETTER_RANK if bare.isalpha() else _BULLET_RANK
