"""A page of 100,000 registrations, sorted and filtered, against the plain SQL for it."""

import sqlite3
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Qt
from ratios import Report, in_turns

from dvk_desktop.bootstrap import database_path
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.terms import RegistrationState, SubjectType
from dvk_desktop.storage.queries.search import match_expression

PAGE = 200
SHOWN_ROWS = 30
LIMIT_MS = 50

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
}


@dataclass(frozen=True)
class Case:
    """One look at the list: the filter, the same as SQL, and how far down."""

    name: str
    wanted: dict[str, Any]
    condition: str = ""
    values: tuple[object, ...] = ()
    offset: int = 0

    def page_sql(self) -> str:
        """Return the query that anybody would write for the page."""
        direction = "DESC" if self.wanted.get("descending") else "ASC"
        order = ORDERS[self.wanted.get("sort", "unit")].format(direction)
        where = f"WHERE r.is_deleted = 0 AND r.campaign_id = ? {self.condition}"
        page = f"LIMIT {PAGE} OFFSET {self.offset}"
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
    Case("page in the middle", {}, offset=50_000),
    Case("last page", {}, offset=99_800),
    *(Case(f"sort {key}", {"sort": key}) for key in ORDERS),
    *(Case(f"sort {key} down", {"sort": key, "descending": True}) for key in ORDERS),
    Case("sort name, middle", {"sort": "name"}, offset=50_000),
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
    _text_case("d"),
    _text_case("hiến đất"),
    _text_case("hoa"),
)


@pytest.fixture
def bare(large_office):
    connection = sqlite3.connect(database_path(large_office.folder))
    connection.execute("PRAGMA cache_size = -32000")
    yield connection
    connection.close()


@pytest.mark.bench
@pytest.mark.timeout(900)
def test_pages_sorts_and_filters(services, large_office, bare, report: Report):
    timings = []
    for case in CASES:
        wanted = RegistrationFilter(campaign_id=large_office.campaign_id, **case.wanted)
        values = (large_office.campaign_id, *case.values)

        def ours(wanted=wanted, case=case) -> Any:
            rows = services.registrations.rows(wanted, case.offset, PAGE)
            return rows, services.registrations.count(wanted)

        def floor(values=values, case=case) -> Any:
            rows = bare.execute(case.page_sql(), values).fetchall()
            return rows, bare.execute(case.count_sql(), values).fetchone()[0]

        if case.wanted.get("sort") not in {"state", "sector_code"}:  # equal ones go by unit
            assert [row.id for row in ours()[0]] == [row[0] for row in floor()[0]]
        assert ours()[1] == floor()[1]
        timings.append((case.name, in_turns(ours, floor)))
    for name, timing in timings:
        report.beyond(f"page and count, {name}", timing, LIMIT_MS)


@pytest.mark.bench
@pytest.mark.timeout(900)
def test_the_table_of_the_window(qapp, services, large_office, bare, report: Report):
    """The model as the page uses it: a new order or filter, and the rows that are seen."""
    from dvk_desktop.views.item_models.paged_table import PagedTableModel
    from dvk_desktop.views.item_models.registration_columns import registration_columns

    model = PagedTableModel(registration_columns())
    for case in CASES:
        wanted = RegistrationFilter(campaign_id=large_office.campaign_id, **case.wanted)
        values = (large_office.campaign_id, *case.values)

        def ours(wanted=wanted, case=case) -> None:
            model.set_source(
                lambda offset, limit: services.registrations.rows(wanted, offset, limit),
                lambda: services.registrations.count(wanted),
            )
            for row in range(case.offset, min(case.offset + SHOWN_ROWS, model.rowCount())):
                for column in range(model.columnCount()):
                    model.data(model.index(row, column), Qt.ItemDataRole.DisplayRole)

        def floor(values=values, case=case) -> None:
            bare.execute(case.page_sql(), values).fetchall()
            bare.execute(case.count_sql(), values).fetchone()

        ours()
        report.beyond(f"table model, {case.name}", in_turns(ours, floor), LIMIT_MS)
