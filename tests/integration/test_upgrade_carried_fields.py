"""A field that an older program only carried on gets its column, and is seen again."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from forged_packages import held_by
from two_offices import Pair, edit, item, make_pair

from dvk_desktop.bootstrap import database_path, open_office
from dvk_desktop.storage import upgrade


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    made = make_pair(tmp_path)
    made.arrive(made.send_up())
    yield made
    made.close()


def _set_back(pair: Pair, first: str, unit: str) -> None:
    """Leave the district's file as a program of schema 0004 did that had no such column."""
    pair.district.close()
    with closing(sqlite3.connect(database_path(pair.district.folder))) as connection:
        extra = json.dumps({"co_unit_ids": [unit], "drones": 3})
        connection.execute(
            "UPDATE registration SET co_unit_ids = '[]', extra = ? WHERE id = ?", (extra, first)
        )
        connection.executescript(
            "DROP TABLE kept_record; ALTER TABLE seen DROP COLUMN learned_from;"
            " UPDATE alembic_version SET version_num = '0004'"
        )
        connection.commit()


def test_a_carried_field_moves_into_its_column(pair: Pair) -> None:
    first = pair.registrations[0]
    unit = pair.district.office.office().unit_id or ""
    _set_back(pair, first, unit)
    folder = pair.district.folder

    upgrade.upgrade_file(database_path(folder))
    pair.district = open_office(folder)

    assert item(pair.district, first, "co_unit_ids") == (unit,)
    held = held_by(pair.district, "registration", first)
    assert (held.fields["co_unit_ids"], held.fields["drones"]) == ([unit], 3)
    edit(pair.district, first, co_unit_ids=())
    assert held_by(pair.district, "registration", first).fields["co_unit_ids"] == []
