"""Files, answers to returns, other years, dates and continuing, driven in the window."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot
from registrations_office import sample_office, today_in_2017

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.changes import EVERYTHING
from dvk_desktop.domain.records.registration import RegistrationDraft, RegistrationFilter
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.domain.terms import RegistrationState
from dvk_desktop.services.services import Services
from dvk_desktop.views import file_choice, messages
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.counted_dialog import CountedDialog
from dvk_desktop.views.registrations.missing_items_dialog import MissingItemsDialog
from dvk_desktop.views.registrations.page import RegistrationsPage
from dvk_desktop.views.tasks import TaskRunner

CLICK = Qt.MouseButton.LeftButton
A, S = RegistrationAction, RegistrationState


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """An office to copy: to found one takes a second."""
    folder = tmp_path_factory.mktemp("sample")
    services, campaign = sample_office(folder, 80)
    services.close()
    return folder, campaign


@pytest.fixture
def services(tmp_path: Path, sample: tuple[Path, str], runner: TaskRunner) -> Iterator[Services]:
    shutil.copytree(sample[0], tmp_path, dirs_exist_ok=True)
    opened = open_office(tmp_path, clock=today_in_2017, actor="Nguyễn Thị Hường")
    yield opened
    runner.stop()
    opened.close()


@pytest.fixture
def page(
    qtbot: QtBot, services: Services, sample: tuple[Path, str], runner: TaskRunner, bus: ChangeBus
) -> RegistrationsPage:
    made = RegistrationsPage(services, runner, bus)
    qtbot.addWidget(made)
    made.resize(1200, 640)
    made.show_campaign(sample[1])
    made.refresh(EVERYTHING)
    bus.changed.connect(made.refresh)
    made.show()
    return made


def first(services: Services, *states: RegistrationState) -> str:
    return services.registrations.rows(RegistrationFilter(states=states))[0].id


def all_done(qtbot: QtBot, runner: TaskRunner) -> None:
    qtbot.waitUntil(lambda: runner.unfinished == ())


def photo(path: Path) -> Path:
    QImage(64, 48, QImage.Format.Format_RGB32).save(str(path))
    return path


def test_files_are_dropped_opened_saved_and_removed(
    qtbot: QtBot,
    page: RegistrationsPage,
    services: Services,
    runner: TaskRunner,
    tmp_path: Path,
    boxes: list[messages.Box],
    monkeypatch: pytest.MonkeyPatch,
):
    record_id = first(services, S.SUBMITTED)
    page.show_record(record_id)
    files = page.editor.panel.files
    mime = QMimeData()
    program = tmp_path / "hay.exe"
    program.write_bytes(b"MZ")
    paths = (photo(tmp_path / "Ra quân.png"), program)
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none = Qt.KeyboardModifier.NoModifier
    files.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, CLICK, none))
    all_done(qtbot, runner)

    assert [row.file_name for row in files.rows] == ["Ra quân.png"]
    assert page.editor.panel._tabs.tabText(3) == "Tệp (1)"
    assert [box.title for box in boxes] == ["1 tệp không đính kèm được"]
    shown: list[Path] = []
    monkeypatch.setattr(file_choice, "show_in_system", shown.append)
    monkeypatch.setattr(file_choice, "ask_target", lambda *_: tmp_path / "lưu.png")
    for name in ("eye_button", "download_button", "trash_button"):
        made = files.findChild(QToolButton, name)
        assert made is not None
        made.click()
    assert [path.name for path in shown] == ["Ra quân.png"]
    assert (tmp_path / "lưu.png").read_bytes() == paths[0].read_bytes()
    assert services.attachments.of(record_id) == files.rows == ()


def test_what_came_back_shows_only_the_differences(page: RegistrationsPage, services: Services):
    record_id = first(services, S.SUBMITTED)
    step = services.registrations.step
    step([record_id], A.RETURN, note="Chưa rõ", fields=("goals",))
    draft = services.registrations.detail(record_id).draft
    services.registrations.correct(record_id, replace(draft, goals="Mỗi hộ một vườn"))
    page.show_record(record_id)
    assert not page.editor.panel.changes.isVisible()
    step([record_id], A.SUBMIT)
    page.editor.renew()
    changes = page.editor.panel.changes
    assert changes.isVisible()
    texts = {label.text() for label in changes.findChildren(QLabel)}
    assert {"Thay đổi sau khi trả lại (1 mục)", "Mục tiêu, tiêu chí", "Mỗi hộ một vườn"} <= texts


def test_other_years_are_a_click_away(
    qtbot: QtBot, page: RegistrationsPage, services: Services, sample: tuple[Path, str]
):
    old = first(services, S.ACCEPTED)
    year, _ = services.campaigns.create(2018, like=2017)
    new = services.continuing.go_on(year, [old]).ids[0]
    page.show_record(new)
    page.editor.panel._tabs.setCurrentIndex(2)
    (line,) = page.editor.panel.years.lines
    qtbot.mouseClick(line, CLICK)
    assert page.editor.record_id == old


def test_many_are_accepted_after_their_number_was_typed(
    qtbot: QtBot, page: RegistrationsPage, services: Services, runner: TaskRunner
):
    ids = [row.id for row in services.registrations.rows(RegistrationFilter(states=(S.DRAFT,)))]
    rest = [row.id for row in services.registrations.rows(RegistrationFilter(states=(S.ACCEPTED,)))]
    services.registrations.step(rest[:20], A.RETURN, note="Xem lại")
    services.registrations.step([*rest[:20], *ids], A.SUBMIT)
    wanted = RegistrationFilter(states=(S.SUBMITTED,))
    rows = services.registrations.rows(wanted)
    assert len(rows) > 20
    page.steps.take(rows, A.ACCEPT)
    dialog = page.findChild(CountedDialog)
    assert dialog is not None
    assert not dialog.act_button.isEnabled()
    qtbot.keyClicks(dialog.count_edit, str(len(rows)))
    qtbot.mouseClick(dialog.act_button, CLICK)
    all_done(qtbot, runner)
    assert services.registrations.count(wanted) == 0


def test_missing_items_of_many_are_listed_and_lead_to_the_field(
    qtbot: QtBot, page: RegistrationsPage, services: Services, sample: tuple[Path, str]
):
    unit = services.units.by_code("U01")
    for name in ("Thiếu một", "Thiếu hai"):
        services.registrations.register(sample[1], RegistrationDraft(unit.id, name))
    page.refresh(EVERYTHING)
    page.filters.search_box.setText("thiếu")
    qtbot.waitUntil(lambda: page.table.paged.rowCount() == 2)
    page.table.selectAll()
    qtbot.waitUntil(page.selection.isVisible)
    made = page.findChild(QPushButton, "missing_many_button")
    assert made is not None
    qtbot.mouseClick(made, CLICK)
    dialog = page.findChild(MissingItemsDialog)
    assert dialog is not None
    assert dialog.submit_button.isHidden()
    said = dialog.lines[0].toolTip()
    assert said == "Thiếu Lĩnh vực – Thiếu một (Xã Yên Phong)"
    assert len(dialog.lines) == 6
    qtbot.mouseClick(dialog.lines[1], CLICK)
    assert page.editor.form.name == "Thiếu một"
    qtbot.waitUntil(page.editor.form.field("subject_type").hasFocus)
    assert page.editor.form.field("kind").property("invalid")


def test_models_of_one_unit_go_on_by_ticking(
    qtbot: QtBot, page: RegistrationsPage, services: Services
):
    year, _ = services.campaigns.create(2018, like=2017)
    page.show_campaign(year)
    dialog = page.extras.go_on()
    assert not dialog.go_button.isEnabled()
    dialog.tick(True)
    everything = len(dialog.model.records)
    assert dialog.go_button.text() == f"Tiếp tục {everything} mô hình"
    dialog.tick(False)
    dialog.unit_combo.setCurrentIndex(1)
    dialog.tick(True)
    count = dialog.proxy.rowCount()
    assert 0 < count < everything
    qtbot.mouseClick(dialog.go_button, CLICK)
    rows = services.registrations.rows(RegistrationFilter(year))
    assert len(rows) == count
    assert {row.unit_name for row in rows} == {dialog.unit_combo.currentText()}
