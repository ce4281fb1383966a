"""Copies of a running database that are proven before they count (bản sao của cơ sở dữ liệu)."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from dvk_desktop.domain.words import Wording
from dvk_desktop.safe_files import sync_file
from dvk_desktop.storage.disk import StoreError, StoreFullError
from dvk_desktop.storage.search_index import SHADOW_TABLES
from dvk_desktop.storage.upgrade import DamagedDatabaseError


@dataclass(frozen=True, slots=True)
class DatabaseFacts:
    """What a database file holds, to compare a copy with its source (số liệu của tệp)."""

    counts: dict[str, int]
    schema: str
    change_set: int
    audit_head: str
    office_id: str
    office_code: str
    office_name: str


@contextmanager
def _plainly(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a file into a refusal with a remedy."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL:
            raise StoreFullError(path=path) from error
        raise StoreError(path=path, reason=error) from error
    except sqlite3.DatabaseError as error:
        raise DamagedDatabaseError(path=path, reason=error) from error


def copy_database(source: Path, target: Path) -> DatabaseFacts:
    """Copy a database that others may be using, and prove the copy against the source.

    Both are looked at from one snapshot, so a writer beside us disturbs nothing.

    Raises:
        StoreError: The disk refused.
        DamagedDatabaseError: The source or the copy is not sound.
    """
    with _plainly(source), closing(sqlite3.connect(source, isolation_level=None)) as old:
        old.execute("PRAGMA busy_timeout = 10000")
        old.execute("BEGIN")
        expected = _facts(old)
        with closing(sqlite3.connect(target, isolation_level=None)) as new:
            old.backup(new)
            # A copy must be whole in one file.
            new.execute("PRAGMA journal_mode = DELETE")
        old.execute("ROLLBACK")
    sync_file(target)
    found = sound_facts(target)
    if found != expected:
        raise DamagedDatabaseError(
            path=target, reason=Wording("bản sao không khớp với dữ liệu gốc")
        )
    return found


def sound_facts(path: Path) -> DatabaseFacts:
    """Check a database file that nobody else uses and return what it holds.

    Raises:
        DamagedDatabaseError: It is not sound.
    """
    with _plainly(path), closing(sqlite3.connect(path, isolation_level=None)) as connection:
        problem = first_problem(connection)
        if problem is not None:
            raise DamagedDatabaseError(path=path, reason=problem)
        return _facts(connection)


def first_problem(connection: sqlite3.Connection) -> str | Wording | None:
    """Return what integrity check or foreign keys find first, or None."""
    verdict = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if verdict != "ok":
        return str(verdict)
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        return Wording(
            "dòng {row} của bảng {table} trỏ đến bản ghi không có trong {parent}",
            {"row": broken[1], "table": broken[0], "parent": broken[2]},
        )
    return None


def _facts(connection: sqlite3.Connection) -> DatabaseFacts:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    tables = [name for (name,) in names if name not in SHADOW_TABLES and name[:7] != "sqlite_"]
    counts = {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])
        for name in tables
    }
    schema = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    last = connection.execute(
        "SELECT number, hash FROM change_set ORDER BY number DESC LIMIT 1"
    ).fetchone() or (0, "")
    office = connection.execute("SELECT office_id, code, name FROM office").fetchone()
    return DatabaseFacts(counts, str(schema[0]), *last, *(office or ("", "", "")))
