"""The check of a stick before and after a file is written there (bác sĩ USB)."""

from pathlib import Path

from dvk_desktop.domain.records.drive import Drive
from dvk_desktop.storage.disk import StoreError
from dvk_desktop.storage.drives import drive_of, require_drive


class DriveService:
    """Looks at the drives that files are written to."""

    def require(self, path: Path, wanted: int = 0) -> Drive:
        """Refuse a drive that cannot take a file, by trying; changes nothing there.

        Raises:
            FileWriteError: The folder is gone, read-only, closed to us, or gives back other bytes.
            DriveFullError: There is not enough room.
            DriveFileLimitError: Its file system takes no file of this size.
        """
        return require_drive(path, wanted)

    def may_be_pulled(self, path: Path) -> bool:
        """Say whether a file that is written and read back lies on a drive that people pull."""
        try:
            return drive_of(path.parent).is_removable
        except StoreError:
            # Pulled already; there is nothing left to say of it.
            return False
