"""Many packages taken in at once (nhập cả thư mục)."""

from dataclasses import dataclass
from pathlib import Path

from dvk_desktop.domain.records.exchange import MergeItem, MergeResult
from dvk_desktop.domain.records.package import Manifest
from dvk_desktop.domain.terms import Labelled
from dvk_desktop.domain.words import Wording


class BatchVerdict(Labelled):
    """What is to happen with a file, before anything is merged (kết luận)."""

    READY = "ready", "Sẽ nhập"
    REPEATED = "repeated", "Đã nhập trước đây"
    CARD = "card", "Thẻ chờ xác nhận"
    SET_ASIDE = "set_aside", "Để riêng"


class BatchState(Labelled):
    """What happened with a file (kết quả)."""

    MERGED = "merged", "Đã nhập"
    NOTHING_NEW = "nothing_new", "Không có gì mới"
    REFUSED = "refused", "Không nhập được"
    WAITING = "waiting", "Chưa nhập"


@dataclass(frozen=True, slots=True)
class BatchFile:
    """One file with the verdict on it; ``reason`` says why it does not go through (tệp).

    ``counts`` by action, ``notices`` and ``refused`` are what merging it alone, now, would do.
    """

    path: Path
    verdict: BatchVerdict
    manifest: Manifest | None = None
    manifest_sha256: str = ""
    counts: tuple[tuple[str, int], ...] = ()
    notices: tuple[Wording, ...] = ()
    refused: tuple[MergeItem, ...] = ()
    reason: Wording | None = None
    code: str = ""

    @property
    def records(self) -> int:
        """How many records it holds."""
        entries = () if self.manifest is None else self.manifest.entries
        return sum(entry.records or 0 for entry in entries)


@dataclass(frozen=True, slots=True)
class BatchPlan:
    """All files, those to be merged first and in their order (kế hoạch)."""

    files: tuple[BatchFile, ...]

    def of(self, verdict: BatchVerdict) -> tuple[BatchFile, ...]:
        """Return the files with a verdict."""
        return tuple(file for file in self.files if file.verdict is verdict)


@dataclass(frozen=True, slots=True)
class BatchOutcome:
    """What became of one file (kết quả của một tệp)."""

    file: BatchFile
    state: BatchState
    result: MergeResult | None = None
    notices: tuple[Wording, ...] = ()
    refused: tuple[MergeItem, ...] = ()
    reason: Wording | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What became of all of them; ``stopped`` says why the run ended early (kết quả chung)."""

    outcomes: tuple[BatchOutcome, ...]
    stopped: Wording | None = None

    def of(self, state: BatchState) -> tuple[BatchOutcome, ...]:
        """Return the outcomes of a state."""
        return tuple(outcome for outcome in self.outcomes if outcome.state is state)

    def total(self, name: str) -> int:
        """Return a count of the merges added up, such as ``new`` or ``conflicts``."""
        results = [outcome.result for outcome in self.outcomes if outcome.result is not None]
        return sum(getattr(result, name) for result in results)
