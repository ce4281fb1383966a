"""Registrations that several units run together, found by a unit that joins (đơn vị phối hợp)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, func, literal_column, select, text
from sqlalchemy.orm import Session, aliased

from dvk_desktop.domain.joint_units import joint_ids, names_of
from dvk_desktop.domain.records.registration import RegistrationRow
from dvk_desktop.models import RecordAlias, Registration, Unit

_HAS_JOINT = text("together.co_unit_ids != '[]'")
"""In the words of the partial index, so that SQLite reads only the few that are run together."""


def joined_by(units: Any) -> ColumnElement[bool]:
    """Hold for registrations that one of the units of a query joins in."""
    return literal_column("registration.rowid").in_(_rows_joined_by(units))


def rows_joined_by(session: Session, units: Sequence[str]) -> list[int]:
    """Return the rows of all years that one of some units joins in."""
    return list(session.execute(_rows_joined_by(units)).scalars())


def _rows_joined_by(units: Any) -> Any:
    together = aliased(Registration, name="together")
    each = func.json_each(together.co_unit_ids)
    joint = each.table_valued("value", name="joint_unit", joins_implicitly=True)
    rows: Any = select(literal_column("together.rowid")).select_from(together, joint)
    return rows.where(_HAS_JOINT, joint.c.value.in_(units))


def joined_count(session: Session, unit_id: str) -> int:
    """Return in how many registrations of all years a unit joins."""
    query = select(func.count()).select_from(Registration)
    query = query.where(Registration.is_deleted.is_(False), joined_by([unit_id]))
    return int(session.execute(query).scalar_one())


def unit_names(session: Session, unit_ids: Iterable[str]) -> dict[str, str]:
    """Return how units are called, also those that another office knows by another id."""
    wanted = list(dict.fromkeys(unit_ids))
    if not wanted:
        return {}
    own = select(Unit.id, Unit.name).where(Unit.id.in_(wanted))
    alias = (
        select(RecordAlias.foreign_id, Unit.name)
        .join(Unit, Unit.id == RecordAlias.local_id)
        .where(RecordAlias.foreign_id.in_(wanted))
    )
    return {found: name for query in (alias, own) for found, name in session.execute(query)}


def joint_names(session: Session, unit_id: str, co_unit_ids: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the units that join in."""
    ids = joint_ids(unit_id, co_unit_ids)
    return names_of(ids, unit_names(session, ids))


def with_joint_names(session: Session, rows: Sequence[RegistrationRow]) -> list[RegistrationRow]:
    """Return lines of the list with the names of the units that join in."""
    joint = {row.id: joint_ids(row.unit_id, row.co_unit_ids) for row in rows if row.co_unit_ids}
    if not joint:
        return list(rows)
    names = unit_names(session, (one for ids in joint.values() for one in ids))
    return [
        replace(row, co_units=names_of(joint[row.id], names)) if row.id in joint else row
        for row in rows
    ]
