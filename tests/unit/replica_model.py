"""Offices in miniature: enough of storing and exchanging to put the merge rules to the test."""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import Any

from dvk_desktop.domain.merging import DELETED, Seen, plan_record
from dvk_desktop.domain.records.package import Version, WireRecord

RECORD = "0190a000-0000-7000-8000-000000000001"


def merged_seen(own: Seen, sender_seen: Seen) -> dict[str, int]:
    """Return what the receiver has seen once all that the sender knew is merged."""
    merged = dict(own)
    for replica, counter in sender_seen.items():
        merged[replica] = max(counter, merged.get(replica, 0))
    return merged


@dataclass(frozen=True)
class Parcel:
    """A package: one record and what its sender had seen."""

    record: WireRecord | None
    seen: dict[str, int]


@dataclass
class Replica:
    """One office with one record, its open conflicts, and what its people have looked at."""

    name: str
    record: WireRecord | None = None
    counter: int = 0
    seen: dict[str, int] = field(default_factory=dict)
    asides: dict[str, dict[Version, Any]] = field(default_factory=lambda: defaultdict(dict))
    looked_at: set[Any] = field(default_factory=set)

    def edit(self, name: str, value: Any) -> None:
        """A person types a value over the one that is there."""
        self.looked_at.add(self.value(name))
        self._store(name, value, self._next())

    def resolve(self, name: str, value: Any) -> None:
        """A person looks at all values of a conflict and chooses; the choice is a new version."""
        self.looked_at |= {self.value(name), *self.asides.pop(name, {}).values()}
        self._store(name, value, self._next())

    def value(self, name: str) -> Any:
        if self.record is None:
            return None
        return self.record.deleted if name == DELETED else self.record.fields.get(name)

    def send(self) -> Parcel:
        return Parcel(self.record, dict(self.seen))

    def receive(self, parcel: Parcel) -> None:
        if parcel.record is not None:
            self._merge(parcel.record, parcel.seen)
        self.seen = merged_seen(self.seen, parcel.seen)

    def conflicts(self) -> list[str]:
        return sorted(name for name, kept in self.asides.items() if kept)

    def state(self) -> Any:
        if self.record is None:
            return None
        record = self.record
        versions = {name: record.version_of(name) for name in [*record.fields, DELETED]}
        asides = {name: kept for name, kept in self.asides.items() if kept}
        return dict(record.fields), record.deleted, versions, asides

    def values(self) -> set[Any]:
        """All values that somebody here could still read."""
        current = set(self.record.fields.values()) if self.record else set()
        return current | {value for kept in self.asides.values() for value in kept.values()}

    def _merge(self, incoming: WireRecord, sender_seen: dict[str, int]) -> None:
        plan = plan_record(self.record, incoming, sender_seen, self.seen, self.asides)
        if self.record is None:
            self.record = incoming
        for change in plan.changes:
            for version in change.settles:
                del self.asides[change.name][version]
        for change in plan.stored:
            value = change.incoming_value if change.changes_value else change.local_value
            self._store(change.name, value, change.merged_version)
        for change in plan.conflicts:
            self.asides[change.name][change.incoming_version] = change.incoming_value

    def _next(self) -> Version:
        self.counter += 1
        self.seen[self.name] = self.counter
        return self.name, self.counter

    def _store(self, name: str, value: Any, version: Version) -> None:
        record = self.record or WireRecord(RECORD, {}, version)
        versions = {**record.fv, name: version}
        if name == DELETED:
            self.record = replace(record, deleted=value, fv=versions)
        else:
            self.record = replace(record, fields={**record.fields, name: value}, fv=versions)


def exchange(replicas: list[Replica]) -> None:
    """Everybody sends to everybody, twice, so that all know what all know."""
    for _ in range(2):
        for sender in replicas:
            for receiver in replicas:
                if sender is not receiver:
                    receiver.receive(sender.send())


def settle(replicas: list[Replica]) -> None:
    """Exchange and let people choose, one conflict at a time, until none is open."""
    exchange(replicas)
    for _ in range(100):
        open_conflicts = [(each, name) for each in replicas for name in each.conflicts()]
        if not open_conflicts:
            return
        replica, name = open_conflicts[0]
        replica.resolve(name, next(iter(replica.asides[name].values())))
        exchange(replicas)
    raise AssertionError("conflicts come again and again")
