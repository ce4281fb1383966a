"""What is half typed into the form is on the disk at once, and offered at the next start."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from registrations_office import sample_office, today_in_2017

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.changes import EVERYTHING
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.domain.terms import RegistrationState
from dvk_desktop.services.registrations.form_drafts import FILE_NAME, FormDraft
from dvk_desktop.views import messages
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.registrations.page import RegistrationsPage
from dvk_desktop.views.tasks import TaskRunner

SITUATION = "Đường liên thôn hẹp, xe thu hoạch kh"


class Desk:
    """The page of registrations of an office, which can be killed and started again."""

    def __init__(
        self, qtbot: QtBot, folder: Path, campaign: str, runner: TaskRunner, bus: ChangeBus
    ) -> None:
        self._parts = (qtbot, runner, bus)
        self.campaign = campaign
        self.services = open_office(folder, clock=today_in_2017, actor="Nguyễn Thị Hường")
        self.page = self._opened()

    def _opened(self) -> RegistrationsPage:
        qtbot, runner, bus = self._parts
        page = RegistrationsPage(self.services, runner, bus)
        qtbot.addWidget(page)
        page.resize(1200, 700)
        page.show_campaign(self.campaign)
        page.refresh(EVERYTHING)
        page.show()
        return page

    @property
    def kept(self) -> tuple[FormDraft, ...]:
        return self.services.form_drafts.kept(self.campaign)

    def type(self, key: str, text: str) -> None:
        widget = self.page.editor.form.field(key)
        assert isinstance(widget, QLineEdit | QPlainTextEdit)
        widget.selectAll()
        self._parts[0].keyClicks(widget, text) if text.isascii() else insert(widget, text)
        self._parts[0].waitUntil(
            lambda: any(one.texts.get(key) == text for one in self.kept), timeout=2000
        )

    def kill(self) -> None:
        """Start again with what the disk had."""
        path = self.services.folder / FILE_NAME
        kept = path.read_bytes()
        self.page.editor.discard()
        self.page.close()
        path.write_bytes(kept)
        self.page = self._opened()

    def press(self, text: str) -> None:
        buttons = self.page.offers.findChildren(QPushButton)
        next(made for made in buttons if made.text() == text and made.isEnabled()).click()

    def text(self, key: str) -> str:
        widget = self.page.editor.form.field(key)
        assert isinstance(widget, QLineEdit | QPlainTextEdit)
        return widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()

    def first(self, state: RegistrationState) -> str:
        rows = self.services.registrations.rows(RegistrationFilter(self.campaign))
        return next(row.id for row in rows if row.state is state)


def insert(widget: QLineEdit | QPlainTextEdit, text: str) -> None:
    if isinstance(widget, QLineEdit):
        widget.insert(text)
    else:
        widget.insertPlainText(text)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("sample")
    services, campaign = sample_office(folder, 24)
    services.close()
    return folder, campaign


@pytest.fixture
def desk(
    qtbot: QtBot, tmp_path: Path, sample: tuple[Path, str], runner: TaskRunner, bus: ChangeBus
) -> Iterator[Desk]:
    folder, campaign = sample
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    made = Desk(qtbot, tmp_path, campaign, runner, bus)
    yield made
    made.page.editor.discard()
    runner.stop()
    made.services.close()


def test_a_new_form_comes_back_after_a_kill(desk: Desk) -> None:
    desk.page.new()
    desk.type("name", "Tuyến đường ho")
    desk.type("people_count", "12x")
    desk.kill()
    heading = desk.page.offers.notices[0].accessibleName()
    assert heading == "Còn phần gõ dở lúc 09:00, 14/03 của “Tuyến đường ho”, chưa lưu."
    desk.press("Khôi phục")
    assert (desk.text("name"), desk.text("people_count")) == ("Tuyến đường ho", "12x")
    assert desk.page.editor.panel.is_changed
    assert desk.page.editor.record_id == ""
    assert desk.page.offers.isHidden()
    assert [one.name for one in desk.kept] == ["Tuyến đường ho"]


def test_a_stored_registration_is_opened_with_what_was_typed(desk: Desk) -> None:
    record = desk.first(RegistrationState.DRAFT)
    desk.page.show_record(record)
    desk.type("situation", SITUATION)
    desk.kill()
    desk.press("Khôi phục")
    assert (desk.page.editor.record_id, desk.text("situation")) == (record, SITUATION)
    assert desk.page.editor.save()
    assert desk.services.registrations.detail(record).draft.situation == SITUATION
    assert desk.kept == ()


def test_stored_and_given_up_text_is_not_offered(desk: Desk) -> None:
    desk.page.show_record(desk.first(RegistrationState.DRAFT))
    desk.type("situation", SITUATION)
    desk.page.editor.discard()
    assert desk.kept == ()
    desk.type("situation", SITUATION)
    assert desk.page.editor.save()
    assert desk.kept == ()


def test_giving_up_the_offer_forgets_it(desk: Desk, boxes: list[messages.Box]) -> None:
    desk.page.new()
    desk.type("name", "Nham")
    desk.kill()
    desk.press("Bỏ")
    assert [box.title for box in boxes] == ["Bỏ phần gõ dở?"]
    assert desk.kept == ()
    assert desk.page.offers.isHidden()


def test_typing_something_else_keeps_both(desk: Desk) -> None:
    desk.page.new()
    desk.type("name", "Mot")
    desk.kill()
    desk.page.new()
    desk.type("name", "Hai")
    assert [one.name for one in desk.kept] == ["Hai", "Mot"]


def test_both_values_are_told_when_another_stored_one(
    desk: Desk, boxes: list[messages.Box]
) -> None:
    record = desk.first(RegistrationState.DRAFT)
    desk.page.show_record(record)
    desk.type("contact_name", "Tran Van A")
    service = desk.services.registrations
    draft = service.detail(record).draft
    service.correct(record, replace(draft, contact_name="Lê Thị B"))
    desk.kill()
    desk.press("Khôi phục")
    assert boxes[0].text == ("Người phụ trách: nay đang lưu “Lê Thị B”, phần gõ dở “Tran Van A”.")
    assert desk.text("contact_name") == "Tran Van A"


def test_what_is_closed_meanwhile_is_shown_to_be_copied(
    desk: Desk, boxes: list[messages.Box]
) -> None:
    record = desk.first(RegistrationState.SUBMITTED)
    desk.page.show_record(record)
    desk.type("situation", SITUATION)
    step = desk.services.registrations.step
    step([record], RegistrationAction.RETURN, note="Thiếu mục tiêu", fields=("goals",))
    desk.kill()
    desk.press("Khôi phục")
    assert boxes[0].text.endswith(f"mục này nay không sửa được; phần gõ dở “{SITUATION}”.")
    assert not desk.page.editor.panel.is_changed


@pytest.mark.parametrize("content", [b"", b"[{}]", b'{"a": 1}', b"\xff", b'[{"key": 1}]'])
def test_a_broken_file_stops_nobody(desk: Desk, content: bytes) -> None:
    (desk.services.folder / FILE_NAME).write_bytes(content)
    assert desk.kept == ()
    desk.page.new()
    desk.type("name", "Mot")
    assert [one.name for one in desk.kept] == ["Mot"]
