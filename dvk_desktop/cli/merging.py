"""``dvk package import``: look at every file first, then merge them in turn (nhập gói)."""

from pathlib import Path
from typing import Any

from dvk_desktop.cli.answer import Answer, ExitCode, Refusal
from dvk_desktop.cli.session import Session
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.exchange import MergeAction, MergePreview
from dvk_desktop.domain.records.package import PackageKind
from dvk_desktop.domain.words import Wording
from dvk_desktop.services.receiving import UntrustedSenderError

_COUNTS = ("new", "same", "changed", "removed", "conflicts", "refused")


def import_packages(session: Session) -> Answer:
    """Merge packages; one that is refused stops all of them before anything is changed."""
    paths: list[Path] = list(dict.fromkeys(session.args.files))
    previews, refusals = _look(session, paths)
    if refusals:
        nothing: dict[str, Any] = {**dict.fromkeys(_COUNTS, 0), "batch": None, "packages": []}
        return Answer(nothing, (), ExitCode.REFUSED, refusals)
    if session.args.dry_run:
        done = [_planned(preview) for preview in previews]
    else:
        done = [_merged(session, path) for path in paths]
    document = {
        **{name: sum(each[name] for each in done) for name in _COUNTS},
        "batch": next((each["batch"] for each in reversed(done) if each["batch"]), None),
        "dry_run": session.args.dry_run,
        "packages": done,
    }
    must_look = document["conflicts"] or document["refused"]
    text = [part for each in done for part in _text(each)]
    return Answer(document, text, ExitCode.LOOK if must_look else ExitCode.DONE)


def _look(session: Session, paths: list[Path]) -> tuple[list[MergePreview], tuple[Refusal, ...]]:
    previews, refusals = [], []
    for path in paths:
        try:
            preview = session.services.receiving.preview(path, session.progress)
            sender = preview.manifest.sender
            if not preview.is_trusted:
                raise UntrustedSenderError(name=sender.name, sender=sender.code)
        except DvkError as error:
            about = {"file": path.name, "reason": error.wording}
            refusals.append(Refusal(error.code, Wording("{file}: {reason}", about)))
        else:
            previews.append(preview)
    return previews, tuple(refusals)


def _merged(session: Session, path: Path) -> dict[str, Any]:
    receiving = session.services.receiving
    # What was merged before it may change what this one does.
    preview = receiving.preview(path, session.progress)
    result, _ = receiving.merge(preview, session.progress)
    return {
        "file": path.name,
        "kind": preview.manifest.kind.value,
        "sender": preview.manifest.sender.name,
        **{name: getattr(result, name) for name in _COUNTS},
        "batch": result.batch,
        "receipt": None if result.receipt is None else str(result.receipt),
        "notices": list(preview.notices),
        "refusals": _refused(preview),
    }


def _planned(preview: MergePreview) -> dict[str, Any]:
    actions = dict(zip(_COUNTS, _ACTIONS, strict=True))
    return {
        "file": preview.path.name,
        "kind": preview.manifest.kind.value,
        "sender": preview.manifest.sender.name,
        **{name: preview.count(action) for name, action in actions.items()},
        "batch": None,
        "receipt": None,
        "notices": list(preview.notices),
        "refusals": _refused(preview),
    }


_ACTIONS = (
    MergeAction.NEW,
    MergeAction.SAME,
    MergeAction.CHANGED,
    MergeAction.REMOVED,
    MergeAction.CONFLICT,
    MergeAction.REFUSED,
)


def _refused(preview: MergePreview) -> list[dict[str, Any]]:
    return [
        {"record_type": item.record_type, "record": item.label, "reason": item.reason}
        for item in preview.items
        if item.action is MergeAction.REFUSED
    ]


def _text(done: dict[str, Any]) -> list[Wording]:
    if done["kind"] == PackageKind.RECEIPT:
        return [_receipt_taken(done), *done["notices"]]
    said = Wording(
        "{file} ({sender}): {new} mới, {changed} thay đổi, {removed} xóa, {same} không đổi,"
        " {conflicts} xung đột, {refused} từ chối.",
        {name: done[name] for name in ("file", "sender", *_COUNTS)},
    )
    refused = [
        Wording("Từ chối “{record}”: {reason}", {"record": row["record"], "reason": row["reason"]})
        for row in done["refusals"]
    ]
    return [said, *done["notices"], *refused, *_send_back(done)]


def _receipt_taken(done: dict[str, Any]) -> Wording:
    facts = {name: done[name] for name in ("file", "sender", "changed")}
    if not done["changed"]:
        return Wording("{file} ({sender}): biên nhận, không có gì mới để ghi nhận.", facts)
    return Wording("{file} ({sender}): biên nhận của {changed} gói đã gửi.", facts)


def _send_back(done: dict[str, Any]) -> list[Wording]:
    if done["receipt"] is None:
        return []
    text = "Hãy gửi lại biên nhận cho “{sender}”: {receipt}"
    return [Wording(text, {"sender": done["sender"], "receipt": done["receipt"]})]
