"""Encryption around a finished package, in the public age format (mã hóa gói).

The age library does all of it; here its answers are told apart and its memory is bounded. age
does not compress, so what comes out is never larger than what went in.
"""

import hashlib
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from dvk_desktop.domain.passphrases import LEAST_LETTERS, is_strong
from dvk_desktop.domain.system_words import os_reason
from dvk_desktop.exchange.package.age_keys import is_recipient
from dvk_desktop.exchange.package.limits import CHUNK, DEFAULT
from dvk_desktop.exchange.package.refusals import UnreadableFileError
from dvk_desktop.exchange.package.seal_header import (
    CHUNK_BYTES,
    PIECE_BYTES,
    SealHeader,
    header_of,
    read_header,
)
from dvk_desktop.exchange.package.sealing_refusals import (
    PassphraseShortError,
    PassphraseSlowError,
    PassphraseWrongError,
    SealCutError,
    SealDamagedError,
    SealTooBigError,
    SealTooLargeToWriteError,
    WrongKeyError,
    WrongRecipientKeyError,
)
from dvk_desktop.safe_files import ReadBackError, flush, replacing

SUFFIX = ".age"
PASSPHRASE_BYTES = 128 * 1024**2
"""The library takes and gives the whole content where it works with a passphrase."""

_OVERHEAD = 1024
_BODY_REFUSED = "decryption error"
_BODY_CUT = "age file is truncated"
_TOO_MUCH_WORK = "Excessive work"
_MOST_WORK = 21
"""Two gigabytes for a moment; an office computer has no more to give."""

_MEASURED = 4
"""The library measures the machine in a few milliseconds, and wrongly when it is busy."""


def sealed_name(path: Path) -> Path:
    """Return the name that the encrypted form of a package bears."""
    return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)


def plain_room(sealed_bytes: int) -> int:
    """Return how large a package may be so that it is at most ``sealed_bytes`` encrypted."""
    body = max(sealed_bytes - _OVERHEAD, 0)
    return body - 16 * (body // CHUNK_BYTES + 1)


def seal_to_key(plain: Path, target: Path, recipient: str, name: str = "") -> None:
    """Encrypt a file to the age key of an office's card; ``name`` is the office's.

    Raises:
        WrongRecipientKeyError: The card's key is none.
        FileWriteError: The drive refuses; nothing is left.
    """
    import pyrage  # noqa: PLC0415 -- slow import

    if not is_recipient(recipient):
        raise WrongRecipientKeyError(name=name)
    key = pyrage.x25519.Recipient.from_str(recipient)

    def write(file: "_Watched") -> None:
        with _reading(plain) as source:
            file.run(lambda: pyrage.encrypt_io(source, file, [key]))

    _write(target, write)


def seal_to_passphrase(plain: Path, target: Path, passphrase: str) -> None:
    """Encrypt a file to a passphrase that is told by telephone.

    Raises:
        PassphraseShortError: It could be guessed.
        SealTooLargeToWriteError: The file is too large for this way.
        FileWriteError: The drive refuses; nothing is left.
    """
    import pyrage  # noqa: PLC0415 -- slow import

    require_strength(passphrase)
    size = plain.stat().st_size
    if size > PASSPHRASE_BYTES:
        raise SealTooLargeToWriteError(found=size, limit=PASSPHRASE_BYTES)
    sealed = pyrage.passphrase.encrypt(plain.read_bytes(), _typed(passphrase))
    _write(target, lambda file: file.write(sealed))


def require_strength(passphrase: str) -> None:
    """Refuse a passphrase that could be guessed.

    Raises:
        PassphraseShortError: It has too few characters.
    """
    if not is_strong(passphrase):
        raise PassphraseShortError(least=LEAST_LETTERS)


def open_with_key(path: Path, target: Path, identity: str) -> None:
    """Decrypt a file with our own age key.

    Raises:
        WrongKeyError: It is for another key.
        SealCutError: Its end is missing.
        SealDamagedError: A byte is wrong.
        SealTooBigError: It is larger than any package may be.
        FileWriteError: The drive refuses; nothing is left.
    """
    import pyrage  # noqa: PLC0415 -- slow import

    header = _checked(path, DEFAULT.unpacked_bytes)
    key = pyrage.x25519.Identity.from_str(identity)

    def write(file: "_Watched") -> None:
        try:
            with _reading(path) as source:
                file.run(lambda: pyrage.decrypt_io(source, file, [key]))
        except pyrage.DecryptError as error:
            if "matching keys" in str(error):
                raise WrongKeyError(file=path.name) from None
            raise _broken(path.name, header, at_end=False) from None
        except OSError as error:
            # The library says of a damaged body what the system says of a drive, without number.
            if error.errno is not None:
                raise
            at_end = file.size // CHUNK_BYTES >= header.last_piece(path.stat().st_size)
            raise _broken(path.name, header, at_end=at_end) from None

    _write(target, write, mode=0o600, lasting=False)


def open_with_passphrase(path: Path, target: Path, passphrase: str) -> None:
    """Decrypt a file with a passphrase.

    Raises:
        PassphraseWrongError: It does not open the file.
        SealCutError: Its end is missing.
        SealDamagedError: A byte is wrong.
        SealTooBigError: It is larger than this way can take.
        FileWriteError: The drive refuses; nothing is left.
    """
    _checked(path, PASSPHRASE_BYTES)
    with _reading(path) as source:
        content = opened_bytes(source.read(), passphrase, path.name)
    _write(target, lambda file: file.write(content), mode=0o600, lasting=False)


def opened_bytes(sealed: bytes, passphrase: str, name: str) -> bytes:
    """Return what a passphrase opens; ``name`` is the file's, for the refusals.

    Raises:
        PassphraseWrongError: It does not open it.
        PassphraseSlowError: It asks for more work than this computer bears.
        SealCutError: The end is missing.
        SealDamagedError: A byte is wrong.
    """
    header = header_of(sealed)
    found = _TOO_MUCH_WORK if header.work > _MOST_WORK else _try_passphrase(sealed, passphrase)
    if isinstance(found, bytes):
        return found
    if found.startswith(_TOO_MUCH_WORK):
        raise PassphraseSlowError(file=name)
    # The library's one word for the head: there a wrong passphrase and a flip look alike.
    if found == "Decryption failed":
        raise PassphraseWrongError(file=name)
    whole = header.body_at + header.last_piece(len(sealed)) * PIECE_BYTES
    at_end = found == _BODY_REFUSED and (
        whole == header.body_at or _try_passphrase(sealed[:whole], passphrase) == _BODY_CUT
    )
    raise _broken(name, header, at_end=at_end or found == _BODY_CUT)


def _try_passphrase(sealed: bytes, passphrase: str) -> bytes | str:
    """Return the content, or what the library says against it."""
    import pyrage  # noqa: PLC0415 -- slow import

    said = ""
    for _ in range(_MEASURED):
        try:
            content: bytes = pyrage.passphrase.decrypt(sealed, _typed(passphrase))
        except pyrage.DecryptError as error:
            said = str(error)
            if not said.startswith(_TOO_MUCH_WORK):
                break
        else:
            return content
    return said


def sealed_bytes(content: bytes, passphrase: str) -> bytes:
    """Return a small content, such as keys, encrypted to a passphrase."""
    import pyrage  # noqa: PLC0415 -- slow import

    require_strength(passphrase)
    sealed: bytes = pyrage.passphrase.encrypt(content, _typed(passphrase))
    return sealed


def _typed(passphrase: str) -> str:
    """Return one form of what keyboards write in two (ế as one character or as three)."""
    return unicodedata.normalize("NFC", passphrase)


def _checked(path: Path, limit: int) -> SealHeader:
    header = read_header(path)
    size = path.stat().st_size
    if size > limit + limit // 1024 + _OVERHEAD:
        raise SealTooBigError(file=path.name, found=size, limit=limit)
    return header


def _broken(name: str, header: SealHeader, *, at_end: bool) -> SealCutError | SealDamagedError:
    """Tell a cut from a flip: in a file that was cut, all pieces but the last are whole."""
    return SealCutError(file=name) if at_end or header.is_cut else SealDamagedError(file=name)


def _reading(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise UnreadableFileError(file=path.name, reason=os_reason(error)) from error


def _write(
    target: Path, write: Callable[["_Watched"], object], mode: int = 0o666, lasting: bool = True
) -> None:
    """Write, read back and compare, and only then give the file its name."""
    with replacing(target, mode=mode, lasting=lasting) as file:
        watched = _Watched(file)
        write(watched)
        file.flush()
        if lasting:
            flush(file)
            if _digest(Path(file.name)) != watched.digest.digest():
                raise ReadBackError(target)


def _digest(path: Path) -> bytes:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(CHUNK):
            digest.update(piece)
    return digest.digest()


class _Watched:
    """Counts and hashes what is written, and keeps what the drive said."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._refusal: OSError | None = None
        self.size = 0
        self.digest = hashlib.sha256()

    def write(self, piece: bytes) -> int:
        """Write one piece."""
        try:
            self._file.write(piece)
        except OSError as error:
            self._refusal = error
            raise
        self.size += len(piece)
        self.digest.update(piece)
        return len(piece)

    def flush(self) -> None:
        """Hand on what is held back."""
        self._file.flush()

    def run(self, work: Callable[[], object]) -> None:
        """Do the library's work; what the drive said comes through as it was."""
        import pyrage  # noqa: PLC0415 -- slow import

        try:
            work()
        except (OSError, pyrage.EncryptError, pyrage.DecryptError):
            if self._refusal is not None:
                raise self._refusal from None
            raise
