"""Send data up or down as a package (gửi gói)."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dvk_desktop.domain.changes import Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.progress import SILENT, Progress
from dvk_desktop.domain.records.exchange import SendOptions
from dvk_desktop.domain.records.package import Manifest, PackageContent, PackageKind, Recipient
from dvk_desktop.models import Campaign, KnownOffice, Level, Unit
from dvk_desktop.services.exchange.office_cards import OFFICE_CARD, cards_to_hand_down
from dvk_desktop.services.exchange.office_keys import OfficeKeys
from dvk_desktop.services.exchange.outgoing import Outgoing, PackageWriter, WrittenPart
from dvk_desktop.services.exchange.packed_files import confirmed_files, files_to_send
from dvk_desktop.storage.disk import explained
from dvk_desktop.storage.drives import require_drive
from dvk_desktop.storage.scope import down_scope, up_scope
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork

_AS_IT_IS = SendOptions()
_BYTES_OF_A_RECORD = 310
"""Packages of the sample year take 130 to 310 bytes for each record."""


class UnknownRecipientError(DvkError):
    """Nobody of this code is known (không biết nơi nhận)."""

    code = "RECIPIENT_UNKNOWN"
    template = (
        "Không có văn phòng hoặc đơn vị nào mang mã “{recipient}”."
        " Hãy nhập thẻ của văn phòng nhận, hoặc kiểm tra lại mã."
    )


class SendToSelfError(DvkError):
    """A package to oneself says nothing (gửi cho chính mình)."""

    code = "RECIPIENT_SELF"
    template = "Nơi nhận là chính văn phòng này. Hãy chọn văn phòng khác."


@dataclass(frozen=True, slots=True)
class RecipientRow:
    """An office that a package can be sent to (nơi nhận)."""

    code: str
    name: str
    is_above: bool
    is_trusted: bool


@dataclass(frozen=True, slots=True)
class SentPackage:
    """A package that was written (gói đã ghi); the first where there are several."""

    path: Path
    manifest: Manifest
    counts: dict[str, int]
    parts: tuple[WrittenPart, ...]
    changes: Changes = Changes.PACKAGES


class SendingService:
    """Writes packages for the offices above and below."""

    def __init__(self, database: Database, folder: Path, keys: OfficeKeys) -> None:
        self._database = database
        self._folder = folder
        self._keys = keys

    def recipients(self) -> tuple[RecipientRow, ...]:
        """Return the offices whose cards we hold, those above first."""
        with self._database.reading() as work:
            ranks = {level.code: level.rank for level in work.find(Level)}
            own = ranks.get(work.office().level_code, 0)
            rows = [
                RecipientRow(
                    office.code,
                    office.name,
                    ranks.get(office.level_code, 99) < own,
                    office.is_trusted,
                )
                for office in work.find(KnownOffice, "name")
            ]
        return tuple(sorted(rows, key=lambda row: not row.is_above))

    def export(
        self,
        recipient_code: str,
        path: Path,
        progress: Progress = SILENT,
        options: SendOptions = _AS_IT_IS,
    ) -> SentPackage:
        """Write the package for an office: up to one above us, down to one below.

        Raises:
            UnknownRecipientError: Neither a card nor a unit bears the code.
            SendToSelfError: The code is our own.
            KeysLockedError: Our key is under a passphrase that has not been given.
            NoCardError: It is to be encrypted to a card that we do not have.
            DriveFullError: There is not enough room; nothing was written.
            DriveFileLimitError: The file system takes no file of this size; nothing was written.
            FileWriteError: The drive refuses; nothing is left and nothing is logged.
        """
        key = self._keys.signing_key()
        title = "Gửi gói dữ liệu cho {recipient}"
        facts: dict[str, Any] = {"always": True, "recipient": recipient_code}
        with self._database.writing(title, kind="export", **facts) as work:
            recipient, unit, is_above = _find(work, recipient_code)
            campaigns = [campaign.id for campaign in work.find(Campaign, "year_from", "id")]
            if is_above:
                records = up_scope(work, campaigns, work.office().unit_id)
            else:
                unit_id = unit.id if unit is not None else None
                records = down_scope(work, campaigns, unit_id)
                records[OFFICE_CARD] = cards_to_hand_down(work, self._keys, unit_id)
            kind = PackageKind.UP if is_above else PackageKind.DOWN
            known = frozenset() if options.all_files else confirmed_files(work, recipient)
            content = PackageContent(records, files_to_send(records, self._folder, known))
            with explained(path.parent):
                path.parent.mkdir(parents=True, exist_ok=True)
            require_drive(path, _expected_size(content))
            outgoing = Outgoing(kind, recipient, campaigns, content)
            writer = PackageWriter(work, key, self._folder, options)
            parts = writer.write(outgoing, path, progress)
        counts = {name: len(rows) for name, rows in records.items() if rows}
        return SentPackage(parts[0].path, parts[0].manifest, counts, parts)


def _expected_size(content: PackageContent) -> int:
    """Return about how many bytes a package takes: attachments hardly shrink, records do."""
    files = (file for file in content.files.values() if isinstance(file, Path))
    records = sum(len(rows) for rows in content.records.values())
    return sum(file.stat().st_size for file in files) + records * _BYTES_OF_A_RECORD


def _find(work: UnitOfWork, code: str) -> tuple[Recipient, Unit | None, bool]:
    """Return the recipient, its unit here, and whether it stands above us."""
    own = work.office()
    if code.casefold() == own.code.casefold():
        raise SendToSelfError
    ranks = {level.code: level.rank for level in work.find(Level)}
    own_rank = ranks.get(own.level_code, 0)
    unit = next((u for u in work.find(Unit) if u.code.casefold() == code.casefold()), None)
    for office in work.find(KnownOffice):
        if office.code.casefold() == code.casefold() and office.is_trusted:
            recipient = Recipient(office.office_id, office.code, office.name)
            return recipient, unit, _is_above(ranks, office.level_code, own_rank)
    if unit is None:
        raise UnknownRecipientError(recipient=code)
    return Recipient(None, unit.code, unit.name), unit, _is_above(ranks, unit.level_code, own_rank)


def _is_above(ranks: dict[str, int], level_code: str, own_rank: int) -> bool:
    # A level that is not in our tree is one that a lower office need not know: above.
    return ranks.get(level_code, -1) < own_rank
