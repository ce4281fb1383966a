"""What every command of dvk promises: options, languages, exit codes, nothing half done."""

import json
import subprocess
import sys

import pytest
from dvk_runner import SAMPLE, Dvk, commune

from dvk_desktop.cli.main import main


@pytest.fixture
def dvk(capsys, tmp_path):
    return commune(capsys, tmp_path / "office")


def test_common_options_may_stand_before_or_after_the_command(dvk, capsys):
    after = dvk("units", "show", "X13", "--json", "--lang", "en")
    code = main(["--json", "--lang=en", "--data", str(dvk.folder), "units", "show", "X13"])

    assert (code, capsys.readouterr().out) == (0, after.out)
    assert after.document["name"] == "Xã Yên Phong"


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("bogus",),
        ("units",),
        ("units", "show"),
        ("units", "list", "extra"),
        ("init", "--code", "A", "--name", " ", "--level", "district"),
        ("campaign", "create", "--year", "17"),
        ("council", "vote", "X", "--agree", "-1"),
        ("decision", "sign", "--number", "0", "--date", "2017-10-12"),
        ("decision", "sign", "--number", "1", "--date", "32/10/2017"),
        ("registrations", "list", "--where", "field"),
        ("registrations", "list", "--where", "colour=red"),
        ("registrations", "step", "accept"),
        ("registrations", "step", "recognise", "X"),
        ("registrations", "import", "a.xlsx", "b.xlsx", "--marked", "c.xlsx"),
        ("certificates", "render", "--decision", "1", "--out", "c.docx"),
        ("--lang", "fr", "units", "list"),
    ],
)
def test_wrong_usage_ends_with_2_and_changes_nothing(dvk, arguments):
    before = dvk.state()

    run = dvk(*arguments)

    assert (run.code, run.out, dvk.state()) == (2, "", before)
    assert run.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("units", "show", "X99"), "NOT_FOUND"),
        (("units", "import", "nothing.xlsx"), "FILE_UNREADABLE"),
        (("campaign", "create", "--year", "2017"), "CAMPAIGN_EXISTS"),
        (("registrations", "list", "--year", "1999"), "NOT_FOUND"),
        (("registrations", "import", "nothing.xlsx"), "FILE_UNREADABLE"),
        (("registrations", "export", "list.pdf"), "REGISTER_FORMAT"),
        (("registrations", "undo", "nobody"), "NOT_FOUND"),
        (("council", "close"), "NO_MEETING"),
        (("decision", "create"), "NO_MINUTES"),
        (("decision", "sign", "--number", "1", "--date", "2017-10-12"), "NO_DECISION"),
        (("certificates", "render", "--decision", "1", "--out", "c.pdf"), "NO_DECISION"),
        (("report", "bogus"), "REPORT_UNKNOWN"),
        (("report", "sector-by-unit", "--out", "r.txt"), "REPORT_FORMAT"),
        (("package", "export", "--to", "Z9", "--out", "p.dvk"), "RECIPIENT_UNKNOWN"),
        (("package", "resolve", "7", "--take", "ours"), "NOT_FOUND"),
        (("init", "--code", "A", "--name", "B", "--level", "commune"), "OFFICE_EXISTS"),
        (("init", "--code", "A/B", "--name", "B", "--level", "commune"), "OFFICE_CODE"),
        (("init", "--code", "A", "--name", "B", "--level", "bogus"), "LEVEL_UNKNOWN"),
    ],
)
def test_a_refusal_ends_with_3_says_why_and_changes_nothing(dvk, arguments, code):
    before = dvk.state()

    plain, for_programs = dvk(*arguments), dvk(*arguments, "--json")

    assert (plain.code, plain.out, plain.refusals) == (3, "", [code])
    assert (for_programs.code, dvk.state()) == (3, before)
    [error] = for_programs.document["errors"]
    assert f"{error['code']} {error['message']}" == plain.err.strip()


@pytest.mark.parametrize("arguments", [("units", "list"), ("doctor",), ("package", "conflicts")])
def test_a_folder_without_an_office_is_left_as_it_is(capsys, tmp_path, arguments):
    run = Dvk(capsys, tmp_path / "empty")(*arguments)

    assert (run.code, run.refusals) == (3, ["NO_OFFICE"])
    assert "dvk init" in run.err
    assert list(tmp_path.iterdir()) == []


def test_a_level_that_is_not_known_leaves_no_folder_behind(capsys, tmp_path):
    dvk = Dvk(capsys, tmp_path / "empty")

    run = dvk("init", "--code", "A", "--name", "B", "--level", "bogus")

    assert (run.code, list(tmp_path.iterdir())) == (3, [])


def test_refusals_and_tables_speak_english_when_asked(dvk):
    refused = dvk("units", "show", "X99", "--lang", "en")
    listed = dvk("units", "list", "--lang", "en")

    assert refused.err.startswith("NOT_FOUND There is no unit “X99”.")
    assert listed.out.split()[:4] == ["Code", "Name", "Level", "Parent"]


def test_wrong_usage_speaks_both_languages(dvk):
    assert "còn thiếu: CODE" in dvk("units", "show").err
    assert "missing: CODE" in dvk("units", "show", "--lang", "en").err


def test_help_is_complete_in_english(dvk):
    run = dvk("--help", "--lang", "en")

    assert run.code == 0
    assert not any("\u1ea0" <= letter <= "\u1ef9" for letter in run.out.replace("Dân vận", ""))


def test_a_fault_is_one_line_and_a_log(dvk):
    (dvk.folder / "keys" / "office.key").unlink(missing_ok=True)
    with_table_gone(dvk)

    run = dvk("units", "list")

    log = (dvk.folder / "log" / "dan-van-kheo.log").read_text(encoding="utf-8")
    assert (run.code, run.out, run.refusals) == (1, "", ["FAULT"])
    assert "Traceback" not in run.err
    assert "Traceback" in log


def with_table_gone(dvk):
    import sqlite3
    from contextlib import closing

    from dvk_desktop.bootstrap import database_path

    with closing(sqlite3.connect(database_path(dvk.folder))) as connection:
        connection.execute("ALTER TABLE unit RENAME TO gone")
        connection.commit()


def test_a_damaged_database_is_refused_and_kept(capsys, tmp_path):
    from dvk_desktop.bootstrap import database_path

    file = database_path(tmp_path)
    file.write_bytes(b"not a database" * 100)

    run = Dvk(capsys, tmp_path)("units", "list")

    assert (run.code, run.refusals) == (3, ["DB_DAMAGED"])
    assert file.read_bytes() == b"not a database" * 100


def test_dvk_runs_as_a_module_and_speaks_utf8_whatever_the_machine(dvk):
    environment = {"PYTHONIOENCODING": "ascii", "PATH": "", "LC_ALL": "C"}
    arguments = [sys.executable, "-m", "dvk_desktop.cli", "--data", str(dvk.folder)]

    done = subprocess.run(
        [*arguments, "units", "list", "--json"], capture_output=True, env=environment, check=False
    )

    assert (done.returncode, done.stderr) == (0, b"")
    units = json.loads(done.stdout.decode("utf-8"))["units"]
    assert [unit["name"] for unit in units[:2]] == ["Huyện Yên Mô", "Thị trấn Yên Thịnh"]


def test_dvk_in_a_pipe_shows_no_bar(dvk):
    arguments = [sys.executable, "-m", "dvk_desktop.cli", "--data", str(dvk.folder)]

    done = subprocess.run(
        [*arguments, "registrations", "import", str(SAMPLE / "02-xa-yen-phong.xlsx")],
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\x1b" not in done.stdout


def _parsers(parser):
    yield parser
    for action in parser._actions:
        choices = action.choices if isinstance(action.choices, dict) else {}
        for inner in choices.values():
            yield from _parsers(inner)


def test_every_command_explains_itself_in_both_languages():
    from dvk_desktop import paths
    from dvk_desktop.cli.main import build_parser
    from dvk_desktop.domain.catalogue import load_catalogue

    missing = set()

    def recorded(sentence):
        english = load_catalogue(paths.resource("i18n", "en"))(sentence)
        if english == sentence:
            missing.add(sentence)
        return english

    helps = [parser.format_help() for parser in _parsers(build_parser(recorded))]

    assert missing == set()
    assert len(helps) > 45
    assert all(text.startswith("Usage: dvk") for text in helps)


def test_a_bar_on_a_terminal_wipes_itself():
    import io

    from dvk_desktop.cli.output import Bar

    stream = io.StringIO()
    bar = Bar(stream)
    bar.step(1, 2, "Đọc tệp")
    bar.step(2, 2)

    assert stream.getvalue() == "\r\x1b[2K[############............] 1/2 Đọc tệp\r\x1b[2K"
