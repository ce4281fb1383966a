"""``dvk units``: the register of units (danh mục đơn vị)."""

from pathlib import Path
from typing import Any

from dvk_desktop.cli.answer import Answer, ExitCode, Refusal, Table
from dvk_desktop.cli.import_words import problem_members, problem_table
from dvk_desktop.cli.parser import Commands, a_text
from dvk_desktop.cli.session import Session
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.records.unit import UnitRow
from dvk_desktop.domain.words import Wording


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    units = commands.group("units", "danh mục đơn vị")
    importing = units.command("import", import_units, "nhập danh mục từ tệp Excel")
    importing.argument("file", "tệp danh mục đơn vị", metavar="FILE", type=Path)
    units.command("list", list_units, "liệt kê các đơn vị")
    showing = units.command("show", show_unit, "xem một đơn vị")
    showing.argument("code", "mã đơn vị", metavar="CODE")
    renaming = units.command("rename", rename_unit, "đổi tên một đơn vị")
    renaming.argument("code", "mã đơn vị", metavar="CODE")
    renaming.option("--name", required=True, type=a_text, help_text="tên mới")
    moving = units.command("move", move_unit, "chuyển một đơn vị sang đơn vị cấp trên khác")
    moving.argument("code", "mã đơn vị", metavar="CODE")
    moving.option("--parent", required=True, help_text="mã đơn vị cấp trên mới")


def import_units(session: Session) -> Answer:
    """Take in a list of units."""
    path: Path = session.args.file
    counts, problems, _ = session.services.unit_import.import_file(path)
    document = {
        "file": path.name,
        "new": counts.new,
        "same": counts.same,
        "changed": counts.changed,
        "set_aside": counts.set_aside,
        "problems": [problem_members(problem) for problem in problems],
        "batch": counts.batch,
    }
    said = Wording(
        "{file}: {new} đơn vị mới, {changed} thay đổi, {same} không đổi, {set_aside} để lại.",
        {
            "file": path.name,
            "new": counts.new,
            "changed": counts.changed,
            "same": counts.same,
            "set_aside": counts.set_aside,
        },
    )
    errors = [problem for problem in problems if problem.is_error]
    if errors and not counts.new + counts.same + counts.changed + counts.set_aside:
        refusals = tuple(Refusal(problem.code, problem.wording) for problem in errors)
        return Answer(document, (), ExitCode.REFUSED, refusals)
    must_look = counts.set_aside or errors
    code = ExitCode.LOOK if must_look else ExitCode.DONE
    return Answer(document, (said, *problem_table({path.name: problems})), code)


def list_units(session: Session) -> Answer:
    """List the units in the order of the register."""
    units = session.services.units.units()
    codes = {unit.id: unit.code for unit in units}
    document = {"units": [unit_members(unit, codes) for unit in units]}
    rows = [
        (unit.code, unit.name, unit.level_name, codes.get(unit.parent_id or "", ""))
        for unit in units
    ]
    return Answer(document, (Table(("Mã", "Tên đơn vị", "Cấp", "Đơn vị cấp trên"), rows),))


def show_unit(session: Session) -> Answer:
    """Show one unit with what hangs on it."""
    services = session.services
    unit = services.units.by_code(session.args.code)
    units = services.units.units()
    codes = {row.id: row.code for row in units}
    children = [row.code for row in units if row.parent_id == unit.id]
    count = services.registrations.count(RegistrationFilter(unit_id=unit.id, only_leading=True))
    document = {
        **unit_members(unit, codes),
        "children": children,
        "registrations": count,
    }
    parent = codes.get(unit.parent_id or "", "-")
    text = (
        Wording(
            "{unit} {name} ({level}), thuộc {parent}",
            {"unit": unit.code, "name": unit.name, "level": unit.level_name, "parent": parent},
        ),
        Wording(
            "Đơn vị trực thuộc: {children}; đăng ký: {count}",
            {"children": len(children), "count": count},
        ),
    )
    return Answer(document, text)


def rename_unit(session: Session) -> Answer:
    """Give a unit another name."""
    services = session.services
    unit = services.units.by_code(session.args.code)
    services.units.rename(unit.id, session.args.name)
    return _changed(session, unit)


def move_unit(session: Session) -> Answer:
    """Put a unit under another one."""
    services = session.services
    unit = services.units.by_code(session.args.code)
    parent = services.units.by_code(session.args.parent)
    services.units.move(unit.id, parent.id)
    return _changed(session, unit)


def _changed(session: Session, before: UnitRow) -> Answer:
    units = session.services.units
    codes = {row.id: row.code for row in units.units()}
    unit = units.unit(before.id)
    said = Wording("Đã ghi {unit} {name}.", {"unit": unit.code, "name": unit.name})
    return Answer({"unit": unit_members(unit, codes)}, (said,))


def unit_members(unit: UnitRow, codes: dict[str, str]) -> dict[str, Any]:
    """Return a unit as programs read it."""
    return {
        "id": unit.id,
        "code": unit.code,
        "name": unit.name,
        "level": unit.level_code,
        "level_name": unit.level_name,
        "parent": codes.get(unit.parent_id or ""),
        "kind": unit.kind,
        "valid_from": unit.valid_from,
        "valid_to": unit.valid_to,
        "owes_nothing": unit.owes_nothing,
        "note": unit.note,
    }
