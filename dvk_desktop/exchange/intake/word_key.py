"""The bare words of a text, for comparing what people wrote (khóa so từ)."""

from functools import lru_cache

from dvk_desktop.domain.vietnamese.folding import fold


@lru_cache(maxsize=20_000)
def word_key(text: str) -> str:
    """Return the words without tones, case and punctuation: “VH-XH” is "vh xh"."""
    return fold(text)


def has_words(key: str, phrase: str) -> bool:
    """Tell whether ``phrase`` stands in ``key`` at the borders of words."""
    return f" {phrase} " in f" {key} "
