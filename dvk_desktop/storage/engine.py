"""Open the database file: pragmas on each connection, honest transactions (mở tệp dữ liệu)."""

import json
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext

from dvk_desktop.domain.vietnamese.folding import matches
from dvk_desktop.domain.vietnamese.sorting import collation_key
from dvk_desktop.storage.disk import StoreError, StoreForbiddenError, StoreFullError

WRITE = "dvk_write"
"""Execution option of a connection whose transaction is going to write."""

MATCHES = "dvk_matches"
"""SQL function of two texts: whether each word of the first begins a word of the second."""

ORDER = "dvk_order"
"""SQL function of a text: what to sort it by in Vietnamese order, NULL for an empty one."""

_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA busy_timeout = 10000",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -32000",
)


# Made once: json.dumps makes an encoder for every call that is not plain.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def to_json(value: Any) -> str:
    """Write JSON the one way this program stores it: compact, sorted, readable Vietnamese."""
    return _ENCODER.encode(value)


def _order(value: str | None) -> str | None:
    return collation_key(value) if value else None


def _refusal_of(error: BaseException | None, path: Path) -> StoreError | None:
    """Return what a failure of SQLite means where the disk is to blame, or None."""
    # The low byte is the kind of failure, the rest its particulars.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return StoreFullError(path=path)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
        return StoreForbiddenError(path=path)
    return StoreError(path=path, reason=error) if code == sqlite3.SQLITE_IOERR else None


def open_engine(path: Path) -> Engine:
    """Return an engine on an SQLite file on a local disk.

    A writing transaction takes the lock at once (BEGIN IMMEDIATE), so that two writers wait for
    each other instead of failing half-way; a reading one never blocks anybody. Where the disk
    refuses, whatever is asked of the engine raises a ``StoreError``.
    """
    # URL.create: an f-string would cut the path at "?" and un-escape "%xx".
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, json_serializer=to_json)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        # The driver's own transaction handling is switched off: it begins too late.
        connection.isolation_level = None
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        connection.create_function(MATCHES, 2, matches, deterministic=True)
        connection.create_function(ORDER, 1, _order, deterministic=True)

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        writing = connection.get_execution_options().get(WRITE, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    @event.listens_for(engine, "handle_error")
    def _explain(context: ExceptionContext) -> StoreError | None:
        # Returned, not raised: the witness has to hear of the failure too.
        return _refusal_of(context.original_exception, path)

    return engine
