"""The entry grid over 100,000 registrations: opening, totals, pasting, what follows each letter."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Office
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from ratios import Report, in_turns

from dvk_desktop.bootstrap import database_path, open_office
from dvk_desktop.domain.records.registration import RegistrationDraft, RegistrationFilter
from dvk_desktop.services.registrations.row_drafts import KeptDrafts
from dvk_desktop.services.services import Services

LIMIT_MS = 50
TYPING_LIMIT_MS = 10
PASTED = 1000
PAIRS = 5

ORDER = (
    "SELECT r.id FROM registration r JOIN unit u ON u.id = r.unit_id "
    "WHERE r.is_deleted = 0 AND r.campaign_id = ? ORDER BY {}, r.rowid"
)
ORDERS = {"unit": "u.sort_order, u.id", "name": "r.name_sort", "lead_body": "r.lead_body"}
FIRST_ROWS = "SELECT * FROM registration WHERE is_deleted = 0 AND campaign_id = ? LIMIT 100"
TOTALS = (
    "SELECT count(*), sum(people_count), sum(cost), sum(work_days), sum(land_area) "
    "FROM registration WHERE is_deleted = 0 AND campaign_id = ?"
)
NAMES_OF_UNIT = (
    "SELECT id, name FROM registration WHERE is_deleted = 0 AND campaign_id = ? AND unit_id = ?"
)


@pytest.fixture
def bare(full_office: Office) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(database_path(full_office.folder))
    connection.execute("PRAGMA cache_size = -32000")
    yield connection
    connection.close()


@pytest.mark.bench
@pytest.mark.timeout(900)
@pytest.mark.parametrize("sort", ORDERS)
def test_opening_the_grid(
    full_services: Services,
    full_office: Office,
    bare: sqlite3.Connection,
    sort: str,
    report: Report,
) -> None:
    """Order, lists and the first rows, against the ids in that order and as many rows."""
    from dvk_desktop.views.item_models.registration_grid import RegistrationGridModel

    cells, campaign_id = full_services.registration_cells, full_office.campaign_id
    wanted = RegistrationFilter(campaign_id=campaign_id, sort=sort)
    model = RegistrationGridModel(cells)

    def ours() -> None:
        model.show(cells.order(wanted), cells.lists(campaign_id), KeptDrafts())
        for row in range(30):
            for column in range(model.columnCount()):
                model.index(row, column).data()

    def floor() -> None:
        bare.execute(ORDER.format(ORDERS[sort]), (campaign_id,)).fetchall()
        bare.execute(FIRST_ROWS, (campaign_id,)).fetchall()

    timing = in_turns(ours, floor)
    assert model.stored_total == full_services.registrations.count(wanted)
    report.beyond(f"{full_office.name}, open the grid by {sort}", timing, LIMIT_MS)


@pytest.mark.bench
@pytest.mark.timeout(900)
def test_totals(
    full_services: Services, full_office: Office, bare: sqlite3.Connection, report: Report
) -> None:
    """The exact sums below the grid and the counts above the list, against SQLite's rough sums."""
    wanted = RegistrationFilter(campaign_id=full_office.campaign_id)
    values = (full_office.campaign_id,)

    def floor() -> None:
        bare.execute(TOTALS, values).fetchall()

    grid = in_turns(lambda: full_services.registration_cells.totals(wanted), floor)
    report.beyond(f"{full_office.name}, totals of the grid", grid, LIMIT_MS)
    listed = in_turns(lambda: full_services.registrations.sector_totals(wanted), floor)
    report.beyond(f"{full_office.name}, totals of the list", listed, LIMIT_MS)


@pytest.mark.bench
@pytest.mark.timeout(900)
def test_duplicates_while_typing(
    full_services: Services,
    full_office: Office,
    bare: sqlite3.Connection,
    drafts: list[RegistrationDraft],
    report: Report,
) -> None:
    """What is looked for after each letter of a name, against reading the names of the unit."""
    values = (full_office.campaign_id, drafts[-1].unit_id)

    def ours() -> None:
        full_services.duplicates.while_typing(*values, drafts[-1].name)

    ours()
    timing = in_turns(ours, lambda: bare.execute(NAMES_OF_UNIT, values).fetchall())
    report.beyond(f"{full_office.name}, duplicates while typing", timing, TYPING_LIMIT_MS)


@pytest.mark.bench
@pytest.mark.timeout(900)
def test_pasting_rows(
    qtbot: QtBot,
    tmp_path: Path,
    ten_years_office: Office,
    drafts: list[RegistrationDraft],
    report: Report,
) -> None:
    """1,000 rows of ten cells from the clipboard, against inserting them in one transaction."""
    from dvk_desktop.views.change_bus import ChangeBus
    from dvk_desktop.views.registrations.grid import RegistrationGrid
    from dvk_desktop.views.tasks import TaskRunner

    office = ten_years_office.copy(tmp_path / "office")
    services = open_office(office.folder)
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    runner = TaskRunner()
    grid = RegistrationGrid(services, runner, ChangeBus(), settings)
    qtbot.addWidget(grid)
    grid.show_wanted(RegistrationFilter(campaign_id=office.campaign_id))
    grid.show()
    rows = drafts[:PASTED]
    QGuiApplication.clipboard().setText(_as_typed(services, rows))
    before = grid.model.stored_total

    def ours() -> None:
        grid.view.go_to(grid.model.row_total() - 1, 0)
        grid.view.paste()

    def floor() -> None:
        services.registrations.register_many(office.campaign_id, rows)

    timing = in_turns(ours, floor, pairs=PAIRS)
    assert grid.model.stored_total == before + PAIRS * PASTED
    assert not grid.model.faults
    report.ratio(f"paste {PASTED} rows", timing, 2)
    grid.close()
    runner.stop()
    services.close()


def _as_typed(services: Services, rows: list[RegistrationDraft]) -> str:
    """Return rows as a spreadsheet puts them on the clipboard."""
    names = {unit.id: unit.name for unit in services.units.units()}
    lines = []
    for row in rows:
        figures = (row.people_count, row.cost, row.work_days, row.land_area)
        lines.append(
            [
                row.name,
                names[row.unit_id],
                row.sector_code or "",
                str(row.subject_type.label) if row.subject_type else "",
                str(row.kind.label) if row.kind else "",
                f"{row.registered_on:%d/%m/%Y}" if row.registered_on else "",
                *("" if one is None else str(one).replace(".", ",") for one in figures),
            ]
        )
    return "".join("\t".join(line) + "\r\n" for line in lines)
