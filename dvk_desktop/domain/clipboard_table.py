"""Tables on the clipboard, as Excel and LibreOffice put them there (bảng trên khay nhớ).

A table is a list of rows of texts. Text is parted by tabs and line ends; a cell with a tab, a
line break or a quote in front stands in quotes, with quotes inside doubled. Text that a
spreadsheet would run as a formula leaves here behind an apostrophe, which reading takes away.
"""

import re
from collections.abc import Sequence
from html import escape
from html.parser import HTMLParser

Table = list[list[str]]

_SPECIAL = ("\t", "\n", "\r")
_END = re.compile("[\t\n\r]")
_RUNS = re.compile(r"[=@]|[+-](?!\d[\d.,]*$)|'+[=@+-]")
_GUARDED = re.compile(r"'(?='*[=@+-])")
_AS_TEXT = """ style="mso-number-format:'\\@'\""""
_BLOCKS = frozenset({"p", "div", "br"})
_SILENT = frozenset({"style", "script", "head", "title"})


def read_table(text: str, html: str = "") -> Table:
    """Return what is on the clipboard: its text, or its HTML table where there is no text."""
    if text.strip("\r\n") or not html:
        return parse_text(text)
    return parse_html(html)


def parse_text(text: str) -> Table:
    """Return the cells of tab-separated text; the line end at its end makes no row."""
    if not text:
        return []
    rows: Table = [[]]
    place, size = 0, len(text)
    while place <= size:
        cell, place = _cell(text, place)
        rows[-1].append(_GUARDED.sub("", cell, count=1) if cell.startswith("'") else cell)
        if place >= size:
            break
        if text[place] != "\t":
            place += 2 if text.startswith("\r\n", place) else 1
            if place == size:
                break
            rows.append([])
        else:
            place += 1
    return rows


def as_text(rows: Sequence[Sequence[str]]) -> str:
    """Return a table as text that Excel, LibreOffice and ``parse_text`` read back."""
    return "".join("\t".join(map(_quoted, row)) + "\n" for row in rows)


def parse_html(html: str) -> Table:
    """Return the cells of the first HTML table with its looks left out.

    A merged cell gives its text once, and empty cells for the rest of its width.
    """
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    reader.end_row()
    return reader.rows


def as_html(rows: Sequence[Sequence[str]]) -> str:
    """Return a table as HTML in which numbers and dates stay the texts that they are."""
    lines = []
    for row in rows:
        lines.append("<tr>" + "".join(map(_html_cell, row)) + "</tr>")
    return '<meta charset="utf-8"><table>' + "".join(lines) + "</table>"


def _html_cell(cell: str) -> str:
    # Excel takes a cell of this format as text, whatever it begins with.
    looks = _AS_TEXT if _RUNS.match(cell) else ""
    return f"<td{looks}>{escape(cell).replace(chr(10), '<br>')}</td>"


def _cell(text: str, start: int) -> tuple[str, int]:
    """Return one cell and where it ends."""
    if text.startswith('"', start):
        quoted = _quoted_cell(text, start + 1)
        if quoted is not None:
            return quoted
    found = _END.search(text, start)
    end = len(text) if found is None else found.start()
    return text[start:end], end


def _quoted_cell(text: str, start: int) -> tuple[str, int] | None:
    """Return a cell in quotes; None when the quote only begins a text, as in “"Sạch nhà" ở xóm 5”.

    LibreOffice and Excel leave such a text as it is.
    """
    parts: list[str] = []
    while True:
        end = text.find('"', start)
        if end < 0:
            return None
        parts.append(text[start:end])
        if text.startswith('"', end + 1):
            parts.append('"')
            start = end + 2
            continue
        end += 1
        if end < len(text) and text[end] not in _SPECIAL:
            return None
        return "".join(parts).replace("\r\n", "\n").replace("\r", "\n"), end


def _quoted(cell: str) -> str:
    if _RUNS.match(cell):
        cell = f"'{cell}"
    if cell.startswith('"') or any(mark in cell for mark in _SPECIAL):
        return '"' + cell.replace('"', '""') + '"'
    return cell


class _TableReader(HTMLParser):
    """Collects the cells of one table."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: Table = []
        self._row: list[str] | None = None
        self._cell: list[str] | None = None
        self._width = 1
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a row or a cell; a block inside a cell begins a line."""
        if tag in _SILENT:
            self._silent += 1
        elif tag == "tr":
            self.end_row()
            self._row = []
        elif tag in {"td", "th"}:
            self._end_cell()
            self._row = [] if self._row is None else self._row
            self._cell = []
            width = dict(attrs).get("colspan") or ""
            self._width = int(width) if re.fullmatch("[1-9][0-9]{0,2}", width) else 1
        elif tag in _BLOCKS and self._cell:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a cell or a row."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in {"td", "th"}:
            self._end_cell()
        elif tag in {"tr", "table"}:
            self.end_row()

    def handle_data(self, data: str) -> None:
        """Take text; line ends of the file itself are blanks."""
        if self._cell is not None and not self._silent:
            self._cell.append(data.replace("\r", " ").replace("\n", " "))

    def end_row(self) -> None:
        """End the running row."""
        self._end_cell()
        if self._row:
            self.rows.append(self._row)
        self._row = None

    def _end_cell(self) -> None:
        if self._cell is None or self._row is None:
            return
        lines = "".join(self._cell).split("\n")
        self._row.append("\n".join(" ".join(line.split()) for line in lines).strip("\n"))
        self._row += [""] * (self._width - 1)
        self._cell = None
