"""What the global search looks through: registrations and units (tìm kiếm chung)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from dvk_desktop.domain.vietnamese.folding import matches
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.global_search import Searcher, SearchHit

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services

_REGISTRATIONS, _UNITS = 8, 4


def make_searcher(services: "Services", campaign_id: Callable[[], str]) -> Searcher:
    """Return a look-up in the registrations of the campaign that is shown, and in all units."""

    def search(text: str) -> list[SearchHit]:
        chosen = campaign_id() or None
        hits = [
            SearchHit("registrations", row.id, row.name, row.unit_name, "clipboard-list")
            for row in services.registrations.search(text, campaign_id=chosen, limit=_REGISTRATIONS)
        ]
        units = [row for row in services.units.units() if matches(text, f"{row.name} {row.code}")]
        hits += [
            SearchHit("units", row.id, row.name, worded(row.level_name), "sitemap")
            for row in units[:_UNITS]
        ]
        return hits

    return search
