"""Taking a merged package back leaves no trace of it but the log and the journal."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from two_offices import Pair, edit, item, make_pair, names_in

from dvk_desktop.models import EXCHANGED
from dvk_desktop.services.keeping.history import (
    MergeSentError,
    NotUndoableError,
    UndoDependentsError,
)
from dvk_desktop.storage.data_folder import DataFolder

# An alias only says that two ids mean one record of ours, which stays true.
TABLES = (*EXCHANGED, "seen", "conflict")


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    made = make_pair(tmp_path)
    yield made
    made.close()


def rows(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return all that a merge may touch, versions and what was seen among it."""
    with closing(sqlite3.connect(DataFolder(folder).database)) as connection:
        return {
            name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in TABLES
        }


def test_a_first_package_leaves_nothing_behind(pair: Pair) -> None:
    before = rows(pair.district.folder)
    batch = pair.arrive(pair.send_up()).batch
    assert rows(pair.district.folder) != before
    pair.district.history.undo(batch)
    assert rows(pair.district.folder) == before


def test_edits_conflicts_and_what_was_seen_go_back(pair: Pair) -> None:
    first, second = pair.registrations[:2]
    pair.arrive(pair.send_up())
    edit(pair.district, first, address="Thôn Đông")
    edit(pair.commune, first, address="Thôn Tây")
    edit(pair.commune, second, goals="Xã ghi mục tiêu")
    before = rows(pair.district.folder)
    path = pair.send_up("later.dvk")
    result = pair.arrive(path)
    assert (result.conflicts, result.changed) == (1, 1)
    pair.district.history.undo(result.batch)
    assert rows(pair.district.folder) == before
    again = pair.arrive(path)
    assert (again.conflicts, again.changed) == (1, 1)
    assert item(pair.district, second, "goals") == "Xã ghi mục tiêu"


def test_later_work_on_what_came_is_named(pair: Pair) -> None:
    batch = pair.arrive(pair.send_up()).batch
    edit(pair.district, pair.registrations[0], note="Huyện ghi chú")
    with pytest.raises(UndoDependentsError) as refusal:
        pair.district.history.undo(batch)
    for row in refusal.value.dependents:
        pair.district.history.undo(row.id)
    pair.district.history.undo(batch)
    assert names_in(pair.district, pair.campaign) == []


def test_a_later_merge_goes_first(pair: Pair) -> None:
    first = pair.arrive(pair.send_up()).batch
    edit(pair.commune, pair.registrations[0], note="Xã ghi chú")
    second = pair.arrive(pair.send_up("later.dvk")).batch
    with pytest.raises(UndoDependentsError) as refusal:
        pair.district.history.undo(first)
    assert [row.id for row in refusal.value.dependents] == [second]
    pair.district.history.undo(second)
    pair.district.history.undo(first)


def test_what_was_sent_on_stays(pair: Pair) -> None:
    batch = pair.arrive(pair.send_up()).batch
    pair.send_down()
    with pytest.raises(MergeSentError):
        pair.district.history.undo(batch)
    assert len(names_in(pair.district, pair.campaign)) == 3


def test_a_merge_is_had_again_by_importing_not_by_redo(pair: Pair) -> None:
    batch = pair.arrive(pair.send_up()).batch
    pair.district.history.undo(batch)
    with pytest.raises(NotUndoableError):
        pair.district.history.undo(pair.district.history.recent(1)[0].id)


def test_the_journal_of_an_undone_merge_is_whole(pair: Pair) -> None:
    history = pair.district.history
    history.undo(pair.arrive(pair.send_up()).batch)
    assert pair.district.audit.verify().is_good
    assert history.recent(1)[0].changes > 0
    assert {row.after for row in history.changes(history.recent(1)[0].id)} == {"Có"}
