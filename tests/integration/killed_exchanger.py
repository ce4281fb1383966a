"""A worker that is killed while it exchanges: it sends, takes in, founds and takes back.

Told a seed and a kind, it prepares what the kind needs, says that it has begun, and goes on
with that kind until it is killed.
"""

import os
import random
from itertools import count
from pathlib import Path

from kill_nursery import BEGUN, serve
from killed_worker import opened
from two_offices import draft, receive

from dvk_desktop.domain.records.exchange import SendOptions
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.services.services import Services

IN_PACKAGE, IN_FOLDER, PART_SIZE = 5, 3, 40_000
EXPORTS = {
    "plain": SendOptions(all_files=True),
    "sealed": SendOptions(all_files=True, to_card=True),
    "parts": SendOptions(most_bytes=PART_SIZE, all_files=True),
    "sealed-parts": SendOptions(most_bytes=PART_SIZE, all_files=True, to_card=True),
}


class Exchanger:
    """Works in both offices; the names of models say what belongs together."""

    def __init__(
        self, root: Path, seed: int, district: Services, commune: Services, parent: int
    ) -> None:
        self._root = root
        self._seed = seed
        self._district = district
        self._commune = commune
        self._parent = parent
        self._numbers = count()
        self._campaign = commune.campaigns.of_year(2017).id
        self._unit = commune.office.office().unit_id or ""

    def work(self, kind: str) -> None:
        """Work until killed."""
        if kind == "founding":
            self._found()
        for _ in self._numbers:
            action = {"import": self._import, "folder": self._folder, "undo": self._undo}.get(kind)
            if action is None:
                self._export(kind)
            else:
                action()

    def _begin(self) -> None:
        if self._parent >= 0:
            os.write(self._parent, BEGUN.encode())
            self._parent = -1

    def _tell(self, *words: str) -> None:
        """Confirm what is done; it stays, however the process ends."""
        os.write(1, "".join(f"{word}\n" for word in words).encode())

    def _group(self) -> str:
        """Register models of one group, and hang a paper on one."""
        group = f"gói {self._seed}-{next(self._numbers)} {IN_PACKAGE}"
        drafts = [draft(self._unit, f"{group} {place}") for place in range(IN_PACKAGE)]
        ids, _ = self._commune.registrations.register_many(self._campaign, drafts)
        self._commune.registrations.step(ids, RegistrationAction.SUBMIT)
        paper = self._root / "giay.pdf"
        paper.write_bytes(b"%PDF" + random.Random(group).randbytes(20_000))
        self._commune.attachments.add(ids[0], [paper])
        return group

    def _path(self, *, post: str = "stick") -> Path:
        name = f"{self._seed}-{next(self._numbers)}.dvk"
        return self._root / post / name

    def _export(self, kind: str) -> None:
        self._begin()
        sent = self._commune.sending.export("H00", self._path(), options=EXPORTS[kind])
        self._tell(*(f"sent {part.path.name} {part.manifest.sequence}" for part in sent.parts))

    def _import(self) -> None:
        group = self._group()
        path = self._commune.sending.export("H00", self._path(post="post")).path
        self._begin()
        receive(self._district, path)
        self._tell(group)

    def _folder(self) -> None:
        folder = self._path(post="post")
        folder.mkdir()
        groups = []
        for number in range(IN_FOLDER):
            groups.append(self._group())
            self._commune.sending.export("H00", folder / f"{number}.dvk")
        self._begin()
        service = self._district.package_batch
        result, _ = service.run(service.look([folder]))
        assert [str(outcome.state) for outcome in result.outcomes] == ["merged"] * IN_FOLDER
        self._tell(*groups)

    def _undo(self) -> None:
        group = self._group()
        path = self._commune.sending.export("H00", self._path(post="post")).path
        _, result = receive(self._district, path)
        self._begin()
        assert result.batch is not None
        self._district.history.undo(result.batch)
        self._tell(f"undone {group}")

    def _found(self) -> None:
        with opened(self._root / f"mới-{self._seed}") as fresh:
            self._begin()
            found_here(self._root, fresh, self._district)
            self._tell("founded")
            os.read(os.pipe()[0], 1)


def found_here(root: Path, fresh: Services, district: Services) -> None:
    """Found an office from the package that lies ready for it."""
    fresh.founding.found(root / "trien-khai.dvk", district.trust.fingerprint())


def work(root: Path, words: str, parent: int) -> None:
    """Open both offices and work in them."""
    seed, kind = words.split()
    with opened(root / "huyện") as district, opened(root / "xã") as commune:
        Exchanger(root, int(seed), district, commune, parent).work(kind)


if __name__ == "__main__":
    serve(work)
