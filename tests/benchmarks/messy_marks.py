"""Compares what was understood of a file with the truth, cell by cell."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from messy_workbooks import Truth

from dvk_desktop.exchange.intake.intake import IntakeRow, UnderstoodFile
from dvk_desktop.exchange.intake.vocabulary import Role

_MARKS = {
    "sector_code": (Role.SECTOR, Role.SECTOR_MARK),
    "subject_type": (Role.SUBJECT_TYPE, Role.SUBJECT_MARK),
    "kind": (Role.KIND, Role.KIND_MARK),
}


@dataclass
class Marks:
    """What was right and wrong in many files."""

    rows: Counter[str] = field(default_factory=Counter)
    cells: dict[str, Counter[str]] = field(default_factory=dict)
    files: Counter[str] = field(default_factory=Counter)
    worst: list[tuple[str, str, Any, Any, str]] = field(default_factory=list)

    def count(self, truth: Truth, found: UnderstoodFile) -> None:
        """Add one file."""
        by_place = {(row.sheet, row.row): row for row in found.rows}
        told = {(p.sheet, p.row) for p in found.problems}
        self._count_file(truth, found)
        for place, fields in truth.rows.items():
            row = by_place.pop(place, None)
            if row is None:
                self._row(
                    "missed, told" if place in told else "missed", truth, place, fields["name"]
                )
                continue
            self.rows["right"] += 1
            for name, value in fields.items():
                self._count_cell(truth, found, row, name, value)
        for place, row in by_place.items():
            kind = "hidden taken" if place in truth.hidden else "extra"
            is_aside = found.is_set_aside(row)
            self._row(f"{kind}, told" if is_aside else kind, truth, place, row.name)

    def _row(self, kind: str, truth: Truth, place: tuple[str, int], name: str) -> None:
        self.rows[kind] += 1
        self.worst.append((f"row {kind}", truth.path.name, place, name, ""))

    def _count_file(self, truth: Truth, found: UnderstoodFile) -> None:
        unit = found.unit.name if found.unit else None
        for name, value, wanted in (("unit", unit, truth.unit), ("year", found.year, truth.year)):
            verdict = "right" if value == wanted else "open" if value is None else "wrong"
            self.files[f"{name} {verdict}"] += 1
            if verdict != "right":
                self.worst.append((f"{name} {verdict}", truth.path.name, "", wanted, value))

    def _count_cell(
        self, truth: Truth, found: UnderstoodFile, row: IntakeRow, name: str, wanted: Any
    ) -> None:
        value = getattr(row, name)
        if (value or None) == (wanted or None):
            if value:
                self._cell(name, "right")
            return
        verdict = "wrong" if value else "lost"
        if _is_told(found, row, name):
            verdict += ", told"
        elif verdict == "lost" and not _columns(found, row, name):
            verdict = "column lost"
        self._cell(name, verdict)
        header = "; ".join(_columns(found, row, name)) or truth.layout.headers.get(name, "")
        self.worst.append(
            (
                f"{name} {verdict}",
                truth.path.name,
                (row.sheet, row.row),
                wanted,
                f"{value!r} [{header}]",
            )
        )

    def _cell(self, name: str, verdict: str) -> None:
        self.cells.setdefault(name, Counter())[verdict] += 1


def _columns(found: UnderstoodFile, row: IntakeRow, name: str) -> list[str]:
    roles = _MARKS.get(name, (name,))
    tables = [table for table in found.tables if any(r is row for r in table.rows)]
    return [column.header for table in tables for column in table.columns if column.role in roles]


def _is_told(found: UnderstoodFile, row: IntakeRow, name: str) -> bool:
    """Tell whether a problem points at this cell, or says that the value is not there."""
    roles = _MARKS.get(name, (name,))
    from dvk_desktop.exchange.intake.grid import column_letters

    letters = {
        column_letters(column.index)
        for table in found.tables
        if any(r is row for r in table.rows)
        for column in table.columns
        if column.role in roles
    }
    code = name.removesuffix("_code").upper()
    return any(p.column in letters or p.code.startswith(f"{code}_") for p in found.problems_of(row))
