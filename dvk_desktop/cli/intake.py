"""``dvk registrations import``: files that units send (nhập tệp đơn vị)."""

from pathlib import Path
from typing import Any

from dvk_desktop.cli.answer import Answer, ExitCode, Refusal
from dvk_desktop.cli.import_words import problem_members, problem_table
from dvk_desktop.cli.parser import Commands, a_year
from dvk_desktop.cli.session import Session, WrongUsageError
from dvk_desktop.domain.records.intake import IntakePlan, PlannedAction, PlannedFile
from dvk_desktop.domain.words import Wording


class OneMarkedFileError(WrongUsageError):
    """A marked workbook answers one file (một tệp đánh dấu cho một tệp nhập)."""

    code = "MARKED_ONE"
    template = "Tùy chọn --marked chỉ dùng khi nhập một tệp. Hãy nhập từng tệp một."


class MarkedSuffixError(WrongUsageError):
    """The marked workbook is Excel (tệp đánh dấu là Excel)."""

    code = "MARKED_SUFFIX"
    template = "Tệp đánh dấu “{name}” phải có đuôi .xlsx."


def add_import(commands: Commands) -> None:
    """Add the command to its group."""
    parser = commands.command("import", import_files, "nhập đăng ký từ tệp Excel, Word của đơn vị")
    parser.argument("files", "tệp của đơn vị", metavar="FILE", nargs="+", type=Path)
    parser.option("--unit", metavar="CODE", help_text="mã đơn vị, khi tệp không ghi rõ")
    parser.option("--year", type=a_year, help_text="năm của đợt thi đua (mặc định: mới nhất)")
    parser.option("--dry-run", action="store_true", help_text="chỉ cho biết sẽ nhập gì")
    parser.option(
        "--marked",
        metavar="OUT.xlsx",
        type=Path,
        help_text="ghi tệp có đánh dấu các ô cần sửa",
    )


def import_files(session: Session) -> Answer:
    """Plan the import of files, and do exactly that unless it is a dry run."""
    args = session.args
    _require_marked(args.marked, args.files)
    campaign = session.campaign()
    services = session.services
    unit_id = services.units.by_code(args.unit).id if args.unit else None
    paths = list(dict.fromkeys(args.files))
    plan = services.intake.plan(paths, campaign.id, unit_id=unit_id, progress=session.progress)
    refusals = tuple(refusal for file in plan.files for refusal in _refusals(file))
    if refusals:
        files = [_file_members(session, file, nothing=True) for file in plan.files]
        return Answer({"files": files, "batch": None}, (), ExitCode.REFUSED, refusals)
    if args.marked is not None:
        services.intake.write_marked(plan.files[0], args.marked)
    batch = None
    if not args.dry_run:
        counts, _ = services.intake.apply(plan, session.progress)
        batch = counts.batch
    document = {
        "files": [_file_members(session, file) for file in plan.files],
        "batch": batch,
        "year": plan.year,
        "dry_run": args.dry_run,
    }
    return Answer(document, _text(plan), _code(plan))


def _code(plan: IntakePlan) -> ExitCode:
    errors = any(problem.is_error for file in plan.files for problem in file.problems)
    must_look = errors or plan.count(PlannedAction.SET_ASIDE)
    return ExitCode.LOOK if must_look else ExitCode.DONE


def _text(plan: IntakePlan) -> tuple[Any, ...]:
    said = [
        Wording(
            "{file} ({unit}): {new} mới, {changed} cập nhật, {same} đã có, {set_aside} để lại.",
            {
                "file": file.path.name,
                "unit": file.unit_name or "?",
                "new": file.count(PlannedAction.NEW),
                "changed": file.count(PlannedAction.CHANGED),
                "same": file.count(PlannedAction.SAME),
                "set_aside": file.count(PlannedAction.SET_ASIDE),
            },
        )
        for file in plan.files
    ]
    return (*said, *problem_table({file.path.name: file.problems for file in plan.files}))


def _file_members(session: Session, file: PlannedFile, *, nothing: bool = False) -> dict[str, Any]:
    """Return what became of a file; ``nothing`` when another file stopped the import."""
    codes = {unit.id: unit.code for unit in session.services.units.units()}
    counts = {
        action.value: 0 if nothing else file.count(action)
        for action in (
            PlannedAction.NEW,
            PlannedAction.SAME,
            PlannedAction.CHANGED,
            PlannedAction.SET_ASIDE,
        )
    }
    return {
        "file": file.path.name,
        "unit": file.unit_name or None,
        "unit_code": codes.get(file.unit_id or ""),
        "year": file.year,
        **counts,
        "problems": [problem_members(problem) for problem in file.problems],
    }


def _refusals(file: PlannedFile) -> list[Refusal]:
    """Return why a file cannot be taken in at all: unreadable, or no list in it."""
    if file.refusal is not None:
        return [Refusal(file.refusal_code, _about(file, file.refusal))]
    if file.items:
        return []
    return [
        Refusal(problem.code, _about(file, problem.wording))
        for problem in file.problems
        if problem.is_error
    ]


def _about(file: PlannedFile, reason: Wording) -> Wording:
    return Wording("{file}: {reason}", {"file": file.path.name, "reason": reason})


def _require_marked(marked: Path | None, files: list[Path]) -> None:
    if marked is None:
        return
    if len(files) > 1:
        raise OneMarkedFileError
    if marked.suffix.lower() != ".xlsx":
        raise MarkedSuffixError(name=marked.name)
