"""What an incoming record does to ours (trộn bản ghi): section 7 of the package format.

Clocks decide nothing. A version is one change of one replica; ``seen`` says of each replica up to
which change an office knows it. All functions are pure; storing is the services' business.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Final

from dvk_desktop.domain.records.package import Version, WireRecord

Seen = Mapping[str, int]
Asides = Mapping[str, Collection[Version]]
"""Versions kept beside our own value in conflicts that are open, by field."""

DELETED: Final = "deleted"
"""The name under which the tombstone is treated like a field."""


class FieldOutcome(Enum):
    """What becomes of one field (kết quả từng mục)."""

    SAME = auto()
    TAKE = auto()
    KEEP = auto()
    KEEP_LARGER = auto()
    CONFLICT = auto()


class RecordAction(Enum):
    """What becomes of one record, as a preview counts it (kết quả từng bản ghi)."""

    NEW = auto()
    SAME = auto()
    CHANGED = auto()
    REMOVED = auto()
    CONFLICT = auto()
    KEPT = auto()


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field on which the two records differ in value or version (mục khác nhau).

    ``settles`` names versions kept aside that the incoming one has replaced: those conflicts
    need no person any more.
    """

    name: str
    outcome: FieldOutcome
    local_value: Any
    local_version: Version | None
    incoming_value: Any
    incoming_version: Version
    settles: tuple[Version, ...] = ()

    @property
    def merged_version(self) -> Version:
        """The version that the field bears afterwards."""
        if self.local_version is None or self.outcome is FieldOutcome.TAKE:
            return self.incoming_version
        if self.outcome is FieldOutcome.KEEP_LARGER:
            return larger_version(self.local_version, self.incoming_version)
        return self.local_version

    @property
    def changes_value(self) -> bool:
        """Whether our value becomes another one."""
        return self.outcome is FieldOutcome.TAKE and not same_value(
            self.local_value, self.incoming_value
        )

    @property
    def must_be_stored(self) -> bool:
        """Whether our value or its version becomes another one."""
        return self.local_version != self.merged_version


@dataclass(frozen=True, slots=True)
class RecordPlan:
    """What is to be done with one incoming record (kế hoạch trộn).

    ``changes`` is empty for a new record, which is stored as it came, and for one that is the
    same; apply ``stored`` and ``conflicts`` whatever the action, which is for people.
    """

    action: RecordAction
    incoming: WireRecord
    changes: tuple[FieldChange, ...] = ()

    @property
    def stored(self) -> Iterator[FieldChange]:
        """The fields whose value or version must be written."""
        return (change for change in self.changes if change.must_be_stored)

    @property
    def conflicts(self) -> Iterator[FieldChange]:
        """The fields whose incoming value must be kept aside."""
        return (change for change in self.changes if change.outcome is FieldOutcome.CONFLICT)


def covered(version: Version, seen: Seen) -> bool:
    """Say whether an office that has seen ``seen`` knew of ``version``."""
    return version[1] <= seen.get(version[0], 0)


def larger_version(one: Version, other: Version) -> Version:
    """Return the larger version: by counter, then by replica; the same on every computer."""
    return max(one, other, key=lambda version: (version[1], version[0]))


def same_value(one: Any, other: Any) -> bool:
    """Say whether two JSON values are one; unlike Python, true is not 1 and 1 is not 1.0."""
    if one != other or type(one) is not type(other):
        return False
    if isinstance(one, list):
        return all(map(same_value, one, other))
    if isinstance(one, dict):
        return all(same_value(value, other[name]) for name, value in one.items())
    return True


def seen_without(seen: Seen, withheld: Iterable[Version]) -> dict[str, int]:
    """Return what may be claimed to have been seen when some versions were not taken.

    Claiming less than is known costs a question; claiming what was left out would let the
    sender give its own value up for ours.
    """
    capped = dict(seen)
    for replica, counter in withheld:
        if replica in capped:
            capped[replica] = min(capped[replica], counter - 1)
    return {replica: counter for replica, counter in capped.items() if counter > 0}


def decide_field(
    local_value: Any,
    local_version: Version,
    incoming_value: Any,
    incoming_version: Version,
    sender_seen: Seen,
    receiver_seen: Seen,
) -> FieldOutcome:
    """Apply the table of section 7; the first row that fits decides."""
    if local_version == incoming_version:
        return FieldOutcome.SAME
    if covered(local_version, sender_seen):
        return FieldOutcome.TAKE
    if covered(incoming_version, receiver_seen):
        return FieldOutcome.KEEP
    if same_value(local_value, incoming_value):
        return FieldOutcome.KEEP_LARGER
    return FieldOutcome.CONFLICT


def plan_record(
    local: WireRecord | None,
    incoming: WireRecord,
    sender_seen: Seen,
    receiver_seen: Seen,
    asides: Asides | None = None,
) -> RecordPlan:
    """Say what the incoming record does to ours.

    Args:
        local: Ours, deleted or not; None where we never had it, and then it is new whatever we
            have seen.
        incoming: The sender's.
        sender_seen: The manifest's ``seen``.
        receiver_seen: Our own, as it was before this package.
        asides: Versions kept aside in open conflicts of this record. Without them an office that
            has not chosen yet would quietly swap its value for the one kept aside.
    """
    if local is None:
        return RecordPlan(RecordAction.NEW, incoming)
    if (
        local.v == incoming.v
        and local.fv == incoming.fv
        and local.deleted is incoming.deleted
        and incoming.fields.keys() <= local.fields.keys()
    ):
        return RecordPlan(RecordAction.SAME, incoming)
    merge = _RecordMerge(local, incoming, sender_seen, receiver_seen, asides or {})
    changes = merge.changes()
    return RecordPlan(_action(changes), incoming, changes)


def without_fields(plan: RecordPlan, names: Collection[str]) -> RecordPlan:
    """Return the plan without what it does to some fields; our values and versions stay."""
    changes = tuple(change for change in plan.changes if change.name not in names)
    return RecordPlan(_action(changes), plan.incoming, changes)


@dataclass(frozen=True, slots=True)
class _RecordMerge:
    local: WireRecord
    incoming: WireRecord
    sender_seen: Seen
    receiver_seen: Seen
    asides: Asides

    def changes(self) -> tuple[FieldChange, ...]:
        local, incoming = self.local, self.incoming
        fields = []
        for name, value in incoming.fields.items():
            if name not in local.fields:
                # We did not know the field, so nothing of ours can be lost.
                version = incoming.version_of(name)
                fields.append(FieldChange(name, FieldOutcome.TAKE, None, None, value, version))
            elif local.fv.get(name, local.v) != incoming.fv.get(name, incoming.v):
                fields.append(self._change(name, local.fields[name], value))
        tombstone = self._tombstone_change(fields)
        return (*fields, tombstone) if tombstone else tuple(fields)

    def _change(self, name: str, local_value: Any, incoming_value: Any) -> FieldChange:
        local_version = self.local.version_of(name)
        incoming_version = self.incoming.version_of(name)
        outcome = decide_field(
            local_value,
            local_version,
            incoming_value,
            incoming_version,
            self.sender_seen,
            self.receiver_seen,
        )
        aside = self.asides.get(name, ())
        if incoming_version in aside:
            outcome = FieldOutcome.CONFLICT
        settled: tuple[Version, ...] = ()
        if outcome is not FieldOutcome.KEEP:
            settled = tuple(
                version
                for version in aside
                if version[0] == incoming_version[0] and version[1] < incoming_version[1]
            )
        return FieldChange(
            name,
            outcome,
            local_value,
            local_version,
            incoming_value,
            incoming_version,
            settled,
        )

    def _tombstone_change(self, fields: list[FieldChange]) -> FieldChange | None:
        """Decide on ``deleted``; a delete against an edit that it did not know is a conflict."""
        change = None
        if self.local.version_of(DELETED) != self.incoming.version_of(DELETED):
            change = self._change(DELETED, self.local.deleted, self.incoming.deleted)
        if self.local.deleted is self.incoming.deleted:
            return change
        if self.incoming.deleted:
            clash = change is not None and change.changes_value and self._sender_missed_an_edit()
        else:
            clash = any(map(self._is_unseen_edit, fields)) and not (
                change is not None and change.changes_value
            )
        if not clash:
            return change
        return FieldChange(
            DELETED,
            FieldOutcome.CONFLICT,
            self.local.deleted,
            self.local.version_of(DELETED),
            self.incoming.deleted,
            self.incoming.version_of(DELETED),
            change.settles if change else (),
        )

    def _sender_missed_an_edit(self) -> bool:
        return any(
            not covered(self.local.version_of(name), self.sender_seen)
            and (
                name not in self.incoming.fields
                or self.local.version_of(name) != self.incoming.version_of(name)
            )
            for name in self.local.fields
        )

    def _is_unseen_edit(self, change: FieldChange) -> bool:
        """Say whether the sender typed something that we had not seen when we deleted."""
        return (
            change.local_version is not None
            and change.outcome in (FieldOutcome.TAKE, FieldOutcome.CONFLICT)
            and not covered(change.incoming_version, self.receiver_seen)
        )


def _action(changes: tuple[FieldChange, ...]) -> RecordAction:
    if any(change.outcome is FieldOutcome.CONFLICT for change in changes):
        return RecordAction.CONFLICT
    changed = [change for change in changes if change.changes_value]
    if any(change.name == DELETED and change.incoming_value for change in changed):
        return RecordAction.REMOVED
    if changed:
        return RecordAction.CHANGED
    if any(change.outcome is FieldOutcome.KEEP for change in changes):
        return RecordAction.KEPT
    return RecordAction.SAME
