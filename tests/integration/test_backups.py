"""Backups that are proven when written, and restoring them."""

import json
import os
import sqlite3
import zipfile
from contextlib import closing
from datetime import timedelta

import pytest

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.records.backup import BackupReason
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.models import Seen
from dvk_desktop.services.keeping.audit import AuditService
from dvk_desktop.services.keeping.backups import BackupService, restore
from dvk_desktop.services.keeping.history import HistoryService
from dvk_desktop.storage.backup_file import SUFFIX, DamagedBackupError, NewerBackupError
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.disk import (
    StoreError,
    StoreForbiddenError,
    StoreFullError,
    StoreMissingError,
    explained,
)
from dvk_desktop.storage.restore import DatabaseOpenError
from dvk_desktop.storage.upgrade import DamagedDatabaseError

ATTACHMENT = "ab" * 32


@pytest.fixture
def backups(database, folder):
    return BackupService(database, folder)


@pytest.fixture
def backup(backups, register, tmp_path, folder):
    """A backup on a stick, of one registration and one attachment."""
    DataFolder(folder).attachments.mkdir()
    (DataFolder(folder).attachments / ATTACHMENT).write_bytes(b"anh chup")
    register()
    return backups.create(tmp_path / f"usb{SUFFIX}")


def rewritten(path, change):
    """Write the backup anew with other entries."""
    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    change(entries)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)


def test_a_backup_says_what_it_holds(backup, backups, office, database):
    assert (backup.office_id, backup.office_code) == (office.office_id, "YM")
    assert backup.reason is BackupReason.MANUAL
    assert backup.counts["registration"] == 1
    assert (backup.attachments, backup.has_attachments, backup.is_verified) == (1, True, True)
    assert backup.audit_head == AuditService(database).head()
    assert backups.verify(backup.path) == backup
    with zipfile.ZipFile(backup.path) as archive:
        assert sorted(archive.namelist()) == [
            f"attachments/{ATTACHMENT}",
            "database.sqlite",
            "keys/office.age",
            "keys/office.age.pub",
            "keys/office.key",
            "manifest.json",
        ]


def test_nothing_is_left_beside_a_backup(backup, folder):
    assert sorted(os.listdir(backup.path.parent)) == sorted([folder.name, backup.path.name])


def test_a_writer_beside_the_backup_disturbs_nothing(backups, database, register, tmp_path):
    register()
    with database.writing("Đang ghi dở") as work:
        work.office().name = "Chưa ghi xong"
        work.session.flush()
        row = backups.create(tmp_path / f"a{SUFFIX}")
    assert row.counts["registration"] == 1
    assert row.office_name == "Ban Dân vận Huyện ủy Yên Mô"


@pytest.mark.parametrize("part", [0.02, 0.3, 0.6, 0.95])
def test_a_cut_backup_is_refused(backup, backups, folder, part):
    content = backup.path.read_bytes()
    backup.path.write_bytes(content[: int(len(content) * part)])
    with pytest.raises(DamagedBackupError):
        backups.verify(backup.path)
    before = DataFolder(folder).database.read_bytes()
    with pytest.raises(DamagedBackupError):
        restore(backup.path, folder)
    assert DataFolder(folder).database.read_bytes() == before


def test_every_flipped_byte_is_noticed_or_harmless(backup, backups):
    content = backup.path.read_bytes()
    for place in range(0, len(content), max(1, len(content) // 60)):
        broken = bytearray(content)
        broken[place] ^= 0x55
        backup.path.write_bytes(bytes(broken))
        try:
            row = backups.verify(backup.path)
        except DamagedBackupError:
            continue
        assert (row.counts, row.database_sha256) == (backup.counts, backup.database_sha256)


def _other_database(entries):
    entries["database.sqlite"] = entries["database.sqlite"][:-1] + b"!"


def _stranger(entries):
    entries["../outside"] = b"x"


def _listed_stranger(entries):
    manifest = json.loads(entries["manifest.json"])
    manifest["entries"].append({"path": "keys/../../x", "bytes": 1, "sha256": "0" * 64})
    entries["keys/../../x"] = b"x"
    entries["manifest.json"] = json.dumps(manifest).encode()


def _no_manifest(entries):
    del entries["manifest.json"]


def _other_counts(entries):
    manifest = json.loads(entries["manifest.json"])
    manifest["counts"]["registration"] = 2
    entries["manifest.json"] = json.dumps(manifest).encode()


@pytest.mark.parametrize(
    "change", [_other_database, _stranger, _listed_stranger, _no_manifest, _other_counts]
)
def test_a_backup_that_was_tampered_with_is_refused(backup, backups, tmp_path, change):
    rewritten(backup.path, change)
    with pytest.raises(DamagedBackupError):
        backups.verify(backup.path)
    with pytest.raises(DamagedBackupError):
        restore(backup.path, tmp_path / "mới")
    assert not (tmp_path / "x").exists()
    assert not DataFolder(tmp_path / "mới").database.exists()


@pytest.mark.parametrize(("name", "value"), [("format", 2), ("schema", "9999")])
def test_a_backup_of_a_newer_program_is_refused(backup, folder, name, value):
    def change(entries):
        manifest = {**json.loads(entries["manifest.json"]), name: value}
        entries["manifest.json"] = json.dumps(manifest).encode()

    rewritten(backup.path, change)
    with pytest.raises(NewerBackupError):
        restore(backup.path, folder)


def test_restoring_on_another_computer_keeps_the_office_and_its_keys(
    backup, folder, tmp_path, office, campaign
):
    other = tmp_path / "máy mới"
    row = restore(backup.path, other)
    assert (row.set_aside, row.missing_attachments) == (None, 0)
    for name in ("office.key", "office.age"):
        key = other / "keys" / name
        assert key.read_bytes() == (folder / "keys" / name).read_bytes()
        if os.name == "posix":
            assert key.stat().st_mode & 0o777 == 0o600
    assert (other / "attachments" / ATTACHMENT).read_bytes() == b"anh chup"
    services = open_office(other)
    now = services.office.office()
    assert (now.office_id, now.public_key) == (office.office_id, office.public_key)
    assert now.replica_id == row.replica_id != office.replica_id
    assert services.registrations.count(RegistrationFilter(campaign_id=campaign.id)) == 1
    assert HistoryService(services.database).recent(1)[0].kind == "restore"
    assert AuditService(services.database, other).verify().is_good
    services.close()


def test_restoring_puts_the_current_data_aside(backup, folder, database, register, campaign):
    register("Mô hình sau bản sao lưu")
    database.close()
    row = restore(backup.path, folder)
    assert sorted(os.listdir(row.set_aside)) == ["dan-van-kheo.db", "keys", "witness.json"]
    with closing(sqlite3.connect(row.set_aside / "dan-van-kheo.db")) as connection:
        assert connection.execute("SELECT count(*) FROM registration").fetchone() == (2,)
    services = open_office(folder)
    assert services.registrations.count(RegistrationFilter(campaign_id=campaign.id)) == 1
    services.close()


def test_what_was_written_under_the_old_id_is_known_to_the_restored(backup, tmp_path, office):
    restore(backup.path, tmp_path / "mới")
    services = open_office(tmp_path / "mới")
    with services.database.reading() as work:
        counters = {row.counter for row in work.find(Seen, replica_id=office.replica_id)}
        assert len(counters) == 1
        assert counters.pop() > 0
        assert work.office().counter == 0
    services.close()


def test_data_in_use_is_not_replaced(backup, folder, database):
    with database.reading() as work:
        work.office()
        with pytest.raises(DatabaseOpenError):
            restore(backup.path, folder)
        assert work.office().code == "YM"


def test_a_damaged_database_is_replaced_and_kept(backup, folder, database):
    database.close()
    path = DataFolder(folder).database
    path.write_bytes(b"hong" * 1000)
    row = restore(backup.path, folder)
    assert (row.set_aside / path.name).read_bytes() == b"hong" * 1000
    services = open_office(folder)
    assert services.office.office().code == "YM"
    services.close()


def test_damaged_data_is_not_backed_up_as_good(backups, folder, database, register, tmp_path):
    register()
    database.close()
    path = DataFolder(folder).database
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE registration SET unit_id = 'nobody'")
    with pytest.raises(DamagedDatabaseError):
        backups.create(tmp_path / f"a{SUFFIX}")
    assert not list(tmp_path.glob(f"*{SUFFIX}*"))


def test_automatic_backups_come_when_due(backups, register, clock):
    register()
    first = backups.backup_if_due()
    assert first.reason is BackupReason.INTERVAL
    assert backups.last_good() == first
    assert backups.backup_if_due() is None
    register("Mô hình khác")
    assert backups.backup_if_due() is None
    clock.pass_by(hours=5)
    second = backups.backup_if_due()
    assert [row.path for row in backups.list()] == [second.path, first.path]


def test_a_clock_set_back_does_not_stop_backups(backups, register, clock):
    register()
    backups.backup_if_due()
    register("Mô hình khác")
    clock.pass_by(days=-400)
    assert backups.backup_if_due() is not None


def test_before_a_risk_an_equal_backup_is_enough(backups, register):
    register()
    first = backups.before_risk()
    assert backups.before_risk() == first
    first.path.write_bytes(first.path.read_bytes()[:-200])
    assert backups.before_risk().path != first.path


def test_old_automatic_backups_go_and_the_others_stay(backups, register, clock):
    register()
    manual = backups.create()
    made = []
    for day in range(12):
        clock.pass_by(days=1)
        register(f"Mô hình {day}")
        made.append(backups.backup_if_due())
    rows = backups.list()
    assert manual.path in {row.path for row in rows}
    assert rows[0].path == made[-1].path
    assert 7 <= len(rows) - 1 < 12


def test_a_broken_backup_is_listed_and_not_the_last_good(backups, register, clock):
    register()
    good = backups.backup_if_due()
    register("Mô hình khác")
    clock.pass_by(days=1)
    broken = backups.backup_if_due()
    content = broken.path.read_bytes()
    broken.path.write_bytes(content[: len(content) // 2])
    listed = {row.path: row.problem for row in backups.list()}
    assert listed[good.path] is None
    assert "không dùng được" in str(listed[broken.path])
    assert backups.last_good().path == good.path


def test_the_warning_counts_from_the_last_good_one(backups, register, clock):
    register()
    assert not backups.age().is_old
    clock.pass_by(days=7)
    assert backups.age().is_old
    backups.backup_if_due()
    clock.pass_by(days=30)
    assert not backups.age().is_old
    register("Mô hình khác")
    age = backups.age()
    assert (age.days, age.unsaved, age.is_old) == (30, 1, True)


def test_the_disk_is_said_plainly(tmp_path, backups, register):
    for number, kind in ((28, StoreFullError), (13, StoreForbiddenError), (2, StoreMissingError)):
        with pytest.raises(kind), explained(tmp_path):
            raise OSError(number, os.strerror(number))
    (tmp_path / "tệp").write_bytes(b"")
    with pytest.raises(StoreError):
        backups.create(tmp_path / "tệp" / f"a{SUFFIX}")
    with pytest.raises(StoreMissingError):
        backups.verify(tmp_path / "không có")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
def test_a_full_disk_is_named(tmp_path):
    with pytest.raises(StoreFullError), explained(tmp_path), open("/dev/full", "wb") as out:
        out.write(b"x" * (1 << 20))


def test_intervals_may_be_set(backups, services, register, clock):
    register()
    services.office.put_settings({"backup.interval_hours": 1})
    backups.backup_if_due()
    register("Mô hình khác")
    clock.pass_by(**{"seconds": timedelta(minutes=61).total_seconds()})
    assert backups.backup_if_due() is not None
