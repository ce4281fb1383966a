"""Lists and figures of registrations, straight to records (truy vấn đăng ký)."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, TextClause, func, or_, select, text
from sqlalchemy.orm import Session, aliased

from dvk_desktop.domain.records.registration import RegistrationFilter, RegistrationRow
from dvk_desktop.models import Attachment, Campaign, Registration, Site, Unit
from dvk_desktop.storage.engine import MATCHES
from dvk_desktop.storage.queries.column_conditions import column_conditions
from dvk_desktop.storage.queries.joint_units import joined_by, with_joint_names
from dvk_desktop.storage.queries.registration_order import (
    GROUPED,
    ROW,
    group_column,
    in_order,
    one_of,
    ranked_groups,
)
from dvk_desktop.storage.queries.search import match_expression
from dvk_desktop.storage.search_index import TABLE

_COLUMNS = (
    Registration.id,
    Registration.name,
    Registration.unit_id,
    Unit.name,
    Unit.code,
    Registration.lead_body,
    Registration.sector_code,
    Registration.subject_type,
    Registration.kind,
    Campaign.year_from,
    Registration.state,
    Registration.is_late,
    Registration.registered_on,
    Registration.address,
    Registration.source_file,
    Registration.co_unit_ids,
)

_OWN_HITS = f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH :expression"
_UNIT_HITS = (
    "SELECT rowid FROM registration WHERE {campaign}is_deleted = 0 AND unit_id IN "
    f"(SELECT id FROM unit WHERE {MATCHES}(:typed, name || ' ' || code))"
)
_JOINT_HITS = (
    "SELECT together.rowid FROM registration AS together INDEXED BY ix_registration_together, "
    "json_each(together.co_unit_ids) AS joint "
    "WHERE {campaign}is_deleted = 0 AND together.co_unit_ids != '[]' AND joint.value IN "
    f"(SELECT id FROM unit WHERE {MATCHES}(:typed, name || ' ' || code))"
)

_LISTED = 500
"""So many identifiers are asked for by name; for more it is quicker to ask for all."""


def registration_rows(
    session: Session, wanted: RegistrationFilter, offset: int = 0, limit: int | None = None
) -> list[RegistrationRow]:
    """Return a page of the list in the wanted order."""
    wanted = narrowed(session, wanted)
    query = _with_names(select(*_COLUMNS).select_from(Registration))
    if limit is None:
        query = filtered(query, wanted).offset(offset)
    else:
        # Which rows make the page is read from an index alone; only they are read whole.
        query = query.where(ROW.in_(_page(session, wanted, offset, limit)))
    rows = [RegistrationRow(*row) for row in session.execute(in_order(query, wanted))]
    ids = [row.id for row in rows]
    files, sites = _counted(session, Attachment, ids), _counted(session, Site, ids)
    if files or sites:
        rows = [
            replace(row, attachments=files.get(row.id, 0), sites=sites.get(row.id, 0))
            if row.id in files or row.id in sites
            else row
            for row in rows
        ]
    return with_joint_names(session, rows)


def _counted(
    session: Session, mapped: type[Attachment | Site], registration_ids: Sequence[str]
) -> dict[str, int]:
    """Return how many files or sites each registration has, for those that have any.

    Asked after the page is known: as a column it would be counted for every row that is sorted.
    """
    query = select(mapped.registration_id, func.count()).where(mapped.is_deleted.is_(False))
    if len(registration_ids) <= _LISTED:
        query = query.where(mapped.registration_id.in_(registration_ids))
    query = query.group_by(mapped.registration_id)
    return {found: count for found, count in session.execute(query)}


def ordered_rows(wanted: RegistrationFilter) -> Any:
    """Return the query for the rows that the filter leaves, in the wanted order."""
    sorts = {name for name, _ in wanted.order}
    return in_order(_with_names(filtered(select(ROW), wanted), sorts), wanted)


def _page(session: Session, wanted: RegistrationFilter, offset: int, limit: int) -> Any:
    """Return the query for the rows of a page."""
    query = ordered_rows(wanted)
    first = wanted.order[0][0]
    # With a text, to find it again for the values would take longer than to sort.
    if first in GROUPED and not wanted.text.strip():
        column = group_column(first)
        values, offset = _values_of_page(session, wanted, offset, limit)
        query = query.where(one_of(column, values))
    return query.offset(offset).limit(limit)


def _with_names(query: Any, sorts: Collection[str] | None = None) -> Any:
    """Join units and campaigns to a query, or only what an order needs."""
    if sorts is None or "unit" in sorts:
        query = query.join(Unit, Unit.id == Registration.unit_id)
    if sorts is None or "year" in sorts:
        query = query.join(Campaign, Campaign.id == Registration.campaign_id)
    return query


def _values_of_page(
    session: Session, wanted: RegistrationFilter, offset: int, limit: int
) -> tuple[list[Any], int]:
    """Return the values of the first key that make up a page, and the offset within them.

    Counting by value reads an index alone, so a page far down the list costs no more than the
    first one, where sorting everything by the order of values would read every row.
    """
    name = wanted.order[0][0]
    column = group_column(name)
    counts: dict[Any, int] = {}
    query = filtered(select(column, func.count()), wanted)
    for value, count in session.execute(query.group_by(column)):
        counts[value] = count
    units = _units(session) if name == "unit" else ()
    chosen: list[Any] = []
    start, reached = offset, 0
    for values in ranked_groups(wanted.order[0], counts, units):
        count = sum(counts[value] for value in values)
        if reached + count <= offset:
            start -= count
        else:
            chosen += values
        reached += count
        if reached >= offset + limit:
            break
    return chosen, start


def _units(session: Session) -> Sequence[str]:
    return session.execute(select(Unit.id).order_by(Unit.sort_order, Unit.id)).scalars().all()


def registration_count(session: Session, wanted: RegistrationFilter) -> int:
    """Return how many registrations the filter leaves."""
    query = filtered(select(func.count()), narrowed(session, wanted))
    return int(session.execute(query).scalar_one())


def sector_totals(
    session: Session, wanted: RegistrationFilter
) -> dict[tuple[str | None, bool], int]:
    """Return how many the filter leaves of each sector, on time and late, in one pass."""
    # By unit first: that is the order of the index that covers the list, so nothing is sorted.
    groups = (Registration.unit_id, Registration.sector_code)
    late = func.sum(Registration.is_late)
    wanted = narrowed(session, wanted)
    query = filtered(select(*groups, func.count(), late), wanted).group_by(*groups)
    found: Counter[tuple[str | None, bool]] = Counter()
    for _, code, count, late_count in session.execute(query):
        found[code, False] += count - late_count
        found[code, True] += late_count
    return +found


def counts_by(session: Session, campaign_id: str, *fields: str) -> dict[tuple[Any, ...], int]:
    """Return how many registrations of a campaign there are for each value of the fields."""
    columns = [getattr(Registration, field) for field in fields]
    query = (
        select(*columns, func.count())
        .where(Registration.campaign_id == campaign_id, Registration.is_deleted.is_(False))
        .group_by(*columns)
    )
    return {tuple(row[:-1]): row[-1] for row in session.execute(query)}


def narrowed(session: Session, wanted: RegistrationFilter) -> RegistrationFilter:
    """Return a filter that leaves the same, asking for joint models only where there are any.

    To look for either of two things keeps SQLite from the index that leads by unit.
    """
    if wanted.unit_id is None or wanted.only_leading:
        return wanted
    rows = select(Registration.id).where(joined_by(select(_branch(wanted.unit_id).c.id))).limit(1)
    is_joined = session.execute(rows).first() is not None
    return wanted if is_joined else replace(wanted, only_leading=True)


def filtered(query: Any, wanted: RegistrationFilter) -> Any:
    """Narrow a query over registrations to what the filter leaves."""
    query = query.select_from(Registration)
    conditions = (*_conditions(wanted), *column_conditions(wanted.columns))
    query = query.where(Registration.is_deleted.is_(False), *conditions)
    if wanted.unit_id is not None:
        query = query.where(_in_branch(wanted.unit_id, only_leading=wanted.only_leading))
    expression = match_expression(wanted.text) if wanted.text.strip() else None
    if expression is not None:
        query = query.where(ROW.in_(_hits(wanted, expression)))
    return query


def _hits(wanted: RegistrationFilter, expression: str) -> TextClause:
    """Return the rows whose own text is found, and those of units whose name is found."""
    values = {"expression": expression, "typed": wanted.text}
    campaign = ""
    if wanted.campaign_id is not None:
        campaign, values["hits_campaign"] = "campaign_id = :hits_campaign AND ", wanted.campaign_id
    by_unit = (hits.format(campaign=campaign) for hits in (_UNIT_HITS, _JOINT_HITS))
    return text(" UNION ALL ".join((_OWN_HITS, *by_unit))).bindparams(**values)


def _conditions(wanted: RegistrationFilter) -> Sequence[ColumnElement[bool]]:
    equal = {
        Registration.campaign_id: wanted.campaign_id,
        Registration.sector_code: wanted.sector_code,
        Registration.subject_type: wanted.subject_type,
        Registration.kind: wanted.kind,
    }
    conditions: list[ColumnElement[bool]] = [
        column == value for column, value in equal.items() if value is not None
    ]
    if wanted.states:
        conditions.append(Registration.state.in_(wanted.states))
    if wanted.only_late:
        conditions.append(Registration.is_late.is_(True))
    return conditions


def _in_branch(unit_id: str, *, only_leading: bool) -> ColumnElement[bool]:
    branch = _branch(unit_id)
    leads = Registration.unit_id.in_(select(branch.c.id))
    return leads if only_leading else or_(leads, joined_by(select(branch.c.id)))


def _branch(unit_id: str) -> Any:
    """Return the table of a unit and all units below it."""
    start = select(Unit.id).where(Unit.id == unit_id).cte("branch", recursive=True)
    child = aliased(Unit)
    return start.union(select(child.id).where(child.parent_id == start.c.id))
