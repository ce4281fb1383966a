"""Bring a data folder to the current schema, with a backup first (nâng cấp dữ liệu)."""

from pathlib import Path

from dvk_desktop.domain.records.backup import BackupReason, BackupRow
from dvk_desktop.services.keeping.backups import BackupService
from dvk_desktop.storage import upgrade
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.engine import open_engine
from dvk_desktop.storage.unit_of_work import Clock, Database, local_now


def bring_up_to_date(folder: Path, clock: Clock = local_now) -> BackupRow | None:
    """Upgrade the database of a data folder; returns the backup made before, if one was needed.

    Raises:
        NewerDatabaseError: A newer program wrote the database; nothing is changed.
        DamagedDatabaseError: The file is not sound; nothing is changed.
        StoreError: There is no room for the backup; nothing is changed.
        FileWriteError: The backup cannot be written; nothing is changed.
    """
    path = DataFolder(folder).database
    found = upgrade.schema_of(path)
    # A schema that is unknown here is refused below; it needs no backup.
    is_older = found is not None and found < upgrade.HEAD
    backup = _backed_up(folder, path, clock) if is_older else None
    upgrade.upgrade_file(path)
    return backup


def _backed_up(folder: Path, path: Path, clock: Clock) -> BackupRow:
    database = Database(open_engine(path), clock)
    try:
        return BackupService(database, folder).create(reason=BackupReason.BEFORE_RISK)
    finally:
        database.close()
