"""Paper that pages are put on (in).

``ask_printer`` is the only function that opens a dialog of the system; tests replace it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRect
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from dvk_desktop.domain.errors import DvkError
from dvk_desktop.domain.progress import Progress

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_FINEST = 300
"""Dots per inch of a page image: 35 MB each for A4; more cannot be seen on paper."""

PageSource = Callable[[int, float], tuple[int, int, bytes]]
"""Draws page ``number`` (from 0) at ``scale`` (1 is 72 dots per inch) as RGBA."""


class PrinterError(DvkError):
    """The printer does not take the job (máy in không nhận lệnh)."""

    code = "PRINTER"
    template = (
        "Máy in “{name}” không nhận lệnh in. Hãy kiểm tra máy in, giấy và dây nối rồi in lại."
    )


def landscape_printer() -> QPrinter:
    """Return a printer set to A4 landscape without margins of its own."""
    from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415 -- slow import

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Landscape,
            QMarginsF(0, 0, 0, 0),
        )
    )
    return printer


def ask_printer(parent: QWidget | None) -> QPrinter | None:
    """Let the person choose a printer; None when not to print."""
    from PySide6.QtPrintSupport import QPrintDialog  # noqa: PLC0415 -- slow import

    printer = landscape_printer()
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)
    return printer if dialog.exec() else None


def print_pages(
    printer: QPrinter, source: PageSource, numbers: Sequence[int], progress: Progress
) -> int:
    """Put pages on paper one after the other, in the worker thread; returns how many.

    Raises:
        PrinterError: The printer refuses the job.
        Cancelled: The person stopped; what was sent before may still come out.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterError(name=printer.printerName())
    try:
        scale = min(printer.resolution(), _FINEST) / 72
        for done, number in enumerate(numbers, start=1):
            if done > 1 and not printer.newPage():
                raise PrinterError(name=printer.printerName())
            width, height, rgba = source(number, scale)
            image = QImage(rgba, width, height, width * 4, QImage.Format.Format_RGBA8888)
            painter.drawImage(_fitted(painter.viewport(), image), image)
            progress.step(done, len(numbers))
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
    return len(numbers)


def _fitted(room: QRect, image: QImage) -> QRect:
    """Return the largest place in the middle of the paper with the shape of the page."""
    scale = min(room.width() / image.width(), room.height() / image.height())
    width, height = round(image.width() * scale), round(image.height() * scale)
    return QRect(
        room.x() + (room.width() - width) // 2,
        room.y() + (room.height() - height) // 2,
        width,
        height,
    )
