"""Three real offices on three levels, the post between them, and a ledger of what was typed."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from two_offices import draft, empty_office, trust_each_other

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.records.exchange import MergePreview, SendOptions
from dvk_desktop.domain.records.site import SiteDraft
from dvk_desktop.domain.records.unit import UnitDraft
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.exchange.package.reader import read_package
from dvk_desktop.models import Attachment, Registration, Site
from dvk_desktop.services.keeping.backups import restore
from dvk_desktop.services.services import Services
from dvk_desktop.storage.merge_plan import LEFT_OUT, NO_PARENT
from dvk_desktop.storage.unit_of_work import VIETNAM

CODES = {"province": "T00", "district": "H00", "commune": "X01"}
ABOVE = {"district": "province", "commune": "district"}
BELOW = {"province": "district", "district": "commune"}
ITEMS = ("address", "goals", "note")


class Clock:
    """A clock that a story may set forwards or back."""

    def __init__(self) -> None:
        self.now = datetime(2017, 3, 1, 8, tzinfo=VIETNAM)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@dataclass
class Parcel:
    """A package on its way, with the values that it carries."""

    to: str
    path: Path
    values: frozenset[str]


@dataclass
class World:
    """Three offices, their post, and for each value that was typed whether somebody saw it go."""

    folder: Path
    offices: dict[str, Services] = field(default_factory=dict)
    clocks: dict[str, Clock] = field(default_factory=dict)
    post: list[Parcel] = field(default_factory=list)
    backups: dict[str, Path] = field(default_factory=dict)
    registrations: list[str] = field(default_factory=list)
    typed: set[str] = field(default_factory=set)
    seen_off: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)

    def close(self) -> None:
        for office in self.offices.values():
            office.close()

    # -- what people do

    def register(self, who: str) -> None:
        office = self.offices[who]
        unit = office.office.office().unit_id or ""
        campaign = office.campaigns.of_year(2017).id
        name = f"Mô hình {len(self.registrations)}"
        self.registrations.append(office.registrations.register(campaign, draft(unit, name))[0])

    def correct(self, who: str, record_id: str, name: str) -> None:
        office = self.offices[who]
        value = f"{who} {len(self.typed)}"
        before = office.registrations.detail(record_id).draft
        office.registrations.correct(record_id, replace(before, **{name: value}))
        self.typed.add(value)
        self.seen_off.add(getattr(before, name))

    def co_units(self, who: str, record_id: str, count: int) -> None:
        office = self.offices[who]
        before = office.registrations.detail(record_id).draft
        units = [unit.id for unit in office.units.units() if unit.id != before.unit_id][:count]
        office.registrations.correct(record_id, replace(before, co_unit_ids=tuple(units)))

    def sites(self, who: str, record_id: str, count: int) -> None:
        office = self.offices[who]
        kept = [SiteDraft(row.name, id=row.id) for row in office.sites.of(record_id)]
        fresh = [SiteDraft(f"Điểm {who} {number}") for number in range(count)]
        office.sites.save(record_id, [*kept[:1], *fresh])

    def attach(self, who: str, record_id: str, number: int) -> None:
        path = self.folder / f"{who}-{number}.txt"
        path.write_bytes(f"{who} {number} ".encode() * 40)
        self.offices[who].attachments.add(record_id, [path])

    def step(self, who: str, record_id: str, action: RegistrationAction) -> None:
        self.offices[who].registrations.step([record_id], action, note="Bổ sung")

    def remove(self, who: str, record_id: str) -> None:
        held = values_of(self.offices[who], record_id)
        self.offices[who].registrations.remove([record_id])
        self.seen_off.update(held)

    # -- what offices send each other

    def send(self, who: str, *, up: bool, most_bytes: int | None = None) -> None:
        to = (ABOVE if up else BELOW).get(who)
        if to is None:
            return
        path = self.folder / f"{len(self.post)}.dvk"
        held = frozenset(all_values(self.offices[who], self.registrations))
        options = SendOptions(most_bytes=most_bytes)
        sent = self.offices[who].sending.export(CODES[to], path, options=options)
        self.post.extend(Parcel(to, part.path, held) for part in sent.parts)

    def deliver(self, number: int, left_out: int = 0) -> MergePreview | None:
        if not self.post:
            return None
        parcel = self.post[number % len(self.post)]
        office = self.offices[parcel.to]
        preview = office.receiving.preview(parcel.path)
        choice = [item.record_id for item in preview.items if item.is_for_choice]
        chosen = choice[::left_out] if left_out else ()
        result, _ = office.receiving.merge(preview, left_out=chosen, has_backup=True)
        if result.receipt is not None and result.refused:
            self._note_refused(parcel.path, result.receipt)
        return preview

    def _note_refused(self, path: Path, receipt: Path) -> None:
        """A value that was refused is told of in the receipt, unless it comes again by itself."""
        sent = {record.id: record for record in _records(path, "registration")}
        for answer in _records(receipt, "receipt"):
            for told in answer.fields["refused"]:
                if told["reason"] in (str(LEFT_OUT), str(NO_PARENT)):
                    continue
                # A site that was refused below stays with the office above that made it.
                self.refused.add(told["id"])
                if told["type"] == "registration":
                    fields = sent[told["id"]].fields if told["id"] in sent else {}
                    names = told["fields"] or ITEMS
                    self.seen_off.update(str(fields[name]) for name in names if name in fields)

    def resolve(self, who: str, take: str) -> None:
        office = self.offices[who]
        for conflict in office.conflicts.open()[:1]:
            self.seen_off.update((str(conflict.ours), str(conflict.theirs)))
            if conflict.field == "deleted":
                self.seen_off.update(values_of(office, conflict.record_id))
            office.conflicts.resolve(conflict.id, take)

    # -- what happens to computers

    def back_up(self, who: str) -> None:
        path = self.folder / f"{who}-{len(self.backups)}.backup"
        self.backups[who] = self.offices[who].backups.create(path).path

    def put_back(self, who: str) -> None:
        """Put the last backup back; what nobody else has heard of is lost with the computer."""
        if who not in self.backups:
            return
        folder = self.offices[who].folder
        lost = set(all_values(self.offices[who], self.registrations))
        self.offices[who].close()
        restore(self.backups[who], folder, clock=self.clocks[who])
        self.offices[who] = open_office(folder, clock=self.clocks[who])
        known = set().union(*(parcel.values for parcel in self.post))
        for office in self.offices.values():
            known.update(all_values(office, self.registrations))
        self.seen_off.update(lost - known)

    def jump(self, who: str, days: int) -> None:
        self.clocks[who].now += timedelta(days=days)

    def tries(self, deed: str, *arguments: Any) -> None:
        """Do something that the program may rightly refuse, such as a step out of turn."""
        try:
            getattr(self, deed)(*arguments)
        except DvkError as refused:
            if refused.code.startswith(("PKG", "DB")):
                raise

    # -- the end of the story

    def settle(self) -> None:
        """Deliver all, let people choose, send on, until nobody has anything to ask or tell."""
        for number in range(len(self.post)):
            self.deliver(number)
        # What was refused in one round goes back to its sender in the next.
        states = [self._states()]
        while len(states) < 3 or states[-3] != states[-1]:
            assert len(states) < 10, "three offices do not come to rest"
            for who, up in (("commune", 1), ("district", 1), ("province", 0), ("district", 0)):
                self.send(who, up=bool(up))
                self.deliver(len(self.post) - 1)
                self._choose_all()
            states.append(self._states())

    def _states(self) -> list[dict[str, Any]]:
        return [self.state(who) for who in CODES]

    def _choose_all(self) -> None:
        for who, office in self.offices.items():
            while office.conflicts.open():
                self.resolve(who, "ours")

    def state(self, who: str) -> dict[str, Any]:
        """Return all that an office holds of the registrations, by id."""
        with self.offices[who].database.reading() as work:
            found: dict[str, Any] = {}
            hung: dict[str, list[Any]] = defaultdict(list)
            for mapped, name in ((Site, "name"), (Attachment, "sha256")):
                for row in work.find(mapped):
                    if row.id not in self.refused:
                        hung[row.registration_id].append(getattr(row, name))
            for record_id in self.registrations:
                row = work.session.get(Registration, record_id)
                if row is not None and row.is_deleted:
                    found[record_id] = None
                elif row is not None:
                    items = [getattr(row, name) for name in ITEMS]
                    own = (row.state, len(row.co_unit_ids))
                    found[record_id] = (*items, *own, sorted(hung[record_id]))
        return found

    def vanished(self) -> set[str]:
        """Return the values that were typed, stand nowhere, and that nobody saw go."""
        held = {
            value
            for office in self.offices.values()
            for value in all_values(office, self.registrations)
        }
        return self.typed - held - self.seen_off


def values_of(office: Services, record_id: str) -> Iterator[str]:
    """Yield what an office holds in the items of a registration, deleted or not."""
    with office.database.reading() as work:
        row = work.session.get(Registration, record_id)
        if row is not None:
            yield from (getattr(row, name) for name in ITEMS)


def all_values(office: Services, record_ids: list[str]) -> Iterator[str]:
    """Yield the values of all registrations, and those that lie aside in conflicts."""
    for record_id in record_ids:
        yield from values_of(office, record_id)
    yield from (str(conflict.theirs) for conflict in office.conflicts.open())


def _records(path: Path, record_type: str) -> list[Any]:
    found: list[Any] = []
    read_package(
        path, visit=lambda name, record: found.append(record) if name == record_type else None
    )
    return found


def make_world(folder: Path) -> World:
    """Found three offices apart, let neighbours trust each other, and register two models."""
    world = World(folder)
    for who, code in CODES.items():
        world.clocks[who] = Clock()
        world.offices[who] = empty_office(folder / who, world.clocks[who])
        world.offices[who].office.found(code=code, name=f"Văn phòng {code}", level=who)
        world.offices[who].campaigns.create(2017)
    _list_units(world.offices)
    for below, above in ABOVE.items():
        trust_each_other(world.offices[above], world.offices[below], folder)
    world.register("commune")
    world.register("commune")
    world.register("district")
    world.step("commune", world.registrations[0], RegistrationAction.SUBMIT)
    for who in ("commune", "district"):
        world.send(who, up=True)
        world.deliver(len(world.post) - 1)
    world.post.clear()
    return world


def _list_units(offices: dict[str, Services]) -> None:
    above = offices["province"]
    district, _ = above.units.save(
        UnitDraft("H00", "Huyện Yên Mô", "district", above.office.office().unit_id)
    )
    above.units.save(UnitDraft("X01", "Xã Yên Phong", "commune", district))
    middle = offices["district"]
    middle.units.save(UnitDraft("X01", "Xã Yên Phong", "commune", middle.office.office().unit_id))
    commune = offices["commune"]
    for number in (1, 2):
        parent = commune.office.office().unit_id
        commune.units.save(UnitDraft(f"X01-{number}", f"Thôn {number}", "commune", parent))
