"""The board in the window: filter, the package behind a row, Excel, letters to the late ones."""

from datetime import datetime

import docx
import openpyxl
import pytest
from exchange_offices import settle, shown_page, two_offices

from dvk_desktop.storage.unit_of_work import VIETNAM
from dvk_desktop.views import file_choice
from dvk_desktop.views.exchange.desk import BOARD, HISTORY
from dvk_desktop.views.exchange.page import ExchangePage


@pytest.fixture
def offices(tmp_path):
    with two_offices(tmp_path) as made:
        made.trust_each_other()
        for office in (made.district, made.commune):
            office.database.clock = lambda: datetime(2017, 3, 25, 8, tzinfo=VIETNAM)
        made.register()
        made.merge(made.package())
        yield made


@pytest.fixture
def board(qtbot, offices, runner, bus):
    page = shown_page(qtbot, ExchangePage(offices.district, runner, bus), bus, offices.campaign_id)
    settle(qtbot, runner)
    page.show_record("board")
    settle(qtbot, runner)
    page.board.page = page
    return page.board


@pytest.fixture
def opened(monkeypatch):
    shown = []
    monkeypatch.setattr(file_choice, "show_in_system", shown.append)
    return shown


def _said(board):
    return {(row.unit_code, str(row.step)): str(row.state) for row in board.rows()}


def test_the_board_shows_who_owes_and_filters(board):
    assert board.page.tabs.currentIndex() == BOARD
    everything = _said(board)
    assert everything["X13", "registration"] in ("on_time", "late")
    assert everything["X01", "registration"] == "overdue"

    board.steps.choose("registration")
    board.states.choose("overdue")

    shown = _said(board)
    assert set(shown.values()) == {"overdue"}
    assert {step for _, step in shown} == {"registration"}
    assert ("X13", "registration") not in shown


def test_a_row_leads_to_its_package(board, offices):
    board.table.select_id(next(row.id for row in board.rows() if row.unit_code == "X13"))

    board.open_button.click()

    history = board.page.history.table.current_record()
    assert board.page.tabs.currentIndex() == HISTORY
    assert (history.direction, history.peer_code) == ("in", "X13")


def test_the_board_goes_to_excel_as_it_is_shown(qtbot, board, offices, runner, monkeypatch):
    path = offices.post / "bang.xlsx"
    monkeypatch.setattr(file_choice, "ask_target", lambda *args: path)
    board.steps.choose("dossier")
    board.export()
    settle(qtbot, runner)

    sheet = openpyxl.load_workbook(path).active
    steps = [row[2].value for row in sheet.iter_rows() if isinstance(row[0].value, int)]
    assert set(steps) == {"Gửi hồ sơ đề nghị cấp trên"}
    assert len(steps) == len(board.rows())


def test_one_letter_for_all_who_are_late(qtbot, board, offices, runner, opened, monkeypatch):
    path = offices.post / "don-doc.docx"
    monkeypatch.setattr(file_choice, "ask_target", lambda *args: path)
    late = len(board.overdue())

    board.letter_button.click()
    settle(qtbot, runner)

    assert opened == [path]
    assert len(docx.Document(str(path)).tables[1].rows) == late + 1
    assert path.with_suffix(".pdf").read_bytes().startswith(b"%PDF")


def test_a_letter_for_each(qtbot, board, offices, runner, opened, monkeypatch, tmp_path):
    folder = tmp_path / "giấy"
    folder.mkdir()
    monkeypatch.setattr(file_choice, "ask_folder", lambda parent, title, place: folder)
    units = {row.unit_code for row in board.overdue()}
    board.each_check.setChecked(True)

    board.letter_button.click()
    settle(qtbot, runner)

    names = {f"don-doc-{code}-2017-03-25" for code in units}
    assert {path.stem for path in folder.glob("*.docx")} == names
    assert {path.stem for path in folder.glob("*.pdf")} == names
    assert opened == [folder]
