"""Put the program together, top to bottom, and show the window (khởi động).

The frame is painted before the database is opened: loading SQLAlchemy takes four times as long
as building and painting the frame. So nothing imported here may import a service.
"""

import gc
import os
import sys
import threading
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.progress import Progress
from dvk_desktop.domain.records.office import NewOffice
from dvk_desktop.paths import default_data_folder
from dvk_desktop.storage.data_folder import DataFolder
from dvk_desktop.storage.lock import FolderInUseError, FolderLock
from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.fault_log import catch_faults, open_log
from dvk_desktop.views.frame.first_paint import FirstPaint
from dvk_desktop.views.frame.office_pages import OVERVIEW, SETTINGS
from dvk_desktop.views.frame.office_window import OfficeWindow
from dvk_desktop.views.preferences import Preferences
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.theme import apply_theme, make_application
from dvk_desktop.views.translation import install_language, worded

if TYPE_CHECKING:
    from dvk_desktop.services.exchange.founding import FoundingOffer
    from dvk_desktop.services.services import Services
    from dvk_desktop.views.frame.first_run import FirstRunWindow

_USAGE = "dvk-desktop [--data DIR]\n"
SAMPLE_FOLDER = "sample-year"


class Options(NamedTuple):
    """What the command line asks for; ``leave_at`` is for measuring the start (tham số)."""

    folder: Path | None = None
    leave_at: str = ""


def read_options(arguments: Sequence[str]) -> Options | None:
    """Read the few options by hand (argparse costs 7 ms of the start); None when one is wrong."""
    folder, leave_at = None, ""
    rest = list(arguments)
    while rest:
        name, _, value = rest.pop(0).partition("=")
        if name == "--data" and (value or rest):
            folder = Path(value or rest.pop(0))
        elif name == "--quit-when-shown" and value in {"", "frame", "page"}:
            leave_at = value or "page"
        else:
            return None
    return Options(folder, leave_at)


def main(arguments: Sequence[str]) -> int:
    """Run the window program; 0 when it was closed, 2 for wrong arguments, 3 when refused."""
    options = read_options(arguments)
    if options is None:
        if sys.stderr is not None:  # a program without a console has none
            sys.stderr.write(_USAGE)
        return 2
    home = (options.folder or default_data_folder()).absolute()
    application = make_application()
    application.setApplicationName("dan-van-kheo")
    catch_faults(_log_file(home))
    program = Program(application, home, options.leave_at)
    program.settled.connect(lambda: _settle_process(home))
    if not program.start():
        return 3
    code = application.exec()
    program.close()
    return code


class Program(QObject):
    """The running program: which folder is open, and in which window (chương trình).

    ``settled`` is emitted once, when the first page is on the screen.
    """

    settled = Signal()

    def __init__(self, application: QApplication, home: Path, leave_at: str = "") -> None:
        super().__init__(application)
        self._application = application
        self._home = home
        self._leave_at = leave_at
        self._folder = home
        self._lock = FolderLock(DataFolder(home).lock)
        self._preferences = Preferences(home / "window.ini", self)
        self._runner = TaskRunner(self)
        self._bus = ChangeBus(self)
        self._services: Services | None = None
        self._window: QMainWindow | None = None
        self._is_settled = False
        install_language(application, self._preferences.language)
        self._dress()

    def start(self) -> bool:
        """Show the first window; False when another program has the folder."""
        try:
            self._lock.take()
        except FolderInUseError as error:
            self._give_way(error)
            return False
        except DvkError as error:
            self._explain(error)
            return False
        self._show_folder()
        return True

    def close(self) -> None:
        """Stop the worker and let go of database and folder."""
        if isinstance(self._window, OfficeWindow) and not self._leave_at:
            self._preferences.keep_geometry(self._window.saveGeometry())
        self._runner.stop()
        self._shut()
        self._lock.release()

    def open_folder(self, folder: Path) -> None:
        """Turn to another data folder, unless something would be lost or it is in use."""
        lock = FolderLock(DataFolder(folder).lock)
        try:
            lock.take()
        except DvkError as error:
            self._explain(error)
            return
        if not self._leave_window():
            lock.release()
            return
        self._shut()
        self._lock.release()
        self._lock, self._folder = lock, folder
        self._show_folder()

    def show_sample(self) -> None:
        """Open the sample year; it is made on the first visit, which takes a while."""
        folder = self._home / SAMPLE_FOLDER
        title = QCoreApplication.translate("app", "Mở năm mẫu")
        self._work(
            title,
            lambda progress: _late("demo.sample_year").open_or_build(folder, progress),
            self.open_folder,
        )

    def restore(self, backup: Path) -> None:
        """Put a backup in the place of the data of the open folder."""
        if not self._leave_window():
            return
        self._shut()
        self._show_choice()
        folder = self._folder
        title = QCoreApplication.translate("app", "Khôi phục dữ liệu")
        self._work(
            title,
            lambda progress: _late("services.keeping.backups").restore(backup, folder, progress),
            lambda _: self._show_folder(),
            failed=self._not_restored,
        )

    def _not_restored(self, error: DvkError) -> None:
        self._explain(error)
        if DataFolder(self._folder).database.exists():
            self._show_folder()

    def _show_folder(self) -> None:
        if DataFolder(self._folder).database.exists():
            self._show_office()
        else:
            self._show_choice()

    def _show_choice(self) -> None:
        from dvk_desktop.views.frame.first_run import (  # noqa: PLC0415 -- slow import
            FirstRunWindow,
        )

        window = FirstRunWindow(self._folder, self._runner)
        window.founding_wanted.connect(self._found)
        window.package_wanted.connect(self._look_at_package)
        window.sample_wanted.connect(self.show_sample)
        window.backup_wanted.connect(self.restore)
        window.folder_wanted.connect(self.open_folder)
        FirstPaint(window, lambda: self._chosen_painted(window))
        self._put(window)

    def _chosen_painted(self, window: "FirstRunWindow") -> None:
        if self._leave_at:
            self._application.quit()
            return
        self._settle()
        if not self._runner.unfinished:
            threading.Thread(target=_load_services, name="warm-up", daemon=True).start()

    def _found(self, wanted: NewOffice) -> None:
        self._make(
            lambda folder, _: _late("bootstrap").found_office(folder, wanted, actor=_actor())
        )

    def _look_at_package(self, package: Path) -> None:
        folder = self._folder
        title = QCoreApplication.translate("app", "Đọc gói của cấp trên")
        self._work(
            title,
            lambda progress: _late("bootstrap").look_at_founding(folder, package, progress),
            self._found_from_package,
        )

    def _found_from_package(self, offer: "FoundingOffer") -> None:
        def found(heard: str) -> None:
            self._make(
                lambda folder, progress: _late("bootstrap").found_from_package(
                    folder, offer.path, heard, progress, actor=_actor()
                )
            )

        dialog = _late("views.frame.founding_offer").FoundingOfferDialog(offer, self._window)
        dialog.confirmed.connect(found)
        dialog.open()

    def _make(self, found: Callable[[Path, Progress], object]) -> None:
        folder = self._folder
        title = QCoreApplication.translate("app", "Lập văn phòng")
        self._work(title, lambda progress: found(folder, progress), self._founded)

    def _founded(self, result: "tuple[Services, DvkError | None]") -> None:
        services, problem = result
        self._services = services
        self._show_office()
        if problem is not None:
            self._explain(problem)

    def _show_office(self, page: str = OVERVIEW) -> None:
        window = OfficeWindow(self._preferences, runner=self._runner, bus=self._bus)
        window.folder_wanted.connect(self.open_folder)
        window.backup_wanted.connect(self.restore)
        window.sample_wanted.connect(self.show_sample)
        window.home_wanted.connect(lambda: self.open_folder(self._home))
        FirstPaint(window, lambda: self._frame_painted(window, page))
        self._put(window)

    def _frame_painted(self, window: OfficeWindow, page: str) -> None:
        if self._leave_at == "frame":
            self._application.quit()
        elif self._services is not None:
            self._opened(window, page, self._services)
        else:
            folder = self._folder
            self._work(
                QCoreApplication.translate("app", "Mở dữ liệu"),
                lambda progress: _late("bootstrap").open_office(folder, actor=_actor()),
                lambda services: self._opened(window, page, services),
                failed=self._not_opened,
            )

    def _opened(self, window: OfficeWindow, page: str, services: "Services") -> None:
        if not services.office.is_founded():
            services.close()
            self._show_choice()
            return
        self._services = services
        if self._home / SAMPLE_FOLDER in self._folder.parents:
            window.mark_sample(can_leave=True)
        elif services.office.office().is_sample:
            window.mark_sample(can_leave=False)
        FirstPaint(window.fill(services, page=page), lambda: self._page_painted(window))

    def _not_opened(self, error: DvkError) -> None:
        self._explain(error)
        self._show_choice()

    def _page_painted(self, window: OfficeWindow) -> None:
        if self._leave_at:
            self._application.quit()
        else:
            self._settle()
            window.keep_safe()

    def _settle(self) -> None:
        """Do once what can wait until something is on the screen."""
        if self._is_settled:
            return
        self._is_settled = True
        self.settled.emit()
        from PySide6.QtGui import QIcon  # noqa: PLC0415 -- after the first paint

        from dvk_desktop.paths import resource  # noqa: PLC0415 -- after the first paint
        from dvk_desktop.views.frame.single_instance import (  # noqa: PLC0415 -- slow import
            FrontDesk,
        )

        self._application.setWindowIcon(QIcon(str(resource("icons", "app.png"))))
        FrontDesk(self._home, self).called.connect(self._come_forward)
        self._application.styleHints().colorSchemeChanged.connect(self._dress)
        self._preferences.changed.connect(self._dress)
        self._preferences.language_changed.connect(self._speak)

    def _dress(self) -> None:
        scheme, percent = self._preferences.scheme(), self._preferences.text_percent
        apply_theme(self._application, scheme, percent)

    def _speak(self) -> None:
        """Build the window anew in the other language, on the page where it was chosen."""
        if self._leave_window():
            install_language(self._application, self._preferences.language)
            self._show_office(SETTINGS)

    def _work(
        self,
        title: str,
        work: Callable[[Progress], object],
        done: Callable[..., object],
        failed: Callable[[DvkError], object] | None = None,
    ) -> None:
        explain = failed or self._explain
        self._runner.start(work, title=title, done=done, failed=explain)

    def _explain(self, error: DvkError) -> None:
        _late("views.messages").show_error(self._window, error)

    def _put(self, window: QMainWindow) -> None:
        """Show a window in the place of the one before."""
        old, self._window = self._window, window
        window.show()
        if old is not None:
            # Not closed: that would ask again, and might end the program.
            old.hide()
            old.deleteLater()

    def _leave_window(self) -> bool:
        """Ask the window whether it may go; it stays until the next one is shown."""
        window = self._window
        if isinstance(window, OfficeWindow):
            page = window.current_page()
            if page is not None and not page.may_leave():
                return False
            self._preferences.keep_geometry(window.saveGeometry())
        return not self._runner.unfinished

    def _shut(self) -> None:
        services, self._services = self._services, None
        if services is not None:
            self._runner.reading.settle()
            services.close()

    def _come_forward(self) -> None:
        if self._window is not None:
            self._window.setWindowState(
                self._window.windowState() & ~Qt.WindowState.WindowMinimized
            )
            self._window.raise_()
            self._window.activateWindow()

    def _give_way(self, error: FolderInUseError) -> None:
        from dvk_desktop.views.frame.single_instance import (  # noqa: PLC0415 -- slow import
            raise_other,
        )

        if sys.stderr is not None:  # a program without a console has none
            sys.stderr.write(f"{worded(error)}\n")
        # Whoever measures the start wants no box to wait in.
        if not self._leave_at and not raise_other(self._folder):
            self._explain(error)


def _log_file(home: Path) -> Path:
    return home / "log" / "dan-van-kheo.log"


def _settle_process(home: Path) -> None:
    """Begin the log, and look for rubbish again, but not in what was loaded at the start."""
    open_log(_log_file(home))
    gc.freeze()
    gc.enable()


def _load_services() -> None:
    """Load in the background what the person is about to need."""
    _late("bootstrap")


def _late(module: str) -> Any:
    """Return a module that the start must not wait for, once it is needed."""
    return import_module(f"dvk_desktop.{module}")


def _actor() -> str:
    return os.environ.get("USERNAME") or os.environ.get("USER") or ""
