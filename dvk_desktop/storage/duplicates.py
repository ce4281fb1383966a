"""Candidates for duplicates, fast enough for each letter typed, and what was decided (trùng lặp).

A unit's names are looked through one by one as long as they are few; of a large unit only those
that the full-text index finds. Names of other units are found by the order of the list.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import func, literal_column, or_, select, text, union_all
from sqlalchemy.orm import Session

from dvk_desktop.domain.duplicates import NamedModel, name_form
from dvk_desktop.domain.records.duplicates import DuplicateMember
from dvk_desktop.domain.terms import RegistrationState
from dvk_desktop.domain.vietnamese.sorting import collation_key
from dvk_desktop.models import Registration, Setting, Unit
from dvk_desktop.storage.queries.joint_units import rows_joined_by
from dvk_desktop.storage.search_index import TABLE
from dvk_desktop.storage.unit_of_work import UnitOfWork

_FEW = 600
_MOST_CANDIDATES = 60
_MOST_TRIES = 6
_SETTING = "duplicates"
_ROWID: Any = literal_column("registration.rowid")
_COLUMNS = (
    Registration.id,
    Registration.name,
    Registration.unit_id,
    Unit.name,
    Registration.lead_body,
    Registration.address,
    Registration.kind,
    Registration.state,
    Registration.co_unit_ids,
)
_NAMED = (Registration.id, Registration.name, Registration.unit_id, Registration.co_unit_ids)


def members_of(session: Session, campaign_id: str) -> list[DuplicateMember]:
    """Return all registrations of a campaign that are not merged already."""
    query = _members().where(*_counted(campaign_id)).order_by(_ROWID)
    return [DuplicateMember(*row) for row in session.execute(query)]


def members_by_id(session: Session, ids: Collection[str]) -> dict[str, DuplicateMember]:
    """Return registrations by their ids."""
    query = _members().where(Registration.id.in_(ids))
    return {row[0]: DuplicateMember(*row) for row in session.execute(query)}


def named_in_unit(session: Session, campaign_id: str, unit_id: str, name: str) -> list[NamedModel]:
    """Return the registrations of a unit that may be like a name."""
    own = (*_counted(campaign_id, with_state=False), Registration.unit_id == unit_id)
    count = session.execute(select(func.count()).where(*own)).scalar_one()
    query = select(*_NAMED).where(*_counted(campaign_id), Registration.unit_id == unit_id)
    if count > _FEW:
        query = query.where(_ROWID.in_(_found(session, campaign_id, unit_id, name)))
    return [NamedModel(*row) for row in session.execute(query.order_by(_ROWID))]


def named_by_joint_units(
    session: Session, campaign_id: str, unit_id: str, co_unit_ids: Sequence[str]
) -> list[NamedModel]:
    """Return what another unit leads, where it or one of ours joins in with the other."""
    # Nearly always there are none: not worth a look at every row of the campaign.
    joined = rows_joined_by(session, [unit_id, *co_unit_ids])
    if not joined and not co_unit_ids:
        return []
    query = select(*_NAMED).where(
        *_counted(campaign_id),
        Registration.unit_id != unit_id,
        or_(Registration.unit_id.in_(co_unit_ids), _ROWID.in_(joined)),
    )
    return [NamedModel(*row) for row in session.execute(query.order_by(_ROWID))]


def named_alike(session: Session, campaign_id: str, name: str) -> list[NamedModel]:
    """Return registrations of any unit whose name has the same letters, as far as usual."""
    key = name_form(name).key
    forms = (key, f"mô hình {key}", f"“{key}”", f"mô hình “{key}”", f"mô hình: {key}")
    starts = {collation_key(form).partition("!")[0] for form in forms}
    # The level of letters ends before "!": what follows below the double quote is tones.
    alike = union_all(
        *(
            select(Registration.id).where(
                *_counted(campaign_id, with_state=False),
                Registration.name_sort.between(start, f"{start}!~"),
            )
            for start in sorted(starts)
        )
    )
    found = select(alike.subquery().c[0]).limit(_MOST_CANDIDATES)
    query = select(*_NAMED).where(
        Registration.id.in_(found), Registration.state != RegistrationState.MERGED
    )
    return [NamedModel(*row) for row in session.execute(query)]


def _members() -> Any:
    return select(*_COLUMNS).join(Unit, Unit.id == Registration.unit_id)


def _counted(campaign_id: str, *, with_state: bool = True) -> tuple[Any, ...]:
    same = (Registration.campaign_id == campaign_id, Registration.is_deleted.is_(False))
    return (*same, Registration.state != RegistrationState.MERGED) if with_state else same


_HITS = text(
    f"SELECT r.rowid FROM {TABLE} s CROSS JOIN registration r ON r.rowid = s.rowid "
    f"WHERE s.{TABLE} MATCH :expression AND r.campaign_id = :campaign AND r.unit_id = :unit "
    "AND r.is_deleted = 0 LIMIT :most"
)
"""CROSS JOIN: the index leads, and the search stops at enough."""


def _found(session: Session, campaign_id: str, unit_id: str, name: str) -> list[int]:
    """Return rows of the unit whose texts hold all words, or else all but one of them."""
    words = list(dict.fromkeys(name_form(name).core.split()))
    fewer = [words[:skip] + words[skip + 1 :] for skip in range(len(words)) if len(words) > 2]
    values = {"campaign": campaign_id, "unit": unit_id, "most": _MOST_CANDIDATES}
    found: dict[int, None] = {}
    for wanted in (words, *fewer[:_MOST_TRIES]):
        expression = " ".join(f'search_plain:"{word}"' for word in wanted)
        if not expression or (found and wanted is not words):
            break
        hits = session.execute(_HITS, {**values, "expression": f"{expression}*"})
        found.update(dict.fromkeys(hits.scalars()))
    return list(found)


def told_apart(work: UnitOfWork, campaign_id: str) -> list[frozenset[str]]:
    """Return the sets of registrations that a person said are not the same."""
    row = work.first(Setting, key=f"{_SETTING}:{campaign_id}")
    return [] if row is None else [frozenset(ids) for ids in row.value]


def keep_told_apart(
    work: UnitOfWork, campaign_id: str, sets: Iterable[Sequence[str] | frozenset[str]]
) -> None:
    """Keep these sets in place of those before."""
    value = [sorted(ids) for ids in sets]
    row = work.first(Setting, key=f"{_SETTING}:{campaign_id}")
    if row is None:
        work.add(Setting(key=f"{_SETTING}:{campaign_id}", value=value))
    else:
        row.value = value
