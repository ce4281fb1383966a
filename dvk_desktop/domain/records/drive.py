"""What can be known of a drive (ổ đĩa, USB)."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Drive:
    """The drive that holds a folder; ``kind`` is empty where the system does not tell (ổ đĩa).

    ``largest`` is the longest file that its file system takes, if that is a limit.
    """

    folder: Path
    kind: str
    is_removable: bool
    free: int
    largest: int | None
