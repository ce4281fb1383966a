"""``dvk scores``: results with their explanation (kết quả chấm điểm)."""

from typing import Any

from dvk_desktop.cli.answer import Answer, Table
from dvk_desktop.cli.parser import Commands, a_year
from dvk_desktop.cli.session import Session
from dvk_desktop.domain.records.scoring import ResultRow
from dvk_desktop.domain.words import Wording


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    scores = commands.group("scores", "chấm điểm")
    results = scores.command("results", list_results, "kết quả chấm điểm và cách tính")
    results.option("--year", type=a_year, help_text="năm (mặc định: đợt mới nhất)")


def list_results(session: Session) -> Answer:
    """List the results, the best first."""
    campaign = session.campaign()
    results = session.services.scoring.results(campaign.id)
    rows = [
        (row.place, row.name, row.unit_name, row.self_score, row.score, Wording(row.rank_label))
        for row in results
    ]
    headings = ("Hạng", "Tên mô hình", "Đơn vị", "Tự chấm", "Điểm", "Xếp loại")
    document = {"year": campaign.year_from, "results": [_members(row) for row in results]}
    return Answer(document, (Table(headings, rows),))


def _members(row: ResultRow) -> dict[str, Any]:
    return {
        "registration_id": row.registration_id,
        "name": row.name,
        "unit": row.unit_name,
        "field": row.sector_code,
        "subject_type": row.subject_type,
        "state": row.state,
        "self_score": row.self_score,
        "score": row.score,
        "sheets": row.sheets,
        "spread": row.spread,
        "zero_criteria": list(row.zero_criteria),
        "rank": row.rank_code,
        "rank_label": Wording(row.rank_label),
        "place": row.place,
        "tied": row.is_tied,
        "explanation": list(row.explanation),
    }
