"""``dvk registrations``: lists, steps, import and export (đăng ký)."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from dvk_desktop.cli.answer import Answer, Table
from dvk_desktop.cli.intake import add_import
from dvk_desktop.cli.parser import Commands, DvkParser, a_year
from dvk_desktop.cli.registration_members import COLUMNS, registration_members
from dvk_desktop.cli.session import Session, WrongUsageError
from dvk_desktop.cli.templates import add_duplicates, add_template
from dvk_desktop.cli.undoing import add_undo
from dvk_desktop.cli.where import parse_where
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.domain.terms import RegistrationState
from dvk_desktop.domain.words import Wording
from dvk_desktop.services.registrations.registers import FullRegistration

_MOVED_BY_OTHERS = frozenset(
    {RegistrationAction.SELF_SCORE, RegistrationAction.APPRAISE, RegistrationAction.RECOGNISE}
)
"""Sheets and decisions take these steps; by hand they would leave no paper behind."""


class NothingNamedError(WrongUsageError):
    """A step needs registrations to be named (chưa nêu đăng ký nào)."""

    code = "STEP_WHICH"
    template = "Chưa nêu đăng ký nào. Hãy ghi mã đăng ký, hoặc chọn bằng --where."


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    registrations = commands.group("registrations", "đăng ký mô hình")
    add_import(registrations)
    listing = registrations.command("list", list_registrations, "liệt kê đăng ký")
    _which(listing)
    exporting = registrations.command("export", export, "ghi danh sách ra tệp Excel")
    exporting.argument("file", "tệp .xlsx sẽ ghi", metavar="FILE", type=Path)
    _which(exporting)
    add_template(registrations)
    add_duplicates(registrations)
    for name, run, text in (
        ("submit", submit, "gửi các đăng ký còn là bản nháp"),
        ("accept", accept, "tiếp nhận các đăng ký đã gửi"),
    ):
        parser = registrations.command(name, run, text)
        _ids(parser)
        _which(parser)
    stepping = registrations.command("step", step, "thực hiện một bước xử lý với các đăng ký")
    actions = [action.value for action in RegistrationAction if action not in _MOVED_BY_OTHERS]
    stepping.argument("action", "bước xử lý", metavar="ACTION", choices=actions)
    _ids(stepping)
    _which(stepping)
    stepping.option("--note", default="", help_text="lý do, ghi vào lịch sử đăng ký")
    stepping.option(
        "--field",
        dest="fields",
        action="append",
        default=[],
        help_text="mục đơn vị phải sửa khi trả lại (lặp lại được)",
    )
    add_undo(registrations, "hoàn tác một lần nhập")


def _ids(parser: DvkParser) -> None:
    parser.argument("ids", "mã đăng ký (mặc định: tất cả)", metavar="ID", nargs="*")


def _which(parser: DvkParser) -> None:
    parser.option("--year", type=a_year, help_text="năm (mặc định: mọi năm)")
    parser.option("--unit", metavar="CODE", help_text="chỉ đơn vị này và đơn vị trực thuộc")
    parser.option(
        "--where",
        metavar="EXPR",
        help_text="bộ lọc, ví dụ: field=KT and state=submitted and name~hoa",
    )
    parser.option("--filter", metavar="NAME", help_text="bộ lọc đã lưu trong cửa sổ, theo tên")


def list_registrations(session: Session) -> Answer:
    """List the registrations with every item."""
    found = _chosen(session)
    rows = [
        (
            full.row.name,
            full.row.unit_name,
            full.row.sector_code,
            full.row.subject_type and Wording(full.row.subject_type.label),
            full.row.kind and Wording(full.row.kind.label),
            Wording(full.row.state.label),
            full.row.is_late,
        )
        for full in found
    ]
    headings = ("Tên mô hình", "Đơn vị", "Lĩnh vực", "Đối tượng", "Loại", "Trạng thái", "Muộn")
    document = {"registrations": [registration_members(full) for full in found]}
    count = Wording("{count} đăng ký.", {"count": len(found)})
    gone = _gone(session)
    if not gone:
        return Answer(document, (Table(headings, rows), count))
    old = Wording("Bộ lọc nhắc đến giá trị không còn nữa: {values}.", {"values": ", ".join(gone)})
    return Answer(document | {"gone": list(gone)}, (Table(headings, rows), count, old))


def _gone(session: Session) -> tuple[str, ...]:
    """Return what the saved filter asks for and there is no more."""
    if not session.args.filter:
        return ()
    campaign = session.campaign().id if session.args.year is not None else None
    return session.services.saved_filters.read(session.args.filter, campaign).gone


def export(session: Session) -> Answer:
    """Save the list as an Excel workbook."""
    found = _chosen(session)
    path: Path = session.args.file
    session.services.registers.save(found, path)
    document = {"file": str(path), "registrations": len(found)}
    return Answer(
        document,
        (Wording("Đã ghi {count} đăng ký vào {file}.", {"count": len(found), "file": path}),),
    )


def submit(session: Session) -> Answer:
    """Submit drafts and what was mended."""
    wanted = (RegistrationState.DRAFT, RegistrationState.RETURNED)
    return _step(session, RegistrationAction.SUBMIT, "submitted", wanted)


def accept(session: Session) -> Answer:
    """Accept what was submitted."""
    wanted = (RegistrationState.SUBMITTED,)
    return _step(session, RegistrationAction.ACCEPT, "accepted", wanted)


def step(session: Session) -> Answer:
    """Take one step with the registrations that are named."""
    args = session.args
    if not (args.ids or args.where or args.unit or args.filter):
        raise NothingNamedError
    return _step(session, RegistrationAction(args.action), "done")


def _step(
    session: Session,
    action: RegistrationAction,
    key: str,
    states: tuple[RegistrationState, ...] = (),
) -> Answer:
    args = session.args
    # Whoever is named by id must be in the right state; a selection takes who is.
    ids = list(dict.fromkeys(args.ids)) or [full.row.id for full in _chosen(session, states)]
    result = session.services.registrations.step(
        ids,
        action,
        note=getattr(args, "note", ""),
        fields=getattr(args, "fields", ()),
        progress=session.progress,
    )
    facts = {"action": Wording(action.label), "count": result.done, "late": result.late}
    document = {key: result.done, "late": result.late, "ids": ids}
    return Answer(document, (Wording("{action}: {count} đăng ký, {late} gửi muộn.", facts),))


def _any(row: Mapping[str, Any]) -> bool:
    del row
    return True


def _chosen(session: Session, states: tuple[RegistrationState, ...] = ()) -> list[FullRegistration]:
    args = session.args
    passes = parse_where(args.where, COLUMNS) if args.where else _any
    services = session.services
    wanted = _wanted(session)
    if args.unit:
        wanted = replace(wanted, unit_id=services.units.by_code(args.unit).id)
    # A saved filter may ask for states of its own: both count.
    both = replace(wanted, states=wanted.states or states)
    found = [
        full for full in services.registers.full(both) if not states or full.row.state in states
    ]
    return [full for full in found if passes(registration_members(full))]


def _wanted(session: Session) -> RegistrationFilter:
    """Return the saved filter that is named, or one for everything."""
    args = session.args
    campaign = session.campaign().id if args.year is not None else None
    if not args.filter:
        return RegistrationFilter(campaign_id=campaign)
    return session.services.saved_filters.read(args.filter, campaign).wanted
