"""What the head of an age file tells without any key (đầu tệp mã hóa).

Only as much of the format as is needed to say whether a passphrase has to be asked for, and where
the encrypted body begins.
"""

import base64
import binascii
import re
from dataclasses import dataclass
from pathlib import Path

from dvk_desktop.domain.system_words import os_reason
from dvk_desktop.exchange.package.refusals import UnreadableFileError

CHUNK_BYTES = 64 * 1024
PIECE_BYTES = CHUNK_BYTES + 16
"""The body is a row of pieces of so many bytes, each with 16 bytes of proof."""

_VERSION = b"age-encryption.org/"
_ARMOUR = b"-----BEGIN AGE ENCRYPTED FILE-----"
_HEAD_BYTES = 16 * 1024
_MAC_BYTES = 43
_NONCE_BYTES = 16
_SCRYPT = re.compile(rb"\n-> scrypt \S+ (\d{1,3})\n")


@dataclass(frozen=True, slots=True)
class SealHeader:
    """How a file is encrypted (cách mã hóa); ``body_at`` is where its pieces begin.

    ``work`` is how hard a passphrase is to try: each step doubles time and memory.
    """

    by_passphrase: bool
    body_at: int
    is_cut: bool
    work: int = 0

    def last_piece(self, size: int) -> int:
        """Return the number of the last piece of a file of so many bytes, from 0 on."""
        return max(size - self.body_at - 1, 0) // PIECE_BYTES


def is_sealed(path: Path) -> bool:
    """Say whether a file is encrypted, by its first bytes and not by its name.

    Raises:
        UnreadableFileError: The file cannot be read.
    """
    return _head(path).startswith((_VERSION, _ARMOUR))


def read_header(path: Path) -> SealHeader:
    """Return how an encrypted file is to be opened.

    Raises:
        UnreadableFileError: The file cannot be read.
    """
    return header_of(_head(path))


def header_of(head: bytes) -> SealHeader:
    """Return what the first bytes of an encrypted file tell."""
    head = _without_armour(head)
    end = head.find(b"\n--- ")
    stanzas = head if end < 0 else head[:end]
    body_at = end + len(b"\n--- ") + _MAC_BYTES + 1 + _NONCE_BYTES
    is_cut = len(head) < _HEAD_BYTES and (end < 0 or len(head) <= body_at)
    scrypt = _SCRYPT.search(stanzas)
    work = 0 if scrypt is None else int(scrypt[1])
    return SealHeader(scrypt is not None, max(body_at, 0), is_cut, work)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD_BYTES)
    except OSError as error:
        raise UnreadableFileError(file=path.name, reason=os_reason(error)) from error


def _without_armour(head: bytes) -> bytes:
    """Return the bytes that stand as text between the two lines of the armour."""
    if not head.startswith(_ARMOUR):
        return head
    text = head[len(_ARMOUR) :].partition(b"-----END")[0]
    letters = b"".join(text.split())
    try:
        return base64.b64decode(letters[: len(letters) // 4 * 4])
    except binascii.Error:
        return b""
