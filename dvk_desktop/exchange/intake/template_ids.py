"""Gives each row of a template the record it was written for (mã ẩn của dòng).

The hidden id carries a check of the name it was written with: when somebody sorted the rows or
moved the names, the names say where the ids belong.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dvk_desktop.exchange.intake.problems import IntakeProblem, problem
from dvk_desktop.exchange.intake.template_mark import name_check
from dvk_desktop.exchange.intake.validate import IntakeRow


@dataclass(frozen=True, slots=True)
class Emptied:
    """A row that was filled in when the template was written, and is empty now (dòng xóa trắng)."""

    sheet: str
    row: int
    id: str


@dataclass(slots=True)
class _Slot:
    """A row with the id that stood beside it, and the one it gets."""

    row: IntakeRow
    record: str
    check: str
    name: str
    given: str = ""
    is_moved: bool = False


def settle_ids(
    rows: Sequence[IntakeRow], emptied: Sequence[Emptied], problems: list[IntakeProblem]
) -> list[IntakeRow]:
    """Return the rows with their ids without the check; adds what must be told to ``problems``."""
    slots = [_slot(row) for row in rows]
    taken: dict[str, _Slot] = {}
    by_check: defaultdict[str, list[str]] = defaultdict(list)
    for row in emptied:
        by_check[_parts(row.id)[1]].append(_parts(row.id)[0])
    for slot in slots:
        if slot.record and slot.record not in by_check[slot.check]:
            by_check[slot.check].append(slot.record)
        if slot.record and slot.name == slot.check and slot.record not in taken:
            _give(slot, slot.record, taken)
    for slot in slots:
        wanted = [record for record in by_check[slot.name] if record not in taken]
        if not slot.given and wanted:
            slot.is_moved = slot.record != wanted[0]
            _give(slot, wanted[0], taken)
    for slot in slots:
        if not slot.given and slot.record and slot.record not in taken:
            _give(slot, slot.record, taken)
    problems += [found for slot in slots if (found := _remark(slot, taken)) is not None]
    problems += [
        problem("ROW_EMPTIED", row.sheet, row.row, is_error=False)
        for row in emptied
        if _parts(row.id)[0] not in taken
    ]
    return [replace(slot.row, template_id=slot.given) for slot in slots]


def _slot(row: IntakeRow) -> _Slot:
    return _Slot(row, *_parts(row.template_id), name_check(row.name))


def _parts(written: str) -> tuple[str, str]:
    """Return the record and the check of the name."""
    record, _, check = written.partition("#")
    return record.strip(), check.strip()


def _give(slot: _Slot, record: str, taken: dict[str, _Slot]) -> None:
    slot.given = record
    taken[record] = slot


def _remark(slot: _Slot, taken: dict[str, _Slot]) -> IntakeProblem | None:
    row = slot.row
    if slot.record and not slot.given:
        first = taken[slot.record].row.row
        return problem("ROW_COPIED", row.sheet, row.row, value=row.name, first=first)
    if slot.is_moved and slot.record:
        return problem("ROW_MOVED", row.sheet, row.row, value=row.name, is_error=False)
    return None
