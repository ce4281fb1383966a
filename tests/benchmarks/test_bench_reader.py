"""How much of messy lists is read rightly without a hand; the truth is the generator's."""

import os
from collections import Counter
from pathlib import Path

import pytest
from conftest import SAMPLES
from messy_marks import Marks
from messy_shapes import SHAPES, make_shaped
from ratios import Report

from dvk_desktop.exchange.intake.intake import KnownUnit, KnownUnits, understand_file
from dvk_desktop.exchange.intake.unit_list import read_units

FILES = int(os.environ.get("DVK_MESSY_FILES", "400"))
FIRST_SEED = int(os.environ.get("DVK_MESSY_SEED", "1"))
WORST_SHOWN = int(os.environ.get("DVK_MESSY_WORST", "12"))


@pytest.mark.bench
@pytest.mark.timeout(900)
@pytest.mark.parametrize("shape", ["mixed", *SHAPES])
def test_reading_messy_workbooks(tmp_path: Path, report: Report, shape: str):
    lines = read_units(SAMPLES / "units.xlsx").lines
    units = KnownUnits(tuple(KnownUnit(u.code, u.code, u.name, u.parent or None) for u in lines))
    marks = Marks()
    kinds: Counter[str] = Counter()
    for seed in range(FIRST_SEED, FIRST_SEED + FILES):
        truth = make_shaped(shape, seed, tmp_path)
        kinds[truth.layout.kind] += 1
        marks.count(truth, understand_file(truth.path, units, 2026))
    report.line(f"shape: {shape}")
    _tell(marks, kinds, report)


def _tell(marks: Marks, kinds: Counter[str], report: Report) -> None:
    total = Counter[str]()
    for counts in marks.cells.values():
        total += counts
    report.line(f"{FILES} files: {dict(kinds)}; {dict(marks.files)}")
    report.line(f"rows: {dict(marks.rows)}")
    rows = marks.rows
    missed = sum(n for kind, n in rows.items() if kind.startswith("missed"))
    extra = sum(n for kind, n in rows.items() if kind.startswith(("extra", "hidden")))
    right = rows["right"]
    recall, precision = share(right, right + missed), share(right, right + extra)
    report.line(f"rows: recall {recall}, precision {precision} (aim 99.50 %; of cells 99.00 %)")
    for name, counts in sorted([*marks.cells.items(), ("all cells", total)]):
        report.line(f"  {name:15} {_figures(counts)}")
    wrong = sum(total[kind] for kind in ("wrong", "lost"))
    report.line(f"cells wrong or lost without a warning: {wrong} of {sum(total.values())}")
    _tell_worst(marks, report)


def _figures(counts: Counter[str]) -> str:
    right = counts["right"]
    lost = sum(n for kind, n in counts.items() if kind.startswith(("lost", "column")))
    wrong = sum(n for kind, n in counts.items() if kind.startswith("wrong"))
    rest = {kind: n for kind, n in counts.items() if kind != "right"}
    recall, precision = share(right, right + lost + wrong), share(right, right + wrong)
    return f"recall {recall} precision {precision} {rest}"


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f} %" if whole else "-"


def _tell_worst(marks: Marks, report: Report) -> None:
    kinds = Counter(kind for kind, *_ in marks.worst)
    for kind, count in kinds.most_common():
        report.line(f"\n{kind}: {count}")
        shown = [what for what in marks.worst if what[0] == kind]
        for _, path, place, wanted, value in shown[:: max(1, len(shown) // WORST_SHOWN)][
            :WORST_SHOWN
        ]:
            report.line(f"    {path} {place}: {wanted!r} -> {value}")
