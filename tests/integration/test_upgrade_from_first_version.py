"""A database of the first version, with an office's data in it, is brought to the current one."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from two_offices import draft

from dvk_desktop.bootstrap import database_path, open_office
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.storage import upgrade
from dvk_desktop.storage.search_index import SHADOW_TABLES, TRIGGERS

NAMES = ("Đường hoa thay cỏ dại", "Tiếng kẻng an ninh")


def tables(connection):
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    skipped = SHADOW_TABLES | {"alembic_version"}
    return [name for (name,) in rows if name not in skipped and not name.startswith("sqlite_")]


def columns(connection, table):
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def contents(path, like):
    """Return every row of every table of ``like``, by its columns alone."""
    with closing(sqlite3.connect(path)) as now, closing(sqlite3.connect(like)) as then:
        return {
            table: now.execute(f'SELECT {_listed(then, table)} FROM "{table}"').fetchall()
            for table in tables(then)
        }


def _listed(connection, table):
    return ", ".join(f'"{name}"' for name in columns(connection, table))


@pytest.fixture
def first_version(tmp_path, services, office, campaign, folder, monkeypatch):
    """The office of Yên Mô as the first version of the program left it on disk."""
    unit = services.office.office().unit_id
    for name in NAMES:
        services.registrations.register(campaign.id, draft(unit, name))
    services.close()
    old = tmp_path / "cũ"
    old.mkdir()
    migrations = tmp_path / "migrations"
    shutil.copytree(upgrade._MIGRATIONS, migrations, ignore=_newer_steps)
    with monkeypatch.context() as patched:
        patched.setattr(upgrade, "_MIGRATIONS", migrations)
        patched.setattr(upgrade, "HEAD", "0001")
        upgrade.upgrade_file(database_path(old))
    _copy(database_path(folder), database_path(old))
    return old


def _newer_steps(folder, names):
    return [name for name in names if name[:4].isdigit() and not name.startswith("0001")]


def _copy(source, target):
    with closing(sqlite3.connect(target, isolation_level=None)) as connection:
        connection.execute("ATTACH DATABASE ? AS source", (str(source),))
        for table in tables(connection):
            listed = _listed(connection, table)
            connection.execute(
                f'INSERT INTO main."{table}" ({listed}) SELECT {listed} FROM source."{table}"'
            )


def test_nothing_of_the_first_version_is_lost(first_version, tmp_path):
    path, before = database_path(first_version), tmp_path / "before.db"
    assert upgrade.schema_of(path) == "0001"
    shutil.copy(path, before)
    upgrade.upgrade_file(path)
    assert upgrade.schema_of(path) == upgrade.HEAD
    kept = contents(before, before)
    assert len(kept["registration"]) == len(NAMES)
    assert len(kept["change_set"]) >= len(NAMES)
    assert contents(path, before) == kept


def test_the_upgraded_office_goes_on_working(first_version):
    office = open_office(first_version)
    found = office.registrations.rows(RegistrationFilter(text="duong hoa"))
    assert [row.name for row in found] == [NAMES[0]]
    detail = office.registrations.detail(found[0].id)
    office.registrations.correct(found[0].id, replace(detail.draft, name="Hàng cây kiểu mẫu"))
    assert office.registrations.count(RegistrationFilter(text="kieu mau")) == 1
    assert office.registrations.count(RegistrationFilter(text="duong hoa")) == 0
    assert office.audit.verify().is_good
    office.history.undo(office.history.last_undoable().id)
    assert office.registrations.count(RegistrationFilter(text="duong hoa")) == 1
    office.close()


def test_the_search_keeps_its_triggers(first_version):
    path = database_path(first_version)
    upgrade.upgrade_file(path)
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        assert {name for (name,) in names} == set(TRIGGERS)
