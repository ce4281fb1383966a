"""Find out that a database was copied or put back, and give it a new replica id (bản sao).

Two databases that write under one replica id would give one version to two values, and the
offices that receive both could never tell. What shows it, without a network:

- The database carries a mark of the machine and of the folder it was used in. Another machine,
  or a copy of the folder, has another mark; a folder that was only moved or renamed keeps it.
- A small file beside the database, the witness, remembers how far the database had come. An
  older copy of the database that somebody puts back by hand has come less far.

When in doubt the database takes a new id: that costs nothing. A twin of the whole machine cannot
be seen from inside; the receiver raises the alarm then (package format, section 2).
"""

import contextlib
import hashlib
import json
import sys
import uuid
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import ConnectionPoolEntry

from dvk_desktop.domain.identity import new_id
from dvk_desktop.models import Campaign, Office, Seen, Setting
from dvk_desktop.safe_files import FileWriteError, replacing
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.engine import WRITE, to_json
from dvk_desktop.storage.unit_of_work import UnitOfWork

MARK = "installation_mark"
"""The setting that holds the mark of the machine and the folder."""

EVERYWHERE = ""
"""The scope of records that belong to no campaign."""


def installation_mark(folder: DataFolder) -> str:
    """Return a mark of this machine and this folder that tells nothing about either."""
    # Not the path, so that a folder may be renamed; not the device number, which changes when
    # disks are plugged in another order.
    text = f"{_machine()}|{folder.root.stat().st_ino}"
    return hashlib.sha256(text.encode()).hexdigest()


def _machine() -> str:
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 -- exists on Windows only

        with contextlib.suppress(OSError):
            place = r"SOFTWARE\Microsoft\Cryptography"
            access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place, 0, access) as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    for name in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
        with contextlib.suppress(OSError):
            return Path(name).read_text(encoding="ascii").strip()
    return str(uuid.getnode())


def stored_mark(work: UnitOfWork) -> str | None:
    """Return the mark of the place where this database was used last."""
    setting = work.first(Setting, key=MARK)
    return None if setting is None else str(setting.value)


def store_mark(work: UnitOfWork, mark: str) -> None:
    """Remember the place where this database is used."""
    setting = work.first(Setting, key=MARK)
    if setting is None:
        work.add(Setting(key=MARK, value=mark))
    else:
        setting.value = mark


def take_new_replica_id(work: UnitOfWork) -> str:
    """Let this database write under a new replica id from now on.

    What it had written under the old one is known to it: without saying so in ``seen``, our own
    old values would come back as conflicts.
    """
    office = work.office()
    for scope in (EVERYWHERE, *(campaign.id for campaign in work.find(Campaign))):
        known = work.first(Seen, replica_id=office.replica_id, scope=scope)
        if known is None:
            known = work.add(Seen(replica_id=office.replica_id, scope=scope, counter=0))
        # Others may have seen more of it, which an old backup does not hold.
        known.counter, known.learned_from = office.counter, office.office_id
    office.replica_id, office.counter = new_id(), 0
    return office.replica_id


def read_witness(folder: DataFolder) -> dict[str, Any] | None:
    """Return how far the database had come, or None where nothing is known."""
    try:
        found = json.loads(folder.witness.read_text(encoding="utf-8"))
        return {
            "replica_id": str(found["replica_id"]),
            "counter": int(found["counter"]),
            "change_set": int(found["change_set"]),
            "head": str(found["head"]),
        }
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_behind(office: Office, witness: dict[str, Any] | None) -> bool:
    """Say whether the database has come less far than the witness saw it."""
    if witness is None or witness["replica_id"] != office.replica_id:
        return False
    return bool(office.counter < witness["counter"])


_SEEN = "dvk_witness"
_STATE = (
    "SELECT o.replica_id, o.counter, coalesce(c.number, 0), coalesce(c.hash, '') FROM office o"
    " LEFT JOIN change_set c ON c.number = (SELECT max(number) FROM change_set)"
)


def _look(connection: Connection) -> None:
    if connection.get_execution_options().get(WRITE, False):
        connection.info[_SEEN] = connection.exec_driver_sql(_STATE).fetchone()


def _forget(connection: Connection) -> None:
    connection.info.pop(_SEEN, None)


def _forget_failed(context: ExceptionContext) -> None:
    if context.connection is not None:
        _forget(context.connection)


def keep_witness(engine: Engine, folder: DataFolder) -> None:
    """Let the witness see every transaction of this engine that has been committed.

    The engine tells of a commit just before it happens, so what is to be seen waits until the
    connection begins anew or goes back to the pool; a rollback in between means it failed.
    Asking twice is asking once.
    """
    if event.contains(engine, "commit", _look):
        return
    event.listen(engine, "commit", _look)
    event.listen(engine, "rollback", _forget)
    # A commit that the disk refuses is followed by no rollback that the engine would tell of.
    event.listen(engine, "handle_error", _forget_failed)

    @event.listens_for(engine, "begin")
    def _write_before_next(connection: Connection) -> None:
        _write_witness(folder, connection.info.pop(_SEEN, None))

    @event.listens_for(engine, "checkin")
    def _write_at_end(_connection: object, record: ConnectionPoolEntry) -> None:
        _write_witness(folder, record.info.pop(_SEEN, None))


def _write_witness(folder: DataFolder, row: Any) -> None:
    if row is None:
        return
    seen = dict(zip(("replica_id", "counter", "change_set", "head"), row, strict=True))
    # A witness that cannot be written, or is lost in a power cut, only sees less.
    with contextlib.suppress(FileWriteError), replacing(folder.witness, lasting=False) as file:
        file.write(to_json(seen).encode())
