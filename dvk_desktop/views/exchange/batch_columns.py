"""Columns of many packages taken in at once (cột của lượt nhập nhiều gói)."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from dvk_desktop.domain.records.package import PackageKind
from dvk_desktop.domain.records.package_batch import (
    BatchFile,
    BatchOutcome,
    BatchState,
    BatchVerdict,
)
from dvk_desktop.views.exchange.wording import kind_name, merge_counts
from dvk_desktop.views.icons import dot
from dvk_desktop.views.item_models.columns import NUMBER, Column
from dvk_desktop.views.palettes import Tone
from dvk_desktop.views.translation import worded

_VERDICTS = {
    BatchVerdict.READY: Tone.ACCENT,
    BatchVerdict.REPEATED: Tone.NEUTRAL,
    BatchVerdict.CARD: Tone.WARNING,
    BatchVerdict.SET_ASIDE: Tone.DANGER,
}
_STATES = {
    BatchState.MERGED: Tone.SUCCESS,
    BatchState.NOTHING_NEW: Tone.NEUTRAL,
    BatchState.REFUSED: Tone.DANGER,
    BatchState.WAITING: Tone.WARNING,
}


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One file, and what became of it once it was tried (dòng của lượt nhập)."""

    number: int
    file: BatchFile
    outcome: BatchOutcome | None = None
    is_undone: bool = False

    @property
    def id(self) -> str:
        """What the line is known by."""
        return str(self.file.path)

    @property
    def sender(self) -> str:
        """The office that sent it, empty where the file does not say."""
        return "" if self.file.manifest is None else self.file.manifest.sender.name

    @property
    def is_receipt(self) -> bool:
        """Whether it is the answer to a package of ours."""
        manifest = self.file.manifest
        return manifest is not None and manifest.kind is PackageKind.RECEIPT

    @property
    def batch(self) -> str:
        """What its merge is taken back by, empty where there is nothing to take back."""
        result = None if self.outcome is None else self.outcome.result
        return "" if result is None or self.is_receipt else result.batch or ""

    @property
    def note(self) -> str:
        """Why it does not go through, or what it did."""
        told = self.file if self.outcome is None else self.outcome
        if self.is_undone:
            return QCoreApplication.translate("batch_columns", "Đã hoàn tác.")
        if told.reason is not None:
            return worded(told.reason)
        if self.is_receipt:
            return self._receipt_note()
        if self.outcome is not None and self.outcome.result is not None:
            result = self.outcome.result
            names = ("new", "changed", "removed", "conflicts", "refused")
            return merge_counts({name: getattr(result, name) for name in names})
        return merge_counts(_expected(self.file))

    def _receipt_note(self) -> str:
        result = None if self.outcome is None else self.outcome.result
        if result is None:
            return QCoreApplication.translate("batch_columns", "Nơi nhận báo đã nhập gói của ta.")
        if result.changed:
            return QCoreApplication.translate("batch_columns", "Đã ghi vào gói đã gửi.")
        return QCoreApplication.translate(
            "batch_columns", "Máy này không giữ gói mà biên nhận nói tới."
        )

    @property
    def state(self) -> tuple[str, Tone]:
        """The verdict, or what came of it."""
        if self.outcome is None:
            return worded(self.file.verdict.label), _VERDICTS[self.file.verdict]
        is_aside = (
            self.outcome.state is BatchState.WAITING and self.file.verdict is not BatchVerdict.READY
        )
        if is_aside:
            return worded(self.file.verdict.label), _VERDICTS[self.file.verdict]
        result = self.outcome.result
        is_unknown = self.is_receipt and result is not None and not result.changed
        tone = Tone.WARNING if is_unknown else _STATES[self.outcome.state]
        return worded(self.outcome.state.label), tone


def _expected(file: BatchFile) -> dict[str, int]:
    names = {"conflict": "conflicts"}
    return {names.get(name, name): count for name, count in file.counts if name != "same"}


def batch_columns() -> tuple[Column[BatchLine], ...]:
    """Return the columns: order, file, sender, state, and why or what."""
    return (*_origin(), *_content())


def _origin() -> tuple[Column[BatchLine], ...]:
    one = Column[BatchLine]
    return (
        one(
            "number",
            QCoreApplication.translate("batch_columns", "TT"),
            lambda line: str(line.number),
            sort_key=lambda line: line.number,
            alignment=NUMBER,
            width=48,
        ),
        one(
            "file",
            QCoreApplication.translate("batch_columns", "Tệp"),
            lambda line: line.file.path.name,
            tool_tip=lambda line: str(line.file.path),
            width=210,
        ),
        one(
            "sender",
            QCoreApplication.translate("batch_columns", "Nơi gửi"),
            lambda line: line.sender,
            width=170,
        ),
        one(
            "kind",
            QCoreApplication.translate("batch_columns", "Loại"),
            lambda line: "" if line.file.manifest is None else kind_name(line.file.manifest.kind),
            width=112,
            fold_below=900,
        ),
        one(
            "sequence",
            QCoreApplication.translate("batch_columns", "Số"),
            lambda line: "" if line.file.manifest is None else str(line.file.manifest.sequence),
            sort_key=lambda line: (
                None if line.file.manifest is None else line.file.manifest.sequence
            ),
            alignment=NUMBER,
            width=52,
            fold_below=760,
        ),
    )


def _content() -> tuple[Column[BatchLine], ...]:
    one = Column[BatchLine]
    return (
        one(
            "state",
            QCoreApplication.translate("batch_columns", "Kết luận"),
            lambda line: line.state[0],
            decoration=lambda line: dot(line.state[1]),
            width=168,
        ),
        one(
            "note",
            QCoreApplication.translate("batch_columns", "Nội dung, lý do"),
            lambda line: line.note,
            tool_tip=lambda line: line.note,
            stretch=True,
        ),
    )
