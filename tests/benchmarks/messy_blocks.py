"""One table with what stands above and below it, as lines of cells."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import messy_words as words
from messy_disguise import FONTS, Script, as_read, dirtied, encode
from messy_layout import CLASSES, SPREAD_ROLES, Layout
from messy_models import Cell, Model

Line = dict[int, Cell]
Box = tuple[int, int, int, int]
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
DITTO_ROLES = ("lead_body", "address", "sector_code", "kind", "subject_type")
TERMS = {"sector_code": words.SECTORS, "subject_type": words.SUBJECTS, "kind": words.KINDS}
HEADINGS = {
    "sector_code": words.SECTOR_HEADINGS,
    "subject_type": words.SUBJECT_HEADINGS,
    "kind": words.KIND_HEADINGS,
}


@dataclass
class Block:
    """A table; lines of models are kept with what is true of them."""

    lead: list[Line] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    tail: list[Line] = field(default_factory=list)
    merges: list[Box] = field(default_factory=list)
    truth: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    hidden_lines: dict[int, dict[str, Any]] = field(default_factory=dict)
    hidden_columns: set[int] = field(default_factory=set)
    width: int = 0


class Builder:
    """Writes the lines of one block."""

    def __init__(self, layout: Layout, dice: random.Random, start: int = 0) -> None:
        self.block = Block()
        self._layout = layout
        self._dice = dice
        self._count = start
        self._nested = [0, 0]
        self._headings: dict[str, object] = {}
        self._above: dict[str, object] = {}
        self._columns = list(self._spread_columns())
        self.block.width = len(self._columns)
        self._style = {role: dice.choice(HEADINGS[role]) for role in CLASSES}

    @property
    def count(self) -> int:
        """How many models have been numbered."""
        return self._count

    def _spread_columns(self) -> Iterator[tuple[str, str]]:
        """Yield role and detail of each column; crossed columns stand side by side."""
        for role in self._layout.roles:
            if self._layout.ways.get(role) == "crosses":
                terms = [term for term in TERMS[role] if term != "household"]
                yield from ((role, term) for term in terms)
            else:
                yield role, ""
            if role == "name" and self._layout.hidden_column:
                yield "hidden", ""
        yield from (("stranger", "") for _ in range(self._layout.strangers))

    def cell(self, text: object, place: str, *, tidy: bool = True) -> Cell:
        """Return a cell written as the layout writes this place."""
        script = self._script(place)
        if not isinstance(text, str) or not text:
            return Cell(text)
        if script is Script.UNICODE:
            is_dirty = not tidy and self._layout.is_dirty and self._dice.random() < 0.5
            return Cell(dirtied(text, self._dice) if is_dirty else text)
        font = self._dice.choice(FONTS[script]) if self._layout.has_fonts else ""
        return Cell(encode(text, script), font, script=script)

    def _script(self, place: str) -> Script:
        script = self._layout.scripts.get(place, Script.UNICODE)
        if self._layout.is_mixed and self._dice.random() < 0.5:
            return Script.UNICODE
        return script

    def add_lead(self, lines: Sequence[str]) -> None:
        """Put the title above."""
        script = self._layout.title_script
        font = self._dice.choice(FONTS[script]) if script is not Script.UNICODE else ""
        for text in lines:
            shown = Cell(encode(text, script), font if self._layout.has_fonts else "")
            self.block.lead.append({0: shown} if text else {})

    def add_header(self) -> None:
        """Put the header, of two lines where columns are crossed."""
        top = len(self.block.lines)
        is_double = "crosses" in self._layout.ways.values()
        upper: Line = {}
        lower: Line = {}
        for place, (role, detail) in enumerate(self._columns):
            first = place == 0 or self._columns[place - 1][0] != role
            if first:
                upper[place] = self.cell(self._cased(self._header(role)), "headers")
            if detail:
                term = TERMS[role][detail][1 if role != "kind" else 0]
                lower[place] = self.cell(term, "headers")
                if first:
                    width = sum(known == role for known, _ in self._columns)
                    self.block.merges.append((top, place, top, place + width - 1))
            elif is_double:
                self.block.merges.append((top, place, top + 1, place))
        self.block.lines.append(upper)
        if is_double:
            self.block.lines.append(lower)
        if self._layout.numbers_columns:
            forms = {place: Cell(f"({place + 1})") for place in range(len(self._columns))}
            self.block.lines.append(forms)

    def _cased(self, text: str) -> str:
        return text.upper() if self._layout.cased == "upper" else text

    def _header(self, role: str) -> str:
        if role == "hidden":
            return "Lĩnh vực năm trước"
        if role == "stranger":
            return self._dice.choice(words.UNKNOWN_HEADERS)
        text = self._layout.headers[role]
        if role == "cost":
            unit = {"header_million": "(triệu đồng)", "header_thousand": "(nghìn đồng)"}
            text = f"{text} {unit.get(self._layout.money, '')}".strip()
        return text

    def add_model(self, model: Model) -> None:
        """Put the headings that change, and the lines of a model."""
        self._add_headings(model)
        repeats = self._layout.repeats_header
        if repeats and self._count and self._count % repeats == 0:
            self.add_header()
        self._count += 1
        top = len(self.block.lines)
        lines = self._lines_of(model)
        self._split_name(model, lines)
        truth = self._truth_of(model, lines[0])
        self.block.lines += lines
        if self._layout.hides_rows and self._dice.random() < 0.1:
            self.block.hidden_lines.update(
                {top + part: truth if part == 0 else {} for part in range(len(lines))}
            )
        else:
            self.block.truth.append((top, truth))
        if (
            self._layout.has_remarks
            and self._columns[0][0] == "ordinal"
            and self._dice.random() < 0.08
        ):
            place = self._columns.index(("name", "")) if self._dice.random() < 0.5 else 0
            self.block.lines.append(
                {place: self.cell(self._dice.choice(words.REMARKS), "headings")}
            )
        if self._layout.has_blank_lines and self._dice.random() < 0.15:
            self.block.lines.append({})

    def _lines_of(self, model: Model) -> list[Line]:
        spread = [role for role in self._layout.roles if role in SPREAD_ROLES]
        is_spread = spread and self._dice.random() < self._layout.spreads
        role_spread = self._dice.choice(spread) if is_spread else ""
        parts = str(model.typed.get(role_spread) or "").split("\n")
        top = len(self.block.lines)
        lines: list[Line] = [{} for _ in parts]
        for place, (role, detail) in enumerate(self._columns):
            if role == role_spread:
                for line, part in zip(lines, parts, strict=True):
                    line[place] = self.cell(part, role)
                continue
            lines[0][place] = self._cell_of(model, role, detail)
            if len(lines) > 1 and self._layout.kind != "csv":
                self.block.merges.append((top, place, top + len(lines) - 1, place))
        return lines

    def _split_name(self, model: Model, lines: list[Line]) -> None:
        """Carry a long name over to the next line, as people do who do not wrap cells."""
        name = str(model.typed["name"])
        parts = name.split(", ", 1)
        if not self._layout.splits_names or len(lines) > 1 or len(parts) < 2:
            return
        place = self._columns.index(("name", ""))
        if lines[0][place].value == name:
            lines[0][place] = Cell(f"{parts[0]},")
            lines.append({place: Cell(parts[1])})

    def _cell_of(self, model: Model, role: str, detail: str) -> Cell:
        if role == "ordinal":
            return self._ordinal_cell()
        if role == "hidden":
            return Cell(self._dice.choice(("KT", "VHXH", "QPAN")))
        if role == "stranger":
            return Cell(self._dice.choice((*words.UNKNOWN_CELLS, None)))
        if detail:
            return Cell(self._layout.mark if model.truth[role] == detail else None)
        typed = model.typed.get(role)
        if self._layout.ditto and role in DITTO_ROLES and typed and self._above.get(role) == typed:
            return self.cell(self._layout.ditto, role)
        cell = self.cell(typed, role, tidy=False)
        self._above[role] = typed
        return cell

    def _ordinal_cell(self) -> Cell:
        self._nested[1] += 1
        form = self._layout.ordinal
        if form == "restart":
            return Cell(self._nested[1])
        if form == "nested" and self._nested[0]:
            return Cell(f"{self._nested[0]}.{self._nested[1]}")
        shown = {
            "text": f"{self._count}",
            "padded": f"{self._count:02}",
            "dotted": f"{self._count}.",
        }
        if form in shown:
            return Cell(shown[form])
        return Cell(self._count, formula="1+0" if self._layout.has_formulas else "")

    def _truth_of(self, model: Model, line: Line) -> dict[str, Any]:
        """Return what a person with the fonts reads."""
        truth = dict(model.truth)
        for place, (role, _) in enumerate(self._columns):
            value = truth.get(role)
            if role not in CLASSES and isinstance(value, str):
                script = line.get(place, Cell()).script
                truth[role] = as_read(value, script)
                if role == "name" and script is Script.TCVN3:  # a name begins with a capital
                    truth[role] = truth[role][:1].upper() + truth[role][1:]
        if str(model.typed["name"]).startswith("Mô hình"):
            truth["name"] = truth["name"][0].upper() + truth["name"][1:]
        return truth

    def _add_headings(self, model: Model) -> None:
        for depth, role in enumerate(self._layout.heading_order):
            value = model.truth[role]
            if self._headings.get(role) == value:
                continue
            self._headings[role] = value
            for deeper in self._layout.heading_order[depth + 1 :]:
                self._headings.pop(deeper, None)
            self._nested = [self._nested[0] + 1, 0]
            self._add_heading(role, str(value), depth)

    def _add_heading(self, role: str, value: str, depth: int) -> None:
        name = TERMS[role][value][0]
        number = list(TERMS[role]).index(value)
        text = (
            self._style[role]
            .format(
                roman=ROMAN[number],
                number=number + 1,
                letter="ABC"[number % 3],
                name=name,
                upper=name.upper(),
            )
            .replace("%d", f"{self._dice.randrange(1, 20):02}")
        )
        place = self._layout.heading_place
        name_place = (
            self._layout.roles.index("name") if "crosses" not in self._layout.ways.values() else 0
        )
        line: Line = {}
        if place == "split" and self._layout.roles[0] == "ordinal" and self._style[role][0] == "{":
            for sign in (". ", "/ ", " - ", ") "):
                number_text, found, rest = text.partition(sign)
                if found:
                    break
            line = {0: Cell(number_text), 1: self.cell(rest, "headings")}
        else:
            line = {name_place if place == "name" else 0: self.cell(text, "headings")}
        if place == "merged" and len(self._columns) > 1:
            row = len(self.block.lines)
            self.block.merges.append((row, 0, row, len(self._columns) - 1))
        last = len(self._columns) - 1
        if self._layout.counts_groups and place != "merged" and last > 1:
            line[last] = Cell(self._dice.randrange(1, 20))
        self.block.lines.append(line)

    def close(self, *, is_last: bool) -> Block:
        """Put the total and who signs."""
        if self._layout.has_totals:
            place = self._columns.index(("name", "")) if self._dice.random() < 0.5 else 0
            text = self._dice.choice(words.TOTALS).replace("%d", str(len(self.block.truth)))
            total = {place: self.cell(text, "headings")}
            if self._layout.counts_groups and len(self._columns) > 3:
                total[len(self._columns) - 1] = Cell(len(self.block.truth))
            self.block.lines.append(total)
        if self._layout.merges_down:
            self._merge_equal_cells()
        if is_last and self._layout.has_signature:
            self.block.tail.append({})
            column = self._dice.choice((0, max(0, len(self._columns) - 2)))
            for text in self._dice.choice(words.SIGNATURES):
                self.block.tail.append({column: self.cell(text, "headings")})
        place = next((n for n, (role, _) in enumerate(self._columns) if role == "hidden"), None)
        self.block.hidden_columns = set() if place is None else {place}
        return self.block

    def _merge_equal_cells(self) -> None:
        """Merge the sectors of neighbours, as people do."""
        place = next(
            (n for n, (r, d) in enumerate(self._columns) if r == "sector_code" and not d), None
        )
        rows = [row for row, _ in self.block.truth]
        if place is None or any(
            box[1] <= place <= box[3] and box[0] >= rows[0] for box in self.block.merges
        ):
            return
        for (row, truth), (below, other) in zip(
            self.block.truth, self.block.truth[1:], strict=False
        ):
            same = truth["sector_code"] is not None and truth["sector_code"] == other["sector_code"]
            if same and below == row + 1 and not self._is_merged(row, place):
                self.block.merges.append((row, place, below, place))
                self.block.lines[below].pop(place, None)

    def _is_merged(self, row: int, place: int) -> bool:
        return any(
            box[1] <= place <= box[3] and box[0] <= row <= box[2] for box in self.block.merges
        )
