"""Recognise a record that another office holds under an id of its own (đối chiếu bản ghi).

Two offices that were founded apart both have the commune, the year's campaign and the default
form. The public code or the year says that they are one; our id stays ours, and the other's id
is remembered as an alias, so that references to it lead to our record.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from dvk_desktop.models import EXCHANGED, RecordAlias
from dvk_desktop.storage.unit_of_work import UnitOfWork
from dvk_desktop.storage.wire import to_wire

NATURAL_KEYS: dict[str, tuple[str, ...]] = {
    "level": ("code",),
    "unit": ("code",),
    "campaign": ("year_from", "year_to"),
    "sector": ("campaign_id", "code"),
    "scoring_form": ("campaign_id", "subject_type", "version"),
}
"""Per record type, the fields by which two offices mean the same record."""


class Aliases:
    """Leads the ids of other offices to ours, and finds new ones by natural key."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        rows = work.session.execute(select(RecordAlias)).scalars()
        self._known = {row.foreign_id: row.local_id for row in rows}
        self._keys: dict[str, dict[tuple[Any, ...], str]] = {}
        self.added: dict[str, tuple[str, str]] = {}
        self._found: set[str] = set()

    def local_id(self, foreign_id: str) -> str:
        """Return our id for another office's, which is mostly the same one."""
        return self._known.get(foreign_id, foreign_id)

    def recognise(self, record_type: str, foreign_id: str, fields: Mapping[str, Any]) -> str | None:
        """Return our id of the record that an unknown one means, or None.

        Found ones are remembered in ``added`` until the merge stores them.
        """
        names = NATURAL_KEYS.get(record_type)
        if names is None:
            return None
        local_id = self._by_key(record_type, names).get(tuple(fields.get(name) for name in names))
        if local_id is not None:
            self.lead(record_type, foreign_id, local_id)
        return local_id

    def lead(self, record_type: str, foreign_id: str, local_id: str) -> None:
        """Take another office's id to mean one of our records."""
        self._known[foreign_id] = local_id
        self.added[foreign_id] = (record_type, local_id)
        self._found.add(local_id)

    def is_new(self, local_id: str) -> bool:
        """Say whether one of our records was recognised in this very package."""
        return local_id in self._found

    def store(self) -> None:
        """Store what was recognised."""
        for foreign_id, (record_type, local_id) in self.added.items():
            alias = RecordAlias(foreign_id=foreign_id, record_type=record_type, local_id=local_id)
            self._work.session.add(alias)

    def _by_key(self, record_type: str, names: tuple[str, ...]) -> dict[tuple[Any, ...], str]:
        if record_type not in self._keys:
            mapped = EXCHANGED[record_type]
            query = select(mapped).where(mapped.is_deleted.is_(False))
            self._keys[record_type] = {
                tuple(to_wire(getattr(row, name)) for name in names): row.id
                for row in self._work.session.execute(query).scalars()
            }
        return self._keys[record_type]
