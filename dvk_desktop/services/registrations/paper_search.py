"""Finds decisions and certificates while one types (tìm giấy tờ)."""

from collections.abc import Sequence

from dvk_desktop.domain.records.decision import PaperFound
from dvk_desktop.storage.queries.search_papers import search_certificates, search_decisions
from dvk_desktop.storage.unit_of_work import Database


class PaperSearch:
    """Looks through the papers of a campaign, as fast as typing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def decisions(self, typed: str, campaign_id: str, *, limit: int) -> Sequence[PaperFound]:
        """Return decisions by number, title, or a model that they recognise."""
        return search_decisions(self._database.engine, typed, campaign_id, limit)

    def certificates(self, typed: str, campaign_id: str, *, limit: int) -> Sequence[PaperFound]:
        """Return certificates by their number in the register."""
        return search_certificates(self._database.engine, typed, campaign_id, limit)
