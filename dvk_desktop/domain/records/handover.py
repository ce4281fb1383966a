"""What a slip that goes with a package says (phiếu bàn giao)."""

from dataclasses import dataclass

from dvk_desktop.domain.check_code import check_code
from dvk_desktop.domain.records.package import PackageKind


@dataclass(frozen=True, slots=True)
class Party:
    """An office that gives or takes a package (bên giao, bên nhận)."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverSlip:
    """One package as two people hand it over (phiếu bàn giao).

    ``counts`` holds what a type of record is called and how many there are; ``byte_count`` is
    None where the file was written by a program that did not note it.
    """

    kind: PackageKind
    sequence: int
    written_at: str
    sender: Party
    recipient: Party
    campaigns: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]
    file_name: str
    byte_count: int | None
    manifest_sha256: str
    part_number: int = 1
    part_of: int = 1
    office_lines: tuple[str, ...] = ()
    national_lines: tuple[str, ...] = ()
    place_date: str = ""

    @property
    def check_code(self) -> str:
        """The digits that both sides compare."""
        return check_code(self.manifest_sha256)

    @property
    def qr_text(self) -> str:
        """What the QR holds: plain letters, so that any telephone shows them."""
        parts = (self.kind.value, self.sender.code, self.recipient.code, self.sequence)
        return " ".join(("DVK1", *map(str, parts), self.manifest_sha256))
