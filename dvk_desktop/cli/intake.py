"""``dvk registrations import``: files that units send (nhập tệp đơn vị)."""

from pathlib import Path
from typing import Any

from dvk_desktop.cli.answer import Answer, ExitCode, Refusal
from dvk_desktop.cli.import_words import problem_members, problem_table
from dvk_desktop.cli.parser import Commands, a_year
from dvk_desktop.cli.session import Session, WrongUsageError
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.intake import IntakePlan, PlannedAction, PlannedFile
from dvk_desktop.domain.words import Wording

_YEAR_DIFFERS = "YEAR_DIFFERS"


class OneMarkedFileError(WrongUsageError):
    """A marked workbook answers one file (một tệp đánh dấu cho một tệp nhập)."""

    code = "MARKED_ONE"
    template = "Tùy chọn --marked chỉ dùng khi nhập một tệp. Hãy nhập từng tệp một."


class MarkedSuffixError(WrongUsageError):
    """The marked workbook is Excel (tệp đánh dấu là Excel)."""

    code = "MARKED_SUFFIX"
    template = "Tệp đánh dấu “{name}” phải có đuôi .xlsx."


class OtherYearError(DvkError):
    """Files of another year would go into the newest campaign (tệp của năm khác)."""

    code = "YEAR_DIFFERS"
    template = (
        "Tệp ghi năm {years}, không thuộc “{campaign}”, nên chưa nhập gì."
        " Hãy thêm --year để chọn đợt thi đua, hoặc lập đợt của năm đó trước."
    )


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
    services = session.services
    unit_id = services.units.by_code(args.unit).id if args.unit else None
    paths = list(dict.fromkeys(args.files))
    plan = _plan(session, paths, unit_id)
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


def _plan(session: Session, paths: list[Path], unit_id: str | None) -> IntakePlan:
    """Plan for the campaign that was named, or for the one that the files themselves name.

    Raises:
        OtherYearError: No campaign was named, and the files name years that it cannot be.
    """
    intake, campaign = session.services.intake, session.campaign()
    plan = intake.plan(paths, campaign.id, unit_id=unit_id, progress=session.progress)
    years = sorted({year for file in plan.files if (year := _other_year(file)) is not None})
    if session.args.year is not None or not years:
        return plan
    named = {_other_year(file) for file in plan.files if file.refusal is None}
    fitting = [
        row
        for row in session.services.campaigns.campaigns()
        if all(year is not None and row.year_from <= year <= row.year_to for year in named)
    ]
    if not fitting:
        raise OtherYearError(years=", ".join(map(str, years)), campaign=campaign.name)
    return intake.plan(paths, fitting[0].id, unit_id=unit_id, progress=session.progress)


def _other_year(file: PlannedFile) -> int | None:
    differs = any(problem.code == _YEAR_DIFFERS for problem in file.problems)
    return file.year if differs else None


def _code(plan: IntakePlan) -> ExitCode:
    errors = any(problem.is_error for file in plan.files for problem in file.problems)
    other_year = any(_other_year(file) is not None for file in plan.files)
    must_look = errors or other_year or plan.count(PlannedAction.SET_ASIDE)
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
