"""Forms of a text to compare and search by (bỏ dấu, so khớp)."""

import re
import unicodedata
from functools import lru_cache

_STROKED_D = {"ð": "đ", "ɖ": "đ"}
_QUOTES = dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛′`´", "'")
_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
_UNIFIED = str.maketrans(_STROKED_D | _QUOTES | _DASHES)

# "hòa" and "hoà", "khỏe" and "khoẻ", "ủy" and "uỷ": the tone moves to the second vowel.
_OLD_PLACES = re.compile("[òóỏõọ][ae]|[ùúủũụ]y")
_NEW_PLACES = {
    unicodedata.normalize("NFC", first + tone + second): unicodedata.normalize(
        "NFC", first + second + tone
    )
    for first, second in (("o", "a"), ("o", "e"), ("u", "y"))
    for tone in "\u0300\u0301\u0303\u0309\u0323"
}
_WORDS = re.compile(r"[^\W_]+")


class _Folds(dict[int, str]):
    """What each character folds to; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    """Return the plain letters of one character, a space for punctuation, nothing for marks."""
    bases = []
    for part in unicodedata.normalize("NFKD", character.casefold()):
        category = unicodedata.category(part)
        if category[0] == "M" or category == "Cf":
            continue
        if part in "đðɖ":
            bases.append("d")
        elif not part.isalnum():
            bases.append(" ")
        elif part == character:
            bases.append(part)
        else:
            bases.append(_fold_character(part))
    return "".join(bases)


_FOLDS = _Folds()


def fold(text: str) -> str:
    """Return the text for searching: small plain letters and digits, single spaces (bỏ dấu)."""
    return " ".join(text.translate(_FOLDS).split())


def fold_tones(text: str) -> str:
    """Return the text in small letters with its accents, written one way.

    Dashes, quotes and the place of the tone are unified: "Hòa" and "hoà" become one text.
    """
    return _move_tones(_small(text))


def matches(query: str, text: str) -> bool:
    """Say whether each word of the query begins a word of the text.

    A word typed without accents finds any accents; a word typed with accents means them.
    """
    words, plain = _typed(query), f" {fold(text)}"
    # Nearly every text fails here, before its accents are looked at.
    if not all(sought in plain for _, sought in words):
        return False
    accented_words = [word for word, _ in words if not word.isascii()]
    if not accented_words:
        return True
    accented = _small(text)
    written = _WORDS.findall(accented)
    moved = _WORDS.findall(_move_tones(accented))
    # As written too, so that "thủ" on the way to "thủy" does not lose the row.
    return all(
        _begins(word, written) or _begins(_move_tones(word), moved) for word in accented_words
    )


@lru_cache(maxsize=64)
def _typed(query: str) -> tuple[tuple[str, str], ...]:
    """Return each word of a query with what a folded text has to hold for it."""
    words = _WORDS.findall(_small(query))
    return tuple((word, f" {word}" if word.isascii() else fold(word)) for word in words)


def _small(text: str) -> str:
    """Return the text in NFC and small letters, with one kind of dash, quote and đ."""
    small = unicodedata.normalize("NFC", text).lower()
    return " ".join(unicodedata.normalize("NFC", small).translate(_UNIFIED).split())


def _move_tones(text: str) -> str:
    return _OLD_PLACES.sub(lambda found: _NEW_PLACES[found.group()], text)


def _begins(word: str, words: list[str]) -> bool:
    return any(candidate.startswith(word) for candidate in words)
