"""What support wants to know of the machine and the file (tình trạng máy và tệp)."""

import contextlib
import os
import sqlite3
import stat
import sys
from pathlib import Path

from dvk_desktop.storage.search_index import TABLE, TRIGGERS

_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "davfs", "afs"})
_STICK = frozenset({"vfat", "exfat", "msdos"})
_DRIVE_REMOVABLE, _DRIVE_REMOTE = 2, 4


def missing_triggers(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the triggers of the search index that are not there."""
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    return frozenset(TRIGGERS) - {str(name) for (name,) in rows}


def search_index_problem(path: Path) -> str | None:
    """Compare the search index with the registrations; returns what does not agree."""
    statement = f"INSERT INTO {TABLE}({TABLE}, rank) VALUES ('integrity-check', 1)"
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA busy_timeout = 10000")
        # FTS5 answers through a statement that looks like a write; it is never stored.
        connection.execute("BEGIN")
        try:
            connection.execute(statement)
        except sqlite3.DatabaseError as error:
            return str(error)
        finally:
            connection.execute("ROLLBACK")
    return None


def rebuild_search_index(path: Path) -> None:
    """Write the search index anew from the registrations; the data itself is not touched."""
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA busy_timeout = 10000")
        connection.execute(f"INSERT INTO {TABLE}({TABLE}) VALUES ('rebuild')")


def disk_kind(folder: Path) -> str:
    """Return "network" or "removable" for a place a database should not lie in, else "local"."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 -- exists on Windows only in this form

        drive = os.path.splitdrive(os.path.abspath(folder))[0]
        if drive.startswith("\\\\"):
            return "network"
        kind = ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\")
        return {_DRIVE_REMOVABLE: "removable", _DRIVE_REMOTE: "network"}.get(kind, "local")
    return _kind_of(_file_system(folder))


def _kind_of(file_system: str) -> str:
    if file_system in _NETWORK:
        return "network"
    return "removable" if file_system in _STICK else "local"


def _file_system(folder: Path, mounts: Path = Path("/proc/self/mounts")) -> str:
    """Return the type of the file system that holds a folder, or nothing where unknown."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    place = folder.resolve()
    found, longest = "", -1
    for line in lines:
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        point = Path(parts[1].replace("\\040", " "))
        if len(point.parts) > longest and place.is_relative_to(point):
            found, longest = parts[2], len(point.parts)
    return found


def open_key_files(folder: Path) -> list[str]:
    """Return the names of private keys that others than the owner may read.

    Windows keeps other accounts out of the user's own data folder; modes mean nothing there.
    """
    if os.name != "posix" or not folder.is_dir():
        return []
    others = stat.S_IRWXG | stat.S_IRWXO
    return sorted(
        file.name
        for file in folder.iterdir()
        if file.suffix != ".pub" and file.stat().st_mode & others
    )


def sqlite_version() -> str:
    """Return the version of the SQLite that this program runs on."""
    return sqlite3.sqlite_version
