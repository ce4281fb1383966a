"""A clerk says where a list begins and what its headings mean, and sees the raw cells."""

from pathlib import Path

import openpyxl
import pytest
from exchange_offices import SAMPLES, settle, shown_page, texts, two_offices
from PySide6.QtWidgets import QDialog, QPushButton

from dvk_desktop.domain.progress import SILENT
from dvk_desktop.domain.records.intake import Corrections, HeadingMeaning, PlannedAction
from dvk_desktop.domain.records.registration import RegistrationFilter
from dvk_desktop.views.exchange.intake_columns import verdict
from dvk_desktop.views.exchange.intake_detail import COLUMNS, NEW_UNIT, SHEETS
from dvk_desktop.views.exchange.intake_panel import CHOOSE, DONE, PLAN
from dvk_desktop.views.exchange.intake_raw_row import RawRowDialog
from dvk_desktop.views.exchange.intake_session import files_in
from dvk_desktop.views.exchange.intake_unit_dialog import NewUnitDialog
from dvk_desktop.views.exchange.page import ExchangePage
from dvk_desktop.views.widgets.notice import Notice

ODD = (
    ("XÃ YÊN THÁI",),
    ("Cột một", "Cột hai", "Cột ba"),
    (1, "Trồng cây", "Kinh tế"),
    (2, "Dọn rác", "Kinh tế"),
)
GROUPED = (
    ("XÃ YÊN TỪ",),
    ("STT", "Tên mô hình", "Lĩnh vực", "Đối tượng", "Loại đăng ký"),
    (None, "I. MẢNG NÔNG NGHIỆP"),
    (1, "Ruộng mẫu", None, "Tập thể", "Mới"),
    (2, "Vườn mẫu", None, "Cá nhân", "Mới"),
)


@pytest.fixture
def offices(tmp_path):
    with two_offices(tmp_path) as made:
        yield made


@pytest.fixture
def panel(qtbot, offices, runner, bus):
    page = ExchangePage(offices.district, runner, bus)
    shown_page(qtbot, page, bus, offices.campaign_id)
    settle(qtbot, runner)
    page.intake.page = page
    return page.intake


@pytest.fixture
def write(tmp_path):
    def _write(rows, name="danh sach.xlsx"):
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.save(tmp_path / name)
        return tmp_path / name

    return _write


@pytest.fixture
def read(qtbot, panel, runner):
    def _read(*paths):
        panel.page.take_files(list(paths))
        settle(qtbot, runner)
        return panel.plan.files[0]

    return _read


def choose(qtbot, runner, combo, value):
    place = combo.place_of(value)
    combo.setCurrentIndex(place)
    combo.activated.emit(place)
    settle(qtbot, runner)


def test_a_file_without_a_list_says_so_first(read, panel, write):
    file = read(write([("KẾ HOẠCH CHI TIÊU",), ("Khoản", "Số tiền"), ("Điện", 1200)]))
    assert verdict(file)[0] == "Không có danh sách"
    assert [problem.code for problem in file.problems] == ["NO_TABLE"]
    assert panel.detail.tabs.currentIndex() == SHEETS
    said = [one.accessibleName() for one in panel.detail.findChildren(Notice)]
    assert said[0].startswith("Không thấy danh sách đăng ký trong tệp này")
    assert not panel.apply_button.isEnabled()


def test_photos_and_papers_stand_in_the_list_with_what_to_do(read, panel, tmp_path):
    photo, paper = tmp_path / "anh.jpg", tmp_path / "cong van.pdf"
    photo.write_bytes(b"\xff\xd8\xff\xe0 photo")
    paper.write_bytes(b"%PDF-1.7 paper")
    read(photo, paper, SAMPLES / "02-xa-yen-phong.xlsx")
    assert [file.refusal_code for file in panel.plan.files] == ["FILE_PICTURE"] * 2 + [""]
    assert panel.ready_button.text() == "Nhập 1 tệp không cần xem lại"
    assert list(panel.view.counts.buttons) == ["", "new", "unread"]


def test_a_folder_brings_its_files(tmp_path):
    folder = tmp_path / "gui ve"
    folder.mkdir()
    for name in ("b.xlsx", "a.docx", "~$b.xlsx", ".an"):
        (folder / name).write_bytes(b"x")
    assert [path.name for path in files_in([folder, Path("c.xlsx")])] == [
        "a.docx",
        "b.xlsx",
        "c.xlsx",
    ]


def test_the_header_row_is_chosen_in_the_cells(qtbot, runner, read, panel, write):
    read(write(ODD))
    sheets = panel.detail.sheets
    assert texts(sheets.table.model())[1] == ["2", "Cột một", "Cột hai", "Cột ba"]
    sheets.table.select_id("1")
    sheets.header_button.click()
    settle(qtbot, runner)
    file = panel.plan.files[0]
    assert file.sheets[0].header_rows == (2,)
    assert texts(sheets.table.model())[1][0] == "2 tiêu đề"
    assert verdict(file)[0] == "Chưa rõ cột tên"
    assert panel.detail.tabs.currentIndex() == COLUMNS
    choose(qtbot, runner, panel.detail.columns.table.lists["1"], "name")
    assert [item.draft.name for item in panel.plan.files[0].items] == ["Trồng cây", "Dọn rác"]


def test_a_chosen_header_is_remembered_said_and_forgotten(
    qtbot, runner, offices, read, panel, write
):
    read(write(ODD))
    panel.detail.sheets.table.select_id("1")
    panel.detail.sheets.choose_header()
    settle(qtbot, runner)
    memory = panel.detail.memory
    assert memory.text.text() == "Phần vừa sửa sẽ được nhớ cho Xã Yên Thái khi nhập tệp."
    memory.keep_button.click()
    settle(qtbot, runner)
    assert memory.text.text() == "Đã nhớ cách đọc này cho Xã Yên Thái."
    assert len(offices.district.intake.remembered()) == 1
    assert read(write(ODD, "lan sau.xlsx")).sheets[0].header_rows == (2,)
    panel.detail.memory.forget_button.click()
    settle(qtbot, runner)
    assert offices.district.intake.remembered() == {}
    assert panel.plan.files[0].sheets[0].header_rows == ()


def test_a_sheet_is_said_to_be_no_list(qtbot, runner, read, panel):
    read(SAMPLES / "02-xa-yen-phong.xlsx")
    panel.detail.sheets.no_list_button.click()
    settle(qtbot, runner)
    assert panel.plan.files[0].items == ()
    panel.detail.sheets.forget_button.click()
    settle(qtbot, runner)
    assert len(panel.plan.files[0].items) == 5


def test_a_group_heading_gets_its_meaning(qtbot, runner, read, panel, write):
    read(write(GROUPED))
    words = panel.detail.words.table
    name = "heading I. MẢNG NÔNG NGHIỆP"
    assert texts(words.model())[0][:2] == ["I. MẢNG NÔNG NGHIỆP", "Tiêu đề nhóm"]
    choose(qtbot, runner, words.lists[name], HeadingMeaning("sector_code", "KT"))
    assert [item.draft.sector_code for item in panel.plan.files[0].items] == ["KT", "KT"]
    assert words.lists[name].currentData() == HeadingMeaning("sector_code", "KT")


def test_the_encoding_of_a_column_is_named_and_corrected(qtbot, runner, read, panel):
    read(SAMPLES / "06-xa-yen-dong.xls")
    columns = panel.detail.columns
    columns.table.select_id("1")
    assert texts(columns.table.model())[1][-1] == "TCVN3 (ABC)"
    assert columns.encoding.currentText() == "TCVN3 (ABC) (tự nhận)"
    choose(qtbot, runner, columns.encoding, "unicode")
    column = panel.plan.files[0].tables[0].columns[1]
    assert (column.encoding, column.has_chosen_encoding) == (None, True)
    assert texts(columns.table.model())[1][-1] == "Unicode"


def test_a_problem_opens_its_row_as_it_stands(qtbot, runner, read, panel, write):
    file = read(write([*GROUPED, (3, "Ao mẫu", "Du lịch", "Tập thể", "Mới")]))
    problem = next(one for one in file.problems if one.code == "SECTOR_UNKNOWN")
    place = file.problems.index(problem)
    panel.detail.problems_table.opened.emit((place, problem))
    settle(qtbot, runner)
    dialog = panel.findChild(RawRowDialog)
    assert texts(dialog.table.model())[2] == ["C", "Lĩnh vực", "Du lịch", "Du lịch"]
    dialog.accept()


def test_an_unknown_unit_is_added_here(qtbot, runner, offices, read, panel, write):
    file = read(write(GROUPED[1:]))
    assert file.unit_id is None
    choose(qtbot, runner, panel.detail.unit, NEW_UNIT)
    dialog = panel.findChild(NewUnitDialog)
    assert dialog.parent_combo.currentData() == offices.district.office.office().unit_id
    dialog.name_edit.setText("Hợp tác xã Yên Lâm")
    dialog.save_button.click()
    assert dialog.result() == QDialog.DialogCode.Rejected
    dialog.code_edit.setText("HTX1")
    dialog.save_button.click()
    settle(qtbot, runner)
    assert panel.plan.files[0].unit_name == "Hợp tác xã Yên Lâm"
    assert panel.detail.unit.currentText() == "Hợp tác xã Yên Lâm"


def test_counts_narrow_files_and_rows(read, panel, write):
    read(
        SAMPLES / "02-xa-yen-phong.xlsx", write([*GROUPED, (3, "Ao", "Du lịch", "Tập thể", "Mới")])
    )
    chips = panel.view.counts.buttons
    assert chips[PlannedAction.NEW].text() == "Thêm mới: 7"
    chips[PlannedAction.SET_ASIDE].click()
    assert [row[0] for row in texts(panel.table.model())] == ["danh sach.xlsx"]
    assert panel.detail.path.name == "danh sach.xlsx"
    assert panel.detail.rows.table.model().rowCount() == 1
    chips[""].click()
    assert panel.table.model().rowCount() == 2


def test_files_are_put_aside_one_by_one(read, panel, tmp_path):
    photo = tmp_path / "anh.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0 photo")
    read(photo, SAMPLES / "02-xa-yen-phong.xlsx")
    panel.put_aside(panel.plan.files[0])
    assert [file.path.name for file in panel.plan.files] == ["02-xa-yen-phong.xlsx"]
    panel.put_aside(panel.plan.files[0])
    assert panel.stack.currentIndex() == CHOOSE


def test_only_the_file_that_is_shown_goes_in_while_others_need_help(
    qtbot, runner, offices, read, panel, write
):
    read(SAMPLES / "02-xa-yen-phong.xlsx", write(GROUPED))
    assert panel.apply_button.text() == "Nhập riêng tệp này (2 dòng)"
    panel.apply_button.click()
    settle(qtbot, runner)
    assert offices.count() == 2
    assert panel.stack.currentIndex() == PLAN


def test_the_same_files_again_are_said_to_be_the_same(qtbot, runner, read, panel):
    files = sorted(SAMPLES.glob("0[1-5]*.xlsx"))
    read(*files)
    panel.apply()
    settle(qtbot, runner)
    read(*files)
    remark = f"Cả {panel.plan.count(PlannedAction.SAME)} mô hình đều đã có và không đổi"
    assert panel.view._told.text().startswith(remark)
    assert panel.apply_button.text() == "Không có gì để nhập"


def test_done_says_what_undoing_would_undo_and_opens_the_rows(
    qtbot, runner, read, panel, boxes, offices
):
    wanted = []
    panel.page.go_to.connect(lambda key, what: wanted.append((key, what)))
    read(SAMPLES / "02-xa-yen-phong.xlsx")
    panel.apply()
    settle(qtbot, runner)
    assert panel.stack.currentIndex() == DONE
    press(panel.done, "Xem các đăng ký")
    unit = offices.district.units.by_code("X13")
    assert wanted == [("registrations", RegistrationFilter(unit_id=unit.id))]
    press(panel.done, "Hoàn tác lần nhập này")
    settle(qtbot, runner)
    assert boxes[0].text.startswith("5 đăng ký mà lần nhập này thêm")
    assert offices.count() == 0


def test_what_was_remembered_is_said_at_the_end(qtbot, runner, offices, read, panel, write):
    layout = read(write(GROUPED)).tables[0].layout
    panel.correct(layout, Corrections(headings={"Mảng nông nghiệp": HeadingMeaning("kind", "new")}))
    settle(qtbot, runner)
    panel.apply()
    settle(qtbot, runner)
    said = [one.accessibleName() for one in panel.done.findChildren(Notice)]
    assert any(text.startswith("Đã nhớ cách đọc này cho Xã Yên Từ") for text in said)
    press(panel.done, "Quên")
    assert offices.district.intake.remembered() == {}


def test_a_stopped_reading_leaves_the_plan_as_it_was(qtbot, runner, read, panel, write):
    file = read(write(GROUPED))
    layout = file.tables[0].layout
    panel.correct(layout, Corrections(roles={1: None}))
    runner.cancel_all()
    settle(qtbot, runner)
    assert panel.session.corrections == {}
    assert panel.apply_button.isEnabled()
    assert len(panel.plan.files[0].items) == 2


def test_a_table_of_text_comes_back_marked_as_a_workbook(offices, tmp_path):
    lines = ("STT;Tên mô hình;Lĩnh vực;Đối tượng;Loại", "1;=1+1;Kinh tế;Tập thể;Mới")
    text = "\n".join((*lines, "2;;Kinh tế;Tập thể;Mới"))
    path, target = tmp_path / "xa yen my.csv", tmp_path / "tra lai.xlsx"
    path.write_bytes(text.encode("utf-8-sig"))
    intake = offices.district.intake
    file = intake.plan([path], offices.campaign_id, progress=SILENT).files[0]
    intake.write_marked(file, target)
    sheet = openpyxl.load_workbook(target)["CSV"]
    assert "Chưa có tên mô hình" in sheet["B3"].comment.text
    assert sheet["B3"].fill.fgColor.rgb == "FFFFC7CE"
    assert sheet["B2"].data_type == "s"


def press(part, text):
    next(one for one in part.findChildren(QPushButton) if one.text() == text).click()
