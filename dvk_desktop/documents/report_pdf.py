"""Reports as PDF for printing and reading (xuất PDF)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from dvk_desktop.documents.fonts import BOLD, ITALIC, REGULAR, register_fonts
from dvk_desktop.documents.pdf_pieces import MM, NATIONAL_SIZE, halves, paper_head, text_line
from dvk_desktop.documents.preview import page_count
from dvk_desktop.documents.report_shape import (
    alignment,
    column_widths,
    header_depth,
    headings,
    headline,
    indented_column,
    office_share,
)
from dvk_desktop.domain.records.report import ReportRow, ReportTable, shown
from dvk_desktop.safe_files import write_safely

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable, Table

_LEFT, _RIGHT, _TOP, _BOTTOM = 30 * MM, 15 * MM, 20 * MM, 18 * MM
_SIZE = 11.5
_HEAD_FILL = "#F3E9D2"
_STRONG_FILL = "#FAF6EC"


def write_report_pdf(table: ReportTable, path: Path) -> None:
    """Write a report as PDF: equal tables give equal files, byte for byte.

    Raises:
        FileWriteError: The file cannot be written.
    """
    write_safely(path, lambda out: _write(table, out), lambda written: page_count(written) > 0)


def _write(table: ReportTable, out: BinaryIO) -> None:
    from reportlab import rl_config  # noqa: PLC0415 -- slow import
    from reportlab.lib.pagesizes import A4, landscape  # noqa: PLC0415 -- slow import
    from reportlab.platypus import SimpleDocTemplate  # noqa: PLC0415 -- slow import

    register_fonts()
    rl_config.useA85 = 0
    size = landscape(A4) if table.is_wide else A4
    document = SimpleDocTemplate(
        out,
        pagesize=size,
        leftMargin=_LEFT,
        rightMargin=_RIGHT,
        topMargin=_TOP,
        bottomMargin=_BOTTOM,
        title=table.title,
        author=table.offices[-1] if table.offices else "",
        creator="Dân vận khéo Desktop",
        lang="vi",
        invariant=1,
        pageCompression=1,
    )
    document.build(_Report(table, size[0] - _LEFT - _RIGHT - 12).flowables(), onLaterPages=_number)


def _number(canvas: Canvas, document: Any) -> None:
    """Print the page number at the top, as the rules of office documents ask."""
    page_width, page_height = document.pagesize
    canvas.setFont(REGULAR, 12)
    canvas.drawCentredString(page_width / 2, page_height - 13 * MM, str(document.page))


class _Report:
    """The parts of one report within a width of points."""

    def __init__(self, table: ReportTable, room: float) -> None:
        self._table = table
        self._room = room
        self._share = office_share(table.national_lines, room, NATIONAL_SIZE)

    def flowables(self) -> list[Flowable]:
        """Return head, title, table, notes and signature."""
        from reportlab.platypus import KeepTogether, Spacer  # noqa: PLC0415 -- slow import

        table = self._table
        parts: list[Flowable] = [self._head(), Spacer(0, 14)]
        parts.append(text_line(headline(table.title, BOLD, 14, self._room), BOLD, 14))
        if table.subtitle:
            parts.append(text_line(table.subtitle, ITALIC, 13))
        parts.append(Spacer(0, 10))
        parts += _paragraphs(table.opening)
        if table.columns:
            parts += [self._grid(), Spacer(0, 8)]
        parts += _paragraphs(table.closing)
        parts += [text_line(note, ITALIC, 11, "left") for note in table.notes]
        if table.signature_lines or table.signatory_name:
            parts.append(KeepTogether([Spacer(0, 8), self._signature()]))
        return parts

    def _head(self) -> Flowable:
        table = self._table
        return paper_head(table.offices, table.national_lines, table.place_date, self._room)

    def _signature(self) -> Flowable:
        from reportlab.platypus import Spacer  # noqa: PLC0415 -- slow import

        right: list[Flowable] = [text_line(line, BOLD, 13) for line in self._table.signature_lines]
        right += [Spacer(0, 25 * MM), text_line(self._table.signatory_name, BOLD, 13)]
        left = [
            text_line(line, ITALIC if number == 0 else REGULAR, 12 if number == 0 else 11, "left")
            for number, line in enumerate(self._table.recipients)
        ]
        return halves(left, right, self._room, self._share)

    def _grid(self) -> Table:
        from reportlab.platypus import Table  # noqa: PLC0415 -- slow import

        table = self._table
        depth = header_depth(table)
        cells: list[list[Any]] = [[""] * len(table.columns) for _ in range(depth)]
        style: list[tuple[Any, ...]] = [
            ("GRID", (0, 0), (-1, -1), 0.5, "#555555"),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("BACKGROUND", (0, 0), (-1, depth - 1), _HEAD_FILL),
            *((f"{side}PADDING", (0, 0), (-1, -1), 3) for side in ("LEFT", "RIGHT")),
            *((f"{side}PADDING", (0, 0), (-1, -1), 2.5) for side in ("TOP", "BOTTOM")),
        ]
        for part in headings(table):
            cells[part.row][part.column] = text_line(part.text, BOLD, _SIZE)
            last = (part.column + part.columns - 1, part.row + part.rows - 1)
            style.append(("SPAN", (part.column, part.row), last))
        rows = [*table.rows]
        if table.totals:
            rows.append(ReportRow(table.totals, strong=True))
        for row in rows:
            if row.strong:
                style.append(("BACKGROUND", (0, len(cells)), (-1, len(cells)), _STRONG_FILL))
            cells.append(self._row(row))
        return Table(
            cells,
            colWidths=column_widths(table, self._room, _SIZE),
            repeatRows=depth,
            style=style,
        )

    def _row(self, row: ReportRow) -> list[Flowable]:
        font = BOLD if row.strong else REGULAR
        indented = indented_column(self._table)
        return [
            text_line(
                shown(value, column.kind),
                font,
                _SIZE,
                alignment(column.kind),
                row.level * 9 if index == indented else 0,
            )
            for index, (column, value) in enumerate(
                zip(self._table.columns, row.cells, strict=True)
            )
        ]


def _paragraphs(texts: Sequence[str]) -> list[Flowable]:
    """Return the running text of a letter, each paragraph with its first line moved in."""
    from reportlab.platypus import Spacer  # noqa: PLC0415 -- slow import

    parts: list[Flowable] = []
    for text in texts:
        parts += [text_line(text, REGULAR, 13, "justify", first=10 * MM), Spacer(0, 6)]
    return parts
