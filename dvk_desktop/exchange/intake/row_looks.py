"""What a row looks like, cell by cell (nhận dạng dòng)."""

import re
from collections.abc import Sequence

from dvk_desktop.exchange.intake.value_words import strip_numbering
from dvk_desktop.exchange.intake.vocabulary import GROUP_STARTS, NOTE_STARTS, SIGNATURE_STARTS
from dvk_desktop.exchange.intake.word_key import word_key

_ORDINAL = re.compile(r"^\(?\d{1,4}(?:[.,]\d{1,3})*\)?[.)]?$")
_ROMAN = re.compile(r"^[IVX]+$")
_LETTER = re.compile(r"^[A-ZĐ]$")
_COLUMN_NUMBER = re.compile(r"^(?:\(?\d{1,2}\)?|[A-Z])$")
_PREFIX = re.compile(r"^\s*([IVX]+|[A-ZĐ]|\d{1,3}(?:\.\d{1,3})*)\s*[.):/\-–]\s*\S")
_NUMBER_BEFORE = re.compile(r"^\s*(\d{1,3})(?:\s*[.)/](?!\d)\s*)(?=\S)")
_BULLET_BEFORE = re.compile(r"^\s*[-–—•+*]\s+(?=\S)")
_TOTAL = re.compile(r"^(?:tong cong|tong so|cong chung)\b|^(?:tong|cong)(?: \d.*)?$")
_DATE_LINE = re.compile(r"\bngay (?:\d+ )?thang (?:\d+ )?nam\b")
_MOST_SIGNATURE_LETTERS = 60
_EXAMPLES = frozenset({"vd", "vi du", "mau"})
_MOST_DITTO_LETTERS = 12
_DITTO_SIGNS = frozenset("\"“”''‘’″〃")


def is_ordinal(text: str) -> bool:
    """Tell whether a text numbers a model: 1, 01, "1.", (1), 1.1."""
    return bool(_ORDINAL.match(text.strip()))


def is_example(ordinal: str, name: str) -> bool:
    """Tell whether a row only shows how to fill in the form: “VD” before it, “Ví dụ: …”."""
    key = word_key(name)
    return word_key(ordinal) in _EXAMPLES or key.startswith(("vi du ", "vd "))


def heading_style(text: str) -> str | None:
    """Return how a heading is numbered: "letter", "roman", "number", or None."""
    stripped = text.strip().rstrip(".):")
    if _ROMAN.match(stripped):
        return "roman"
    if _LETTER.match(stripped):
        return "letter"
    return "number" if is_ordinal(stripped) else None


def prefix_of(text: str) -> str | None:
    """Return the number that a heading starts with: "II" of “II. Kinh tế”."""
    found = _PREFIX.match(text)
    return found.group(1) if found else None


def is_total(texts: Sequence[str]) -> bool:
    """Tell whether a row sums up: “Tổng cộng: 5 mô hình”, “Cộng”."""
    return any(_TOTAL.match(word_key(text)) for text in texts[:3])


def is_signature(texts: Sequence[str]) -> bool:
    """Tell whether a row belongs to the place and date, or to who signs."""
    for text in texts:
        key = word_key(text)
        if len(text) <= _MOST_SIGNATURE_LETTERS and any(
            key == start or key.startswith(f"{start} ") for start in SIGNATURE_STARTS
        ):
            return True
        if _DATE_LINE.search(key):
            return True
    return False


def is_note(text: str) -> bool:
    """Tell whether a lone text is a remark to the reader."""
    key = word_key(text)
    return any(key == start or key.startswith(f"{start} ") for start in NOTE_STARTS)


def is_group_text(text: str) -> bool:
    """Tell whether a lone text begins as group headings do."""
    key = word_key(strip_numbering(text))
    return any(key.startswith(f"{start} ") for start in GROUP_STARTS)


def is_column_numbers(texts: Sequence[str]) -> bool:
    """Tell whether a row only numbers the columns: (1) (2) (3), or A B 1 2."""
    return len(texts) >= 3 and all(_COLUMN_NUMBER.match(text.strip()) for text in texts)


def is_ditto(text: str) -> bool:
    """Tell whether a cell says “as above”: “nt”, “như trên” or a ditto mark."""
    if not text or len(text) > _MOST_DITTO_LETTERS:
        return False
    return set(text) <= _DITTO_SIGNS or word_key(text) in ("nt", "nhu tren")


def without_number(name: str, ordinal: str, *, is_counted: bool) -> str:
    """Return a name without the bullet or number before it: “1. Mô hình “5K””.

    Where a column counts the models, a number is one only before a model that says so or when
    the column counts the same: “3. sạch” may be a name.
    """
    name = _BULLET_BEFORE.sub("", name)
    found = _NUMBER_BEFORE.match(name)
    if found is None:
        return name
    rest = name[found.end() :]
    bare = ordinal.strip(" .()")
    is_same = len(bare) < 10 and bare.isdecimal() and int(bare) == int(found.group(1))
    if is_counted and not (is_same or word_key(rest).startswith("mo hinh") or rest[0] in "“«"):
        return name
    return rest


def lists_several(name: str) -> bool:
    """Tell whether every line of a name is numbered or has a bullet: those are several models."""
    lines = [line for line in name.splitlines() if line.strip()]
    return len(lines) > 1 and all(
        _NUMBER_BEFORE.match(line) or _BULLET_BEFORE.match(line) for line in lines
    )


def goes_on(above: str, below: str) -> bool:
    """Tell whether a text is the rest of the one above it."""
    if not above or not below:
        return False
    return (
        below[0].islower()
        or above.rstrip().endswith((",", "-", "–", ";", ":"))
        or above.count("“") > above.count("”")
        or above.count("(") > above.count(")")
    )
