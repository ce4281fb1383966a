"""The sample year from empty folders to printed certificates, held against the answer."""

import json
import re
import zipfile
from collections import Counter
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from dvk_runner import SAMPLE, Dvk

from dvk_desktop import paths
from dvk_desktop.cli.main import main
from dvk_desktop.demo.places import DemoFolderError
from dvk_desktop.demo.sample_year import build, open_or_build

ANSWER = json.loads((SAMPLE / "expected.json").read_text(encoding="utf-8"))
KEYS = ("file", "name", "unit", "field", "subject_type", "kind", "year")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a sample year, built once; tests only look at it."""
    folder = tmp_path_factory.mktemp("năm mẫu") / "demo"
    assert main(["demo", "--out", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def summary(out):
    return json.loads((out / "summary.json").read_text(encoding="utf-8"))


@pytest.fixture
def district(capsys, out):
    return Dvk(capsys, out / "huyen-yen-mo")


def test_the_counts_are_those_that_were_published(summary):
    assert summary["registrations"] == ANSWER["total"] == 138
    assert summary["by_field"] == {"KT": 52, "VHXH": 56, "QPAN": 20, "HTCT": 10}
    assert summary["agrees"] is True
    assert [check["what"] for check in summary["checks"] if not check["agrees"]] == []


def test_every_registration_of_the_answer_is_there_exactly_once(district):
    found = district.done("registrations", "list", "--year", 2017)["registrations"]

    named = [{**row, "file": row["source_file"]} for row in found]
    assert Counter(tuple(row[key] for key in KEYS) for row in named) == Counter(
        tuple(row[key] for key in KEYS) for row in ANSWER["registrations"]
    )


def test_the_decision_and_the_states_agree(district, summary):
    [decision] = district.done("decision", "list")["decisions"]
    rows = district.done("registrations", "list")["registrations"]
    states = Counter(row["state"] for row in rows)

    assert (decision["number"], decision["signed_on"]) == (15, "2017-10-12")
    assert decision["count"] == summary["recognised"] == states["recognised"]
    assert states["not_recognised"] == summary["not_recognised"] == 138 - decision["count"]
    assert sum(row["late"] for row in rows) == summary["late"] > 0


def test_one_certificate_a_page_in_the_order_of_the_decision(out, district, summary):
    [decision] = district.done("decision", "list")["decisions"]
    document = pypdfium2.PdfDocument(summary["files"]["certificates"])
    try:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()

    assert len(texts) == summary["certificates"] == decision["count"]
    plain = [re.sub(r"\W", "", text) for text in texts]
    for page, item in zip(plain, decision["items"], strict=True):
        assert re.sub(r"\W", "", item["name"]) in page


def test_the_report_holds_real_numbers_that_add_up(summary):
    sheet = openpyxl.load_workbook(summary["files"]["report"]).active
    rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    [total] = [row for row in rows if "Tổng số" in row and any(isinstance(c, int) for c in row)]
    units = [row for row in rows if len(row) > 3 and isinstance(row[0], int)]

    assert total == ["Tổng số", 138, 52, 56, 20, 10, 0]
    assert len(units) == 26
    assert [sum(row[n] for row in units) for n in range(2, 7)] == total[1:-1]


def test_the_communes_know_what_was_decided(capsys, out, district):
    for name, code in (("xa-yen-phong", "X13"), ("xa-yen-thinh", "X01")):
        held = district.done("registrations", "list", "--unit", code)["registrations"]
        known = Dvk(capsys, out / name).done("registrations", "list")["registrations"]
        assert {row["id"]: row["state"] for row in known} == {
            row["id"]: row["state"] for row in held
        }


def test_every_package_is_sound_and_kept(capsys, out, summary):
    packages = sorted((out / "packages").glob("*.dvk"))
    kept = [path for name, path in summary["files"].items() if path.endswith(".dvk")]

    assert sorted(map(str, packages)) == sorted(kept)
    for path in packages:
        with zipfile.ZipFile(path) as archive:
            assert archive.namelist()[0] == "mimetype"
        dvk = Dvk(capsys, out / "huyen-yen-mo")
        assert dvk.done("package", "inspect", path)["problems"] == []


def test_all_files_named_in_the_summary_exist(summary):
    assert [name for name, path in summary["files"].items() if not Path(path).exists()] == []


def test_the_window_can_open_it_and_says_it_is_a_sample(district):
    assert district.done("office", "list")["office"]["sample"] is True


def test_all_journals_and_the_backup_are_whole(capsys, out):
    for name in ("huyen-yen-mo", "xa-yen-phong", "xa-yen-thinh"):
        assert Dvk(capsys, out / name).done("audit", "verify")["good"] is True
    backup = Dvk(capsys, out / "huyen-yen-mo").done(
        "backup", "verify", out / "backup" / "huyen-yen-mo.dvkbackup"
    )
    assert backup["backup"]["counts"]["registration"] == 138


def test_the_sample_comes_with_the_program():
    assert len(list(paths.resource("samples", "yen-mo-2017").glob("[0-9]*"))) == 26


def test_a_folder_with_something_else_is_not_touched(capsys, tmp_path):
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")

    code = main(["demo", "--out", str(tmp_path), "--json"])

    said = capsys.readouterr()
    assert (code, json.loads(said.out)["errors"][0]["code"]) == (3, "DEMO_FOLDER")
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]
    with pytest.raises(DemoFolderError):
        build(tmp_path)


def test_an_earlier_sample_year_is_replaced_and_the_same_again(capsys, out, summary, tmp_path):
    folder = tmp_path / "again"
    folder.mkdir()
    (folder / ".dvk-demo").touch()
    (folder / "huyen-yen-mo").mkdir()
    (folder / "huyen-yen-mo" / "old.txt").touch()
    (folder / "note.txt").write_text("a person's own", encoding="utf-8")

    code = main(["demo", "--out", str(folder), "--json", "--lang", "en"])

    document = json.loads(capsys.readouterr().out)
    same = ("registrations", "by_field", "late", "ranks", "recognised", "certificates")
    assert (code, {key: document[key] for key in same}) == (0, {k: summary[k] for k in same})
    assert not (folder / "huyen-yen-mo" / "old.txt").exists()
    assert (folder / "note.txt").exists()
    assert document["steps"][0]["text"].startswith("District office founded")


def test_the_sample_of_the_window_is_built_once(out, tmp_path):
    folder = tmp_path / "sample-year"
    out.rename(folder)
    try:
        assert open_or_build(folder) == folder / "huyen-yen-mo"
        assert not folder.with_name("sample-year.partial").exists()
    finally:
        folder.rename(out)
