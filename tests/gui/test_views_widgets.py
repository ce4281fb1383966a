"""Fields and small pieces: what is typed is what is meant."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QLineEdit

from dvk_desktop.domain.errors import MissingFieldsError
from dvk_desktop.views.widgets.bar_chart import Bar, BarChart
from dvk_desktop.views.widgets.date_edit import DateEdit, format_date, parse_date
from dvk_desktop.views.widgets.file_drop import files_in
from dvk_desktop.views.widgets.labelled_form import LabelledForm
from dvk_desktop.views.widgets.page_preview import PageImage, PagePreview
from dvk_desktop.views.widgets.points_edit import PointsEdit, format_points, parse_points
from dvk_desktop.views.widgets.search_box import SearchBox
from dvk_desktop.views.widgets.stat_tile import StatTile


@pytest.fixture
def add(qtbot):
    def show(widget):
        qtbot.addWidget(widget)
        widget.show()
        return widget

    return show


def test_search_waits_for_a_pause(qtbot, add):
    box = add(SearchBox("Tìm"))
    heard = []
    box.searched.connect(heard.append)
    for text in ("d", "đ", "đươ", "đươ", "đường"):
        box.setText(text)
    assert heard == []
    qtbot.waitUntil(lambda: heard == ["đường"])


def test_search_lets_input_methods_correct_themselves(qtbot, add):
    box = add(SearchBox("Tìm"))
    qtbot.keyClicks(box, "duong")
    for _ in range(5):
        qtbot.keyClick(box, Qt.Key.Key_Backspace)
    box.insert("đường")
    with qtbot.waitSignal(box.searched) as heard:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert heard.args == ["đường"]


def test_escape_clears_the_search_at_once(qtbot, add):
    box = add(SearchBox("Tìm"))
    box.setText("hoa")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    with qtbot.waitSignal(box.searched) as heard:
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert heard.args == [""]
    assert box.text() == ""


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_dates_are_read_as_they_are_written(day):
    assert parse_date(format_date(day)) == day
    assert parse_date(f"{day.day}.{day.month}.{day.year}") == day


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5/3/26", date(2026, 3, 5)),
        (" 05-03-2026 ", date(2026, 3, 5)),
        ("05032026", date(2026, 3, 5)),
        ("31/2/2026", None),
        ("5/3", None),
        ("hôm nay", None),
    ],
)
def test_dates_as_offices_type_them(text, value):
    assert parse_date(text) == value


def test_date_edit_tidies_and_may_be_empty(qtbot, add):
    edit = add(DateEdit())
    assert (edit.value(), edit.is_valid()) == (None, True)
    heard = []
    edit.changed.connect(heard.append)
    qtbot.keyClicks(edit, "5/3/2026")
    edit.editingFinished.emit()
    assert edit.text() == "05/03/2026"
    assert heard[-1] == date(2026, 3, 5)
    edit.setText("hôm qua")
    edit.editingFinished.emit()
    assert (edit.value(), edit.is_valid(), edit.property("invalid")) == (None, False, True)


@pytest.mark.qt_log_ignore("does not support grabbing", extend=True)
def test_calendar_fills_the_date(qtbot, add):
    from PySide6.QtWidgets import QCalendarWidget

    edit = add(DateEdit())
    edit.set_value(date(2017, 3, 15))
    edit._pick()
    calendar = edit.findChild(QCalendarWidget)
    calendar.activated.emit(calendar.selectedDate().addDays(1))
    assert edit.value() == date(2017, 3, 16)


@given(st.decimals(0, 100, places=3))
def test_points_are_exact_with_comma_and_point(value):
    assert parse_points(format_points(value)) == value
    assert parse_points(f"{value:f}") == value


@pytest.mark.parametrize("text", ["", "1,2,3", "1e5", "NaN", "mười", "1 2", "12%"])
def test_points_refuse_what_is_not_one_number(text):
    assert parse_points(text) is None


def test_points_edit_knows_its_limits(qtbot, add):
    edit = add(PointsEdit(Decimal(0), Decimal(20), step=Decimal("0.25")))
    qtbot.keyClicks(edit, "18,5")
    assert edit.value() == Decimal("18.5")
    qtbot.keyClick(edit, Qt.Key.Key_Up)
    assert edit.text() == "18,75"
    edit.setText("21")
    assert (edit.value(), edit.is_valid()) == (None, False)
    edit.setText("")
    assert (edit.value(), edit.is_valid()) == (None, True)


def test_form_goes_to_the_first_fault(add):
    form = LabelledForm(columns=2)
    for key in ("title", "unit", "leader"):
        form.add(key, key.title(), QLineEdit(), is_required=key != "leader")
    add(form)
    assert form.show_missing(MissingFieldsError(("unit", "leader"), "Đơn vị, Phụ trách"))
    assert form.focusWidget() is form.field("unit")
    assert form.field("unit").property("invalid") is True
    assert form.field("title").property("invalid") in {None, False}
    form.clear_faults()
    assert form.field("unit").property("invalid") is False


def test_form_says_what_is_required(add):
    form = LabelledForm()
    edit = QLineEdit()
    form.add("title", "Tên mô hình", edit, is_required=True)
    add(form)
    assert edit.accessibleName() == "Tên mô hình, bắt buộc"


def test_chart_says_its_figures_and_opens_bars(qtbot, add):
    chart = BarChart("Theo lĩnh vực", ("Mới", "Cũ"), is_clickable=True)
    chart.show_bars([Bar("k", "Kinh tế", (50, 2)), Bar("v", "Văn hoá", (1000, 56))])
    add(chart)
    assert chart.accessibleDescription() == "Kinh tế: Mới 50, Cũ 2; Văn hoá: Mới 1.000, Cũ 56"
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    with qtbot.waitSignal(chart.opened) as opened:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert opened.args == ["v"]
    assert not chart.grab().isNull()


@pytest.mark.parametrize("bars", [[], [Bar("a", "Không có", (0,))]])
def test_chart_without_figures_is_drawn(add, bars):
    chart = BarChart("Trống")
    chart.show_bars(bars)
    assert not add(chart).grab().isNull()


def test_tile_opens_with_the_keyboard(qtbot, add):
    tile = StatTile("Đăng ký", is_clickable=True)
    tile.show_figure("138", "26 đơn vị")
    add(tile)
    assert tile.accessibleName() == "Đăng ký: 138. 26 đơn vị"
    with qtbot.waitSignal(tile.opened):
        qtbot.keyClick(tile, Qt.Key.Key_Space)


def test_drop_takes_known_local_files_only():
    mime = QMimeData()
    names = ("/a/Đăng ký.XLSX", "/a/ảnh.png")
    urls = [QUrl.fromLocalFile(name) for name in names]
    mime.setUrls([*urls, QUrl("https://example.org/b.xlsx")])
    assert files_in(mime, (".xlsx",)) == [Path("/a/Đăng ký.XLSX")]


def test_preview_draws_only_what_is_looked_at(add):
    asked = []

    def draw(number, scale):
        asked.append(number)
        wide, high = max(1, round(80 * scale)), max(1, round(60 * scale))
        return PageImage(wide, high, bytes(wide * high * 4))

    preview = add(PagePreview())
    preview.resize(400, 300)
    preview.set_pages(30, draw)
    preview.turn_to(7)
    preview.zoom_by(1.25)
    preview.turn_to(99)
    assert set(asked) == {0, 7, 29}
    preview.set_pages(0, None)
    preview.turn_to(1)
    assert set(asked) == {0, 7, 29}
