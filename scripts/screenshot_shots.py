"""What is drawn: each page, and the states of it that a person meets (các ảnh chụp)."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from dvk_desktop.demo.places import sample_files
from dvk_desktop.domain.records.column_condition import ColumnCondition
from dvk_desktop.views.exchange.intake_detail import COLUMNS, PROBLEMS, ROWS, SHEETS, WORDS
from dvk_desktop.views.widgets.global_search import GlobalSearch
from scripts.screenshot_files import odd_files
from scripts.screenshot_stages import (
    ACCEPTED,
    CLOSED,
    CONFLICT,
    EMPTY,
    FIRST_PACKAGE,
    FRESH,
    OPENED,
    REPORTED,
    SCORED,
    SELF_SCORED,
    Stages,
)

SETTINGS = (
    "office",
    "keys",
    "signatories",
    "campaigns",
    "sectors",
    "deadlines",
    "exceptions",
    "targets",
    "appearance",
    "backups",
    "history",
    "about",
)
PAGES = (
    "overview",
    "units",
    "registrations",
    "scoring",
    "recognition",
    "certificates",
    "reports",
    "exchange",
)


class View:
    """The window that is being arranged; ``settle`` waits until it rests (khung nhìn)."""

    def __init__(
        self, window: QWidget, stages: Stages, settle: Callable[[], None], services: Any = None
    ) -> None:
        self.window: Any = window
        self.stages = stages
        self.settle = settle
        self.services = services

    def open(self, key: str) -> Any:
        """Open a page and wait for it."""
        page = self.window.open_page(key)
        self.settle()
        return page


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, the moment of the year, and how to get there (ảnh chụp)."""

    name: str
    stage: str
    arrange: Callable[[View], object]


def _only(key: str) -> Callable[[View], object]:
    return lambda view: view.open(key)


def _unit(view: View) -> None:
    view.open("units").show_record(view.services.units.by_code("X13").id)


def _registration(view: View) -> None:
    page = view.open("registrations")
    page.table.selectRow(3)
    view.settle()


def _registrations(view: View) -> None:
    page = view.open("registrations")
    flags = QItemSelectionModel.SelectionFlag
    for row in range(2, 7):
        page.table.selectionModel().select(
            page.table.model().index(row, 0), flags.Select | flags.Rows
        )


def _grid(view: View) -> Any:
    page = view.open("registrations")
    page.modes.turn(to_grid=True)
    view.settle()
    return page


def _grid_filled(view: View) -> None:
    page = _grid(view)
    table = page.modes.grid.view
    table.setCurrentIndex(table.model().index(3, 2))


def _column_filter(view: View) -> None:
    page = view.open("registrations")
    page.filters.set_column(ColumnCondition("name", words="duong"))
    page.narrowing.columns.set_order((("sector_code", False), ("name", True)))
    page.narrowing.columns.open(1, page.table.horizontalHeader())


def _duplicates(view: View) -> object:
    return view.open("registrations").extras.review_duplicates()


def _continuing(view: View) -> object:
    return view.open("registrations").extras.go_on()


def _templates(view: View) -> object:
    return view.open("registrations").extras.make_templates()


def _new_registration(view: View) -> None:
    view.open("registrations").new()


def _filtered(view: View) -> None:
    view.open("registrations").search("khong co gi giong the nay")


def _sheet(view: View) -> None:
    page = view.open("scoring")
    campaign = view.services.campaigns.of_year(2017)
    page.show_record(view.services.scoring.results(campaign.id)[0].registration_id)


def _results(view: View) -> None:
    view.open("scoring").findChild(QTabWidget).setCurrentIndex(1)


def _recognition(step: int) -> Callable[[View], object]:
    return lambda view: view.open("recognition").tabs.setCurrentIndex(step)


def _report(row: int, form: int = 0) -> Callable[[View], object]:
    def arrange(view: View) -> None:
        page = view.open("reports")
        page.show_record(view.services.reports.names()[row].code)
        view.settle()
        page.show_as(form)

    return arrange


def _exchange(section: str) -> Callable[[View], object]:
    return lambda view: view.open("exchange").show_record(section)


def _receive(view: View) -> None:
    view.open("exchange").take_files([view.stages.package(FIRST_PACKAGE)])


def _receive_many(view: View) -> None:
    folder = view.stages.folder / "goi-thang-1"
    folder.mkdir(exist_ok=True)
    for path in (view.stages.year / "packages").glob("*.dvk"):
        shutil.copyfile(path, folder / path.name)
    (folder / "goi-chep-do.dvk").write_bytes((folder / FIRST_PACKAGE).read_bytes()[:4000])
    view.open("exchange").take_files([folder])


def _receive_many_done(view: View) -> None:
    _receive_many(view)
    view.settle()
    view.open("exchange").receive.batch.run()


def _intake(view: View) -> None:
    page = view.open("exchange")
    page.take_files([Path(path) for path in sample_files()])


def _intake_done(view: View) -> None:
    page = view.open("exchange")
    page.take_files([Path(path) for path in sample_files()])
    view.settle()
    page.intake.apply()


def _intake_odd(view: View) -> Any:
    """Drop files that need a person beside some that do not; return the panel."""
    page = view.open("exchange")
    samples = [Path(path) for path in sample_files()]
    page.take_files([*odd_files(view.stages.folder / "odd"), *samples[:6]])
    view.settle()
    return page.intake


def _intake_file(number: int, tab: int) -> Callable[[View], object]:
    def arrange(view: View) -> None:
        panel = _intake_odd(view)
        panel.table.select_id(str(panel.plan.files[number].path))
        panel.detail.tabs.setCurrentIndex(tab)

    return arrange


def _intake_narrow(view: View) -> None:
    _intake_file(1, WORDS)(view)
    view.window.resize(860, 768)


def _settings(key: str) -> Callable[[View], object]:
    return lambda view: view.open("settings").open_section(key)


def _search(view: View) -> None:
    view.open("overview")
    view.window.findChild(GlobalSearch).setText("duong hoa")


def _folded(view: View) -> None:
    view.open("registrations").table.selectRow(3)
    view.window.resize(910, 485)


def _found(view: View) -> None:
    view.window.findChild(QStackedWidget).setCurrentIndex(1)


def _marked(view: View) -> None:
    view.window.mark_sample(can_leave=True)
    view.open("overview")


SHOTS: tuple[Shot, ...] = (
    Shot("00-first-run", EMPTY, lambda view: None),
    Shot("00-first-run-founding", EMPTY, _found),
    Shot("01-overview", CLOSED, _only("overview")),
    Shot("01-overview-opened", OPENED, _only("overview")),
    Shot("01-overview-sample", SCORED, _marked),
    Shot("01-search", CLOSED, _search),
    Shot("02-units", CLOSED, _unit),
    Shot("03-registration", CLOSED, _registration),
    Shot("03-registration-editable", REPORTED, _registration),
    Shot("03-registrations-chosen", REPORTED, _registrations),
    Shot("03-registration-new", OPENED, _new_registration),
    Shot("03-registrations-none-found", CLOSED, _filtered),
    Shot("03-registration-small", CLOSED, _folded),
    Shot("03-registrations-grid", REPORTED, _grid_filled),
    Shot("03-registrations-grid-empty", FRESH, _grid),
    Shot("03-registrations-column-filter", REPORTED, _column_filter),
    Shot("03-registrations-duplicates", REPORTED, _duplicates),
    Shot("03-registrations-continuing", OPENED, _continuing),
    Shot("03-registrations-templates", OPENED, _templates),
    Shot("04-scoring-self", ACCEPTED, _only("scoring")),
    Shot("04-scoring-council", SELF_SCORED, _only("scoring")),
    Shot("04-scoring-sheet-closed", SCORED, _sheet),
    Shot("04-scoring-results", SCORED, _results),
    Shot("05-recognition-meeting", SCORED, _recognition(0)),
    Shot("05-recognition-meeting-closed", CLOSED, _recognition(0)),
    Shot("05-recognition-decision", SCORED, _recognition(1)),
    Shot("05-recognition-decision-done", CLOSED, _recognition(1)),
    Shot("05-recognition-signing", CLOSED, _recognition(2)),
    Shot("06-certificates", CLOSED, _only("certificates")),
    *(Shot(f"07-report-{row}", CLOSED, _report(row)) for row in range(7)),
    Shot("07-report-bars", CLOSED, _report(0, 1)),
    Shot("07-report-totals", CLOSED, _report(0, 2)),
    Shot("08-exchange-send", CLOSED, _exchange("send")),
    Shot("08-exchange-receive-empty", CLOSED, _exchange("receive")),
    Shot("08-exchange-receive", OPENED, _receive),
    Shot("08-exchange-receive-many", OPENED, _receive_many),
    Shot("08-exchange-receive-many-done", OPENED, _receive_many_done),
    Shot("08-exchange-files-empty", OPENED, _exchange("files")),
    Shot("08-exchange-files", REPORTED, _intake),
    Shot("08-exchange-files-no-list", OPENED, _intake_file(0, SHEETS)),
    Shot("08-exchange-files-header", OPENED, _intake_file(1, SHEETS)),
    Shot("08-exchange-files-columns", OPENED, _intake_file(8, COLUMNS)),
    Shot("08-exchange-files-words", OPENED, _intake_file(1, WORDS)),
    Shot("08-exchange-files-rows", OPENED, _intake_file(1, ROWS)),
    Shot("08-exchange-files-problems", OPENED, _intake_file(1, PROBLEMS)),
    Shot("08-exchange-files-narrow", OPENED, _intake_narrow),
    Shot("08-exchange-files-done", REPORTED, _intake_done),
    Shot("08-exchange-conflicts", CONFLICT, _exchange("conflicts")),
    Shot("08-exchange-offices", CLOSED, _exchange("offices")),
    Shot("08-exchange-history", CLOSED, _exchange("history")),
    Shot("08-exchange-board", REPORTED, _exchange("board")),
    *(Shot(f"09-settings-{key}", CLOSED, _settings(key)) for key in SETTINGS),
    *(Shot(f"10-empty-{key}", FRESH, _only(key)) for key in PAGES),
)

README_SHOT = Shot("window", ACCEPTED, _registration)
