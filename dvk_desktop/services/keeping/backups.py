"""Verified backups, by themselves and by hand, and putting one back (sao lưu, khôi phục)."""

import tempfile
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import dvk_desktop
from dvk_desktop.domain.backup_retention import kept
from dvk_desktop.domain.progress import SILENT, Progress
from dvk_desktop.domain.records.backup import BackupAge, BackupReason, BackupRow, RestoreRow
from dvk_desktop.models import Setting
from dvk_desktop.services.keeping.backup_rows import kept_files, readable_row, row_of
from dvk_desktop.storage.backup import DatabaseFacts, copy_database
from dvk_desktop.storage.backup_file import DATABASE, SUFFIX, verify_entries, write_backup
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.disk import explained, require_space
from dvk_desktop.storage.drives import require_drive
from dvk_desktop.storage.queries.journal import first_moment, last_number
from dvk_desktop.storage.restore import (
    add_attachments,
    missing_attachments,
    prepare,
    protect_keys,
    rehearse,
    rehearse_database,
    swap_in,
)
from dvk_desktop.storage.unit_of_work import Clock, Database, local_now

INTERVAL_SETTING = "backup.interval_hours"
WARNING_SETTING = "backup.warning_days"
_INTERVAL_HOURS = 4
_WARNING_DAYS = 7
_AUTOMATIC = frozenset({BackupReason.INTERVAL, BackupReason.BEFORE_RISK})


class BackupService:
    """Makes backups, proves them, and keeps the right ones."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._folder = DataFolder(folder)
        self._read_last: tuple[tuple[Path, int, int], BackupRow] | None = None

    def create(
        self,
        path: Path | None = None,
        reason: BackupReason = BackupReason.MANUAL,
        progress: Progress = SILENT,
    ) -> BackupRow:
        """Write a backup and prove it; without a path it goes to the data folder.

        A backup with a path carries the attachments too, so that it can be put back on another
        computer. In the data folder they lie beside it and never change.

        Raises:
            StoreError: The disk refused; the subclass says why.
            FileWriteError: The backup cannot be written there; the subclass says why.
            DamagedDatabaseError: The data itself is not sound.
        """
        now = self._database.clock()
        target = self._free_name(reason, now) if path is None else path
        with explained(target.parent):
            target.parent.mkdir(parents=True, exist_ok=True)
        files = kept_files(self._folder)
        packed = files if path is not None else {}
        self._require_space(target.parent, packed)
        if path is not None:
            require_drive(path, self._folder.database.stat().st_size)
        with _workplace(target.parent) as place:
            progress.step(0, 3, "Chép dữ liệu")
            facts = copy_database(self._folder.database, Path(place) / DATABASE)
            progress.step(1, 3, "Ghi và kiểm tra bản sao lưu")
            sources = {DATABASE: Path(place) / DATABASE, **self._keys(), **packed}
            told = _told(facts, reason, now, len(files), has_attachments=path is not None)
            manifest = write_backup(target, told, sources)
        progress.step(3, 3)
        return row_of(target, manifest, is_verified=True)

    def verify(self, path: Path) -> BackupRow:
        """Rehearse a restore in a temporary folder: content, keys between records, journal.

        Raises:
            StoreError: The file cannot be read.
            DamagedBackupError: The backup is not sound.
            NewerBackupError: It comes from a newer program.
        """
        manifest = verify_entries(path)
        with tempfile.TemporaryDirectory(prefix="dvk-", ignore_cleanup_errors=True) as place:
            rehearse_database(path, Path(place))
        return row_of(path, manifest, is_verified=True)

    def list(self) -> tuple[BackupRow, ...]:
        """Return the backups of the data folder, the newest first; a bad one says why."""
        rows = [readable_row(path) for path in self._folder.backups.glob(f"*{SUFFIX}")]
        return tuple(sorted(rows, key=lambda row: row.created_at, reverse=True))

    def last_good(self) -> BackupRow | None:
        """Return the newest backup of which every byte is as it was written."""
        for row in self.list():
            if row.problem is None:
                checked = self._checked(row.path)
                if checked.problem is None:
                    return checked
        return None

    def _checked(self, path: Path) -> BackupRow:
        """Read a backup byte by byte, once while the file stays as it is.

        At the start the age is asked for and a backup may be due: large ones are read once.
        """
        try:
            found = path.stat()
        except OSError:
            return readable_row(path, thoroughly=True)
        looks = (path, found.st_mtime_ns, found.st_size)
        if self._read_last is None or self._read_last[0] != looks:
            self._read_last = (looks, readable_row(path, thoroughly=True))
        return self._read_last[1]

    def age(self) -> BackupAge:
        """Say how old the last good backup is and whether to warn of it.

        Data that did not change since needs no new backup, however long ago that was.
        """
        last = self.last_good()
        newest, days_allowed = self._state(WARNING_SETTING, _WARNING_DAYS)
        now = self._database.clock()
        if last is None:
            with self._database.reading() as work:
                days = (now - (first_moment(work) or now)).days
            return BackupAge(None, None, newest, is_old=newest > 0 and days >= days_allowed)
        days = max(0, (now - last.created_at).days)
        unsaved = max(0, newest - last.change_set)
        return BackupAge(last, days, unsaved, is_old=unsaved > 0 and days >= days_allowed)

    def backup_if_due(self, progress: Progress = SILENT) -> BackupRow | None:
        """Make an automatic backup if something changed and the last one is old enough.

        Raises:
            StoreError: The disk refused; the subclass says why.
            FileWriteError: The backup cannot be written there; the subclass says why.
            DamagedDatabaseError: The data itself is not sound.
        """
        newest, hours = self._state(INTERVAL_SETTING, _INTERVAL_HOURS)
        last = self.last_good()
        if newest == 0 or (last is not None and last.change_set == newest):
            return None
        # A clock that was set back must not stop the backups: then the age is negative.
        age = None if last is None else self._database.clock() - last.created_at
        if age is not None and timedelta(0) <= age < timedelta(hours=hours):
            return None
        return self._automatic(BackupReason.INTERVAL, progress)

    def before_risk(self, progress: Progress = SILENT) -> BackupRow:
        """Make an automatic backup before an import, a merge or the like.

        Raises:
            StoreError: The disk refused; the risky act should not begin.
            FileWriteError: The backup cannot be written; nor should it.
            DamagedDatabaseError: The data itself is not sound.
        """
        last = next(iter(self.list()), None)
        newest, _ = self._state(INTERVAL_SETTING, _INTERVAL_HOURS)
        if last is not None and last.problem is None and last.change_set == newest > 0:
            checked = readable_row(last.path, thoroughly=True)
            if checked.problem is None:
                return checked
        return self._automatic(BackupReason.BEFORE_RISK, progress)

    def _automatic(self, reason: BackupReason, progress: Progress) -> BackupRow:
        row = self.create(reason=reason, progress=progress)
        self._thin_out(row)
        return row

    def _thin_out(self, newest: BackupRow) -> None:
        """Remove automatic backups that are no longer needed, never the one just proven.

        It runs after a backup was read back, so a run of failures removes nothing.
        """
        rows = [row for row in self.list() if row.problem is None and row.reason in _AUTOMATIC]
        stay = kept({row.path: row.created_at for row in rows}) | {newest.path}
        for row in rows:
            if row.path not in stay:
                with explained(row.path):
                    row.path.unlink(missing_ok=True)

    def _state(self, setting: str, default: int) -> tuple[int, int]:
        with self._database.reading() as work:
            row = work.first(Setting, key=setting)
            return last_number(work), default if row is None else int(row.value)

    def _keys(self) -> dict[str, Path]:
        keys = self._folder.keys
        if not keys.is_dir():
            return {}
        return {f"keys/{file.name}": file for file in sorted(keys.iterdir()) if file.is_file()}

    def _free_name(self, reason: BackupReason, now: datetime) -> Path:
        stem = f"{now:%Y-%m-%d-%H%M%S}-{reason.value}"
        path = self._folder.backups / f"{stem}{SUFFIX}"
        number = 1
        while path.exists():
            number += 1
            path = path.with_name(f"{stem}-{number}{SUFFIX}")
        return path

    def _require_space(self, folder: Path, packed: Mapping[str, Path]) -> None:
        # The copy of the database and the backup itself are there at the same time.
        wanted = 2 * self._folder.database.stat().st_size
        require_space(folder, wanted + sum(file.stat().st_size for file in packed.values()))


def restore(
    path: Path,
    folder: Path,
    progress: Progress = SILENT,
    *,
    clock: Clock = local_now,
    actor: str = "",
) -> RestoreRow:
    """Put a backup in the place of the data in ``folder``, which is kept aside.

    The caller holds the folder's lock and has closed its own database. The restored database
    writes under a new replica id from here on, so that other offices can tell it from the one
    that was lost.

    Raises:
        StoreError: The disk refused; nothing was changed.
        DamagedBackupError: The backup is not sound; nothing was changed.
        NewerBackupError: It comes from a newer program; nothing was changed.
        DatabaseOpenError: Another program uses the data; nothing was changed.
    """
    places = DataFolder(folder)
    with _workplace(places.root, "restore") as place:
        unpacked = Path(place)
        progress.step(0, 3, "Kiểm tra bản sao lưu")
        manifest, _ = rehearse(path, unpacked)
        progress.step(1, 3, "Chuẩn bị dữ liệu")
        replica_id = prepare(path, unpacked / DATABASE, clock, actor, home=places)
        protect_keys(unpacked)
        progress.step(2, 3, "Thay dữ liệu")
        aside = swap_in(unpacked, places, clock())
        add_attachments(unpacked, places)
    progress.step(3, 3)
    row = row_of(path, manifest, is_verified=True)
    return RestoreRow(row, aside, replica_id, missing_attachments(places))


def _workplace(parent: Path, kind: str = "backup") -> "tempfile.TemporaryDirectory[str]":
    """Return a folder on the same disk that goes away again."""
    with explained(parent):
        parent.mkdir(parents=True, exist_ok=True)
        return tempfile.TemporaryDirectory(
            prefix=f".{kind}-", dir=parent, ignore_cleanup_errors=True
        )


def _told(
    facts: DatabaseFacts,
    reason: BackupReason,
    now: datetime,
    attachments: int,
    *,
    has_attachments: bool,
) -> dict[str, Any]:
    """Return what the manifest says of the backup."""
    return {
        "app": dvk_desktop.__version__,
        "schema": facts.schema,
        "created_at": now.isoformat(timespec="seconds"),
        "reason": reason.value,
        "office": {
            "office_id": facts.office_id,
            "code": facts.office_code,
            "name": facts.office_name,
        },
        "change_set": facts.change_set,
        "audit_head": facts.audit_head,
        "counts": facts.counts,
        "attachments": attachments,
        "has_attachments": has_attachments,
    }
