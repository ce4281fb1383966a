"""Opens a file by what it contains, never by its extension (mở tệp nguồn)."""

import codecs
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from dvk_desktop.domain.system_words import os_reason
from dvk_desktop.exchange.intake.errors import (
    ARCHIVE_DAMAGE,
    CellTooLongError,
    DamagedFileError,
    EmptyFileError,
    FileTooLargeError,
    NotASpreadsheetError,
    OldWordError,
    PasswordProtectedError,
    PictureError,
    SheetTooLongError,
    SourceUnreadableError,
)
from dvk_desktop.exchange.intake.grid import (
    MAX_CELL_LETTERS,
    MAX_ROWS,
    CellValue,
    FileKind,
    SourceFile,
)
from dvk_desktop.exchange.intake.read_csv import read_csv
from dvk_desktop.exchange.intake.read_old_excel import read_old_excel
from dvk_desktop.exchange.intake.read_word import read_word
from dvk_desktop.exchange.intake.read_xlsx import read_xlsx

_MEGABYTE = 1024 * 1024
MAX_FILE_BYTES = 50 * _MEGABYTE
MAX_OPEN_BYTES = 200 * _MEGABYTE
_MAX_RATIO = 200
_RATIO_MATTERS_FROM = 20 * _MEGABYTE
_DEFLATE_CEILING = 1032
"""DEFLATE cannot expand more than this, so small parts need no look inside."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_PICTURES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_BRAND = slice(4, 12)
"""Where a photo of a telephone names its format."""

_PHOTOS = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif")
_OTHER_FORMATS = (b"{\\rtf", b"Rar!", b"7z\xbc\xaf")


def read_source(path: Path) -> SourceFile:
    """Read every sheet of a workbook, Word document or text table.

    Raises:
        SourceUnreadableError: The system does not give it out.
        EmptyFileError: There is nothing in it.
        NotASpreadsheetError: It is something else.
        PictureError: It is a photo or a PDF.
        OldWordError: It is a .doc of Word 97-2003.
        DamagedFileError: It is cut short or damaged.
        PasswordProtectedError: It opens only with a password.
        FileTooLargeError: It is, or would unpack to, too many bytes.
        SheetTooWideError: A sheet's used area is out of proportion.
        SheetTooLongError: A sheet has more rows than any list.
        CellTooLongError: A cell or paragraph is longer than Excel lets a cell be.
    """
    source = _read(path)
    for sheet in source.sheets:
        if len(sheet.rows) > MAX_ROWS:
            raise SheetTooLongError(file=path.name, sheet=sheet.name, limit=MAX_ROWS)
        if any(_has_endless_text(row) for row in sheet.rows):
            raise CellTooLongError(file=path.name, sheet=sheet.name, limit=MAX_CELL_LETTERS)
    return source


def _has_endless_text(row: Sequence[CellValue]) -> bool:
    return any(isinstance(cell, str) and len(cell) > MAX_CELL_LETTERS for cell in row)


def _read(path: Path) -> SourceFile:
    content = _content_of(path)
    kind = kind_of(content, path.name)
    if kind is FileKind.XLSX:
        return read_xlsx(content, path.name)
    if kind is FileKind.DOCX:
        return read_word(content, path.name)
    if kind is FileKind.CSV:
        return read_csv(content, path.name)
    return read_old_excel(content, path.name, kind)


def _content_of(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size == 0:
            raise EmptyFileError(file=path.name)
        if size > MAX_FILE_BYTES:
            raise FileTooLargeError(file=path.name, limit=MAX_FILE_BYTES // _MEGABYTE)
        return path.read_bytes()
    except OSError as error:
        raise SourceUnreadableError(file=path.name, reason=os_reason(error)) from error


def kind_of(content: bytes, name: str) -> FileKind:
    """Tell what ``content`` is.

    Raises:
        NotASpreadsheetError: It is nothing that can hold the list.
        PictureError: It is a photo or a PDF.
        OldWordError: It is a .doc of Word 97-2003.
        DamagedFileError: Its container is damaged.
        PasswordProtectedError: It is an encrypted Office file.
        FileTooLargeError: It would unpack to too many bytes.
    """
    if content.startswith(b"PK"):
        return _kind_of_zip(content, name)
    if content.startswith(_OLE):
        return _kind_of_ole(content, name)
    if content.startswith(_PICTURES) or content[_BRAND] in _PHOTOS:
        raise PictureError(file=name)
    if _looks_like_text(content):
        return FileKind.CSV
    raise NotASpreadsheetError(file=name)


def _kind_of_ole(content: bytes, name: str) -> FileKind:
    def has_stream(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if has_stream("EncryptedPackage"):
        raise PasswordProtectedError(file=name)
    if has_stream("Workbook") or has_stream("Book"):
        return FileKind.XLS
    if has_stream("WordDocument"):
        raise OldWordError(file=name)
    raise NotASpreadsheetError(file=name)


def _kind_of_zip(content: bytes, name: str) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.namelist()
            kind = _kind_of_parts(archive, parts)
            if kind is None:
                raise NotASpreadsheetError(file=name)
            _refuse_bomb(archive, name)
            return kind
    except ARCHIVE_DAMAGE as error:
        raise DamagedFileError(file=name) from error


def _kind_of_parts(archive: zipfile.ZipFile, parts: list[str]) -> FileKind | None:
    if "xl/workbook.xml" in parts:
        return FileKind.XLSX
    if "xl/workbook.bin" in parts:
        return FileKind.XLSB
    if "word/document.xml" in parts:
        return FileKind.DOCX
    if "mimetype" in parts and archive.read("mimetype").strip() == _ODS_TYPE:
        return FileKind.ODS
    return None


def _refuse_bomb(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse what unpacks out of proportion; media is never unpacked and not counted."""
    limit = MAX_OPEN_BYTES // _MEGABYTE
    total = 0
    for part in archive.infolist():
        if not part.filename.endswith((".xml", ".rels", ".bin", ".vml")):
            continue
        total += part.file_size
        is_suspicious = part.file_size > _RATIO_MATTERS_FROM and (
            part.file_size > _MAX_RATIO * max(1, part.compress_size)
        )
        if total > MAX_OPEN_BYTES or is_suspicious:
            raise FileTooLargeError(file=name, limit=limit)
        if part.compress_size * _DEFLATE_CEILING > MAX_OPEN_BYTES:
            _check_size_is_true(archive, part)


def _check_size_is_true(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Unpack to nowhere: the stated size may be a lie, which zipfile finds by the checksum."""
    with archive.open(part) as stream:
        while stream.read(_MEGABYTE):
            pass


def _looks_like_text(content: bytes) -> bool:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF8)):
        return True
    head = content[:4096]
    if head.startswith(_OTHER_FORMATS) or b"\x00" in head:
        return False
    start = head.lstrip()[:200].lower()
    if start.startswith((b"<!doctype", b"<html", b"<?xml", b"<table")):
        return False
    controls = sum(byte < 32 and byte not in b"\t\r\n\x0c" for byte in head)
    return controls * 50 <= len(head)
