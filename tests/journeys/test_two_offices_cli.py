"""Commune and district exchange packages with nothing but dvk at hand."""

import shutil

import pytest
from dvk_runner import SAMPLE, commune, district

from dvk_desktop.storage.data_folder import DataFolder


@pytest.fixture
def below(capsys, tmp_path):
    office = commune(capsys, tmp_path / "below")
    office.done("registrations", "import", SAMPLE / "02-xa-yen-phong.xlsx")
    office.done("registrations", "submit")
    return office


@pytest.fixture
def above(capsys, tmp_path):
    return district(capsys, tmp_path / "above")


@pytest.fixture
def package(below, tmp_path):
    path = tmp_path / "1.dvk"
    below.done("package", "export", "--to", "H00", "--out", path)
    return path


@pytest.fixture
def trusted(above, below, tmp_path):
    """Cards are exchanged, each with the fingerprint that its owner reads out."""
    for one, other in ((above, below), (below, above)):
        card = tmp_path / f"{other.folder.name}.dvkcard"
        digits = other.done("office", "card", card)["fingerprint"]
        one.done("office", "trust", card, "--fingerprint", digits)


def _first(office):
    return office.done("registrations", "list")["registrations"][0]


def test_a_package_is_inspected_before_its_sender_is_trusted(above, package):
    document = above.done("package", "inspect", package)

    manifest = document["manifest"]
    assert (document["trusted"], document["problems"]) == (False, [])
    assert (manifest["kind"], manifest["sender"]["code"], manifest["sequence"]) == ("up", "X13", 1)
    assert {entry["path"] for entry in manifest["entries"]} >= {"records/registration.jsonl"}


def test_an_untrusted_package_is_never_merged(above, package):
    before = above.state()

    run = above("package", "import", package, "--json")

    assert (run.code, run.refusals, above.state()) == (3, ["PKG_UNTRUSTED"], before)
    assert run.document["errors"][0]["code"] == "PKG_UNTRUSTED"


def test_a_wrong_fingerprint_is_refused(above, below, tmp_path):
    below.done("office", "card", tmp_path / "c.dvkcard")
    before = above.state()

    run = above("office", "trust", tmp_path / "c.dvkcard", "--fingerprint", "12345 67890")

    assert (run.code, run.refusals, above.state()) == (3, ["FINGERPRINT"], before)


def test_the_district_takes_in_what_the_commune_sent(above, below, package, trusted):
    preview = above.done("package", "import", package, "--dry-run")
    untouched = above.done("registrations", "list")["registrations"]
    merged = above.done("package", "import", package)

    counts = ("new", "same", "changed", "removed", "conflicts", "refused")
    assert untouched == []
    assert {name: preview[name] for name in counts} == {name: merged[name] for name in counts}
    assert merged["new"] > 0
    assert merged["batch"]
    keys = ("id", "name", "unit_code", "field", "state", "source_file")
    sent, held = (
        office.done("registrations", "list")["registrations"] for office in (below, above)
    )
    assert [[row[key] for key in keys] for row in held] == [
        [row[key] for key in keys] for row in sent
    ]


def test_the_same_again_changes_nothing(above, package, trusted):
    above.done("package", "import", package)
    before = above.state()

    again = above.done("package", "import", package, package)

    assert (again["new"], again["changed"], again["removed"], again["batch"]) == (0, 0, 0, None)
    assert above.state() == before


@pytest.mark.parametrize("take", ["theirs", "ours", "Thôn Bình Hòa, tổ 3"])
def test_an_edit_on_both_sides_waits_for_a_person(above, below, package, trusted, tmp_path, take):
    above.done("package", "import", package)
    _edit(below, "Thôn Bình Hòa, xã Yên Phong")
    _edit(above, "Thôn Bình Hòa (huyện ghi)")
    below.done("package", "export", "--to", "H00", "--out", tmp_path / "2.dvk")

    run = above("package", "import", tmp_path / "2.dvk", "--json")
    [conflict] = above.done("package", "conflicts")["conflicts"]
    resolved = above.done("package", "resolve", conflict["id"], "--take", take)

    values = {"theirs": "Thôn Bình Hòa, xã Yên Phong", "ours": "Thôn Bình Hòa (huyện ghi)"}
    assert (run.code, run.document["conflicts"]) == (4, 1)
    assert (conflict["field"], conflict["ours"], conflict["theirs"]) == (
        "address",
        values["ours"],
        values["theirs"],
    )
    assert resolved["left"] == 0
    assert _first(above)["address"] == values.get(take, take)
    assert above.done("package", "import", tmp_path / "2.dvk")["conflicts"] == 0
    assert above("package", "resolve", conflict["id"], "--take", "ours").code == 3


def _edit(office, address):
    """Change the address of the first registration as the window would."""
    from dataclasses import replace

    from dvk_desktop.bootstrap import open_office
    from dvk_desktop.domain.registration_states import RegistrationAction

    first = _first(office)["id"]
    services = open_office(office.folder)
    registrations = services.registrations
    if services.office.office().level_code == "commune":
        registrations.step([first], RegistrationAction.WITHDRAW)
    draft = replace(registrations.detail(first).draft, address=address)
    registrations.correct(first, draft)
    if services.office.office().level_code == "commune":
        registrations.step([first], RegistrationAction.SUBMIT)
    services.close()


def test_a_merge_is_taken_back_and_can_come_again(above, package, trusted):
    batch = above.done("package", "import", package)["batch"]

    above.done("package", "undo", batch)
    gone = above.done("registrations", "list")["registrations"]
    above.done("package", "import", package)

    assert gone == []
    assert len(above.done("registrations", "list")["registrations"]) == 5


def test_what_the_district_decides_comes_down(above, below, package, trusted, tmp_path):
    above.done("package", "import", package)
    above.done("registrations", "accept")
    sent = above.done("package", "export", "--to", "X13", "--out", tmp_path / "down.dvk")

    below.done("package", "import", tmp_path / "down.dvk")

    assert sent["kind"] == "down"
    assert {row["state"] for row in below.done("registrations", "list")["registrations"]} == {
        "accepted"
    }


def test_a_receipt_comes_back(above, below, package, trusted):
    receipt = above.done("package", "import", package)["packages"][0]["receipt"]

    below.done("package", "import", receipt)

    sent = [row for row in below.done("package", "list")["packages"] if row["direction"] == "out"]
    assert [row["receipt"]["counts"]["refused"] for row in sent] == [0]


@pytest.mark.parametrize("damage", ["cut", "flip", "empty", "text", "missing"])
def test_a_damaged_package_is_refused_and_changes_nothing(above, package, trusted, damage):
    content = package.read_bytes()
    damaged = {
        "cut": content[: len(content) // 2],
        "flip": content[:200] + bytes([content[200] ^ 1]) + content[201:],
        "empty": b"",
        "text": b"hello",
        "missing": None,
    }[damage]
    package.unlink() if damaged is None else package.write_bytes(damaged)
    before = above.state()

    inspected = above("package", "inspect", package, "--json")
    merged = above("package", "import", package, "--json")

    assert (inspected.code, merged.code, above.state()) == (3, 3, before)
    assert inspected.document["problems"]
    assert inspected.document["errors"] == inspected.document["problems"]
    assert merged.document["errors"]


def test_one_bad_package_of_several_stops_all(above, package, trusted, tmp_path):
    (tmp_path / "bad.dvk").write_bytes(b"hello")
    before = above.state()

    run = above("package", "import", package, tmp_path / "bad.dvk")

    assert (run.code, above.state()) == (3, before)
    assert "bad.dvk" in run.err


def test_a_copied_data_folder_writes_under_a_new_replica(below, capsys, tmp_path):
    from dvk_runner import Dvk

    shutil.copytree(below.folder, tmp_path / "copy")
    assert DataFolder(tmp_path / "copy").database.exists()

    own = below.done("office", "list")["office"]
    copy = Dvk(capsys, tmp_path / "copy").done("office", "list")["office"]

    assert copy["office_id"] == own["office_id"]
    assert copy["replica_id"] != own["replica_id"]


def test_receipts_are_taken_once_each(above, below, package, trusted, tmp_path):
    below.done("package", "export", "--to", "H00", "--out", tmp_path / "2.dvk")
    merged = above("package", "import", package, tmp_path / "2.dvk", "--json").document["packages"]
    receipts = [each["receipt"] for each in merged]

    taken = below.done("package", "import", *receipts)["packages"]
    again = below.done("package", "import", receipts[0])["packages"]

    assert [(each["changed"], each["notices"]) for each in taken] == [(1, []), (1, [])]
    assert [(each["changed"], each["batch"]) for each in again] == [(0, None)]


def test_a_folder_goes_through_and_bad_ones_stand_aside(above, below, trusted, tmp_path):
    post = tmp_path / "goi"
    post.mkdir()
    below.done("package", "export", "--to", "H00", "--out", post / "b.dvk")
    _edit(below, "Thôn Bình Hòa, xã Yên Phong")
    below.done("package", "export", "--to", "H00", "--out", post / "a.dvk")
    (post / "bad.dvk").write_bytes(b"hello")

    planned = above("package", "import", post, "--dry-run", "--json")
    run = above("package", "import", post, "--json")
    again = above("package", "import", post, "--json")

    assert (planned.code, run.code) == (4, 4)
    assert [each["file"] for each in run.document["packages"]] == ["b.dvk", "a.dvk"]
    assert run.refusals == ["PKG_NOT_ZIP"]
    assert (run.document["new"] > 0, run.document["conflicts"]) == (True, 0)
    assert _first(above)["address"] == "Thôn Bình Hòa, xã Yên Phong"
    assert (again.document["new"], again.document["changed"], again.document["batch"]) == (
        0,
        0,
        None,
    )


def test_named_files_go_through_when_bad_ones_may_stand_aside(above, package, trusted, tmp_path):
    (tmp_path / "bad.dvk").write_bytes(b"hello")

    run = above("package", "import", tmp_path / "bad.dvk", package, "--set-aside", "--json")
    nothing = above("package", "import", tmp_path / "bad.dvk", "--set-aside")

    assert (run.code, run.refusals) == (4, ["PKG_NOT_ZIP"])
    assert run.document["new"] > 0
    assert (nothing.code, nothing.refusals) == (3, ["PKG_NOT_ZIP"])


def test_a_new_office_is_founded_from_the_package_of_the_one_above(above, capsys, tmp_path):
    package = tmp_path / "trien-khai.dvk"
    above.done("package", "export", "--to", "X02", "--out", package)
    digits = above.done("office", "card", tmp_path / "above.dvkcard")["fingerprint"]
    new = type(above)(capsys, tmp_path / "new")

    wrong = new("office", "found", package, "--fingerprint", "0" * 64, "--json")
    founded = new.done("office", "found", package, "--fingerprint", digits)

    assert (wrong.code, wrong.refusals) == (3, ["FINGERPRINT"])
    assert (founded["office"]["code"], founded["office"]["level"]) == ("X02", "commune")
    assert [row["year"] for row in founded["campaigns"]] == [2017]
    assert new.done("units", "list")["units"] == above.done("units", "list")["units"]
