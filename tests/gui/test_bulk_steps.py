"""Steps with many registrations: all names are shown, the number is typed, items are named."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from registrations_office import sample_office, today_in_2017

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.changes import EVERYTHING
from dvk_desktop.domain.records.registration import (
    RegistrationDraft,
    RegistrationFilter,
    RegistrationRow,
)
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.domain.terms import RegistrationState
from dvk_desktop.services.services import Services
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.counted_dialog import CountedDialog
from dvk_desktop.views.reason_dialog import ReasonDialog
from dvk_desktop.views.registrations.bulk_change_dialog import BulkChangeDialog
from dvk_desktop.views.registrations.grid import RegistrationGrid
from dvk_desktop.views.registrations.missing_items_dialog import MissingItemsDialog
from dvk_desktop.views.registrations.page import RegistrationsPage
from dvk_desktop.views.tasks import TaskRunner

CLICK = Qt.MouseButton.LeftButton
A, S = RegistrationAction, RegistrationState
DRAFTS = RegistrationFilter(states=(S.DRAFT,))


class Desk:
    """The page of registrations over an office with thirty drafts and more."""

    def __init__(
        self, qtbot: QtBot, services: Services, campaign: str, runner: TaskRunner, bus: ChangeBus
    ) -> None:
        self.qtbot, self.services, self.runner = qtbot, services, runner
        self.page = RegistrationsPage(services, runner, bus)
        qtbot.addWidget(self.page)
        self.page.resize(1200, 640)
        self.page.show_campaign(campaign)
        self.page.refresh(EVERYTHING)
        bus.changed.connect(self.page.refresh)
        self.page.show()
        unit = services.units.by_code("U01")
        self.campaign, self.unit = campaign, unit.id

    def drafts(self, count: int, prefix: str = "Nháp") -> list[RegistrationRow]:
        made = [RegistrationDraft(self.unit, f"{prefix} {n}") for n in range(count)]
        ids, _ = self.services.registrations.register_many(self.campaign, made)
        rows = self.services.registrations.rows(DRAFTS)
        self.page.refresh(EVERYTHING)
        return [row for row in rows if row.id in ids]

    def submitted(self, count: int) -> list[RegistrationRow]:
        wanted = RegistrationFilter(states=(S.ACCEPTED, S.IN_PROGRESS))
        return self.services.registrations.rows(wanted)[:count]

    def count_dialog(self, count: int) -> CountedDialog:
        dialog = self.page.findChild(CountedDialog)
        assert dialog is not None
        assert dialog.list.count() == count
        assert not dialog.act_button.isEnabled()
        self.qtbot.keyClicks(dialog.count_edit, str(count))
        return dialog

    def finish(self) -> None:
        self.qtbot.waitUntil(lambda: self.runner.unfinished == ())

    @property
    def grid(self) -> RegistrationGrid:
        self.page.modes.turn(to_grid=True)
        assert self.page.modes.grid is not None
        return self.page.modes.grid

    def choose(self, ids: list[str], column: int = 0) -> None:
        view, model = self.grid.view, self.grid.model
        view.clearSelection()
        for id_ in ids:
            view.selectionModel().setCurrentIndex(
                model.index(model.row_of(id_), column),
                view.selectionModel().SelectionFlag.Select,
            )


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("sample")
    services, campaign = sample_office(folder, 60)
    services.close()
    return folder, campaign


@pytest.fixture
def desk(
    qtbot: QtBot, tmp_path: Path, sample: tuple[Path, str], runner: TaskRunner, bus: ChangeBus
) -> Iterator[Desk]:
    shutil.copytree(sample[0], tmp_path, dirs_exist_ok=True)
    services = open_office(tmp_path, clock=today_in_2017, actor="Nguyễn Thị Hường")
    yield Desk(qtbot, services, sample[1], runner, bus)
    runner.stop()
    services.close()


def test_many_are_returned_with_reason_items_and_their_number(desk: Desk) -> None:
    rows = desk.submitted(21)
    desk.page.steps.take(rows, A.RETURN)
    dialog = desk.page.findChild(ReasonDialog)
    assert dialog is not None
    dialog.ui.note_edit.setPlainText("Bổ sung chỉ tiêu")
    dialog._ticks["goals"].setChecked(True)
    desk.qtbot.mouseClick(dialog.ui.act_button, CLICK)
    counted = desk.count_dialog(21)
    desk.qtbot.mouseClick(counted.act_button, CLICK)
    desk.finish()
    found = [desk.services.registrations.detail(row.id) for row in rows]
    assert {one.state for one in found} == {S.RETURNED}
    assert {one.open_fields for one in found} == {("goals",)}
    history = desk.services.registrations.history(rows[0].id)
    assert (history[-1].note, history[-1].actor) == ("Bổ sung chỉ tiêu", "Nguyễn Thị Hường")


def test_many_drafts_are_removed_after_their_number_was_typed(desk: Desk) -> None:
    rows = desk.drafts(21)
    desk.page.steps.remove(rows)
    assert desk.services.registrations.count(DRAFTS) >= 21
    desk.qtbot.mouseClick(desk.count_dialog(21).act_button, CLICK)
    left = {row.id for row in desk.services.registrations.rows(DRAFTS)}
    assert left.isdisjoint(row.id for row in rows)


def test_a_bulk_change_of_many_waits_for_their_number(qtbot: QtBot) -> None:
    dialog = BulkChangeDialog("Kinh phí", [(f"Mô hình {n}", "") for n in range(21)], str.upper)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.act_button.isEnabled()
    qtbot.keyClicks(dialog.typed_count.edit, "20")
    assert not dialog.act_button.isEnabled()
    dialog.typed_count.edit.setText("21")
    qtbot.mouseClick(dialog.act_button, CLICK)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_bulk_change_of_few_asks_for_no_number(qtbot: QtBot) -> None:
    dialog = BulkChangeDialog("Kinh phí", [("Mô hình", "")] * 20, str.upper)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.typed_count.isHidden()
    assert dialog.act_button.isEnabled()


@pytest.mark.parametrize("count", [1, 3])
def test_missing_items_lead_to_the_cell_of_the_grid(desk: Desk, count: int) -> None:
    rows = desk.drafts(count)
    desk.choose([row.id for row in rows])
    desk.grid.steps.take(A.SUBMIT)
    dialog = desk.page.findChild(MissingItemsDialog)
    assert dialog is not None
    assert len(dialog.lines) == 3 * count
    desk.qtbot.mouseClick(dialog.lines[-1], CLICK)
    index = desk.grid.view.currentIndex()
    assert desk.grid.model.id_at(index.row()) == rows[-1].id
    assert desk.grid.model.columns[index.column()].key == "kind"


def test_complete_rows_of_the_grid_are_submitted(desk: Desk) -> None:
    row = next(row for row in desk.services.registrations.rows(DRAFTS) if row.kind)
    desk.choose([row.id])
    desk.grid.steps.take(A.SUBMIT)
    desk.finish()
    assert desk.services.registrations.detail(row.id).state is S.SUBMITTED


def test_rows_that_are_not_fit_are_left_alone(desk: Desk) -> None:
    row = desk.submitted(1)[0]
    desk.choose([row.id])
    desk.grid.steps.take(A.SUBMIT)
    desk.finish()
    assert desk.services.registrations.detail(row.id).state is row.state


def test_enter_behind_the_typed_number_means_the_act(qtbot: QtBot) -> None:
    dialog = CountedDialog("Gửi?", [f"Mô hình {n}" for n in range(30)], "Gửi (30)")
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.count_edit.hasFocus)
    qtbot.keyClick(dialog.count_edit, Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClicks(dialog.count_edit, "30")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.count_edit, Qt.Key.Key_Return)
