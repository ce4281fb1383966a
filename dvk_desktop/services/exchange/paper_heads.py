"""The head of what this office prints (phần đầu văn bản của văn phòng)."""

from typing import NamedTuple

from dvk_desktop.domain.paper_words import PARTY, place_and_date
from dvk_desktop.models import Setting
from dvk_desktop.storage.unit_of_work import UnitOfWork


class PaperHead(NamedTuple):
    """Offices on the left, the Party on the right, place and date (phần đầu)."""

    office_lines: tuple[str, ...]
    national_lines: tuple[str, ...]
    place_date: str


def paper_head(work: UnitOfWork) -> PaperHead:
    """Return the head of a paper that the office prints today."""
    upper, name = setting_text(work, "upper_office"), work.office().name
    lines = (upper.upper(), name.upper()) if upper else (name.upper(),)
    place = setting_text(work, "place") or "……"
    return PaperHead(lines, (PARTY,), place_and_date(place, work.now.date()))


def setting_text(work: UnitOfWork, key: str) -> str:
    """Return a setting as text, empty where there is none."""
    row = work.first(Setting, key=key)
    return "" if row is None else str(row.value)
