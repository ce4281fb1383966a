"""Bring a database file to the current schema, on a copy that is swapped in (nâng cấp tệp)."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.safe_files import sync_file, sync_folder

HEAD = "0005"
"""The schema this program writes; a test holds it against the newest migration."""

_MIGRATIONS = Path(__file__).with_name("migrations")


class NewerDatabaseError(DvkError):
    """The file was written by a newer program (dữ liệu của bản mới hơn)."""

    code = "DB_NEWER"
    template = (
        "Dữ liệu này do bản mới hơn của chương trình ghi (cấu trúc {found}, bản này biết {known})."
        " Dữ liệu không bị thay đổi. Hãy cập nhật chương trình rồi mở lại."
    )


class DamagedDatabaseError(DvkError):
    """The file is not a sound database (tệp dữ liệu hỏng)."""

    code = "DB_DAMAGED"
    template = (
        "Tệp dữ liệu “{path}” không mở được: {reason}."
        " Hãy giữ nguyên tệp này và khôi phục từ bản sao lưu gần nhất."
    )


def schema_of(path: Path) -> str | None:
    """Return the schema a file is at, or None for a new or empty file.

    Raises:
        DamagedDatabaseError: The file is not a database.
    """
    if not path.exists() or path.stat().st_size == 0:
        return None
    try:
        with closing(sqlite3.connect(path)) as connection:
            table = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
            if connection.execute(table).fetchone() is None:
                return None
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError as error:
        raise DamagedDatabaseError(path=path, reason=error) from error
    return None if row is None else str(row[0])


def upgrade_file(path: Path) -> None:
    """Make ``path`` a database of the current schema; a failed upgrade leaves it untouched.

    Raises:
        NewerDatabaseError: The file is of a schema that this program does not know.
        DamagedDatabaseError: The file is not a database.
    """
    found = schema_of(path)
    if found == HEAD:
        return
    if found is not None and found not in _known():
        raise NewerDatabaseError(found=found, known=HEAD)
    path.parent.mkdir(parents=True, exist_ok=True)
    work = path.with_name(path.name + ".upgrade")
    work.unlink(missing_ok=True)
    if found is not None:
        _copy(path, work)
    _migrate(work)
    _swap_in(work, path)


def _known() -> frozenset[str]:
    names = (file.stem.split("_")[0] for file in (_MIGRATIONS / "versions").glob("0*.py"))
    return frozenset(names)


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)


def _migrate(path: Path) -> None:
    from alembic import command  # noqa: PLC0415 -- slow import, needed once for each schema
    from alembic.config import Config  # noqa: PLC0415 -- slow import
    from sqlalchemy import URL, create_engine, event  # noqa: PLC0415 -- slow import

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    engine = create_engine(URL.create("sqlite", database=str(path)))

    # Batch rebuilds of a table must not trip over the keys that point to it.
    @event.listens_for(engine, "connect")
    def _keys_off(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA foreign_keys = OFF")

    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    finally:
        engine.dispose()


def _swap_in(work: Path, path: Path) -> None:
    with closing(sqlite3.connect(work)) as connection:
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if verdict != "ok" or broken is not None:
        work.unlink()
        raise DamagedDatabaseError(path=path, reason=verdict)
    sync_file(work)
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    os.replace(work, path)
    sync_folder(path.parent)
