"""Two offices of one district on real files, as the tests of exchange need them."""

from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.changes import EVERYTHING
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.registration_states import RegistrationAction as Action
from dvk_desktop.paths import resource

SAMPLES = resource("samples", "yen-mo-2017")


@contextmanager
def two_offices(folder: Path):
    made = TwoOffices(folder)
    yield made
    made.district.close()
    made.commune.close()


class TwoOffices:
    """A district and a commune that have not exchanged cards yet; ``post`` holds the files."""

    def __init__(self, folder: Path):
        self.post = folder / "post"
        self.post.mkdir()
        self.district = open_office(folder / "district", actor="Nguyễn Thị Lan")
        self.commune = open_office(folder / "commune", actor="Phạm Văn Hòa")
        self.district.office.found(code="H00", name="Huyện ủy Yên Mô", level="district")
        self.commune.office.found(code="X13", name="Đảng ủy xã Yên Phong", level="commune")
        self.campaign_id, _ = self.district.campaigns.create(2017)
        self.commune_campaign, _ = self.commune.campaigns.create(2017)
        for office in (self.district, self.commune):
            office.unit_import.import_file(SAMPLES / "units.xlsx")
        self.card = self.post / "xa.dvkcard"
        self.commune.trust.own_card(self.card)

    def trust_each_other(self):
        card = self.post / "huyen.dvkcard"
        self.district.trust.own_card(card)
        self.district.trust.trust(self.card, self.commune.trust.fingerprint())
        self.commune.trust.trust(card, self.district.trust.fingerprint())

    def register(self):
        """Let the commune take in its file of five registrations and submit them."""
        plan = self.commune.intake.plan([SAMPLES / "02-xa-yen-phong.xlsx"], self.commune_campaign)
        self.commune.intake.apply(plan)
        wanted = RegistrationFilter(campaign_id=self.commune_campaign)
        self.ids = [row.id for row in self.commune.registrations.rows(wanted)]
        self.commune.registrations.step(self.ids, Action.SUBMIT)

    def package(self, name="goi.dvk"):
        return self.commune.sending.export("H00", self.post / name).path

    def merge(self, path):
        return self.district.receiving.merge(self.district.receiving.preview(path))[0]

    def disagree(self):
        """Let both change the address of the first registration, and send the commune's."""
        self.trust_each_other()
        self.register()
        self.merge(self.package())
        self._correct(self.commune, "Thôn Bình Hòa 1", withdraw=True)
        self._correct(self.district, "Bình Hòa, huyện ghi", withdraw=False)
        return self.package("sua.dvk")

    def address(self):
        return self.district.registrations.detail(self.ids[0]).draft.address

    def count(self):
        return self.district.registrations.count(RegistrationFilter(campaign_id=self.campaign_id))

    def _correct(self, office, address, *, withdraw):
        draft = replace(office.registrations.detail(self.ids[0]).draft, address=address)
        if withdraw:
            office.registrations.step(self.ids[:1], Action.WITHDRAW)
        office.registrations.correct(self.ids[0], draft)
        if withdraw:
            office.registrations.step(self.ids[:1], Action.SUBMIT)


def shown_page(qtbot, page, bus, campaign_id):
    """Show a page as the frame does."""
    qtbot.addWidget(page)
    bus.changed.connect(page.refresh)
    page.show_campaign(campaign_id)
    page.refresh(EVERYTHING)
    page.resize(1150, 650)
    page.show()
    return page


def settle(qtbot, runner):
    """Wait until nothing is left to do."""
    qtbot.waitUntil(lambda: not runner.unfinished)
    QApplication.processEvents()


def texts(model):
    """Return what the cells of a model show, row by row."""
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
