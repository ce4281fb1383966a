"""Take in the files that units send: one plan, shown and then executed (nhập tệp đơn vị)."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.progress import SILENT, Progress
from dvk_desktop.domain.records.intake import (
    CorrectionBook,
    Corrections,
    FileAnswer,
    IntakePlan,
    LayoutKey,
    PlannedAction,
    PlannedFile,
    PlannedItem,
    RawCell,
)
from dvk_desktop.domain.records.unit import ImportCounts
from dvk_desktop.domain.terms import RegistrationKind
from dvk_desktop.domain.vietnamese.names import model_name_key
from dvk_desktop.exchange.intake.marked_workbook import write_marked
from dvk_desktop.exchange.intake.open_source import read_source
from dvk_desktop.models import Campaign, Registration
from dvk_desktop.services.intake.cells import cells_of_row
from dvk_desktop.services.intake.layouts import checked
from dvk_desktop.services.intake.planning import NO_ANSWER, TAKEN, Planner
from dvk_desktop.services.keeping.guard import Guard, unguarded
from dvk_desktop.services.office.problem_rows import intake_problem
from dvk_desktop.storage.layouts import layout_corrections, save_layout
from dvk_desktop.storage.queries.exemplars import exemplars_named
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork


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
        corrections: CorrectionBook | None = None,
        answers: Mapping[Path, FileAnswer] | None = None,
        progress: Progress = SILENT,
    ) -> IntakePlan:
        """Read files and say what importing them would do; changes nothing.

        A file that cannot be read at all stands in the plan with its refusal.

        Args:
            paths: The files.
            campaign_id: The campaign they are registered in.
            unit_id: The unit, when the person names it; otherwise each file is asked.
            corrections: What the person says of layouts now, before what is remembered.
            answers: Unit and campaign that the person names for single files.
            progress: Hears of each file and may cancel.

        Raises:
            InvalidValueError: A correction names no item or value of ours.
        """
        with self._database.reading() as work:
            planner = Planner(work, campaign_id, unit_id, corrections)
            files = []
            for done, path in enumerate(paths, start=1):
                files.append(planner.plan_file(path, (answers or {}).get(path, NO_ANSWER)))
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

    def remember(self, layout: LayoutKey, corrections: Corrections) -> Changes:
        """Remember what a person said of a unit's layout, beside what is remembered already.

        Raises:
            InvalidValueError: A correction names no item or value of ours.
        """
        later = checked(corrections)
        with self._settings("Nhớ cách đọc danh sách của đơn vị") as work:
            before = layout_corrections(work).get(layout, Corrections())
            save_layout(work, layout, before.joined(later))
            work.commit()
        return Changes.SETTINGS

    def remembered(self) -> dict[LayoutKey, Corrections]:
        """Return what is remembered, by layout."""
        with self._database.reading() as work:
            return layout_corrections(work)

    def forget(self, layout: LayoutKey) -> Changes:
        """Forget what was said of a layout: it is guessed again."""
        with self._settings("Quên cách đọc danh sách của đơn vị") as work:
            save_layout(work, layout, Corrections())
            work.commit()
        return Changes.SETTINGS

    def _settings(self, title: str) -> UnitOfWork:
        return self._database.writing(title, kind="setting", always=True)

    def raw_row(self, path: Path, sheet: str, row: int) -> tuple[RawCell, ...]:
        """Return the cells of one row, numbered as people see it, as they stand in the file.

        Raises:
            DvkError: The file cannot be read any more.
        """
        return cells_of_row(read_source(path), sheet, row)

    def write_marked(self, file: PlannedFile, target: Path) -> None:
        """Give a file back with its problems marked in the cells."""
        write_marked(file.path, [intake_problem(row) for row in file.problems], target)


def _apply_file(work: UnitOfWork, plan: IntakePlan, file: PlannedFile) -> None:
    new = [item for item in file.items if item.action is PlannedAction.NEW]
    campaign_id = file.campaign_id or plan.campaign_id
    year = work.get(Campaign, campaign_id, "đợt thi đua").year_from
    exemplars = _exemplars(work, year, new)
    rows: list[dict[str, Any]] = []
    for item, exemplar_id in zip(new, exemplars, strict=True):
        values = {name: getattr(item.draft, name) for name in TAKEN}
        values.update(
            campaign_id=campaign_id,
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


def _exemplars(work: UnitOfWork, year: int, items: Sequence[PlannedItem]) -> list[str]:
    """Return the model of each new row: the one it keeps alive, or a new one."""
    kept: dict[tuple[str, str], str] = {}
    names: dict[str, list[str]] = {}
    for item in items:
        if item.draft.kind is RegistrationKind.MAINTAIN:
            names.setdefault(item.draft.unit_id, []).append(item.draft.name)
    for unit_id, of_unit in names.items():
        for name_key, exemplar_id in exemplars_named(work.session, unit_id, of_unit).items():
            kept[unit_id, name_key] = exemplar_id
    found: list[str | None] = []
    fresh: list[dict[str, Any]] = []
    for item in items:
        key = (item.draft.unit_id, model_name_key(item.draft.name))
        known = item.draft.exemplar_id
        if known is None and item.draft.kind is RegistrationKind.MAINTAIN:
            known = kept.get(key)
        found.append(known)
        if known is None:
            fresh.append(
                {"name": item.draft.name, "unit_id": item.draft.unit_id, "first_year": year}
            )
    added = iter(work.bulk_add("exemplar", fresh))
    return [known if known is not None else next(added) for known in found]
