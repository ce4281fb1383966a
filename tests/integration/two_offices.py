"""Two real offices for tests of exchange: a district and a commune, each with its data folder."""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from dvk_desktop.bootstrap import database_path, open_office
from dvk_desktop.domain.records.exchange import MergePreview, MergeResult
from dvk_desktop.domain.records.registration import RegistrationDraft, RegistrationFilter
from dvk_desktop.domain.records.unit import UnitDraft
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.domain.terms import RegistrationKind, SubjectType
from dvk_desktop.services.services import Services
from dvk_desktop.storage.unit_of_work import Clock, local_now


@dataclass
class Pair:
    """A district and a commune that trust each other."""

    district: Services
    commune: Services
    campaign: str
    commune_campaign: str
    registrations: list[str]
    folder: Path

    def close(self) -> None:
        self.district.close()
        self.commune.close()

    def send_up(self, name: str = "up.dvk") -> Path:
        return self.commune.sending.export("H00", self.folder / name).path

    def send_down(self, name: str = "down.dvk") -> Path:
        return self.district.sending.export("X01", self.folder / name).path

    def arrive(self, path: Path) -> MergeResult:
        return receive(self.district, path)[1]

    def arrive_below(self, path: Path) -> MergeResult:
        return receive(self.commune, path)[1]


def receive(office: Services, path: Path) -> tuple[MergePreview, MergeResult]:
    """Preview and merge a package."""
    preview = office.receiving.preview(path)
    return preview, office.receiving.merge(preview)[0]


def edit(office: Services, registration_id: str, **items: object) -> None:
    """Change items of a registration."""
    draft = office.registrations.detail(registration_id).draft
    office.registrations.correct(registration_id, replace(draft, **items))


def item(office: Services, registration_id: str, name: str) -> object:
    """Return one item of a registration."""
    return getattr(office.registrations.detail(registration_id).draft, name)


def draft(unit_id: str, name: str) -> RegistrationDraft:
    """Return a complete registration."""
    return RegistrationDraft(
        unit_id=unit_id,
        name=name,
        sector_code="KT",
        subject_type=SubjectType.COLLECTIVE,
        kind=RegistrationKind.NEW,
    )


def trust_each_other(one: Services, other: Services, folder: Path) -> None:
    """Exchange cards with confirmed fingerprints."""
    for owner, friend, name in ((one, other, "one"), (other, one, "other")):
        card = folder / f"{name}.dvkcard"
        owner.trust.own_card(card)
        friend.trust.trust(card, owner.trust.fingerprint())


def make_pair(folder: Path) -> Pair:
    """Found both offices apart, as they are in life, and let the commune register three models."""
    district, commune = empty_office(folder / "huyện"), empty_office(folder / "xã")
    district.office.found(code="H00", name="Huyện ủy Yên Mô", level="district")
    commune.office.found(code="X01", name="Đảng ủy xã Yên Phong", level="commune")
    parent = district.office.office().unit_id
    district.units.save(UnitDraft("X01", "Xã Yên Phong", "commune", parent))
    commune.units.save(UnitDraft("H00", "Huyện Yên Mô", "district", None))
    campaign, _ = district.campaigns.create(2017)
    commune_campaign, _ = commune.campaigns.create(2017)
    unit = commune.office.office().unit_id or ""
    names = ("Đường hoa thay cỏ dại", "Tiếng kẻng an ninh", "Ngôi nhà xanh")
    ids = [commune.registrations.register(commune_campaign, draft(unit, n))[0] for n in names]
    commune.registrations.step(ids, RegistrationAction.SUBMIT)
    trust_each_other(district, commune, folder)
    return Pair(district, commune, campaign, commune_campaign, ids, folder)


@cache
def _blank() -> bytes:
    """Return an empty database of the current schema, laid down once."""
    with TemporaryDirectory() as folder:
        open_office(Path(folder)).close()
        return database_path(Path(folder)).read_bytes()


def empty_office(folder: Path, clock: Clock = local_now) -> Services:
    """Open a new data folder that nobody owns yet."""
    folder.mkdir(parents=True)
    database_path(folder).write_bytes(_blank())
    return open_office(folder, clock=clock)


def names_in(office: Services, campaign: str) -> list[str]:
    """Return the names of the registrations of a campaign, sorted."""
    rows = office.registrations.rows(RegistrationFilter(campaign_id=campaign, sort="name"))
    return sorted(row.name for row in rows)
