"""What an exchange package and an office card say (gói dữ liệu, thẻ cơ quan)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dvk_desktop.domain.terms import Labelled

Version = tuple[str, int]
"""Which replica wrote a value, and as its how-manieth change (phiên bản)."""


class PackageKind(Labelled):
    """Who sends what to whom (loại gói)."""

    UP = "up", "Gói báo cáo"
    DOWN = "down", "Gói triển khai"
    RECEIPT = "receipt", "Biên nhận"


@dataclass(frozen=True, slots=True)
class OfficeIdentity:
    """The office and the installation that send (nơi gửi)."""

    office_id: str
    replica_id: str
    code: str
    name: str
    level: str
    public_key: bytes


@dataclass(frozen=True, slots=True)
class Recipient:
    """The office that the package is for (nơi nhận); ``office_id`` where its card is known."""

    office_id: str | None
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Part:
    """Which of the packages of one set this is (phần)."""

    set_id: str
    number: int = 1
    of: int = 1


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """One file inside the package (tệp trong gói); ``records`` only for lines of records."""

    path: str
    bytes: int
    sha256: str
    records: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The signed list of what a package holds (bản kê)."""

    package_id: str
    kind: PackageKind
    created_at: str
    sender: OfficeIdentity
    recipient: Recipient
    campaigns: tuple[str, ...]
    part: Part
    sequence: int
    previous: str | None
    audit_head: str
    seen: Mapping[str, int]
    app: str
    format: int = 1
    min_reader: int = 1
    schema: int = 1
    entries: tuple[ManifestEntry, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WireRecord:
    """One record as it travels (bản ghi trao đổi).

    ``fields`` holds JSON values, also of fields that this program does not know; ``v`` is the
    version of every field that ``fv`` does not name. ``deleted`` has its version like a field.
    """

    id: str
    fields: Mapping[str, Any]
    v: Version
    fv: Mapping[str, Version] = field(default_factory=dict)
    deleted: bool = False

    def version_of(self, name: str) -> Version:
        """Return the version of one field, or of ``deleted``."""
        return self.fv.get(name, self.v)


@dataclass(frozen=True, slots=True)
class PackageContent:
    """What is to be packed (nội dung gói): records by type, attachments by their SHA-256."""

    records: Mapping[str, Sequence[WireRecord]]
    files: Mapping[str, Path | bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OfficeCard:
    """An office's name and keys, signed by itself (thẻ cơ quan).

    ``extra`` holds members that this program does not know; the signature covers them too.
    """

    office_id: str
    code: str
    name: str
    level: str
    public_key: bytes
    age_public_key: str
    signature: bytes
    extra: Mapping[str, Any] = field(default_factory=dict)
