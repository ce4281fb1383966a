"""Corrections of how a unit's lists are read, kept among the settings (dạng bảng đã sửa)."""

from typing import Any

from sqlalchemy import select

from dvk_desktop.domain.records.intake import (
    Corrections,
    HeaderChoice,
    HeadingMeaning,
    LayoutKey,
)
from dvk_desktop.models import Setting
from dvk_desktop.storage.unit_of_work import UnitOfWork

_PREFIX = "intake_layout"


def layout_corrections(work: UnitOfWork) -> dict[LayoutKey, Corrections]:
    """Return what has been corrected so far, by layout."""
    query = select(Setting).where(Setting.key.startswith(f"{_PREFIX}:", autoescape=True))
    return {_key(row.key): _corrections(row.value) for row in work.session.execute(query).scalars()}


def save_layout(work: UnitOfWork, layout: LayoutKey, corrections: Corrections) -> None:
    """Keep the corrections of one layout in place of those before; none drops the layout."""
    key = f"{_PREFIX}:{layout.unit_id}:{layout.fingerprint}"
    row = work.first(Setting, key=key)
    if not corrections:
        if row is not None:
            work.session.delete(row)
        return
    value = {
        "roles": {str(place): role for place, role in corrections.roles.items()},
        "words": [[item, word, meant] for (item, word), meant in corrections.words.items()],
        "headings": [[word, *meant] for word, meant in corrections.headings.items()],
        "header": list(corrections.header) if corrections.header else None,
        "encodings": {str(place): name for place, name in corrections.encodings.items()},
    }
    if row is None:
        work.add(Setting(key=key, value=value))
    else:
        row.value = value


def _key(text: str) -> LayoutKey:
    _, unit_id, fingerprint = text.split(":", 2)
    return LayoutKey(unit_id, fingerprint)


def _corrections(value: dict[str, Any]) -> Corrections:
    return Corrections(
        {int(place): role for place, role in value["roles"].items()},
        {(item, word): meant for item, word, meant in value["words"]},
        {word: HeadingMeaning(item, meant) for word, item, meant in value.get("headings", ())},
        HeaderChoice(*value["header"]) if value.get("header") else None,
        {int(place): name for place, name in value.get("encodings", {}).items()},
    )
