"""Pages of a PDF as pictures, and how many there are (xem trước trang in)."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dvk_desktop.domain.errors import DvkError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

# The library may be inside one call at a time only.
_lock = threading.Lock()


class UnreadablePdfError(DvkError):
    """The file is no PDF or is damaged (tệp PDF không đọc được)."""

    code = "UNREADABLE_PDF"
    template = "Không mở được tệp PDF {name}. Tệp có thể đã hỏng; hãy tạo lại tệp."


def page_count(source: Path | bytes) -> int:
    """Return the number of pages.

    Raises:
        UnreadablePdfError: It is no PDF.
    """
    with _opened(source) as document:
        return len(document)


def page_image(source: Path | bytes, page: int, scale: float = 1.0) -> tuple[int, int, bytes]:
    """Return width, height and RGBA pixels of one page, counted from 0; scale 1 is 72 dpi.

    Raises:
        UnreadablePdfError: It is no PDF.
    """
    with _opened(source) as document:
        sheet = document[page]
        bitmap = sheet.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
        pixels = bytes(bitmap.buffer)
        if bitmap.stride != bitmap.width * 4:
            pixels = b"".join(
                pixels[row * bitmap.stride : row * bitmap.stride + bitmap.width * 4]
                for row in range(bitmap.height)
            )
        size = (bitmap.width, bitmap.height)
        bitmap.close()
        sheet.close()
    return (*size, pixels)


def page_text(source: Path | bytes, page: int) -> str:
    """Return the text of one page, counted from 0, as a reader would copy it.

    Raises:
        UnreadablePdfError: It is no PDF.
    """
    with _opened(source) as document:
        sheet = document[page]
        words = sheet.get_textpage()
        text = str(words.get_text_bounded())
        words.close()
        sheet.close()
    return text


@contextmanager
def _opened(source: Path | bytes) -> Iterator[PdfDocument]:
    import pypdfium2  # noqa: PLC0415 -- slow import

    with _lock:
        try:
            # Given a path, the library would hold the file open, and on Windows nobody could
            # replace it meanwhile.
            content = source.read_bytes() if isinstance(source, Path) else source
            document = pypdfium2.PdfDocument(content)
        except (OSError, pypdfium2.PdfiumError) as error:
            name = source.name if isinstance(source, Path) else "vừa tạo"
            raise UnreadablePdfError(name=name) from error
        try:
            yield document
        finally:
            document.close()
