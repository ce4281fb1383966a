"""The table of section 7, row by row, and what it makes of a record."""

from dataclasses import replace

import pytest

from dvk_desktop.domain.merging import (
    DELETED,
    FieldOutcome,
    RecordAction,
    decide_field,
    larger_version,
    plan_record,
    same_value,
)
from dvk_desktop.domain.records.package import WireRecord

OLD = WireRecord("id", {"name": "Thôn Đoài", "code": "01"}, ("a", 1))


def edited(record: WireRecord, version, **fields) -> WireRecord:
    versions = {**record.fv, **dict.fromkeys(fields, version)}
    return replace(record, fields={**record.fields, **fields}, fv=versions)


def removed(record: WireRecord, version) -> WireRecord:
    return replace(record, deleted=True, fv={**record.fv, DELETED: version})


OURS = edited(OLD, ("b", 5), name="Thôn Đông")
THEIRS = edited(OLD, ("a", 9), name="Thôn Tây")


@pytest.mark.parametrize(
    ("local", "incoming", "sender_seen", "receiver_seen", "outcome"),
    [
        (("x", ("a", 1)), ("x", ("a", 1)), {}, {}, FieldOutcome.SAME),
        (("x", ("a", 1)), ("y", ("a", 2)), {"a": 2}, {"a": 1}, FieldOutcome.TAKE),
        (("x", ("a", 1)), ("x", ("a", 2)), {"a": 2}, {"a": 1}, FieldOutcome.TAKE),
        (("x", ("b", 3)), ("y", ("a", 2)), {"b": 3}, {"a": 2}, FieldOutcome.TAKE),
        (("x", ("b", 3)), ("y", ("a", 2)), {"b": 2}, {"a": 2}, FieldOutcome.KEEP),
        (("x", ("b", 3)), ("x", ("a", 2)), {"b": 2}, {"a": 1}, FieldOutcome.KEEP_LARGER),
        (("x", ("b", 3)), ("y", ("a", 2)), {"b": 2}, {"a": 1}, FieldOutcome.CONFLICT),
        (("x", ("b", 3)), ("y", ("a", 2)), {}, {}, FieldOutcome.CONFLICT),
        ((1, ("b", 3)), (True, ("a", 2)), {}, {}, FieldOutcome.CONFLICT),
    ],
)
def test_table(local, incoming, sender_seen, receiver_seen, outcome):
    assert decide_field(*local, *incoming, sender_seen, receiver_seen) is outcome


def test_larger_version_is_the_same_from_both_sides():
    assert larger_version(("a", 2), ("b", 1)) == larger_version(("b", 1), ("a", 2)) == ("a", 2)
    assert larger_version(("a", 2), ("b", 2)) == larger_version(("b", 2), ("a", 2)) == ("b", 2)


def test_same_value_looks_into_lists_and_objects():
    assert same_value({"a": [1, {"b": None}]}, {"a": [1, {"b": None}]})
    assert not same_value({"a": [1]}, {"a": [True]})
    assert not same_value({"a": 1}, {"a": 1.0})
    assert not same_value([1], [1, 2])


@pytest.mark.parametrize("record", [OLD, removed(OLD, ("a", 2))])
def test_a_record_that_we_never_had_is_new_whatever_we_have_seen(record):
    plan = plan_record(None, record, {"a": 9}, {"a": 9})

    assert (plan.action, plan.incoming, plan.changes) == (RecordAction.NEW, record, ())


@pytest.mark.parametrize(
    ("local", "incoming", "sender_seen", "receiver_seen", "action"),
    [
        (OLD, OLD, {"a": 1}, {"a": 1}, RecordAction.SAME),
        (OLD, THEIRS, {"a": 9}, {"a": 1}, RecordAction.CHANGED),
        (THEIRS, OLD, {"a": 1}, {"a": 9}, RecordAction.KEPT),
        (OURS, THEIRS, {"a": 9}, {"b": 5, "a": 1}, RecordAction.CONFLICT),
        (OURS, edited(OLD, ("a", 9), code="02"), {"a": 9}, {"b": 5, "a": 1}, RecordAction.CHANGED),
        (OURS, edited(OLD, ("a", 9), name="Thôn Đông"), {"a": 9}, {"b": 5}, RecordAction.SAME),
        (OLD, edited(OLD, ("a", 9), name="Thôn Đoài"), {"a": 9}, {"a": 1}, RecordAction.SAME),
        (OLD, removed(OLD, ("a", 9)), {"a": 9}, {"a": 1}, RecordAction.REMOVED),
        (OURS, removed(OLD, ("a", 9)), {"a": 9}, {"b": 5, "a": 1}, RecordAction.CONFLICT),
        (removed(OLD, ("b", 5)), THEIRS, {"a": 9}, {"b": 5, "a": 1}, RecordAction.CONFLICT),
        (removed(OLD, ("b", 5)), OLD, {"a": 1}, {"b": 5, "a": 1}, RecordAction.KEPT),
        (removed(OLD, ("a", 2)), THEIRS, {"a": 9}, {"a": 2}, RecordAction.CHANGED),
    ],
)
def test_action_of_a_record(local, incoming, sender_seen, receiver_seen, action):
    assert plan_record(local, incoming, sender_seen, receiver_seen).action is action


def test_fields_that_we_do_not_know_are_taken_and_those_they_lack_stay():
    newer = edited(OLD, ("a", 1), colour="red")
    local = edited(OLD, ("b", 5), memo="ours")

    plan = plan_record(local, newer, {"a": 1}, {"a": 1, "b": 5})

    stored = [(each.name, each.incoming_value, each.merged_version) for each in plan.stored]
    assert stored == [("colour", "red", ("a", 1))]


def test_equal_values_keep_the_larger_version():
    plan = plan_record(OURS, edited(OLD, ("a", 9), name="Thôn Đông"), {"a": 9}, {"b": 5, "a": 1})

    assert [(each.name, each.merged_version) for each in plan.stored] == [("name", ("a", 9))]
    assert [each.changes_value for each in plan.changes] == [False]


def test_delete_against_edit_keeps_ours_and_shows_theirs():
    plan = plan_record(OURS, removed(OLD, ("a", 9)), {"a": 9}, {"b": 5, "a": 1})

    (conflict,) = plan.conflicts
    assert (conflict.name, conflict.local_value, conflict.incoming_value) == (DELETED, False, True)
    assert list(plan.stored) == []


def test_what_lies_aside_is_not_swapped_in_and_an_own_later_word_settles_it():
    asides = {"name": [("a", 9)]}
    later = edited(OLD, ("a", 12), name="Thôn Nam")

    again = plan_record(OURS, THEIRS, {"a": 9, "b": 5}, {"a": 9, "b": 5}, asides)
    after = plan_record(OURS, later, {"a": 12, "b": 5}, {"a": 9, "b": 5}, asides)

    assert (again.action, list(again.stored)) == (RecordAction.CONFLICT, [])
    assert after.action is RecordAction.CHANGED
    assert [each.settles for each in after.changes] == [(("a", 9),)]
