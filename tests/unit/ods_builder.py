"""Writes .ods as LibreOffice does: repeated cells and rows, covered cells, typed values."""

import datetime as dt
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"),
    )
) + ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'  # fmt: skip
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"


@dataclass(frozen=True)
class Odd:
    """A cell with more than a value: merged over rows and columns, in a font, a formula."""

    value: object
    columns: int = 1
    rows: int = 1
    font: str = ""
    formula: str = ""


def write_ods(
    path: Path,
    rows: Sequence[Sequence[object]],
    *,
    name: str = "Sheet1",
    hidden_rows: frozenset[int] = frozenset(),
    hidden_columns: frozenset[int] = frozenset(),
    more: Mapping[str, str] | None = None,
    hidden_sheets: Mapping[str, Sequence[Sequence[object]]] | None = None,
) -> Path:
    """Write one visible sheet, and hidden ones; ``more`` are further parts of the file."""
    pages = [_sheet(name, rows, "ta1", hidden_rows, hidden_columns)]
    pages += [_sheet(title, lines, "ta2") for title, lines in (hidden_sheets or {}).items()]
    return write_content(path, "".join(pages), _fonts(rows), more)


def write_content(
    path: Path, tables: str, fonts: Sequence[str] = (), more: Mapping[str, str] | None = None
) -> Path:
    """Write an .ods with these tables in XML."""
    styles = "".join(
        f'<style:style style:name="{_style(font)}" style:family="table-cell">'
        f'<style:text-properties style:font-name="{font}"/></style:style>'
        for font in fonts
    )
    faces = "".join(f'<style:font-face style:name="{font}"/>' for font in fonts)
    pages = "".join(
        f'<style:style style:name="{style}" style:family="table">'
        f'<style:table-properties table:display="{shown}"/></style:style>'
        for style, shown in (("ta1", "true"), ("ta2", "false"))
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMES}'
        f' office:version="1.3"><office:font-face-decls>{faces}</office:font-face-decls>'
        f"<office:automatic-styles>{styles}{pages}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MIMETYPE, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
        for part, text in (more or {}).items():
            archive.writestr(part, text)
    return path


def _fonts(rows: Sequence[Sequence[object]]) -> list[str]:
    cells = (cell for row in rows for cell in row if isinstance(cell, Odd) and cell.font)
    return sorted({cell.font for cell in cells})


def _style(font: str) -> str:
    return "ce" + "".join(filter(str.isalnum, font))


def _sheet(
    name: str,
    rows: Sequence[Sequence[object]],
    style: str,
    hidden_rows: frozenset[int] = frozenset(),
    hidden_columns: frozenset[int] = frozenset(),
) -> str:
    """Return a table; below and beside it are the repeated empty cells of LibreOffice."""
    width = max(map(len, rows))
    covered = set(_covered(rows))
    columns = "".join(
        f"<table:table-column{_hidden(column in hidden_columns)}/>" for column in range(width)
    )
    lines = []
    for number, row in enumerate(rows):
        cells = [
            "<table:covered-table-cell/>" if (number, column) in covered else _cell(value)
            for column, value in enumerate([*row, *[None] * (width - len(row))])
        ]
        rest = f'<table:table-cell table:number-columns-repeated="{16384 - width}"/>'
        hidden = _hidden(number in hidden_rows)
        lines.append(f"<table:table-row{hidden}>{_repeated(cells)}{rest}</table:table-row>")
    below = (
        f'<table:table-row table:number-rows-repeated="{1048576 - len(rows)}">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    return (
        f'<table:table table:name="{escape(name)}" table:style-name="{style}">{columns}'
        f'<table:table-column table:number-columns-repeated="{16384 - width}"/>'
        f"{''.join(lines)}{below}</table:table>"
    )


def _hidden(is_hidden: bool) -> str:
    return ' table:visibility="collapse"' if is_hidden else ""


def _covered(rows: Sequence[Sequence[object]]):
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, Odd):
                yield from (
                    (number + down, column + right)
                    for down in range(cell.rows)
                    for right in range(cell.columns)
                    if down or right
                )


def _repeated(cells: Sequence[str]) -> str:
    """Write equal cells beside each other once, with their number."""
    written: list[tuple[str, int]] = []
    for cell in cells:
        if written and written[-1][0] == cell:
            written[-1] = cell, written[-1][1] + 1
        else:
            written.append((cell, 1))
    return "".join(
        cell
        if count == 1
        else cell.replace("table-cell", f'table-cell table:number-columns-repeated="{count}"', 1)
        for cell, count in written
    )


def _cell(value: object) -> str:
    odd = value if isinstance(value, Odd) else Odd(value)
    spans = "".join(
        f' table:number-{name}-spanned="{count}"'
        for name, count in (("columns", odd.columns), ("rows", odd.rows))
        if odd.columns > 1 or odd.rows > 1
    )
    style = f' table:style-name="{_style(odd.font)}"' if odd.font else ""
    formula = f" table:formula={quoteattr(odd.formula)}" if odd.formula else ""
    kind, shown = _typed(odd.value)
    text = "".join(f"<text:p>{escape(line)}</text:p>" for line in shown.split("\n") if shown)
    return f"<table:table-cell{style}{spans}{formula}{kind}>{text}</table:table-cell>"


def _typed(value: object) -> tuple[str, str]:
    if value is None:
        return "", ""
    if isinstance(value, dt.date):
        return (
            f' office:value-type="date" office:date-value="{value.isoformat()}"',
            f"{value:%d/%m/%Y}",
        )
    if isinstance(value, int | float):
        return f' office:value-type="float" office:value="{value}"', str(value).replace(".", ",")
    return ' office:value-type="string"', str(value)
