"""What this office has seen of other replicas, by scope (đã thấy đến đâu).

A package carries whole campaigns, so what is known of one campaign says nothing of another.
A manifest has one number for each replica: the smallest over the scopes that the package
carries, because claiming too little gives a question, and claiming too much loses an edit.

Offices form a tree, so all changes of a replica come from one neighbour: the one whose packages
told of it first, or the one that it belongs to. Only that neighbour's word raises what we have
seen of it. After an old backup is put back this matters: a commune tells how much it had seen of
us and of the office above, but its package carries its own branch alone. What we wrote ourselves
after the backup stays unseen for good.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from dvk_desktop.domain.records.package import OfficeIdentity
from dvk_desktop.models import Office, Seen
from dvk_desktop.storage.unit_of_work import UnitOfWork

BASE_SCOPE = ""
"""The scope of what belongs to no campaign: levels, units, models."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Up to which version this office has seen each replica (hiểu biết).

    ``own`` holds this replica and those that it was before; it has all their changes up to there
    in every scope, also in one that nobody has told of yet.
    """

    own: Mapping[str, int]
    scopes: Mapping[str, Mapping[str, int]]

    def of(self, scope: str) -> dict[str, int]:
        """Return what has been seen of one scope."""
        return {**self.scopes.get(scope, {}), **self.own}


def knowledge_of(work: UnitOfWork) -> Knowledge:
    """Return what this office has seen."""
    office = work.office()
    own: dict[str, int] = {}
    scopes: dict[str, dict[str, int]] = {}
    for row in work.session.execute(select(Seen)).scalars():
        if row.learned_from == office.office_id:
            own[row.replica_id] = max(row.counter, own.get(row.replica_id, 0))
        else:
            scopes.setdefault(row.scope, {})[row.replica_id] = row.counter
    own[office.replica_id] = office.counter
    return Knowledge(own, scopes)


def seen_in(work: UnitOfWork, scopes: Iterable[str]) -> dict[str, int]:
    """Return what the office has surely seen in all of the scopes, its own changes among it."""
    known = knowledge_of(work)
    wanted = [known.of(scope) for scope in (BASE_SCOPE, *scopes)]
    replicas = set(wanted[0]).intersection(*wanted[1:])
    return {replica: min(scope[replica] for scope in wanted) for replica in replicas}


def remember_seen(
    work: UnitOfWork, scopes: Iterable[str], seen: Mapping[str, int], sender: OfficeIdentity
) -> None:
    """Note that everything of these scopes up to ``seen`` has been merged, as far as that holds.

    The sender's word holds for its own replica and for those that nobody else has told of.
    """
    wanted = dict.fromkeys((BASE_SCOPE, *scopes))
    for scope in wanted:
        if scope and work.first(Seen, scope=scope) is None:
            begin_scope(work, scope)
    work.session.flush()
    rows = {
        (row.replica_id, row.scope): row for row in work.session.execute(select(Seen)).scalars()
    }
    neighbour = {replica: row.learned_from for (replica, _), row in rows.items()}
    own = work.office()
    believed = {
        replica: counter
        for replica, counter in seen.items()
        if _may_speak_of(sender, replica, neighbour.get(replica, ""), own)
    }
    for (replica, _), row in rows.items():
        if replica in believed:
            row.learned_from = sender.office_id
    for scope in wanted:
        for replica, counter in believed.items():
            held = rows.get((replica, scope))
            if held is not None:
                held.counter = max(held.counter, counter)
                continue
            found = Seen(replica_id=replica, scope=scope, counter=counter)
            found.learned_from = sender.office_id
            work.session.add(found)


def begin_scope(work: UnitOfWork, campaign_id: str) -> None:
    """Note that all we have seen was before this campaign: nobody has changes in it we lack.

    Without it, whoever has not sent the new campaign back yet would drop out of our claims, and
    the first package of a year would bring conflicts about what nobody disagrees on.
    """
    rows = work.session.execute(select(Seen)).scalars().all()
    begun = {row.replica_id for row in rows if row.scope == campaign_id}
    for row in rows:
        if row.scope == BASE_SCOPE and row.replica_id not in begun:
            found = Seen(replica_id=row.replica_id, scope=campaign_id, counter=row.counter)
            found.learned_from = row.learned_from
            work.session.add(found)


def _may_speak_of(sender: OfficeIdentity, replica: str, neighbour: str, own: Office) -> bool:
    if replica == own.replica_id or neighbour == own.office_id:
        return False
    return replica == sender.replica_id or neighbour in ("", sender.office_id)
