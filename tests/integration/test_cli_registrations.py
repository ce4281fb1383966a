"""``dvk registrations``: import, list, filter, steps, export, undo."""

import openpyxl
import pytest
from dvk_runner import SAMPLE, commune, district

FILE = SAMPLE / "02-xa-yen-phong.xlsx"


@pytest.fixture
def dvk(capsys, tmp_path):
    return commune(capsys, tmp_path / "office")


def _book(path, rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


HEADER = ("TT", "Tên mô hình", "Lĩnh vực", "Đối tượng", "Hình thức")


@pytest.fixture
def faulty(tmp_path):
    """A list in which one model has no field that anybody knows."""
    return _book(
        tmp_path / "faulty.xlsx",
        [
            HEADER,
            (1, "Đường hoa", "Văn hóa - xã hội", "Tập thể", "Mới"),
            (2, "Tổ tự quản", "Chăn nuôi vũ trụ", "Tập thể", "Mới"),
        ],
    )


def test_import_tells_exactly_what_it_did(dvk):
    document = dvk.done("registrations", "import", FILE)

    [file] = document["files"]
    assert file == {
        "file": "02-xa-yen-phong.xlsx",
        "unit": "Xã Yên Phong",
        "unit_code": "X13",
        "year": 2017,
        "new": 5,
        "same": 0,
        "changed": 0,
        "set_aside": 0,
        "problems": [],
    }
    assert document["batch"]


def test_importing_again_adds_nothing(dvk):
    dvk.done("registrations", "import", FILE)
    before = dvk.done("registrations", "list")

    again = dvk.done("registrations", "import", FILE)

    assert (again["files"][0]["new"], again["files"][0]["same"]) == (0, 5)
    assert again["batch"] is None
    assert dvk.done("registrations", "list") == before


def test_a_dry_run_changes_nothing(dvk):
    before = dvk.state()

    document = dvk.done("registrations", "import", FILE, "--dry-run")

    assert (document["files"][0]["new"], document["batch"]) == (5, None)
    assert dvk.state() == before


def test_problems_name_sheet_row_and_column_and_ask_a_person(dvk, faulty, tmp_path):
    marked = tmp_path / "marked.xlsx"

    run = dvk("registrations", "import", faulty, "--unit", "X13", "--marked", marked, "--json")

    [problem] = [each for each in run.document["files"][0]["problems"] if each["error"]]
    assert (run.code, run.document["files"][0]["set_aside"]) == (4, 1)
    assert (problem["sheet"], problem["row"], problem["column"]) == ("Sheet", 3, "C")
    assert problem["value"] == "Chăn nuôi vũ trụ"
    assert problem["code"]
    assert problem["message"]
    assert "Cần sửa" in openpyxl.load_workbook(marked).sheetnames


def test_problems_are_told_in_english(dvk, faulty):
    vietnamese = dvk("registrations", "import", faulty, "--dry-run", "--json")
    english = dvk("registrations", "import", faulty, "--dry-run", "--json", "--lang", "en")

    messages = [run.document["files"][0]["problems"][0]["message"] for run in (vietnamese, english)]
    assert messages[0] != messages[1]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 nothing", b"PK\x03\x04 cut short"])
def test_one_bad_file_stops_all_and_nothing_is_changed(dvk, tmp_path, content):
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(content)
    before = dvk.state()

    run = dvk("registrations", "import", FILE, bad, "--json")

    assert (run.code, dvk.state()) == (3, before)
    assert [file["new"] for file in run.document["files"]] == [0, 0]
    assert [error["code"] for error in run.document["errors"]] == run.refusals
    assert "bad.xlsx" in run.err


def test_a_file_without_a_list_is_refused(dvk):
    before = dvk.state()

    models = dvk("registrations", "import", SAMPLE / "units.xlsx")
    units = dvk("units", "import", FILE)

    assert (models.code, models.refusals[0]) == (3, "NO_TABLE")
    assert (units.code, units.refusals) == (3, ["UNITS_NO_TABLE"])
    assert dvk.state() == before


def test_a_marked_file_that_cannot_be_written_stops_the_import(dvk, faulty, tmp_path):
    before = dvk.state()

    run = dvk("registrations", "import", faulty, "--marked", tmp_path / "no" / "marked.xlsx")

    assert (run.code, run.refusals, dvk.state()) == (3, ["FOLDER_MISSING"], before)


def test_the_unit_can_be_named(capsys, tmp_path):
    dvk = district(capsys, tmp_path / "district")
    file = _book(
        tmp_path / "list.xlsx",
        [HEADER, (1, "Đường hoa", "Văn hóa - xã hội", "Tập thể", "Mới")],
    )

    unknown = dvk("registrations", "import", file, "--dry-run", "--json")
    named = dvk("registrations", "import", file, "--unit", "x07", "--json")

    assert (unknown.code, unknown.document["files"][0]["unit"]) == (4, None)
    assert (named.code, named.document["files"][0]["unit"]) == (0, "Xã Yên Hòa")


def test_list_gives_every_field(dvk):
    dvk.done("registrations", "import", FILE)

    first = dvk.done("registrations", "list")["registrations"][0]

    wanted = {
        "name": "Phát triển kinh tế vườn - ao - chuồng - rừng (VACR)",
        "unit": "Xã Yên Phong",
        "unit_code": "X13",
        "field": "KT",
        "subject_type": "collective",
        "kind": "maintain",
        "year": 2017,
        "state": "draft",
        "late": False,
        "source_file": "02-xa-yen-phong.xlsx",
        "lead_body": "Tổ hợp tác Bình Hòa",
        "address": "Thôn Bình Hòa",
    }
    assert {key: first[key] for key in wanted} == wanted


@pytest.mark.parametrize(
    ("where", "count"),
    [
        ("field=KT", 2),
        ("field=KT and kind=new", 1),
        ("name~trong hoa", 1),
        ('name~"bình" and field!=KT', 0),
        ("unit=X13", 5),
        ("unit='Xã Yên Phong' and late=false", 5),
        ("late=true", 0),
        ("year>=2017", 5),
        ("year>2017", 0),
        ("people_count>1", 0),
    ],
)
def test_where_filters_the_list(dvk, where, count):
    dvk.done("registrations", "import", FILE)

    found = dvk.done("registrations", "list", "--where", where)

    assert len(found["registrations"]) == count


def test_submit_and_accept_move_all_or_those_named(dvk):
    dvk.done("registrations", "import", FILE)

    submitted = dvk.done("registrations", "submit")
    accepted = dvk.done("registrations", "accept", submitted["ids"][0])

    assert (submitted["submitted"], accepted["accepted"]) == (5, 1)
    states = [row["state"] for row in dvk.done("registrations", "list")["registrations"]]
    assert sorted(states) == ["accepted", *["submitted"] * 4]


def test_a_step_needs_its_reason_and_takes_it(dvk):
    dvk.done("registrations", "import", FILE)
    first = dvk.done("registrations", "submit")["ids"][0]
    before = dvk.state()

    refused = dvk("registrations", "step", "return", first)
    unchanged = dvk.state()
    done = dvk.done(
        "registrations", "step", "return", first, "--note", "Bổ sung địa chỉ", "--field", "address"
    )

    assert (refused.code, refused.refusals, unchanged) == (3, ["NOTE_REQUIRED"], before)
    assert done["ids"] == [first]
    [row] = dvk.done("registrations", "list", "--where", "state=returned")["registrations"]
    assert (row["id"], row["open_fields"]) == (first, ["address"])


def test_export_writes_the_list_that_was_filtered(dvk, tmp_path):
    dvk.done("registrations", "import", FILE)

    document = dvk.done("registrations", "export", tmp_path / "list.xlsx", "--where", "field=KT")

    sheet = openpyxl.load_workbook(tmp_path / "list.xlsx").active
    rows = list(sheet.iter_rows(values_only=True))
    assert document["registrations"] == 2
    assert [row[1] for row in rows] == [
        "Tên mô hình",
        "Phát triển kinh tế vườn - ao - chuồng - rừng (VACR)",
        "Phát triển kinh tế vườn - ao - chuồng - rừng (VACR) thôn Trung Đồng",
    ]
    assert [row[0] for row in rows[1:]] == [1, 2]


def test_an_import_is_taken_back_whole(dvk):
    batch = dvk.done("registrations", "import", FILE)["batch"]

    undone = dvk.done("registrations", "undo", batch)

    assert undone == {"undone": batch}
    assert dvk.done("registrations", "list") == {"registrations": []}
    assert dvk("registrations", "undo", batch).refusals == ["UNDO_DONE"]


def test_files_go_into_the_campaign_of_their_own_year(dvk):
    dvk.done("campaign", "create", "--year", "2026")

    document = dvk.done("registrations", "import", FILE)

    assert document["year"] == 2017
    assert dvk.done("registrations", "list", "--year", "2026")["registrations"] == []


def test_files_of_a_year_without_a_campaign_wait_for_a_word(dvk, tmp_path):
    dvk.done("campaign", "create", "--year", "2026")
    file = tmp_path / f"2031 {FILE.name}"
    book = openpyxl.load_workbook(FILE)
    for row in book.active.iter_rows():
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = cell.value.replace("2017", "2031")
    book.active.title = "2031"
    book.save(file)

    refused = dvk("registrations", "import", file, "--json")
    named = dvk("registrations", "import", file, "--year", "2026", "--json")

    assert (refused.code, refused.refusals) == (3, ["YEAR_DIFFERS"])
    assert (named.code, named.document["year"]) == (4, 2026)
