"""Opens the window at a moment of the year, waits until it rests, and draws it (chụp màn hình)."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QRect, Qt, QTimer
from PySide6.QtGui import QFont, QImage, QImageWriter, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from dvk_desktop.views.change_bus import ChangeBus
from dvk_desktop.views.frame.first_run import FirstRunWindow
from dvk_desktop.views.frame.office_pages import OVERVIEW
from dvk_desktop.views.frame.office_window import OfficeWindow
from dvk_desktop.views.palettes import Scheme
from dvk_desktop.views.preferences import Language, Preferences
from dvk_desktop.views.tasks import TaskRunner
from dvk_desktop.views.theme import apply_theme, make_application
from dvk_desktop.views.translation import install_language
from scripts.screenshot_shots import README_SHOT, Shot, View
from scripts.screenshot_stages import EMPTY, Stages

_COLUMNS, _THUMB_WIDTH, _GAP, _CAPTION = 6, 420, 16, 22
_ROUNDS = 3
_SOON = 1000
"""Milliseconds: what a page does later than that is no part of its coming to rest."""


class Studio:
    """Draws shots, one window for each stage (nơi chụp)."""

    def __init__(
        self, stages: Stages, size: tuple[int, int], *, is_dark: bool, language: str
    ) -> None:
        self._stages = stages
        self._size = size
        self._language = Language(language)
        self._application = make_application()
        self._preferences = Preferences(stages.folder / "window.ini")
        install_language(self._application, self._language)
        apply_theme(self._application, Scheme.DARK if is_dark else Scheme.LIGHT)

    def draw(self, shots: Iterable[Shot], folder: Path) -> None:
        """Write one picture for each shot, and a sheet with all of them."""
        drawn: list[tuple[str, QPixmap]] = []
        for shot in shots:
            picture = self._picture(shot)
            picture.save(str(folder / f"{shot.name}.png"))
            drawn.append((shot.name, picture))
        _contact_sheet(drawn).save(str(folder / "_contact-sheet.png"))

    def draw_readme(self, path: Path) -> None:
        """Write the picture of the README in its 256 commonest colours: a third of the size."""
        path.parent.mkdir(parents=True, exist_ok=True)
        image = self._picture(README_SHOT).toImage().convertToFormat(QImage.Format.Format_RGB32)
        counts = Counter(memoryview(image.constBits()).cast("I"))
        table = [colour for colour, _ in counts.most_common(256)]
        writer = QImageWriter(str(path))
        writer.setCompression(100)
        if not writer.write(image.convertToFormat(QImage.Format.Format_Indexed8, table)):
            raise OSError(writer.errorString())

    def close(self) -> None:
        """Let go of the application."""
        self._application.processEvents()

    def _picture(self, shot: Shot) -> QPixmap:
        with self._window(shot.stage) as view:
            arranged = shot.arrange(view)
            view.settle()
            shown = arranged if isinstance(arranged, QDialog) else view.window
            picture: QPixmap = shown.grab()
            return picture

    @contextmanager
    def _window(self, stage: str) -> Iterator[View]:
        """Show the window of an office, or of the first start."""
        runner = TaskRunner()
        if stage == EMPTY:
            # A short path, as a person would see one.
            window: QWidget = FirstRunWindow(Path("C:/Users/Hoa/Documents/Dan van kheo"), runner)
            yield self._show(window, runner)
        else:
            with self._stages.office(stage) as services:
                window = OfficeWindow(self._preferences, runner=runner, bus=ChangeBus())
                window.resize(*self._size)
                window.show()
                window.fill(services, page=OVERVIEW)
                yield self._show(window, runner, services)
                runner.stop()
                window.deleteLater()
                self._application.processEvents()
        runner.stop()

    def _show(self, window: QWidget, runner: TaskRunner, services: object = None) -> View:
        window.resize(*self._size)
        window.show()
        view = View(window, self._stages, lambda: settle(window, runner), services)
        view.settle()
        return view


def settle(window: QWidget, runner: TaskRunner) -> None:
    """Handle events until no work is under way and no timer is about to fire."""
    quiet = 0
    while quiet < _ROUNDS:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        busy = bool(runner.unfinished) or any(
            timer.isActive() and timer.isSingleShot() and timer.interval() < _SOON
            for timer in window.findChildren(QTimer)
        )
        quiet = 0 if busy else quiet + 1


def _contact_sheet(drawn: list[tuple[str, QPixmap]]) -> QPixmap:
    """Return all pictures small on one sheet, each with its name."""
    if not drawn:
        return QPixmap(1, 1)
    first = drawn[0][1]
    high = round(_THUMB_WIDTH * first.height() / first.width())
    rows = -(-len(drawn) // _COLUMNS)
    cell = high + _CAPTION + _GAP
    sheet = QPixmap(_GAP + _COLUMNS * (_THUMB_WIDTH + _GAP), _GAP + rows * cell)
    sheet.fill(Qt.GlobalColor.gray)
    painter = QPainter(sheet)
    painter.setFont(QFont("Be Vietnam Pro", 9))
    for number, (name, picture) in enumerate(drawn):
        left = _GAP + number % _COLUMNS * (_THUMB_WIDTH + _GAP)
        top = _GAP + number // _COLUMNS * cell
        painter.drawText(left, top + 14, name)
        small = picture.toImage().scaled(
            _THUMB_WIDTH,
            high,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        small.setDevicePixelRatio(1)
        painter.drawImage(
            QRect(left, top + _CAPTION, small.width(), small.height()), small, small.rect()
        )
    painter.end()
    return sheet
