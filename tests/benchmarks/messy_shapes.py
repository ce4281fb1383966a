"""Further shapes of lists, each with its own seeds: .ods, side by side, names by subject, text."""

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import docx
import messy_words as words
import openpyxl
from messy_blocks import TERMS, Block, Builder, Cell, Line
from messy_layout import CLASSES, Layout, throw
from messy_models import Model, models
from messy_workbooks import UNITS, Page, Truth, _lead, _note_truth, _pages, _put_lines, make_file

from tests.unit.ods_builder import Odd, write_ods

SUBJECTS = ("collective", "individual", "household")


def make_shaped(shape: str, seed: int, folder: Path) -> Truth:
    """Write the file of a shape and seed and return the truth; “mixed” is the usual mix."""
    if shape == "mixed":
        return make_file(seed, folder)
    return SHAPES[shape](random.Random(f"{shape} {seed}"), folder / f"{shape}-{seed:05}")


def _layout(dice: random.Random, kind: str) -> Layout:
    """Throw until the dice give this kind of file."""
    while True:
        layout = throw(dice)
        if layout.kind == kind:
            return layout


def _plain(layout: Layout) -> Layout:
    """Take out what stands in the way of putting tables together."""
    layout.margin = layout.repeats_header = layout.strangers = 0
    layout.hidden_column = layout.hides_rows = layout.has_formulas = False
    layout.splits_names = layout.numbers_columns = layout.has_remarks = False
    for role in CLASSES:
        if layout.ways[role] in ("sheets", "titles"):
            layout.ways[role] = "headings"
    layout.heading_order = tuple(
        role for role in ("subject_type", "kind", "sector_code") if layout.ways[role] == "headings"
    )
    if layout.roles[0] != "ordinal":
        layout.roles.insert(0, "ordinal")
    return layout


def _ods(dice: random.Random, path: Path) -> Truth:
    layout = _layout(dice, "xlsx")
    layout.has_formulas = False
    for role in CLASSES:
        if layout.ways[role] == "sheets":
            layout.ways[role] = "titles"
    unit = dice.choice(UNITS)
    rows = models(layout, dice, dice.choice((3, 10, 25)))
    (page,) = _pages(layout, dice, rows, unit)
    truth = Truth(path.with_suffix(".ods"), layout, unit)
    lines: list[Line] = []
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    hidden_rows: set[int] = set()
    hidden_columns: set[int] = set()
    for block in page.blocks:
        lines += block.lead
        top = len(lines)
        _note_truth(truth, page.name, block, top + 1)
        spans.update(
            {(top + t, left): (b - t + 1, right - left + 1) for t, left, b, right in block.merges}
        )
        hidden_rows |= {top + line for line in block.hidden_lines}
        hidden_columns |= block.hidden_columns
        lines += [*block.lines, *block.tail, {}]
    width = max(block.width for block in page.blocks)
    table = [
        [_odd(line.get(place), spans.get((number, place), (1, 1))) for place in range(width)]
        for number, line in enumerate(lines)
    ]
    write_ods(
        truth.path, table, name=page.name,
        hidden_rows=frozenset(hidden_rows), hidden_columns=frozenset(hidden_columns),
    )  # fmt: skip
    return truth


def _odd(cell: Cell | None, span: tuple[int, int]) -> Odd:
    value = None if cell is None or cell.value == "" else cell.value
    return Odd(value, span[1], span[0], cell.font if cell is not None else "")


def _write_page(truth: Truth, page: Page, lead: Sequence[Line]) -> Truth:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = page.name
    _put_lines(sheet, 1, lead, {})
    (block,) = page.blocks
    top = len(lead) + 1
    _put_lines(sheet, top, block.lines, {})
    for t, left, b, right in block.merges:
        sheet.merge_cells(None, top + t, left + 1, top + b, right + 1)
    _put_lines(sheet, top + len(block.lines), block.tail, {})
    book.save(truth.path)
    return truth


def _beside(dice: random.Random, path: Path) -> Truth:
    """Two tables with the same headers beside each other, in a sheet of one page's width."""
    layout = _plain(_layout(dice, "xlsx"))
    unit = dice.choice(UNITS)
    truth = Truth(path.with_suffix(".xlsx"), layout, unit)
    rows = models(layout, dice, dice.choice((6, 10, 25)))
    half = dice.randrange(2, len(rows) - 1)
    blocks = []
    for part in (rows[:half], rows[half:]):
        builder = Builder(layout, dice)
        builder.add_header()
        for model in part:
            builder.add_model(model)
        blocks.append(builder.close(is_last=False))
    left, right = blocks
    gap = left.width + dice.choice((0, 1))
    lead: list[Line] = [{0: Cell(text)} if text else {} for text in _lead(dice, unit)]
    page = Page("DS", [_joined(left, right, gap)])
    _note_truth(truth, "DS", left, len(lead) + 1)
    letters = [openpyxl.utils.get_column_letter(n) for n in (gap + 1, gap + right.width)]
    _note_truth(truth, f"DS (cột {letters[0]}–{letters[1]})", right, len(lead) + 1)
    return _write_page(truth, page, lead)


def _joined(left: Block, right: Block, gap: int) -> Block:
    lines = [dict(line) for line in left.lines]
    lines += [{} for _ in range(len(right.lines) - len(lines))]
    for line, other in zip(lines, right.lines, strict=False):
        line.update({place + gap: cell for place, cell in other.items()})
    merges = [
        *left.merges,
        *((t, first + gap, b, last + gap) for t, first, b, last in right.merges),
    ]
    return Block(lines=lines, merges=merges, width=gap + right.width)


def _by_subject(dice: random.Random, path: Path) -> Truth:
    """The names stand under “Tập thể”, “Cá nhân” and perhaps “Hộ gia đình”."""
    layout = _plain(_layout(dice, "xlsx"))
    layout.ways["subject_type"] = "names"
    layout.roles = [role for role in layout.roles if role != "subject_type"]
    layout.heading_order = tuple(r for r in layout.heading_order if r != "subject_type")
    for role in ("sector_code", "kind"):
        if layout.ways[role] == "crosses":
            layout.ways[role] = "column"
    layout.spreads, layout.has_signature = 0, True
    unit = dice.choice(UNITS)
    truth = Truth(path.with_suffix(".xlsx"), layout, unit)
    rows = models(layout, dice, dice.choice((6, 10, 25)))
    builder = Builder(layout, dice)
    builder.add_header()
    for model in rows:
        builder.add_model(model)
    block = builder.close(is_last=True)
    subjects = (
        SUBJECTS if any(m.truth["subject_type"] == SUBJECTS[2] for m in rows) else SUBJECTS[:2]
    )
    _spread_names(block, layout, subjects, is_double=dice.random() < 0.5)
    lead: list[Line] = [{0: Cell(text)} if text else {} for text in _lead(dice, unit)]
    _note_truth(truth, "DS", block, len(lead) + 1)
    return _write_page(truth, Page("DS", [block]), lead)


def _spread_names(
    block: Block, layout: Layout, subjects: Sequence[str], *, is_double: bool
) -> None:
    """Put the names of a block into one column for each subject."""
    at = layout.roles.index("name")
    more = len(subjects) - 1
    of_row = {row: fields["subject_type"] for row, fields in block.truth}

    def moved(number: int, line: Line) -> Line:
        found: Line = {}
        for place, cell in line.items():
            offset = subjects.index(of_row[number]) if place == at and number in of_row else 0
            found[place + (more if place > at else offset)] = cell
        return found

    header, rest = block.lines[0], block.lines[1:]
    title = header[at]
    upper = moved(-1, header)
    terms = {at + n: Cell(TERMS["subject_type"][s][1]) for n, s in enumerate(subjects)}
    block.merges = [
        (t, left + more * (left > at), b, right + more * (right >= at))
        for t, left, b, right in block.merges
    ]
    block.lines = [moved(n, line) for n, line in enumerate([header, *rest])]
    block.tail = [moved(-1, line) for line in block.tail]
    block.width += more
    if not is_double:
        block.lines[0] = {**upper, **terms}
        return
    block.lines[0] = {**upper, at: title}
    block.lines.insert(1, terms)
    block.truth = [(row + 1, fields) for row, fields in block.truth]
    block.merges = [(t + (t > 0), left, b + 1, right) for t, left, b, right in block.merges if t]
    block.merges += [
        (0, place, 0, at + more) if place == at else (0, place, 1, place)
        for place in upper
        if place == at or not at < place <= at + more
    ]


def _text(dice: random.Random, path: Path) -> Truth:
    """A list of paragraphs: labels below each name, parts behind dashes, or branches above."""
    layout = _plain(_layout(dice, "xlsx"))
    layout.kind, layout.ways = (
        "docx",
        {"sector_code": "headings", "subject_type": "column", "kind": "column"},
    )
    layout.roles = ["ordinal", "name", "lead_body", "subject_type", "kind", "content"]
    layout.heading_order = ("sector_code",)
    way = dice.choice(("labels", "dashes", "branches"))
    if way == "dashes":
        layout.ways["kind"] = "none"
        layout.roles = ["ordinal", "name", "lead_body", "subject_type"]
    unit = dice.choice(UNITS)
    truth = Truth(path.with_suffix(".docx"), layout, unit)
    document = docx.Document()
    for line in _lead(dice, unit):
        document.add_paragraph(line)
    rows = models(layout, dice, dice.choice((4, 8, 15)))
    text = _Text(dice, way, truth)
    for model in rows:
        text.add(model)
    for line in text.lines:
        document.add_paragraph(line)
    if dice.random() < 0.7:
        for line in ("Nơi nhận:", "- Như trên;", "TM. BAN THƯỜNG VỤ", "BÍ THƯ", "Lê Thúy"):
            document.add_paragraph(line)
    document.save(truth.path)
    return truth


class _Text:
    """The paragraphs; a heading and a model are one row each of the table made of them."""

    def __init__(self, dice: random.Random, way: str, truth: Truth) -> None:
        self.lines: list[str] = []
        self._way = way
        self._truth = truth
        self._label = dice.choice(("Mô hình", "Tên mô hình", "Tên công trình, phần việc"))
        self._entry = self._count = 0
        self._sector = self._body = ""

    def add(self, model: Model) -> None:
        """Put a model, and the heading before it if it changes."""
        fields = dict(model.truth)
        fields["name"] = str(fields["name"]).replace(" – ", " và ")
        if fields["sector_code"] != self._sector:
            self._head(fields["sector_code"])
        self._entry, self._count = self._entry + 1, self._count + 1
        typed = {role: model.typed.get(role) for role in ("subject_type", "kind")}
        if self._way == "dashes":
            self._add_dashes(fields, typed["subject_type"])
        else:
            self._add_labels(fields, typed)
        self._truth.rows["Văn bản", self._entry] = fields

    def _head(self, sector: str) -> None:
        self._sector, self._body = sector, ""
        self._entry += 1
        roman = ("I", "II", "III", "IV", "V")[list(words.SECTORS).index(sector)]
        self.lines.append(f"{roman}. Lĩnh vực {TERMS['sector_code'][sector][0]}")

    def _add_dashes(self, fields: dict[str, Any], subject: object) -> None:
        name = fields["name"]
        fields["lead_body"] = fields["lead_body"] or "Chi bộ"
        parts = [f"“{name}”" if " - " in name else name, fields["lead_body"], subject]
        self.lines.append(f"{self._count}. " + " - ".join(str(part) for part in parts if part))

    def _add_labels(self, fields: dict[str, Any], typed: dict[str, object]) -> None:
        who = fields["lead_body"]
        mark = f"{self._count}."
        if self._way == "branches":
            mark = f"{self._count}.1."
            if who and who != self._body:
                self._body = who
                self.lines.append(f"{self._count}. {who}")
            fields["lead_body"] = self._body
        self.lines.append(f"{mark} {self._label}: {fields['name']}")
        said = {
            "Đơn vị thực hiện": who if self._way == "labels" else None,
            "Đối tượng": typed["subject_type"],
            "Loại đăng ký": typed["kind"],
            "Nội dung": fields["content"],
        }
        self.lines += [f"- {title}: {value}" for title, value in said.items() if value]


SHAPES: dict[str, Callable[[random.Random, Path], Truth]] = {
    "ods": _ods,
    "beside": _beside,
    "by_subject": _by_subject,
    "text": _text,
}
