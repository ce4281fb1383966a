"""A person says how a column is encoded, and it is read so from then on."""

import openpyxl
import pytest

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.errors import InvalidValueError
from dvk_desktop.domain.records.intake import UNICODE, Corrections, PlannedAction
from dvk_desktop.domain.records.unit import UnitDraft
from dvk_desktop.exchange.intake.intake import understand_file

HEADS = ("STT", "Tên mô hình", "Lĩnh vực", "Đối tượng", "Loại đăng ký", "Địa chỉ")
TCVN3 = ("§­êng hoa n«ng th«n", "Th«n Yªn Thµnh", "Tæ tù qu¶n an ninh", "X©y dùng cÇu ®­êng")


@pytest.fixture
def office(tmp_path):
    services = open_office(tmp_path / "office")
    services.office.found(code="YM", name="Ban Dân vận Huyện ủy Yên Mô", level="district")
    services.campaign_id, _ = services.campaigns.create(2017)
    services.unit_id = services.office.office().unit_id
    yield services
    services.close()


@pytest.fixture
def write(tmp_path):
    def _write(*rows, name="ds.xlsx"):
        book = openpyxl.Workbook()
        for row in (("NĂM 2017",), HEADS, *rows):
            book.active.append(row)
        book.save(tmp_path / name)
        return tmp_path / name

    return _write


def planned(office, path, corrections=None):
    plan = office.intake.plan(
        [path], office.campaign_id, unit_id=office.unit_id, corrections=corrections
    )
    return plan.files[0]


def a_row(number, name, address=""):
    return (number, name, "Kinh tế", "Tập thể", "Mới", address)


def test_a_column_is_read_as_a_person_says(office, write):
    path = write(a_row(1, "Dµn c©y"), a_row(2, "Ao c¸"))
    table = planned(office, path).tables[0]
    said = {table.layout: Corrections(encodings={1: "tcvn3"})}
    file = planned(office, path, said)
    assert [item.draft.name for item in file.items] == ["Dàn cây", "Ao cá"]
    column = file.tables[0].columns[1]
    assert (column.encoding, column.has_chosen_encoding) == ("tcvn3", True)
    assert column.raw_samples[0] == "Dµn c©y"
    assert file.tables[0].is_corrected


def test_text_that_was_decoded_wrongly_stays_as_it_is(office, write):
    path = write(*(a_row(n, f"Tuyến đường số {n}", text) for n, text in enumerate(TCVN3, start=1)))
    file = planned(office, path)
    assert file.tables[0].columns[5].encoding == "tcvn3"
    assert file.items[0].draft.address == "Đường hoa nông thôn"
    said = {file.tables[0].layout: Corrections(encodings={5: UNICODE})}
    again = planned(office, path, said)
    assert again.tables[0].columns[5].encoding is None
    assert "§" in again.items[0].draft.address


def test_the_encoding_is_remembered_and_forgotten(office, write):
    path = write(a_row(1, "Dµn c©y"), a_row(2, "Ao cá"))
    layout = planned(office, path).tables[0].layout
    office.intake.remember(layout, Corrections(encodings={1: "tcvn3"}))
    assert planned(office, path).items[0].draft.name == "Dàn cây"
    assert office.intake.remembered()[layout].encodings == {1: "tcvn3"}
    office.intake.remember(layout, Corrections(encodings={1: ""}))
    assert not planned(office, path).tables[0].columns[1].has_chosen_encoding
    office.intake.forget(layout)
    assert layout not in office.intake.remembered()


def test_an_encoding_that_nobody_knows_is_refused(office, write):
    layout = planned(office, write(a_row(1, "Ao cá"))).tables[0].layout
    with pytest.raises(InvalidValueError):
        office.intake.remember(layout, Corrections(encodings={1: "viscii"}))


def test_a_model_listed_twice_is_named(office, write):
    file = planned(office, write(a_row(1, "Ao cá"), a_row(2, "Vườn mẫu"), a_row(3, "Ao  CÁ")))
    assert [(p.code, p.row, p.wording.facts["first"]) for p in file.problems] == [
        ("ROW_LISTED_TWICE", 5, "3")
    ]
    assert file.count(PlannedAction.NEW) == 3
    assert file.needs_help


def test_the_same_list_in_two_files_is_taken_once(office, write):
    first, second = write(a_row(1, "Ao cá")), write(a_row(1, "Ao cá"), name="ds (2).xlsx")
    plan = office.intake.plan([first, second], office.campaign_id, unit_id=office.unit_id)
    assert plan.count(PlannedAction.NEW) == 1
    assert [p.code for p in plan.files[1].problems] == ["ROW_TWICE"]
    office.intake.apply(plan)
    again = office.intake.plan([first, second], office.campaign_id, unit_id=office.unit_id)
    assert (again.count(PlannedAction.NEW), again.count(PlannedAction.SAME)) == (0, 1)


def test_a_row_is_shown_as_it_stands_in_the_file(office, write):
    path = write(*(a_row(n, f"Tuyến đường số {n}", text) for n, text in enumerate(TCVN3, start=1)))
    cells = office.intake.raw_row(path, "Sheet", 4)
    assert [(cell.letters, cell.text) for cell in cells][:2] == [
        ("A", "2"),
        ("B", "Tuyến đường số 2"),
    ]
    assert (cells[5].raw, cells[5].text) == ("Th«n Yªn Thµnh", "Thôn Yên Thành")
    assert office.intake.raw_row(path, "Sheet", 400) == ()
    assert office.intake.raw_row(path, "Trang khác", 4) == ()


def test_a_word_for_a_unit_is_given_its_unit(office, tmp_path):
    for code, name in (("X1", "Xã Yên Mạc"), ("X2", "Xã Yên Từ")):
        office.units.save(UnitDraft(code, name, "commune", office.unit_id))
    unit = office.units.by_code("X2")
    book = openpyxl.Workbook()
    for row in (
        ("NĂM 2017",),
        (*HEADS[:5], "Đơn vị đăng ký"),
        (1, "Ao cá", "Kinh tế", "Tập thể", "Mới", "Xã Yên Mạc"),
        (2, "Vườn mẫu", "Kinh tế", "Tập thể", "Mới", "Y.Từ"),
    ):
        book.active.append(row)
    book.save(tmp_path / "chung.xlsx")
    plan = office.intake.plan([tmp_path / "chung.xlsx"], office.campaign_id)
    assert [p.code for p in plan.files[0].problems] == ["UNIT_ROW_UNKNOWN"]
    table = plan.files[0].tables[0]
    assert ("unit_id", "Y.Từ", None) in [(w.item, w.word, w.value) for w in table.words]
    said = {table.layout: Corrections(words={("unit_id", "Y.Từ"): unit.id})}
    again = office.intake.plan(
        [tmp_path / "chung.xlsx"], office.campaign_id, corrections=said
    ).files[0]
    assert again.problems == ()
    assert again.items[1].draft.unit_id == unit.id
    assert again.count(PlannedAction.NEW) == 2


def test_rows_to_mend_are_known_at_once(office, write):
    path = write(a_row(1, "Ao cá"), (2, "Vườn mẫu", "Du lịch", "Tập thể", "Mới"))
    found = understand_file(path, [], 2017)
    aside = found.rows_aside()
    assert [(row.sheet, row.row) in aside for row in found.rows] == [False, True]
    assert [found.is_set_aside(row) for row in found.rows] == [False, True]
