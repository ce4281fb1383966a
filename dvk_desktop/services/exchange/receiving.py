"""Receive packages: inspect, preview, merge, receipt (nhận gói)."""

import contextlib
import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from dvk_desktop.domain.attachments import name_of_parts
from dvk_desktop.domain.changes import EVERYTHING, Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.merging import seen_without
from dvk_desktop.domain.progress import SILENT, Progress
from dvk_desktop.domain.record_types import NOT_MERGED, RECORD_TYPES
from dvk_desktop.domain.records.exchange import (
    IncompleteSet,
    MergePreview,
    MergeResult,
    PackageRow,
)
from dvk_desktop.domain.records.package import (
    Manifest,
    PackageKind,
    WireRecord,
)
from dvk_desktop.exchange.package.manifest import digest_of, encode_manifest
from dvk_desktop.exchange.package.reader import Package, inspect_package, read_package
from dvk_desktop.models import PackageLog
from dvk_desktop.services.exchange.arrival import arrival_notices, require_for_us
from dvk_desktop.services.exchange.merge_rows import merge_counts, merge_item
from dvk_desktop.services.exchange.office_cards import OFFICE_CARD, card_notices, take_cards
from dvk_desktop.services.exchange.office_keys import OfficeKeys
from dvk_desktop.services.exchange.package_rows import package_row
from dvk_desktop.services.exchange.packed_files import keep_files, kept_files
from dvk_desktop.services.exchange.packing import RECEIVED, log_package
from dvk_desktop.services.exchange.parts_arrived import incomplete_sets, part_notices
from dvk_desktop.services.exchange.receipts import already_merged, take_receipt, write_receipt
from dvk_desktop.services.exchange.sealed_files import SealedFiles
from dvk_desktop.services.exchange.withdrawn_keys import is_trusted, require_current_key
from dvk_desktop.services.keeping.guard import Guard, unguarded
from dvk_desktop.storage.authority import sender_branch
from dvk_desktop.storage.kept_records import (
    KEPT_BEFORE,
    keep_unknown,
    kept_notices,
    unknown_types,
)
from dvk_desktop.storage.knowledge import remember_seen
from dvk_desktop.storage.merge_apply import apply_plan
from dvk_desktop.storage.merge_plan import MergePlanner
from dvk_desktop.storage.record_names import RecordNames
from dvk_desktop.storage.undo_merge import ALIASES_ADDED, SEEN_BEFORE, seen_snapshot
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork

_Records = dict[str, list[WireRecord]]
Prepare = Callable[[UnitOfWork, Manifest, Mapping[str, list[WireRecord]]], None]


class UntrustedSenderError(DvkError):
    """A package of an office that nobody has confirmed is never merged (chưa tin cậy)."""

    code = "PKG_UNTRUSTED"
    template = (
        "Gói này do “{name}” ({sender}) gửi nhưng văn phòng đó chưa được tin cậy."
        " Hãy nhập thẻ của văn phòng và xác nhận dấu vân tay qua điện thoại, rồi nhập lại gói."
    )


class StalePreviewError(DvkError):
    """The data changed since the preview; nothing was merged (xem trước đã cũ)."""

    code = "PREVIEW_STALE"
    template = "Dữ liệu đã thay đổi sau khi xem trước nên chưa nhập gì. Hãy xem lại rồi nhập."


class ReceivingService:
    """Checks, previews and merges what other offices send."""

    def __init__(
        self, database: Database, folder: Path, keys: OfficeKeys, guard: Guard = unguarded
    ) -> None:
        self._database = database
        self._folder = folder
        self._keys = keys
        self._sealed = SealedFiles(folder, keys)
        self._guard = guard

    def give_passphrase(self, path: Path, passphrase: str) -> None:
        """Keep for this run what opens an encrypted package, as heard over the telephone."""
        self._sealed.give_passphrase(path, passphrase)

    def needs_passphrase(self, path: Path) -> bool:
        """Say whether a person must be asked for a passphrase before a package can be read.

        Raises:
            UnreadableFileError: The file cannot be read.
        """
        return self._sealed.needs_passphrase(path)

    def incomplete_sets(self) -> tuple[IncompleteSet, ...]:
        """Return the packages of which parts have not arrived."""
        with self._database.reading() as work:
            return incomplete_sets(work)

    def inspect(self, path: Path) -> tuple[Manifest | None, bool, list[DvkError]]:
        """Return the manifest, whether its sender is trusted, and every reason to refuse."""
        try:
            with self._sealed.opened(path) as plain:
                manifest, problems = inspect_package(plain)
        except DvkError as error:
            return None, False, [error]
        trusted = False
        if manifest is not None:
            with self._database.reading() as work:
                trusted = is_trusted(work, manifest, digest_of(manifest))
        return manifest, trusted, problems

    def manifest_members(self, manifest: Manifest) -> dict[str, Any]:
        """Return a manifest as it stands in its file, for programs that read on."""
        members: dict[str, Any] = json.loads(encode_manifest(manifest))
        return members

    def preview(self, path: Path, progress: Progress = SILENT) -> MergePreview:
        """Say what merging a package would do; changes nothing.

        Raises:
            PackageError: The package is refused; the code says why.
            WrongRecipientError: It is meant for another office.
            WithdrawnKeyError: Its key counts no more, and it was not merged before.
        """
        with self._sealed.opened(path) as plain:
            package, records = _read(plain, progress)
        with self._database.reading() as work:
            require_for_us(work, package.manifest)
            require_current_key(work, package.manifest, package.manifest_sha256)
            plan = _plan(work, package, records).plan
            names = RecordNames(work, plan)
            return MergePreview(
                path=path,
                manifest=package.manifest,
                is_trusted=is_trusted(work, package.manifest, package.manifest_sha256),
                items=tuple(merge_item(planned, names) for planned in plan.records),
                notices=(
                    *arrival_notices(work, package),
                    *part_notices(work, package.manifest),
                    *card_notices(work, _cards(package, records)),
                    *kept_notices(records),
                ),
                basis=work.newest_change(),
                manifest_sha256=package.manifest_sha256,
            )

    def merge(
        self,
        preview: MergePreview,
        progress: Progress = SILENT,
        *,
        left_out: Collection[str] = (),
        has_backup: bool = False,
    ) -> tuple[MergeResult, Changes]:
        """Merge a package as previewed, in one transaction or not at all.

        A receipt for the sender is written beside; merging the same package again changes
        nothing and is said so. The records in ``left_out`` are not taken, count as not
        seen, and come again with the next package. ``has_backup`` says that a run of many made
        one before the first.

        Raises:
            UntrustedSenderError: The sender's card has not been confirmed.
            StalePreviewError: Our data changed since the preview.
            PackageError: The file is no longer what was previewed.
        """
        if preview.manifest.kind is not PackageKind.RECEIPT:
            self._keys.require_unlocked()
        with self._sealed.opened(preview.path) as plain:
            package, records = _read(plain)
            if not has_backup:
                self._guard()
            return self._merge_read(preview, package, records, progress, left_out)

    def _merge_read(
        self,
        preview: MergePreview,
        package: Package,
        records: _Records,
        progress: Progress,
        left_out: Collection[str],
    ) -> tuple[MergeResult, Changes]:
        title = "Nhập gói số {sequence} của “{sender}”"
        manifest = package.manifest
        facts: dict[str, Any] = {"sequence": manifest.sequence, "sender": manifest.sender.name}
        with self._database.writing(title, kind="merge", stamped=False, **facts) as work:
            require_current_key(work, manifest, package.manifest_sha256)
            if not is_trusted(work, manifest, package.manifest_sha256):
                raise UntrustedSenderError(name=manifest.sender.name, sender=manifest.sender.code)
            require_for_us(work, manifest)
            if work.newest_change() != preview.basis:
                raise StalePreviewError
            if manifest.kind is PackageKind.RECEIPT:
                return take_receipt(work, package, records), Changes.PACKAGES
            result = self._merge(work, package, records, progress, left_out)
        return result, EVERYTHING

    @contextlib.contextmanager
    def opened(
        self, path: Path, progress: Progress = SILENT
    ) -> Iterator[tuple[Package, Mapping[str, list[WireRecord]]]]:
        """Give a package that passed every check, with its records; changes nothing.

        Raises:
            PackageError: The package is refused; the code says why.
        """
        with self._sealed.opened(path) as plain:
            yield _read(plain, progress)

    def take_first(self, path: Path, prepare: Prepare, progress: Progress = SILENT) -> MergeResult:
        """Merge the package that sets up this office; ``prepare`` makes the office before.

        Raises:
            PackageError: The package is refused; the code says why.
        """
        title = "Lập văn phòng từ gói của “{sender}”"
        with self.opened(path, progress) as (package, records):
            manifest = package.manifest
            facts = {"sender": manifest.sender.name}
            with self._database.writing(title, kind="founding", stamped=False, **facts) as work:
                prepare(work, manifest, records)
                require_for_us(work, manifest)
                return self._merge(work, package, dict(records), progress)

    def history(self) -> tuple[PackageRow, ...]:
        """Return the packages sent and received, the newest first."""
        with self._database.reading() as work:
            return tuple(map(package_row, reversed(work.find(PackageLog, "id"))))

    def _merge(
        self,
        work: UnitOfWork,
        package: Package,
        records: _Records,
        progress: Progress,
        left_out: Collection[str] = (),
    ) -> MergeResult:
        manifest = package.manifest
        repeated = already_merged(work, package)
        planner = _plan(work, package, records, left_out)
        plan = planner.plan
        work.note(**{SEEN_BEFORE: seen_snapshot(work)})
        apply_plan(work, plan, manifest, progress)
        keep_files(package, records, self._folder, progress)
        take_cards(work, _cards(package, records), manifest.sender.name)
        planner.aliases.store()
        work.note(**{ALIASES_ADDED: sorted(planner.aliases.added)})
        _keep_unknown(work, manifest, records, planner)
        counts = merge_counts(plan)
        scopes = [planner.aliases.local_id(found) for found in manifest.campaigns]
        seen = seen_without(manifest.seen, plan.withheld)
        remember_seen(work, scopes, seen, manifest.sender)
        if not repeated:
            work.note(always=True)
            log_package(
                work,
                manifest,
                package.manifest_sha256,
                direction=RECEIVED,
                file_name=package.path.name,
                counts=counts,
            )
        receipt = self._receipt_path(manifest.sender.code, manifest.sequence)
        with _written_or_gone(receipt, is_fresh=not (repeated and receipt.exists())) as is_wanted:
            if is_wanted:
                key, files = self._keys.signing_key(), kept_files(package, records)
                write_receipt(work, key, receipt, package, plan, counts, files)
            work.commit()
        changed = not repeated or bool(counts["new"] + counts["changed"] + counts["removed"])
        return MergeResult(
            new=counts["new"],
            same=counts["same"],
            changed=counts["changed"],
            removed=counts["removed"],
            conflicts=counts["conflicts"],
            refused=counts["refused"],
            batch=work.change_set_id if changed else None,
            receipt=receipt,
        )

    def receipt_of(self, row: PackageRow) -> Path | None:
        """Return the receipt that goes back to the sender of a package, if it is still there."""
        if row.direction != RECEIVED or row.kind == PackageKind.RECEIPT:
            return None
        path = self._receipt_path(row.peer_code, row.sequence)
        return path if path.exists() else None

    def _receipt_path(self, sender_code: str, sequence: int) -> Path:
        name = name_of_parts("bien-nhan", sender_code, f"{sequence:04d}.dvk")
        return self._folder / "packages" / "receipts" / name


@contextlib.contextmanager
def _written_or_gone(receipt: Path, *, is_fresh: bool) -> Iterator[bool]:
    """Take a fresh receipt away when what it tells of fails: it would be a lie."""
    try:
        yield is_fresh
    except BaseException:
        if is_fresh:
            receipt.unlink(missing_ok=True)
        raise


def _read(path: Path, progress: Progress = SILENT) -> tuple[Package, _Records]:
    """Check a package and gather its records in one pass."""
    records: _Records = defaultdict(list)
    package = read_package(
        path, progress=progress, visit=lambda name, record: records[name].append(record)
    )
    return package, records


def _plan(
    work: UnitOfWork, package: Package, records: _Records, left_out: Collection[str] = ()
) -> MergePlanner:
    planner = MergePlanner(work, package.manifest, left_out)
    for record_type in RECORD_TYPES:
        if records.get(record_type) and record_type not in NOT_MERGED:
            planner.add(record_type, records[record_type])
    return planner


def _keep_unknown(
    work: UnitOfWork, manifest: Manifest, records: _Records, planner: MergePlanner
) -> None:
    if not unknown_types(records):
        return
    branch = sender_branch(work, manifest)
    before = keep_unknown(work, manifest, records, planner.aliases, branch)
    work.note(**{KEPT_BEFORE: before})


def _cards(package: Package, records: _Records) -> list[WireRecord]:
    """Return the cards of a package that may hand trust down."""
    is_from_above = package.manifest.kind is PackageKind.DOWN
    return records.get(OFFICE_CARD, []) if is_from_above else []
