"""Commune and district encrypt, split and protect their keys with nothing but dvk at hand."""

import pytest
from dvk_runner import SAMPLE, commune, district


@pytest.fixture
def below(capsys, tmp_path):
    office = commune(capsys, tmp_path / "below")
    office.done("registrations", "import", SAMPLE / "02-xa-yen-phong.xlsx")
    return office


@pytest.fixture
def above(capsys, tmp_path):
    return district(capsys, tmp_path / "above")


@pytest.fixture
def trusted(above, below, tmp_path):
    for one, other in ((above, below), (below, above)):
        card = tmp_path / f"{other.folder.name}.dvkcard"
        digits = other.done("office", "card", card)["fingerprint"]
        one.done("office", "trust", card, "--fingerprint", digits)


@pytest.fixture
def passphrase(tmp_path):
    file = tmp_path / "passphrase.txt"
    file.write_text("bốn nhóm số 4821\r\n", "utf-8")
    return file


def test_to_the_card(above, below, trusted, tmp_path):
    sent = below.done(
        "package", "export", "--to", "H00", "--out", tmp_path / "up.dvk", "--encrypt",
        "--max-size", "20",
    )  # fmt: skip

    assert (sent["encrypted"], sent["file"]) == (True, str(tmp_path / "up.dvk.age"))
    assert [(part["number"], part["of"]) for part in sent["parts"]] == [(1, 1)]
    inspected = above.done("package", "inspect", sent["file"])
    assert (inspected["trusted"], inspected["problems"]) == (True, [])
    assert above.done("package", "import", sent["file"])["new"] > 0
    assert below("package", "inspect", sent["file"]).refusals == ["AGE_WRONG_KEY"]


def test_to_a_passphrase(above, below, trusted, tmp_path, passphrase):
    path = below.done(
        "package", "export", "--to", "H00", "--out", tmp_path / "up.dvk",
        "--passphrase-file", passphrase,
    )["file"]  # fmt: skip
    before = above.state()
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("không phải mật khẩu này", "utf-8")

    assert above("package", "inspect", path).refusals == ["AGE_PASSPHRASE_MISSING"]
    run = above("package", "import", path, "--passphrase-file", wrong)
    assert (run.code, run.refusals) == (3, ["AGE_PASSPHRASE_WRONG"])
    assert above.state() == before
    done = above.done("package", "import", path, "--passphrase-file", passphrase)
    assert done["new"] > 0


def test_usage(below, trusted, tmp_path, passphrase):
    export = ("package", "export", "--to", "H00", "--out", tmp_path / "up.dvk")

    assert below(*export, "--encrypt", "--passphrase-file", passphrase).code == 2
    assert below(*export, "--passphrase").code == 2
    assert below(*export, "--max-size", "0").code == 2
    missing = below(*export, "--passphrase-file", tmp_path / "none.txt")
    assert (missing.code, missing.refusals) == (3, ["PASSPHRASE_FILE"])
    assert not list(tmp_path.glob("up*"))


def test_keys_under_a_passphrase(above, below, trusted, tmp_path, passphrase):
    new = tmp_path / "new.txt"
    new.write_text("mật khẩu khác hẳn", "utf-8")
    export = ("package", "export", "--to", "H00", "--out", tmp_path / "up.dvk")
    below.done("office", "passphrase", "--new-passphrase-file", passphrase)

    locked = below(*export)
    assert (locked.code, locked.refusals) == (3, ["KEYS_LOCKED"])
    assert below(*export, "--key-passphrase-file", new).refusals == ["KEYS_PASSPHRASE"]
    below.done(*export, "--key-passphrase-file", passphrase)
    change = ("office", "passphrase", "--key-passphrase-file")
    below.done(*change, passphrase, "--new-passphrase-file", new)
    assert below(*change, passphrase, "--remove").refusals == ["KEYS_PASSPHRASE"]
    below.done(*change, new, "--remove")
    below.done(*export)
    assert above.done("package", "import", tmp_path / "up.dvk")["new"] > 0
