"""Make the wording of a certificate fit for drawing (chuẩn hóa lời ghi)."""

from dataclasses import fields, replace
from functools import lru_cache
from typing import Any
from unicodedata import normalize

from dvk_desktop.documents.fonts import BOLD, missing_glyphs
from dvk_desktop.domain.records.certificate import CertificateText

_BOX = "□"
_NAMES = tuple(item.name for item in fields(CertificateText))


def clean(text: CertificateText) -> CertificateText:
    """Return the wording in composed letters with single spaces; the same object when it is so."""
    changed: dict[str, Any] = {}
    for name in _NAMES:
        value = getattr(text, name)
        mended = _mended(value) if isinstance(value, str) else tuple(map(_mended, value))
        if mended != value:
            changed[name] = mended
    return replace(text, **changed) if changed else text


def unprintable(text: CertificateText) -> dict[str, str]:
    """Return the letters that cannot be drawn, by part; the four weights have the same letters."""
    found = {}
    for name in _NAMES:
        value = getattr(text, name)
        missing = _missing(value if isinstance(value, str) else " ".join(value))
        if missing:
            found[name] = missing
    return found


def boxed(text: CertificateText) -> CertificateText:
    """Return the wording with a box in place of each letter that cannot be drawn."""
    changed: dict[str, Any] = {}
    for name, letters in unprintable(text).items():
        value = getattr(text, name)
        table = str.maketrans(dict.fromkeys(letters, _BOX))
        is_line = isinstance(value, str)
        changed[name] = (
            value.translate(table) if is_line else tuple(line.translate(table) for line in value)
        )
    return replace(text, **changed) if changed else text


@lru_cache(maxsize=8192)
def _missing(text: str) -> str:
    return missing_glyphs(" ".join(normalize("NFC", text).split()), BOLD)


@lru_cache(maxsize=8192)
def _mended(text: str) -> str:
    return " ".join(normalize("NFC", text).split())
