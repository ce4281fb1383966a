"""Take in the files that units send: one plan, shown and then executed (nhập tệp đơn vị)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.progress import SILENT, Progress
from dvk_desktop.domain.records.intake import (
    IntakePlan,
    PlannedAction,
    PlannedFile,
    PlannedItem,
)
from dvk_desktop.domain.records.registration import RegistrationDraft
from dvk_desktop.domain.records.unit import ImportCounts
from dvk_desktop.domain.terms import RegistrationKind
from dvk_desktop.domain.vietnamese.names import model_name_key
from dvk_desktop.domain.words import Wording
from dvk_desktop.exchange.intake.intake import UnderstoodFile, understand_file
from dvk_desktop.exchange.intake.marked_workbook import write_marked
from dvk_desktop.exchange.intake.recognise_unit import KnownUnit, KnownUnits
from dvk_desktop.exchange.intake.validate import IntakeRow
from dvk_desktop.exchange.intake.value_words import SectorWords
from dvk_desktop.models import Campaign, Exemplar, Registration, Sector, Unit
from dvk_desktop.services.guard import Guard, unguarded
from dvk_desktop.services.problem_rows import intake_problem, problem_row
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork

_TAKEN = tuple(
    RegistrationDraft.__dataclass_fields__.keys() & IntakeRow.__dataclass_fields__.keys()
)
_Known = dict[tuple[str, str], list[Registration]]


class PlanOutdatedError(DvkError):
    """The data changed since the plan was shown (kế hoạch nhập đã cũ)."""

    code = "PLAN_OUTDATED"
    template = (
        "Dữ liệu đã thay đổi sau khi lập kế hoạch nhập nên chưa nhập gì."
        " Hãy xem lại kế hoạch mới rồi nhập."
    )


class IntakeService:
    """Plans and executes the import of unit files."""

    def __init__(self, database: Database, guard: Guard = unguarded) -> None:
        self._database = database
        self._guard = guard

    def plan(
        self,
        paths: Sequence[Path],
        campaign_id: str,
        *,
        unit_id: str | None = None,
        progress: Progress = SILENT,
    ) -> IntakePlan:
        """Read files and say what importing them would do; changes nothing.

        A file that cannot be read at all stands in the plan with its refusal.

        Args:
            paths: The files.
            campaign_id: The campaign they are registered in.
            unit_id: The unit, when the person names it; otherwise each file is asked.
            progress: Hears of each file and may cancel.
        """
        with self._database.reading() as work:
            planner = _Planner(work, campaign_id, unit_id)
            files = []
            for done, path in enumerate(paths, start=1):
                files.append(planner.plan_file(path))
                progress.step(done, len(paths), path.name)
            return IntakePlan(campaign_id, planner.year, tuple(files), work.newest_change())

    def apply(self, plan: IntakePlan, progress: Progress = SILENT) -> tuple[ImportCounts, Changes]:
        """Do exactly what the plan says, as one batch that can be undone.

        Raises:
            PlanOutdatedError: The data changed since the plan was made; nothing is stored.
        """
        self._guard()
        title = "Nhập {files} tệp của đơn vị"
        names = ", ".join(file.path.name for file in plan.files)[:200]
        count = len(plan.files)
        with self._database.writing(title, kind="import", files=count, names=names) as work:
            if work.newest_change() != plan.basis:
                raise PlanOutdatedError
            for done, file in enumerate(plan.files, start=1):
                _apply_file(work, plan, file)
                progress.step(done, count, file.path.name)
            work.commit()
            batch = work.change_set_id
        counts = ImportCounts(
            new=plan.count(PlannedAction.NEW),
            same=plan.count(PlannedAction.SAME),
            changed=plan.count(PlannedAction.CHANGED),
            set_aside=plan.count(PlannedAction.SET_ASIDE),
            batch=batch
            if plan.count(PlannedAction.NEW) + plan.count(PlannedAction.CHANGED)
            else None,
        )
        return counts, Changes.REGISTRATIONS

    def write_marked(self, file: PlannedFile, target: Path) -> None:
        """Give a file back with its problems marked in the cells."""
        write_marked(file.path, [intake_problem(row) for row in file.problems], target)


class _Planner:
    """What all files of one plan need, read once."""

    def __init__(self, work: UnitOfWork, campaign_id: str, unit_id: str | None) -> None:
        campaign = work.get(Campaign, campaign_id, "đợt thi đua")
        self.year = campaign.year_from
        units = work.find(Unit, "sort_order", "id")
        known = [KnownUnit(unit.id, unit.code, unit.name, unit.parent_id) for unit in units]
        self._names = {unit.id: unit.name for unit in units}
        self._known_units = KnownUnits(tuple(known))
        self._unit = next((unit for unit in known if unit.id == unit_id), None)
        self._sectors = tuple(
            SectorWords(row.code, row.name)
            for row in work.find(Sector, "sort_order", campaign_id=campaign_id)
        )
        self._registered: _Known = defaultdict(list)
        for record in work.find(Registration, "id", campaign_id=campaign_id):
            self._registered[record.unit_id, model_name_key(record.name)].append(record)

    def plan_file(self, path: Path) -> PlannedFile:
        """Read one file and match its rows with what is registered."""
        try:
            found = understand_file(
                path, self._known_units, self.year, self._sectors, unit=self._unit
            )
        except DvkError as error:
            return PlannedFile(
                path, None, "", self.year, (), (), refusal=error.wording, refusal_code=error.code
            )
        unit_id = found.unit.id if found.unit is not None else None
        return PlannedFile(
            path=path,
            unit_id=unit_id,
            unit_name=self._names.get(unit_id or "", ""),
            year=found.year or self.year,
            items=tuple(self._item(found, row, unit_id) for row in found.rows),
            problems=tuple(problem_row(problem) for problem in found.problems),
            understood=tuple(_column_words(found)),
        )

    def _item(self, found: UnderstoodFile, row: IntakeRow, unit_id: str | None) -> PlannedItem:
        values: dict[str, Any] = {name: getattr(row, name) for name in _TAKEN}
        values["unit_id"] = row.unit_id or unit_id or ""
        draft = RegistrationDraft(**values)
        if found.is_set_aside(row) or not draft.unit_id:
            return PlannedItem(row.sheet, row.row, PlannedAction.SET_ASIDE, draft)
        # Each registered model answers one row: a name that a file lists twice is two models.
        candidates = self._registered[draft.unit_id, model_name_key(draft.name)]
        if not candidates:
            return PlannedItem(row.sheet, row.row, PlannedAction.NEW, draft)
        record = candidates.pop(0)
        fields = tuple(name for name in sorted(_TAKEN) if _differs(record, draft, name))
        action = PlannedAction.CHANGED if fields else PlannedAction.SAME
        return PlannedItem(row.sheet, row.row, action, draft, record.id, fields)


def _differs(record: Registration, draft: RegistrationDraft, name: str) -> bool:
    """Say whether a file brings another value; what it leaves empty is never a deletion."""
    value = getattr(draft, name)
    return value not in (None, "") and value != getattr(record, name)


def _column_words(found: UnderstoodFile) -> list[Wording]:
    words = []
    for table in found.tables:
        for column in table.columns:
            if column.role is None:
                continue
            facts = {"sheet": table.sheet, "header": column.header, "role": column.role.value}
            words.append(Wording("Trang “{sheet}”: cột “{header}” là {role}.", facts))
    return words


def _apply_file(work: UnitOfWork, plan: IntakePlan, file: PlannedFile) -> None:
    new = [item for item in file.items if item.action is PlannedAction.NEW]
    exemplars = _exemplars(work, plan, new)
    rows: list[dict[str, Any]] = []
    for item, exemplar_id in zip(new, exemplars, strict=True):
        values = {name: getattr(item.draft, name) for name in _TAKEN}
        values.update(
            campaign_id=plan.campaign_id,
            unit_id=item.draft.unit_id,
            exemplar_id=exemplar_id,
            source_file=file.path.name,
        )
        rows.append(values)
    work.bulk_add("registration", rows)
    for item in file.items:
        if item.action is PlannedAction.CHANGED and item.registration_id is not None:
            record = work.get(Registration, item.registration_id, "đăng ký")
            for name in item.fields:
                setattr(record, name, getattr(item.draft, name))


def _exemplars(work: UnitOfWork, plan: IntakePlan, items: Sequence[PlannedItem]) -> list[str]:
    """Return the model of each new row: the one it keeps alive, or a new one."""
    kept: dict[tuple[str, str], str] = {}
    units = {item.draft.unit_id for item in items if item.draft.kind is RegistrationKind.MAINTAIN}
    for unit_id in sorted(units):
        for exemplar in work.find(Exemplar, "id", unit_id=unit_id):
            kept.setdefault((unit_id, model_name_key(exemplar.name)), exemplar.id)
    found: list[str | None] = []
    fresh: list[dict[str, Any]] = []
    for item in items:
        key = (item.draft.unit_id, model_name_key(item.draft.name))
        known = kept.get(key) if item.draft.kind is RegistrationKind.MAINTAIN else None
        found.append(known)
        if known is None:
            fresh.append(
                {"name": item.draft.name, "unit_id": item.draft.unit_id, "first_year": plan.year}
            )
    added = iter(work.bulk_add("exemplar", fresh))
    return [known if known is not None else next(added) for known in found]


def with_items(file: PlannedFile, items: Sequence[PlannedItem]) -> PlannedFile:
    """Return a planned file with other items, for a person who unticks some."""
    return replace(file, items=tuple(items))
