"""An office with this program between two newer ones: it loses nothing of what it cannot read."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from forged_packages import Content, forge, held_by, made, records_of
from two_offices import Pair, edit, item, make_pair, receive

from dvk_desktop.domain.identity import new_id
from dvk_desktop.domain.record_types import SCHEMA
from dvk_desktop.domain.records.package import Version, WireRecord
from dvk_desktop.exchange.package.reader import read_package
from dvk_desktop.models import KeptRecord, Registration
from dvk_desktop.services.services import Services
from dvk_desktop.storage.scope import up_scope

INSPECTION = "inspection"
FROM_ABOVE = "0190a000-0000-7000-8000-00000000aaaa"


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    made_pair = make_pair(tmp_path)
    made_pair.arrive(made_pair.send_up("first.dvk"))
    made_pair.arrive_below(made_pair.send_down("first-down.dvk"))
    yield made_pair
    made_pair.close()


def from_newer(pair: Pair, *records: WireRecord, **fields: Any) -> Path:
    """Send up as a newer program would: records of a new type, a new field of an old one."""

    def change(content: Content) -> None:
        content[INSPECTION].extend(records)
        for number, record in enumerate(content["registration"]):
            if record.id == pair.registrations[0] and fields:
                version = (pair.commune.office.office().replica_id, 900_000)
                versions = {**record.fv, **dict.fromkeys(fields, version)}
                merged = {**record.fields, **fields}
                content["registration"][number] = WireRecord(record.id, merged, record.v, versions)

    return forge(pair.commune, pair.send_up("newer.dvk"), change)


def inspection(pair: Pair, **fields: Any) -> WireRecord:
    hung_on = {"registration_id": pair.registrations[0]}
    content = {"grade": "tốt", "points": [1, {"a": None}]}
    return made(pair.commune, **{**hung_on, **content, **fields})


def passed_on(pair: Pair, name: str = "on.dvk") -> list[WireRecord]:
    return records_of(pair.send_down(name))[INSPECTION]


def sent_up(pair: Pair) -> list[WireRecord]:
    """Return what the district sends to the province above it."""
    own = pair.district.office.office()
    with pair.district.database.reading() as work:
        return up_scope(work, [pair.campaign], own.unit_id).get(INSPECTION, [])


def test_what_we_write_bears_our_schema(pair: Pair) -> None:
    assert read_package(pair.send_up()).manifest.schema == SCHEMA == 2


def test_records_of_an_unknown_type_are_sent_on_both_ways(pair: Pair) -> None:
    record = inspection(pair)
    path = from_newer(pair, record)

    preview, result = receive(pair.district, path)

    assert (result.refused, result.conflicts) == (0, 0)
    assert any("loại mà bản này chưa biết" in str(notice) for notice in preview.notices)
    assert passed_on(pair) == [record]
    assert sent_up(pair) == [record]
    receive(pair.district, path)
    assert sent_up(pair) == [record]


def test_an_unknown_record_follows_its_newest_version_and_its_tombstone(pair: Pair) -> None:
    record = inspection(pair)
    replica = pair.commune.office.office().replica_id

    def later(counter: int, **fields: Any) -> WireRecord:
        version: Version = (replica, counter)
        merged = {**record.fields, **fields}
        return WireRecord(record.id, merged, record.v, dict.fromkeys(fields, version))

    better = later(1_000_005, grade="khá")
    gone = WireRecord(record.id, {}, record.v, {"deleted": (replica, 1_000_009)}, deleted=True)

    receive(pair.district, from_newer(pair, better))
    receive(pair.district, from_newer(pair, record))
    assert sent_up(pair) == [better]
    receive(pair.district, from_newer(pair, gone))
    assert sent_up(pair)[0].deleted
    assert sent_up(pair)[0].fields["grade"] == "khá"


def test_undoing_the_merge_takes_unknown_records_back(pair: Pair) -> None:
    edit(pair.commune, pair.registrations[0], goals="Mục tiêu khác")
    result = receive(pair.district, from_newer(pair, inspection(pair)))[1]
    assert len(sent_up(pair)) == 1
    assert result.batch is not None

    pair.district.history.undo(result.batch)

    assert sent_up(pair) == []


def test_unknown_records_of_others_are_not_taken_from_below(pair: Pair) -> None:
    other = {"registration_id": None, "unit_id": pair.district.office.office().unit_id}

    receive(pair.district, from_newer(pair, inspection(pair, **other)))

    assert sent_up(pair) == []


def test_what_came_from_above_is_not_changed_from_below(pair: Pair) -> None:
    rule = WireRecord(FROM_ABOVE, {"rule": "một"}, (new_id(), 5))

    def add(content: Content) -> None:
        content[INSPECTION] = [rule]

    receive(pair.commune, forge(pair.district, pair.send_down("rule.dvk"), add))

    with pair.commune.database.reading() as work:
        (kept,) = work.find(KeptRecord)
        assert (kept.fields, kept.is_from_below) == ({"rule": "một"}, False)
    assert records_of(pair.send_up("rule-up.dvk"))[INSPECTION] == []


def test_unknown_fields_survive_undo(pair: Pair) -> None:
    first = pair.registrations[0]
    pair.arrive(from_newer(pair, drones=3))
    before = held_by(pair.district, "registration", first)
    edit(pair.commune, first, goals="Mục tiêu khác")

    result = receive(pair.district, from_newer(pair, drones=3, flights=[7]))[1]
    assert held_by(pair.district, "registration", first).fields["flights"] == [7]
    assert result.batch is not None
    pair.district.history.undo(result.batch)

    assert held_by(pair.district, "registration", first) == before


@pytest.mark.parametrize(("take", "expected"), [("ours", 3), ("theirs", 5), ("value", {"n": 9})])
def test_a_conflict_of_an_unknown_field_is_settled_and_taken_back(
    pair: Pair, take: str, expected: object
) -> None:
    first = pair.registrations[0]
    pair.arrive(from_newer(pair, drones=3))
    _typed_above(pair.district, first, drones=3)

    pair.arrive(_edited_again(pair, drones=5))
    (conflict,) = pair.district.conflicts.open()
    pair.district.conflicts.resolve(conflict.id, take, expected if take == "value" else None)

    held = held_by(pair.district, "registration", first)
    assert held.fields["drones"] == expected
    assert held.fv["drones"][0] == pair.district.office.office().replica_id
    last = pair.district.history.last_undoable()
    assert last is not None
    pair.district.history.undo(last.id)
    assert held_by(pair.district, "registration", first).fields["drones"] == 3
    assert item(pair.district, first, "name") == "Đường hoa thay cỏ dại"


def _typed_above(office: Services, record_id: str, **fields: Any) -> None:
    """Let a newer program of the same office have typed a field before it was set back."""
    with office.database.writing("Bản mới hơn ghi") as work:
        work.get(Registration, record_id).extra = {"drones": -1}
        work.session.flush()
        work.get(Registration, record_id).extra = fields
        work.commit()


def _edited_again(pair: Pair, **fields: Any) -> Path:
    def change(content: Content) -> None:
        for number, record in enumerate(content["registration"]):
            if record.id == pair.registrations[0]:
                version = (pair.commune.office.office().replica_id, 900_009)
                versions = {**record.fv, **dict.fromkeys(fields, version)}
                merged = {**record.fields, **fields}
                content["registration"][number] = WireRecord(record.id, merged, record.v, versions)

    return forge(pair.commune, pair.send_up("again.dvk"), change)
