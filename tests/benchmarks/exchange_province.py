"""A province that takes in what its lower offices send (gói từ nhiều đơn vị)."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from conftest import Office

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.identity import new_id
from dvk_desktop.domain.records.package import (
    Manifest,
    OfficeIdentity,
    PackageContent,
    PackageKind,
    Part,
    Recipient,
    WireRecord,
)
from dvk_desktop.domain.records.unit import UnitDraft
from dvk_desktop.exchange.package.age_keys import new_age_keys
from dvk_desktop.exchange.package.cards import make_card, write_card
from dvk_desktop.exchange.package.signing import fingerprint, new_keys
from dvk_desktop.exchange.package.writer import write_package
from dvk_desktop.models import EXCHANGED
from dvk_desktop.services.services import Services
from dvk_desktop.storage.wire import wire_record


@contextmanager
def opened(folder: Path) -> Iterator[Services]:
    services = open_office(folder)
    yield services
    services.close()


def above(folder: Path, district: Services) -> None:
    """Found the province over a district; both trust each other."""
    with opened(folder) as province:
        province.office.found(code="T00", name="Ban Dân vận Tỉnh ủy", level="province")
        province.campaigns.create(2017)
        own = province.office.office().unit_id
        province.units.save(UnitDraft("H00", "Huyện Yên Mô", "district", own))
        for owner, friend in ((province, district), (district, province)):
            card = folder / f"{owner.office.office().code}.dvkcard"
            owner.trust.own_card(card)
            friend.trust.trust(card, owner.trust.fingerprint())


@dataclass
class Sender:
    """An office that exists only as far as its packages show."""

    identity: OfficeIdentity
    private_key: bytes
    unit_id: str
    sequence: int = 0
    counter: int = 0


class Village:
    """Writes packages of offices below one district, each with registrations of its own."""

    def __init__(self, district: Office, folder: Path) -> None:
        self._folder = folder
        with opened(district.folder) as services, services.database.reading() as work:
            own = services.office.office()
            self._recipient = Recipient(own.office_id, own.code, own.name)
            campaign = work.get(EXCHANGED["campaign"], district.campaign_id)
            self._campaign = wire_record(campaign)

    def sender(self, district: Services, number: int) -> Sender:
        """Make an office below with its unit, and let the district trust it."""
        keys, code = new_keys(), f"X{number:04d}"
        parent = district.office.office().unit_id
        draft = UnitDraft(code, f"Xã {number}", "commune", parent)
        unit_id, _ = district.units.save(draft)
        identity = OfficeIdentity(
            new_id(), new_id(), code, f"Đảng ủy xã {number}", "commune", keys.public_key
        )
        card = make_card(
            office_id=identity.office_id,
            code=code,
            name=identity.name,
            level="commune",
            private_key=keys.private_key,
            age_public_key=new_age_keys().recipient,
        )
        path = self._folder / f"{code}.dvkcard"
        write_card(path, card)
        district.trust.trust(path, fingerprint(keys.public_key))
        path.unlink()
        return Sender(identity, keys.private_key, unit_id)

    def write(self, sender: Sender, patterns: Sequence[WireRecord], path: Path) -> None:
        """Write one package with new registrations after the given patterns."""
        sender.sequence += 1
        replica = sender.identity.replica_id
        records = []
        for pattern in patterns:
            sender.counter += 1
            fields = {**pattern.fields, "unit_id": sender.unit_id, "co_unit_ids": []}
            fields["campaign_id"] = self._campaign.id
            records.append(WireRecord(new_id(), fields, (replica, sender.counter)))
        manifest = Manifest(
            package_id=new_id(),
            kind=PackageKind.UP,
            created_at="2017-06-01T08:00:00+07:00",
            sender=sender.identity,
            recipient=self._recipient,
            campaigns=(self._campaign.id,),
            part=Part(new_id()),
            sequence=sender.sequence,
            previous=None,
            audit_head="0" * 64,
            seen={replica: sender.counter},
            app="1.0.0",
        )
        content = {"campaign": [replace(self._campaign)], "registration": records}
        write_package(path, manifest, PackageContent(content), sender.private_key)


def patterns_of(office: Office, count: int) -> list[WireRecord]:
    """Return registrations of an office as they travel."""
    with opened(office.folder) as services, services.database.reading() as work:
        mapped = EXCHANGED["registration"]
        query = work.session.query(mapped).order_by(mapped.id).limit(count)
        return [wire_record(row) for row in query]
