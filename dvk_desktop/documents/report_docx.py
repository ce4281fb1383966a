"""Reports as Word documents that an office can go on editing (xuất Word)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO
from unicodedata import normalize

from dvk_desktop.documents.fonts import BOLD, width
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
from dvk_desktop.safe_files import save_archive

_FONT = "Times New Roman"
_LONG, _SHORT = 297.0, 210.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 30.0, 15.0, 20.0, 20.0
_NATIONAL_SIZE = 12.5
_HEAD_FILL = "F3E9D2"
_STRONG_FILL = "FAF6EC"
_POINTS = 72 / 25.4
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def write_report_docx(table: ReportTable, path: Path) -> None:
    """Write a report as a Word file: A4, lying when wide, the header row on every page.

    Raises:
        FileWriteError: The file cannot be written.
    """
    save_archive(path, lambda out: _write(table, out))


def _write(table: ReportTable, out: BinaryIO) -> None:
    from docx import Document  # noqa: PLC0415 -- slow import

    document = Document()
    room = _set_page(document, table)
    _set_font(document)
    _head(document, table, room)
    _paragraph(document, "")
    _paragraph(document, headline(table.title, BOLD, 14, room * _POINTS), bold=True, size=14)
    if table.subtitle:
        _paragraph(document, table.subtitle, italic=True)
    _paragraph(document, "", size=6)
    _running_text(document, table.opening)
    if table.columns:
        _grid(document, table, room)
        _paragraph(document, "", size=6)
    _running_text(document, table.closing)
    for note in table.notes:
        _paragraph(document, note, italic=True, size=12, align="left")
    _signature(document, table, room)
    _paragraph(document, "", size=2)  # Word wants a paragraph after the last table
    document.core_properties.title = table.title
    document.core_properties.author = table.offices[-1] if table.offices else ""
    document.core_properties.language = "vi-VN"
    document.core_properties.comments = ""
    document.save(out)


def _running_text(document: Any, texts: Sequence[str]) -> None:
    """Write the paragraphs of a letter, the first line of each moved in."""
    from docx.shared import Mm, Pt  # noqa: PLC0415 -- slow import

    for text in texts:
        paragraph = _paragraph(document, text, align="justify")
        paragraph.paragraph_format.first_line_indent = Mm(10)
        paragraph.paragraph_format.space_after = Pt(6)


def _set_page(document: Any, table: ReportTable) -> float:
    """Set paper, margins and page numbers; return the width left for text in millimetres."""
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415 -- slow import
    from docx.shared import Mm  # noqa: PLC0415 -- slow import

    section = document.sections[0]
    across, along = (_LONG, _SHORT) if table.is_wide else (_SHORT, _LONG)
    section.orientation = WD_ORIENT.LANDSCAPE if table.is_wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(across), Mm(along)
    section.left_margin, section.right_margin = Mm(_LEFT), Mm(_RIGHT)
    section.top_margin, section.bottom_margin = Mm(_TOP), Mm(_BOTTOM)
    section.header_distance = Mm(10)
    # The rules of office documents: the number at the top, from the second page on.
    section.different_first_page_header_footer = True
    _page_number(section.header.paragraphs[0])
    return across - _LEFT - _RIGHT


def _page_number(paragraph: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 -- slow import

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        tag = "w:fldChar" if kind else "w:instrText"
        element = _element(tag, {"w:fldCharType": kind} if kind else {"xml:space": "preserve"})
        element.text = text or None
        run._r.append(element)  # noqa: SLF001 -- the library has no fields


def _set_font(document: Any) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415 -- slow import
    from docx.shared import Pt  # noqa: PLC0415 -- slow import

    style = document.styles["Normal"]
    style.font.name = _FONT
    style.font.size = Pt(13)
    fonts = style.element.rPr.rFonts
    for script in ("w:eastAsia", "w:cs"):
        fonts.set(qn(script), _FONT)
    style.element.rPr.append(_element("w:lang", {"w:val": "vi-VN"}))
    style.paragraph_format.space_after = Pt(0)


def _head(document: Any, table: ReportTable, room: float) -> None:
    share = office_share(table.national_lines, room * _POINTS, _NATIONAL_SIZE)
    left, right = _halves(document, room, share)
    for line in table.offices[:-1]:
        _paragraph(left, line, size=12)
    for line in table.offices[-1:]:
        office_room = (room * share - 3.8) * _POINTS
        _paragraph(left, headline(line, BOLD, 12, office_room), size=12, bold=True)
        if table.is_party:
            _paragraph(left, "*", size=12, bold=True)
        else:
            _rule(left, room * share, room * share * 0.36)
    for line in table.national_lines:
        _paragraph(right, line, size=_NATIONAL_SIZE, bold=True)
    if table.national_lines:
        long = width(table.national_lines[-1], BOLD) * _NATIONAL_SIZE / _POINTS
        _rule(right, room * (1 - share), long)
    _paragraph(right, table.place_date, size=13, italic=True)


def _signature(document: Any, table: ReportTable, room: float) -> None:
    if not (table.signature_lines or table.signatory_name):
        return
    _paragraph(document, "", size=6)
    left, right = _halves(document, room, 0.44)
    for number, line in enumerate(table.recipients):
        is_head = number == 0
        _paragraph(left, line, italic=is_head, size=12 if is_head else 11, align="left")
    for line in table.signature_lines:
        _paragraph(right, line, bold=True)
    for _ in range(4):
        _paragraph(right, "")
    _paragraph(right, table.signatory_name, bold=True)
    for paragraph in right.paragraphs:
        paragraph.paragraph_format.keep_with_next = True


def _halves(document: Any, room: float, left: float) -> tuple[Any, Any]:
    """Return the two cells of a table without borders."""
    from docx.shared import Mm  # noqa: PLC0415 -- slow import

    halves = document.add_table(rows=1, cols=2)
    halves.autofit = False
    cells = halves.rows[0].cells
    for cell, share in zip(cells, (left, 1 - left), strict=True):
        cell.width = Mm(room * share)
    _keep_together(halves.rows[0])
    return cells[0], cells[1]


def _grid(document: Any, table: ReportTable, room: float) -> None:
    depth = header_depth(table)
    rows = [*table.rows]
    if table.totals:
        rows.append(ReportRow(table.totals, strong=True))
    grid = document.add_table(rows=depth + len(rows), cols=len(table.columns))
    grid.style = "Table Grid"
    grid.autofit = False
    widths = column_widths(table, room * _POINTS, 12)
    _set_widths(grid, [wide / _POINTS for wide in widths])
    # Asking the library for a cell walks the whole table, so each row is asked once.
    lines = [list(row.cells) for row in grid.rows]
    for part in headings(table):
        cell = lines[part.row][part.column]
        last = lines[part.row + part.rows - 1][part.column + part.columns - 1]
        _paragraph(cell.merge(last) if cell is not last else cell, part.text, bold=True, size=12)
    for row in grid.rows[:depth]:
        row._tr.get_or_add_trPr().append(_element("w:tblHeader"))  # noqa: SLF001 -- no other way
    indented = indented_column(table)
    for number, row in enumerate(rows, depth):
        for index, (column, value) in enumerate(zip(table.columns, row.cells, strict=True)):
            _paragraph(
                lines[number][index],
                shown(value, column.kind),
                bold=row.strong,
                size=12,
                align=alignment(column.kind),
                indent=3.0 * row.level if index == indented else 0,
            )
    for number, row in enumerate(grid.rows):
        _keep_together(row)
        strong = number >= depth and rows[number - depth].strong
        if number < depth or strong:
            for cell in lines[number]:
                _shade(cell, _STRONG_FILL if strong else _HEAD_FILL)


def _set_widths(grid: Any, widths: list[float]) -> None:
    from docx.shared import Mm  # noqa: PLC0415 -- slow import

    for column, wide in zip(grid.columns, widths, strict=True):
        column.width = Mm(wide)
    for row in grid.rows:
        for cell, wide in zip(row.cells, widths, strict=True):
            cell.width = Mm(wide)


def _paragraph(
    place: Any,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: float = 13,
    align: str = "center",
    indent: float = 0,
) -> Any:
    """Add a paragraph, into the empty one that a fresh cell has where there is one."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 -- slow import
    from docx.shared import Mm, Pt  # noqa: PLC0415 -- slow import

    old = place.paragraphs if hasattr(place, "merge") else []
    paragraph = old[0] if len(old) == 1 and not old[0].runs else place.add_paragraph()
    paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, align.upper())
    if indent:
        paragraph.paragraph_format.left_indent = Mm(indent)
    run = paragraph.add_run(_CONTROLS.sub("", normalize("NFC", text)))
    run.bold, run.italic, run.font.size = bold or None, italic or None, Pt(size)
    return paragraph


def _rule(cell: Any, room: float, length: float) -> None:
    """Draw a rule of ``length`` millimetres as the border of a small paragraph."""
    from docx.shared import Mm, Pt  # noqa: PLC0415 -- slow import

    paragraph = _paragraph(cell, "", size=4)
    margin = max((room - 3.8 - length) / 2, 0)
    paragraph.paragraph_format.left_indent = Mm(margin)
    paragraph.paragraph_format.right_indent = Mm(margin)
    paragraph.paragraph_format.line_spacing = Pt(4)
    borders = _element("w:pBdr")
    borders.append(
        _element("w:top", {"w:val": "single", "w:sz": "6", "w:space": "1", "w:color": "000000"})
    )
    paragraph._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001 -- no borders in the library
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _shade(cell: Any, colour: str) -> None:
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 -- no shading in the library
    properties.append(_element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": colour}))


def _keep_together(row: Any) -> None:
    row._tr.get_or_add_trPr().insert(0, _element("w:cantSplit"))  # noqa: SLF001 -- no other way


def _element(tag: str, attributes: dict[str, str] | None = None) -> Any:
    from docx.oxml import OxmlElement  # noqa: PLC0415 -- slow import
    from docx.oxml.ns import qn  # noqa: PLC0415 -- slow import

    element = OxmlElement(tag)
    for name, value in (attributes or {}).items():
        element.set(qn(name), value)
    return element
