"""A worker that is killed: it changes two offices without end and tells each finished action.

Run as a program it is a nursery: a copy of it works for each seed until it is killed.
"""

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from kill_nursery import serve
from two_offices import draft, receive

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.records.registration import RegistrationDraft
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.services.services import Services
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.lock import FolderLock

MANY, IN_FILE, IN_PACKAGE = 40, 25, 5


@contextmanager
def opened(folder: Path) -> Iterator[Services]:
    """Open an office as the window does: alone."""
    with FolderLock(DataFolder(folder).lock):
        services = open_office(folder)
        yield services
        services.close()


class Worker:
    """Registers, pastes, imports and merges; the names say what belongs together."""

    def __init__(self, root: Path, seed: int, district: Services, commune: Services) -> None:
        self._root = root
        self._seed = seed
        self._district = district
        self._commune = commune
        self._dice = random.Random(seed)
        self._campaign = district.campaigns.of_year(2017).id
        self._below = commune.campaigns.of_year(2017).id
        self._unit = next(unit.id for unit in district.units.units() if unit.code == "X01")
        self._numbers = count()

    def work(self) -> None:
        """Work until killed."""
        actions = (self._type, self._paste, self._import, self._merge)
        while True:
            self._dice.choice(actions)()

    def _names(self, kind: str, size: int) -> list[str]:
        group = f"{kind} {self._seed}-{next(self._numbers)}"
        return [f"{group} {size} {place}" for place in range(size)]

    def _tell(self, names: list[str]) -> None:
        """Confirm an action; what is written stays, however the process ends."""
        os.write(1, f"{names[0].rpartition(' ')[0]}\n".encode())

    def _type(self) -> None:
        names = self._names("gõ", 1)
        self._district.registrations.register(self._campaign, draft(self._unit, names[0]))
        self._tell(names)

    def _paste(self) -> None:
        names = self._names("dán", MANY)
        drafts = [draft(self._unit, name) for name in names]
        self._district.registrations.register_many(self._campaign, drafts)
        self._tell(names)

    def _import(self) -> None:
        names = self._names("tệp", IN_FILE)
        lines = ["TT;Tên mô hình;Lĩnh vực;Đối tượng;Loại đăng ký"]
        lines += [f"{place};{name};KT;TT;Mới" for place, name in enumerate(names, start=1)]
        path = self._root / "danh-sach.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        intake = self._district.intake
        intake.apply(intake.plan([path], self._campaign, unit_id=self._unit))
        self._tell(names)

    def _merge(self) -> None:
        names = self._names("gói", IN_PACKAGE)
        unit = self._commune.office.office().unit_id or ""
        drafts: list[RegistrationDraft] = [draft(unit, name) for name in names]
        ids, _ = self._commune.registrations.register_many(self._below, drafts)
        self._commune.registrations.step(ids, RegistrationAction.SUBMIT)
        path = self._root / f"len-{self._dice.randrange(3)}.dvk"
        receive(self._district, self._commune.sending.export("H00", path).path)
        self._tell(names)


def work(root: Path, seed: int) -> None:
    """Open both offices and work in them."""
    with opened(root / "huyện") as district, opened(root / "xã") as commune:
        Worker(root, seed, district, commune).work()


if __name__ == "__main__":
    serve(lambda root, words, _parent: work(root, int(words)))
