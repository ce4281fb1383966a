"""Offices at several moments of the sample year, for pictures of each state (các thời điểm)."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from dvk_desktop.bootstrap import open_office
from dvk_desktop.demo.places import DISTRICT
from dvk_desktop.demo.sample_year import build
from dvk_desktop.demo.summary import DemoStep
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.services.services import Services

OPENED, REPORTED, ACCEPTED = "opened", "reported", "accepted"
SELF_SCORED, SCORED = "self-scored", "scored"
CLOSED, CONFLICT, FRESH, EMPTY = "closed", "conflict", "fresh", "empty"
_MOMENTS = {
    "Huyện gửi gói triển khai": OPENED,
    "Huyện nhận gói báo cáo": REPORTED,
    "Huyện tiếp nhận": ACCEPTED,
    "Các đơn vị tự chấm": SELF_SCORED,
    "{scorers} thành viên": SCORED,
}
_LATER_PACKAGE = "06-bao-cao-bo-sung-X13-H00.dvk"
FIRST_PACKAGE = "05-bao-cao-X13-H00.dvk"


class Stages:
    """Builds the sample year once and keeps a copy of the district at each moment."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.year = folder / "year"
        build(self.year, tell=self._keep)
        shutil.copytree(self.year / DISTRICT, folder / CLOSED)
        missing = set(_MOMENTS.values()) - {path.name for path in folder.iterdir()}
        if missing:
            raise LookupError(f"the sample year no longer tells of {sorted(missing)}")
        self._found(folder / FRESH)
        self._disagree(folder / CONFLICT)

    def package(self, name: str) -> Path:
        """Return a package that was written in the year."""
        return self.year / "packages" / name

    @contextmanager
    def office(self, stage: str) -> Iterator[Services]:
        """Open the office at one moment."""
        services = open_office(self.folder / stage)
        yield services
        services.close()

    def _keep(self, step: DemoStep) -> None:
        for words, stage in _MOMENTS.items():
            if step.wording.template.startswith(words):
                shutil.copytree(self.year / DISTRICT, self.folder / stage)

    def _found(self, folder: Path) -> None:
        services = open_office(folder)
        services.office.found(code="H00", name="Ban Dân vận Huyện ủy Yên Mô", level="district")
        services.campaigns.create(2017)
        services.close()

    def _disagree(self, folder: Path) -> None:
        """Let the district change what the later package changes otherwise."""
        shutil.copytree(self.folder / REPORTED, folder)
        services = open_office(folder)
        for row in services.registrations.rows(RegistrationFilter()):
            draft = services.registrations.detail(row.id).draft
            corrected = replace(draft, address="Thôn Bình Hòa (huyện ghi)")
            services.registrations.correct(row.id, corrected)
        receiving = services.receiving
        receiving.merge(receiving.preview(self.package(_LATER_PACKAGE)))
        services.close()
