"""Units that run one model together: one leads, others join (đơn vị phối hợp).

The model is counted once, under the unit that leads; the others find it in their lists.
"""

from collections.abc import Iterable, Mapping, Sequence

UNKNOWN_UNIT = "Đơn vị chưa có trong danh mục"
"""Said of a unit that another office named and this one does not have."""


def joint_ids(unit_id: str, co_unit_ids: Iterable[str]) -> tuple[str, ...]:
    """Return the units that join in, each once and never the one that leads."""
    return tuple(one for one in dict.fromkeys(co_unit_ids) if one and one != unit_id)


def names_of(co_unit_ids: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    """Return how the units are called; one that is not in the register is told as such."""
    return tuple(names.get(one, UNKNOWN_UNIT) for one in co_unit_ids)


def known_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that may stand on paper."""
    return tuple(name for name in names if name != UNKNOWN_UNIT)


def together(names: Sequence[str]) -> str:
    """Write names as a sentence does: A; A và B; A, B và C."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} và {names[-1]}"
