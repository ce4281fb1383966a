"""Columns that are computed from others before a record is stored (cột suy ra).

They exist only for sorting and searching here, and never travel.
"""

from collections.abc import Callable, Mapping
from typing import Any

from dvk_desktop.domain.vietnamese.folding import fold, fold_tones
from dvk_desktop.domain.vietnamese.names import unit_key
from dvk_desktop.domain.vietnamese.sorting import collation_key

_SEARCHED = ("name", "lead_body", "address", "contact_name")


def _registration(values: Mapping[str, Any]) -> dict[str, str]:
    text = " ".join(values.get(field) or "" for field in _SEARCHED)
    return {
        "name_sort": collation_key(values["name"])[:700],
        "search_plain": fold(text),
        "search_marked": fold_tones(text),
    }


def _unit(values: Mapping[str, Any]) -> dict[str, str]:
    return {"name_key": unit_key(values["name"])[:300]}


DERIVED: dict[str, tuple[frozenset[str], Callable[[Mapping[str, Any]], dict[str, str]]]] = {
    "registration": (frozenset(_SEARCHED), _registration),
    "unit": (frozenset({"name"}), _unit),
}
"""Per record type: the fields looked at, and the function that computes the columns."""
