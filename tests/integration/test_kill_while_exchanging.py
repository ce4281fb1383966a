"""Killed at any moment of an exchange: all or nothing, and no number is given out twice."""

import json
import os
import random
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from kill_nursery import halves, killed, look_inside, nursed, told
from killed_exchanger import EXPORTS, found_here
from killed_worker import opened
from two_offices import make_pair

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.records.health import Health
from dvk_desktop.domain.records.package import Manifest, PackageKind
from dvk_desktop.domain.records.unit import UnitDraft
from dvk_desktop.models import PackageLog
from dvk_desktop.services.services import Services
from dvk_desktop.storage.data_folder import DataFolder

KILLS = int(os.environ.get("DVK_KILLS", "80"))
KINDS = (*EXPORTS, "import", "folder", "undo", "founding")
LONGEST_LIFE = {"folder": 1.5, "founding": 0.6}
SEALED = b"age-encryption.org/v1\n"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(120 + 20 * KILLS),
    pytest.mark.skipif(sys.platform == "win32", reason="forks"),
]

Number = tuple[str, str, int]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two offices that trust each other, papers, and a package that founds a third."""
    pair = make_pair(tmp_path)
    parent = pair.district.office.office().unit_id
    pair.district.units.save(UnitDraft("X02", "Xã Mai Sơn", "commune", parent))
    for number in range(3):
        paper = tmp_path / f"{number}.pdf"
        paper.write_bytes(b"%PDF" + random.Random(number).randbytes(30_000))
        pair.commune.attachments.add(pair.registrations[0], [paper])
    pair.district.sending.export("X02", tmp_path / "trien-khai.dvk")
    pair.close()
    for name in ("stick", "post"):
        (tmp_path / name).mkdir()
    return tmp_path


@pytest.fixture
def nursery(root: Path) -> Iterator[subprocess.Popen[str]]:
    with nursed(root, "killed_exchanger.py") as process:
        yield process


def test_killed_in_the_midst_of_an_exchange(root: Path, nursery, capsys) -> None:
    dice = random.Random(1930)
    numbers: dict[Number, str] = {}
    confirmed: set[str] = set()
    tally: Counter[str] = Counter()
    for seed in range(KILLS):
        kind = KINDS[seed % len(KINDS)]
        if kind == "founding":
            open_office(root / f"mới-{seed}").close()
        killed(nursery, f"{seed} {kind}", dice.uniform(0, LONGEST_LIFE.get(kind, 0.8)), waits=True)
        words = told(root, seed)
        tally[kind] += 1
        tally["confirmed"] += len(words)
        assert_nothing_in_clear(root / "stick", f"{seed}-", kind)
        confirmed = look_at_both(root, confirmed, words)
        with opened(root / "huyện") as district:
            look_at_numbers(root, district, numbers)
            if kind == "founding":
                assert_founded_or_not(root, seed, district, is_told="founded" in words)
        with opened(root / "xã") as commune:
            assert_sent_is_logged(commune, words)
    assert_doctor_is_content(root)
    with capsys.disabled():
        sys.stdout.write(f"\n{KILLS} kills: {dict(tally)}\n")


def look_at_both(root: Path, confirmed: set[str], words: set[str]) -> set[str]:
    """Both databases are sound, whole groups only, what was confirmed is there."""
    confirmed = confirmed | {word for word in words if word.startswith("gói")}
    undone = {word.removeprefix("undone ") for word in words if word.startswith("undone")}
    for name in ("huyện", "xã"):
        verdict, orphans, groups = look_inside(root / name)
        assert (verdict, orphans, halves(groups)) == ("ok", [], [])
        if name == "huyện":
            assert confirmed - groups.keys() == set()
            assert undone & groups.keys() == set()
        with opened(root / name) as office:
            report = office.audit.verify()
            assert (report.broken, report.problem) == (None, None)
        place = DataFolder(root / name).working
        assert not place.is_dir() or not list(place.iterdir())
    return confirmed


def look_at_numbers(root: Path, district: Services, numbers: dict[Number, str]) -> None:
    """Every file under a final name is whole, and bears a number that no other bears."""
    with district.database.reading() as work:
        log = {row.package_id for row in work.find(PackageLog, direction="in")}
    for path in sorted((root / "stick").glob("*.dvk*")):
        if not path.name.endswith((".partial", ".tmp")):
            manifest, is_trusted, problems = district.receiving.inspect(path)
            assert (is_trusted, problems) == (True, []), path.name
            assert manifest is not None
            _note(numbers, manifest)
            path.unlink()
    for path in (root / "huyện" / "packages" / "receipts").glob("*.dvk"):
        with zipfile.ZipFile(path) as archive:
            told_of = json.loads(archive.read("records/receipt.jsonl"))
            written = json.loads(archive.read("manifest.json"))
        assert told_of["package_id"] in log, f"{path.name} tells of what was not merged"
        key = written["sender"]["replica_id"], written["recipient"]["code"], written["sequence"]
        assert numbers.setdefault(key, written["package_id"]) == written["package_id"]


def _note(numbers: dict[Number, str], manifest: Manifest) -> None:
    assert manifest.kind is PackageKind.UP
    key = manifest.sender.replica_id, manifest.recipient.code, manifest.sequence
    assert numbers.setdefault(key, manifest.package_id) == manifest.package_id


def assert_nothing_in_clear(stick: Path, prefix: str, kind: str) -> None:
    if not kind.startswith("sealed"):
        return
    for path in stick.iterdir():
        content = path.read_bytes()
        # The trial of a drive writes random bytes, which are neither a package nor secret.
        is_trial = path.name.startswith(".dvk-")
        assert is_trial or not path.name.startswith(prefix) or SEALED.startswith(content[:22])


def assert_sent_is_logged(commune: Services, words: set[str]) -> None:
    logged = {(row.file_name, row.sequence) for row in commune.receiving.history()}
    sent = {tuple(word.split()[1:]) for word in words if word.startswith("sent")}
    assert {(name, int(number)) for name, number in sent} <= logged


def assert_founded_or_not(root: Path, seed: int, district: Services, *, is_told: bool) -> None:
    """A new office is ready to work, or as if nothing had been; then it can be founded."""
    with opened(root / f"mới-{seed}") as fresh:
        assert fresh.office.is_founded() or not is_told
        if not fresh.office.is_founded():
            assert fresh.units.units() == ()
            found_here(root, fresh, district)
        assert fresh.units.units() == district.units.units()
        assert [office.code for office in fresh.trust.offices()] == ["H00"]
        assert fresh.audit.verify().is_good
        fresh.sending.export("H00", root / f"mới-{seed}.dvk")


def assert_doctor_is_content(root: Path) -> None:
    for name in ("huyện", "xã"):
        with opened(root / name) as office:
            bad = [str(line.wording) for line in office.doctor.check() if line.health is Health.BAD]
            assert bad == []
