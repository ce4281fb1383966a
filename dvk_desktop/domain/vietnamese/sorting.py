"""Order of Vietnamese texts and of people's names (sắp xếp).

The keys order as ICU's ``vi`` collation does (letters of the whole text first, then tones level,
huyền, hỏi, ngã, sắc, nặng, then small before capital letters), but numbers go by their value.
They consist of characters whose code points are their order, so that a database may store them
and compare bytes.
"""

import re
import unicodedata
from functools import lru_cache

_PART_END = " "  # between the parts of a person's name: below all that a part may hold
_LEVEL_END = "!"
_PUNCTUATION = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$"
_ALIKE = dict(zip("–—−“”„«»‘’…", '---"""""\'\'.', strict=True))
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"

# ASCII from the double quote up, without the digits: punctuation, lengths of numbers, letters.
_SLOTS = [chr(code) for code in range(ord('"'), 0x7F) if not chr(code).isdigit()]
_PUNCTUATION_WEIGHTS = dict(zip(_PUNCTUATION, _SLOTS, strict=False))
_LENGTHS = _SLOTS[len(_PUNCTUATION) : -len(_LETTERS)]
_LETTER_WEIGHTS = dict(zip(_LETTERS, _SLOTS[-len(_LETTERS) :], strict=True))

_DIGITS = re.compile("[0-9]+")
_LEADING_ZERO = re.compile("(?<![0-9])0[0-9]")


class _Primary(dict[int, str]):
    """Weight of each character on the level of letters."""

    def __missing__(self, code: int) -> str:
        weight = self[code] = "".join(map(_base_weight, _base(chr(code))))
        return weight


class _Tone(dict[int, str]):
    """Weight of each character on the level of tones."""

    def __missing__(self, code: int) -> str:
        weight = self[code] = _tone_weight(chr(code))
        return weight


class _Case(dict[int, str]):
    """Weight of each character on the level of capitals."""

    def __missing__(self, code: int) -> str:
        weight = self[code] = "1" if chr(code).isupper() else "0"
        return weight


def _base(character: str) -> str:
    """Return the letter of the alphabet, small and without tone and foreign marks."""
    if character in "ðÐɖƉ":
        return "đ"
    decomposed = unicodedata.normalize("NFKD", character.casefold())
    toneless = "".join(part for part in decomposed if part not in _TONES)
    composed = unicodedata.normalize("NFC", toneless)
    if composed in _LETTER_WEIGHTS:
        return composed
    return "".join(part for part in decomposed if not unicodedata.combining(part))


def _base_weight(part: str) -> str:
    part = _ALIKE.get(part, part)
    if part.isspace():
        part = " "
    if part < " " or part == "\x7f":
        return ""
    return _PUNCTUATION_WEIGHTS.get(part) or _LETTER_WEIGHTS.get(part) or part


def _tone_weight(character: str) -> str:
    marks = unicodedata.normalize("NFD", character)
    for weight, tone in enumerate(_TONES, start=1):
        if tone in marks:
            return str(weight)
    toneless = character.casefold()
    foreign = toneless not in _LETTER_WEIGHTS and any(map(unicodedata.combining, marks))
    return "6" if foreign else "0"


_PRIMARY = _Primary()
_TONE = _Tone()
_CASE = _Case()


def _weigh_number(found: re.Match[str]) -> str:
    """Return the digits behind a weight of how many there are, so that 9 comes before 25."""
    digits = found.group().lstrip("0") or "0"
    longest, rest = divmod(len(digits) - 1, len(_LENGTHS) - 1)
    return _LENGTHS[-1] * longest + _LENGTHS[rest] + digits


@lru_cache(maxsize=8192)
def collation_key(text: str) -> str:
    """Return the key to sort the text by (khoá sắp xếp).

    Texts that differ only in kinds of quote, dash and blank have the same key.
    """
    text = unicodedata.normalize("NFC", text)
    primary = text.translate(_PRIMARY)
    numbers = ""
    if _DIGITS.search(primary):
        numbers = primary if _LEADING_ZERO.search(primary) else ""
        primary = _DIGITS.sub(_weigh_number, primary)
    tones = text.translate(_TONE).rstrip("0")
    capitals = text.translate(_CASE).rstrip("0")
    return _LEVEL_END.join((primary, tones, capitals, numbers)).rstrip(_LEVEL_END)


def person_key(full_name: str) -> str:
    """Return the key to sort a person by: tên, then chữ lót, then họ (given name first)."""
    words = full_name.lower().split()
    if not words:
        return ""
    parts = (words[-1], " ".join(words[1:-1]), words[0] if len(words) > 1 else "")
    return _PART_END.join(map(collation_key, parts)).rstrip(_PART_END)
