"""The chain of the journal tells that and where somebody changed it."""

import sqlite3
from contextlib import closing

import pytest

from dvk_desktop.models import ChangeSet
from dvk_desktop.services.keeping.audit import AuditService
from dvk_desktop.services.keeping.replica import ensure_replica
from dvk_desktop.storage.data_folder import DataFolder


@pytest.fixture
def journal(database, folder, office, register):
    ensure_replica(database, folder)
    for number in range(4):
        register(f"Mô hình {number}")
    return AuditService(database, folder)


def tamper(folder, *statements):
    with closing(sqlite3.connect(DataFolder(folder).database)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_an_untouched_journal_is_good(journal, database):
    report = journal.verify()
    with database.reading() as work:
        sets = work.find(ChangeSet, "number")
        assert (report.change_sets, report.head) == (len(sets), sets[-1].hash)
    assert report.is_good
    assert journal.head() == report.head


def test_an_empty_journal_is_good(database):
    report = AuditService(database).verify()
    assert (report.change_sets, report.head, report.is_good) == (0, "", True)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE change_set SET actor = 'Người khác' WHERE number = 3",
        "UPDATE change_set SET facts = '{}' WHERE number = 3",
        "UPDATE change_set SET facts = 'x' WHERE number = 3",
        "UPDATE change SET after = '{}' WHERE change_set = 3",
        "UPDATE change SET after = 'x' WHERE change_set = 3",
        "DELETE FROM change WHERE change_set = 3",
        "UPDATE change SET record_id = 'x' WHERE change_set = 3",
        "INSERT INTO change (change_set, record_type, record_id, after)"
        " VALUES (3, 'unit', 'x', '{}')",
        "UPDATE change_set SET happened_at = '2016-01-01T00:00:00+07:00' WHERE number = 3",
    ],
)
def test_the_first_broken_change_set_is_named(journal, folder, statement):
    tamper(folder, "PRAGMA foreign_keys = OFF", statement)
    report = journal.verify()
    assert (report.broken, report.is_good) == (3, False)
    assert "lần thay đổi số 3" in str(report.problem)


def test_a_missing_change_set_is_noticed(journal, folder):
    tamper(
        folder, "DELETE FROM change WHERE change_set = 4", "DELETE FROM change_set WHERE number = 4"
    )
    assert journal.verify().broken == 5


def test_changes_of_no_change_set_are_noticed(journal, folder):
    tamper(
        folder,
        "PRAGMA foreign_keys = OFF",
        "INSERT INTO change (change_set, record_type, record_id, after)"
        " VALUES (999, 'unit', 'x', '{}')",
    )
    assert journal.verify().broken == 999


def test_an_end_cut_off_is_noticed(journal, folder):
    last = journal.verify().change_sets
    tamper(
        folder,
        f"DELETE FROM change WHERE change_set = {last}",
        f"DELETE FROM change_set WHERE number = {last}",
    )
    report = journal.verify()
    assert (report.broken, report.is_good) == (last, False)
    assert "cắt bớt" in str(report.problem)
