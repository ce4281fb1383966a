"""Makes one messy file from a seed, and tells what is true of it."""

import csv
import io
import random
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

import docx
import messy_words as words
import openpyxl
from messy_blocks import TERMS, Block, Box, Builder, Cell, Line
from messy_disguise import Script, as_cp1258
from messy_layout import CLASSES, Layout, throw
from messy_models import Model, models
from openpyxl.styles import Font

UNITS = ("Xã Yên Phong", "Xã Mai Sơn", "Xã Khánh Dương", "Thị trấn Yên Thịnh", "Huyện đoàn")


@dataclass
class Truth:
    """What is true of one file: its models by sheet and row, as a person reads them."""

    path: Path
    layout: Layout
    unit: str
    year: int = 2026
    rows: dict[tuple[str, int], dict[str, Any]] = field(default_factory=dict)
    hidden: dict[tuple[str, int], dict[str, Any]] = field(default_factory=dict)


@dataclass
class Page:
    """One sheet: its name and its tables from top to bottom."""

    name: str
    blocks: list[Block]


def make_file(seed: int, folder: Path) -> Truth:
    """Write the file of a seed and return the truth."""
    dice = random.Random(seed)
    layout = throw(dice)
    unit = dice.choice(UNITS)
    rows = models(layout, dice, dice.choice((3, 6, 10, 25, 40)))
    pages = _pages(layout, dice, rows, unit)
    suffix = layout.kind
    truth = Truth(folder / f"{seed:06}-danh-sach.{suffix}", layout, unit)
    {"xlsx": _write_xlsx, "csv": _write_csv, "docx": _write_docx}[suffix](truth, pages, dice)
    return truth


def _pages(layout: Layout, dice: random.Random, rows: Sequence[Model], unit: str) -> list[Page]:
    lead = _lead(dice, unit)
    by_sheet = _parts(layout, rows, "sheets")
    pages = []
    start = 0
    for number, (sheet_name, models_of_sheet) in enumerate(by_sheet):
        blocks: list[Block] = []
        tables = _parts(layout, models_of_sheet, "titles")
        for place, (title, part) in enumerate(tables):
            builder = Builder(layout, dice, 0 if layout.ordinal == "restart" else start)
            builder.add_lead(lead if place == 0 else [])
            if title:
                builder.add_lead(
                    [f"{place + 1}. Lĩnh vực {title}" if dice.random() < 0.5 else title.upper()]
                )
            builder.add_header()
            for model in part:
                builder.add_model(model)
            start = builder.count
            is_last = place + 1 == len(tables)
            blocks.append(moved(builder.close(is_last=is_last), layout.margin))
        pages.append(Page(sheet_name or f"DS {number + 1}", blocks))
    return pages


def moved(block: Block, margin: int) -> Block:
    """Leave columns free on the left."""
    if margin:
        block.lines = [{n + margin: cell for n, cell in line.items()} for line in block.lines]
        block.lead = [{n + margin: cell for n, cell in line.items()} for line in block.lead]
        block.tail = [{n + margin: cell for n, cell in line.items()} for line in block.tail]
        block.merges = [(t, left + margin, b, right + margin) for t, left, b, right in block.merges]
        block.hidden_columns = {column + margin for column in block.hidden_columns}
        block.width += margin
    return block


def _parts(layout: Layout, rows: Sequence[Model], way: str) -> list[tuple[str, list[Model]]]:
    role = next((role for role in CLASSES if layout.ways[role] == way), None)
    if role is None:
        return [("", list(rows))]
    groups = groupby(rows, key=lambda row: row.truth[role])
    return [
        (TERMS[role][str(value)][0 if way == "titles" else 1], list(part)) for value, part in groups
    ]


def _lead(dice: random.Random, unit: str) -> list[str]:
    lines = ["HUYỆN YÊN MÔ", unit.upper()] if dice.random() < 0.6 else [f"Đơn vị: {unit}"]
    if dice.random() < 0.4:
        lines.append("")
    lines.append(dice.choice(words.TITLES_OF_LISTS))
    if dice.random() < 0.5:
        lines.append("Năm 2026")
    if dice.random() < 0.3:
        lines.append("(Kèm theo Công văn số 12-CV/ĐU, ngày 15/3/2026)")
    return lines if dice.random() < 0.9 else [f"{unit} - năm 2026"]


def _write_xlsx(truth: Truth, pages: Sequence[Page], dice: random.Random) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    if dice.random() < 0.25:
        guide = book.create_sheet("Hướng dẫn")
        for line in words.GUIDANCE:
            guide.append([line])
    formulas: dict[str, str] = {}
    for page in pages:
        sheet = book.create_sheet(page.name)
        top = 1
        for block in page.blocks:
            top = _put_block(truth, sheet, block, top, formulas, spreads_lead=dice.random() < 0.5)
            top += dice.choice((1, 2))
    book.save(truth.path)
    if formulas:
        _add_formulas(truth.path)


def _put_block(
    truth: Truth,
    sheet: Any,
    block: Block,
    top: int,
    formulas: dict[str, str],
    *,
    spreads_lead: bool,
) -> int:
    """Write a block; returns the row below it."""
    _put_lines(sheet, top, block.lead, {})
    margin = truth.layout.margin
    if spreads_lead and block.width > 1 + margin:
        for row in range(top, top + len(block.lead)):
            _merge(sheet, row, (0, margin, 0, block.width - 1))
    top += len(block.lead)
    _put_lines(sheet, top, block.lines, formulas)
    for box in block.merges:
        _merge(sheet, top, box)
    _note_truth(truth, sheet.title, block, top)
    for line in block.hidden_lines:
        sheet.row_dimensions[top + line].hidden = True
    for column in block.hidden_columns:
        sheet.column_dimensions[openpyxl.utils.get_column_letter(column + 1)].hidden = True
    top += len(block.lines)
    _put_lines(sheet, top, block.tail, {})
    return top + len(block.tail)


def _merge(sheet: Any, top: int, box: Box) -> None:
    first, left, last, right = box
    sheet.merge_cells(None, top + first, left + 1, top + last, right + 1)


def _put_lines(sheet: Any, top: int, lines: Sequence[Line], formulas: dict[str, str]) -> None:
    for number, line in enumerate(lines):
        for place, cell in line.items():
            if cell.value is None or cell.value == "":
                continue
            target = sheet.cell(top + number, place + 1, cell.value)
            if isinstance(cell.value, str):
                target.data_type = "s"  # text that begins with = is text
            if cell.font:
                target.font = Font(name=cell.font)
            if cell.formula:
                formulas[f"{sheet.title}!{target.coordinate}"] = cell.formula
                target.font = Font(name="Arial", bold=True)


def _add_formulas(path: Path) -> None:
    """Give the numbers of the first column a formula with its value, as Excel saves it."""
    parts = {}
    with zipfile.ZipFile(path) as archive:
        for part in archive.namelist():
            content = archive.read(part)
            if part.startswith("xl/worksheets/sheet"):
                content = re.sub(
                    rb'(<c r="A(\d+)"[^>]*?)(?: t="n")?>(<v>\d+</v>)',
                    rb"\1><f>1+ROW()-ROW()</f>\3",
                    content,
                )
            parts[part] = content
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)


def _note_truth(truth: Truth, sheet: str, block: Block, top: int) -> None:
    truth.rows.update({(sheet, top + line): fields for line, fields in block.truth})
    hidden = {line: fields for line, fields in block.hidden_lines.items() if fields}
    truth.hidden.update({(sheet, top + line): fields for line, fields in hidden.items()})


def _write_csv(truth: Truth, pages: Sequence[Page], dice: random.Random) -> None:
    lines: list[list[str]] = []
    width = max(block.width for page in pages for block in page.blocks)
    for page in pages:
        for block in page.blocks:
            lines += [_plain(line, width) for line in block.lead]
            _note_truth(truth, "CSV", block, len(lines) + 1)
            lines += [_plain(line, width) for line in [*block.lines, *block.tail, {}]]
    out = io.StringIO()
    csv.writer(out, delimiter=dice.choice(";,;\t")).writerows(lines)
    text = out.getvalue()
    if set(truth.layout.scripts.values()) - {Script.UNICODE}:
        content = text.encode("latin-1", "replace")
    else:
        form = dice.choice(("utf-8", "utf-8-sig", "cp1258", "utf-16"))
        try:
            content = as_cp1258(text) if form == "cp1258" else text.encode(form)
        except UnicodeEncodeError:
            content = text.encode()
    truth.path.write_bytes(content)


def _plain(line: Line, width: int) -> list[str]:
    values = (line.get(place, Cell()).value for place in range(width))
    return ["" if value is None else str(value) for value in values]


def _write_docx(truth: Truth, pages: Sequence[Page], dice: random.Random) -> None:
    document = docx.Document()
    number = 0
    for page in pages:
        for block in page.blocks:
            number += 1
            _add_paragraphs(document, block.lead)
            table = document.add_table(len(block.lines), block.width)
            for first, left, last, right in block.merges:
                table.cell(first, left).merge(table.cell(last, right))
            grid = [row.cells for row in table.rows]
            for row, line in enumerate(block.lines):
                for place, cell in line.items():
                    if cell.value not in (None, ""):
                        _set_text(grid[row][place].paragraphs[0], cell)
            _note_truth(truth, f"Bảng {number}", block, 1)
            _add_paragraphs(document, block.tail)
    document.save(truth.path)


def _add_paragraphs(document: Any, lines: Sequence[Line]) -> None:
    for line in lines:
        for cell in line.values():
            _set_text(document.add_paragraph(), cell)


def _set_text(paragraph: Any, cell: Cell) -> None:
    run = paragraph.add_run(str(cell.value))
    if cell.font:
        run.font.name = cell.font
