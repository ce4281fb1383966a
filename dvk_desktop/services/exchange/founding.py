"""Set up a new office from the package of the office above (lập văn phòng từ gói).

A package that comes down holds the levels, the register of units, campaigns, forms and cards: all
that a new office works by. Its sender is believed once a person has confirmed the fingerprint.
"""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dvk_desktop.domain.changes import EVERYTHING, Changes
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.identity import new_id
from dvk_desktop.domain.progress import SILENT, Progress
from dvk_desktop.domain.records.package import Manifest, OfficeCard, PackageKind, WireRecord
from dvk_desktop.exchange.package.cards import CardError, card_of
from dvk_desktop.exchange.package.signing import fingerprint, same_fingerprint
from dvk_desktop.models import KnownOffice, Office
from dvk_desktop.services.exchange.office_cards import OFFICE_CARD, keep_card
from dvk_desktop.services.exchange.receiving import ReceivingService
from dvk_desktop.services.exchange.trust import FingerprintDiffersError
from dvk_desktop.services.keeping.replica import ensure_replica
from dvk_desktop.services.office.office import AlreadyFoundedError, OfficeService
from dvk_desktop.storage.unit_of_work import Database, UnitOfWork

Records = Mapping[str, Sequence[WireRecord]]


class NotFromAboveError(DvkError):
    """Only a package that comes down sets up an office (không phải gói triển khai)."""

    code = "FOUNDING_KIND"
    template = (
        "“{file}” không phải gói triển khai của cấp trên nên không lập văn phòng từ gói này được."
        " Hãy xin cấp trên xuất gói gửi cho đơn vị của bạn."
    )


class NoUnitForUsError(DvkError):
    """The receiver's unit is not in the register that came along (gói thiếu đơn vị nhận)."""

    code = "FOUNDING_UNIT"
    template = (
        "Danh mục đơn vị trong gói không có đơn vị mang mã “{unit}” của nơi nhận. Hãy đề nghị cấp"
        " trên thêm đơn vị này rồi xuất lại gói."
    )


@dataclass(frozen=True, slots=True)
class FoundingOffer:
    """What an office would be, set up from a package (văn phòng sẽ lập)."""

    path: Path
    code: str
    name: str
    level_code: str
    level_name: str
    sender_code: str
    sender_name: str
    fingerprint: str
    campaigns: tuple[str, ...]
    unit_count: int


class FoundingService:
    """Looks at a package from above, and founds the office that it is for."""

    def __init__(
        self, database: Database, folder: Path, office: OfficeService, receiving: ReceivingService
    ) -> None:
        self._database = database
        self._folder = folder
        self._office = office
        self._receiving = receiving

    def look(self, path: Path, progress: Progress = SILENT) -> FoundingOffer:
        """Say which office a package would set up, and whose word that is.

        Raises:
            PackageError: The package is refused; the code says why.
            NotFromAboveError: It is no package of an office above.
            NoUnitForUsError: The receiver is not among its units.
        """
        with self._receiving.opened(path, progress) as (package, records):
            return _offer(path, package.manifest, records)

    def found(self, path: Path, confirmed_fingerprint: str, progress: Progress = SILENT) -> Changes:
        """Found the office and take in the package, in one transaction or not at all.

        Raises:
            PackageError: The package is refused; the code says why.
            NotFromAboveError: It is no package of an office above.
            NoUnitForUsError: The receiver is not among its units.
            FingerprintDiffersError: Another key signed it than the one that was read out.
            AlreadyFoundedError: The database has an owner.
        """

        def prepare(work: UnitOfWork, manifest: Manifest, records: Records) -> None:
            offer = _offer(path, manifest, records)
            if not same_fingerprint(confirmed_fingerprint, manifest.sender.public_key):
                raise FingerprintDiffersError(name=manifest.sender.name)
            owner = work.first(Office)
            if owner is not None:
                raise AlreadyFoundedError(name=owner.name)
            work.add(self._owner(manifest, offer, _own_unit(manifest, records).id))
            _believe(work, manifest, records)

        self._receiving.take_first(path, prepare, progress)
        ensure_replica(self._database, self._folder)
        return EVERYTHING

    def _owner(self, manifest: Manifest, offer: FoundingOffer, unit_id: str) -> Office:
        # An office that is set up anew on another computer stays the same office.
        return Office(
            id=1,
            office_id=manifest.recipient.office_id or new_id(),
            replica_id=new_id(),
            unit_id=unit_id,
            code=offer.code,
            name=offer.name,
            level_code=offer.level_code,
            public_key=self._office.make_keys(),
        )


def _offer(path: Path, manifest: Manifest, records: Records) -> FoundingOffer:
    if manifest.kind is not PackageKind.DOWN:
        raise NotFromAboveError(file=path.name)
    unit = _own_unit(manifest, records)
    level_code = str(unit.fields["level_code"])
    names = {one.fields["code"]: str(one.fields["name"]) for one in records.get("level", ())}
    return FoundingOffer(
        path=path,
        code=str(unit.fields["code"]),
        name=manifest.recipient.name or str(unit.fields["name"]),
        level_code=level_code,
        level_name=names.get(level_code, level_code),
        sender_code=manifest.sender.code,
        sender_name=manifest.sender.name,
        fingerprint=fingerprint(manifest.sender.public_key),
        campaigns=tuple(
            str(one.fields["name"]) for one in records.get("campaign", ()) if not one.deleted
        ),
        unit_count=sum(not one.deleted for one in records.get("unit", ())),
    )


def _own_unit(manifest: Manifest, records: Records) -> WireRecord:
    code = manifest.recipient.code
    for unit in records.get("unit", ()):
        if not unit.deleted and str(unit.fields["code"]).casefold() == code.casefold():
            return unit
    raise NoUnitForUsError(unit=code)


def _believe(work: UnitOfWork, manifest: Manifest, records: Records) -> None:
    """Trust the sender: by its card, or by the key that signed where no card came along."""
    sender = manifest.sender
    confirmed_by = work.session.journal.actor
    for record in records.get(OFFICE_CARD, ()):
        card = _card(record)
        is_senders = card is not None and card.office_id == sender.office_id
        if card is not None and is_senders and card.public_key == sender.public_key:
            keep_card(work, card, confirmed_by)
            return
    work.add(
        KnownOffice(
            office_id=sender.office_id,
            code=sender.code,
            name=sender.name,
            level_code=sender.level,
            public_key=base64.b64encode(sender.public_key).decode("ascii"),
            card={},
            is_trusted=True,
            trusted_at=work.now.isoformat(timespec="seconds"),
            trusted_by=confirmed_by,
        )
    )


def _card(record: WireRecord) -> OfficeCard | None:
    try:
        return card_of(record.fields.get("card"), OFFICE_CARD)
    except CardError:
        return None
