"""Candidates for duplicates, fast enough for each letter typed, and what was decided (trùng lặp).

A unit's names are looked through one by one as long as they are few; of a large unit only those
that the full-text index finds. Names of other units are found by the order of the list.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import func, literal_column, or_, select, text
from sqlalchemy.orm import Session

from dvk_desktop.domain.duplicates import name_form
from dvk_desktop.domain.records.duplicates import DuplicateMember
from dvk_desktop.domain.terms import RegistrationState
from dvk_desktop.domain.vietnamese.sorting import collation_key
from dvk_desktop.models import Registration, Setting, Unit
from dvk_desktop.storage.search_index import TABLE
from dvk_desktop.storage.unit_of_work import UnitOfWork

_FEW = 400
_MOST_CANDIDATES = 60
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
)


def members_of(session: Session, campaign_id: str) -> list[DuplicateMember]:
    """Return all registrations of a campaign that are not merged already."""
    query = _members().where(*_counted(campaign_id)).order_by(_ROWID)
    return [DuplicateMember(*row) for row in session.execute(query)]


def members_in_unit(
    session: Session, campaign_id: str, unit_id: str, name: str
) -> list[DuplicateMember]:
    """Return the registrations of a unit that may be like a name."""
    own = (*_counted(campaign_id, with_state=False), Registration.unit_id == unit_id)
    count = session.execute(select(func.count()).where(*own)).scalar_one()
    query = _members().where(*_counted(campaign_id), Registration.unit_id == unit_id)
    if count > _FEW:
        places = set(session.execute(select(_ROWID).where(*own)).scalars())
        query = query.where(_ROWID.in_(_found(session, places, name)))
    return [DuplicateMember(*row) for row in session.execute(query.order_by(_ROWID))]


def members_of_name(session: Session, campaign_id: str, name: str) -> list[DuplicateMember]:
    """Return registrations of any unit whose name has the same letters, as far as usual."""
    key = name_form(name).key
    forms = (key, f"mô hình {key}", f"“{key}”", f"mô hình “{key}”", f"mô hình: {key}")
    starts = {collation_key(form).partition("!")[0] for form in forms}
    # The level of letters ends before "!": what follows below the double quote is tones.
    alike = or_(*(Registration.name_sort.between(start, f"{start}!~") for start in starts))
    query = _members().where(*_counted(campaign_id), alike).limit(_MOST_CANDIDATES)
    return [DuplicateMember(*row) for row in session.execute(query)]


def _members() -> Any:
    return select(*_COLUMNS).join(Unit, Unit.id == Registration.unit_id)


def _counted(campaign_id: str, *, with_state: bool = True) -> tuple[Any, ...]:
    same = (Registration.campaign_id == campaign_id, Registration.is_deleted.is_(False))
    return (*same, Registration.state != RegistrationState.MERGED) if with_state else same


def _found(session: Session, places: set[int], name: str) -> list[int]:
    """Return the places in the unit whose texts hold the words: all, or all but the rarest."""
    words = sorted(dict.fromkeys(name_form(name).core.split()), key=len, reverse=True)
    found: dict[int, None] = {}
    for wanted in (words, words[:2], *([words[:skip] + words[skip + 1 :] for skip in range(3)])):
        if not wanted or len(found) >= _MOST_CANDIDATES:
            break
        expression = " ".join(f'search_plain:"{word}"*' for word in wanted)
        query = text(f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH :expression")
        hits = session.execute(query, {"expression": expression}).scalars()
        found.update(dict.fromkeys(hit for hit in hits if hit in places))
    return list(found)[:_MOST_CANDIDATES]


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
