"""Key pairs in the text forms of the age format (khoá mã hoá).

Only the keys that office cards carry; encrypting is another matter. The text form is Bech32 as in
BIP 173, without its limit of 90 characters.
"""

from dataclasses import dataclass, field

_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECKSUM_LENGTH = 6
_PUBLIC_PREFIX = "age"
_SECRET_PREFIX = "age-secret-key-"


@dataclass(frozen=True, slots=True)
class AgeKeys:
    """An X25519 pair as age writes it (cặp khoá mã hoá)."""

    identity: str = field(repr=False)
    recipient: str


def new_age_keys() -> AgeKeys:
    """Make a fresh pair: ``AGE-SECRET-KEY-1...`` and ``age1...``."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import (  # noqa: PLC0415 -- slow import
        X25519PrivateKey,
    )

    key = X25519PrivateKey.generate()
    return AgeKeys(
        encode_bech32(_SECRET_PREFIX, key.private_bytes_raw()).upper(),
        encode_bech32(_PUBLIC_PREFIX, key.public_key().public_bytes_raw()),
    )


def recipient_of(identity: str) -> str:
    """Return the public half of an identity.

    Raises:
        ValueError: The text is no age identity.
    """
    from cryptography.hazmat.primitives.asymmetric.x25519 import (  # noqa: PLC0415 -- slow import
        X25519PrivateKey,
    )

    prefix, secret = decode_bech32(identity)
    if prefix != _SECRET_PREFIX:
        raise ValueError("not an age identity")
    public = X25519PrivateKey.from_private_bytes(secret).public_key()
    return encode_bech32(_PUBLIC_PREFIX, public.public_bytes_raw())


def is_recipient(text: str) -> bool:
    """Say whether the text is a public key that age would take."""
    try:
        prefix, key = decode_bech32(text)
    except ValueError:
        return False
    return prefix == _PUBLIC_PREFIX and len(key) == 32 and text == text.lower()


def encode_bech32(prefix: str, data: bytes) -> str:
    """Return lower-case Bech32."""
    values = _regroup(list(data), 8, 5, pad=True)
    check = _checksum(_expanded(prefix) + values + [0] * _CHECKSUM_LENGTH) ^ 1
    values += [check >> 5 * (_CHECKSUM_LENGTH - 1 - at) & 31 for at in range(_CHECKSUM_LENGTH)]
    return prefix + "1" + "".join(_LETTERS[value] for value in values)


def decode_bech32(text: str) -> tuple[str, bytes]:
    """Return prefix and data.

    Raises:
        ValueError: Mixed case, a wrong letter or a wrong checksum.
    """
    if text not in (text.lower(), text.upper()):
        raise ValueError("mixed case")
    prefix, one, letters = text.lower().rpartition("1")
    if not (prefix and one) or len(letters) < _CHECKSUM_LENGTH:
        raise ValueError("no data")
    values = [_LETTERS.index(letter) for letter in letters]
    if _checksum(_expanded(prefix) + values) != 1:
        raise ValueError("wrong checksum")
    return prefix, bytes(_regroup(values[:-_CHECKSUM_LENGTH], 5, 8, pad=False))


def _expanded(prefix: str) -> list[int]:
    codes = prefix.encode("ascii")
    return [code >> 5 for code in codes] + [0] + [code & 31 for code in codes]


def _checksum(values: list[int]) -> int:
    state = 1
    for value in values:
        top = state >> 25
        state = (state & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_GENERATOR):
            if top >> bit & 1:
                state ^= generator
    return state


def _regroup(values: list[int], width: int, new_width: int, *, pad: bool) -> list[int]:
    """Cut a row of bits into groups of another width."""
    gathered = bits = 0
    groups = []
    for value in values:
        gathered = gathered << width | value
        bits += width
        while bits >= new_width:
            bits -= new_width
            groups.append(gathered >> bits & (1 << new_width) - 1)
        gathered &= (1 << bits) - 1
    if pad and bits:
        groups.append(gathered << new_width - bits & (1 << new_width) - 1)
    elif not pad and (bits >= width or gathered):
        raise ValueError("bits are left over")
    return groups
