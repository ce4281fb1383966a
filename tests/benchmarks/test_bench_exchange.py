"""Packages of 100,000 registrations against bare zip, json and SQLite of the same bytes.

What is timed is the work of the processor, not the wall clock: it is the same on a machine that
others use, and waiting for a disk, which both sides do, is left out.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from conftest import Office
from exchange_province import Village, above, opened, patterns_of
from ratios import Report, in_turns, work_seconds

from dvk_desktop.bootstrap import database_path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = int(os.environ.get("DVK_PACKAGES", "3000"))
SENDERS, IN_PACKAGE = 100, 10
PAIRS = int(os.environ.get("DVK_PAIRS", "3"))
MEMORY_MB = 400

# A process of its own: what the tests around it have loaded must not count.
MEASURED = """
import sys
from pathlib import Path
from dvk_desktop.bootstrap import open_office
what, folder, path = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
services = open_office(folder)
if what == "export":
    services.sending.export("T00", path)
else:
    preview = services.receiving.preview(path)
    services.receiving.merge(preview)
services.close()
for line in Path("/proc/self/status").read_text().splitlines():
    if line.startswith("VmHWM"):
        print(int(line.split()[1]) / 1024)
"""

pytestmark = [pytest.mark.bench, pytest.mark.timeout(3600)]


@dataclass(frozen=True)
class Province:
    """A district with 100,000 registrations, the province above it, and the package between."""

    district: Path
    folder: Path
    package: Path

    def copy(self, place: Path) -> Path:
        """Return a province of its own to change."""
        return Path(shutil.copytree(self.folder, place))


@pytest.fixture(scope="session")
def province(tmp_path_factory: pytest.TempPathFactory, large_office: Office) -> Province:
    place = tmp_path_factory.mktemp("province")
    district = large_office.copy(place / "district").folder
    with opened(district) as services:
        above(place / "province", services)
        path = services.sending.export("T00", place / "up.dvk").path
    return Province(district, place / "province", path)


def lines_of(path: Path) -> dict[str, list[dict[str, object]]]:
    """Return the records of a package as plain JSON values."""
    with zipfile.ZipFile(path) as archive:
        return {
            name: [json.loads(line) for line in archive.read(name).splitlines()]
            for name in archive.namelist()
            if name.startswith("records/")
        }


def test_exporting(tmp_path: Path, province: Province, report: Report):
    lines = lines_of(province.package)
    numbers = count()

    def ours() -> None:
        services.sending.export("T00", tmp_path / f"{next(numbers)}.dvk")

    def bare() -> None:
        with zipfile.ZipFile(
            tmp_path / f"{next(numbers)}.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=6
        ) as archive:
            for name, records in lines.items():
                text = "".join(
                    json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"
                    for record in records
                )
                archive.writestr(name, text)

    with opened(province.district) as services:
        report.ratio(
            "export 100,000 registrations", in_turns(ours, bare, pairs=PAIRS, clock=work_seconds), 2
        )


def test_verifying_and_previewing(province: Province, report: Report):
    def ours() -> None:
        services.receiving.preview(province.package)

    def bare() -> None:
        kept = []
        with zipfile.ZipFile(province.package) as archive:
            for name in archive.namelist():
                content = archive.read(name)
                hashlib.sha256(content).hexdigest()
                if name.startswith("records/"):
                    kept.extend(json.loads(line) for line in content.splitlines())

    with opened(province.folder) as services:
        timing = in_turns(ours, bare, pairs=PAIRS, clock=work_seconds)
    report.ratio("verify and preview 100,000 registrations", timing, 3)


def test_merging(tmp_path: Path, province: Province, report: Report):
    merged = province.copy(tmp_path / "merged")
    with opened(merged) as services:
        services.receiving.merge(services.receiving.preview(province.package))
    rows = fresh_rows(merged, province.folder)
    copies = [province.copy(tmp_path / str(number)) for number in range(2 * PAIRS)]
    offices = [opened(copies.pop()) for _ in range(PAIRS)]
    waiting = []
    for office in offices:
        services = office.__enter__()
        waiting.append((services, services.receiving.preview(province.package)))

    def ours() -> None:
        services, preview = waiting.pop()
        services.receiving.merge(preview, has_backup=True)

    def bare() -> None:
        connection = sqlite3.connect(database_path(copies.pop()), isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "cache_size = -32000"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN IMMEDIATE")
        for table, (marks, found) in rows.items():
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", found)
        connection.execute("COMMIT")
        connection.close()

    report.ratio(
        "merge 100,000 registrations", in_turns(ours, bare, pairs=PAIRS, clock=work_seconds), 4
    )
    for office in offices:
        office.__exit__(None, None, None)
    shutil.rmtree(tmp_path, ignore_errors=True)


def fresh_rows(merged: Path, before: Path) -> dict[str, tuple[str, list[tuple[object, ...]]]]:
    """Return the rows of records that a merge has brought."""
    rows = {}
    with (
        closing(sqlite3.connect(database_path(merged))) as new,
        closing(sqlite3.connect(database_path(before))) as old,
    ):
        for table in ("unit", "registration", "registration_event"):
            known = {row[0] for row in old.execute(f"SELECT id FROM {table}")}
            cursor = new.execute(f"SELECT * FROM {table}")
            columns = [column[0] for column in cursor.description]
            place = columns.index("id")
            found = [row for row in cursor if row[place] not in known]
            rows[table] = (",".join("?" * len(columns)), found)
    return rows


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_memory_of_an_exchange(tmp_path: Path, province: Province, report: Report):
    folders = {"export": province.district, "import": province.copy(tmp_path / "office")}
    for what, folder in folders.items():
        path = tmp_path / "again.dvk" if what == "export" else province.package
        command = [sys.executable, "-c", MEASURED, what, str(folder), str(path)]
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
        peak = float(done.stdout)
        report.figure(f"memory of an {what} of 100,000, peak", peak, MEMORY_MB, "MB")


def test_a_folder_of_small_packages(
    tmp_path: Path, empty_office: Office, large_office: Office, report: Report
):
    patterns = patterns_of(large_office, IN_PACKAGE)
    small, large = tmp_path / "small", tmp_path / "large"
    for folder in (small, large):
        folder.mkdir()
    office = empty_office.copy(tmp_path / "office")
    other = empty_office.copy(tmp_path / "other")
    with opened(office.folder) as district:
        village = Village(office, tmp_path)
        senders = [village.sender(district, number) for number in range(SENDERS)]
        for number in range(PACKAGES):
            village.write(senders[number % SENDERS], patterns, small / f"{number:04d}.dvk")
    with opened(other.folder) as district:
        sender = Village(other, tmp_path).sender(district, 1)
        Village(other, tmp_path).write(sender, patterns * PACKAGES, large / "one.dvk")
    each = work_seconds(lambda: take(office.folder, small))
    at_once = work_seconds(lambda: take(other.folder, large))
    limit, what = 1.5, f"{PACKAGES} packages of {IN_PACKAGE} registrations beside one of all"
    report.figure(what, each / at_once, limit, f"times ({each:.1f} s to {at_once:.1f} s)")


def take(folder: Path, post: Path) -> None:
    with opened(folder) as services:
        service = services.package_batch
        result, _ = service.run(service.look([post]))
        states = Counter(str(outcome.state) for outcome in result.outcomes)
        assert set(states) == {"merged"}, (states, result.outcomes[0])
