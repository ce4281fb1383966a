"""Reads text tables: any of the usual encodings and separators (tệp .csv)."""

import codecs
import csv
import io
from itertools import islice

from dvk_desktop.domain.vietnamese.legacy import guess_encoding
from dvk_desktop.exchange.intake.errors import DamagedFileError, FileTooLargeError
from dvk_desktop.exchange.intake.grid import MAX_ROWS, FileKind, Sheet, SourceFile

_SEPARATORS = ";,\t|"
_LINES_TO_TRY = 30
_TOLD = len("sep=")
_MEGABYTE = 1024 * 1024
_MOST_BYTES = 20 * _MEGABYTE
"""Cells of text take some twenty times as much memory as their bytes."""


def read_csv(content: bytes, name: str) -> SourceFile:
    """Return the table as one sheet.

    Raises:
        DamagedFileError: The bytes are no text in any known encoding.
        FileTooLargeError: No list of rows with text alone is so long.
    """
    if len(content) > _MOST_BYTES:
        raise FileTooLargeError(file=name, limit=_MOST_BYTES // _MEGABYTE)
    try:
        text = decode_bytes(content)
        separator = separator_of(text)
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        rows = list(islice(reader, MAX_ROWS + 1))
    except (UnicodeError, csv.Error) as error:
        raise DamagedFileError(file=name) from error
    return SourceFile(name, FileKind.CSV, (Sheet(name="CSV", rows=rows),))


def decode_bytes(content: bytes) -> str:
    """Decode by the mark at the start, then UTF-8, then the old Vietnamese code pages.

    A TCVN3 or VNI file is returned as the Latin letters that it looks like; the columns are
    repaired later, like those of a workbook.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    as_latin = content.decode("latin-1")
    if guess_encoding([as_latin]) is not None:
        return as_latin
    try:
        return content.decode("cp1258")
    except UnicodeDecodeError:
        return as_latin


def separator_of(text: str) -> str:
    """Return the separator that gives the most lines of one same width above one column.

    A first line “sep=;” says it, as Excel writes and reads.
    """
    if text[:_TOLD].lower() == "sep=" and text[_TOLD + 1 : _TOLD + 2] in ("\r", "\n"):
        return text[_TOLD]
    lines = [line for line in text.splitlines() if line.strip()][:_LINES_TO_TRY]

    def regularity(separator: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(lines, delimiter=separator)]
        wide = [width for width in widths if width > 1]
        if not wide:
            return (0, 0)
        usual = max(set(wide), key=lambda width: (wide.count(width), width))
        return (wide.count(usual), usual)

    return max(_SEPARATORS, key=regularity)
