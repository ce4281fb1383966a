"""100,000 registrations through the service, against executemany of the same rows."""

import shutil
import sqlite3
from itertools import count
from pathlib import Path

import pytest
from ratios import Report, in_turns

from dvk_desktop.bootstrap import database_path, open_office

PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "temp_store = MEMORY", "cache_size = -32000")


@pytest.mark.bench
@pytest.mark.timeout(900)
def test_inserting_through_the_service(
    tmp_path, empty_office, large_office, drafts, report: Report
):
    columns, rows = _stored_rows(large_office.folder)
    marks = ",".join("?" * len(columns))
    statement = f"INSERT INTO registration ({','.join(columns)}) VALUES ({marks})"
    number = count()

    def ours() -> None:
        services = open_office(offices.pop())
        services.registrations.register_many(empty_office.campaign_id, drafts)
        services.close()

    def bare() -> None:
        connection = _connect(offices.pop())
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(statement, rows)
        connection.execute("COMMIT")
        connection.close()

    offices = [empty_office.copy(tmp_path / str(next(number))).folder for _ in range(6)]
    report.ratio("insert 100,000 registrations", in_turns(ours, bare, pairs=3), 4)
    shutil.rmtree(tmp_path, ignore_errors=True)


def _stored_rows(folder: Path) -> tuple[list[str], list[tuple[object, ...]]]:
    connection = _connect(folder)
    found = connection.execute("SELECT * FROM registration ORDER BY rowid")
    columns = [column[0] for column in found.description]
    rows = found.fetchall()
    connection.close()
    return columns, rows


def _connect(folder: Path) -> sqlite3.Connection:
    """Open a file with the same triggers and indexes, set like the program sets it.

    Foreign keys stay unchecked: a raw loader would not ask for them.
    """
    connection = sqlite3.connect(database_path(folder), isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection
