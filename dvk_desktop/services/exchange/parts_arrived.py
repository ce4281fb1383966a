"""Which parts of a package have arrived, and which are missing (phần còn thiếu)."""

from collections.abc import Iterable

from dvk_desktop.domain.records.exchange import IncompleteSet
from dvk_desktop.domain.records.package import Manifest
from dvk_desktop.domain.words import Wording
from dvk_desktop.models import PackageLog
from dvk_desktop.storage.arrived import arrived_packages
from dvk_desktop.storage.unit_of_work import UnitOfWork


def part_notices(work: UnitOfWork, manifest: Manifest) -> tuple[Wording, ...]:
    """Say of a part what else of its set is to come."""
    part = manifest.part
    if part.of == 1:
        return ()
    here = {row.part_number for row in arrived_packages(work, set_id=part.set_id)} | {part.number}
    missing = [number for number in range(1, part.of + 1) if number not in here]
    facts = {"number": part.number, "of": part.of, "missing": ", ".join(map(str, missing))}
    if not missing:
        return (Wording("Đây là phần {number} trong {of} phần; nhập xong là đủ cả bộ.", facts),)
    text = (
        "Đây là phần {number} trong {of} phần. Nhập xong phần này còn thiếu phần {missing}; các"
        " phần nhập theo thứ tự nào cũng được."
    )
    return (Wording(text, facts),)


def incomplete_sets(work: UnitOfWork) -> tuple[IncompleteSet, ...]:
    """Return the sets of which parts are missing, unless something newer came whole."""
    by_set: dict[str, list[PackageLog]] = {}
    for row in arrived_packages(work):
        by_set.setdefault(row.set_id or row.package_id, []).append(row)
    whole: dict[tuple[str, str], int] = {}
    for rows in by_set.values():
        if not _missing(rows):
            key = (rows[0].replica_id, rows[0].kind)
            whole[key] = max(whole.get(key, 0), rows[0].sequence)
    return tuple(
        IncompleteSet(
            set_id=rows[0].set_id,
            peer_name=rows[0].peer_name,
            kind=rows[0].kind,
            of=rows[0].part_of,
            missing=missing,
            written_at=rows[0].written_at,
        )
        for rows in by_set.values()
        if (missing := _missing(rows))
        and whole.get((rows[0].replica_id, rows[0].kind), 0) < rows[0].sequence
    )


def _missing(rows: Iterable[PackageLog]) -> tuple[int, ...]:
    of, here = 1, set()
    for row in rows:
        of = row.part_of
        here.add(row.part_number)
    return tuple(number for number in range(1, of + 1) if number not in here)
