"""``dvk package import``: look at every file first, then merge them in order (nhập gói)."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dvk_desktop.cli.answer import Answer, ExitCode, Refusal
from dvk_desktop.cli.passphrases import give_passphrases, unlock_keys
from dvk_desktop.cli.session import Session
from dvk_desktop.domain.records.exchange import MergeAction, MergeItem
from dvk_desktop.domain.records.package import PackageKind
from dvk_desktop.domain.records.package_batch import (
    BatchFile,
    BatchOutcome,
    BatchState,
    BatchVerdict,
)
from dvk_desktop.domain.words import Wording

_ACTIONS = {
    "new": MergeAction.NEW,
    "same": MergeAction.SAME,
    "changed": MergeAction.CHANGED,
    "removed": MergeAction.REMOVED,
    "conflicts": MergeAction.CONFLICT,
    "refused": MergeAction.REFUSED,
}


def import_packages(session: Session) -> Answer:
    """Merge packages in the order of their senders.

    Of files that are named, a bad one stops all before anything is changed, unless it is to be
    set aside; what is bad in a folder is always set aside.
    """
    paths: list[Path] = list(dict.fromkeys(session.args.files))
    batch = session.services.package_batch
    unlock_keys(session)
    give_passphrases(session, list(batch.find(paths)))
    plan = batch.look(paths, session.progress)
    bad = (*plan.of(BatchVerdict.CARD), *plan.of(BatchVerdict.SET_ASIDE))
    aside = session.args.set_aside or any(path.is_dir() for path in paths)
    if bad and (not aside or len(bad) == len(plan.files)):
        return _answer([], _aside(bad), (), ExitCode.REFUSED, is_dry=session.args.dry_run)
    if session.args.dry_run:
        done = [_planned(file) for file in plan.files if file not in bad]
        return _answer(done, _aside(bad), (), ExitCode.DONE, is_dry=True)
    result, _ = batch.run(plan, session.progress, with_repeated=True)
    taken = [_merged(outcome) for outcome in result.outcomes if outcome.result is not None]
    failed = (*result.of(BatchState.WAITING), *result.of(BatchState.REFUSED))
    stopped = () if result.stopped is None else (result.stopped,)
    code = ExitCode.DONE if taken or not failed else ExitCode.REFUSED
    return _answer(taken, _aside(failed), stopped, code, is_dry=False)


def _answer(
    done: list[dict[str, Any]],
    aside: tuple[Refusal, ...],
    stopped: tuple[Wording, ...],
    code: ExitCode,
    *,
    is_dry: bool,
) -> Answer:
    """Say what was done, and on standard error what was not."""
    document = {
        **{name: sum(each[name] for each in done) for name in _ACTIONS},
        "batch": next((each["batch"] for each in reversed(done) if each["batch"]), None),
        "dry_run": is_dry,
        "packages": done,
        "set_aside": [{"code": one.code, "message": one.wording} for one in aside],
    }
    must_look = document["conflicts"] or document["refused"] or aside
    if code is ExitCode.DONE and must_look:
        code = ExitCode.LOOK
    text = [part for each in done for part in _text(each)]
    return Answer(document, [*text, *stopped], code, aside)


def _aside(files: Iterable[BatchFile | BatchOutcome]) -> tuple[Refusal, ...]:
    refusals = []
    for each in files:
        file = each if isinstance(each, BatchFile) else each.file
        about = {"file": file.path.name, "reason": each.reason or Wording("chưa nhập.")}
        refusals.append(Refusal(each.code or "PKG_ASIDE", Wording("{file}: {reason}", about)))
    return tuple(refusals)


def _merged(outcome: BatchOutcome) -> dict[str, Any]:
    result = outcome.result
    receipt = None if result is None else result.receipt
    return {
        **_head(outcome.file),
        **{name: getattr(result, name) for name in _ACTIONS},
        "batch": None if result is None else result.batch,
        "receipt": None if receipt is None else str(receipt),
        "notices": list(outcome.notices),
        "refusals": _refused(outcome.refused),
    }


def _planned(file: BatchFile) -> dict[str, Any]:
    counts = dict(file.counts)
    return {
        **_head(file),
        **{name: counts[action.value] for name, action in _ACTIONS.items()},
        "batch": None,
        "receipt": None,
        "notices": list(file.notices),
        "refusals": _refused(file.refused),
    }


def _head(file: BatchFile) -> dict[str, Any]:
    manifest = file.manifest
    return {
        "file": file.path.name,
        "kind": None if manifest is None else manifest.kind.value,
        "sender": None if manifest is None else manifest.sender.name,
    }


def _refused(items: Iterable[MergeItem]) -> list[dict[str, Any]]:
    return [
        {"record_type": item.record_type, "record": item.label, "reason": item.reason}
        for item in items
    ]


def _text(done: dict[str, Any]) -> list[Wording]:
    if done["kind"] == PackageKind.RECEIPT:
        return [_receipt_taken(done), *done["notices"]]
    said = Wording(
        "{file} ({sender}): {new} mới, {changed} thay đổi, {removed} xóa, {same} không đổi,"
        " {conflicts} xung đột, {refused} từ chối.",
        {name: done[name] for name in ("file", "sender", *_ACTIONS)},
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
