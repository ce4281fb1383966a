"""``dvk package``: send, look, merge, settle conflicts (trao đổi dữ liệu)."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from dvk_desktop.cli.answer import Answer, ExitCode, Refusal, Table
from dvk_desktop.cli.exporting import add_export
from dvk_desktop.cli.handing import add_slip
from dvk_desktop.cli.merging import import_packages
from dvk_desktop.cli.parser import Commands, a_number
from dvk_desktop.cli.passphrases import (
    add_key_passphrase,
    add_package_passphrase,
    give_passphrases,
    unlock_keys,
)
from dvk_desktop.cli.session import Session
from dvk_desktop.cli.undoing import add_undo
from dvk_desktop.domain.errors import NotFoundError
from dvk_desktop.domain.records.exchange import ConflictRow
from dvk_desktop.domain.words import Wording
from dvk_desktop.services.exchange.conflicts import OURS, THEIRS


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    packages = commands.group("package", "gói dữ liệu gửi và nhận")
    add_export(packages)
    inspecting = packages.command("inspect", inspect, "xem một gói mà không nhập")
    inspecting.argument("file", "tệp .dvk", metavar="FILE", type=Path)
    add_package_passphrase(inspecting)
    add_key_passphrase(inspecting)
    importing = packages.command("import", import_packages, "nhập các gói nhận được")
    importing.argument("files", "tệp .dvk hoặc thư mục", metavar="FILE", nargs="+", type=Path)
    importing.option(
        "--set-aside", action="store_true", help_text="để riêng gói hỏng, vẫn nhập các gói còn lại"
    )
    importing.option("--dry-run", action="store_true", help_text="chỉ cho biết sẽ nhập gì")
    add_slip(packages)
    add_package_passphrase(importing)
    add_key_passphrase(importing)
    packages.command("list", list_packages, "liệt kê các gói đã gửi và đã nhận")
    packages.command("conflicts", list_conflicts, "liệt kê xung đột chưa xử lý")
    resolving = packages.command("resolve", resolve, "chọn giá trị cho một xung đột")
    resolving.argument("id", "số của xung đột", metavar="ID", type=a_number)
    resolving.option(
        "--take",
        required=True,
        metavar="ours|theirs|VALUE",
        help_text="giữ của mình (ours), lấy của nơi gửi (theirs), hoặc một giá trị khác",
    )
    every = packages.command("resolve-all", resolve_all, "xử lý mọi xung đột của một gói như nhau")
    every.argument("package", "mã của gói, xem ở lệnh conflicts", metavar="PACKAGE_ID")
    every.option(
        "--take",
        required=True,
        choices=(OURS, THEIRS),
        help_text="giữ của mình (ours) hoặc lấy của nơi gửi (theirs)",
    )
    add_undo(packages, "hoàn tác một lần nhập gói")


def inspect(session: Session) -> Answer:
    """Read a package, check it, change nothing."""
    receiving = session.services.receiving
    unlock_keys(session)
    give_passphrases(session, [session.args.file])
    manifest, trusted, problems = receiving.inspect(session.args.file)
    document = {
        "manifest": None if manifest is None else receiving.manifest_members(manifest),
        "trusted": trusted,
        "problems": [{"code": error.code, "message": error.wording} for error in problems],
    }
    refusals = tuple(Refusal(error.code, error.wording) for error in problems)
    code = ExitCode.REFUSED if refusals else ExitCode.DONE
    if manifest is None:
        return Answer(document, (), code, refusals)
    facts = {
        "kind": Wording(manifest.kind.label),
        "sequence": manifest.sequence,
        "name": manifest.sender.name,
        "day": manifest.created_at,
        "count": sum(entry.records or 0 for entry in manifest.entries),
    }
    text = (
        Wording("{kind} số {sequence} của “{name}”, lập {day}: {count} bản ghi.", facts),
        Wording("Nơi gửi đã được tin cậy." if trusted else "Nơi gửi chưa được tin cậy."),
    )
    return Answer(document, text, code, refusals)


def list_packages(session: Session) -> Answer:
    """List the packages sent and received, the newest first."""
    receiving = session.services.receiving
    packages = receiving.history()
    incomplete = receiving.incomplete_sets()
    document = {
        "packages": [
            {
                "package_id": row.package_id,
                "direction": row.direction,
                "kind": row.kind,
                "peer_code": row.peer_code,
                "peer_name": row.peer_name,
                "sequence": row.sequence,
                "part": {"set_id": row.set_id, "number": row.part_number, "of": row.part_of},
                "file": row.file_name,
                "counts": row.counts,
                "happened_at": row.happened_at,
                "batch": row.batch,
                "receipt": row.receipt,
            }
            for row in packages
        ],
        "incomplete": [asdict(one) for one in incomplete],
    }
    rows = [
        (
            row.happened_at,
            Wording("đi") if row.direction == "out" else Wording("đến"),
            row.kind,
            row.peer_name,
            row.sequence,
            row.file_name,
            row.receipt is not None,
        )
        for row in packages
    ]
    headings = ("Lúc", "Chiều", "Loại", "Văn phòng", "Số", "Tệp", "Có biên nhận")
    text = "Gói của “{peer_name}” lập {written_at} còn thiếu phần {missing} trong {of} phần."
    missing = [
        Wording(text, {**asdict(one), "missing": ", ".join(map(str, one.missing))})
        for one in incomplete
    ]
    return Answer(document, (Table(headings, rows), *missing))


def list_conflicts(session: Session) -> Answer:
    """List the conflicts that wait for a person."""
    conflicts = session.services.conflicts.open()
    rows = [
        (row.id, row.label, Wording(row.field_label), row.ours, row.theirs, row.sender_name)
        for row in conflicts
    ]
    headings = ("Số", "Bản ghi", "Mục", "Của mình", "Của nơi gửi", "Nơi gửi")
    return Answer(
        {"conflicts": [_conflict_members(row) for row in conflicts]}, (Table(headings, rows),)
    )


def resolve(session: Session) -> Answer:
    """Settle one conflict."""
    args = session.args
    conflicts = session.services.conflicts
    if args.take in (OURS, THEIRS):
        conflicts.resolve(args.id, args.take)
    else:
        conflicts.resolve(args.id, "value", _typed(session, args.id, args.take))
    left = len(conflicts.open())
    facts = {"number": args.id, "left": left}
    said = Wording("Đã xử lý xung đột số {number}; còn {left} xung đột.", facts)
    return Answer({"resolved": args.id, "left": left}, (said,))


def resolve_all(session: Session) -> Answer:
    """Settle all conflicts of one package the same way."""
    args, conflicts = session.args, session.services.conflicts
    count, _ = conflicts.resolve_package(args.package, args.take)
    left = len(conflicts.open())
    said = Wording("Đã xử lý {count} xung đột; còn {left}.", {"count": count, "left": left})
    return Answer({"resolved": count, "left": left}, (said,))


def _typed(session: Session, number: int, text: str) -> Any:
    """Return a typed value in the kind of the two that stand against each other."""
    for row in session.services.conflicts.open():
        if row.id == number:
            if text == "":
                return "" if isinstance(row.ours or row.theirs, str) else None
            kinds = {type(row.ours), type(row.theirs)}
            if bool in kinds:
                return {"true": True, "false": False}.get(text.casefold(), text)
            if int in kinds and text.lstrip("-").isdecimal():
                return int(text)
            return text
    raise NotFoundError(what="xung đột số", key=number)


def _conflict_members(row: ConflictRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "record_type": row.record_type,
        "record_id": row.record_id,
        "record": row.label,
        "unit": row.unit_name,
        "field": row.field,
        "field_label": Wording(row.field_label),
        "ours": row.ours,
        "theirs": row.theirs,
        "sender": row.sender_name,
        "package_id": row.package_id,
        "found_at": row.found_at,
        "our_author": row.our_author,
        "our_time": row.our_time,
        "package_kind": row.package_kind,
        "package_number": row.package_number,
    }
