"""Keeping a model up and repeating it: the model is offered by name and stays tied to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from registrations_office import add_units, empty_office

from dvk_desktop.domain.changes import EVERYTHING
from dvk_desktop.domain.records.registration import RegistrationDraft
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.domain.terms import RegistrationKind, SubjectType
from dvk_desktop.services.registrations.registrations import FieldClosedError
from dvk_desktop.services.services import Services
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.registrations.model_choice_dialog import ModelChoiceDialog
from dvk_desktop.views.registrations.page import RegistrationsPage
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.widgets.choice_combo import ChoiceCombo

KINDS = RegistrationKind


class Years:
    """Two campaigns: last year two units had a model each, this year none."""

    def __init__(self, folder: Path) -> None:
        self.services = empty_office(folder)
        self.own, self.other = add_units(self.services)[:2]
        self.last, _ = self.services.campaigns.create(2016)
        self.now, _ = self.services.campaigns.create(2017)
        self.flowers = self.add(self.last, self.own, "Tuyến đường hoa")
        self.camera = self.add(self.last, self.other, "Camera an ninh xóm 5")

    def add(self, campaign: str, unit: str, name: str, kind: RegistrationKind = KINDS.NEW) -> str:
        draft = RegistrationDraft(
            unit, name, sector_code="KT", subject_type=SubjectType.COLLECTIVE, kind=kind
        )
        return self.services.registrations.register(campaign, draft)[0]

    def model(self, record: str) -> str | None:
        return self.services.registrations.detail(record).draft.exemplar_id

    def offered(self, kind: RegistrationKind, typed: str = "") -> list[str]:
        found = self.services.model_chain.offers(self.now, self.own, kind, typed)
        return [one.name for one in found]


@pytest.fixture
def years(tmp_path: Path) -> Iterator[Years]:
    made = Years(tmp_path)
    yield made
    made.services.close()


def test_own_models_of_earlier_years_are_kept_up(years: Years) -> None:
    years.add(years.now, years.own, "Hũ gạo")
    assert years.offered(KINDS.MAINTAIN) == ["Tuyến đường hoa"]
    assert years.offered(KINDS.MAINTAIN, "duong") == ["Tuyến đường hoa"]
    assert years.offered(KINDS.MAINTAIN, "camera") == []


def test_models_of_other_units_are_repeated(years: Years) -> None:
    assert years.offered(KINDS.REPLICATE, "camera") == ["Camera an ninh xóm 5"]
    assert years.offered(KINDS.REPLICATE, "đường") == []
    assert years.offered(KINDS.REPLICATE) == []


def test_a_model_is_offered_once_by_its_newest_year(years: Years) -> None:
    older, _ = years.services.campaigns.create(2015)
    record = years.add(older, years.own, "Tuyến đường hoa cũ")
    years.services.model_chain.link(record, years.model(years.flowers) or "")
    assert years.offered(KINDS.MAINTAIN) == ["Tuyến đường hoa"]


def test_what_was_returned_is_tied_only_with_its_kind(years: Years) -> None:
    record = years.add(years.now, years.own, "Đường hoa 2", KINDS.MAINTAIN)
    step, chain = years.services.registrations.step, years.services.model_chain
    model = years.model(years.flowers) or ""
    for named in ("goals", "kind"):
        step([record], RegistrationAction.SUBMIT)
        step([record], RegistrationAction.RETURN, note="Xem lại", fields=(named,))
        if named == "goals":
            with pytest.raises(FieldClosedError):
                chain.link(record, model)
        else:
            chain.link(record, model)
    assert years.model(record) == model


def page_of(
    qtbot: QtBot, services: Services, campaign: str, runner: TaskRunner, bus: ChangeBus
) -> RegistrationsPage:
    page = RegistrationsPage(services, runner, bus)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show_campaign(campaign)
    page.refresh(EVERYTHING)
    page.show()
    return page


def choose_kind(page: RegistrationsPage, kind: RegistrationKind) -> None:
    combo = page.editor.form.field("kind")
    assert isinstance(combo, ChoiceCombo)
    combo.choose(kind)


def test_the_form_offers_the_model_and_shows_its_years(
    qtbot: QtBot, years: Years, runner: TaskRunner, bus: ChangeBus
) -> None:
    record = years.add(years.now, years.own, "Camera an ninh")
    page = page_of(qtbot, years.services, years.now, runner, bus)
    page.show_record(record)
    link = page.editor.form.model
    assert link.isHidden()
    choose_kind(page, KINDS.REPLICATE)
    assert (link.isVisible(), link.words) == (True, "Chưa gắn với mô hình gốc nào.")
    link.choose_button.click()
    dialog = page.findChild(ModelChoiceDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.search_box, "camera")
    qtbot.keyClick(dialog.search_box, Qt.Key.Key_Return)
    assert dialog.list.item(0).text().startswith("Camera an ninh xóm 5 – Xã Yên Thành, năm 2016")
    dialog.choose_button.click()
    assert link.words == "Từ năm 2016, Xã Yên Thành: “Camera an ninh xóm 5”"
    assert page.editor.panel.is_changed
    assert page.editor.save()
    assert years.model(record) == years.model(years.camera)
    [other] = years.services.continuing.other_years(record)
    assert (other.year, other.unit_name) == (2016, "Xã Yên Thành")
    assert len(page.editor.panel.years.lines) == 1
    runner.stop()


def test_giving_up_forgets_the_choice(
    qtbot: QtBot, years: Years, runner: TaskRunner, bus: ChangeBus
) -> None:
    record = years.add(years.now, years.own, "Camera an ninh")
    page = page_of(qtbot, years.services, years.now, runner, bus)
    page.show_record(record)
    before = years.model(record)
    choose_kind(page, KINDS.MAINTAIN)
    page.editor.form.model.take(years.model(years.flowers) or "")
    page.editor.discard()
    assert (page.editor.panel.is_changed, years.model(record)) == (False, before)
    runner.stop()
