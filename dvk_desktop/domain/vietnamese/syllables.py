"""Which words can be Vietnamese syllables (âm tiết).

Only spelling is judged, by initial consonant, rime and tone, to tell correct text from text in
another encoding; rare loan syllables ("xoong") are missing on purpose.
"""

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ACUTE_OR_DOT = "\u0301\u0323"

_INITIAL = re.compile(r"(ngh|ng|nh|gh|gi|g|kh|k|ch|c|ph|th|tr|t|qu|[bdđhlmnprsvx]|)(.+)")
_RIMES = frozenset(
    unicodedata.normalize(
        "NFC",
        """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
        e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
        i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
        o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay
        oăc oăm oăn oăng oăt oe oem oen oeo oet
        ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
        u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt
        uơ uy uya uych uyên uyêt uynh uyt uyu
        ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
        y yêm yên yêng yêt yêu
        """,
    ).split()
)
_AFTER_QU = frozenset(
    unicodedata.normalize(
        "NFC",
        """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây
        e en eo et ê êch ên ênh êt i it y ych yên yêt ynh yt ơ ôc
        """,
    ).split()
)
_Y_AFTER = frozenset(["", "h", "k", "l", "m", "n", "s", "t", "th", "v"])
_BEFORE_FRONT_VOWELS = frozenset(["k", "gh", "ngh"])
_BEFORE_BACK_VOWELS = frozenset(["c", "g", "ng"])


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """Say whether the word is spelled as a Vietnamese syllable; capitals do not matter."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in decomposed if mark in _TONES]
    if len(tones) > 1:
        return False
    letters = "".join(mark for mark in decomposed if mark not in _TONES)
    found = _INITIAL.fullmatch(unicodedata.normalize("NFC", letters))
    if found is None:
        return False
    initial, rime = found.groups()
    if rime.endswith(("c", "ch", "p", "t")) and not (tones and tones[0] in _ACUTE_OR_DOT):
        return False
    return _fits(initial, rime)


def _fits(initial: str, rime: str) -> bool:
    """Say whether the rime may follow the initial consonant."""
    if initial == "qu":
        return rime in _AFTER_QU
    if initial == "gi":
        # "giêng" is written with one i only: gi + iêng.
        return (rime in _RIMES and rime[0] not in "iy") or "i" + rime in _RIMES
    if rime not in _RIMES:
        return False
    if rime[0] == "y":
        return initial in _Y_AFTER if rime == "y" else initial == ""
    if rime[0] in "eêi":
        return initial not in _BEFORE_BACK_VOWELS or (initial == "g" and rime[0] == "i")
    return initial not in _BEFORE_FRONT_VOWELS
