"""The contents of attachments, each stored once under its SHA-256 (kho tệp đính kèm)."""

import hashlib
import re
from pathlib import Path
from typing import BinaryIO

from dvk_desktop.safe_files import write_safely
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.disk import explained, require_space, sha256_of

_is_sha256 = re.compile(r"[0-9a-f]{64}").fullmatch


def stored_file(folder: DataFolder, sha256: str) -> Path | None:
    """Return where a content lies; None when it is not here, or the name is not a SHA-256."""
    # The name may come from another office: it must not lead out of the folder.
    if _is_sha256(sha256) is None:
        return None
    path = folder.attachments / sha256
    return path if path.is_file() else None


def store_content(folder: DataFolder, content: bytes) -> str:
    """Store a content unless it is there already; returns its SHA-256.

    Raises:
        StoreError: The drive refuses.
        FileWriteError: The drive refuses.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    target = folder.attachments / sha256
    if not holds(target, sha256):
        with explained(folder.attachments):
            folder.attachments.mkdir(parents=True, exist_ok=True)
        require_space(folder.attachments, len(content))
        write_safely(target, lambda file: _fill(file, content), lambda path: holds(path, sha256))
    return sha256


def holds(path: Path, sha256: str) -> bool:
    """Say whether a file is there and is what its SHA-256 says."""
    try:
        with path.open("rb") as file:
            return sha256_of(file)[0] == sha256
    except OSError:
        return False


def _fill(file: BinaryIO, content: bytes) -> None:
    file.write(content)
