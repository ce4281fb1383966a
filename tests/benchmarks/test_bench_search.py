"""Search as you type in 100,000 registrations, against the bare query of FTS5."""

import sqlite3

import pytest
from ratios import Report, in_turns

from dvk_desktop.bootstrap import database_path
from dvk_desktop.storage.queries.search import match_expression

HITS = 20
TYPED = ("d", "đ", "th", "thap", "thắp", "hien dat", "hiến đất", "dong tien", "nguyen", "3 sạch")
REPEATS = 20

# CROSS JOIN: the index leads; with JOIN it takes 0.1 to 60 seconds.
BARE = (
    "SELECT r.id, r.name, r.unit_id, u.name, u.code, r.lead_body, r.sector_code, r.subject_type, "
    "r.kind, c.year_from, r.state, r.is_late, r.registered_on, r.address, r.source_file "
    "FROM registration_search s CROSS JOIN registration r ON r.rowid = s.rowid "
    "JOIN unit u ON u.id = r.unit_id JOIN campaign c ON c.id = r.campaign_id "
    "WHERE s.registration_search MATCH ? AND r.campaign_id = ? AND r.is_deleted = 0 LIMIT ?"
)


@pytest.mark.bench
@pytest.mark.timeout(600)
def test_search_as_you_type(services, large_office, report: Report):
    campaign_id = large_office.campaign_id
    bare = sqlite3.connect(database_path(large_office.folder))
    bare.execute("PRAGMA cache_size = -32000")
    for typed in TYPED:
        values = (match_expression(typed), campaign_id, HITS)

        def ours(typed=typed) -> None:
            for _ in range(REPEATS):
                services.registrations.search(typed, campaign_id=campaign_id, limit=HITS)

        def floor(values=values) -> None:
            for _ in range(REPEATS):
                bare.execute(BARE, values).fetchall()

        found = services.registrations.search(typed, campaign_id=campaign_id, limit=HITS)
        assert [row.id for row in found] == [row[0] for row in bare.execute(BARE, values)]
        report.ratio(f"search “{typed}”, {REPEATS} times", in_turns(ours, floor), 2)
    bare.close()
