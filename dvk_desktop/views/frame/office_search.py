"""What the global search looks through: records of the year and all units (tìm kiếm chung)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dvk_desktop.domain.vietnamese.folding import matches
from dvk_desktop.views.translation import worded
from dvk_desktop.views.widgets.global_search import Searcher, SearchHit

if TYPE_CHECKING:
    from dvk_desktop.services.services import Services

_REGISTRATIONS, _UNITS, _DECISIONS, _CERTIFICATES = 8, 4, 3, 3


def make_searcher(services: "Services", campaign_id: Callable[[], str]) -> Searcher:
    """Return a look-up in the records of the campaign that is shown, and in all units."""

    def search(text: str) -> list[SearchHit]:
        chosen = campaign_id()
        return [
            *_registrations(services, text, chosen),
            *_decisions(services, text, chosen),
            *_certificates(services, text, chosen),
            *_units(services, text),
        ]

    return search


def _registrations(services: "Services", text: str, campaign_id: str) -> list[SearchHit]:
    group = QCoreApplication.translate("office_search", "Đăng ký")
    rows = services.registrations.search(
        text, campaign_id=campaign_id or None, limit=_REGISTRATIONS
    )
    return [
        SearchHit("registrations", row.id, row.name, row.unit_name, "clipboard-list", group)
        for row in rows
    ]


def _decisions(services: "Services", text: str, campaign_id: str) -> list[SearchHit]:
    group = QCoreApplication.translate("office_search", "Quyết định")
    draft = QCoreApplication.translate("office_search", "Dự thảo")
    with_model = QCoreApplication.translate("office_search", "có mô hình “{name}”")
    rows = services.papers.decisions(text, campaign_id, limit=_DECISIONS)
    return [
        SearchHit(
            "recognition",
            row.decision_id,
            f"{row.number_text or draft} – {row.title}",
            with_model.format(name=row.name) if row.name else "",
            "gavel",
            group,
        )
        for row in rows
    ]


def _certificates(services: "Services", text: str, campaign_id: str) -> list[SearchHit]:
    group = QCoreApplication.translate("office_search", "Giấy chứng nhận")
    title = QCoreApplication.translate("office_search", "Số {number} – {name}")
    rows = services.papers.certificates(text, campaign_id, limit=_CERTIFICATES)
    return [
        SearchHit(
            "certificates",
            row.decision_id,
            title.format(number=row.register_number, name=row.name),
            row.number_text,
            "certificate",
            group,
        )
        for row in rows
    ]


def _units(services: "Services", text: str) -> list[SearchHit]:
    group = QCoreApplication.translate("office_search", "Đơn vị")
    rows = [row for row in services.units.units() if matches(text, f"{row.name} {row.code}")]
    return [
        SearchHit("units", row.id, row.name, worded(row.level_name), "sitemap", group)
        for row in rows[:_UNITS]
    ]
