"""Take in a folder of packages in one run, each in a transaction of its own (nhập cả thư mục)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Protocol

from dvk_desktop.domain.changes import EVERYTHING, Changes
from dvk_desktop.domain.errors import Cancelled, DvkError
from dvk_desktop.domain.package_order import forked, in_order
from dvk_desktop.domain.progress import SILENT, Progress
from dvk_desktop.domain.records.exchange import (
    MergeAction,
    MergeItem,
    MergePreview,
    MergeResult,
)
from dvk_desktop.domain.records.package import PackageKind
from dvk_desktop.domain.records.package_batch import (
    BatchFile,
    BatchOutcome,
    BatchPlan,
    BatchResult,
    BatchState,
    BatchVerdict,
)
from dvk_desktop.domain.words import Wording
from dvk_desktop.models import PackageLog
from dvk_desktop.safe_files import FileWriteError, write_safely
from dvk_desktop.services.exchange.office_keys import KeysLockedError
from dvk_desktop.services.exchange.packing import RECEIVED
from dvk_desktop.services.exchange.receiving import UntrustedSenderError
from dvk_desktop.services.keeping.guard import Guard
from dvk_desktop.storage.disk import StoreError, explained
from dvk_desktop.storage.drives import require_drive
from dvk_desktop.storage.unit_of_work import Database

PACKAGE_NAMES = (".dvk", ".dvk.age", ".dvk.zip")
CARD_NAMES = (".dvkcard",)


class TwoOfOneNumberError(DvkError):
    """Two different packages bear one number: a copied database (hai gói cùng số)."""

    code = "PKG_FORK"
    template = (
        "Có hai gói khác nhau cùng mang số {sequence} của “{name}”. Có thể dữ liệu của văn phòng"
        " đó đã bị sao chép sang máy khác. Hãy gọi điện hỏi, rồi nhập riêng gói đúng ở mục Nhận"
        " gói."
    )


class Receiving(Protocol):
    """Looks at one package and merges it."""

    def preview(self, path: Path, progress: Progress = SILENT) -> MergePreview:
        """Say what merging a package would do."""

    def merge(
        self, preview: MergePreview, progress: Progress = SILENT, *, has_backup: bool = False
    ) -> tuple[MergeResult, Changes]:
        """Merge a package as previewed."""


class PackageBatchService:
    """Finds the order, judges every file, and lets the sound ones through."""

    def __init__(self, database: Database, receiving: Receiving, guard: Guard) -> None:
        """Build it; ``guard`` makes the one backup before the first package."""
        self._database = database
        self._receiving = receiving
        self._guard = guard

    def find(self, places: Iterable[Path]) -> tuple[Path, ...]:
        """Return the files of places, and in folders the packages and cards, by name.

        Raises:
            StoreError: A folder cannot be read.
        """
        found: dict[Path, None] = {}
        for place in places:
            with explained(place):
                if place.is_dir():
                    found.update(dict.fromkeys(sorted(filter(_is_ours, place.rglob("*")))))
                else:
                    found[place] = None
        return tuple(found)

    def look(self, places: Iterable[Path], progress: Progress = SILENT) -> BatchPlan:
        """Judge every file, changing nothing; those that go through stand first, in order.

        Raises:
            StoreError: A folder cannot be read.
        """
        paths = self.find(places)
        files = []
        for number, path in enumerate(paths):
            progress.step(number, len(paths), path.name)
            files.append(self._judged(path, _Within(progress, number, len(paths), path.name)))
        return BatchPlan(_sorted(self._compared(files)))

    def run(
        self, plan: BatchPlan, progress: Progress = SILENT, *, with_repeated: bool = False
    ) -> tuple[BatchResult, Changes]:
        """Merge what is ready, package by package; what fails is told and the rest goes on.

        What was merged before somebody pressed "Dừng", or before the disk gave up, stays
        merged; every package can be taken back by itself.

        Raises:
            StoreError: No backup could be made; nothing was merged.
            FileWriteError: The same.
        """
        taken = {BatchVerdict.READY} | ({BatchVerdict.REPEATED} if with_repeated else set())
        queue = [file for file in plan.files if file.verdict in taken]
        if queue:
            self._guard()
        run = _Run(self._receiving, len(queue), progress)
        for file in queue:
            run.take(file)
        for file in self._trusted_since(plan, run, progress):
            run.take(file)
        told = {outcome.file.path: outcome for outcome in run.outcomes}
        outcomes = tuple(told.get(file.path) or _left(file) for file in plan.files)
        return BatchResult(outcomes, run.stopped), EVERYTHING

    def copy_receipts(self, receipts: Sequence[Path], folder: Path) -> tuple[Path, ...]:
        """Copy receipts to a stick or a folder for the post, each whole and read back.

        Raises:
            StoreError: A receipt cannot be read.
            FileWriteError: The drive refuses; the subclass says why.
            DriveFullError: There is not enough room; nothing was copied.
        """
        with explained(folder):
            contents = {folder / path.name: path.read_bytes() for path in receipts}
        for target in list(contents)[:1]:
            require_drive(target, sum(map(len, contents.values())))
        for target, content in contents.items():
            _copy(content, target)
        return tuple(contents)

    def _judged(self, path: Path, progress: Progress) -> BatchFile:
        if path.name.casefold().endswith(CARD_NAMES):
            reason = Wording(
                "Thẻ phải được xác nhận qua điện thoại trước. Hãy mở thẻ ở mục Văn phòng, rồi"
                " nhập lại các gói của văn phòng đó."
            )
            return BatchFile(path, BatchVerdict.CARD, reason=reason)
        try:
            preview = self._receiving.preview(path, progress)
        except Cancelled:
            raise
        except DvkError as error:
            return _aside(BatchFile(path, BatchVerdict.SET_ASIDE), error)
        file = BatchFile(
            path,
            BatchVerdict.READY,
            preview.manifest,
            preview.manifest_sha256,
            counts=tuple((str(action), preview.count(action)) for action in MergeAction),
            notices=preview.notices,
            refused=_refused_items(preview),
        )
        if not preview.is_trusted:
            sender = preview.manifest.sender
            return _aside(file, UntrustedSenderError(name=sender.name, sender=sender.code))
        return file

    def _compared(self, files: Sequence[BatchFile]) -> list[BatchFile]:
        """Find what was merged before, what came twice, and what bears another's number."""
        readable = [file for file in files if file.manifest is not None]
        manifests = [file.manifest for file in readable if file.manifest is not None]
        alarming = {readable[place].path for place in forked(manifests)}
        merged, numbers = self._received()
        first: dict[str, Path] = {}
        compared = []
        for file in files:
            digest, manifest = file.manifest_sha256, file.manifest
            if file.verdict is BatchVerdict.READY and manifest is not None:
                known = numbers.get((manifest.sender.replica_id, manifest.sequence), digest)
                if file.path in alarming or known != digest:
                    facts = {"sequence": manifest.sequence, "name": manifest.sender.name}
                    compared.append(_aside(file, TwoOfOneNumberError(**facts)))
                    continue
                if digest in merged:
                    reason = Wording("Đã nhập trước đây; nhập lại không làm thay đổi gì.")
                    file = replace(file, verdict=BatchVerdict.REPEATED, reason=reason)
                elif digest in first:
                    name = first[digest].name
                    reason = Wording("Cùng một gói với tệp “{file}”.", {"file": name})
                    file = replace(file, verdict=BatchVerdict.REPEATED, reason=reason)
                else:
                    first[digest] = file.path
            compared.append(file)
        return compared

    def _received(self) -> tuple[set[str], dict[tuple[str, int], str]]:
        """Return the digests of what was merged and still holds, and who bears which number."""
        with self._database.reading() as work:
            rows = [
                row
                for row in work.find(PackageLog, direction=RECEIVED)
                if not work.is_undone(row.change_set_id)
            ]
            numbers = {(row.replica_id, row.sequence): row.manifest_sha256 for row in rows}
        return set(numbers.values()), numbers

    def _trusted_since(
        self, plan: BatchPlan, run: "_Run", progress: Progress
    ) -> tuple[BatchFile, ...]:
        """Return what waited for trust that a package from above has just handed down."""
        waiting = [file for file in plan.files if file.code == UntrustedSenderError.code]
        came_down = any(
            outcome.state is BatchState.MERGED
            and outcome.file.manifest is not None
            and outcome.file.manifest.kind is PackageKind.DOWN
            for outcome in run.outcomes
        )
        if not waiting or not came_down or run.stopped is not None:
            return ()
        done = len(run.outcomes)

        def within(file: BatchFile) -> Progress:
            return _Within(progress, done, done + len(waiting), file.path.name)

        try:
            again = self._compared([self._judged(file.path, within(file)) for file in waiting])
        except Cancelled:
            run.stop()
            return ()
        return BatchPlan(_sorted(again)).of(BatchVerdict.READY)


class _Run:
    """One package after the other, until all are through or the run has to stop."""

    def __init__(self, receiving: Receiving, total: int, progress: Progress) -> None:
        self._receiving = receiving
        self._total = total
        self._progress = progress
        self.outcomes: list[BatchOutcome] = []
        self.stopped: Wording | None = None

    def take(self, file: BatchFile) -> None:
        """Merge a file unless the run has stopped."""
        if self.stopped is not None:
            return
        number = len(self.outcomes)
        within = _Within(self._progress, number, max(self._total, number + 1), file.path.name)
        try:
            within.step(0, 1)
            self.outcomes.append(self._merged(file, within))
        except Cancelled:
            self.stop()
        except (StoreError, FileWriteError, KeysLockedError) as error:
            # What the disk or a locked key refuses once, it would refuse for each of the rest.
            self.outcomes.append(_refused(file, error))
            self.stopped = error.wording
        except DvkError as error:
            self.outcomes.append(_refused(file, error))

    def stop(self) -> None:
        """Let the rest wait: a person asked for it."""
        self.stopped = Wording("Đã dừng theo yêu cầu. Các gói còn lại chưa được nhập.")

    def _merged(self, file: BatchFile, progress: Progress) -> BatchOutcome:
        # What was merged before it may change what this one does.
        preview = self._receiving.preview(file.path, progress)
        result, _ = self._receiving.merge(preview, progress, has_backup=True)
        moved = result.new + result.changed + result.removed + result.conflicts
        return BatchOutcome(
            file,
            BatchState.MERGED if result.batch or moved else BatchState.NOTHING_NEW,
            result,
            preview.notices,
            _refused_items(preview),
        )


class _Within:
    """Lets long work inside one package be stopped; the bar stays at that package."""

    def __init__(self, progress: Progress, done: int, total: int, name: str) -> None:
        self._progress = progress
        self._place = (done, total, name)

    def step(self, done: int, total: int, text: str = "") -> None:
        """Report the package again, which asks whether to go on."""
        self._progress.step(*self._place)


def _copy(content: bytes, target: Path) -> None:
    def write(out: BinaryIO) -> None:
        out.write(content)

    write_safely(target, write, lambda written: written.read_bytes() == content)


def _aside(file: BatchFile, error: DvkError) -> BatchFile:
    return replace(file, verdict=BatchVerdict.SET_ASIDE, reason=error.wording, code=error.code)


def _refused(file: BatchFile, error: DvkError) -> BatchOutcome:
    return BatchOutcome(file, BatchState.REFUSED, reason=error.wording, code=error.code)


def _refused_items(preview: MergePreview) -> tuple[MergeItem, ...]:
    return tuple(item for item in preview.items if item.action is MergeAction.REFUSED)


def _left(file: BatchFile) -> BatchOutcome:
    known = file.verdict is BatchVerdict.REPEATED
    state = BatchState.NOTHING_NEW if known else BatchState.WAITING
    return BatchOutcome(file, state, reason=file.reason, code=file.code)


def _sorted(files: Sequence[BatchFile]) -> tuple[BatchFile, ...]:
    """Put what goes through first and in order, then what needs a person, then the rest."""
    ready = [file for file in files if file.verdict is BatchVerdict.READY]
    order = in_order([file.manifest for file in ready if file.manifest is not None])
    groups = (BatchVerdict.CARD, BatchVerdict.SET_ASIDE, BatchVerdict.REPEATED)
    rest = (file for group in groups for file in files if file.verdict is group)
    return (*(ready[place] for place in order), *rest)


def _is_ours(path: Path) -> bool:
    return path.name.casefold().endswith(PACKAGE_NAMES + CARD_NAMES) and path.is_file()
