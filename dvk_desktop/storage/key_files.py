"""Where the keys of a data folder lie (tệp khóa)."""

from pathlib import Path

KEY_FILE = "office.key"
AGE_FILE = "office.age"
CARD_AGE_FILE = "office.age.pub"


def keys_folder(folder: Path) -> Path:
    """Return where the private keys of a data folder lie."""
    return folder / "keys"
