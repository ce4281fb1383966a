"""Text in encodings before Unicode: seen by font or by look, and repaired (sửa lỗi phông chữ).

Repair comes before all cleaning. Correct Unicode text is never touched.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from dvk_desktop.domain.terms import Labelled
from dvk_desktop.domain.vietnamese import legacy_tables as tables
from dvk_desktop.domain.vietnamese.syllables import is_syllable

_LETTERS = "A-Za-z\xa1-\xff\u0100-\u024f\u0300-\u036f\u1e00-\u1eff"
_WORD = re.compile(f"[{_LETTERS}]+")
_SHOUTED = re.compile(r"[^\W\d_]+")
_EDGE_SIGNS = "".join(chr(code) for code in range(0xA1, 0xC0)) + "×÷"
_FONT_STYLE = re.compile(r"(?:[\s,-]+(?:bold|italic|regular|oblique))+$", re.IGNORECASE)

_LONGEST_FONT = 64
"""Windows takes no more than 31 characters; a file may claim megabytes."""

_MOST_WORDS = 2000
"""Different words that a guess looks at; more would not change it."""


class LegacyEncoding(Labelled):
    """How Vietnamese letters were put into a Western font (bảng mã cũ)."""

    TCVN3 = "tcvn3", "TCVN3 (ABC)"
    VNI = "vni", "VNI Windows"


class _Evidence(NamedTuple):
    """What one word is when read as it stands and in each encoding."""

    as_written: bool
    as_tcvn3: bool
    as_vni: bool

    def under(self, encoding: LegacyEncoding) -> bool:
        return self.as_tcvn3 if encoding is LegacyEncoding.TCVN3 else self.as_vni


class _Tally(NamedTuple):
    """How many words speak for an encoding, against it, and neither."""

    only: int
    against: int
    junk: int


def decode(text: str, encoding: LegacyEncoding, *, upper: bool = False) -> str:
    """Return the Unicode text (NFC) of a text in a legacy encoding.

    Args:
        text: What a Unicode program shows of it.
        encoding: How it was written.
        upper: The font draws capitals only.
    """
    text = text.translate(tables.CONTROLS)
    if encoding is LegacyEncoding.TCVN3:
        decoded = _restore_capitals(text.translate(tables.TCVN3))
    else:
        decoded = tables.VNI_SEQUENCE.sub(_vni_letter, text)
    decoded = unicodedata.normalize("NFC", decoded)
    return decoded.upper() if upper else decoded


def encoding_of_font(font_name: str | None) -> LegacyEncoding | None:
    """Return the encoding that the text in a font is written in; ``None`` for Unicode fonts."""
    name = (font_name or "").strip().lower()
    if name.startswith((".vn", ".tmc")):
        return LegacyEncoding.TCVN3
    return LegacyEncoding.VNI if name.startswith("vni") else None


def is_upper_font(font_name: str | None) -> bool:
    """Say whether the font draws capitals for the codes of small letters (".VnTimeH")."""
    if encoding_of_font(font_name) is not LegacyEncoding.TCVN3:
        return False
    return _FONT_STYLE.sub("", (font_name or "")[:_LONGEST_FONT].strip()).lower().endswith("h")


def guess_encoding(texts: Iterable[str]) -> LegacyEncoding | None:
    """Return the encoding that a column of texts is written in, judged by its words.

    At least two different words must make sense in the encoding only, and nearly none as they
    stand. A column that mixes encodings gives ``None``: ask for each of its cells then.
    """
    words: set[str] = set()
    for text in texts:
        if not text.isascii():
            words.update(word for word in _WORD.findall(_composed(text)) if not word.isascii())
            if len(words) > _MOST_WORDS:
                break
    tallies = {encoding: _tally(words, encoding) for encoding in LegacyEncoding}
    best, other = sorted(tallies, key=lambda encoding: tallies[encoding].only, reverse=True)
    found = tallies[best]
    clear = found.only >= 2 and found.only > tallies[other].only
    return best if clear and found.only >= 4 * found.against and found.only > found.junk else None


def repair(text: str, font_name: str | None = None, guess: LegacyEncoding | None = None) -> str:
    """Return the text in Unicode; the font decides, the guess where the font says nothing.

    Text that is Unicode already comes back as it was, even from a cell in a legacy font.
    """
    encoding = encoding_of_font(font_name) or guess
    if encoding is None:
        return text
    upper = is_upper_font(font_name)
    if text.isascii():
        return text.upper() if upper else text
    composed = _composed(text)
    return text if _is_unicode(composed, encoding) else decode(composed, encoding, upper=upper)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _is_unicode(text: str, encoding: LegacyEncoding) -> bool:
    """Say whether the text holds letters no legacy text can, or makes sense only as it stands."""
    if not _is_western(text):
        return True
    tally = _tally({word for word in _WORD.findall(text) if not word.isascii()}, encoding)
    return tally.against > tally.only


def _is_western(text: str) -> bool:
    """Say whether no letter or accent of the text is beyond a legacy encoding."""
    return not any(
        sign.isalpha() or unicodedata.combining(sign) for sign in set(text) - tables.WESTERN
    )


def _tally(words: set[str], encoding: LegacyEncoding) -> _Tally:
    only = against = junk = 0
    for evidence in map(_evidence, words):
        decoded = evidence.under(encoding)
        only += decoded and not evidence.as_written
        against += evidence.as_written and not decoded
        junk += not decoded and not evidence.as_written
    return _Tally(only, against, junk)


@lru_cache(maxsize=16384)
def _evidence(word: str) -> _Evidence:
    core = word.strip(_EDGE_SIGNS)
    consistent = core.islower() or core.isupper() or core.istitle()
    as_written = consistent and is_syllable(core)
    return _Evidence(as_written, _makes_sense_as_tcvn3(word), _makes_sense_as_vni(word))


def _makes_sense_as_tcvn3(word: str) -> bool:
    """Say whether every code of the word is a letter of TCVN3 and they spell a syllable."""
    known = all(letter.isascii() or ord(letter) in tables.TCVN3 for letter in word)
    return known and is_syllable(decode(word, LegacyEncoding.TCVN3))


def _makes_sense_as_vni(word: str) -> bool:
    """Say whether no mark stands without its base letter and the word spells a syllable."""
    rest = tables.VNI_SEQUENCE.sub(_undecoded_marks, word)
    return rest.isascii() and is_syllable(decode(word, LegacyEncoding.VNI))


def _undecoded_marks(found: re.Match[str]) -> str:
    sequence = found.group()
    return "" if sequence in tables.VNI else sequence


def _vni_letter(found: re.Match[str]) -> str:
    sequence = found.group()
    letter = tables.VNI.get(sequence)
    if letter is not None:
        return letter
    return tables.VNI.get(sequence[0], sequence[0]) + sequence[1:]


def _restore_capitals(text: str) -> str:
    """Raise the letters without capital codes in words, or whole lines, typed in capitals.

    In ordinary fonts "§¶NG" stands for "ĐẢNG": the code of "ả" is all that the encoding has.
    """
    if tables.TCVN3_WITHOUT_CAPITAL.isdisjoint(text):
        return text
    return "\n".join(map(_restore_line, text.split("\n")))


def _restore_line(line: str) -> str:
    words = _SHOUTED.findall(line)
    if not any(map(_is_shouted, words)):
        return line
    if not any(map(_has_small, words)):
        return line.upper()
    return _SHOUTED.sub(
        lambda found: found.group().upper() if _is_shouted(found.group()) else found.group(), line
    )


def _is_shouted(word: str) -> bool:
    return sum(map(str.isupper, word)) >= 2 and not _has_small(word)


def _has_small(word: str) -> bool:
    return any(letter.islower() and letter not in tables.TCVN3_WITHOUT_CAPITAL for letter in word)
