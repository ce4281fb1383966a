"""Backup files as rows of a list (dòng danh sách bản sao lưu)."""

from datetime import datetime
from pathlib import Path

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.backup import BackupReason, BackupRow
from dvk_desktop.domain.words import Wording
from dvk_desktop.storage.backup_file import (
    DATABASE,
    DamagedBackupError,
    Manifest,
    read_manifest,
    verify_entries,
)
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.unit_of_work import VIETNAM


def kept_files(folder: DataFolder) -> dict[str, Path]:
    """Return the attachments of a data folder under their names in a backup."""
    if not folder.attachments.is_dir():
        return {}
    files = (file for file in sorted(folder.attachments.iterdir()) if len(file.name) == 64)
    return {f"attachments/{file.name}": file for file in files}


def row_of(path: Path, manifest: Manifest, *, is_verified: bool) -> BackupRow:
    """Return the row of a backup.

    Raises:
        DamagedBackupError: The manifest does not say what it must.
    """
    facts, database = manifest.facts, manifest.entry(DATABASE)
    try:
        office = facts["office"]
        return BackupRow(
            path=path,
            created_at=_moment(str(facts["created_at"])),
            byte_count=path.stat().st_size,
            reason=BackupReason(facts["reason"]),
            office_id=str(office["office_id"]),
            office_code=str(office["code"]),
            office_name=str(office["name"]),
            app_version=str(facts["app"]),
            schema=str(facts["schema"]),
            change_set=int(facts["change_set"]),
            audit_head=str(facts["audit_head"]),
            database_sha256="" if database is None else database.sha256,
            counts=dict(facts["counts"]),
            attachments=int(facts["attachments"]),
            has_attachments=bool(facts["has_attachments"]),
            is_verified=is_verified,
        )
    except (KeyError, TypeError, ValueError) as error:
        reason = Wording("bản kê thiếu thông tin")
        raise DamagedBackupError(path=path, reason=reason) from error


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=VIETNAM)


def readable_row(path: Path, *, thoroughly: bool = False) -> BackupRow:
    """Return the row of a backup, or of why it cannot be used; ``thoroughly`` reads it all."""
    try:
        manifest = verify_entries(path) if thoroughly else read_manifest(path)
        return row_of(path, manifest, is_verified=thoroughly)
    except DvkError as error:
        status = path.stat() if path.exists() else None
        changed = 0.0 if status is None else status.st_mtime
        return BackupRow(
            path=path,
            created_at=datetime.fromtimestamp(changed, VIETNAM),
            byte_count=0 if status is None else status.st_size,
            problem=error.wording,
        )
