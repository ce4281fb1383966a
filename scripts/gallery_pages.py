"""The sample pages of ``gallery.py``; they are also examples of how a page is made."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.crash_dialog import CrashDialog
from dvk_desktop.views.frame.main_window import MainWindow
from dvk_desktop.views.icons import dot
from dvk_desktop.views.item_models.columns import NUMBER, Column
from dvk_desktop.views.item_models.record_table import RecordTableModel
from dvk_desktop.views.item_models.sort_filter import SortFilterProxy
from dvk_desktop.views.messages import Box, make_box
from dvk_desktop.views.page import Page, PageEntry
from dvk_desktop.views.palettes import Scheme, Tone
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.theme import apply_theme, make_application
from dvk_desktop.views.translation import install_language
from dvk_desktop.views.widgets.bar_chart import Bar, BarChart
from dvk_desktop.views.widgets.card import Card
from dvk_desktop.views.widgets.date_edit import DateEdit
from dvk_desktop.views.widgets.empty_state import EmptyState
from dvk_desktop.views.widgets.file_drop import FileDrop
from dvk_desktop.views.widgets.global_search import SearchHit
from dvk_desktop.views.widgets.labelled_form import LabelledForm
from dvk_desktop.views.widgets.labels import badge, button, text_label
from dvk_desktop.views.widgets.page_preview import PageImage, PagePreview
from dvk_desktop.views.widgets.points_edit import PointsEdit, format_points
from dvk_desktop.views.widgets.record_table_view import RecordTableView
from dvk_desktop.views.widgets.scrolling import scrolling
from dvk_desktop.views.widgets.search_box import SearchBox
from dvk_desktop.views.widgets.section_header import SectionHeader
from dvk_desktop.views.widgets.stat_tile import StatTile


@dataclass(frozen=True, slots=True)
class SampleRow:
    """One line of the sample list."""

    id: str
    title: str
    unit: str
    sector: str
    points: Decimal | None
    state: str


_TITLES = (
    "Vận động nhân dân hiến đất mở rộng đường giao thông nông thôn",
    "Tổ tự quản bảo vệ môi trường “Sạch nhà, đẹp ngõ”",
    "Tuyến đường hoa phụ nữ tự quản",
    "Mô hình trồng dưa chuột bao tử liên kết tiêu thụ sản phẩm",
    "Camera an ninh xóm 5",
    "Câu lạc bộ dưỡng sinh người cao tuổi",
)
_UNITS = ("Xã Yên Thành", "Thị trấn Yên Thịnh", "Xã Khánh Thượng", "Xã Mai Sơn")
_SECTORS = ("Kinh tế", "Văn hoá – xã hội", "Quốc phòng – an ninh", "Hệ thống chính trị")
_STATES = ("Đã tiếp nhận", "Trả lại bổ sung", "Được công nhận")


def sample_rows(count: int) -> list[SampleRow]:
    """Return some believable rows."""
    return [
        SampleRow(
            str(number),
            _TITLES[number % len(_TITLES)],
            _UNITS[number % len(_UNITS)],
            _SECTORS[number % len(_SECTORS)],
            Decimal(700 + number % 280) / 10 if number % 5 else None,
            _STATES[number % len(_STATES)],
        )
        for number in range(count)
    ]


_TONES = {"Đã tiếp nhận": Tone.ACCENT, "Trả lại bổ sung": Tone.WARNING}

COLUMNS = (
    Column[SampleRow]("title", "Tên mô hình", lambda row: row.title, stretch=True),
    Column[SampleRow]("unit", "Đơn vị", lambda row: row.unit, width=150),
    Column[SampleRow]("sector", "Lĩnh vực", lambda row: row.sector, width=160),
    Column[SampleRow](
        "points",
        "Điểm",
        lambda row: format_points(row.points),
        sort_key=lambda row: row.points,
        alignment=NUMBER,
        width=72,
    ),
    Column[SampleRow](
        "state",
        "Trạng thái",
        lambda row: row.state,
        decoration=lambda row: dot(_TONES.get(row.state, Tone.SUCCESS)),
        width=150,
    ),
)


class OverviewSample(Page):
    """Tiles and charts."""

    def __init__(self) -> None:
        super().__init__()
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout()
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(16)
        header = SectionHeader("Tổng quan", "Năm 2017 · huyện Yên Mô · 26 đơn vị")
        header.add_action(badge("Đang mở", Tone.SUCCESS))
        header.add_action(button("Mở đợt mới", icon_name="plus", kind="primary"))
        layout.addWidget(header)
        layout.addLayout(self._tiles())
        charts = QHBoxLayout()
        charts.setSpacing(12)
        for title, chart in (
            ("Mô hình theo lĩnh vực", self._simple()),
            ("Theo đơn vị và trạng thái", self._stacked()),
        ):
            card = Card(title)
            card.body.addWidget(chart)
            card.body.addStretch(1)
            charts.addWidget(card, 1)
        layout.addLayout(charts)
        layout.addWidget(FileDrop("Thả các tệp đăng ký vào đây", (".xlsx", ".xls", ".docx")))
        layout.addStretch(1)
        outside.addWidget(scrolling(layout))

    def _tiles(self) -> QHBoxLayout:
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for caption, figure, note, tone in (
            ("Đăng ký", "138", "26 đơn vị đã gửi", Tone.NEUTRAL),
            ("Chờ tiếp nhận", "12", "3 bản nộp muộn", Tone.DANGER),
            ("Đã chấm điểm", "96", "70 % số đăng ký", Tone.NEUTRAL),
            ("Được công nhận", "84", "Quyết định 15-QĐ/HU", Tone.NEUTRAL),
        ):
            tile = StatTile(caption, is_clickable=True)
            tile.show_figure(figure, note, tone)
            tiles.addWidget(tile)
        return tiles

    def _simple(self) -> BarChart:
        chart = BarChart("Số mô hình theo lĩnh vực", is_clickable=True)
        chart.show_bars(
            [
                Bar("a", "Kinh tế", (52,)),
                Bar("b", "Văn hoá – xã hội", (56,)),
                Bar("c", "Quốc phòng – an ninh", (20,)),
                Bar("d", "Hệ thống chính trị", (10,)),
            ]
        )
        return chart

    def _stacked(self) -> BarChart:
        chart = BarChart("Theo trạng thái", ("Chờ", "Tiếp nhận", "Công nhận"))
        chart.show_bars(
            [
                Bar("a", "Xã Yên Thành", (2, 3, 5)),
                Bar("b", "Thị trấn Yên Thịnh", (1, 0, 4)),
                Bar("c", "Hội Liên hiệp Phụ nữ huyện", (0, 2, 1)),
            ]
        )
        return chart


class TableSample(Page):
    """A list with search and a form beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._model = RecordTableModel(COLUMNS, self)
        self._proxy = SortFilterProxy(self._model, self)
        self._search = SearchBox("Lọc danh sách")
        self._search.searched.connect(self._proxy.set_query)
        self._table = RecordTableView("sample", "Đăng ký", empty_text="Chưa có đăng ký nào.")
        self._table.setModel(self._proxy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(12)
        header = SectionHeader("Đăng ký", "138 mô hình của 26 đơn vị")
        header.add_action(button("Nhập từ tệp", icon_name="file-import"))
        header.add_action(button("Đăng ký mới", icon_name="plus", kind="primary"))
        layout.addWidget(header)
        bar = QHBoxLayout()
        bar.addWidget(self._search, 1)
        states = QComboBox()
        states.addItems(["Mọi trạng thái", "Đã tiếp nhận", "Trả lại bổ sung"])
        bar.addWidget(states)
        bar.addStretch(2)
        layout.addLayout(bar)
        layout.addWidget(self._table, 1)
        self._model.replace(sample_rows(138))
        self._table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
        self._table.selectRow(2)

    def first_focus(self) -> QWidget:
        """Begin in the table."""
        return self._table


class FormSample(Page):
    """All fields, with faults."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(SectionHeader("Sửa đăng ký", "Bản nháp, lưu lúc 14:05"))
        form = self._form()
        holder = QVBoxLayout()
        holder.setContentsMargins(0, 0, 16, 0)
        holder.addWidget(form)
        holder.addStretch(1)
        layout.addWidget(scrolling(holder), 1)
        buttons = QHBoxLayout()
        buttons.addWidget(button("Xoá", icon_name="trash", kind="danger"))
        buttons.addStretch(1)
        buttons.addWidget(button("Không lưu"))
        buttons.addWidget(button("Lưu", icon_name="device-floppy", kind="primary"))
        layout.addLayout(buttons)

    def _form(self) -> LabelledForm:
        form = LabelledForm(columns=2)
        form.add_section("Mô hình")
        form.add("title", "Tên mô hình", QLineEdit(), is_required=True, span=2)
        units = QComboBox()
        units.addItems(["Xã Yên Thành", "Thị trấn Yên Thịnh"])
        form.add("unit", "Đơn vị", units, is_required=True)
        form.add("leader", "Người phụ trách", QLineEdit("Nguyễn Thị Hường"))
        start = DateEdit()
        start.set_value(date(2017, 3, 15))
        form.add("start", "Ngày bắt đầu", start, hint="Có thể để trống")
        points = PointsEdit()
        points.set_value(Decimal("18.5"))
        form.add("points", "Điểm tự chấm", points)
        form.add_section("Nội dung")
        text = QPlainTextEdit("Vận động 45 hộ hiến 1.250 m² đất, góp 320 ngày công.")
        text.setFixedHeight(72)
        form.add("content", "Nội dung thực hiện", text, span=2)
        choices = QWidget()
        row = QHBoxLayout(choices)
        row.setContentsMargins(0, 0, 0, 0)
        chosen = QRadioButton("Tập thể")
        chosen.setChecked(True)
        visited = QCheckBox("Đã kiểm tra thực tế")
        visited.setChecked(True)
        row.addWidget(chosen)
        row.addWidget(QRadioButton("Cá nhân"))
        row.addWidget(visited)
        disabled = button("Không bấm được", icon_name="lock")
        disabled.setEnabled(False)
        row.addWidget(disabled)
        row.addStretch(1)
        form.add_wide(choices)
        form.show_faults({"title": "Hãy điền tên mô hình."})
        return form


class PreviewSample(Page):
    """Tabs, preview and an empty place."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        tabs = QTabWidget()
        preview = PagePreview()
        preview.set_pages(3, _draw_sheet)
        tabs.addTab(preview, "Xem trước")
        tabs.addTab(text_label("…"), "Lịch sử")
        layout.addWidget(SectionHeader("Giấy chứng nhận"))
        both = QHBoxLayout()
        both.addWidget(tabs, 3)
        both.addWidget(
            EmptyState(
                "certificate",
                "Chưa có giấy chứng nhận",
                "Khi có quyết định công nhận, giấy chứng nhận được lập từ đây.",
                action="Sang trang Công nhận",
            ),
            2,
        )
        layout.addLayout(both, 1)


def _draw_sheet(number: int, scale: float) -> PageImage:
    wide, high = round(842 * scale), round(595 * scale)
    return PageImage(wide, high, b"\xfd\xf8\xec\xff" * (wide * high))


PAGES = (
    PageEntry("overview", "Tổng quan", "layout-dashboard", OverviewSample),
    PageEntry("registrations", "Đăng ký", "clipboard-list", TableSample),
    PageEntry("form", "Biểu mẫu", "edit", FormSample),
    PageEntry("certificates", "Giấy chứng nhận", "certificate", PreviewSample),
    PageEntry("reports", "Báo cáo", "chart-bar", Page),
    PageEntry("settings", "Cài đặt", "settings", Page),
)


def draw_all(folder: Path, scale: str) -> None:
    """Write one picture for each page and scheme."""
    application = make_application()
    install_language(application)
    for scheme in Scheme:
        apply_theme(application, scheme)
        runner = TaskRunner()
        window = MainWindow(PAGES, runner=runner, bus=ChangeBus())
        window.show_office("Ban Dân vận Huyện uỷ Yên Mô")
        window.show_campaigns([("1", "Phong trào Dân vận khéo năm 2017")], "1")
        window.show_marker("Dữ liệu mẫu")
        window.show_message("Đã đọc 138 đăng ký từ 26 tệp.")
        # What a laptop of 1366 x 768 leaves above the task bar.
        window.resize(int(1366 / float(scale)), int(728 / float(scale)))
        window.show()
        for entry in PAGES[:4]:
            window.open_page(entry.key)
            _grab(window, folder / f"{scheme.value}-{entry.key}-{scale}.png")
        _draw_search(window, folder / f"{scheme.value}-search-{scale}.png")
        _draw_boxes(window, folder, scheme)
        window.close()
        runner.stop()
        window.deleteLater()


def _draw_search(window: MainWindow, file: Path) -> None:
    window.set_searcher(
        lambda text: [
            SearchHit("registrations", row.id, row.title, row.unit) for row in sample_rows(5)
        ]
    )
    window.open_page("registrations")
    search = window._top.search  # noqa: SLF001 -- a picture of the inside
    search.setFocus()
    search.setText("hoa")
    search.returnPressed.emit()
    _grab(window, file)


def _draw_boxes(window: MainWindow, folder: Path, scheme: Scheme) -> None:
    question = Box(
        "Xoá 3 đăng ký?",
        "Các bản nháp này sẽ mất hẳn, không lấy lại được.",
        "",
        "Xoá 3 đăng ký",
        Tone.DANGER,
    )
    box = make_box(window, question)
    box.show()
    _grab(box, folder / f"{scheme.value}-confirm.png")
    box.close()
    dialog = CrashDialog("Traceback (most recent call last):\n  …", Path("nhat-ky.log"), window)
    dialog.show()
    _grab(dialog, folder / f"{scheme.value}-crash.png")
    dialog.close()


def _grab(widget: QWidget, file: Path) -> None:
    QApplication.processEvents()
    QApplication.processEvents()
    widget.grab().save(str(file))
