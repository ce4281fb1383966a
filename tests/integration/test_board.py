"""The board of what the units owe: on time, late, corrected, missing, in conflict; the reminder."""

import random
from dataclasses import replace
from datetime import date, datetime, timedelta

import docx
import openpyxl
import pytest
from two_offices import draft, edit, make_pair

from dvk_desktop.domain.records.campaign import DeadlineRow
from dvk_desktop.domain.records.exchange import SendOptions
from dvk_desktop.domain.records.unit import UnitDraft
from dvk_desktop.domain.registration_states import RegistrationAction
from dvk_desktop.storage.unit_of_work import VIETNAM

TODAY = datetime(2017, 4, 10, 8, tzinfo=VIETNAM)


@pytest.fixture
def pair(tmp_path):
    made = make_pair(tmp_path)
    made.district.database.clock = lambda: TODAY
    made.commune.database.clock = lambda: TODAY
    own = made.district.office.office().unit_id
    made.other, _ = made.district.units.save(UnitDraft("X02", "Xã Khánh Thượng", "commune", own))
    made.district.units.save(
        UnitDraft("X03", "Xã không giao chỉ tiêu", "commune", own, owes_nothing=True)
    )
    yield made
    made.close()


def _rows(pair):
    return {(row.unit_code, str(row.step)): row for row in pair.district.board.rows(pair.campaign)}


def _submit(pair, unit_id, day):
    """Take in a registration of a unit that has no program, received on a day."""
    made = draft(unit_id, "Dòng sông không rác")
    registration, _ = pair.district.registrations.register(
        pair.campaign, replace(made, registered_on=day)
    )
    pair.district.registrations.step([registration], RegistrationAction.SUBMIT)


def test_who_owes_stands_on_the_board_with_what_by_when(pair):
    rows = _rows(pair)

    assert {code for code, _ in rows} == {"X01", "X02"}
    assert {step for _, step in rows} == {"registration", "recognition", "dossier"}
    late = rows["X02", "registration"]
    assert (late.due, str(late.state), late.days_over) == (date(2017, 3, 20), "overdue", 21)
    assert (late.received_on, late.count, late.packages) == (None, 0, ())
    assert str(rows["X02", "dossier"].state) == "waiting"


def test_what_came_is_on_time_or_late_by_the_units_own_date(pair):
    _submit(pair, pair.other, date(2017, 3, 25))
    late = _rows(pair)["X02", "registration"]
    exception = DeadlineRow(
        "", "registration", date(2017, 3, 31), None, pair.other, "Xin gia hạn vì mưa lũ"
    )
    pair.district.campaigns.save_deadline(pair.campaign, exception)
    extended = _rows(pair)["X02", "registration"]

    assert (str(late.state), late.days_over, late.received_on) == ("late", 5, date(2017, 3, 25))
    assert (str(extended.state), extended.is_extended, extended.due) == (
        "on_time",
        True,
        date(2017, 3, 31),
    )


def test_a_newer_package_corrects_and_both_are_listed(pair):
    pair.arrive(pair.send_up("1.dvk"))
    first = _rows(pair)["X01", "registration"]
    edit_after_return(pair)
    pair.arrive(pair.send_up("2.dvk"))
    second = _rows(pair)["X01", "registration"]

    assert (first.count, len(first.packages), first.is_corrected) == (3, 1, False)
    assert (len(second.packages), second.is_corrected) == (2, True)
    assert [package.sequence for package in second.packages] == [2, 1]


def edit_after_return(pair):
    pair.commune.registrations.step(pair.registrations[:1], RegistrationAction.WITHDRAW)
    edit(pair.commune, pair.registrations[0], address="Thôn Hai")
    pair.commune.registrations.step(pair.registrations[:1], RegistrationAction.SUBMIT)


def test_a_merge_that_was_taken_back_has_not_come(pair):
    result = pair.arrive(pair.send_up("1.dvk"))
    pair.district.history.undo(result.batch)

    row = _rows(pair)["X01", "registration"]

    assert (row.count, row.packages, str(row.state)) == (0, (), "overdue")


def test_an_open_conflict_asks_for_a_look(pair):
    pair.arrive(pair.send_up("1.dvk"))
    edit(pair.district, pair.registrations[0], address="Huyện ghi")
    edit_after_return(pair)
    pair.arrive(pair.send_up("2.dvk"))

    row = _rows(pair)["X01", "registration"]

    assert (row.conflicts, row.needs_look) == (1, True)


def test_a_part_that_did_not_arrive_is_named(pair, tmp_path):
    for number in range(3):
        photo = tmp_path / f"anh{number}.jpg"
        photo.write_bytes(b"\xff\xd8\xff" + random.Random(number).randbytes(30_000))
        pair.commune.attachments.add(pair.registrations[0], [photo])
    options = SendOptions(most_bytes=50_000)
    sent = pair.commune.sending.export("H00", tmp_path / "nhieu.dvk", options=options)
    paths = [part.path for part in sent.parts]
    for path in paths[:-1]:
        pair.arrive(path)
    before = _rows(pair)["X01", "registration"]
    pair.arrive(paths[-1])
    after = _rows(pair)["X01", "registration"]

    assert len(paths) > 1
    assert before.missing == (f"{len(paths)}/{len(paths)}",)
    assert (before.needs_look, after.missing) == (True, ())


def test_the_board_goes_to_excel(pair, tmp_path):
    board = pair.district.board
    board.write(board.table(pair.campaign, board.rows(pair.campaign)), tmp_path / "b.xlsx")

    sheet = openpyxl.load_workbook(tmp_path / "b.xlsx").active
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]

    assert any("Xã Khánh Thượng" in row and "Quá hạn, chưa gửi" in row for row in cells)


def test_one_letter_names_all_who_are_late(pair, tmp_path):
    board = pair.district.board
    late = [row for row in board.rows(pair.campaign) if str(row.state) == "overdue"]

    ((name, letter),) = board.letters(pair.campaign, late)
    board.write(letter, tmp_path / f"{name}.docx")
    board.write(letter, tmp_path / f"{name}.pdf")

    document = docx.Document(str(tmp_path / "don-doc-2017-04-10.docx"))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    table = document.tables[1]
    assert "Kính gửi: Các đơn vị có tên dưới đây" in text
    assert "còn 2 đơn vị chưa gửi đủ" in text
    assert [cell.text for cell in table.rows[1].cells] == [
        "1",
        "Xã Yên Phong",
        "Đăng ký mô hình",
        "20/03/2017",
        "21",
    ]
    assert (tmp_path / f"{name}.pdf").read_bytes().startswith(b"%PDF")


def test_a_letter_for_each_speaks_to_one(pair, tmp_path):
    board = pair.district.board
    pair.district.database.clock = lambda: TODAY + timedelta(days=365)
    rows = board.rows(pair.campaign)

    letters = dict(board.letters(pair.campaign, rows, one_each=True))

    assert list(letters) == ["don-doc-X01-2018-04-10", "don-doc-X02-2018-04-10"]
    assert letters["don-doc-X02-2018-04-10"].opening[0] == "Kính gửi: Xã Khánh Thượng"
    assert len(letters["don-doc-X02-2018-04-10"].rows) == 3


def test_a_letter_bears_one_file_name_whatever_the_code_holds(pair):
    board = pair.district.board
    rows = [replace(row, unit_code="../X01/a") for row in board.rows(pair.campaign)][:1]

    ((name, _),) = board.letters(pair.campaign, rows, one_each=True)

    assert name == "don-doc-.._X01_a-2017-04-10"
