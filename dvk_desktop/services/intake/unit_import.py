"""Take in a list of units from Excel (nhập danh mục đơn vị)."""

from collections.abc import Sequence
from pathlib import Path

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.records.intake import ProblemRow
from dvk_desktop.domain.records.unit import ImportCounts, LevelRow
from dvk_desktop.domain.vietnamese.folding import fold
from dvk_desktop.domain.vietnamese.normal import clean_line
from dvk_desktop.exchange.intake.unit_list import UnitLine, read_units
from dvk_desktop.models import Level, Unit
from dvk_desktop.services.office.problem_rows import problem_row
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork

_SAME_LEVEL = {
    "province": ("tinh", "thanh pho", "tp"),
    "district": ("huyen", "quan", "thi xa"),
    "commune": ("xa", "phuong", "thi tran", "dac khu"),
    "base": ("thon", "co so", "chi bo", "to dan pho", "khu pho", "ap", "ban"),
}
"""Words that lists use for a level, folded."""


class UnitImportService:
    """Adds and corrects units from a list; what the list does not name stays as it is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def import_file(self, path: Path) -> tuple[ImportCounts, tuple[ProblemRow, ...], Changes]:
        """Read a list and store it as one batch that can be undone.

        A unit is recognised by its code. Lines with an error are set aside and named; a list
        without a usable line changes nothing.

        Raises:
            DvkError: The file cannot be read at all.
        """
        sheet = read_units(path)
        bad = {(found.sheet, found.row) for found in sheet.problems if found.is_error}
        lines = [line for line in sheet.lines if (line.sheet, line.row) not in bad]
        problems = tuple(problem_row(found) for found in sheet.problems)
        title = "Nhập danh mục đơn vị từ “{file}”"
        with self._database.writing(title, kind="import", file=path.name) as work:
            counts = _Importer(work, lines).run()
            batch = work.change_set_id if counts.new or counts.changed else None
            work.commit()
        counts = ImportCounts(
            counts.new, counts.same, counts.changed, len(sheet.lines) - len(lines), batch
        )
        return counts, problems, Changes.UNITS


class _Importer:
    """One pass over the lines; parents may stand below their children in the list."""

    def __init__(self, work: UnitOfWork, lines: Sequence[UnitLine]) -> None:
        self._work = work
        self._lines = lines
        self._levels = [LevelRow(row.code, row.name, row.rank) for row in work.find(Level, "rank")]
        self._units = {unit.code.casefold(): unit for unit in work.find(Unit)}
        self._adopt_own_unit()

    def run(self) -> ImportCounts:
        """Add or correct each unit, then set the parents."""
        added: set[str] = set()
        touched: set[str] = set()
        for line in self._lines:
            key = line.code.casefold()
            if key in self._units:
                if self._fill(self._units[key], line):
                    touched.add(key)
                continue
            unit = Unit(code=clean_line(line.code), name="", level_code="")
            self._units[key] = unit
            self._fill(unit, line)
            self._work.add(unit)
            added.add(key)
        touched.update(line.code.casefold() for line in self._lines if self._set_parent(line))
        changed = len(touched - added)
        return ImportCounts(len(added), len(self._lines) - len(added) - changed, changed)

    def _adopt_own_unit(self) -> None:
        """Let a list's only topmost line be our own unit when it is of our own level."""
        office = self._work.office()
        tops = [line for line in self._lines if not line.parent]
        if office.unit_id is None or len(tops) != 1 or tops[0].code.casefold() in self._units:
            return
        own = self._work.get(Unit, office.unit_id)
        if self._level_of(tops[0], None) == own.level_code:
            self._units.pop(own.code.casefold(), None)
            own.code = clean_line(tops[0].code)
            self._units[own.code.casefold()] = own

    def _fill(self, unit: Unit, line: UnitLine) -> bool:
        parent = self._units.get(line.parent.casefold()) if line.parent else None
        level = self._level_of(line, parent)
        named = level is not None and fold(line.level) in _words(level)
        values = {
            "name": clean_line(line.name),
            "level_code": level or unit.level_code or self._levels[-1].code,
            "kind": clean_line(line.kind) or ("" if named else clean_line(line.level)),
            "sort_order": line.order,
        }
        changed = any(getattr(unit, name) != value for name, value in values.items())
        for name, value in values.items():
            setattr(unit, name, value)
        return changed

    def _level_of(self, line: UnitLine, parent: Unit | None) -> str | None:
        """Return the level that a line names, or the one below its parent's."""
        word = fold(line.level)
        for level in self._levels:
            if word in (level.code, fold(level.name)) or word in _words(level.code):
                return level.code
        codes = [level.code for level in self._levels]
        if parent is not None and parent.level_code in codes:
            return codes[min(codes.index(parent.level_code) + 1, len(codes) - 1)]
        return None

    def _set_parent(self, line: UnitLine) -> bool:
        unit = self._units[line.code.casefold()]
        parent = self._units.get(line.parent.casefold()) if line.parent else None
        if parent is None or parent is unit or unit.parent_id == parent.id:
            return False
        unit.parent_id = parent.id
        return True


def _words(level_code: str) -> tuple[str, ...]:
    return _SAME_LEVEL.get(level_code, ())
