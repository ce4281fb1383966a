"""A clerk corrects what was understood of a file, leaves rows out, and imports in two goes."""

import openpyxl
import pytest
from exchange_offices import SAMPLES, settle, shown_page, texts, two_offices
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from dvk_desktop.domain.records.intake import Corrections, PlannedAction
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.views import file_choice
from dvk_desktop.views.exchange.intake_columns import verdict
from dvk_desktop.views.exchange.intake_detail import ROWS, WORDS
from dvk_desktop.views.exchange.intake_panel import DONE, PLAN
from dvk_desktop.views.exchange.page import ExchangePage
from dvk_desktop.views.exchange.template_dialog import TemplateDialog

ROWS_OF_FILE = (
    ("STT", "Tên mô hình", "Mảng việc", "Đối tượng", "Loại", "Chi tiết khác"),
    (1, "Nuôi ong", "KTNN", "Tập thể", "Mới", "Thôn 1"),
    (2, "Đường hoa", "KTNN", "Cá nhân", "Mới", "Thôn 2"),
)


@pytest.fixture
def offices(tmp_path):
    with two_offices(tmp_path) as made:
        made.earlier, _ = made.district.campaigns.create(2016)
        yield made


@pytest.fixture
def page(qtbot, offices, runner, bus):
    made = shown_page(qtbot, ExchangePage(offices.district, runner, bus), bus, offices.campaign_id)
    settle(qtbot, runner)
    return made


@pytest.fixture
def panel(page):
    return page.intake


@pytest.fixture
def write(tmp_path):
    def _write(name="danh sach.xlsx", rows=ROWS_OF_FILE, title="NĂM 2017"):
        book = openpyxl.Workbook()
        for row in (("XÃ KHÁNH DƯƠNG",), (title,), *rows):
            book.active.append(row)
        book.save(tmp_path / name)
        return tmp_path / name

    return _write


@pytest.fixture
def read(qtbot, page, runner, write):
    def _read(*paths):
        page.import_files(list(paths) or [write()])
        settle(qtbot, runner)
        return page.intake.plan.files[0]

    return _read


def choose(qtbot, runner, combo, value):
    """Choose as the mouse does: from the list that is open."""
    place = combo.place_of(value)
    combo.setCurrentIndex(place)
    combo.activated.emit(place)
    settle(qtbot, runner)


def actions(file):
    return [item.action.value for item in file.items]


def test_an_unknown_word_is_asked_about_first(read, panel):
    file = read()
    assert actions(file) == ["set_aside", "set_aside"]
    assert panel.detail.tabs.currentIndex() == WORDS
    assert panel.detail.tabs.tabText(WORDS) == "Nghĩa của từ (1 chưa rõ)"
    assert texts(panel.detail.words.table.model())[0] == ["KTNN", "Lĩnh vực", "", "Chưa rõ", "2"]


def test_a_word_gets_its_meaning_from_a_list(qtbot, runner, read, panel):
    read()
    choose(qtbot, runner, panel.detail.words.table.lists["sector_code KTNN"], "KT")
    file = panel.plan.files[0]
    assert actions(file) == ["new", "new"]
    assert [item.draft.sector_code for item in file.items] == ["KT", "KT"]
    states = [(row[0], row[3]) for row in texts(panel.detail.words.table.model())]
    assert ("KTNN", "Vừa sửa") in states


def test_a_column_gets_its_role_and_the_old_one_is_left(qtbot, runner, read, panel):
    read()
    table = panel.detail.columns.table
    choose(qtbot, runner, table.lists["5"], "name")
    columns = panel.plan.files[0].tables[0].columns
    assert [(column.place, column.role) for column in columns if column.is_corrected] == [
        (1, None),
        (5, "name"),
    ]
    assert [item.draft.name for item in panel.plan.files[0].items] == ["Thôn 1", "Thôn 2"]


def test_raw_cells_stand_beside_what_they_were_read_as(read, panel):
    read()
    row = texts(panel.detail.columns.table.model())[0]
    assert row == ["A", "STT", "", "Chắc chắn", "1 · 2", "1 · 2", "Unicode"]


def test_corrections_are_remembered_with_the_import(qtbot, runner, read, panel, write):
    layout = read().tables[0].layout
    panel.correct(layout, Corrections({5: "address"}, {("sector_code", "KTNN"): "KT"}))
    settle(qtbot, runner)
    panel.apply()
    settle(qtbot, runner)
    assert panel.stack.currentIndex() == DONE
    file = read(write("lan hai.xlsx"))
    assert actions(file) == ["same", "same"]
    assert ("Địa chỉ", "Đã nhớ") in [
        (panel.detail.columns.table.lists[str(place)].currentText(), row[3])
        for place, row in enumerate(texts(panel.detail.columns.table.model()))
    ]


def test_what_was_remembered_is_forgotten(qtbot, runner, offices, read, panel):
    layout = read().tables[0].layout
    words = Corrections(words={("sector_code", "KTNN"): "KT"})
    offices.district.intake.remember(layout, words)
    assert actions(read()) == ["new", "new"]
    panel.detail.columns.forget_button.click()
    settle(qtbot, runner)
    assert actions(panel.plan.files[0]) == ["set_aside", "set_aside"]
    assert offices.district.intake.remembered() == {}
    assert not panel.detail.columns.forget_button.isVisible()


def test_corrections_go_along_when_the_unit_is_named(qtbot, runner, offices, read, panel):
    file = read()
    words = Corrections(words={("sector_code", "KTNN"): "KT"})
    panel.correct(file.tables[0].layout, words)
    settle(qtbot, runner)
    unit = offices.district.units.by_code("X13")
    choose(qtbot, runner, panel.detail.unit, unit.id)
    assert panel.plan.files[0].unit_id == unit.id
    assert actions(panel.plan.files[0]) == ["new", "new"]


def test_a_file_of_another_year_goes_into_its_campaign(qtbot, runner, offices, read, panel, write):
    rows = [tuple("KT" if cell == "KTNN" else cell for cell in row) for row in ROWS_OF_FILE]
    file = read(write(rows=rows, title="NĂM 2016"))
    assert [problem.code for problem in file.problems] == ["YEAR_DIFFERS"]
    assert verdict(file)[0] == "Ghi năm khác"
    assert panel.detail.campaign.currentText() == "Tệp ghi 2016"
    choose(qtbot, runner, panel.detail.campaign, offices.earlier)
    assert panel.plan.files[0].problems == ()
    panel.apply()
    settle(qtbot, runner)
    wanted = RegistrationFilter(campaign_id=offices.earlier)
    assert offices.district.registrations.count(wanted) == 2
    assert offices.count() == 0


def test_an_unticked_row_is_left_out_this_time(qtbot, runner, offices, read, panel):
    read(SAMPLES / "02-xa-yen-phong.xlsx")
    panel.detail.tabs.setCurrentIndex(ROWS)
    table = panel.detail.rows.table
    first = table.model().index(0, 0)
    table.model().setData(first, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert panel.apply_button.text() == "Nhập 4 dòng"
    panel.apply()
    settle(qtbot, runner)
    assert offices.count() == 4
    assert actions(read(SAMPLES / "02-xa-yen-phong.xlsx")).count("new") == 1


def test_nothing_can_be_ticked_where_nothing_is_done(read, panel):
    read()
    model = panel.detail.rows.table.model()
    assert model.index(0, 0).data(Qt.ItemDataRole.CheckStateRole) is None
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsUserCheckable


def test_a_changed_row_tells_before_and_after(qtbot, runner, offices, read, panel, write):
    rows = [tuple("KT" if cell == "KTNN" else cell for cell in row) for row in ROWS_OF_FILE]
    head = (*rows[0][:5], "Địa chỉ")
    read(write(rows=[head, *rows[1:]]))
    panel.apply()
    settle(qtbot, runner)
    read(write(rows=[head, (*rows[1][:5], "Thôn 9"), rows[2]]))
    assert actions(panel.plan.files[0]) == ["changed", "same"]
    item = panel.plan.files[0].items[0]
    assert (item.fields, dict(item.before)) == (("address",), {"address": "Thôn 1"})
    view = panel.detail.rows
    view.table.selectRow(0)
    assert view.story == [["Mục", "Đang có", "Tệp ghi"], ["Địa chỉ", "Thôn 1", "Thôn 9"]]


def test_rows_are_filtered_by_what_happens_to_them(qtbot, runner, read, panel):
    read()
    counts = panel.detail.rows.counts
    assert [made.text() for made in counts.buttons.values()] == ["Tất cả: 2", "Để lại xử lý: 2"]
    counts.buttons[PlannedAction.SET_ASIDE].click()
    assert panel.detail.rows.table.model().rowCount() == 2


def test_files_that_need_no_help_go_through_together(qtbot, runner, offices, read, panel, write):
    sure = [SAMPLES / name for name in ("02-xa-yen-phong.xlsx", "06-xa-yen-dong.xls")]
    messy = write()
    read(*sure, messy)
    assert panel.ready_button.text() == "Nhập 2 tệp không cần xem lại"
    panel.ready_button.click()
    settle(qtbot, runner)
    assert offices.count() == 11
    assert panel.stack.currentIndex() == PLAN
    assert [file.path for file in panel.plan.files] == [messy]


def test_each_part_of_an_import_is_taken_back_by_itself(
    qtbot, runner, offices, read, panel, write, boxes
):
    read(SAMPLES / "02-xa-yen-phong.xlsx", write())
    panel.ready_button.click()
    settle(qtbot, runner)
    undo = [one for one in panel.view.findChildren(QPushButton) if "Hoàn tác" in one.text()]
    undo[0].click()
    settle(qtbot, runner)
    assert offices.count() == 0
    assert panel.stack.currentIndex() == PLAN


@pytest.fixture
def dialog(qtbot, page):
    made = TemplateDialog(page._desk)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def test_templates_are_written_for_ticked_units(
    qtbot, runner, offices, dialog, tmp_path, monkeypatch
):
    folder = tmp_path / "mau"
    folder.mkdir()
    shown = []
    monkeypatch.setattr(file_choice, "ask_folder", lambda *given: folder)
    monkeypatch.setattr(file_choice, "show_in_system", shown.append)
    dialog.choose_folder()
    dialog.model.check([offices.district.units.by_code(code).id for code in ("X13", "X02")])
    assert dialog.write_button.text() == "Ghi 2 tệp mẫu"
    dialog.write()
    settle(qtbot, runner)
    names = ["dang-ky-2017-xa-khanh-duong-x02.xlsx", "dang-ky-2017-xa-yen-phong-x13.xlsx"]
    assert sorted(path.name.lower() for path in folder.iterdir()) == names
    assert shown == [folder]


def test_a_template_that_is_there_is_asked_about(
    qtbot, runner, offices, dialog, tmp_path, boxes, monkeypatch
):
    monkeypatch.setattr(file_choice, "show_in_system", lambda path: None)
    unit = offices.district.units.by_code("X13")
    dialog._show_folder(tmp_path)
    dialog.model.check([unit.id])
    there = tmp_path / "dang-ky-2017-xa-yen-phong-X13.xlsx"
    there.write_bytes(b"old")
    dialog.write()
    settle(qtbot, runner)
    assert [box.title for box in boxes] == ["1 tệp đã có trong thư mục"]
    assert there.read_bytes() != b"old"


def test_ticking_all_follows_the_search(qtbot, dialog):
    everything = dialog.all_button.text()
    dialog.model.check(())
    dialog.search.searched.emit("yen phong")
    assert dialog.all_button.text() == "Chọn hết (1)" != everything
    dialog.all_button.click()
    assert dialog.write_button.text() == "Ghi 1 tệp mẫu"
    assert dialog.all_button.text() == "Bỏ chọn hết"
    dialog.search.searched.emit("")
    assert dialog.all_button.text() == f"Chọn hết ({len(dialog.model.records)})"
