"""Which attachments go into which part of a package that a mailbox would not take (chia gói).

Records are small beside attachments, so they travel in every part as long as they take little of
it: whichever part is lost, only its own attachments are. Where they take more, the first part has
them all and the others have attachments only.
"""

from collections.abc import Mapping
from dataclasses import dataclass

_SHARE = 10
"""Records go along in every part when they take at most so many times less than it holds."""


@dataclass(frozen=True, slots=True)
class PlannedPart:
    """One package of a set (phần)."""

    files: tuple[str, ...]
    has_records: bool
    is_oversized: bool


@dataclass(slots=True)
class _Bin:
    used: int
    has_records: bool
    files: list[str]


def plan_parts(
    records: int, files: Mapping[str, int], *, frame: int, room: int
) -> tuple[PlannedPart, ...]:
    """Return the parts, the one with records first; the same input gives the same parts.

    Args:
        records: How many bytes all records take.
        files: How many bytes each attachment takes, by its SHA-256.
        frame: How many bytes a package takes without either.
        room: How many bytes a part may have. What alone is larger gets a part of its own.
    """
    bins = [_Bin(frame + records, has_records=True, files=[])]
    together = records if records * _SHARE <= room else None
    for sha256 in sorted(files, key=lambda name: (-files[name], name)):
        size = files[sha256]
        fitting = next((one for one in bins if one.used + size <= room), None)
        if fitting is None:
            fitting = _Bin(frame, has_records=False, files=[])
            if together is not None and frame + together + size <= room:
                fitting = _Bin(frame + together, has_records=True, files=[])
            bins.append(fitting)
        fitting.used += size
        fitting.files.append(sha256)
    return tuple(
        PlannedPart(tuple(sorted(one.files)), one.has_records, one.used > room) for one in bins
    )
