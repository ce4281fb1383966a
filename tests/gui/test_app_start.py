"""Real starts: a process of its own, and the program inside this one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from office_folder import found_office
from PySide6.QtWidgets import QApplication

from dvk_desktop.app import Options, Program, read_options
from dvk_desktop.domain.records.office import NewOffice
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.lock import FolderLock
from dvk_desktop.views.frame.first_run import FirstRunWindow
from dvk_desktop.views.frame.founding_offer import FoundingOfferDialog
from dvk_desktop.views.frame.office_window import OfficeWindow
from dvk_desktop.views.widgets.banner import Banner


def _start(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dvk_desktop", *arguments]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", timeout=60, check=False
    )


@pytest.mark.parametrize("moment", ["frame", "page"])
def test_a_founded_folder_opens(tmp_path: Path, moment: str):
    found_office(tmp_path).close()
    done = _start("--data", str(tmp_path), f"--quit-when-shown={moment}")
    assert (done.returncode, done.stdout) == (0, "")
    assert not (tmp_path / "log" / "fault.log").exists()


def test_an_empty_folder_offers_a_choice_and_stays_empty(tmp_path: Path):
    done = _start(f"--data={tmp_path}", "--quit-when-shown")
    assert (done.returncode, done.stdout) == (0, "")
    assert not DataFolder(tmp_path).database.exists()


def test_a_wrong_argument_is_refused(tmp_path: Path):
    done = _start("--speed")
    assert (done.returncode, done.stderr) == (2, "dvk-desktop [--data DIR]\n")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], Options()),
        (["--data", "x"], Options(Path("x"))),
        (["--data=x", "--quit-when-shown"], Options(Path("x"), "page")),
        (["--quit-when-shown=frame"], Options(None, "frame")),
        (["--data"], None),
        (["--quit-when-shown=later"], None),
    ],
)
def test_options(arguments: list[str], expected: Options | None):
    assert read_options(arguments) == expected


@pytest.fixture
def program(dressed_application: QApplication, tmp_path: Path):
    made: list[Program] = []

    def start(folder: Path) -> Program:
        made.append(Program(dressed_application, folder))
        assert made[-1].start()
        return made[-1]

    yield start
    for one in made:
        one.close()
        if one._window is not None:
            one._window.hide()
            one._window.deleteLater()
        one.deleteLater()


def _shown(program: Program, kind: type) -> bool:
    page = getattr(program._window, "current_page", lambda: True)()
    return isinstance(program._window, kind) and page is not None and not program._runner.unfinished


def test_founding_leads_to_the_first_page(qtbot, program, tmp_path: Path):
    running = program(tmp_path)
    assert isinstance(running._window, FirstRunWindow)
    running._window.founding_wanted.emit(NewOffice("two-tier", "commune", "YM", "Xã Yên Mô", 2026))
    qtbot.waitUntil(lambda: _shown(running, OfficeWindow), timeout=20_000)
    assert running._window.windowTitle() == "Dân vận khéo – Xã Yên Mô"
    assert [row.year_from for row in running._services.campaigns.campaigns()] == [2026]


def test_a_package_from_above_sets_up_the_office(qtbot, program, tmp_path: Path):
    above = found_office(tmp_path / "huyện")
    package = above.sending.export("X02", tmp_path / "trien-khai.dvk").path
    heard = above.trust.fingerprint()
    above.close()
    running = program(tmp_path / "xã")

    running._window.package_wanted.emit(package)
    found = FoundingOfferDialog
    qtbot.waitUntil(lambda: running._window.findChild(found) is not None, timeout=20_000)
    dialog = running._window.findChild(found)
    assert not dialog.found_button.isEnabled()
    dialog.typed.setText(heard)
    dialog.found_button.click()
    qtbot.waitUntil(lambda: _shown(running, OfficeWindow), timeout=20_000)

    assert running._window.windowTitle() == "Dân vận khéo – Xã Khánh Dương"
    assert [row.code for row in running._services.trust.offices()] == ["YM"]


def test_the_folder_is_held_while_it_is_open(qtbot, program, tmp_path: Path):
    program(tmp_path)
    lock = FolderLock(DataFolder(tmp_path).lock)
    with pytest.raises(Exception, match="đang mở"):
        lock.take()


def test_another_folder_takes_the_place_of_the_first(qtbot, program, tmp_path: Path):
    found_office(tmp_path / "a").close()
    running = program(tmp_path / "a")
    qtbot.waitUntil(lambda: _shown(running, OfficeWindow), timeout=20_000)
    running.open_folder(tmp_path / "b")
    assert isinstance(running._window, FirstRunWindow)
    with FolderLock(DataFolder(tmp_path / "a").lock) as freed:
        assert freed.is_held


def test_the_sample_year_is_marked(qtbot, program, tmp_path: Path):
    found_office(tmp_path / "sample-year" / "huyen-yen-mo").close()
    running = program(tmp_path)
    running.show_sample()
    qtbot.waitUntil(lambda: _shown(running, OfficeWindow), timeout=20_000)
    assert running._window.findChild(Banner) is not None


def test_restoring_brings_the_backup_back(qtbot, program, tmp_path: Path):
    services = found_office(tmp_path)
    backup = services.backups.create(tmp_path.parent / f"{tmp_path.name}.dvkbackup").path
    services.office.rename("Tên sau khi sao lưu")
    services.close()
    running = program(tmp_path)
    qtbot.waitUntil(lambda: _shown(running, OfficeWindow), timeout=20_000)
    running.restore(backup)
    qtbot.waitUntil(lambda: _shown(running, OfficeWindow), timeout=20_000)
    assert running._services.office.office().name == "Ban Dân vận Huyện ủy Yên Mô"
