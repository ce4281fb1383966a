"""A worker that types into the real window until it is killed, and tells what it saw.

Run as a program it waits for seeds on its input and lets a copy of itself work for each, so that
the slow start of Python is paid once. "draft" tells of what was on the disk before it was
stored, "has" of what was stored; a line stays, however the process ends.
"""

import os
import random
import sys
import time
import traceback
from collections.abc import Callable
from itertools import count
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from vietnamese_keyboard import press, retype

from dvk_desktop.bootstrap import open_office
from dvk_desktop.domain.changes import EVERYTHING
from dvk_desktop.services.services import Services
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.lock import FolderLock
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.registrations.grid import RegistrationGrid
from dvk_desktop.views.registrations.page import RegistrationsPage
from dvk_desktop.views.tasks import TaskRunner

K = Qt.Key
PASTED, IN_FILE = 20, 15
_LONGEST_WAIT = 8.0
"""The disk has to have a draft within two seconds; eight other programs share this machine."""


def focused() -> QWidget:
    """Return where the keyboard is."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


class Typist:
    """Types rows, cells and forms, pastes and imports; the names say what belongs together."""

    def __init__(self, application: QApplication, services: Services, seed: int) -> None:
        self._application = application
        self._services = services
        self._seed = seed
        self._dice = random.Random(seed)
        self._numbers = count()
        self._campaign = services.campaigns.of_year(2017).id
        self.page = RegistrationsPage(services, TaskRunner(), ChangeBus())
        self.page.resize(1300, 700)
        self.page.show_campaign(self._campaign)
        self.page.refresh(EVERYTHING)
        self.page.show()
        assert QTest.qWaitForWindowActive(self.page, 5000)

    def work(self) -> None:
        """Work until killed."""
        actions = (self._type_row, self._type_row, self._type_form, self._paste, self._import)
        while True:
            self._dice.choice(actions)()

    @property
    def _grid(self) -> RegistrationGrid:
        self.page.modes.turn(to_grid=True)
        assert self.page.modes.grid is not None
        return self.page.modes.grid

    def _type_row(self) -> None:
        """Type a row, then a note into it, now and then with a pause."""
        grid, name = self._grid, self._name("Dòng")
        grid.go_to_new()
        row = grid.view.currentIndex().row()
        retype(focused, name)
        self._pause(name, self._kept_in_grid)
        for text in ("yen thanh", "kinh te"):
            press(focused, K.Key_Tab)
            retype(focused, text)
        press(focused, K.Key_Return)
        self._wait(lambda: not grid.model.drafts)
        tell(f"has {name}")
        note = self._name("Ghi")
        fields = [column.key for column in grid.model.columns]
        grid.view.go_to(row, fields.index("note"))
        retype(focused, note)
        self._pause(note, self._kept_in_grid)
        press(focused, K.Key_Tab)
        assert grid.model.stored_text(row, "note") == note
        tell(f"has {note}")

    def _type_form(self) -> None:
        self.page.modes.turn(to_grid=False)
        self.page.new()
        form, name = self.page.editor.form, self._name("Phiếu")
        form.go_to("name")
        retype(focused, name)
        self._pause(name, self._kept_in_form)
        combo = form.field("unit_id")
        combo.setFocus()
        retype(focused, "yen thanh")
        assert self.page.editor.save()
        tell(f"has {name}")

    def _paste(self) -> None:
        group = self._name("Dán")
        names = [f"{group} {PASTED} {place}" for place in range(PASTED)]
        QGuiApplication.clipboard().setText("".join(f"{name}\tXã Yên Thành\n" for name in names))
        grid = self._grid
        grid.go_to_new()
        press(focused, K.Key_V, "", Qt.KeyboardModifier.ControlModifier)
        self._wait(lambda: not grid.model.drafts)
        for name in names:
            tell(f"has {name}")

    def _import(self) -> None:
        group = self._name("Tệp")
        names = [f"{group} {IN_FILE} {place}" for place in range(IN_FILE)]
        lines = ["TT;Tên mô hình;Lĩnh vực;Đối tượng;Loại đăng ký"]
        lines += [f"{place};{name};KT;TT;Mới" for place, name in enumerate(names, start=1)]
        path = self._services.folder.parent / "danh-sach.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        intake = self._services.intake
        unit = next(one.id for one in self._services.units.units() if one.name == "Xã Yên Thành")
        intake.apply(intake.plan([path], self._campaign, unit_id=unit))
        for name in names:
            tell(f"has {name}")

    def _name(self, kind: str) -> str:
        return f"{kind} {self._seed}-{next(self._numbers)}"

    def _pause(self, text: str, kept: Callable[[], list[str]]) -> None:
        """Stop typing until the disk has the text, every other time."""
        if self._dice.random() < 0.5:
            self._wait(lambda: text in kept())
            tell(f"draft {text}")
            end = time.monotonic() + self._dice.uniform(0, 1)
            self._wait(lambda: time.monotonic() > end)

    def _kept_in_grid(self) -> list[str]:
        return grid_drafts(self._services, self._campaign)

    def _kept_in_form(self) -> list[str]:
        return form_drafts(self._services, self._campaign)

    def _wait(self, is_so: Callable[[], bool]) -> None:
        end = time.monotonic() + _LONGEST_WAIT
        while not is_so():
            assert time.monotonic() < end, "the disk never had what was typed"
            self._application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def grid_drafts(services: Services, campaign: str) -> list[str]:
    """Return all texts of the grid that are kept and not stored."""
    kept = services.row_drafts.kept(campaign)
    rows = [text for row in kept.rows for text in row.values()]
    return [*rows, *(cell.text for cell in kept.cells)]


def form_drafts(services: Services, campaign: str) -> list[str]:
    """Return all texts of forms that are kept and not stored."""
    return [text for one in services.form_drafts.kept(campaign) for text in one.texts.values()]


def tell(line: str) -> None:
    """Confirm something."""
    os.write(1, f"{line}\n".encode())


def _copy(root: Path, seed: int) -> None:
    parent = os.dup(1)
    told = os.open(root / f"told-{seed}.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(told, 1)
    try:
        application = QApplication(["typist", "-style", "Fusion"])
        with FolderLock(DataFolder(root / "office").lock):
            typist = Typist(application, open_office(root / "office"), seed)
            os.write(parent, b"ready\n")
            typist.work()
    except BaseException:  # noqa: BLE001 -- the parent shall see whatever it was
        os.write(1, f"ERROR\n{traceback.format_exc()}".encode())
    finally:
        os._exit(1)


def main() -> None:
    """Start a copy for each seed, tell its id, and tell when it has ended."""
    root = Path(sys.argv[1])
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _copy(root, int(line))
        os.write(1, f"{child}\n".encode())
        os.waitpid(child, 0)
        os.write(1, b"ended\n")


if __name__ == "__main__":
    main()
