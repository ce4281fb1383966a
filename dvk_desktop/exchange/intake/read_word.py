"""Reads the tables of a .docx; each becomes a sheet (bảng trong văn bản Word).

The paragraphs above a table are kept as rows on top of it, because they name the unit, the
year and sometimes the sector. A document without a table may hold its list as paragraphs.
"""

import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

from dvk_desktop.domain.vietnamese.legacy import encoding_of_font
from dvk_desktop.exchange.intake.decode import decode_sheet
from dvk_desktop.exchange.intake.errors import ARCHIVE_DAMAGE, DamagedFileError
from dvk_desktop.exchange.intake.grid import Cell, FileKind, Place, Sheet, SourceFile, Span
from dvk_desktop.exchange.intake.text_lines import TAB
from dvk_desktop.exchange.intake.text_list import sheet_of_lines
from dvk_desktop.exchange.intake.word_numbers import BULLET, WordNumbers

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_LEAST_ROWS, _LEAST_COLUMNS = 3, 3
"""A smaller table is a letterhead or who signs."""

_MOST_COLUMNS = 250
"""Word has no more than 63; a cell said to be billions wide would take all memory."""


def read_word(content: bytes, name: str) -> SourceFile:
    """Return each table of the document as a sheet.

    Raises:
        DamagedFileError: The document is damaged.
    """
    import docx  # noqa: PLC0415 -- slow import
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415 -- slow import
    from lxml.etree import LxmlError  # noqa: PLC0415 -- slow import

    try:
        document = docx.Document(io.BytesIO(content))
        sheets = tuple(_Reader(document).sheets())
    except (PackageNotFoundError, LxmlError, AttributeError, *ARCHIVE_DAMAGE) as error:
        # python-docx meets an unexpected element with an AttributeError.
        raise DamagedFileError(file=name) from error
    return SourceFile(name, FileKind.DOCX, sheets)


class _Fonts:
    """Which legacy font a piece of text is set in, by its run or its style."""

    def __init__(self, document: Any) -> None:
        self._by_style = {
            style.style_id: style.font.name
            for style in document.styles
            if getattr(style, "font", None) is not None and style.font.name
        }
        self._normal = self._by_style.get("Normal")

    def of_run(self, run: Any, paragraph: Any) -> str | None:
        fonts = run.find(f"{_W}rPr/{_W}rFonts")
        if fonts is not None and (name := fonts.get(f"{_W}ascii") or fonts.get(f"{_W}hAnsi")):
            return str(name)
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        if style is not None:
            return self._by_style.get(style.get(f"{_W}val"), self._normal)
        return self._normal


class _Reader:
    """Goes through the document once, so that automatic numbers are counted rightly."""

    def __init__(self, document: Any) -> None:
        self._body = document.element.body
        self._fonts = _Fonts(document)
        self._numbers = WordNumbers.of(document)
        self._lines: list[tuple[Cell, str]] = []
        self._is_table = False

    def sheets(self) -> Iterator[Sheet]:
        """Yield each table, and the list that the paragraphs make if no table is one."""
        lead: list[Cell] = []
        count = 0
        for element in self._body.iterchildren():
            if element.tag == f"{_W}p":
                number = self._numbers.next(element)
                cell = _cell_of([element], self._fonts)
                if cell.value:
                    lead.append(cell)
                    self._lines.append((_cell_of([element], self._fonts, tab=TAB), number))
            elif element.tag == f"{_W}tbl":
                yield self._sheet_of(element, count, lead)
                count += 1
                lead = []
        if not self._is_table and (found := self._list(count)) is not None:
            yield found

    def _list(self, index: int) -> Sheet | None:
        """Return the list that the paragraphs make."""
        rows = [[cell.value] for cell, _ in self._lines]
        fonts = {
            Place(row, 0): cell.font_name
            for row, (cell, _) in enumerate(self._lines)
            if cell.font_name
        }
        texts = decode_sheet(Sheet("", rows, fonts=fonts)).texts
        lines = [
            (row[0], number) for row, (_, number) in zip(texts, self._lines, strict=True) if row[0]
        ]
        return sheet_of_lines(lines, index)

    def _sheet_of(self, table: Any, index: int, lead: list[Cell]) -> Sheet:
        rows: list[list[str | None]] = []
        found: dict[Place, str] = {}
        merges: list[Span] = []
        open_spans: dict[int, Span] = {}

        def put(row: list[str | None], place: Place, cell: Cell) -> None:
            row.extend([None] * (place.column + 1 - len(row)))
            row[place.column] = cell.value if isinstance(cell.value, str) else None
            if cell.font_name:
                found[place] = cell.font_name

        for line in lead:
            rows.append([])
            put(rows[-1], Place(len(rows) - 1, 0), line)
        for table_row in table.iterchildren(f"{_W}tr"):
            number = len(rows)
            rows.append([])
            for cell_element, left, right in _row_cells(table_row):
                merge = cell_element.find(f"{_W}tcPr/{_W}vMerge")
                above = open_spans.pop(left, None)
                if merge is not None and merge.get(f"{_W}val") != "restart" and above is not None:
                    open_spans[left] = above._replace(bottom=number)
                    continue
                if above is not None:
                    merges.append(above)
                if merge is not None:
                    open_spans[left] = Span(number, left, number, right)
                elif right > left:
                    merges.append(Span(number, left, number, right))
                paragraphs = list(cell_element.iter(f"{_W}p"))
                put(rows[-1], Place(number, left), self._cell(paragraphs))
        merges.extend(open_spans.values())
        merges = [span for span in merges if span.bottom > span.top or span.right > span.left]
        widest = max(map(len, rows), default=0)
        self._is_table |= len(rows) - len(lead) >= _LEAST_ROWS and widest >= _LEAST_COLUMNS
        return Sheet(f"Bảng {index + 1}", rows, index, merges, found, lead_rows=len(lead))

    def _cell(self, paragraphs: list[Any]) -> Cell:
        """Return a cell; a number that Word counts is its text, or tells its paragraphs apart."""
        numbers = [self._numbers.next(paragraph) for paragraph in paragraphs]
        cell = _cell_of(paragraphs, self._fonts, numbers if len(paragraphs) > 1 else None)
        if cell.value is None and numbers and numbers[0] not in ("", BULLET):
            return Cell(numbers[0])
        return cell


def _row_cells(table_row: Any) -> Iterator[tuple[Any, int, int]]:
    """Yield each cell with its first and last column in the grid of the table."""
    before = table_row.find(f"{_W}trPr/{_W}gridBefore")
    left = int(before.get(f"{_W}val")) if before is not None else 0
    for cell in table_row.iter(f"{_W}tc"):
        if cell.getparent() is not table_row and cell.getparent().tag != f"{_W}sdtContent":
            continue  # a cell of a table inside this table
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        width = max(1, int(span.get(f"{_W}val"))) if span is not None else 1
        if left + width > _MOST_COLUMNS:
            raise ValueError("cells beyond the last column that there can be")
        yield cell, left, left + width - 1
        left += width


def _cell_of(
    paragraphs: list[Any], fonts: _Fonts, numbers: list[str] | None = None, tab: str = " "
) -> Cell:
    """Join the paragraphs; the font is that of most letters beyond ASCII."""
    breaks = {**_BREAKS, f"{_W}tab": tab}
    lines: list[str] = []
    weights: Counter[str] = Counter()
    for paragraph, number in zip(paragraphs, numbers or [""] * len(paragraphs), strict=True):
        pieces: list[str] = []
        for run in paragraph.iter(f"{_W}r"):
            text = "".join(
                part.text or "" if part.tag == f"{_W}t" else breaks.get(part.tag, "")
                for part in run.iterchildren()
            )
            pieces.append(text)
            strange = sum(character > "\x7f" for character in text)
            if strange and (font := fonts.of_run(run, paragraph)):
                weights[font] += strange
        line = "".join(pieces)
        lines.append(f"{number} {line}" if number and line.strip() else line)
    text = "\n".join(lines).strip("\n")
    usual = weights.most_common(1)[0][0] if weights else None
    is_legacy = usual is not None and encoding_of_font(usual) is not None
    return Cell(text or None, usual if is_legacy else None)
