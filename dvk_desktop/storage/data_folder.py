"""What lies where in the office's data folder (thư mục dữ liệu)."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The places in one data folder; nothing else knows these names (thư mục dữ liệu)."""

    root: Path

    @property
    def database(self) -> Path:
        """Return the database file."""
        return self.root / "dan-van-kheo.db"

    @property
    def keys(self) -> Path:
        """Return the folder of the office's private keys; only the owner may read it."""
        return self.root / "keys"

    @property
    def attachments(self) -> Path:
        """Return the folder of attachments, each named by the SHA-256 of its content."""
        return self.root / "attachments"

    @property
    def backups(self) -> Path:
        """Return the folder of automatic backups."""
        return self.root / "backups"

    @property
    def working(self) -> Path:
        """Return the folder for what lies in clear only while it is worked on."""
        return self.root / "packages" / "working"

    @property
    def receipts(self) -> Path:
        """Return the folder of the receipts that this office wrote."""
        return self.root / "packages" / "receipts"

    @property
    def given_numbers(self) -> Path:
        """Return the file of the numbers that were given to packages."""
        return self.root / "packages" / "numbers.json"

    @property
    def set_aside(self) -> Path:
        """Return the folder that holds what a restore has replaced."""
        return self.root / "set-aside"

    @property
    def lock(self) -> Path:
        """Return the file whose lock says that a program owns this folder."""
        return self.root / "dan-van-kheo.lock"

    @property
    def witness(self) -> Path:
        """Return the file beside the database that remembers how far it had come."""
        return self.root / "witness.json"
