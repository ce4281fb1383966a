"""What calamine does not tell of an .ods: merged cells, legacy fonts, what is hidden (kiểu ô .ods).

LibreOffice writes equal cells and rows once with their number, so a few bytes may stand for
billions of cells: how far the filled ones reach is counted before anybody unfolds them.
"""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from dvk_desktop.domain.vietnamese.legacy import encoding_of_font
from dvk_desktop.exchange.intake.grid import Place, Span
from dvk_desktop.exchange.intake.xlsx_looks import Attributes, parse_xml

_MOST_SHOWN = 20_000
"""Fonts and hidden lines further down than any list are not noted one by one."""


@dataclass(slots=True)
class OdsLooks:
    """The looks of one sheet, and how far it reaches (kiểu của một trang)."""

    name: str
    rows: int = 0
    columns: int = 0
    merges: list[Span] = field(default_factory=list)
    fonts: dict[Place, str] = field(default_factory=dict)
    hidden_columns: set[int] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    unsolved_formulas: set[Place] = field(default_factory=set)


def looks_of_ods(archive: zipfile.ZipFile) -> list[OdsLooks]:
    """Return the looks of each sheet in its order.

    Raises:
        ValueError: The XML declares entities or has a number that is none.
        ExpatError: The XML is damaged.
    """
    styles = _Styles()
    if "styles.xml" in archive.namelist():
        parse_xml(archive.read("styles.xml"), styles.start, styles.end)
    content = archive.read("content.xml")
    parse_xml(content, styles.start, styles.end)
    scan = _Scan(dict(styles.legacy_fonts()))
    parse_xml(content, scan.start, scan.end, scan.text)
    return scan.sheets


def is_encrypted(archive: zipfile.ZipFile) -> bool:
    """Tell whether the document opens only with a password."""
    manifest = "META-INF/manifest.xml"
    return manifest in archive.namelist() and b"encryption-data" in archive.read(manifest)


def _of(attributes: Attributes, name: str) -> str:
    """Return an attribute by its name without the prefix."""
    return next((value for key, value in attributes.items() if key.rpartition(":")[2] == name), "")


class _Styles:
    """The font of each cell style, by its own word or by the style that it is made from."""

    def __init__(self) -> None:
        self._fonts: dict[str, str] = {}
        self._parents: dict[str, str] = {}
        self._open = ""

    def start(self, name: str, attributes: Attributes) -> None:
        if name in ("style", "default-style") and _of(attributes, "family") == "table-cell":
            self._open = _of(attributes, "name") or "Default"
            self._parents[self._open] = _of(attributes, "parent-style-name")
        elif name == "text-properties" and self._open:
            font = _of(attributes, "font-name") or _of(attributes, "font-family")
            if font:
                self._fonts[self._open] = font.strip("'\"")

    def end(self, name: str) -> None:
        if name in ("style", "default-style"):
            self._open = ""

    def legacy_fonts(self) -> Iterator[tuple[str, str]]:
        for style in self._parents:
            seen: set[str] = set()
            found = style
            while found and found not in self._fonts and found not in seen:
                seen.add(found)
                found = self._parents.get(found, "")
            font = self._fonts.get(found, "")
            if encoding_of_font(font) is not None:
                yield style, font


class _Scan:
    """Walks through the cells of all sheets."""

    def __init__(self, fonts: dict[str, str]) -> None:
        self.sheets: list[OdsLooks] = []
        self._fonts = fonts
        self._column_styles: dict[int, str] = {}
        self._row = self._row_count = self._column = self._count = 0
        self._width = 0
        self._is_formula = self._is_filled = False
        self._depth = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "table":
            self._depth += 1
            if self._depth == 1:
                self.sheets.append(OdsLooks(_of(attributes, "name")))
                self._column_styles = {}
                self._row = self._column = 0
        elif self._depth != 1:
            return
        elif name == "table-column":
            self._start_column(attributes)
        elif name == "table-row":
            self._row_count = _repeats(attributes, "rows")
            self._column = self._width = 0
            if _of(attributes, "visibility") in ("collapse", "filter"):
                self.sheets[-1].hidden_rows.update(_first(self._row, self._row_count))
        elif name in ("table-cell", "covered-table-cell"):
            self._start_cell(attributes)

    def _start_column(self, attributes: Attributes) -> None:
        count = _repeats(attributes, "columns")
        columns = _first(self._column, count)
        if _of(attributes, "visibility") in ("collapse", "filter"):
            self.sheets[-1].hidden_columns.update(columns)
        style = _of(attributes, "default-cell-style-name")
        if style in self._fonts:
            self._column_styles.update(dict.fromkeys(columns, style))
        self._column += count

    def _start_cell(self, attributes: Attributes) -> None:
        sheet = self.sheets[-1]
        self._count = _repeats(attributes, "columns")
        self._is_filled = bool(_of(attributes, "value-type"))
        self._is_formula = bool(_of(attributes, "formula"))
        own = _of(attributes, "style-name")
        for column in _first(self._column, self._count):
            style = own or self._column_styles.get(column, "")
            if style in self._fonts:
                for row in _first(self._row, self._row_count):
                    sheet.fonts[Place(row, column)] = self._fonts[style]
        right = self._column + int(_of(attributes, "number-columns-spanned") or "1") - 1
        bottom = self._row + int(_of(attributes, "number-rows-spanned") or "1") - 1
        if right > self._column or bottom > self._row:
            sheet.merges.append(Span(self._row, self._column, bottom, right))

    def text(self, text: str) -> None:
        self._is_filled |= self._depth == 1 and bool(text.strip())

    def end(self, name: str) -> None:
        if name == "table":
            self._depth -= 1
        elif self._depth != 1:
            return
        elif name in ("table-cell", "covered-table-cell"):
            if self._is_filled:
                self._width = self._column + self._count
            elif self._is_formula:
                self.sheets[-1].unsolved_formulas.add(Place(self._row, self._column))
            self._column += self._count
            self._is_filled = False
        elif name == "table-row":
            sheet = self.sheets[-1]
            self._row += self._row_count
            if self._width:
                sheet.rows, sheet.columns = self._row, max(sheet.columns, self._width)


def _repeats(attributes: Attributes, what: str) -> int:
    return max(1, int(_of(attributes, f"number-{what}-repeated") or "1"))


def _first(start: int, count: int) -> range:
    return range(start, min(start + count, start + _MOST_SHOWN, _MOST_SHOWN))
