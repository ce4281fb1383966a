"""What is done before a risky act, such as an import or a merge (bảo vệ trước việc quan trọng).

The container hands the automatic backup in, so that services need not know each other.
"""

from collections.abc import Callable

Guard = Callable[[], object]


def unguarded() -> None:
    """Do nothing: for data that is nobody's work yet."""
