"""A database that was copied or put back writes under a new replica id."""

import shutil

import pytest

from dvk_desktop.services.keeping.replica import ReplicaVerdict, ensure_replica
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.engine import open_engine
from dvk_desktop.storage.replica import read_witness
from dvk_desktop.storage.unit_of_work import Database


@pytest.fixture
def bound(database, folder, office):
    """The database with its place known: founding has taken note of it."""
    check = ensure_replica(database, folder)
    assert (check.verdict, check.replica_id) == (ReplicaVerdict.SAME, office.replica_id)
    return database


def opened(folder, clock):
    return Database(open_engine(DataFolder(folder).database), clock)


def check(folder, clock):
    database = opened(folder, clock)
    found = ensure_replica(database, folder)
    with database.reading() as work:
        assert work.office().replica_id == found.replica_id
    database.close()
    return found


def test_the_same_place_keeps_its_id(bound, folder, clock, office, register):
    register()
    bound.close()
    found = check(folder, clock)
    assert (found.verdict, found.replica_id) == (ReplicaVerdict.SAME, office.replica_id)


def test_a_folder_that_moved_keeps_its_id(bound, folder, clock, office):
    bound.close()
    moved = folder.rename(folder.with_name("chỗ khác"))
    found = check(moved, clock)
    assert (found.verdict, found.replica_id) == (ReplicaVerdict.SAME, office.replica_id)


def test_a_copied_folder_takes_a_new_id_once(bound, folder, clock, office):
    bound.close()
    copy = folder.with_name("bản chép")
    shutil.copytree(folder, copy)
    found = check(copy, clock)
    assert found.verdict is ReplicaVerdict.COPIED
    assert found.replica_id != office.replica_id
    again = check(copy, clock)
    assert (again.verdict, again.replica_id) == (ReplicaVerdict.SAME, found.replica_id)
    assert check(folder, clock).replica_id == office.replica_id


def test_an_older_file_put_back_takes_a_new_id(bound, folder, clock, office, register, tmp_path):
    path = DataFolder(folder).database
    with bound.reading() as work:
        work.session.connection().exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(path, tmp_path / "hôm qua.db")
    register()
    bound.close()
    shutil.copy(tmp_path / "hôm qua.db", path)
    found = check(folder, clock)
    assert found.verdict is ReplicaVerdict.PUT_BACK
    assert found.replica_id != office.replica_id
    assert check(folder, clock).verdict is ReplicaVerdict.SAME


def test_a_change_that_was_not_stored_is_not_witnessed(bound, folder, clock, services, commune):
    with bound.writing("Bỏ dở") as work:
        work.bulk_add("exemplar", [{"name": "A", "unit_id": commune, "first_year": 2017}] * 2)
    bound.close()
    assert check(folder, clock).verdict is ReplicaVerdict.SAME


def test_a_lost_witness_harms_nothing(bound, folder, clock, office):
    bound.close()
    DataFolder(folder).witness.write_text("hỏng", encoding="utf-8")
    assert check(folder, clock).replica_id == office.replica_id


def test_there_is_nothing_to_bind_before_the_founding(database, folder, services):
    assert ensure_replica(database, folder) is None
    services.office.found(code="YM", name="Huyện ủy Yên Mô", level="district")
    assert ensure_replica(database, folder).verdict is ReplicaVerdict.SAME
    with database.reading() as work:
        office = work.office()
        witness = read_witness(DataFolder(folder))
        assert (witness["replica_id"], witness["counter"]) == (office.replica_id, office.counter)
