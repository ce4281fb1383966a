"""Bringing a file to the current schema, or leaving it exactly as it was."""

import shutil
import sqlite3
from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.exc import DatabaseError

from dvk_desktop.domain.records.backup import BackupReason
from dvk_desktop.models import Base
from dvk_desktop.services.keeping.upgrading import bring_up_to_date
from dvk_desktop.storage import upgrade
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.engine import open_engine
from dvk_desktop.storage.search_index import SHADOW_TABLES, TRIGGERS
from dvk_desktop.storage.upgrade import (
    HEAD,
    DamagedDatabaseError,
    NewerDatabaseError,
    schema_of,
    upgrade_file,
)

FAILING = """
revision = "0999"
down_revision = "{head}"


def upgrade():
    from alembic import op

    op.execute("CREATE TABLE half_way (id INTEGER)")
    op.execute("this is not SQL")
"""


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_new_file_gets_the_current_schema(tmp_path):
    path = tmp_path / "sâu" / "mới.db"
    upgrade_file(path)
    assert schema_of(path) == HEAD
    assert list(files(path.parent)) == ["mới.db"]


def test_a_current_file_is_not_touched(tmp_path, empty_database):
    path = tmp_path / "a.db"
    shutil.copy(empty_database, path)
    before, stamp = files(tmp_path), path.stat()
    upgrade_file(path)
    assert files(tmp_path) == before
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (stamp.st_ino, stamp.st_mtime_ns)


def test_a_newer_file_is_refused_unchanged(tmp_path, empty_database):
    path = tmp_path / "a.db"
    shutil.copy(empty_database, path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = files(tmp_path)
    with pytest.raises(NewerDatabaseError) as refusal:
        upgrade_file(path)
    assert refusal.value.facts == {"found": "9999", "known": HEAD}
    assert files(tmp_path) == before


@pytest.mark.parametrize("content", [b"not a database, but long enough" * 99, b"PK\x03\x04"])
def test_a_damaged_file_is_refused_unchanged(tmp_path, content):
    path = tmp_path / "a.db"
    path.write_bytes(content)
    with pytest.raises(DamagedDatabaseError):
        upgrade_file(path)
    assert files(tmp_path) == {"a.db": content}


def test_a_failed_migration_leaves_the_file_as_it_was(tmp_path, empty_database, monkeypatch):
    migrations = tmp_path / "migrations"
    shutil.copytree(upgrade._MIGRATIONS, migrations)
    failing = migrations / "versions" / "0999_fails_half_way.py"
    failing.write_text(FAILING.format(head=HEAD), encoding="utf-8")
    folder = tmp_path / "data"
    folder.mkdir()
    path = folder / "a.db"
    shutil.copy(empty_database, path)
    before = files(folder)["a.db"]
    monkeypatch.setattr(upgrade, "_MIGRATIONS", migrations)
    monkeypatch.setattr(upgrade, "HEAD", "0999")
    with pytest.raises(DatabaseError, match="syntax error"):
        upgrade_file(path)
    assert files(folder)["a.db"] == before
    assert schema_of(path) == HEAD


def test_the_head_is_the_newest_migration():
    versions = sorted((upgrade._MIGRATIONS / "versions").glob("0*.py"))
    assert versions[-1].stem.split("_")[0] == HEAD


def _is_ours(item, name, kind, *_rest):
    return not (kind == "table" and name in SHADOW_TABLES)


def test_the_schema_equals_the_models(empty_database, tmp_path):
    path = tmp_path / "a.db"
    shutil.copy(empty_database, path)
    engine = open_engine(path)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": _is_ours, "compare_type": True}
        )
        assert compare_metadata(context, Base.metadata) == []
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        assert {name for (name,) in names} == set(TRIGGERS)
    engine.dispose()


WORKING = """
revision = "0999"
down_revision = "{head}"


def upgrade():
    from alembic import op

    op.execute("CREATE TABLE new_things (id INTEGER)")
"""


def test_data_is_backed_up_before_it_is_upgraded(tmp_path, folder, services, office, monkeypatch):
    services.close()
    assert bring_up_to_date(folder) is None
    migrations = tmp_path / "migrations"
    shutil.copytree(upgrade._MIGRATIONS, migrations)
    step = migrations / "versions" / "0999_new_things.py"
    step.write_text(WORKING.format(head=HEAD), encoding="utf-8")
    monkeypatch.setattr(upgrade, "_MIGRATIONS", migrations)
    monkeypatch.setattr(upgrade, "HEAD", "0999")
    backup = bring_up_to_date(folder)
    assert (backup.schema, backup.reason, backup.is_verified) == (
        HEAD,
        BackupReason.BEFORE_RISK,
        True,
    )
    assert schema_of(DataFolder(folder).database) == "0999"
    assert bring_up_to_date(folder) is None
