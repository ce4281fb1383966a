"""The check-up finds what is wrong, and only that."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dvk_desktop.domain.records.health import Health
from dvk_desktop.services.keeping.doctor import DoctorService
from dvk_desktop.services.keeping.replica import ensure_replica
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.health import _file_system, _kind_of, rebuild_search_index

POINTS = [
    "VERSIONS",
    "DATABASE",
    "SCHEMA",
    "SEARCH",
    "JOURNAL",
    "SPACE",
    "PLACE",
    "BACKUP",
    "KEYS",
    "CLOCK",
]


@pytest.fixture
def doctor(database, folder, services, register):
    ensure_replica(database, folder)
    register()
    services.backups.backup_if_due()
    return DoctorService(database, folder)


def tamper(folder, statement):
    with closing(sqlite3.connect(DataFolder(folder).database)) as connection, connection:
        connection.execute(statement)


def findings(doctor):
    """The points that are not in order; a nearly full disk is none of this test's business."""
    lines = doctor.check()
    assert [line.code for line in lines] == POINTS
    assert all(str(line.wording).endswith(".") for line in lines)
    return {
        line.code: line.health
        for line in lines
        if line.health is not Health.OK and line.code not in {"SPACE", "PLACE"}
    }


def test_a_sound_folder_has_no_findings(doctor):
    assert findings(doctor) == {}


def test_looking_changes_nothing(doctor, folder):
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    doctor.check()
    after = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    assert {path.name for path in before if before[path] != after.get(path)} <= {
        "dan-van-kheo.db-shm",
    }


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE registration SET unit_id = 'nobody'", {"DATABASE": Health.BAD}),
        ("UPDATE change_set SET actor = 'x' WHERE number = 2", {"JOURNAL": Health.BAD}),
        ("UPDATE alembic_version SET version_num = '0000'", {"SCHEMA": Health.BAD}),
        ("DROP TRIGGER registration_search_update", {"SEARCH": Health.BAD}),
    ],
)
def test_what_was_done_to_the_file_is_found(doctor, folder, statement, expected):
    tamper(folder, statement)
    assert findings(doctor) == expected


def test_a_search_index_out_of_step_is_found_and_rebuilt(doctor, folder):
    tamper(folder, "DELETE FROM registration_search_data WHERE id > 10")
    assert findings(doctor) == {"SEARCH": Health.BAD}
    rebuild_search_index(DataFolder(folder).database)
    assert findings(doctor) == {}


def test_an_old_backup_and_a_slow_clock_are_found(doctor, register, clock):
    register("Mô hình khác")
    clock.pass_by(days=30)
    assert findings(doctor) == {"BACKUP": Health.WARN}
    clock.pass_by(days=-60)
    assert findings(doctor) == {"CLOCK": Health.WARN}


@pytest.mark.skipif(os.name != "posix", reason="modes of files mean nothing on Windows")
def test_keys_that_others_may_read_are_named(doctor, folder):
    (folder / "keys" / "office.key").chmod(0o644)
    (line,) = [line for line in doctor.check() if line.code == "KEYS"]
    assert line.health is Health.WARN
    assert "office.key" in str(line.wording)


def test_places_a_database_should_not_lie_in_are_known(tmp_path):
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\n"
        "//server/share /mnt/cơ\\040quan cifs rw 0 0\n"
        "/dev/sdb1 /media/usb vfat rw 0 0\n",
        encoding="utf-8",
    )
    kinds = {
        place: _kind_of(_file_system(Path(place), mounts))
        for place in ("/home/a", "/mnt/cơ quan/dữ liệu", "/media/usb")
    }
    assert kinds == {
        "/home/a": "local",
        "/mnt/cơ quan/dữ liệu": "network",
        "/media/usb": "removable",
    }
