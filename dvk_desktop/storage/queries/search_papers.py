"""Search decisions and certificates as you type (tìm quyết định, giấy chứng nhận).

A campaign has few decisions, so number and title are compared one by one; the names in them
come from the full-text index of the registrations.
"""

from typing import Any

from sqlalchemy import Engine

from dvk_desktop.domain.records.decision import PaperFound
from dvk_desktop.domain.vietnamese.folding import matches
from dvk_desktop.storage.queries.search import match_expression
from dvk_desktop.storage.search_index import TABLE

_NAMES_LOOKED_AT = 200
"""So that one letter costs no more than a word; a name that is meant is among the first."""

_DECISIONS = (
    "SELECT id, number_text, title FROM decision WHERE campaign_id = ? AND is_deleted = 0 "
    "ORDER BY id DESC"
)
_BY_NAME = (
    "SELECT d.id, d.number_text, d.title, r.name FROM "
    f"(SELECT s.rowid AS place FROM {TABLE} s CROSS JOIN registration one ON one.rowid = s.rowid "
    f"WHERE s.{TABLE} MATCH ? AND one.campaign_id = ? AND one.is_deleted = 0 LIMIT ?) found "
    "CROSS JOIN registration r ON r.rowid = found.place "
    "CROSS JOIN decision_item i ON i.registration_id = r.id AND i.is_deleted = 0 "
    "CROSS JOIN decision d ON d.id = i.decision_id AND d.is_deleted = 0"
)
_CERTIFICATES = (
    "SELECT d.id, c.register_number, r.name, d.number_text FROM decision d "
    "CROSS JOIN decision_item i ON i.decision_id = d.id "
    "CROSS JOIN certificate c ON c.decision_item_id = i.id AND c.register_number = ? "
    "CROSS JOIN registration r ON r.id = i.registration_id "
    "WHERE d.campaign_id = ? AND d.is_deleted = 0 AND i.is_deleted = 0 AND c.is_deleted = 0 "
    "ORDER BY d.id DESC LIMIT ?"
)


def search_decisions(engine: Engine, typed: str, campaign_id: str, limit: int) -> list[PaperFound]:
    """Return decisions by number or title, then those with a model of such a name."""
    expression = match_expression(typed)
    if expression is None:
        return []
    rows = _read(engine, _DECISIONS, (campaign_id,))
    found = {row[0]: PaperFound(*row) for row in rows if matches(typed, f"{row[1]} {row[2]}")}
    if rows and len(found) < limit:
        by_name = _read(engine, _BY_NAME, (expression, campaign_id, _NAMES_LOOKED_AT))
        for row in by_name:
            found.setdefault(row[0], PaperFound(*row))
    return list(found.values())[:limit]


def search_certificates(
    engine: Engine, typed: str, campaign_id: str, limit: int
) -> list[PaperFound]:
    """Return certificates of a register number; anything but a number finds none."""
    number = typed.strip()
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        return []
    rows = _read(engine, _CERTIFICATES, (int(number), campaign_id, limit))
    return [PaperFound(row[0], row[3], "", row[2], row[1]) for row in rows]


def _read(engine: Engine, statement: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute(statement, values)
        found = [tuple(row) for row in cursor.fetchall()]
    finally:
        connection.close()
    return found
