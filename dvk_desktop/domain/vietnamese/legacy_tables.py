"""The letters of the encodings before Unicode (bảng mã TCVN3, VNI).

A legacy font draws Vietnamese letters for the codes 0xA1 to 0xFE of Western text, so a file holds
them as the characters U+00A1 to U+00FE; VNI writes a letter as a base and one mark behind it.
"""

import re
import unicodedata

_TCVN3_ROWS = """
à B5 ả B6 ã B7 á B8 ạ B9 ă A8 ằ BB ẳ BC ẵ BD ắ BE ặ C6 â A9 ầ C7 ẩ C8 ẫ C9 ấ CA ậ CB đ AE
è CC ẻ CE ẽ CF é D0 ẹ D1 ê AA ề D2 ể D3 ễ D4 ế D5 ệ D6 ì D7 ỉ D8 ĩ DC í DD ị DE
ò DF ỏ E1 õ E2 ó E3 ọ E4 ô AB ồ E5 ổ E6 ỗ E7 ố E8 ộ E9 ơ AC ờ EA ở EB ỡ EC ớ ED ợ EE
ù EF ủ F1 ũ F2 ú F3 ụ F4 ư AD ừ F5 ử F6 ữ F7 ứ F8 ự F9 ỳ FA ỷ FB ỹ FC ý FD ỵ FE
Ă A1 Â A2 Ê A3 Ô A4 Ơ A5 Ư A6 Đ A7
"""

_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_BREVE, _CIRCUMFLEX = "\u0306", "\u0302"

_VNI_TONES = {"ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_VNI_BREVES = {"é": _ACUTE, "è": _GRAVE, "ú": _HOOK, "ü": _TILDE, "ë": _DOT, "ê": ""}
_VNI_CIRCUMFLEXES = {"á": _ACUTE, "à": _GRAVE, "å": _HOOK, "ã": _TILDE, "ä": _DOT, "â": ""}
_VNI_SINGLES = {
    **{"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị"},
    **{"ô": "ơ", "ö": "ư", "ñ": "đ", "î": "ỵ"},
}


def _tcvn3() -> dict[int, str]:
    cells = unicodedata.normalize("NFC", _TCVN3_ROWS).split()
    return {int(code, 16): letter for letter, code in zip(cells[::2], cells[1::2], strict=True)}


def _vni_small() -> dict[str, str]:
    """Return the sequences of VNI in small letters with their letters."""
    table = dict(_VNI_SINGLES)
    for mark, tone in _VNI_TONES.items():
        for written, base in (*zip("aeouy", "aeouy", strict=True), ("ô", "ơ"), ("ö", "ư")):
            table[written + mark] = unicodedata.normalize("NFC", base + tone)
    for mark, tone in _VNI_BREVES.items():
        table["a" + mark] = unicodedata.normalize("NFC", "a" + _BREVE + tone)
    for mark, tone in _VNI_CIRCUMFLEXES.items():
        for base in "aeo":
            table[base + mark] = unicodedata.normalize("NFC", base + _CIRCUMFLEX + tone)
    return table


def _vni() -> dict[str, str]:
    """Return all sequences of VNI; the base letter decides on the capital, not the mark."""
    table: dict[str, str] = {}
    for sequence, letter in _vni_small().items():
        base, mark = sequence[0], sequence[1:]
        for written in {mark, mark.upper()}:
            table[base + written] = letter
            table[base.upper() + written] = letter.upper()
    return table


TCVN3 = _tcvn3()
"""Letter of each code of TCVN3; capitals with a tone have no codes of their own."""

TCVN3_WITHOUT_CAPITAL = frozenset(
    letter for letter in TCVN3.values() if letter.upper() not in TCVN3.values() and letter.islower()
)
"""Small letters that a capital may hide behind."""

VNI = _vni()
"""Letter of each sequence of one or two characters of VNI."""

VNI_SEQUENCE = re.compile(
    f"[aeouyôöAEOUYÔÖ][{''.join({key[1] for key in VNI if len(key) > 1})}]"
    f"|[{''.join(key for key in VNI if len(key) == 1)}]"
)
"""What to look up in ``VNI``: the longest sequence first."""

CONTROLS = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
"""Codes that a reader of Latin-1 leaves as control characters and Windows-1252 shows as quotes."""

WESTERN = frozenset(map(chr, [*range(0x80), *range(0xA0, 0x100)])) | frozenset("ŠšŒœŽžŸƒˆ")
"""Characters that a text in a legacy encoding can show; any other letter proves Unicode."""
