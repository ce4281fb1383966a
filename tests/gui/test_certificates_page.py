"""Certificates in the window: made, looked at page by page, saved, printed and noted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from year_steps import opened_year

from dvk_desktop.domain.changes import EVERYTHING
from dvk_desktop.domain.terms import CertificateState
from dvk_desktop.models import Registration
from dvk_desktop.views import file_choice
from dvk_desktop.views.certificates import printing
from dvk_desktop.views.certificates.page import CertificatesPage
from dvk_desktop.views.certificates.scope import Scope


@pytest.fixture
def year(tmp_path):
    with opened_year(tmp_path) as made:
        yield made


@pytest.fixture
def open_page(qtbot, year, runner, bus):
    kept = []

    def make():
        made = CertificatesPage(year.services, runner, bus)
        kept.append(made)
        qtbot.addWidget(made)
        bus.changed.connect(made.refresh)
        made.resize(1150, 650)
        made.show()
        made.show_campaign(year.campaign_id)
        made.refresh(EVERYTHING)
        return made

    yield make
    kept.clear()


@pytest.fixture
def page(qtbot, year, open_page):
    year.score()
    decision_id = year.draft(10)
    year.sign(decision_id)
    year.services.certificates.issue(decision_id)
    made = open_page()
    qtbot.waitUntil(lambda: made.preview.file is not None)
    return made


@pytest.fixture
def printer(monkeypatch, tmp_path):
    """A printer that prints into a file; no dialog asks for it."""
    made = printing.landscape_printer()
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    made.setResolution(72)
    monkeypatch.setattr(printing, "ask_printer", lambda parent: made)
    return tmp_path / "printed.pdf"


def states(year):
    (decision,) = year.services.recognition.decisions(year.campaign_id)
    rows = year.services.certificates.certificates(decision.id)
    return [(row.state, row.copies) for row in rows]


def test_certificates_are_made_from_a_signed_decision(qtbot, year, open_page):
    year.score()
    year.sign(year.draft(10))
    page = open_page()
    page.issue()
    qtbot.waitUntil(lambda: page.preview.file is not None)
    assert len(page.model.records) == 10
    assert not page.issue_button.isVisible()


def test_without_a_signed_decision_nothing_is_offered(year, open_page):
    year.score()
    year.draft(3)
    page = open_page()
    assert page.decision is None
    assert not page.print_button.isVisible()


def test_list_and_pages_go_together(qtbot, page):
    page.table.selectRow(4)
    assert page.preview.pages.number == 4
    page.preview.pages.turn_to(7)
    assert page.table.current_record().register_number == 8


def test_a_page_is_drawn(page):
    page.preview.pages.turn_to(1)
    image = page.preview.pages.grab().toImage()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 5)
        for y in range(0, image.height(), 5)
    }
    assert len(colours) > 20


def test_all_are_saved_as_one_file(qtbot, year, page, monkeypatch, tmp_path):
    target = tmp_path / "giay"
    monkeypatch.setattr(file_choice, "ask_target", lambda *_: target)
    qtbot.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
    saved = tmp_path / "giay.pdf"
    qtbot.waitUntil(saved.is_file)
    assert year.services.certificates.page_count(saved) == 10


def test_only_the_chosen_ones_are_saved(qtbot, year, page, monkeypatch, tmp_path, runner):
    asked = []
    saved = tmp_path / "hai.pdf"
    monkeypatch.setattr(
        file_choice, "ask_target", lambda *about: asked.append(about[2].name) or saved
    )
    page.table.selectRow(2)
    page.scope_combo.choose(Scope.CHOSEN)
    page.save()
    qtbot.waitUntil(saved.is_file)
    assert asked == ["Giay-chung-nhan-Số-15-QĐ-BCĐ-03.pdf"]
    assert year.services.certificates.page_count(saved) == 1


def test_printing_is_noted_when_it_went_well(qtbot, year, page, printer, boxes, bus):
    page.table.selectRow(0)
    page.scope_combo.choose(Scope.SHOWN)
    with qtbot.waitSignal(bus.changed):
        qtbot.mouseClick(page.print_button, Qt.MouseButton.LeftButton)
    assert [box.action for box in boxes] == ["Ghi nhận đã in"]
    assert year.services.certificates.page_count(printer) == 1
    waiting = (CertificateState.QUEUED, 0)
    assert states(year) == [(CertificateState.PRINTED, 1), *[waiting] * 9]


def test_all_pages_are_printed_in_order(qtbot, year, page, printer, boxes, bus):
    page.scope_combo.choose(Scope.ALL)
    with qtbot.waitSignal(bus.changed):
        page.print()
    assert year.services.certificates.page_count(printer) == 10
    assert states(year) == [(CertificateState.PRINTED, 1)] * 10


def test_those_that_wait_leave_out_what_was_printed(year, page, bus):
    first = page.model.records[0].id
    bus.publish(year.services.certificates.mark_printed([first]))
    page.scope_combo.choose(Scope.QUEUED)
    part = page.scope_combo.part_of(page.model.records, (), 0)
    assert first not in {row.id for row in part}
    assert len(part) == 9


def test_nobody_prints_when_the_dialog_is_left(page, monkeypatch, runner):
    monkeypatch.setattr(printing, "ask_printer", lambda parent: None)
    page.print()
    assert runner.unfinished == ()


@pytest.fixture
def flawed(qtbot, year, open_page):
    """Ten certificates, the third with a letter that no font has."""
    year.score()
    with year.services.database.writing("Đổi tên") as work:
        work.get(Registration, year.ids[2], "đăng ký").name = "Đường hoa \N{GRINNING FACE}"
        work.commit()
    decision_id = year.draft(10)
    year.sign(decision_id)
    year.services.certificates.issue(decision_id)
    made = open_page()
    qtbot.waitUntil(lambda: made.preview.file is not None)
    return made


def test_one_bad_name_leaves_the_others(qtbot, year, flawed, boxes, monkeypatch, tmp_path):
    saved = tmp_path / "giay.pdf"
    monkeypatch.setattr(file_choice, "ask_target", lambda *_: saved)
    assert boxes == []
    assert year.services.certificates.page_count(flawed.preview.file) == 10
    flawed.save()
    qtbot.waitUntil(saved.is_file)
    assert [box.action for box in boxes] == ["Tiếp tục với 9 giấy"]
    assert year.services.certificates.page_count(saved) == 9


def test_words_are_mended_from_the_problem(qtbot, flawed):
    qtbot.mouseClick(flawed.preview.mend_button, Qt.MouseButton.LeftButton)
    flawed.dialog.subject_edit.setPlainText("Đường hoa")
    flawed.dialog.reason_edit.setPlainText("Phông chữ không có ký tự")
    flawed.dialog.save_button.click()
    qtbot.waitUntil(lambda: flawed.preview.file is not None)
    assert flawed.model.records[2].text.subject == "“Đường hoa”"
    assert flawed.preview.problems == []
    assert not flawed.preview.mend_button.isVisible()
