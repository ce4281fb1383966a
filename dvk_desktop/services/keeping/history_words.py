"""The changes of a record in the words of the office (lời của nhật ký)."""

import json
from datetime import date
from typing import Any

from dvk_desktop.domain.joint_units import names_of
from dvk_desktop.domain.record_labels import NO, YES, item_label, record_label
from dvk_desktop.domain.records.history import FieldChangeRow
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.domain.terms import Labelled, RegistrationState
from dvk_desktop.models import EXCHANGED, Change
from dvk_desktop.storage.queries.joint_units import unit_names
from dvk_desktop.storage.undo import keys_of, name_of
from dvk_desktop.storage.unit_of_work import UnitOfWork
from dvk_desktop.storage.wire import DELETED, from_wire

_STORED_AS_TEXT: dict[str, type[Labelled]] = {
    "from_state": RegistrationState,
    "to_state": RegistrationState,
    "action": RegistrationAction,
}
_NOTHING: tuple[Any, ...] = (None, "", [], {}, False)


def field_rows(work: UnitOfWork, change: Change) -> list[FieldChangeRow]:
    """Return each field that a change touched; empty items of a new record are left out."""
    record = work.session.get(EXCHANGED[change.record_type], change.record_id)
    before = change.before or {}
    return [
        FieldChangeRow(
            record_type=change.record_type,
            record_id=change.record_id,
            record_label=record_label(change.record_type),
            record_name=name_of(record) or str(before.get("name") or ""),
            field=name,
            field_label=item_label(name),
            before=_shown(work, change.record_type, name, before.get(name)),
            after=_shown(work, change.record_type, name, value),
        )
        for name, value in change.after.items()
        if change.before is not None or value not in _NOTHING
    ]


def _shown(work: UnitOfWork, record_type: str, name: str, value: Any) -> str:
    if value is None:
        return ""
    if name != DELETED:
        value = from_wire(record_type, {name: value})[name]
    if name in _STORED_AS_TEXT:
        value = _STORED_AS_TEXT[name](value)
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, Labelled):
        return value.label
    if isinstance(value, date):
        return f"{value.day:02}/{value.month:02}/{value.year}"
    if isinstance(value, tuple):
        return ", ".join(names_of(value, unit_names(work.session, value)))
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return _name_behind(work, record_type, name, str(value))


def _name_behind(work: UnitOfWork, record_type: str, name: str, text: str) -> str:
    """Return the name of the record that an id points to, or the text itself."""
    target = dict(keys_of(record_type)).get(name)
    if target is None:
        return text
    return name_of(work.session.get(EXCHANGED[target], text)) or text
