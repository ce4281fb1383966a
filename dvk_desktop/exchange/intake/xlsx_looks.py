"""What calamine does not tell of an .xlsx: legacy fonts, hidden rows and columns (kiểu ô).

Only a sheet that is written in an unusual way, or has formulas without a value, is walked
through; of the others ``xlsx_plain_looks`` tells all by pattern.
"""

import posixpath
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from dvk_desktop.domain.vietnamese.legacy import encoding_of_font
from dvk_desktop.exchange.intake.grid import Place
from dvk_desktop.exchange.intake.xlsx_plain_looks import (
    has_unsolved_formulas,
    is_plainly_written,
    is_prefixed,
    plain_fonts,
    plain_hidden,
)

_FAR_CELL = re.compile(rb"""\br\s*=\s*["'](?:[A-Z]{3}|[A-Z]{1,2}\d{5})""")
_CELL = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["'](?![^<>]{0,300}/>)""")
"""A cell with something in it: one that is only coloured closes at once."""

_FAR_PLAIN_CELL = re.compile(rb' r="(?:[A-Z]{3}|[A-Z]{1,2}\d{6})')
_LONG_PLAIN_CELL = re.compile(rb' r="[A-Z]{1,2}\d{5}')
_WIDE_PLAIN_CELL = re.compile(rb' r="[A-Z]{2}\d')
"""99,999 rows of one letter's columns are never too many."""

_MOST_COLUMNS = 16_384

Attributes = dict[str, str]


@dataclass(slots=True)
class Looks:
    """The looks of one sheet (kiểu của một trang)."""

    fonts: dict[Place, str] = field(default_factory=dict)
    hidden_columns: set[int] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    unsolved_formulas: set[Place] = field(default_factory=set)
    struck: set[Place] = field(default_factory=set)


def parse_xml(
    content: bytes,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Walk through XML, names without prefix; entity declarations are refused.

    Raises:
        ValueError: The XML declares entities, which no spreadsheet does.
        ExpatError: The XML is damaged.
    """
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise ValueError("entity declaration in a spreadsheet")

    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = lambda name, attributes: start(name.rpartition(":")[2], attributes)
    if end is not None:
        parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    if text is not None:
        parser.CharacterDataHandler = text
    parser.Parse(content, True)


def sheet_parts(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Return name and part of each sheet in the order of the workbook."""
    targets: dict[str, str] = {}
    sheets: list[tuple[str, str]] = []

    def relation(name: str, attributes: Attributes) -> None:
        if name == "Relationship":
            target = attributes["Target"]
            base = "" if target.startswith("/") else "xl"
            targets[attributes["Id"]] = posixpath.normpath(posixpath.join(base, target.lstrip("/")))

    def sheet(name: str, attributes: Attributes) -> None:
        if name == "sheet":
            key = next((v for k, v in attributes.items() if k.endswith(":id")), "")
            sheets.append((attributes.get("name", ""), targets.get(key, "")))

    parse_xml(archive.read("xl/_rels/workbook.xml.rels"), relation)
    parse_xml(archive.read("xl/workbook.xml"), sheet)
    return sheets


def legacy_fonts_of_styles(content: bytes) -> dict[int, str]:
    """Return the font of each cell style that uses a legacy Vietnamese font."""
    fonts: list[str] = []
    styles: dict[int, str] = {}
    open_elements: list[str] = []
    style_count = 0

    def start(name: str, attributes: Attributes) -> None:
        nonlocal style_count
        open_elements.append(name)
        parents = open_elements[1:-1]
        if parents == ["fonts"] and name == "font":
            fonts.append("")
        elif parents == ["fonts", "font"] and name in ("name", "rFont"):
            fonts[-1] = attributes.get("val", "")
        elif parents == ["cellXfs"] and name == "xf":
            font = fonts[int(attributes.get("fontId", "0"))] if fonts else ""
            if encoding_of_font(font) is not None:
                styles[style_count] = font
            style_count += 1

    def end(_name: str) -> None:
        open_elements.pop()

    parse_xml(content, start, end)
    return styles


def struck_styles(content: bytes) -> frozenset[int]:
    """Return the cell styles whose whole text is crossed out."""
    if b"strike" not in content:
        return frozenset()
    struck: list[bool] = []
    styles: list[int] = []
    open_elements: list[str] = []

    def start(name: str, attributes: Attributes) -> None:
        open_elements.append(name)
        parents = open_elements[1:-1]
        if parents == ["fonts"] and name == "font":
            struck.append(False)
        elif parents == ["fonts", "font"] and name == "strike":
            struck[-1] = attributes.get("val", "1") not in ("0", "false")
        elif parents == ["cellXfs"] and name == "xf":
            styles.append(int(attributes.get("fontId", "0")))

    def end(_name: str) -> None:
        open_elements.pop()

    parse_xml(content, start, end)
    return frozenset(
        style for style, font in enumerate(styles) if struck[font : font + 1] == [True]
    )


def struck_cells(content: bytes, styles: frozenset[int]) -> set[Place]:
    """Return the cells of a sheet in one of these styles."""
    if not styles:
        return set()
    cells: set[Place] = set()

    def start(name: str, attributes: Attributes) -> None:
        reference = attributes.get("r", "")
        if name == "c" and reference and int(attributes.get("s", "0")) in styles:
            letters = reference.rstrip("0123456789")
            cells.add(Place(int(reference[len(letters) :]) - 1, column_index(letters)))

    parse_xml(content, start)
    return cells


def used_area(content: bytes) -> tuple[int, int]:
    """Return the last row and column of a sheet whose filled cells reach far; else (0, 0)."""
    if is_plainly_written(content):
        is_far = _FAR_PLAIN_CELL.search(content) is not None or (
            _LONG_PLAIN_CELL.search(content) is not None
            and _WIDE_PLAIN_CELL.search(content) is not None
        )
    else:
        is_far = _FAR_CELL.search(content) is not None
    if not is_far:
        return 0, 0
    cells = _CELL.findall(content)
    if not cells:
        return 0, 0
    letters = max({letters for letters, _ in cells}, key=lambda found: (len(found), found))
    return max(int(row) for _, row in cells), column_index(letters.decode()) + 1


def column_index(letters: str) -> int:
    """Return the column from 0 of Excel's letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def looks_of_sheet(content: bytes, fonts: Mapping[int, str]) -> Looks:
    """Return what a sheet hides, its legacy fonts and its formulas without a value."""
    looks = Looks()
    if not _take_plain(looks, content, fonts):
        _SheetScan(looks, fonts).run(content)
    return looks


def _take_plain(looks: Looks, content: bytes, fonts: Mapping[int, str]) -> bool:
    """Fill the looks by pattern; false when the sheet has to be walked through."""
    if is_prefixed(content) or has_unsolved_formulas(content):
        return False
    if not fonts and b"hidden=" not in content:
        return True
    cells = plain_fonts(content, fonts)
    hidden = plain_hidden(content)
    if cells is None or hidden is None:
        return False
    indexes = {letters: column_index(letters.decode("ascii")) for letters, _, _ in cells}
    looks.fonts = {Place(row, indexes[letters]): font for letters, row, font in cells}
    looks.hidden_rows, columns = hidden
    for found in columns:
        looks.hidden_columns.update(range(found.start, min(found.stop, _MOST_COLUMNS)))
    return True


class _SheetScan:
    """Walks through the cells of one sheet."""

    def __init__(self, looks: Looks, fonts: Mapping[int, str]) -> None:
        self._looks = looks
        self._fonts = fonts
        self._place = Place(0, -1)
        self._row = -1
        self._has_formula = False
        self._has_value = False
        self._is_value = False

    def run(self, content: bytes) -> None:
        """Fill the looks."""
        parse_xml(content, self._start, self._end, self._take_text)

    def _take_text(self, text: str) -> None:
        self._has_value |= self._is_value

    def _start(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._start_cell(attributes)
        elif name == "f":
            self._has_formula = True
        elif name == "v":
            self._is_value = True
        elif name == "row":
            self._row = int(attributes.get("r", self._row + 2)) - 1
            self._place = Place(self._row, -1)
            if attributes.get("hidden") in ("1", "true"):
                self._looks.hidden_rows.add(self._row)
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            first, last = int(attributes["min"]), int(attributes["max"])
            self._looks.hidden_columns.update(range(first - 1, min(last, _MOST_COLUMNS)))

    def _start_cell(self, attributes: Attributes) -> None:
        reference = attributes.get("r")
        column = (
            column_index(reference.rstrip("0123456789")) if reference else self._place.column + 1
        )
        self._place = Place(self._row, column)
        self._has_formula = self._is_value = False
        # The empty text that a formula gives is a value too.
        self._has_value = attributes.get("t") == "str"
        font = self._fonts.get(int(attributes.get("s", "0")))
        if font is not None:
            self._looks.fonts[self._place] = font

    def _end(self, name: str) -> None:
        if name == "v":
            self._is_value = False
        elif name == "c" and self._has_formula and not self._has_value:
            self._looks.unsolved_formulas.add(self._place)
