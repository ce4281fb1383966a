"""The full-text index over registrations, kept by triggers (chỉ mục tìm kiếm).

FTS5 does not fold "đ" and cannot honour typed accents, so it indexes two columns that we fold
ourselves: ``search_plain`` without any marks and ``search_marked`` with them. Alembic's batch
mode silently drops triggers of a table that it rebuilds: a migration that touches
``registration`` calls ``create_search_index`` again, and a test asserts that they are there.
"""

from typing import Any

TABLE = "registration_search"
SHADOW_TABLES = frozenset(
    {TABLE, *(f"{TABLE}_{part}" for part in ("data", "idx", "docsize", "config", "content"))}
)
TRIGGERS = (
    "registration_search_insert",
    "registration_search_delete",
    "registration_search_update",
)

_COLUMNS = "rowid, search_plain, search_marked"
_NEW = "new.rowid, new.search_plain, new.search_marked"
_OLD = "old.rowid, old.search_plain, old.search_marked"

STATEMENTS = (
    f"CREATE VIRTUAL TABLE IF NOT EXISTS {TABLE} USING fts5("
    "search_plain, search_marked, content='registration', content_rowid='rowid', "
    "tokenize='unicode61 remove_diacritics 0', prefix='2 3')",
    *(f"DROP TRIGGER IF EXISTS {name}" for name in TRIGGERS),
    f"CREATE TRIGGER {TRIGGERS[0]} AFTER INSERT ON registration BEGIN "
    f"INSERT INTO {TABLE}({_COLUMNS}) VALUES ({_NEW}); END",
    f"CREATE TRIGGER {TRIGGERS[1]} AFTER DELETE ON registration BEGIN "
    f"INSERT INTO {TABLE}({TABLE}, {_COLUMNS}) VALUES ('delete', {_OLD}); END",
    f"CREATE TRIGGER {TRIGGERS[2]} AFTER UPDATE OF search_plain, search_marked ON registration "
    f"BEGIN INSERT INTO {TABLE}({TABLE}, {_COLUMNS}) VALUES ('delete', {_OLD}); "
    f"INSERT INTO {TABLE}({_COLUMNS}) VALUES ({_NEW}); END",
)


def create_search_index(connection: Any) -> None:
    """Create the index and its triggers where the database is SQLite."""
    if connection.dialect.name != "sqlite":
        return
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
