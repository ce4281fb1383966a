"""The list of exchanged fields is the list of mapped columns, no more and no less."""

import pytest
from sqlalchemy import inspect

from dvk_desktop.domain.record_labels import RECORD_LABELS
from dvk_desktop.domain.record_types import NOT_MERGED, RECORD_TYPES
from dvk_desktop.models import EXCHANGED
from dvk_desktop.storage.derived import DERIVED
from dvk_desktop.storage.wire import field_names


def test_every_mapped_type_is_listed_in_the_order_of_merging() -> None:
    listed = [name for name in RECORD_TYPES if name not in NOT_MERGED]
    assert listed == list(EXCHANGED)
    assert set(RECORD_LABELS) == set(RECORD_TYPES)


@pytest.mark.parametrize("record_type", EXCHANGED)
def test_fields_match_the_columns(record_type: str) -> None:
    specs = RECORD_TYPES[record_type].fields
    assert {spec.name for spec in specs} == set(field_names(record_type))


@pytest.mark.parametrize("record_type", EXCHANGED)
def test_references_stand_before_what_refers_to_them(record_type: str) -> None:
    order = list(RECORD_TYPES)
    for spec in RECORD_TYPES[record_type].fields:
        if spec.reference is not None:
            assert order.index(spec.reference) <= order.index(record_type)


@pytest.mark.parametrize("record_type", EXCHANGED)
def test_required_fields_are_those_without_default(record_type: str) -> None:
    columns = inspect(EXCHANGED[record_type]).columns
    for spec in RECORD_TYPES[record_type].fields:
        column = columns[spec.name]
        assert spec.required == (not column.nullable and column.default is None), spec.name


@pytest.mark.parametrize("record_type", DERIVED)
def test_derived_columns_never_travel(record_type: str) -> None:
    _, compute = DERIVED[record_type]
    made = set(compute({"name": "Đường hoa"}))
    assert made == EXCHANGED[record_type].LOCAL
    assert made.isdisjoint(field_names(record_type))
