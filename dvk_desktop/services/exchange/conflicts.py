"""Conflicts: two values of one field, settled by a person (xung đột)."""

from typing import Any

from dvk_desktop.domain.changes import EVERYTHING, Changes
from dvk_desktop.domain.errors import DvkError, InvalidValueError, NotFoundError
from dvk_desktop.domain.merging import DELETED
from dvk_desktop.domain.record_checking import checks_for
from dvk_desktop.domain.record_labels import item_label, record_label
from dvk_desktop.domain.record_types import RECORD_TYPES
from dvk_desktop.domain.records.exchange import ConflictRow
from dvk_desktop.models import (
    EXCHANGED,
    Change,
    ChangeSet,
    Conflict,
    Exchanged,
    PackageLog,
    Registration,
    Unit,
)
from dvk_desktop.storage.stamping import restamp
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork
from dvk_desktop.storage.wire import all_fields_of, set_field

OURS = "ours"
THEIRS = "theirs"
_BULK_TITLES = {
    OURS: "Giữ giá trị ở đây cho {count} xung đột của gói do “{sender}” gửi",
    THEIRS: "Lấy giá trị trong gói cho {count} xung đột của gói do “{sender}” gửi",
}


class ConflictSettledError(DvkError):
    """The conflict was settled already (xung đột đã xử lý)."""

    code = "CONFLICT_SETTLED"
    template = "Xung đột số {number} đã được xử lý trước đó."


class ConflictService:
    """Lists open conflicts and settles them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self) -> tuple[ConflictRow, ...]:
        """Return the conflicts that wait for a person, the oldest first."""
        with self._database.reading() as work:
            return tuple(_row(work, record) for record in work.find(Conflict, "id", resolution=""))

    def resolve(self, number: int, take: str, value: Any = None) -> Changes:
        """Settle a conflict; the choice is a new version and is not asked again elsewhere.

        Args:
            number: The conflict's id.
            take: "ours", "theirs", or "value" for another value given by ``value``.
            value: The other value, as it stands on the wire.

        Raises:
            NotFoundError: There is no such conflict.
            ConflictSettledError: It was settled already.
            InvalidValueError: The field cannot hold the other value.
        """
        with self._database.writing("Xử lý xung đột ở “{field}” của “{name}”") as work:
            record = work.session.get(Conflict, number)
            if record is None:
                raise NotFoundError(what="xung đột số", key=number)
            if record.resolution:
                raise ConflictSettledError(number=number)
            work.note(field=item_label(record.field), name=_name(work, record))
            _settle(work, record, take, value)
            work.commit()
        return EVERYTHING

    def resolve_package(self, package_id: str, take: str) -> tuple[int, Changes]:
        """Settle all open conflicts of one package the same way, in one change that can be undone.

        Args:
            package_id: The package that brought them.
            take: "ours" or "theirs".

        Raises:
            NotFoundError: No conflict of the package waits.
            InvalidValueError: A field cannot hold the value of the package; none was settled.
        """
        with self._database.writing(_BULK_TITLES[take]) as work:
            waiting = work.find(Conflict, "id", package_id=package_id, resolution="")
            if not waiting:
                raise NotFoundError(what="xung đột của gói", key=package_id)
            work.note(count=len(waiting), sender=waiting[0].sender_name)
            for record in waiting:
                _settle(work, record, take, None)
            work.commit()
        return len(waiting), EVERYTHING


def _settle(work: UnitOfWork, record: Conflict, take: str, value: Any) -> None:
    target = work.session.get(EXCHANGED[record.record_type], record.record_id)
    if target is None:
        raise NotFoundError(what="bản ghi", key=record.record_id)
    chosen = {OURS: _current(target, record.field), THEIRS: record.theirs}.get(take, value)
    _check(record, chosen)
    set_field(target, record.field, chosen)
    restamp(work.session, target, record.field)
    record.resolution = take
    record.resolved_at = work.now.isoformat(timespec="seconds")
    record.resolved_by = work.session.journal.actor


def _row(work: UnitOfWork, record: Conflict) -> ConflictRow:
    target = work.session.get(EXCHANGED[record.record_type], record.record_id)
    unit_id = getattr(target, "unit_id", None)
    unit = work.session.get(Unit, unit_id) if unit_id is not None else None
    author, time = _last_edit(work, record)
    package = work.first(PackageLog, package_id=record.package_id)
    return ConflictRow(
        id=record.id,
        record_type=record.record_type,
        record_id=record.record_id,
        label=_name(work, record),
        unit_name=unit.name if unit is not None else "",
        field=record.field,
        field_label=item_label(record.field),
        ours=_current(target, record.field) if target is not None else record.ours,
        theirs=record.theirs,
        sender_name=record.sender_name,
        package_id=record.package_id,
        found_at=record.found_at,
        our_author=author,
        our_time=time,
        package_kind="" if package is None else package.kind,
        package_number=0 if package is None else package.sequence,
        package_made="" if package is None else package.written_at,
        edited=_edited(work, record) if record.field == DELETED else (),
    )


def _edited(work: UnitOfWork, record: Conflict) -> tuple[str, ...]:
    """Return what the side that has not deleted the record changed last."""
    for change in reversed(work.find(Change, "id", record_id=record.record_id)):
        entry = work.session.get(ChangeSet, change.change_set)
        came_with_it = entry is not None and entry.id == record.change_set_id
        is_of_side = came_with_it != bool(record.theirs)
        if is_of_side and change.before is not None and DELETED not in change.after:
            return tuple(item_label(name) for name in change.after)
    return ()


def _last_edit(work: UnitOfWork, record: Conflict) -> tuple[str, str]:
    """Return who wrote our value, and when."""
    for change in reversed(work.find(Change, "id", record_id=record.record_id)):
        entry = work.session.get(ChangeSet, change.change_set)
        if entry is None or entry.id == record.change_set_id:
            continue
        # Where they have deleted the record, ours is what was written last.
        if record.field in change.after or (record.field == DELETED and record.theirs):
            return entry.actor, entry.happened_at
    return "", ""


def _name(work: UnitOfWork, record: Conflict) -> str:
    target = work.session.get(EXCHANGED[record.record_type], record.record_id)
    own = getattr(target, "name", None)
    if own:
        return str(own)
    parent = getattr(target, "registration_id", None)
    registration = work.session.get(Registration, parent) if parent is not None else None
    label = record_label(record.record_type)
    return label if registration is None else f"{label}: {registration.name}"


def _current(target: Exchanged, field: str) -> Any:
    if field == DELETED:
        return target.is_deleted
    return all_fields_of(target).get(field)


def _check(record: Conflict, value: Any) -> None:
    if record.field == DELETED:
        return
    checks = checks_for(RECORD_TYPES[record.record_type].fields)
    for problem in checks.problems({record.field: value}, whole=False):
        raise InvalidValueError(
            label=item_label(record.field), value=value, remedy=f"Mục này {problem.reason}"
        )
