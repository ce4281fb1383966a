"""Reports on screen say what the files say, and lead to the registrations."""

import openpyxl
import pytest
from exchange_offices import SAMPLES, settle, shown_page, texts
from PySide6.QtCore import Qt

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.domain.registration_states import RegistrationAction as Action
from dvk_desktop.views import file_choice
from dvk_desktop.views.reports.page import BY_ROW, TABLE, TOTALS, ReportsPage
from dvk_desktop.views.reports.report_chart import bars_by_row, bars_of_totals
from dvk_desktop.views.widgets.bar_chart import BarChart

FILES = ("02-xa-yen-phong.xlsx", "04-xa-yen-mac.xlsx")


@pytest.fixture
def office(tmp_path):
    services = open_office(tmp_path / "office")
    services.office.found(code="H00", name="Huyện ủy Yên Mô", level="district")
    services.campaign, _ = services.campaigns.create(2017)
    services.unit_import.import_file(SAMPLES / "units.xlsx")
    services.intake.apply(
        services.intake.plan([SAMPLES / name for name in FILES], services.campaign)
    )
    wanted = RegistrationFilter(campaign_id=services.campaign)
    ids = [row.id for row in services.registrations.rows(wanted)]
    services.registrations.step(ids, Action.SUBMIT)
    yield services
    services.close()


@pytest.fixture
def page(qtbot, office, runner, bus):
    made = shown_page(qtbot, ReportsPage(office, runner, bus), bus, office.campaign)
    settle(qtbot, runner)
    return made


def test_rows_and_totals_are_those_of_the_service(office, page):
    report = office.reports.compute("sector-by-unit", office.campaign)
    rows = texts(page.view().table.model())
    assert page.report() == report
    assert [row[1] for row in rows] == [row.cells[1] for row in report.rows]
    assert page.view().total_texts()[1:3] == ["Tổng số", "10"]


def test_numbers_stand_at_the_right_and_groups_above(page):
    table = page.view().table
    model = table.model()
    assert model.index(0, 2).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    plain = table.horizontalHeader().fontMetrics().lineSpacing()
    assert table.horizontalHeader().sizeHint().height() > 3 * plain


def test_sorting_by_a_column_is_by_number(page):
    table = page.view().table
    table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    figures = [int(row[2]) for row in texts(table.model())]
    assert figures == sorted(figures, reverse=True)


@pytest.mark.parametrize("place", range(7))
def test_every_report_is_shown(qtbot, office, page, runner, place):
    page._list.setCurrentRow(place)
    settle(qtbot, runner)
    assert page.report().name == office.reports.names()[place].code
    for form in (BY_ROW, TOTALS, TABLE):
        page.show_as(form)


def test_bars_add_up_to_the_totals(office, page):
    report = office.reports.compute("sector-by-unit", office.campaign)
    assert sum(bar.total for bar in bars_by_row(report).bars) == 10
    assert sum(bar.total for bar in bars_of_totals(report).bars) == 10


def test_a_row_and_a_bar_lead_to_the_registrations_of_the_unit(qtbot, page):
    report = page.report()
    wanted = []
    page.go_to.connect(lambda key, what: wanted.append((key, what)))
    table = page.view().table
    table.doubleClicked.emit(table.model().index(0, 1))
    page.show_as(BY_ROW)
    chart = page.findChild(BarChart)
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    row = next(row for row in report.rows if row.cells[2])
    expected = ("registrations", RegistrationFilter(unit_id=row.unit_id))
    assert wanted == [
        ("registrations", RegistrationFilter(unit_id=report.rows[0].unit_id)),
        expected,
    ]


@pytest.mark.parametrize("suffix", [".xlsx", ".docx", ".pdf"])
def test_a_report_is_written_where_the_person_says(
    qtbot, page, runner, tmp_path, monkeypatch, suffix
):
    names = []

    def choose(parent, title, suggestion, kinds):
        names.append(suggestion.name)
        return tmp_path / "bao cao"

    monkeypatch.setattr(file_choice, "ask_target", choose)
    page.write(suffix)
    settle(qtbot, runner)
    assert (tmp_path / f"bao cao{suffix}").stat().st_size > 1000
    assert names[0].startswith("mo-hinh-dang-ky-theo-linh-vuc")
    assert page._files.folder("reports") == tmp_path


def test_the_written_workbook_holds_the_figures_of_the_screen(
    qtbot, page, runner, tmp_path, monkeypatch
):
    target = tmp_path / "bieu.xlsx"
    monkeypatch.setattr(file_choice, "ask_target", lambda *given: target)
    page.write(".xlsx")
    settle(qtbot, runner)
    sheet = openpyxl.load_workbook(target).active
    values = [row for row in sheet.iter_rows(values_only=True) if "Xã Yên Phong" in row]
    assert len(values) == 1
    assert 5 in values[0]


def test_a_campaign_without_figures_says_so(qtbot, office, page, runner):
    other, _ = office.campaigns.create(2018)
    page.show_campaign(other)
    page._list.setCurrentRow(6)
    settle(qtbot, runner)
    assert page.report().rows == ()
    assert page._stack.currentIndex() == 2
