"""Put a backup in the place of the current data, which is kept aside (khôi phục)."""

import os
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.words import Wording
from dvk_desktop.safe_files import sync_folder
from dvk_desktop.storage.backup import DatabaseFacts, sound_facts
from dvk_desktop.storage.backup_file import (
    DATABASE,
    DamagedBackupError,
    Manifest,
    NewerBackupError,
    read_manifest,
    unpack,
)
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.disk import explained, require_space
from dvk_desktop.storage.engine import open_engine
from dvk_desktop.storage.journal_chain import verify_chain
from dvk_desktop.storage.replica import installation_mark, store_mark, take_new_replica_id
from dvk_desktop.storage.unit_of_work import Clock, Database
from dvk_desktop.storage.upgrade import (
    HEAD,
    DamagedDatabaseError,
    NewerDatabaseError,
    upgrade_file,
)


class DatabaseOpenError(DvkError):
    """Another program is using the database that is to be replaced (dữ liệu đang mở)."""

    code = "DB_OPEN"
    template = (
        "Dữ liệu trong “{folder}” đang được chương trình khác sử dụng nên chưa khôi phục được."
        " Hãy đóng mọi cửa sổ và lệnh dvk đang chạy rồi thử lại."
    )


def rehearse(path: Path, folder: Path) -> tuple[Manifest, DatabaseFacts]:
    """Unpack a backup into an empty folder and prove it: content, keys, journal.

    Raises:
        StoreError: The disk refused.
        DamagedBackupError: The backup is not sound.
        NewerBackupError: It comes from a newer program.
    """
    entries = read_manifest(path).entries
    require_space(folder, sum(entry.bytes for entry in entries))
    manifest = unpack(path, folder)
    return manifest, _proven(path, folder / DATABASE, manifest)


def rehearse_database(path: Path, folder: Path) -> tuple[Manifest, DatabaseFacts]:
    """Do the same for the database alone; the other entries were compared where they are."""
    entry = read_manifest(path).entry(DATABASE)
    require_space(folder, 0 if entry is None else entry.bytes)
    manifest = unpack(path, folder, only=DATABASE)
    return manifest, _proven(path, folder / DATABASE, manifest)


def _proven(path: Path, database: Path, manifest: Manifest) -> DatabaseFacts:
    schema = str(manifest.facts.get("schema", ""))
    if schema > HEAD:
        raise NewerBackupError(path=path, found=schema, known=HEAD)
    try:
        facts = sound_facts(database)
    except DamagedDatabaseError as error:
        raise DamagedBackupError(path=path, reason=error.facts["reason"]) from error
    if facts.counts != manifest.facts.get("counts"):
        raise DamagedBackupError(path=path, reason=Wording("số bản ghi khác với bản kê"))
    with closing(sqlite3.connect(database)) as connection:
        verdict = verify_chain(connection)
    if verdict.broken is not None:
        reason = Wording("nhật ký bị sửa ở lần thay đổi số {number}", {"number": verdict.broken})
        raise DamagedBackupError(path=path, reason=reason)
    return facts


def prepare(path: Path, database: Path, clock: Clock, actor: str, *, home: DataFolder) -> str:
    """Bring an unpacked database to this program and give it a replica id of its own.

    Raises:
        NotFoundError: The backup holds no office.
        NewerBackupError: It comes from a newer program.
    """
    try:
        upgrade_file(database)
    except NewerDatabaseError as error:
        raise NewerBackupError(path=path, **error.facts) from error
    restored = Database(open_engine(database), clock, actor)
    try:
        title = "Khôi phục dữ liệu từ bản sao lưu “{name}”"
        with restored.writing(title, kind="restore", name=path.name, always=True) as work:
            old = work.office().replica_id
            new = take_new_replica_id(work)
            store_mark(work, installation_mark(home))
            work.note(old_replica=old, new_replica=new)
            work.commit()
    finally:
        restored.close()
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    return new


def swap_in(unpacked: Path, folder: DataFolder, now: datetime) -> Path | None:
    """Move the current data aside and the unpacked data into its place; returns where it went.

    A failure half-way moves everything back.

    Raises:
        DatabaseOpenError: Another program uses the current database.
        StoreError: The disk refused.
    """
    _close_down(folder)
    wanted = [
        (unpacked / DATABASE, folder.database),
        *([(unpacked / "keys", folder.keys)] if (unpacked / "keys").is_dir() else []),
    ]
    current = [place for place in _current(folder, wanted) if place.exists()]
    aside = _new_place(folder.set_aside, now) if current else None
    moves: list[tuple[Path, Path]] = []
    if aside is not None:
        moves += [(place, aside / place.name) for place in current]
    with explained(folder.root):
        _move_all([*moves, *wanted])
    sync_folder(folder.root)
    return aside


def _current(folder: DataFolder, wanted: list[tuple[Path, Path]]) -> list[Path]:
    beside = [folder.database.with_name(folder.database.name + end) for end in ("-wal", "-shm")]
    return [*(place for _, place in wanted), *beside, folder.witness]


def _close_down(folder: DataFolder) -> None:
    """Make the database one whole file; this fails while anybody else has it open."""
    if not folder.database.exists():
        return
    connection = sqlite3.connect(folder.database, timeout=1)
    # A damaged file is moved aside as it is.
    with closing(connection), suppress(sqlite3.DatabaseError):
        if _leave_wal(connection, folder) == "wal":
            raise DatabaseOpenError(folder=folder.root)


def _leave_wal(connection: sqlite3.Connection, folder: DataFolder) -> str:
    try:
        return str(connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0])
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (
            sqlite3.SQLITE_BUSY,
            sqlite3.SQLITE_LOCKED,
        ):
            raise DatabaseOpenError(folder=folder.root) from error
        raise


def _new_place(parent: Path, now: datetime) -> Path:
    with explained(parent):
        parent.mkdir(parents=True, exist_ok=True)
        for number in range(1, 1000):
            place = parent / f"{now:%Y-%m-%d-%H%M%S}-{number}"
            with suppress(FileExistsError):
                place.mkdir()
                return place
    raise FileExistsError(str(parent))


def _move_all(moves: list[tuple[Path, Path]]) -> None:
    done: list[tuple[Path, Path]] = []
    try:
        for source, target in moves:
            os.rename(source, target)
            done.append((source, target))
    except OSError:
        for source, target in reversed(done):
            os.rename(target, source)
        raise


def protect_keys(unpacked: Path) -> None:
    """Let nobody but the owner read the private keys."""
    keys = unpacked / "keys"
    if not keys.is_dir():
        return
    for file in keys.iterdir():
        file.chmod(0o600)
    keys.chmod(0o700)


def add_attachments(unpacked: Path, folder: DataFolder) -> None:
    """Add the attachments that the data folder does not have; content never changes."""
    source = unpacked / "attachments"
    if not source.is_dir():
        return
    with explained(folder.attachments):
        folder.attachments.mkdir(parents=True, exist_ok=True)
        for file in source.iterdir():
            target = folder.attachments / file.name
            if not target.exists():
                os.rename(file, target)


def missing_attachments(folder: DataFolder) -> int:
    """Return how many attachments the database names that the folder does not have."""
    query = "SELECT DISTINCT sha256 FROM attachment WHERE NOT is_deleted"
    with closing(sqlite3.connect(folder.database)) as connection:
        names = [str(name) for (name,) in connection.execute(query)]
    return sum(not (folder.attachments / name).is_file() for name in names)
