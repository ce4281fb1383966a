"""Small files of what is typed and not stored yet (tệp phần gõ dở).

They lie beside the database and may be damaged by anything; nobody is kept from typing by that.
"""

import json
from pathlib import Path
from typing import Any

from dvk_desktop.safe_files import replacing


def read_kept(path: Path) -> Any:
    """Return what a file holds; None where there is none, or one that cannot be read."""
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None


def write_kept(path: Path, content: Any, *, lasting: bool) -> None:
    """Write a file for the user's eyes only.

    Without ``lasting`` the disk is not waited for: enough against a killed program, while typing.

    Raises:
        FileWriteError: The folder can't be written.
    """
    with replacing(path, mode=0o600, lasting=lasting) as file:
        file.write(json.dumps(content, ensure_ascii=False, indent=1).encode())
