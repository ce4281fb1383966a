"""Council, decision, certificates and reports through dvk, on one commune's models."""

import openpyxl
import pypdfium2
import pytest
from dvk_runner import SAMPLE, district

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.demo_marks import demo_council_marks, demo_self_marks
from dvk_desktop.domain.records.scoring import SheetDraft
from dvk_desktop.domain.terms import SheetKind


@pytest.fixture
def dvk(capsys, tmp_path):
    """Five models that units and council have scored."""
    office = district(capsys, tmp_path / "office")
    office.done("registrations", "import", SAMPLE / "02-xa-yen-phong.xlsx")
    office.done("registrations", "submit")
    ids = office.done("registrations", "accept")["ids"]
    services = open_office(office.folder)
    form = services.scoring.form_of(ids[0]).form
    for kind, marks in ((SheetKind.SELF, demo_self_marks), (SheetKind.COUNCIL, demo_council_marks)):
        services.scoring.score(
            [SheetDraft(each, kind, kind.label, marks(form, n)) for n, each in enumerate(ids)]
        )
    services.close()
    return office


@pytest.fixture
def ids(dvk):
    return [row["registration_id"] for row in dvk.done("scores", "results")["results"]]


MEMBERS = [word for n in range(8) for word in ("--member", f"Ủy viên {n}")]


@pytest.fixture
def passed(dvk, ids):
    """A meeting that passed four of the five."""
    dvk.done("council", "open", *MEMBERS, "--absent", "Ủy viên 9", "--date", "2017-10-05")
    dvk.done("council", "vote", *ids[:4], "--agree", 8)
    dvk.done("council", "vote", ids[4], "--agree", 3, "--disagree", 4, "--abstain", 1)
    dvk.done("council", "close")
    return ids[:4]


@pytest.fixture
def signed(dvk, passed):
    dvk.done("office", "signatory", "Nguyễn Văn Mẫu", "--title", "Trưởng ban")
    dvk.done("decision", "create", "--place", "Yên Mô")
    return dvk.done("decision", "sign", "--number", 15, "--date", "12/10/2017")["decision"]


def test_results_come_with_their_explanation(dvk):
    results = dvk.done("scores", "results")["results"]

    assert [row["place"] for row in results] == sorted(row["place"] for row in results)
    assert all(row["explanation"] and row["rank_label"] for row in results)
    english = dvk("scores", "results", "--lang", "en", "--json").document["results"]
    assert english[0]["explanation"] != results[0]["explanation"]


def test_the_council_counts_and_closes(dvk, ids):
    meeting = dvk.done("council", "open", *MEMBERS, "--absent", "Ủy viên 9")["meeting"]
    [vote] = dvk.done("council", "vote", ids[0], "--agree", 8)["votes"]
    before = dvk.state()
    impossible = dvk("council", "vote", ids[1], "--agree", 12)

    assert (meeting["present"], len(meeting["members"])) == (8, 9)
    assert (vote["passed"], vote["tally"]["agree"], vote["tally"]["members"]) == (True, 8, 9)
    assert (impossible.code, impossible.refusals, dvk.state()) == (3, ["TALLY"], before)
    assert dvk.done("council", "close")["passed"] == 1
    assert dvk("council", "vote", ids[1], "--agree", 8).refusals == ["NO_MEETING"]


def test_no_meeting_without_a_quorum(dvk):
    absent = [word.replace("--member", "--absent") for word in MEMBERS]

    run = dvk("council", "open", "--member", "Ủy viên 10", *absent)

    assert (run.code, run.refusals) == (3, ["NO_QUORUM"])


def test_a_decision_recognises_what_the_council_passed(dvk, passed, signed):
    states = {row["id"]: row["state"] for row in dvk.done("registrations", "list")["registrations"]}
    [listed] = dvk.done("decision", "list")["decisions"]

    assert (signed["number"], signed["signed_on"], signed["count"]) == (15, "2017-10-12", 4)
    assert [item["registration_id"] for item in signed["items"]] == passed
    assert listed == signed
    assert sorted(states[each] for each in passed) == ["recognised"] * 4


def test_a_decision_needs_somebody_who_signs(dvk, passed):
    assert dvk("decision", "create").refusals == ["NO_SIGNATORY"]


def test_the_number_of_a_decision_is_given_once(dvk, signed):
    assert dvk("decision", "sign", "--number", 16, "--date", "2017-10-13").refusals == [
        "NO_DECISION"
    ]


def test_certificates_follow_the_decision(dvk, signed, tmp_path):
    out = tmp_path / "certificates.pdf"

    first = dvk.done("certificates", "render", "--decision", 15, "--out", out)
    again = dvk.done("certificates", "render", "--decision", signed["id"], "--out", out)

    document = pypdfium2.PdfDocument(out)
    pages = len(document)
    document.close()
    assert (first["certificates"], first["added"], first["pages"], pages) == (4, 4, 4, 4)
    assert (again["certificates"], again["added"]) == (4, 0)
    assert first["names"] == signed["names"]


def test_no_certificate_is_issued_where_no_file_can_be(dvk, signed, tmp_path):
    before = dvk.state()

    run = dvk("certificates", "render", "--decision", 15, "--out", tmp_path / "no" / "c.pdf")

    assert (run.code, dvk.state()) == (3, before)


@pytest.mark.parametrize("suffix", [".xlsx", ".docx", ".pdf"])
def test_every_report_is_written_in_every_format(dvk, signed, tmp_path, suffix):
    for report in dvk.done("report", "list")["reports"]:
        out = tmp_path / f"{report['name']}{suffix}"
        document = dvk.done("report", report["name"], "--year", 2017, "--out", out)
        assert out.stat().st_size > 1000
        assert document["file"] == str(out)


def test_a_report_gives_its_rows(dvk, tmp_path):
    document = dvk.done("report", "sector-by-unit", "--year", 2017)
    dvk.done("report", "sector-by-unit", "--out", tmp_path / "r.xlsx")

    [row] = [row for row in document["rows"] if row["unit"] == "Xã Yên Phong"]
    assert (row["total"], row["KT"], row["VHXH"], row["QPAN"], row["HTCT"]) == (5, 2, 2, 1, 0)
    assert document["totals"]["total"] == 5
    cells = [c for r in openpyxl.load_workbook(tmp_path / "r.xlsx").active.values for c in r]
    assert 5 in cells


def test_campaigns_are_opened_like_another_and_frozen(dvk):
    opened = dvk.done("campaign", "create", "--year", 2018, "--like", 2017)["campaign"]
    frozen = dvk.done("campaign", "freeze", "--year", 2017)["campaign"]
    before = dvk.state()

    assert [field["code"] for field in opened["fields"]] == ["KT", "VHXH", "QPAN", "HTCT", "NTM"]
    assert opened["deadlines"][0]["on_time"].startswith("2018-")
    assert frozen["frozen_on"]
    assert dvk("campaign", "freeze", "--year", 2017).refusals == ["CAMPAIGN_FROZEN"]
    assert dvk.state() == before
    years = [row["year"] for row in dvk.done("campaign", "list")["campaigns"]]
    assert years == [2018, 2017]


def test_units_are_renamed_and_moved(dvk):
    renamed = dvk.done("units", "rename", "X13", "--name", "Xã Yên Phong mới")["unit"]
    moved = dvk.done("units", "move", "X12", "--parent", "X13")["unit"]
    before = dvk.state()
    circle = dvk("units", "move", "X13", "--parent", "X12")

    assert renamed["name"] == "Xã Yên Phong mới"
    assert moved["parent"] == "X13"
    assert (circle.code, circle.refusals, dvk.state()) == (3, ["UNIT_CIRCLE"], before)
    assert dvk.done("units", "show", "x13")["children"] == ["X12"]


def test_backup_is_made_proven_and_put_back(dvk, capsys, tmp_path):
    from dvk_runner import Dvk

    file = tmp_path / "b.dvkbackup"
    made = dvk.done("backup", "create", file)["backup"]
    proven = dvk.done("backup", "verify", file)["backup"]
    fresh = Dvk(capsys, tmp_path / "new computer")
    restored = fresh.done("backup", "restore", file)

    assert made["counts"] == proven["counts"] == restored["backup"]["counts"]
    assert restored["set_aside"] is None
    assert fresh.done("registrations", "list") == dvk.done("registrations", "list")


def test_a_damaged_backup_changes_nothing(dvk, tmp_path):
    file = tmp_path / "b.dvkbackup"
    dvk.done("backup", "create", file)
    file.write_bytes(file.read_bytes()[:-500])
    before = dvk.state()

    runs = [dvk("backup", word, file) for word in ("verify", "restore")]

    assert [(run.code, run.refusals) for run in runs] == [(3, ["BACKUP_DAMAGED"])] * 2
    assert dvk.state() == before


def test_a_journal_that_was_changed_asks_for_a_person(dvk):
    import sqlite3
    from contextlib import closing

    from dvk_desktop.bootstrap import database_path

    assert dvk.done("audit", "verify")["good"] is True
    with closing(sqlite3.connect(database_path(dvk.folder))) as connection:
        connection.execute("UPDATE change_set SET actor = 'somebody else' WHERE number = 2")
        connection.commit()

    verified, examined = dvk("audit", "verify", "--json"), dvk("doctor", "--json")

    assert (verified.code, verified.document["broken"]) == (4, 2)
    assert examined.code == 4
