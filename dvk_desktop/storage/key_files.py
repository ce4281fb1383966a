"""Where the keys of a data folder lie, and older ones beside them (tệp khóa)."""

import base64
import hashlib
import os
import stat
from pathlib import Path

KEY_FILE = "office.key"
AGE_FILE = "office.age"
CARD_AGE_FILE = "office.age.pub"
SEALED_FILE = "office.keys.age"
"""Both private keys under a passphrase; where it lies, the two files above do not count."""


KEY_FILES = (KEY_FILE, AGE_FILE, CARD_AGE_FILE, SEALED_FILE)


def keys_folder(folder: Path) -> Path:
    """Return where the private keys of a data folder lie."""
    return folder / "keys"


def close_to_others(path: Path) -> None:
    """Let only the owner read a private key, as a copy from a stick may be open to all.

    Windows keeps other accounts out of the user's own data folder; modes mean nothing there.
    """
    others = stat.S_IRWXG | stat.S_IRWXO
    if os.name == "posix" and path.is_file() and path.stat().st_mode & others:
        path.chmod(0o600)


def put_aside(place: Path, public_key: str) -> None:
    """Keep the key files that are there under the name of their public key (lưu khóa cũ)."""
    for name in KEY_FILES:
        if (place / name).exists():
            os.replace(place / name, place / _aside(public_key, name))


def take_back(place: Path, public_key: str) -> bool:
    """Put the files of a key back that lie aside; says whether there were any."""
    aside = [name for name in KEY_FILES if (place / _aside(public_key, name)).exists()]
    if not aside:
        return False
    for name in KEY_FILES:
        if name in aside:
            os.replace(place / _aside(public_key, name), place / name)
        else:
            (place / name).unlink(missing_ok=True)
    return True


def aside_files(place: Path, name: str) -> list[Path]:
    """Return the files of older keys that lie aside."""
    return sorted(place.glob(f"old-*.{name}"))


def _aside(public_key: str, name: str) -> str:
    digest = hashlib.sha256(base64.b64decode(public_key)).hexdigest()
    return f"old-{digest[:16]}.{name}"
