"""Every change is stamped and journalled, whatever the service does."""

import pytest
from sqlalchemy import delete, update

from dvk_desktop.domain.errors import NotFoundError
from dvk_desktop.models import Change, ChangeSet, Exemplar, Unit
from dvk_desktop.storage.wire import fields_of


@pytest.fixture
def unit(database, office):
    with database.writing("Thêm đơn vị") as work:
        record = work.add(Unit(code="A", name="Xã A", level_code="commune"))
        work.commit()
        return record.id


def journal(database, record_id):
    with database.reading() as work:
        changes = work.find(Change, "id", record_id=record_id)
        return [(change.before, change.after) for change in changes]


def test_nothing_changes_outside_of_a_change_set(database, unit):
    with database.reading() as work:
        work.get(Unit, unit).name = "Khác"
        with pytest.raises(RuntimeError):
            work.commit()


def test_a_record_is_never_deleted_only_marked(database, unit):
    with database.writing("Xóa hẳn") as work:
        work.session.delete(work.get(Unit, unit))
        with pytest.raises(RuntimeError):
            work.commit()
    with database.writing("Xóa") as work:
        work.delete(work.get(Unit, unit))
        work.commit()
    with database.reading() as work:
        assert work.find(Unit, id=unit) == []
        with pytest.raises(NotFoundError):
            work.get(Unit, unit)
    assert journal(database, unit)[-1][1] == {"deleted": True}


@pytest.mark.parametrize("statement", [update(Unit).values(name="Khác"), delete(Unit)])
def test_bulk_statements_are_refused(database, unit, statement):
    with database.writing("Sửa hàng loạt") as work, pytest.raises(RuntimeError):
        work.session.execute(statement)


def test_each_field_has_its_own_version(database, unit):
    for values in ({"name": "Xã B"}, {"note": "Ghi chú"}, {"name": "Xã C"}):
        with database.writing("Sửa đơn vị") as work:
            record = work.get(Unit, unit)
            for name, value in values.items():
                setattr(record, name, value)
            work.commit()
    with database.reading() as work:
        record, office = work.get(Unit, unit), work.office()
        replica, counter = office.replica_id, office.counter
        assert (record.version_replica, record.version_counter) == (replica, counter - 3)
        assert record.field_versions == {
            "name": [replica, counter],
            "note": [replica, counter - 1],
        }


def test_the_journal_keeps_before_and_after(database, unit):
    with database.writing("Sửa đơn vị") as work:
        work.get(Unit, unit).name = "Xã B"
        work.session.flush()
        work.get(Unit, unit).name = "Xã C"
        work.commit()
        replica, counter = work.office().replica_id, work.get(Unit, unit).version_counter
    (created, first), (before, after) = journal(database, unit)
    assert (created, first["name"]) == (None, "Xã A")
    assert before == {"name": "Xã A", "_v": [replica, counter], "_fv": {}}
    assert after == {"name": "Xã C"}


def test_leaving_without_commit_stores_nothing(database, unit):
    with database.reading() as work:
        sets, counter = len(work.find(ChangeSet)), work.office().counter
    with database.writing("Bỏ dở") as work:
        work.get(Unit, unit).name = "Bỏ dở"
        work.add(Unit(code="B", name="Xã B", level_code="commune"))
    with database.reading() as work:
        assert work.get(Unit, unit).name == "Xã A"
        assert (len(work.find(ChangeSet)), work.office().counter) == (sets, counter)


def test_a_value_set_to_itself_is_no_change(database, unit):
    with database.writing("Không sửa gì") as work:
        work.get(Unit, unit).name = "Xã A"
        work.commit()
    assert len(journal(database, unit)) == 1


def test_adding_many_at_once_equals_adding_each(database, unit):
    row = {"name": "Đường hoa", "unit_id": unit, "first_year": 2017}
    with database.writing("Thêm") as work:
        one = work.add(Exemplar(**row))
        (other_id,) = work.bulk_add("exemplar", [row])
        work.commit()
        other = work.get(Exemplar, other_id)
        assert fields_of(one) == fields_of(other)
        assert (one.field_versions, one.is_deleted) == (other.field_versions, other.is_deleted)
        assert other.version_counter == one.version_counter + 1
        one_id = one.id
    assert journal(database, one_id) == journal(database, other_id)
