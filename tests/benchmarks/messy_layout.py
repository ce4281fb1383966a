"""How one file is laid out, thrown with dice: where each thing is said, and how it is disguised."""

import random
from dataclasses import dataclass, field

import messy_words as words
from messy_disguise import Script

CLASSES = ("sector_code", "subject_type", "kind")
OTHERS = tuple(role for role in words.HEADERS if role not in CLASSES)
USUAL = ("lead_body", "address", "content", "registered_on", "note")
SPREAD_ROLES = ("content", "goals", "outputs", "forces", "resources", "situation")


@dataclass
class Layout:
    """What all pages of a file share."""

    kind: str
    ways: dict[str, str]
    roles: list[str]
    headers: dict[str, str]
    scripts: dict[str, Script] = field(default_factory=dict)
    title_script: Script = Script.UNICODE
    has_fonts: bool = True
    is_mixed: bool = False
    is_dirty: bool = False
    heading_order: tuple[str, ...] = ()
    heading_place: str = "merged"
    ordinal: str = "number"
    repeats_header: int = 0
    numbers_columns: bool = False
    has_totals: bool = False
    has_signature: bool = True
    spreads: float = 0.0
    merges_down: bool = False
    hidden_column: bool = False
    hides_rows: bool = False
    has_blank_lines: bool = False
    has_formulas: bool = False
    money: str = "dong"
    dates: str = "mixed"
    mark: str = "x"
    cased: str = "plain"
    ditto: str = ""
    margin: int = 0
    strangers: int = 0
    splits_names: bool = False
    has_remarks: bool = False
    counts_groups: bool = False

    def has(self, role: str) -> bool:
        """Tell whether the file says this of a model at all."""
        return role in self.roles or self.ways.get(role, "none") != "none"


def throw(dice: random.Random) -> Layout:
    """Return one layout."""
    kind = dice.choices(("xlsx", "csv", "docx"), (6, 2, 2))[0]
    ways = _ways(dice, kind)
    layout = Layout(kind, ways, _roles(dice, ways), {})
    layout.headers = {role: dice.choice(words.HEADERS[role]) for role in words.HEADERS}
    layout.headers["name"] = dice.choice(words.NAME_HEADERS)
    for role, notes in words.HEADER_NOTES.items():
        if dice.random() < 0.15:
            layout.headers[role] = (
                f"{layout.headers[role]}{dice.choice((' ', chr(10)))}{dice.choice(notes)}"
            )
    layout.headers["ordinal"] = dice.choice(words.ORDINAL_HEADERS)
    _throw_shape(layout, dice)
    _throw_scripts(layout, dice)
    return layout


def _ways(dice: random.Random, kind: str) -> dict[str, str]:
    pages = dice.choice(("sheets", "titles")) if kind == "xlsx" else "titles"
    ways = {
        "sector_code": dice.choices(
            ("column", "crosses", "headings", pages, "none"), (5, 3, 5, 2, 1)
        )[0],
        "subject_type": dice.choices(("column", "crosses", "headings", "none"), (5, 3, 2, 1))[0],
        "kind": dice.choices(("column", "crosses", "headings", "none"), (6, 2, 2, 1))[0],
    }
    if ways["subject_type"] == ways["kind"] == "headings":
        ways["kind"] = "column"
    return ways


def _roles(dice: random.Random, ways: dict[str, str]) -> list[str]:
    """Return the columns in their order; a list of names alone is not sent by anyone."""
    chosen = {role for role in USUAL if dice.random() < 0.6}
    chosen |= {role for role in OTHERS if dice.random() < 0.15}
    chosen |= {role for role in CLASSES if ways[role] in ("column", "crosses")}
    rest = sorted(chosen)
    dice.shuffle(rest)
    if not rest:
        rest = ["lead_body"]
    place = 0 if dice.random() < 0.75 else dice.randrange(len(rest) + 1)
    roles = [*rest[:place], "name", *rest[place:]]
    return ["ordinal", *roles] if dice.random() < 0.88 else roles


def _throw_shape(layout: Layout, dice: random.Random) -> None:
    def often(share: float) -> bool:
        return dice.random() < share

    is_book = layout.kind == "xlsx"
    layout.heading_order = tuple(
        role for role in ("subject_type", "kind", "sector_code") if layout.ways[role] == "headings"
    )
    layout.heading_place = dice.choice(("merged", "name", "first", "split"))
    layout.ordinal = dice.choice(("number", "text", "padded", "dotted", "restart", "nested"))
    layout.repeats_header = dice.choice((0, 0, 0, 7, 12))
    layout.numbers_columns = often(0.2)
    layout.has_totals = often(0.35)
    layout.has_signature = often(0.7)
    layout.spreads = dice.choice((0, 0, 0, 0.3)) if set(layout.roles) & set(SPREAD_ROLES) else 0
    layout.merges_down = layout.kind != "csv" and often(0.15)
    layout.hidden_column = is_book and often(0.15)
    layout.hides_rows = is_book and often(0.1)
    layout.has_blank_lines = often(0.15)
    layout.has_formulas = is_book and often(0.12)
    layout.money = dice.choice(("dong", "header_million", "header_thousand", "worded"))
    layout.dates = dice.choice(
        ("real", "serial", "slash", "dots", "dashes", "words", "iso", "mixed")
    )
    layout.mark = dice.choice(("x", "X", "x", "✓", "1"))
    layout.cased = dice.choice(("plain", "plain", "upper"))
    layout.is_dirty = often(0.25)
    layout.ditto = dice.choice(("nt", '"', "-nt-", "như trên", "”")) if often(0.12) else ""
    layout.margin = int(layout.kind != "docx" and often(0.12))
    layout.strangers = dice.choice((0, 0, 0, 1, 2))
    layout.splits_names = layout.roles[0] == "ordinal" and often(0.1)
    layout.has_remarks = often(0.1)
    layout.counts_groups = often(0.15)


def _throw_scripts(layout: Layout, dice: random.Random) -> None:
    old = dice.choice((Script.TCVN3, Script.TCVN3, Script.VNI))
    way = dice.choices(("none", "all", "columns", "mixed"), (60, 15, 15, 10))[0]
    if layout.kind == "csv" and way in ("columns", "mixed"):
        way = "all"
    if way == "all" and layout.kind == "csv" and layout.mark == "✓":
        layout.mark = "x"
    layout.has_fonts = layout.kind != "csv" and dice.random() < 0.75
    if way == "none":
        return
    layout.is_mixed = way == "mixed"
    places = [*layout.roles, "headers", "headings"]
    for place in places:
        if way == "all" or dice.random() < 0.5:
            layout.scripts[place] = old if way != "columns" else dice.choice((old, Script.VNI))
    layout.title_script = old if way == "all" else Script.UNICODE
    if layout.has_fonts and old is Script.TCVN3 and dice.random() < 0.5:
        layout.title_script = Script.TCVN3_CAPITALS
        layout.scripts["headings"] = Script.TCVN3_CAPITALS
        if dice.random() < 0.3:
            layout.scripts["name"] = Script.TCVN3_CAPITALS
