"""What this office has seen of other replicas, by scope (đã thấy đến đâu).

A package carries whole campaigns, so what is known of one campaign says nothing of another.
A manifest has one number for each replica: the smallest over the scopes that the package
carries, because claiming too little gives a question, and claiming too much loses an edit.
"""

from collections.abc import Iterable

from sqlalchemy import select

from dvk_desktop.models import Seen
from dvk_desktop.storage.unit_of_work import UnitOfWork

BASE_SCOPE = ""
"""The scope of what belongs to no campaign: levels, units, models."""

SeenByScope = dict[str, dict[str, int]]


def seen_by_scope(work: UnitOfWork) -> SeenByScope:
    """Return per scope, per replica, up to which version this office has seen it."""
    office = work.office()
    known: SeenByScope = {}
    for row in work.session.execute(select(Seen)).scalars():
        known.setdefault(row.scope, {})[row.replica_id] = row.counter
    for scope in known.values():
        scope[office.replica_id] = office.counter
    return known


def seen_in(work: UnitOfWork, scopes: Iterable[str]) -> dict[str, int]:
    """Return what the office has surely seen in all of the scopes, its own changes among it."""
    office = work.office()
    known = seen_by_scope(work)
    wanted = [known.get(scope, {}) for scope in (BASE_SCOPE, *scopes)]
    replicas = set(wanted[0]).intersection(*wanted[1:])
    seen = {replica: min(scope[replica] for scope in wanted) for replica in replicas}
    seen[office.replica_id] = office.counter
    return seen


def remember_seen(work: UnitOfWork, scopes: Iterable[str], seen: dict[str, int]) -> None:
    """Note that everything of these scopes up to ``seen`` has been merged."""
    for scope in (BASE_SCOPE, *scopes):
        for replica_id, counter in seen.items():
            row = work.session.get(Seen, (replica_id, scope))
            if row is None:
                work.session.add(Seen(replica_id=replica_id, scope=scope, counter=counter))
            else:
                row.counter = max(row.counter, counter)
