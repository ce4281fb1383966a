"""Passphrases that people tell each other by telephone (mật khẩu)."""

import secrets
import unicodedata

LEAST_LETTERS = 8
_GROUPS, _DIGITS = 4, 5


def is_strong(passphrase: str) -> bool:
    """Say whether a passphrase is long enough to be taken."""
    return len(unicodedata.normalize("NFC", passphrase).strip()) >= LEAST_LETTERS


def suggested_passphrase() -> str:
    """Return four groups of digits by chance: 66 bits, and heard without mistake."""
    groups = (f"{secrets.randbelow(10**_DIGITS):0{_DIGITS}}" for _ in range(_GROUPS))
    return " ".join(groups)
