"""What of a report is drawn as bars (biểu đồ của báo cáo)."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from dvk_desktop.domain.records.report import Cell, ColumnKind, ReportRow, ReportTable
from dvk_desktop.views.widgets.bar_chart import Bar

_PARTS: dict[str, tuple[str, ...]] = {
    "recognition-by-unit": ("recognised",),
    "timeliness-by-unit": ("on_time", "late"),
    "scores-by-unit": ("score",),
}
"""The columns that make sense as bars, of reports whose header has no group."""


@dataclass(frozen=True, slots=True)
class ChartContent:
    """Bars and the names of their parts (nội dung biểu đồ)."""

    series: tuple[str, ...]
    bars: tuple[Bar, ...]


def bars_by_row(report: ReportTable) -> ChartContent:
    """Return one bar for each row; its parts are the columns under the group of the header."""
    columns = _columns(report)
    if not columns:
        return _counted(report)
    filled = [n for n in columns if any(_value(row.cells[n]) for row in report.rows)] or columns
    bars = [
        Bar(str(number), _label(report, row), tuple(_value(row.cells[n]) for n in filled))
        for number, row in enumerate(report.rows)
        if not row.strong
    ]
    series = tuple(report.columns[n].heading for n in filled)
    return ChartContent(series, tuple(bar for bar in bars if bar.total))


def bars_of_totals(report: ReportTable) -> ChartContent:
    """Return one bar for each column, from the totals of the report."""
    if not report.totals:
        counted = _counted(report)
        sums = [sum(bar.values[n] for bar in counted.bars) for n in range(len(counted.series))]
        named = zip(counted.series, sums, strict=True)
        return ChartContent((), tuple(Bar("", name, (value,)) for name, value in named))
    bars = [
        Bar("", report.columns[n].heading, (_value(report.totals[n]),))
        for n in (_columns(report) if report.header_groups else _numbers(report))
    ]
    return ChartContent((), tuple(bars))


def _columns(report: ReportTable) -> list[int]:
    if report.header_groups:
        return [n for one in report.header_groups for n in range(one.first, one.last + 1)]
    wanted = _PARTS.get(report.name, ())
    return [n for n, column in enumerate(report.columns) if column.key in wanted]


def _numbers(report: ReportTable) -> list[int]:
    kinds = (ColumnKind.INTEGER, ColumnKind.DECIMAL)
    return [
        n
        for n, column in enumerate(report.columns)
        if column.kind in kinds and column.key not in ("number", "target", "gap")
    ]


def _counted(report: ReportTable) -> ChartContent:
    """Count the lines of a list by unit and rank."""
    keys = [column.key for column in report.columns]
    if "unit" not in keys or "rank" not in keys:
        return ChartContent((), ())
    unit, rank = keys.index("unit"), keys.index("rank")
    counts = Counter((str(row.cells[unit]), str(row.cells[rank] or "–")) for row in report.rows)
    ranks = tuple(dict.fromkeys(str(row.cells[rank] or "–") for row in report.rows))
    first = {str(row.cells[unit]): n for n, row in reversed(list(enumerate(report.rows)))}
    bars = [
        Bar(str(first[name]), name, tuple(counts[name, one] for one in ranks))
        for name in dict.fromkeys(str(row.cells[unit]) for row in report.rows)
    ]
    return ChartContent(ranks, tuple(bars))


def _label(report: ReportTable, row: ReportRow) -> str:
    texts = (
        cell
        for cell, column in zip(row.cells, report.columns, strict=True)
        if column.kind is ColumnKind.TEXT
    )
    return str(next(texts, ""))


def _value(cell: Cell) -> int | Decimal:
    return cell if isinstance(cell, int | Decimal) else 0
