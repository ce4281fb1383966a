"""``dvk backup``, ``audit`` and ``doctor``: safe keeping (giữ an toàn)."""

from pathlib import Path
from typing import Any

from dvk_desktop.cli.answer import Answer, ExitCode, Table
from dvk_desktop.cli.parser import Commands
from dvk_desktop.cli.session import Session, person
from dvk_desktop.domain.records.backup import BackupRow
from dvk_desktop.domain.records.health import Health
from dvk_desktop.domain.words import Wording
from dvk_desktop.services.keeping.backups import restore
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.lock import FolderLock


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    backup = commands.group("backup", "sao lưu và khôi phục")
    for name, run, text in (
        ("create", create_backup, "ghi bản sao lưu và kiểm tra lại"),
        ("verify", verify_backup, "kiểm tra một bản sao lưu bằng cách khôi phục thử"),
        ("restore", restore_backup, "thay dữ liệu bằng bản sao lưu; dữ liệu cũ được giữ riêng"),
    ):
        parser = backup.command(name, run, text)
        parser.argument("file", "tệp sao lưu", metavar="FILE", type=Path)
    audit = commands.group("audit", "nhật ký thay đổi")
    audit.command("verify", verify_audit, "kiểm tra nhật ký còn nguyên vẹn")
    commands.command("doctor", examine, "khám máy và dữ liệu để hỗ trợ")


def create_backup(session: Session) -> Answer:
    """Write a backup and prove it."""
    row = session.services.backups.create(session.args.file, progress=session.progress)
    said = Wording("Đã sao lưu vào {file} ({size} byte) và kiểm tra lại.", _facts(row))
    return Answer({"backup": _members(row)}, (said,))


def verify_backup(session: Session) -> Answer:
    """Rehearse a restore."""
    row = session.services.backups.verify(session.args.file)
    said = Wording("Bản sao lưu {file} ({size} byte) dùng được.", _facts(row))
    return Answer({"backup": _members(row)}, (said,))


def restore_backup(session: Session) -> Answer:
    """Put a backup in the place of the data; also in a folder that has no office yet."""
    with FolderLock(DataFolder(session.folder).lock):
        done = restore(session.args.file, session.folder, session.progress, actor=person())
    facts = {"file": done.backup.path, "day": done.backup.created_at}
    text = [Wording("Đã khôi phục {file}, lập lúc {day}.", facts)]
    if done.set_aside is not None:
        text.append(Wording("Dữ liệu trước đó được giữ ở {place}.", {"place": done.set_aside}))
    if done.missing_attachments:
        facts = {"count": done.missing_attachments}
        text.append(Wording("Còn thiếu {count} tệp đính kèm.", facts))
    document = {
        "backup": _members(done.backup),
        "set_aside": None if done.set_aside is None else str(done.set_aside),
        "replica_id": done.replica_id,
        "missing_attachments": done.missing_attachments,
    }
    return Answer(document, text, ExitCode.LOOK if done.missing_attachments else ExitCode.DONE)


def verify_audit(session: Session) -> Answer:
    """Recompute the chain of the journal."""
    found = session.services.audit.verify()
    document = {
        "good": found.is_good,
        "change_sets": found.change_sets,
        "changes": found.changes,
        "head": found.head,
        "broken": found.broken,
        "problem": found.problem,
    }
    facts = {"sets": found.change_sets, "changes": found.changes}
    whole = Wording("Nhật ký nguyên vẹn: {sets} lần, {changes} thay đổi.", facts)
    code = ExitCode.DONE if found.is_good else ExitCode.LOOK
    return Answer(document, (found.problem or whole,), code)


def examine(session: Session) -> Answer:
    """Look at everything and change nothing."""
    lines = session.services.doctor.check()
    document = {
        "lines": [
            {"code": line.code, "health": line.health, "message": line.wording} for line in lines
        ]
    }
    rows = [(line.code, Wording(line.health.label), line.wording) for line in lines]
    bad = any(line.health is Health.BAD for line in lines)
    table = Table(("Mục", "Tình trạng", "Nội dung"), rows)
    return Answer(document, (table,), ExitCode.LOOK if bad else ExitCode.DONE)


def _facts(row: BackupRow) -> dict[str, Any]:
    return {"file": row.path, "size": row.byte_count}


def _members(row: BackupRow) -> dict[str, Any]:
    return {
        "file": str(row.path),
        "created_at": row.created_at,
        "bytes": row.byte_count,
        "reason": row.reason,
        "office_code": row.office_code,
        "office_name": row.office_name,
        "app": row.app_version,
        "schema": row.schema,
        "change_set": row.change_set,
        "audit_head": row.audit_head,
        "counts": dict(row.counts),
        "attachments": row.attachments,
        "verified": row.is_verified,
    }
