"""Reports as PDF for printing and reading (xuất PDF)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal
from unicodedata import normalize
from xml.sax.saxutils import escape

from dvk_desktop.documents.fonts import BOLD, ITALIC, REGULAR, register_fonts, width
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
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable, Table

_MM = 72 / 25.4
_LEFT, _RIGHT, _TOP, _BOTTOM = 30 * _MM, 15 * _MM, 20 * _MM, 18 * _MM
_SIZE = 11.5
_HEAD_FILL = "#F3E9D2"
_STRONG_FILL = "#FAF6EC"
_NATIONAL_SIZE = 12.5

_Align = Literal["left", "center", "right"]
_ALIGNMENTS: dict[_Align, Literal[0, 1, 2]] = {"left": 0, "center": 1, "right": 2}


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
    canvas.drawCentredString(page_width / 2, page_height - 13 * _MM, str(document.page))


class _Report:
    """The parts of one report within a width of points."""

    def __init__(self, table: ReportTable, room: float) -> None:
        self._table = table
        self._room = room
        self._share = office_share(table, room, _NATIONAL_SIZE)

    def flowables(self) -> list[Flowable]:
        """Return head, title, table, notes and signature."""
        from reportlab.platypus import KeepTogether, Spacer  # noqa: PLC0415 -- slow import

        table = self._table
        parts: list[Flowable] = [self._head(), Spacer(0, 14)]
        parts.append(_line(headline(table.title, BOLD, 14, self._room), BOLD, 14))
        if table.subtitle:
            parts.append(_line(table.subtitle, ITALIC, 13))
        parts += [Spacer(0, 10), self._grid(), Spacer(0, 8)]
        parts += [_line(note, ITALIC, 11, "left") for note in table.notes]
        if table.signature_lines or table.signatory_name:
            parts.append(KeepTogether([Spacer(0, 8), self._signature()]))
        return parts

    def _head(self) -> Flowable:
        from reportlab.platypus import Spacer  # noqa: PLC0415 -- slow import

        table = self._table
        left: list[Flowable] = [_line(line, REGULAR, 12) for line in table.offices[:-1]]
        for line in table.offices[-1:]:
            room = self._room * self._share - 6
            left.append(_line(headline(line, BOLD, 12, room), BOLD, 12))
            mark = _line("*", BOLD, 12) if table.is_party else _rule(self._room * 0.12)
            left.append(mark)
        right: list[Flowable] = [_line(line, BOLD, _NATIONAL_SIZE) for line in table.national_lines]
        if table.national_lines:
            right.append(_rule(width(table.national_lines[-1], BOLD) * _NATIONAL_SIZE))
        right += [Spacer(0, 5), _line(table.place_date, ITALIC, 12.5)]
        return self._halves(left, right)

    def _signature(self) -> Flowable:
        from reportlab.platypus import Spacer  # noqa: PLC0415 -- slow import

        right: list[Flowable] = [_line(line, BOLD, 13) for line in self._table.signature_lines]
        right += [Spacer(0, 25 * _MM), _line(self._table.signatory_name, BOLD, 13)]
        return self._halves([], right)

    def _halves(self, left: list[Flowable], right: list[Flowable]) -> Table:
        from reportlab.platypus import Table  # noqa: PLC0415 -- slow import

        return Table(
            [[left, right]],
            colWidths=[self._room * self._share, self._room * (1 - self._share)],
            style=[
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("ALIGN", (0, 0), (-1, -1), "CENTER"),
                *((f"{side}PADDING", (0, 0), (-1, -1), 3) for side in ("LEFT", "RIGHT")),
            ],
        )

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
            cells[part.row][part.column] = _line(part.text, BOLD, _SIZE)
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
            _line(
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


def _line(
    text: str, font: str, size: float, align: _Align = "center", indent: float = 0
) -> Flowable:
    from reportlab.platypus import Paragraph  # noqa: PLC0415 -- slow import

    marked = escape(normalize("NFC", text)).replace("\n", "<br/>")
    return Paragraph(marked, _style(font, size, align, indent))


def _style(font: str, size: float, align: _Align, indent: float) -> ParagraphStyle:
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415 -- slow import

    return ParagraphStyle(
        font,
        fontName=font,
        fontSize=size,
        leading=size * 1.2,
        alignment=_ALIGNMENTS[align],
        leftIndent=indent,
        splitLongWords=1,
    )


def _rule(length: float) -> Flowable:
    from reportlab.platypus import HRFlowable  # noqa: PLC0415 -- slow import

    return HRFlowable(width=length, thickness=0.7, color="#000000", spaceBefore=2, spaceAfter=2)
