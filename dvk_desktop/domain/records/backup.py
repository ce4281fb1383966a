"""Backups as they travel between layers (bản sao lưu)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from dvk_desktop.domain.terms import Labelled
from dvk_desktop.domain.words import Wording


class BackupReason(Labelled):
    """Why a backup was made (lý do sao lưu)."""

    MANUAL = "manual", "Tự tay sao lưu"
    INTERVAL = "interval", "Tự động theo giờ"
    BEFORE_RISK = "before", "Trước việc quan trọng"


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup file, or why it cannot be used (bản sao lưu).

    ``counts`` holds the number of rows of each table; ``attachments`` how many files belong to
    the office, and ``has_attachments`` whether they are inside.
    """

    path: Path
    created_at: datetime
    byte_count: int
    reason: BackupReason = BackupReason.MANUAL
    office_id: str = ""
    office_code: str = ""
    office_name: str = ""
    app_version: str = ""
    schema: str = ""
    change_set: int = 0
    audit_head: str = ""
    database_sha256: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    attachments: int = 0
    has_attachments: bool = False
    is_verified: bool = False
    problem: Wording | None = None


@dataclass(frozen=True, slots=True)
class BackupAge:
    """How long ago the last good backup was made, for the warning (tuổi bản sao lưu).

    ``unsaved`` counts the change sets made since; ``is_old`` asks for a warning.
    """

    last: BackupRow | None
    days: int | None
    unsaved: int
    is_old: bool


@dataclass(frozen=True, slots=True)
class RestoreRow:
    """What a restore did (kết quả khôi phục)."""

    backup: BackupRow
    set_aside: Path | None
    replica_id: str
    missing_attachments: int
