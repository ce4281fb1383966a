"""JSON that means one thing to every reader (JSON chặt chẽ).

The standard parser takes two members of one name, NaN, endless numbers, lone surrogates and any
Unicode form; all of these are refused here. Sentences say what is wrong, for the refusals.
"""

import json
import math
import unicodedata
from sys import intern
from typing import Any, NoReturn

from dvk_desktop.domain.words import Wording

_LONGEST_ERROR_VALUE = 40


class JsonRefusedError(ValueError):
    """The text is not the strict JSON that the format asks for; ``reason`` says why."""

    def __init__(self, reason: Wording) -> None:
        self.reason = reason
        super().__init__(str(reason))


def parse_object(raw: bytes) -> dict[str, Any]:
    """Return the one JSON object that the bytes hold.

    Raises:
        JsonRefusedError: Anything else.
    """
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        raise JsonRefusedError(Wording("không phải chữ UTF-8.")) from None
    if not unicodedata.is_normalized("NFC", text):
        raise JsonRefusedError(Wording("chữ không ở dạng Unicode dựng sẵn (NFC)."))
    try:
        value = _decoder.decode(text)
        if "\\u" in text:
            _check_escapes(value)
    except JsonRefusedError:
        raise
    except (ValueError, RecursionError):
        raise JsonRefusedError(Wording("không phải JSON hợp lệ.")) from None
    if type(value) is not dict:
        raise JsonRefusedError(Wording("phải là một đối tượng JSON."))
    return value


def dump(value: object, *, sort_keys: bool = False) -> str:
    """Return compact JSON in NFC, the only form in which this program writes it.

    Raises:
        ValueError: A number is not finite: a fault of the caller.
    """
    text = (_sorting_encoder if sort_keys else _encoder).encode(value)
    return unicodedata.normalize("NFC", text)


def _check_escapes(value: object) -> None:
    """Refuse what only the escapes hide: lone surrogates and text that is not NFC."""
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        raise JsonRefusedError(Wording("có ký tự Unicode không hợp lệ.")) from None
    if not unicodedata.is_normalized("NFC", text):
        raise JsonRefusedError(Wording("chữ không ở dạng Unicode dựng sẵn (NFC)."))


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    # Interned names: a hundred thousand records share them instead of each holding its own.
    members = {intern(name): value for name, value in pairs}
    if len(members) != len(pairs):
        raise JsonRefusedError(Wording("có mục ghi hai lần trong một đối tượng."))
    return members


def _refuse_constant(text: str) -> NoReturn:
    raise JsonRefusedError(Wording("có số không hợp lệ “{value}”.", {"value": text}))


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        _refuse_constant(text[:_LONGEST_ERROR_VALUE])
    return value


_decoder = json.JSONDecoder(
    object_pairs_hook=_unique, parse_constant=_refuse_constant, parse_float=_finite
)
# Made once: building an encoder takes as long as encoding a record.
_encoder, _sorting_encoder = (
    json.JSONEncoder(
        ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=sort_keys
    )
    for sort_keys in (False, True)
)
