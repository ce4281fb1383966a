"""What an import of a package would do, and what was exchanged (trao đổi dữ liệu)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dvk_desktop.domain.check_code import check_code
from dvk_desktop.domain.records.package import Manifest
from dvk_desktop.domain.terms import Labelled
from dvk_desktop.domain.words import Wording

MEGABYTE = 1_000_000
"""As mailboxes count; 1,048,576 would be refused by some."""


@dataclass(frozen=True, slots=True)
class SendOptions:
    """How a package is written (cách ghi gói).

    ``most_bytes`` is what the mailbox takes; a larger package becomes several. ``to_card``
    encrypts to the recipient's key, ``passphrase`` to one that is told by telephone.
    Attachments that receipts confirm stay behind unless ``all_files`` are wanted.
    """

    most_bytes: int | None = None
    to_card: bool = False
    passphrase: str | None = field(default=None, repr=False)
    all_files: bool = False

    @property
    def is_encrypted(self) -> bool:
        """Say whether the file is unreadable to others."""
        return self.to_card or self.passphrase is not None


class MergeAction(Labelled):
    """What the merge does with one record (việc sẽ làm)."""

    NEW = "new", "Mới"
    CHANGED = "changed", "Thay đổi"
    REMOVED = "removed", "Xóa"
    CONFLICT = "conflict", "Xung đột"
    SAME = "same", "Không đổi"
    REFUSED = "refused", "Từ chối"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one record in the plan of a merge (mục thay đổi)."""

    field: str
    ours: Any
    theirs: Any
    is_conflict: bool


@dataclass(frozen=True, slots=True)
class MergeItem:
    """One record in the plan of a merge; ``label`` names it for people (bản ghi trong gói).

    ``fields`` holds what differs from ours, ``content`` the values of a record that is not here.
    """

    record_type: str
    record_id: str
    label: str
    action: MergeAction
    fields: tuple[FieldChange, ...] = ()
    reason: Wording | None = None
    content: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_for_choice(self) -> bool:
        """Say whether a person may leave it out: it would add, change or remove something."""
        return self.action in (MergeAction.NEW, MergeAction.CHANGED, MergeAction.REMOVED)


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What merging a package would do; the same plan is then executed (xem trước khi nhập).

    ``notices`` are facts that a person should know: a gap in the sequence, a repeated package.
    ``basis`` is the number of the newest change set when the plan was made.
    """

    path: Path
    manifest: Manifest
    is_trusted: bool
    items: tuple[MergeItem, ...]
    notices: tuple[Wording, ...]
    basis: int
    manifest_sha256: str = ""

    @property
    def check_code(self) -> str:
        """The digits that sender and receiver compare; empty where the digest is not known."""
        return check_code(self.manifest_sha256) if self.manifest_sha256 else ""

    def count(self, action: MergeAction) -> int:
        """Return how many records the merge treats so."""
        return sum(item.action is action for item in self.items)


@dataclass(frozen=True, slots=True)
class MergeResult:
    """What a merge did (kết quả nhập gói)."""

    new: int
    same: int
    changed: int
    removed: int
    conflicts: int
    refused: int
    batch: str | None
    receipt: Path | None = None


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """Two values of one field, waiting for a person (xung đột).

    ``package_kind`` and ``package_number`` are empty and 0 where the log has lost the package.
    ``edited`` names what was changed last, where one side has deleted the record.
    """

    id: int
    record_type: str
    record_id: str
    label: str
    unit_name: str
    field: str
    field_label: str
    ours: Any
    theirs: Any
    sender_name: str
    package_id: str
    found_at: str
    our_author: str
    our_time: str
    package_kind: str = ""
    package_number: int = 0
    package_made: str = ""
    edited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PackageRow:
    """A package sent or received (gói đã gửi, đã nhận)."""

    package_id: str
    direction: str
    kind: str
    peer_code: str
    peer_name: str
    sequence: int
    file_name: str
    counts: dict[str, Any]
    happened_at: str
    batch: str | None
    receipt: dict[str, Any] | None
    manifest_sha256: str = ""
    set_id: str = ""
    part_number: int = 1
    part_of: int = 1
    campaign_ids: tuple[str, ...] = ()
    written_at: str = ""
    byte_count: int | None = None
    folder: str = ""

    @property
    def check_code(self) -> str:
        """The digits that sender and receiver compare."""
        return check_code(self.manifest_sha256)


@dataclass(frozen=True, slots=True)
class IncompleteSet:
    """A package of which parts have not arrived (gói còn thiếu phần)."""

    set_id: str
    peer_name: str
    kind: str
    of: int
    missing: tuple[int, ...]
    written_at: str
