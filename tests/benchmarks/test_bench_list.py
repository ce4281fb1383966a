"""A page of 100,000 registrations, sorted and filtered, against the plain SQL for it.

Once as an office has them after ten years, once as the worst case, all in one campaign.
"""

import sqlite3
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Qt
from ratios import Report, in_turns

from dvk_desktop.bootstrap import database_path
from dvk_desktop.domain.records.column_condition import ColumnCondition
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.terms import RegistrationState, SubjectType
from dvk_desktop.storage.queries.search import match_expression

PAGE = 200
SHOWN_ROWS = 30
LIMIT_MS = 50
PAIRS = 3
"""Few turns: a hundred looks at the list have to be timed."""

COLUMNS = (
    "r.id, r.name, r.unit_id, u.name, u.code, r.lead_body, r.sector_code, r.subject_type, r.kind, "
    "c.year_from, r.state, r.is_late, r.registered_on, r.address, r.source_file"
)
TABLES = (
    "FROM registration r JOIN unit u ON u.id = r.unit_id JOIN campaign c ON c.id = r.campaign_id"
)
ORDERS = {
    "unit": "u.sort_order {0}, u.id {0}",
    "name": "r.name_sort {0}",
    "sector_code": "r.sector_code {0}",
    "state": "r.state {0}",
    "registered_on": "r.registered_on {0}",
    "lead_body": "r.lead_body {0}",
    "subject_type": "r.subject_type {0}",
    "kind": "r.kind {0}",
    "address": "r.address {0}",
    "target_level": "r.target_level {0}",
    "people_count": "r.people_count {0}",
    "cost": "r.cost {0}",
    "work_days": "CAST(r.work_days AS REAL) {0}",
    "land_area": "CAST(r.land_area AS REAL) {0}",
}
SAME_ORDER = frozenset({"unit", "name", "registered_on"})
"""Where plain SQL orders as people do: elsewhere empty cells come last, words by their letters."""


@dataclass(frozen=True)
class Case:
    """One look at the list: the filter, the same as SQL, and how far down."""

    name: str
    wanted: dict[str, Any]
    condition: str = ""
    values: tuple[object, ...] = ()
    part: float = 0
    """How far down: 1 is the last page."""

    def offset(self, count: int) -> int:
        """Return where the page begins."""
        return int(max(0, count - PAGE) * self.part)

    def page_sql(self, offset: int) -> str:
        """Return the query that anybody would write for the page."""
        direction = "DESC" if self.wanted.get("descending") else "ASC"
        order = ORDERS[self.wanted.get("sort", "unit")].format(direction)
        where = f"WHERE r.is_deleted = 0 AND r.campaign_id = ? {self.condition}"
        page = f"LIMIT {PAGE} OFFSET {offset}"
        return f"SELECT {COLUMNS} {TABLES} {where} ORDER BY {order}, r.rowid {direction} {page}"

    def count_sql(self) -> str:
        """Return the query for the number of rows."""
        where = f"WHERE r.is_deleted = 0 AND r.campaign_id = ? {self.condition}"
        return f"SELECT count(*) FROM registration r {where}"


IN_TEXT = "AND r.rowid IN (SELECT rowid FROM registration_search WHERE registration_search MATCH ?)"


def _text_case(text: str) -> Case:
    return Case(f"text “{text}”", {"text": text}, IN_TEXT, (match_expression(text),))


CASES = (
    Case("first page", {}),
    Case("page in the middle", {}, part=0.5),
    Case("last page", {}, part=1),
    *(Case(f"sort {key}", {"sort": key}) for key in ORDERS),
    *(Case(f"sort {key} down", {"sort": key, "descending": True}) for key in ORDERS),
    Case("sort name, middle", {"sort": "name"}, part=0.5),
    *(Case(f"sort {key}, last page", {"sort": key}, part=1) for key in ORDERS),
    Case("sector", {"sector_code": "KT"}, "AND r.sector_code = ?", ("KT",)),
    Case(
        "sector, sort name",
        {"sector_code": "KT", "sort": "name"},
        "AND r.sector_code = ?",
        ("KT",),
    ),
    Case(
        "subject",
        {"subject_type": SubjectType.COLLECTIVE},
        "AND r.subject_type = ?",
        (SubjectType.COLLECTIVE.value,),
    ),
    Case(
        "state",
        {"states": (RegistrationState.DRAFT,)},
        "AND r.state = ?",
        (RegistrationState.DRAFT.value,),
    ),
    Case("late", {"only_late": True}, "AND r.is_late = 1"),
    Case(
        "one lead body",
        {"columns": (ColumnCondition("lead_body", values=("Chi bộ thôn Yên Sơn",)),)},
        "AND r.lead_body = ?",
        ("Chi bộ thôn Yên Sơn",),
    ),
    Case(
        "cost from 400 million",
        {"columns": (ColumnCondition("cost", low="400000000"),)},
        "AND r.cost >= ?",
        (400_000_000,),
    ),
    _text_case("d"),
    _text_case("hiến đất"),
    _text_case("hoa"),
)


SHOWN_CASES = frozenset(
    {"first page", "last page", "sort name", "sort lead_body down", "sector", "text “d”"}
)
"""What the window adds to a page is the same for all the others."""


@pytest.fixture
def bare(full_office):
    connection = sqlite3.connect(database_path(full_office.folder))
    connection.execute("PRAGMA cache_size = -32000")
    yield connection
    connection.close()


@pytest.mark.bench
@pytest.mark.timeout(900)
def test_pages_sorts_and_filters(full_services, full_office, bare, report: Report):
    service, timings = full_services.registrations, []
    for case in CASES:
        wanted = RegistrationFilter(campaign_id=full_office.campaign_id, **case.wanted)
        offset = case.offset(service.count(wanted))
        values = (full_office.campaign_id, *case.values)

        def ours(wanted=wanted, offset=offset) -> Any:
            return service.rows(wanted, offset, PAGE), service.count(wanted)

        def floor(values=values, case=case, offset=offset) -> Any:
            rows = bare.execute(case.page_sql(offset), values).fetchall()
            return rows, bare.execute(case.count_sql(), values).fetchone()[0]

        if "text" in case.wanted:  # a text finds units by their names too
            assert ours()[1] >= floor()[1]
        else:
            assert ours()[1] == floor()[1]
            if case.wanted.get("sort", "unit") in SAME_ORDER:
                assert [row.id for row in ours()[0]] == [row[0] for row in floor()[0]]
        timings.append((case.name, in_turns(ours, floor, pairs=PAIRS)))
    for name, timing in timings:
        report.beyond(f"{full_office.name}, page and count, {name}", timing, LIMIT_MS)


@pytest.mark.bench
@pytest.mark.timeout(900)
def test_the_table_of_the_window(qapp, full_services, full_office, bare, report: Report):
    """The model as the page uses it: a new order or filter, and the rows that are seen."""
    from dvk_desktop.views.item_models.paged_table import PagedTableModel
    from dvk_desktop.views.item_models.registration_columns import registration_columns

    service, model = full_services.registrations, PagedTableModel(registration_columns())
    for case in (case for case in CASES if case.name in SHOWN_CASES):
        wanted = RegistrationFilter(campaign_id=full_office.campaign_id, **case.wanted)
        offset = case.offset(service.count(wanted))
        values = (full_office.campaign_id, *case.values)

        def ours(wanted=wanted, offset=offset) -> None:
            model.set_source(
                lambda start, limit: service.rows(wanted, start, limit),
                lambda: service.count(wanted),
            )
            for row in range(offset, min(offset + SHOWN_ROWS, model.rowCount())):
                for column in range(model.columnCount()):
                    model.data(model.index(row, column), Qt.ItemDataRole.DisplayRole)

        def floor(values=values, case=case, offset=offset) -> None:
            bare.execute(case.page_sql(offset), values).fetchall()
            bare.execute(case.count_sql(), values).fetchone()

        ours()
        what = f"{full_office.name}, table model, {case.name}"
        report.beyond(what, in_turns(ours, floor, pairs=PAIRS), LIMIT_MS)
