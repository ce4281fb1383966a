"""Values of a mapped record as they stand on the wire and in the journal (giá trị trao đổi).

One conversion for packages, journal and undo: dates as ISO text, decimals as digits,
enumerations as their value. Fields are the columns that are neither local nor versions.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import Boolean, Date, Enum, inspect

from dvk_desktop.domain.records.package import WireRecord
from dvk_desktop.domain.terms import Labelled
from dvk_desktop.models import EXCHANGED, Exchanged
from dvk_desktop.models.base import VERSION_COLUMNS, ExactDecimal, IdList, digits_of

DELETED = "deleted"
"""The name under which a tombstone is a field like any other."""

_Convert = Callable[[Any], Any]


def to_wire(value: Any) -> Any:
    """Return a value as JSON can hold it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return digits_of(value)
    if isinstance(value, Labelled):
        return value.value
    if isinstance(value, tuple):
        return list(value)
    return value


@cache
def field_names(record_type: str) -> tuple[str, ...]:
    """Return the exchanged fields of a record type, without the tombstone."""
    mapped = EXCHANGED[record_type]
    columns = inspect(mapped).columns.keys()
    skipped = VERSION_COLUMNS | mapped.LOCAL | {"is_deleted"}
    return tuple(name for name in columns if name not in skipped)


@cache
def _readers(record_type: str) -> dict[str, _Convert]:
    """Return how each field that needs it is read back from the wire."""
    readers: dict[str, _Convert] = {}
    mapped = EXCHANGED[record_type]
    columns = inspect(mapped).columns
    for name in field_names(record_type):
        kind = columns[name].type
        if isinstance(kind, Date):
            readers[name] = date.fromisoformat
        elif isinstance(kind, ExactDecimal):
            readers[name] = Decimal
        elif isinstance(kind, IdList):
            readers[name] = tuple
        elif isinstance(kind, Enum) and kind.enum_class is not None:
            readers[name] = kind.enum_class
        elif isinstance(kind, Boolean):
            readers[name] = bool
    return readers


def from_wire(record_type: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the column values for fields read from a package or the journal."""
    readers = _readers(record_type)
    return {
        name: readers[name](value) if value is not None and name in readers else value
        for name, value in fields.items()
    }


def fields_of(record: Exchanged) -> dict[str, Any]:
    """Return all exchanged fields of a record as they stand on the wire."""
    return {name: to_wire(getattr(record, name)) for name in field_names(record.RECORD_TYPE)}


def all_fields_of(record: Exchanged) -> dict[str, Any]:
    """Return the fields of a record, those of newer programs that it carries on among them."""
    return {**fields_of(record), **(record.extra or {})}


def set_field(record: Exchanged, name: str, value: Any) -> None:
    """Give one field of a record a value from the wire; one that we do not know is carried on."""
    if name == DELETED:
        record.is_deleted = bool(value)
    elif name in field_names(record.RECORD_TYPE):
        setattr(record, name, from_wire(record.RECORD_TYPE, {name: value})[name])
    else:
        record.extra = {**(record.extra or {}), name: value}


def drop_field(record: Exchanged, name: str) -> None:
    """Take away a field of a newer program that the record did not carry before."""
    kept = {known: value for known, value in (record.extra or {}).items() if known != name}
    record.extra = kept or None


def wire_record(record: Exchanged) -> WireRecord:
    """Return a record as it travels, with the fields of newer programs that it carries on."""
    versions = {name: (found[0], found[1]) for name, found in record.field_versions.items()}
    return WireRecord(
        id=record.id,
        fields=all_fields_of(record),
        v=(record.version_replica, record.version_counter),
        fv=versions,
        deleted=record.is_deleted,
    )
