"""The same text as other machines hold it: old encodings, decomposed, with invisible signs."""

import random
import unicodedata
from enum import StrEnum

from dvk_desktop.domain.vietnamese import legacy_tables

_TCVN3 = {letter: chr(code) for code, letter in legacy_tables.TCVN3.items()}
_PLAINER = str.maketrans("“”–—…²", '""--.2')
_VNI = {
    letter: sequence
    for sequence, letter in legacy_tables.VNI.items()
    if sequence.isupper() == letter.isupper() and sequence.islower() == letter.islower()
}


class Script(StrEnum):
    """How the cells of a column are written."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    TCVN3_CAPITALS = "tcvn3_capitals"
    VNI = "vni"


FONTS = {
    Script.TCVN3: (".VnTime", ".VnArial", ".VnTime"),
    Script.TCVN3_CAPITALS: (".VnTimeH", ".VnArialH"),
    Script.VNI: ("VNI-Times", "VNI-Helve"),
}


def as_read(text: str, script: Script) -> str:
    """Return what a person sees who has the font; capitals that TCVN3 lacks are small."""
    if script is Script.UNICODE:
        return text
    seen = _western(text)
    if script is Script.TCVN3_CAPITALS:
        return seen.upper()
    return seen if script is Script.VNI else "".join(map(_with_tcvn3_case, seen))


def encode(text: str, script: Script) -> str:
    """Return the characters that the file holds."""
    if script is Script.UNICODE:
        return text
    written = _western(text)
    if script is Script.VNI:
        return "".join(_VNI.get(sign, sign) for sign in written)
    if script is Script.TCVN3_CAPITALS:
        written = written.lower()
    return "".join(_TCVN3.get(sign, _TCVN3.get(sign.lower(), sign)) for sign in written)


def _western(text: str) -> str:
    return text.translate(_PLAINER)


def _with_tcvn3_case(sign: str) -> str:
    return sign.lower() if sign not in _TCVN3 and sign.lower() in _TCVN3 else sign


def as_cp1258(text: str) -> bytes:
    """Return the bytes of Windows 1258: the tone stands behind its letter."""
    parts = []
    for sign in text:
        apart = unicodedata.normalize("NFD", sign)
        tones = "".join(mark for mark in apart if mark in "\u0300\u0301\u0303\u0309\u0323")
        base = unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in tones))
        parts.append(base + tones)
    return "".join(parts).encode("cp1258")


def dirtied(text: str, dice: random.Random) -> str:
    """Return Unicode text that looks the same: decomposed, hard spaces, soft hyphens, blanks."""
    way = dice.randrange(6)
    if way == 0:
        return unicodedata.normalize("NFD", text)
    if way == 1:
        return text.replace(" ", "\u00a0")
    if way == 2:
        middle = len(text) // 2
        return f"{text[:middle]}\u00ad{text[middle:]}"
    if way == 3:
        return f"  {text.replace(' ', '  ', 1)} "
    return f"\u200b{text}\ufeff" if way == 4 else text
