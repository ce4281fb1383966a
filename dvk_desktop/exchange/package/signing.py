"""Keys, signatures and fingerprints (khoá, chữ ký số, dấu vân tay khoá).

Private keys are raw 32 bytes in memory and PKCS #8 in a file that only the user can read. On
Windows the user's own data folder protects them; modes mean nothing there.
"""

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.system_words import os_reason
from dvk_desktop.safe_files import replacing

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

# People copy dashes of all kinds.
_SPACES = re.compile(r"[\s\-–—.]+")
_GROUPS = 16


class KeyMissingError(DvkError):
    """There is no private key (chưa có khoá)."""

    code = "KEY_UNREADABLE"
    template = (
        "Không đọc được khoá ký “{file}” ({reason})."
        " Hãy khôi phục từ bản sao lưu, hoặc lập khóa mới ở mục Văn phòng rồi gửi lại thẻ."
    )


class KeyDamagedError(DvkError):
    """The file holds no key of ours (khoá hỏng)."""

    code = "KEY_DAMAGED"
    template = (
        "Tệp khoá ký “{file}” bị hỏng hoặc không phải khoá của chương trình."
        " Hãy khôi phục từ bản sao lưu, hoặc lập khóa mới ở mục Văn phòng rồi gửi lại thẻ."
    )


@dataclass(frozen=True, slots=True)
class SigningKeys:
    """An Ed25519 key pair, each 32 raw bytes (cặp khoá ký)."""

    private_key: bytes = field(repr=False)
    public_key: bytes


def new_keys() -> SigningKeys:
    """Make a fresh key pair."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 -- slow import
        Ed25519PrivateKey,
    )

    key = Ed25519PrivateKey.generate()
    return SigningKeys(key.private_bytes_raw(), key.public_key().public_bytes_raw())


def public_key_of(private_key: bytes) -> bytes:
    """Return the public half of a private key."""
    return _private(private_key).public_key().public_bytes_raw()


def sign(private_key: bytes, message: bytes) -> bytes:
    """Return the 64 bytes of the signature."""
    return _private(private_key).sign(message)


def verify(public_key: bytes, signature: bytes, message: bytes) -> bool:
    """Say whether the owner of ``public_key`` signed exactly these bytes."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 -- slow import
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 -- slow import
        Ed25519PublicKey,
    )

    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public_key: bytes) -> str:
    """Return the key's SHA-256 as 16 groups of five digits, to be read out over the telephone.

    Each group is two of the 32 bytes as a number from 00000 to 65535, so nothing is cut off;
    digits are heard more surely than letters.
    """
    digest = hashlib.sha256(public_key).digest()
    numbers = (int.from_bytes(digest[at : at + 2], "big") for at in range(0, 2 * _GROUPS, 2))
    return " ".join(f"{number:05d}" for number in numbers)


def same_fingerprint(given: str, public_key: bytes) -> bool:
    """Say whether a person typed this key's fingerprint, as groups or as 64 hex digits."""
    typed = _SPACES.sub("", given).lower()
    shown = fingerprint(public_key).replace(" ", "")
    return typed in (shown, hashlib.sha256(public_key).hexdigest())


def save_private_key(path: Path, private_key: bytes) -> None:
    """Write the key to a file that only its owner can read, and replace an older one.

    Raises:
        FileWriteError: The drive refuses; an older file is untouched.
    """
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 -- slow import

    pem = _private(private_key).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    save_secret(path, pem)


def load_private_key(path: Path) -> bytes:
    """Return the private key of a file; one under a passphrase lies in another form elsewhere.

    Raises:
        KeyMissingError: The file is absent or unreadable.
        KeyDamagedError: It holds something else.
    """
    from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415 -- slow import
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 -- slow import
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 -- slow import
        Ed25519PrivateKey,
    )

    try:
        pem = path.read_bytes()
    except OSError as error:
        raise KeyMissingError(file=path.name, reason=os_reason(error)) from error
    try:
        key = serialization.load_pem_private_key(pem, None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise KeyDamagedError(file=path.name) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyDamagedError(file=path.name)
    return key.private_bytes_raw()


def save_secret(path: Path, secret: bytes) -> None:
    """Write bytes that nobody else may read, from the first moment on.

    Raises:
        FileWriteError: The drive refuses; an older file is untouched.
    """
    with replacing(path, mode=0o600) as file:
        file.write(secret)


def _private(private_key: bytes) -> "Ed25519PrivateKey":
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 -- slow import
        Ed25519PrivateKey,
    )

    return Ed25519PrivateKey.from_private_bytes(private_key)
