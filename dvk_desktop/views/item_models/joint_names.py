"""How units that run a model together are shown (đơn vị phối hợp)."""

from dvk_desktop.domain.joint_units import UNKNOWN_UNIT
from dvk_desktop.views.translation import worded


def joint_name(name: str) -> str:
    """Return the name of a unit, or what is said of one that is not in the register."""
    return worded(name) if name == UNKNOWN_UNIT else name
