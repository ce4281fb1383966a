"""A commune loses its computer and is heard again, with nothing but dvk at hand."""

from datetime import date

import pytest
from dvk_runner import SAMPLE, commune, district


@pytest.fixture
def below(capsys, tmp_path):
    office = commune(capsys, tmp_path / "below")
    office.done("registrations", "import", SAMPLE / "02-xa-yen-phong.xlsx")
    return office


@pytest.fixture
def above(capsys, tmp_path, below):
    office = district(capsys, tmp_path / "above")
    for one, other in ((office, below), (below, office)):
        card = tmp_path / f"{other.folder.name}.dvkcard"
        digits = other.done("office", "card", card)["fingerprint"]
        one.done("office", "trust", card, "--fingerprint", digits)
    return office


def test_new_keys_are_announced_confirmed_and_old_packages_refused(above, below, tmp_path):
    old = below.done("package", "export", "--to", "H00", "--out", tmp_path / "old.dvk")["file"]
    card = tmp_path / "new.dvkcard"
    made = below.done("office", "keys", "renew", card, "--reason", "Máy bị mất")
    paper = tmp_path / "card.pdf"
    written = below.done("office", "card", card, "--paper", paper)
    assert (written["fingerprint"], paper.is_file()) == (made["fingerprint"], True)
    assert below.done("office", "keys", "state") == {"state": "sound"}

    trust = ("office", "trust", card, "--fingerprint", made["fingerprint"])
    assert above(*trust).refusals == ["KEY_CHANGED"]
    day = ("--new-key-from", made["withdrawn_on"])
    assert above(*trust, *day).refusals == ["KEY_CALL"]
    assert above(*trust, *day, "--spoken-with", "Ông Hòa").code == 0
    (known,) = above.done("office", "list")["offices"]
    (key,) = known["withdrawn_keys"]
    assert (known["trusted"], key["spoken_with"]) == (True, "Ông Hòa")
    assert date.fromisoformat(key["withdrawn_on"]) == date.fromisoformat(made["withdrawn_on"])

    assert above("package", "import", old).refusals == ["PKG_KEY_WITHDRAWN"]
    new = below.done("package", "export", "--to", "H00", "--out", tmp_path / "new.dvk")["file"]
    assert above.done("package", "import", new)["new"] > 0


def test_a_folder_without_its_keys_says_so(below):
    for file in (below.folder / "keys").iterdir():
        file.unlink()
    assert below.done("office", "keys", "state") == {"state": "missing"}
