"""Where the keys of a data folder lie (tệp khóa)."""

import os
import stat
from pathlib import Path

KEY_FILE = "office.key"
AGE_FILE = "office.age"
CARD_AGE_FILE = "office.age.pub"
SEALED_FILE = "office.keys.age"
"""Both private keys under a passphrase; where it lies, the two files above do not count."""


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
