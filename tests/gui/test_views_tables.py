"""Lists: columns, sorting, filtering, selection, pages."""

from dataclasses import dataclass
from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, QSettings, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QMenu

from dvk_desktop.views.item_models.columns import ID_ROLE, NUMBER, RECORD_ROLE, Column
from dvk_desktop.views.item_models.paged_table import PAGE_ROWS, PagedTableModel
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.item_models.sort_filter import SortFilterProxy
from dvk_desktop.views.widgets.record_table_view import RecordTableView


@dataclass(frozen=True)
class Row:
    id: str
    name: str
    points: Decimal | None = None


COLUMNS = (
    Column[Row]("name", "Tên", lambda row: row.name, width=300),
    Column[Row](
        "points",
        "Điểm",
        lambda row: "" if row.points is None else str(row.points),
        sort_key=lambda row: row.points,
        alignment=NUMBER,
    ),
)
ROWS = [
    Row("a", "Xã Yên Thành", Decimal("9.5")),
    Row("b", "Xã Đồng Tiến", Decimal("10")),
    Row("c", "Xã Khánh Hòa"),
]


@pytest.fixture
def model():
    made = RecordTableModel(COLUMNS)
    made.replace(ROWS)
    return made


@pytest.fixture
def view(qtbot, model):
    made = RecordTableView("rows", "Danh sách", empty_text="Chưa có gì.")
    made.setModel(model)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(model, column=0):
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_record_table_keeps_the_contract_of_qt(qtmodeltester, model):
    qtmodeltester.check(model)


def test_checkable_table_keeps_the_contract_of_qt(qtmodeltester):
    model = RecordTableModel(COLUMNS, checkable=True)
    model.replace(ROWS)
    qtmodeltester.check(model)


def test_proxy_keeps_the_contract_of_qt(qtmodeltester, model):
    proxy = SortFilterProxy(model)
    proxy.sort(0)
    qtmodeltester.check(proxy)


def test_cells_and_headers(model):
    assert shown(model) == [row.name for row in ROWS]
    assert model.index(1, 0).data(RECORD_ROLE) == ROWS[1]
    assert model.index(1, 0).data(ID_ROLE) == "b"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Điểm"


@pytest.mark.parametrize(
    "rows",
    [ROWS[:1], list(reversed(ROWS)), [Row("x", "Mới"), *ROWS], [Row("b", "Đổi tên")], [], ROWS],
)
def test_replace_keeps_contract_and_selection(qtmodeltester, model, view, rows):
    view.select_id("b")
    model.replace(rows)
    qtmodeltester.check(model)
    assert shown(model) == [row.name for row in rows]
    assert view.selected_records() == [row for row in rows if row.id == "b"]


def test_ticks_follow_their_records(qtbot):
    model = RecordTableModel(COLUMNS, checkable=True)
    model.replace(ROWS)
    with qtbot.waitSignal(model.checked_changed):
        model.setData(
            model.index(1, 0), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole
        )
    model.replace(reversed(ROWS))
    assert model.checked_ids() == ("b",)
    model.replace(ROWS[:1])
    assert model.checked_ids() == ()


def test_vietnamese_order_and_empty_cells_last(model):
    proxy = SortFilterProxy(model)
    proxy.sort(0)
    assert shown(proxy) == ["Xã Đồng Tiến", "Xã Khánh Hòa", "Xã Yên Thành"]
    proxy.sort(1)
    assert shown(proxy, 1) == ["9.5", "10", ""]
    proxy.sort(1, Qt.SortOrder.DescendingOrder)
    assert shown(proxy, 1) == ["10", "9.5", ""]


def test_filter_forgives_accents(model):
    proxy = SortFilterProxy(model)
    proxy.set_query("dong tien")
    assert shown(proxy) == ["Xã Đồng Tiến"]
    proxy.set_query("khánh hoà")
    assert shown(proxy) == ["Xã Khánh Hòa"]
    proxy.set_query("")
    proxy.set_condition(lambda row: row.points is not None)
    assert len(shown(proxy)) == 2


def test_selection_survives_a_filter_that_keeps_it(qtbot, model):
    proxy = SortFilterProxy(model)
    view = RecordTableView("rows", "Danh sách")
    view.setModel(proxy)
    qtbot.addWidget(view)
    view.select_id("b")
    proxy.set_query("tien")
    assert view.selected_ids() == ["b"]


def test_copy_is_what_excel_expects(view):
    view.selectAll()
    view.copy_selection(with_headings=True)
    assert QGuiApplication.clipboard().text().split("\n") == [
        "Tên\tĐiểm",
        "Xã Yên Thành\t9.5",
        "Xã Đồng Tiến\t10",
        "Xã Khánh Hòa\t",
    ]


def test_enter_opens_the_row(qtbot, view):
    view.select_id("c")
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [ROWS[2]]


def test_columns_are_remembered(qtbot, model, tmp_path):
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    for width in (300, 222):
        view = RecordTableView("rows", "Danh sách", settings=settings)
        qtbot.addWidget(view)
        view.setModel(model)
        assert view.columnWidth(0) == width
        view.setColumnWidth(0, 222)
    view.reset_columns()
    assert view.columnWidth(0) == 300


@pytest.mark.qt_log_ignore("does not support grabbing", extend=True)
def test_context_menu_hides_a_column(qtbot, view):
    place = view.viewport().rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.mapToGlobal(place))
    view.contextMenuEvent(event)
    menu = view.findChild(QMenu)
    points = [action for action in menu.findChild(QMenu).actions() if action.text() == "Điểm"]
    points[0].trigger()
    menu.close()
    assert view.isColumnHidden(1)
    qtbot.waitUntil(lambda: view.findChild(QMenu) is None)


class Source:
    """A hundred thousand rows that note what is read of them."""

    def __init__(self):
        self.pages = []

    def fetch(self, offset, limit):
        self.pages.append(offset // PAGE_ROWS)
        return [Row(str(n), f"Mô hình {n}") for n in range(offset, offset + limit)]

    def count(self):
        return 100_000


def test_paged_table_keeps_the_contract_of_qt(qtmodeltester):
    model = PagedTableModel(COLUMNS)
    model.set_source(lambda offset, limit: ROWS[offset : offset + limit], lambda: len(ROWS))
    qtmodeltester.check(model)


def test_a_hundred_thousand_rows_read_few_pages(qtbot):
    source = Source()
    model = PagedTableModel(COLUMNS)
    view = RecordTableView("many", "Danh sách")
    qtbot.addWidget(view)
    view.setModel(model)
    view.show()
    model.set_source(source.fetch, source.count)
    view.grab()
    assert set(source.pages) == {0}
    view.scrollToBottom()
    view.grab()
    assert set(source.pages) <= {0, 498, 499}
    assert len(source.pages) <= 3


def test_header_click_asks_the_source(qtbot):
    source = Source()
    model = PagedTableModel(COLUMNS)
    view = RecordTableView("many", "Danh sách")
    qtbot.addWidget(view)
    view.setModel(model)
    model.set_source(source.fetch, source.count)
    with qtbot.waitSignal(model.sort_requested) as asked:
        view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert asked.args == ["points", True]


def test_paged_table_keeps_selection_on_a_fresh_read(qtbot):
    source = Source()
    model = PagedTableModel(COLUMNS)
    view = RecordTableView("many", "Danh sách")
    qtbot.addWidget(view)
    view.setModel(model)
    model.set_source(source.fetch, source.count)
    view.selectRow(5)
    model.set_source(source.fetch, source.count)
    assert view.selected_ids() == ["5"]


def test_a_vanished_row_is_empty_not_a_fault():
    model = PagedTableModel(COLUMNS)
    model.set_source(lambda offset, limit: [], lambda: 3)
    assert model.index(2, 0).data() is None
    assert model.record(2) is None
    assert model.rowCount(QModelIndex()) == 3
